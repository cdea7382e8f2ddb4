// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/requestnumbers.h"

#include "core/numbers/numberdetails.h"
#include "core/numbers/numberparser.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/widgets/countrycombo.h"
#include "ui/wizard/numberwords.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

int rowOf(const QString &pointer)
{
    static const QRegularExpression pattern(u"^/numbers/(\\d+)(/number|/range|/losingCarrier|/pin|/activate|/fields|$)"_s);
    const auto match = pattern.match(pointer);
    return match.hasMatch() ? match.captured(1).toInt() : -1;
}

/// Why a row of another case than the main one goes there.
QString ownCaseText(const CasePlan &plan, const CasePlan &main)
{
    if (plan.country != main.country)
        return RequestNumbers::tr("goes to its own case: %1").arg(countryName(plan.country));
    if (plan.type != main.type)
        return RequestNumbers::tr("goes to its own case: %1").arg(numberTypeText(plan.type));
    return RequestNumbers::tr("goes to its own case: %1").arg(plan.carrier.name);
}

qsizetype mainPlan(const QList<CasePlan> &plans, const QString &country, const QString &type)
{
    for (qsizetype i = 0; i < plans.size(); ++i) {
        if (plans.at(i).country == country && numberTypeKey(plans.at(i).type) == type)
            return i;
    }
    return 0;
}

} // namespace

void RequestNumbers::setRequest(const Request &request)
{
    m_country = request.country;
    m_type = request.type;
    const bool sameAddresses = m_addresses == request.addresses;
    m_addresses = request.addresses;
    spliceRows(request.numbers);
    if (sameAddresses || m_rows.isEmpty())
        return;
    for (Row &row : m_rows)
        row.address = makeRow(row.entry).address;
    Q_EMIT dataChanged(index(0, AddressColumn), index(int(m_rows.size()) - 1, AddressColumn));
}

/// Only the rows between the common head and the common tail are replaced.
void RequestNumbers::spliceRows(const QList<RequestNumber> &numbers)
{
    int head = 0;
    while (head < m_rows.size() && head < numbers.size() && m_rows.at(head).entry == numbers.at(head))
        ++head;
    int tail = 0;
    while (tail < m_rows.size() - head && tail < numbers.size() - head && m_rows.at(m_rows.size() - 1 - tail).entry == numbers.at(numbers.size() - 1 - tail))
        ++tail;
    const int gone = int(m_rows.size()) - head - tail;
    const int come = int(numbers.size()) - head - tail;
    if (gone == come) {
        for (int i = head; i < head + come; ++i)
            m_rows[i] = makeRow(numbers.at(i));
        if (come > 0)
            Q_EMIT dataChanged(index(head, 0), index(head + come - 1, ColumnCount - 1));
        return;
    }
    if (gone > 0) {
        beginRemoveRows({}, head, head + gone - 1);
        m_rows.remove(head, gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, head, head + come - 1);
        QList<Row> rows = m_rows.mid(0, head);
        rows.reserve(numbers.size());
        for (int i = head; i < head + come; ++i)
            rows << makeRow(numbers.at(i));
        rows << m_rows.mid(head);
        m_rows = rows;
        endInsertRows();
    }
}

RequestNumbers::Row RequestNumbers::makeRow(const RequestNumber &entry) const
{
    Row row;
    row.entry = entry;
    row.text = entry.range.isEmpty() ? entry.number : entry.range;
    row.badge = {Glyph::Clock, tr("checking"), State::Neutral};
    for (const RequestAddress &address : m_addresses) {
        if (address.id == entry.address)
            row.address = addressLine(address.address);
    }
    return row;
}

void RequestNumbers::setVerdict(const PreflightResult &result)
{
    if (m_rows.isEmpty())
        return;
    for (Row &row : m_rows) {
        row.count = 0;
        row.type.clear();
        row.first = {};
        row.explanation.clear();
        row.badge = {Glyph::Check, tr("can be ported"), State::Good};
    }
    showCases(result.cases);
    showProblems(result.problems);
    for (Row &row : m_rows) {
        if (row.count == 0 && row.entry.range.isEmpty() && row.entry.number.startsWith(u'+')) { // in no case: listed twice, for example
            const PhoneNumber phone = parseNumber(row.entry.number, m_country);
            row.text = phone.possible ? phone.international : row.entry.number;
            row.type = phone.possible ? numberTypeText(phone.type) : QString();
            if (phone.possible)
                row.first = phone;
        }
        row.count = std::max(row.count, 1);
    }
    Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void RequestNumbers::showCases(const QList<CasePlan> &plans)
{
    const qsizetype main = mainPlan(plans, m_country, m_type);
    QHash<int, QPair<QString, QString>> ends; // first and last number of a row
    for (qsizetype p = 0; p < plans.size(); ++p) {
        for (const ResolvedNumber &number : plans.at(p).numbers) {
            if (number.row < 0 || number.row >= m_rows.size())
                continue;
            Row &row = m_rows[number.row];
            if (row.count++ == 0) {
                ends[number.row].first = number.phone.international;
                row.first = number.phone;
            }
            ends[number.row].second = number.phone.international;
            row.type = numberTypeText(plans.at(p).type);
            if (p != main)
                row.badge = {Glyph::Warning, ownCaseText(plans.at(p), plans.at(main)), State::Waiting};
        }
    }
    for (auto it = ends.cbegin(); it != ends.cend(); ++it) {
        Row &row = m_rows[it.key()];
        row.text = row.count > 1 ? tr("%1 to %2").arg(it->first, it->second.right(3)) : it->first;
        if (row.count > 1)
            row.type = tr("%1 %2", "count and type of number").arg(row.count).arg(row.type);
    }
}

/// The first problem of a row is the one shown; an error goes before a warning.
void RequestNumbers::showProblems(const QList<Problem> &problems)
{
    for (const Problem &problem : problems) {
        const int at = rowOf(problem.field);
        if (at < 0 || at >= m_rows.size())
            continue;
        Row &row = m_rows[at];
        const bool shown = !row.explanation.isEmpty() && row.badge.state != State::Good; // what is confirmed gives way to what is not
        if (shown && (row.badge.state == State::Problem || problem.severity == Problem::Severity::Warning))
            continue;
        if (!row.explanation.isEmpty() && !problem.confirmed.isEmpty())
            continue;
        row.badge = numberBadge(problem);
        row.explanation = problem.confirmed.isEmpty() ? problemText(problem) : tr("%1\nConfirmed: %2").arg(problemText(problem), problem.confirmed);
    }
}

QStringList RequestNumbers::texts() const
{
    QStringList all;
    all.reserve(m_rows.size());
    for (const Row &row : m_rows)
        all << row.text;
    return all;
}

QList<int> RequestNumbers::unassigned() const
{
    QList<int> rows;
    for (int i = 0; i < m_rows.size(); ++i)
        if (m_rows.at(i).address.isEmpty())
            rows << i;
    return rows;
}

int RequestNumbers::numberCount() const
{
    return std::accumulate(m_rows.cbegin(), m_rows.cend(), 0, [](int sum, const Row &row) { return sum + row.count; });
}

int RequestNumbers::noticeCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return !row.explanation.isEmpty() && row.badge.state != State::Good; }));
}

int RequestNumbers::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RequestNumbers::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + int(m_codes.size());
}

QVariant RequestNumbers::display(const Row &row, int column) const
{
    switch (column) {
    case NumberColumn: return row.text;
    case TypeColumn: return row.type;
    case CountryColumn: return row.first.country;
    case AreaColumn: return numberDetails(row.first).area;
    case AddressColumn: return row.address.isEmpty() ? tr("no address yet") : row.address;
    case CheckColumn: return row.badge.text;
    case RemoveColumn: return tr("Remove");
    default: break;
    }
    const QString text = written(row.entry, column);
    return column == ActivateColumn && text.isEmpty() ? tr("all") : text;
}

/// The check's explanation; elsewhere where the number belongs and who first held its range.
QVariant RequestNumbers::toolTip(const Row &row, int column) const
{
    if (column == CheckColumn)
        return row.explanation.isEmpty() ? QVariant() : row.explanation;
    if (column == ActivateColumn)
        return tr("Which of these numbers are taken into use: all, none, or endings such as 10, 12-15. The others move with their block.");
    if (column >= ColumnCount)
        return QStringList{m_codes.at(column - ColumnCount).explanation, m_codes.at(column - ColumnCount).whereToFind}.join(u' ').simplified();
    if (column == PinColumn)
        return tr("The PIN the carrier gave for this number, if it has one of its own.");
    if (column == AddressColumn || column == RemoveColumn || row.first.e164.isEmpty())
        return {};
    const NumberDetails details = numberDetails(row.first);
    QStringList place{details.area, row.first.country.isEmpty() ? QString() : countryName(row.first.country)};
    place.removeAll({});
    QStringList sentences{place.join(u", "_s)};
    if (!details.rangeHolder.isEmpty())
        sentences << tr("First range holder: %1 (got the range first, may not serve the number now)").arg(details.rangeHolder);
    sentences.removeAll({});
    return sentences.isEmpty() ? QVariant() : sentences.join(u'\n');
}

QVariant RequestNumbers::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return index.column() == CheckColumn ? QVariant() : display(row, index.column());
    case Qt::EditRole: return isWritten(index.column()) ? QVariant(written(row.entry, index.column())) : QVariant();
    case Qt::AccessibleTextRole: return display(row, index.column());
    case Qt::ToolTipRole: return toolTip(row, index.column());
    case BadgeRole: return index.column() == CheckColumn ? QVariant::fromValue(row.badge) : QVariant();
    case StrongRole: return index.column() == NumberColumn;
    case StateRole: return index.column() == AddressColumn && row.address.isEmpty() ? QVariant(int(State::Waiting)) : QVariant();
    case QuietRole: return index.column() == RemoveColumn || index.column() == TypeColumn || index.column() == CountryColumn || index.column() == AreaColumn
            || (index.column() == ActivateColumn && row.entry.activate.isEmpty());
    default: return {};
    }
}

QVariant RequestNumbers::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn: return tr("Number");
    case TypeColumn: return tr("Type");
    case CountryColumn: return tr("Country");
    case AreaColumn: return tr("Area");
    case AddressColumn: return tr("Service address");
    case CheckColumn: return tr("Check");
    case PinColumn: return tr("PIN");
    case ActivateColumn: return tr("Activate only");
    case RemoveColumn: return QString();
    default: return section < columnCount() ? m_codes.at(section - ColumnCount).label : QString();
    }
}

} // namespace PortDesk

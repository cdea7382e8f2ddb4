// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/takenumbers.h"

#include "core/base/folding.h"
#include "core/countries/countrypack.h"
#include "core/exchange/numberrows.h"
#include "core/numbers/numberparser.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// "Hauptstraße 5, 10827 Berlin" in its parts: the last part with a number in it is postcode and town, what stands before it the street.
void readWholeAddress(const QString &text, PostalAddress &address)
{
    static const QRegularExpression divider(u"\\s*[,;\\n]\\s*"_s);
    static const QRegularExpression codeFirst(u"^((?:[A-Z]{1,2}-)?\\d[\\d -]{2,8}\\d)\\s+(\\D.*)$"_s);
    static const QRegularExpression codeLast(u"^(\\D.*?)\\s+([A-Z]{0,2}\\s?\\d[\\dA-Z -]{2,9})$"_s);
    QStringList parts = text.split(divider, Qt::SkipEmptyParts);
    while (parts.size() > 1) {
        const QString last = parts.takeLast();
        if (const QString country = countryOfText(last); !country.isEmpty() && address.postalCode.isEmpty()) {
            address.country = country;
            continue;
        }
        if (const auto match = codeFirst.match(last); match.hasMatch()) {
            address.postalCode = match.captured(1);
            address.locality = match.captured(2);
        } else if (const auto end = codeLast.match(last); end.hasMatch()) {
            address.locality = end.captured(1);
            address.postalCode = end.captured(2).trimmed();
        } else {
            address.locality = last;
        }
        break;
    }
    address.lines += parts;
}

/// Gives addresses their ids: the same text is the same address.
class AddressBook
{
public:
    explicit AddressBook(const Request &request)
    {
        for (const RequestAddress &known : request.addresses) {
            m_ids.insert(known.id);
            m_byText.insert(key(known.address), known.id);
            m_bySite.insert(folded(known.id), known.id);
        }
    }

    QString idOf(const PostalAddress &address, const QString &site)
    {
        const bool empty = address.lines.isEmpty() && address.locality.isEmpty() && address.postalCode.isEmpty();
        if (empty)
            return site.isEmpty() ? QString() : m_bySite.value(folded(site));
        QString &id = m_byText[key(address)];
        if (id.isEmpty()) {
            id = freeId();
            added.append({id, address});
        }
        if (!site.isEmpty() && !m_bySite.contains(folded(site)))
            m_bySite.insert(folded(site), id);
        return id;
    }

    QList<RequestAddress> added;

private:
    static QString key(const PostalAddress &a)
    {
        return folded(QStringList{a.lines.join(u' '), a.dependentLocality, a.locality, a.region, a.postalCode, a.country}.join(u'|'));
    }
    QString freeId()
    {
        QString id;
        do
            id = u"address-%1"_s.arg(++m_last);
        while (m_ids.contains(id));
        m_ids.insert(id);
        return id;
    }

    QSet<QString> m_ids;
    QHash<QString, QString> m_byText;
    QHash<QString, QString> m_bySite;
    int m_last = 0;
};

class RowTaker
{
public:
    RowTaker(const NumberReading &reading, const Request &request) : m_reading(reading), m_request(request), m_book(request) {}

    void take(const TableRow &cells, const NumberReportRow &row);
    /// The site of a row may get its address from a row further down.
    void learn(const TableRow &cells)
    {
        if (!m_reading.mapping.columnsOf(TableColumn::Site).isEmpty())
            (void)m_book.idOf(addressOf(cells), text(cells, TableColumn::Site));
    }
    TakenNumbers taken() { return {std::move(m_numbers), m_book.added}; }

private:
    QString text(const TableRow &cells, TableColumn column) const
    {
        QStringList parts;
        for (const int at : m_reading.mapping.columnsOf(column)) {
            const QString part = cleanedCell(cells.cell(at).text);
            if (!part.isEmpty())
                parts.append(part);
        }
        return parts.join(u' ');
    }
    PostalAddress addressOf(const TableRow &cells) const;
    std::optional<LosingCarrier> carrierOf(const TableRow &cells) const;
    void giveCode(RequestNumber &number, const QString &code) const;

    const NumberReading &m_reading;
    const Request &m_request;
    AddressBook m_book;
    QList<RequestNumber> m_numbers;
};

PostalAddress RowTaker::addressOf(const TableRow &cells) const
{
    PostalAddress address;
    for (const int at : m_reading.mapping.columnsOf(TableColumn::Address)) {
        QString whole = cells.cell(at).text;
        whole.replace(u'\n', u','); // a cell of several lines is an address as on an envelope
        readWholeAddress(cleanedCell(whole), address);
    }
    if (const QString street = text(cells, TableColumn::Street); !street.isEmpty())
        address.lines.append(street);
    const auto take = [&](TableColumn column, QString &part) {
        if (const QString value = text(cells, column); !value.isEmpty())
            part = value;
    };
    take(TableColumn::City, address.locality);
    take(TableColumn::PostalCode, address.postalCode);
    take(TableColumn::Region, address.region);
    const QString own = countryOfRow(cells, m_reading.mapping, {});
    if (!own.isEmpty() || address.country.isEmpty())
        address.country = own.isEmpty() ? m_reading.country : own;
    return address;
}

std::optional<LosingCarrier> RowTaker::carrierOf(const TableRow &cells) const
{
    const QString name = text(cells, TableColumn::Carrier);
    const QString account = text(cells, TableColumn::Account);
    LosingCarrier own = m_request.losingCarrier;
    if (!name.isEmpty() && folded(name) != folded(own.name)) {
        own = {};
        own.name = name;
    }
    if (!account.isEmpty())
        own.accountNumber = account;
    return own == m_request.losingCarrier ? std::nullopt : std::optional(own);
}

void RowTaker::giveCode(RequestNumber &number, const QString &code) const
{
    if (code.isEmpty())
        return;
    const QString first = number.range.isEmpty() ? number.number : number.range.section(u'-', 0, 0);
    const QString field = m_reading.codeFields.value(parseNumber(first, m_reading.country).country);
    if (!field.isEmpty())
        number.fields.insert(field, code);
    else if (number.pin.isEmpty())
        number.pin = code;
}

void RowTaker::take(const TableRow &cells, const NumberReportRow &row)
{
    const QString address = m_book.idOf(addressOf(cells), text(cells, TableColumn::Site));
    QList<RequestNumber> made;
    if (row.count == 1) {
        made.append(RequestNumber{row.e164, {}, address, {}, {}});
    } else {
        NumberCell cell = readNumberCell(cells, m_reading.mapping, row.column, m_reading.country);
        cell.parsed.refused.clear(); // named in the report
        made = numberRows(cell.parsed, address);
    }
    for (RequestNumber &number : made) {
        number.pin = text(cells, TableColumn::Pin);
        giveCode(number, text(cells, TableColumn::Code));
        number.losingCarrier = carrierOf(cells);
        m_numbers.append(number);
    }
}

} // namespace

QHash<QString, QString> numberCodeFields(const CountryPack &countries)
{
    QHash<QString, QString> fields;
    for (const QString &code : countries.codes()) {
        for (const CountryRecord &record : countries.country(code)->records) {
            for (const FieldRule &field : record.fields) {
                if (field.perNumber && field.required && field.requestPointer.isEmpty() && !fields.contains(code))
                    fields.insert(code, field.id);
            }
        }
    }
    return fields;
}

TakenNumbers takenNumbers(const NumberTable &table, const NumberReading &reading, const NumberReport &report, const Request &request,
                          bool doubtful)
{
    constexpr int rowsAtOnce = 1000;
    RowTaker taker(reading, request);
    if (!reading.mapping.columnsOf(TableColumn::Site).isEmpty()) {
        for (int start = reading.mapping.headerRow + 1; start < table.rowCount(); start += rowsAtOnce) {
            for (const TableRow &cells : table.rows(start, rowsAtOnce))
                taker.learn(cells);
        }
    }
    QList<TableRow> some;
    int first = 0;
    for (const NumberReportRow &row : report.rows) {
        if (row.state != RowState::Valid && !(doubtful && row.state == RowState::Doubtful))
            continue;
        if (row.at < first || row.at >= first + some.size()) {
            first = row.at;
            some = table.rows(first, rowsAtOnce);
        }
        taker.take(some.value(row.at - first), row);
    }
    return taker.taken();
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/casetables.h"

#include "core/countries/countrypack.h"
#include "core/numbers/numberparser.h"
#include "ui/models/kitrole.h"
#include "ui/models/timewords.h"
#include "ui/widgets/badge.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

BadgeContent outcomeBadge(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ported: return {Glyph::Check, CaseNumbersModel::tr("ported"), State::Good};
    case Outcome::Failed: return {Glyph::Cross, CaseNumbersModel::tr("failed"), State::Problem};
    case Outcome::Excluded: return {Glyph::Minus, CaseNumbersModel::tr("excluded"), State::Neutral};
    case Outcome::Pending: break;
    }
    return {Glyph::Dot, CaseNumbersModel::tr("pending"), State::Neutral};
}

BadgeContent sentBadge(const Message &message)
{
    if (message.sentAt.isValid())
        return {Glyph::Check, MessagesModel::tr("sent"), State::Good};
    return {Glyph::Clock, MessagesModel::tr("to send"), State::Waiting};
}

BadgeContent documentBadge(const CaseDocument &document, const Review *review)
{
    if (!document.waived.isEmpty())
        return {Glyph::Check, DocumentsModel::tr("waived"), State::Neutral};
    if (!document.unavailable.isEmpty())
        return {Glyph::Warning, DocumentsModel::tr("not issued"), State::Waiting};
    if (document.sha256.isEmpty())
        return {Glyph::Warning, DocumentsModel::tr("missing"), State::Problem};
    if (review)
        return review->accepted ? BadgeContent{Glyph::Check, DocumentsModel::tr("accepted"), State::Good} : BadgeContent{Glyph::Cross, DocumentsModel::tr("refused"), State::Problem};
    return {Glyph::Check, DocumentsModel::tr("received"), State::Good};
}

QVariant alignRight(bool right)
{
    return right ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
}

} // namespace

QString numberText(const QString &e164)
{
    const PhoneNumber number = parseNumber(e164, {});
    return number.international.isEmpty() ? e164 : number.international;
}

CaseNumbersModel::CaseNumbersModel(QObject *parent)
    : RowsModel({tr("Number"), tr("Type"), tr("Area"), tr("First range holder"), tr("Address"), tr("PIN"), tr("Outcome"), tr("Note")}, parent)
{
}

void CaseNumbersModel::setCase(const Case &portCase)
{
    m_places.clear();
    m_country = portCase.country;
    for (const RequestAddress &address : portCase.request.addresses)
        m_places.insert(address.id, address.address.locality.isEmpty() ? address.id : address.address.locality);
    setRows(portCase.numbers);
}

NumberDetails CaseNumbersModel::detailsOf(const CaseNumber &number) const
{
    PhoneNumber phone;
    phone.e164 = number.e164;
    phone.country = m_country;
    phone.type = number.type;
    phone.possible = true;
    return numberDetails(phone);
}

QVariant CaseNumbersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CaseNumber &number = at(index.row());
    if (role == KeyRole)
        return number.e164;
    if (role == QuietRole)
        return index.column() == TypeColumn || index.column() == AreaColumn || index.column() == HolderColumn || index.column() == NoteColumn;
    if (role == Qt::ToolTipRole && index.column() == HolderColumn)
        return tr("Who got the range of the number first. It may not serve the number now.");
    if (role == BadgeRole && index.column() == OutcomeColumn)
        return QVariant::fromValue(outcomeBadge(number.outcome));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case NumberColumn: return numberText(number.e164);
    case TypeColumn: return numberTypeText(number.type);
    case AreaColumn: return detailsOf(number).area;
    case HolderColumn: return detailsOf(number).rangeHolder;
    case AddressColumn: return m_places.value(number.addressId, number.addressId);
    case PinColumn: return number.pin.isEmpty() ? u"–"_s : number.pin;
    case OutcomeColumn: return outcomeBadge(number.outcome).text;
    default: return number.note.isEmpty() && !parseNumber(number.e164, {}).valid ? tr("range not known yet") : number.note;
    }
}

TimelineModel::TimelineModel(QObject *parent) : RowsModel({tr("When"), tr("What"), tr("Who")}, parent) {}

void TimelineModel::setEvents(const QList<CaseEvent> &events, const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    setRows({events.crbegin(), events.crend()});
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CaseEvent &event = at(index.row());
    if (role == QuietRole)
        return index.column() != WhatColumn;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case WhenColumn: return TimeWords::pastText(event.at, m_now, m_zone);
    case WhatColumn: return event.text;
    default: return event.who;
    }
}

MessagesModel::MessagesModel(QObject *parent) : RowsModel({tr("When"), tr("Case"), tr("To"), tr("Subject"), tr("Status")}, parent) {}

void MessagesModel::setMessages(const QList<Message> &messages, const QDateTime &now, const QTimeZone &zone)
{
    m_now = now;
    m_zone = zone;
    setRows(messages);
}

QVariant MessagesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Message &message = at(index.row());
    if (role == KeyRole)
        return message.id.value;
    if (role == QuietRole)
        return index.column() == WhenColumn;
    if (role == BadgeRole && index.column() == StatusColumn)
        return QVariant::fromValue(sentBadge(message));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case WhenColumn: return TimeWords::pastText(message.createdAt, m_now, m_zone);
    case CaseColumn: return message.reference;
    case ToColumn: return message.toName.isEmpty() ? message.toAddress : message.toName;
    case SubjectColumn: return message.subject;
    default: return sentBadge(message).text;
    }
}

FeesModel::FeesModel(QObject *parent) : RowsModel({tr("What"), tr("Quantity"), tr("Each"), tr("Amount"), tr("Charged")}, parent) {}

QVariant FeesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QuoteLine &line = at(index.row());
    if (role == Qt::TextAlignmentRole)
        return alignRight(index.column() != LabelColumn && index.column() != RuleColumn);
    if (role == QuietRole)
        return index.column() == RuleColumn;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case LabelColumn: return line.label;
    case QuantityColumn: return QString::number(line.quantity);
    case UnitColumn: return formatMoney(line.unit);
    case AmountColumn: return formatMoney({line.unit.minor * line.quantity, line.unit.currency});
    default: return line.perNumber ? tr("for numbers that ported") : tr("once");
    }
}

DocumentsModel::DocumentsModel(QObject *parent) : RowsModel({tr("Document"), tr("File"), tr("Issued"), tr("Pages"), tr("Status")}, parent) {}

void DocumentsModel::setCase(const Case &portCase)
{
    m_case = portCase;
    setRows(portCase.documents);
}

QVariant DocumentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CaseDocument &document = at(index.row());
    if (role == QuietRole)
        return index.column() == FileColumn;
    if (role == BadgeRole && index.column() == StatusColumn)
        return QVariant::fromValue(documentBadge(document, reviewOf(m_case, document)));
    const Review *review = reviewOf(m_case, document);
    if (role == Qt::ToolTipRole && review && !review->accepted)
        return tr("Refused: %1. %2", "reasons and words").arg(reviewReasonTitles(review->reasons), review->text).trimmed();
    if (role == Qt::ToolTipRole)
        return !document.waived.isEmpty() ? document.waived : document.unavailable.isEmpty() ? document.fileName : document.unavailable;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case KindColumn: return documentKindText(document.kind);
    case FileColumn: return document.sha256.isEmpty() ? document.unavailable : document.fileName;
    case IssuedColumn: return document.issued.isValid() ? TimeWords::locale().toString(document.issued, u"d MMM yyyy"_s) : QString();
    case PagesColumn: return document.pages > 0 ? QString::number(document.pages) : QString();
    default: return documentBadge(document, reviewOf(m_case, document)).text;
    }
}

} // namespace PortDesk

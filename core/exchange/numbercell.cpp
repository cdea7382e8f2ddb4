// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/numbercell.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

NumberCell refused(NumberCell cell, RowReason reason)
{
    cell.state = RowState::Refused;
    cell.reason = reason;
    cell.parsed.numbers.clear();
    return cell;
}

/// What stands in the way before the text is looked at.
RowReason reasonOfKind(const TableCell &cell)
{
    switch (cell.kind) {
    case CellKind::Date:
        return RowReason::DateCell;
    case CellKind::Truth:
        return RowReason::TruthCell;
    case CellKind::Failure:
        return RowReason::FailureCell;
    case CellKind::NoResult:
        return RowReason::FormulaNoResult;
    case CellKind::Text:
    case CellKind::Number:
        break;
    }
    return RowReason::None;
}

/// Excel's ways of saying "text" in a text file: ="0301234" and '0301234. And what telephone systems put around a number.
QString unwrapped(const QString &text, bool &formula)
{
    static const QRegularExpression quotedFormula(u"^=\\s*\"([^\"]*)\"$"_s);
    static const QRegularExpression wrapping(u"^(?:'|tel:|sip:)\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    QString plain = text;
    if (const auto match = quotedFormula.match(plain); match.hasMatch()) {
        formula = true;
        plain = match.captured(1);
    }
    plain.remove(wrapping);
    return plain;
}

/// A spreadsheet or a database wrote the number as floating point: "4.93012E+11", "4,93012E+11", "30231250.5".
bool isFloatingPoint(const QString &text, CellKind kind)
{
    static const QRegularExpression scientific(u"^[+-]?\\d+(?:[.,]\\d+)?[eE][+-]?\\d{1,3}$"_s);
    static const QRegularExpression fraction(u"^-?\\d+\\.\\d+$"_s);
    constexpr qsizetype exactDigits = 15;
    return scientific.match(text).hasMatch() ||
           (kind == CellKind::Number && (fraction.match(text).hasMatch() || text.size() > exactDigits + 1));
}

/// "493012345678.0": a whole number on its way through floating point.
bool takeWholeFraction(QString &text)
{
    static const QRegularExpression whole(u"^(\\d{7,15})[.,]0{1,2}$"_s);
    const auto match = whole.match(text);
    if (match.hasMatch())
        text = match.captured(1);
    return match.hasMatch();
}

RowReason reasonOf(const PhoneNumber &phone)
{
    static const QHash<QString, RowReason> reasons{{u"invalid-country-code"_s, RowReason::InvalidCountry},
                                                   {u"too-short"_s, RowReason::TooShort},
                                                   {u"too-long"_s, RowReason::TooLong},
                                                   {u"invalid-length"_s, RowReason::InvalidLength},
                                                   {u"local-only"_s, RowReason::LocalOnly}};
    return reasons.value(phone.reason, RowReason::NotANumber);
}

RowReason reasonOf(const ParsedNumbers::Refused &piece)
{
    if (piece.code == u"range.reversed")
        return RowReason::RangeReversed;
    if (piece.code == u"range.too-large")
        return RowReason::RangeTooLarge;
    return piece.code.startsWith(u"range.") ? RowReason::BrokenRange : RowReason::NotANumber;
}

/// True when libphonenumber had to add the zero that a number cell cannot keep. A number that is whole with its country code has lost
/// nothing.
bool lostZero(const PhoneNumber &phone, const QString &digits)
{
    return !digits.startsWith(u'+') && phone.national.startsWith(u'0') && !digits.startsWith(u'0') && phone.e164 != u'+' + digits;
}

NumberCell judged(NumberCell cell, bool storedAsNumber, const QString &country)
{
    const QList<PhoneNumber> &numbers = cell.parsed.numbers;
    const qsizetype possible = std::count_if(numbers.cbegin(), numbers.cend(), [](const PhoneNumber &phone) { return phone.possible; });
    if (possible == 0) {
        const RowReason reason = cell.parsed.refused.isEmpty() ? RowReason::NotANumber : reasonOf(cell.parsed.refused.first());
        // Read as running text it says less of what is wrong than as one number.
        return refused(cell, reason == RowReason::NotANumber ? reasonOf(parseNumber(cell.text, country)) : reason);
    }
    if (possible < numbers.size() || !cell.parsed.refused.isEmpty())
        cell.reason = RowReason::PartUnread;
    else if (std::any_of(numbers.cbegin(), numbers.cend(), [](const PhoneNumber &phone) { return !phone.valid; }))
        cell.reason = RowReason::UnknownRange;
    else if (storedAsNumber && lostZero(numbers.first(), cell.text))
        cell.reason = RowReason::LeadingZero;
    if (cell.reason != RowReason::None)
        cell.state = RowState::Doubtful;
    cell.parsed.numbers.removeIf([](const PhoneNumber &phone) { return !phone.possible; });
    return cell;
}

} // namespace

QString rowStateKey(RowState state)
{
    switch (state) {
    case RowState::Valid:
        return u"valid"_s;
    case RowState::Doubtful:
        return u"doubtful"_s;
    case RowState::Duplicate:
        return u"duplicate"_s;
    case RowState::Refused:
        break;
    }
    return u"refused"_s;
}

QString rowReasonKey(RowReason reason)
{
    static const QStringList keys{{},
                                  u"unknown-range"_s,
                                  u"leading-zero"_s,
                                  u"part-unread"_s,
                                  u"part-duplicate"_s,
                                  u"in-table-before"_s,
                                  u"in-request"_s,
                                  u"no-number"_s,
                                  u"not-a-number"_s,
                                  u"invalid-country-code"_s,
                                  u"too-short"_s,
                                  u"too-long"_s,
                                  u"invalid-length"_s,
                                  u"local-only"_s,
                                  u"floating-point"_s,
                                  u"date-cell"_s,
                                  u"truth-cell"_s,
                                  u"error-cell"_s,
                                  u"formula-without-result"_s,
                                  u"formula-text"_s,
                                  u"range-reversed"_s,
                                  u"range-too-large"_s,
                                  u"range-broken"_s};
    return keys.value(int(reason));
}

QString countryOfRow(const TableRow &row, const TableMapping &mapping, const QString &country)
{
    for (const int column : mapping.columnsOf(TableColumn::Country)) {
        if (const QString own = countryOfText(cleanedCell(row.cell(column).text)); !own.isEmpty())
            return own;
    }
    return country;
}

NumberCell readNumberCell(const TableRow &row, const TableMapping &mapping, int column, const QString &country)
{
    const TableCell stored = row.cell(column);
    NumberCell cell;
    cell.formula = stored.formula;
    QStringList lines = stored.text.split(u'\n');
    for (QString &line : lines)
        line = cleanedCell(line);
    lines.removeAll(QString());
    cell.text = unwrapped(lines.join(u"; "_s), cell.formula);
    if (const RowReason reason = reasonOfKind(stored); reason != RowReason::None)
        return refused(cell, reason);
    if (isFloatingPoint(cell.text, stored.kind))
        return refused(cell, RowReason::FloatingPoint);
    if (cell.text.startsWith(u'='))
        return refused(cell, RowReason::FormulaText);
    const bool asNumber = takeWholeFraction(cell.text) || stored.kind == CellKind::Number;
    QString last;
    for (const int end : mapping.column(column) == TableColumn::RangeFirst ? mapping.columnsOf(TableColumn::RangeLast) : QList<int>())
        last = cleanedCell(row.cell(end).text);
    if (cell.text.isEmpty())
        return refused(cell, RowReason::NoNumber);
    if (isFloatingPoint(last, CellKind::Text))
        return refused(cell, RowReason::FloatingPoint);
    const QString own = countryOfRow(row, mapping, country);
    if (!last.isEmpty() && last != cell.text) {
        cell.text += u" - "_s + last;
        const auto range = expandRange(cell.text, own);
        if (!range)
            return refused(cell, reasonOf(ParsedNumbers::Refused{cell.text, range.error().detail, 0}));
        cell.parsed.numbers = *range;
    } else {
        cell.parsed = parseNumbers(cell.text, own);
    }
    return judged(cell, asNumber, own);
}

} // namespace PortDesk

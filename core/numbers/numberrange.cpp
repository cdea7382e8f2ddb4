// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberrange.h"

#include "core/numbers/numberparser.h"
#include "core/numbers/numbertext.h"

#include <QRegularExpression>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace NumberRange {

namespace {

// One written number, without a hyphen that has blanks beside it and without two dots in a row.
const QString kNumber = u"[+(]?\\d(?:[\\d()/ ]|\\.(?!\\.)|(?<=[\\d)])-(?=[\\d(]))*"_s;
const QString kBetween = u"(?:\\s*-\\s+|\\s+-\\s*|\\s*\u2013\\s*|\\s*(?:\\.{2,}|\u2026)\\s*(?:[-\u2013]\\s*)?"
                         "|\\s+(?:bis|to|through|thru|until|till|\u00E0|au|al|at\u00E9|a|tot|t/m|do|\u0434\u043E)\\s+)(?:(?:\\.{2,}|\u2026)\\s*)?"_s;
constexpr int kLongestNationalNumber = 11; ///< longer ones do not occur, although the numbering plans of DE and AT leave room
constexpr int kSameArea = 2;               ///< leading digits two ends of a range share at least

std::optional<Span> find(const QRegularExpression &form, const QString &text, qsizetype from)
{
    const auto match = form.match(text, from);
    if (!match.hasMatch())
        return {};
    const QString last = match.captured(2).trimmed();
    return Span{match.capturedStart(1), match.capturedStart(2) + last.size() - match.capturedStart(1), match.captured(1).trimmed(), last};
}

Error refused(const QString &code, const QString &message)
{
    return {Error::Code::Invalid, message, code};
}

/// The national number of a parsed number: E.164 without the calling code.
QString significant(const PhoneNumber &number)
{
    return number.e164.mid(1 + QString::number(callingCode(number.country)).size());
}

struct Ends {
    QString code; ///< "+49"
    QString first, last; ///< national numbers of equal length
    bool whole = false;
};

std::optional<Ends> endsOf(const Span &span, const QString &country)
{
    const PhoneNumber first = parseNumber(span.first, country);
    if (!first.possible || first.country.isEmpty())
        return {};
    Ends ends{first.e164.left(1 + QString::number(callingCode(first.country)).size()), significant(first), {}, false};
    const QString digits = NumberText::digits(span.last);
    if (digits.size() < ends.first.size() && !span.last.startsWith(u'+')) {
        ends.last = ends.first.left(ends.first.size() - digits.size()) + digits;
        return ends;
    }
    const PhoneNumber last = parseNumber(span.last, first.country);
    ends.whole = true;
    ends.last = last.e164.mid(ends.code.size());
    if (!last.possible || !last.e164.startsWith(ends.code) || ends.last.size() != ends.first.size())
        return {};
    return ends;
}

Result<QList<PhoneNumber>> expand(const Ends &ends, const QString &country, const QString &written)
{
    const qulonglong first = ends.first.toULongLong();
    const qulonglong last = ends.last.toULongLong();
    if (last < first)
        return refused(u"range.reversed"_s, u"The range \"%1\" ends before it begins. Write the lower number first."_s.arg(written));
    if (last - first >= qulonglong(kMaximumRange)) {
        return refused(u"range.too-large"_s,
                       u"The range \"%1\" has more than %2 numbers. Check its last number, or split the range."_s.arg(written).arg(kMaximumRange));
    }
    QList<PhoneNumber> numbers;
    numbers.reserve(qsizetype(last - first + 1));
    for (qulonglong value = first; value <= last; ++value) {
        numbers.append(parseNumber(ends.code + QString::number(value).rightJustified(ends.first.size(), u'0'), country));
        numbers.last().input = numbers.last().range = written;
    }
    return numbers;
}

/// Whether "12345610-19" is ten numbers or the one number 1234561019: a block of direct dialling begins with 0 and ends with 9.
bool isBlock(const Span &span, const PhoneNumber &first, const PhoneNumber &joined)
{
    const QString tail = NumberText::digits(span.last);
    const QString head = NumberText::digits(span.first).right(tail.size());
    if (!first.valid || tail.size() > 5)
        return false;
    if (!joined.valid)
        return !joined.possible || head < tail;
    return head < tail && ((head.endsWith(u'0') && tail.endsWith(u'9')) || significant(joined).size() > kLongestNationalNumber);
}

} // namespace

std::optional<Span> findSpaced(const QString &text, qsizetype from)
{
    static const QRegularExpression form(u"(?<![A-Za-z\\d+])("_s + kNumber + u")"_s + kBetween + u"("_s + kNumber + u")(?![A-Za-z])"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return find(form, text, from);
}

std::optional<Span> findHyphened(const QString &text, qsizetype from)
{
    static const QRegularExpression form(u"(?<![A-Za-z\\d+])([+(]?\\d[\\d()/. -]*\\d)-(\\+\\d[\\d()/. -]*|\\d+)(?![A-Za-z\\d-])"_s);
    auto span = find(form, text, from);
    if (span)
        span->hyphenOnly = !span->last.startsWith(u'+');
    return span;
}

std::optional<Span> split(const QString &text)
{
    const QString trimmed = text.trimmed();
    for (auto span : {findSpaced(trimmed, 0), findHyphened(trimmed, 0)}) {
        if (span && span->start == 0 && span->length == trimmed.size())
            return span;
    }
    return {};
}

Result<QList<PhoneNumber>> expand(const Span &span, const QString &country, const QString &written)
{
    const auto ends = endsOf(span, country);
    if (!ends) {
        return refused(u"number.impossible"_s,
                       u"\"%1\" is no range: both ends must be numbers of one country with the same length. Write it like +49 30 12345610-19."_s
                           .arg(written));
    }
    return expand(*ends, country, written);
}

std::optional<Result<QList<PhoneNumber>>> judge(const Span &span, const QString &country, const QString &written)
{
    if (NumberText::isDate(span.first) || NumberText::isDate(span.last))
        return {};
    const PhoneNumber first = parseNumber(span.first, country);
    if (!first.possible || !(first.valid || span.first.startsWith(u'+')))
        return {};
    if (span.hyphenOnly && !isBlock(span, first, parseNumber(span.first + u'-' + span.last, country)))
        return {};
    const auto ends = endsOf(span, country);
    // Two whole numbers of different areas with a dash between them are two numbers.
    if (!ends || (ends->whole && ends->first.left(kSameArea) != ends->last.left(kSameArea)))
        return {};
    return expand(*ends, country, written);
}

} // namespace NumberRange

Result<QList<PhoneNumber>> expandRange(const QString &text, const QString &country)
{
    const auto span = NumberRange::split(NumberText::cleaned(text));
    if (!span) {
        return Error{Error::Code::Invalid, u"\"%1\" is no range. Write the first number and the last digits, like +49 30 12345610-19."_s.arg(text),
                     u"number.impossible"_s};
    }
    return NumberRange::expand(*span, country, text.trimmed());
}

bool looksLikeRange(const QString &text)
{
    constexpr int shortestNumber = 5;
    const auto span = NumberRange::split(NumberText::cleaned(text));
    if (!span || NumberText::isDate(span->first) || NumberText::digitCount(span->first) < shortestNumber)
        return false;
    if (!span->hyphenOnly)
        return true;
    const QString head = NumberText::digits(span->first).right(span->last.size());
    return NumberText::digitCount(span->first) > shortestNumber + 2 && head < span->last;
}

} // namespace PortDesk

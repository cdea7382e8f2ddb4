// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberrange.h"

#include "core/numbers/numberparser.h"
#include "core/numbers/numbertext.h"

#include <QRegularExpression>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace NumberRange {

namespace {

// One written number, without a hyphen that has blanks beside it and without two dots in a row.
const QString kNumber = u"[+(]?\\d(?:[\\d()/ ]|\\.(?!\\.)|(?<=[\\d)])-(?=[\\d(]))*"_s;
const QString kBetween = u"(?:\\s*-\\s+|\\s+-\\s*|\\s*--\\s*|\\s*\u2013\\s*|\\s*(?:\\.{2,}|\u2026)\\s*(?:[-\u2013]\\s*)?"
                         "|\\s*(?:-+>|=>|\u2192|\u81F3|\u5230|\u304B\u3089)\\s*"
                         "|\\s+(?:bis(?: zu| einschl(?:\\.|ie\u00DFlich))?|(?:up )?to|through|thru|until|till?|jusqu'(?:\u00E0|au)|\u00E0|au|fino al?|al?|hasta(?: el)?|at\u00E9"
                         "|tot(?: en met)?|t/m|do|\u0434\u043E)\\s+-?)(?:(?:\\.{2,}|\u2026)\\s*)?"_s;
constexpr int kLongestNationalNumber = 11; ///< longer ones do not occur, although the numbering plans of DE and AT leave room
constexpr int kLongestEnding = 4;          ///< digits of an extension
constexpr int kSameArea = 2;               ///< leading digits two ends of a range share at least

std::optional<Span> find(const QRegularExpression &form, const QString &text, qsizetype from)
{
    const auto match = form.match(text, from);
    if (!match.hasMatch())
        return {};
    const QString last = match.captured(2).trimmed();
    Span span{match.capturedStart(1), match.capturedStart(2) + last.size() - match.capturedStart(1), match.captured(1).trimmed(), last};
    // "1234-0 bis -99", but not "1234 - 99": the hyphen belongs to the ending.
    span.extensions = match.capturedEnd(1) < match.capturedStart(2) - 1 && text.at(match.capturedStart(2) - 1) == u'-' &&
                      !text.mid(match.capturedEnd(1), match.capturedStart(2) - 1 - match.capturedEnd(1)).trimmed().isEmpty();
    return span;
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
    QString code;        ///< "+49"
    QString first, last; ///< national numbers of equal length
    bool whole = false;
    bool padded = false; ///< a block "-0 to -99" read as 00 to 99
};

/// "-99", "1234-99" or "+49 30 1234-99": the ending behind the last hyphen, when what stands before it repeats `head`.
QString endingOf(const QString &last, const QString &code, const QString &head)
{
    static const QRegularExpression form(u"^(.*\\d)[-/ ](\\d{2,4})$"_s);
    const auto match = form.match(last);
    const QString digits = NumberText::digits(last);
    if (!match.hasMatch())
        return digits.size() > kLongestEnding ? QString() : digits;
    QString before = NumberText::digits(match.captured(1));
    if (!last.startsWith(u'+') && before.startsWith(u'0'))
        before.remove(0, 1);
    return (code.mid(1) + head).endsWith(before) ? match.captured(2) : QString();
}

/// The block of direct dialling that "030 1234-0 bis -99" names, as its endings 00 to 99 behind "030 1234". It is one only when the first end's own
/// ending is shorter than the last one's and set apart by a hyphen or a slash, or by a blank when it is a zero.
std::optional<Ends> blockOf(const Span &span, const Ends &ends)
{
    static const QRegularExpression form(u"([-/ ])(\\d{1,3})$"_s);
    const auto match = form.match(span.first);
    const qsizetype shown = match.capturedLength(2);
    if (!match.hasMatch() || ends.first.size() <= shown)
        return {};
    const QString head = ends.first.chopped(shown);
    const QString ending = endingOf(span.last, ends.code, head);
    if (shown >= ending.size())
        return {};
    const bool zeros = match.captured(2).count(u'0') == shown;
    // "01 99 00 12 00 - 1299": the last end repeats digits that stand before the ending.
    const QString same = ends.first.right(ending.size()).first(ending.size() - shown);
    if (!span.extensions && (!zeros || (match.captured(1) == u" " && ending.startsWith(same))))
        return {};
    return Ends{ends.code, head + ends.first.mid(head.size()).rightJustified(ending.size(), u'0'), head + ending, false, true};
}

std::optional<Ends> endsOf(const Span &span, const QString &country)
{
    const PhoneNumber first = parseNumber(span.first, country);
    if (!first.possible || first.country.isEmpty())
        return {};
    Ends ends{first.e164.left(1 + QString::number(callingCode(first.country)).size()), significant(first), {}, false};
    const QString digits = NumberText::digits(span.last);
    if (const auto block = blockOf(span, ends))
        return block;
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

std::optional<Span> findPlaceholders(const QString &text, qsizetype from, bool alone)
{
    // Behind a digit or with one blank or hyphen between; "x204" is an extension.
    static const QRegularExpression form(
        u"(?<![A-Za-z\\d+])([+(]?\\d[\\d()/. -]{3,}?)([ -]?)(x{1,9}|\\*|[x*?_#\u2022]{2,9})(?![\\w*?#])"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (auto it = form.globalMatch(text, from); it.hasNext();) {
        const auto match = it.next();
        const qsizetype open = match.capturedLength(3);
        if (match.captured(3) == u"*" && !alone)
            continue;
        Span span{match.capturedStart(), match.capturedLength(), match.captured(1) + QString(open, u'0'), {}};
        span.last = QString(open, u'9');
        span.placeholders = true;
        return span;
    }
    return {};
}

std::optional<Listed> findListed(const QString &text, const QString &country, qsizetype from)
{
    static const QRegularExpression form(
        u"(?<![A-Za-z\\d+/])([+(]?\\d[\\d() .-]*(?:/[\\d() .-]{5,})?\\d)((?:\\s?/\\s?-?\\d{1,4})+)(?!\\s?\\d|[A-Za-z/-])"_s);
    for (auto it = form.globalMatch(text, from); it.hasNext();) {
        const auto match = it.next();
        const QString written = match.captured().trimmed();
        const PhoneNumber first = parseNumber(match.captured(1), country);
        const PhoneNumber joined = parseNumber(written, country);
        if (!first.valid || (joined.valid && significant(joined).size() <= kLongestNationalNumber))
            continue;
        const QStringList endings = match.captured(2).split(u'/', Qt::SkipEmptyParts);
        Listed listed{match.capturedStart(), match.capturedLength(), {first}};
        for (const QString &ending : endings) {
            const QString digits = NumberText::digits(ending);
            listed.numbers.append(parseNumber(first.e164.chopped(digits.size()) + digits, country));
        }
        if (std::any_of(listed.numbers.cbegin(), listed.numbers.cend(), [](const PhoneNumber &number) { return !number.valid; }))
            continue;
        for (PhoneNumber &number : listed.numbers)
            number.input = written;
        return listed;
    }
    return {};
}

QString withoutBrackets(const QString &text)
{
    static const QRegularExpression form(
        u"(?<=\\d)\\s*([\\[({<])\\s*-?\\d{1,5}\\s*(?:-|\u2013|\\.{2,}|\u2026|bis|to)\\s*-?\\d{1,5}\\s*([\\])}>])(?!\\s*\\d)"_s);
    if (!text.contains(u'(') && !text.contains(u'[') && !text.contains(u'{') && !text.contains(u'<'))
        return text;
    QString result = text;
    for (auto it = form.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        result[match.capturedStart(1)] = result[match.capturedStart(2)] = u' ';
    }
    return result;
}

std::optional<Span> split(const QString &text)
{
    const QString trimmed = withoutBrackets(text).trimmed();
    for (auto span : {findSpaced(trimmed, 0), findHyphened(trimmed, 0), findPlaceholders(trimmed, 0, true)}) {
        if (span && span->start == 0 && span->length == trimmed.size())
            return span;
    }
    return {};
}

Result<QList<PhoneNumber>> expand(const Span &span, const QString &country, const QString &written)
{
    const auto ends = endsOf(span, country);
    if (!ends) {
        return refused(
            u"number.impossible"_s,
            u"\"%1\" is no range: both ends must be numbers of one country with the same length. Write it like +49 30 12345610-19."_s.arg(
                written));
    }
    return expand(*ends, country, written);
}

std::optional<Result<QList<PhoneNumber>>> judge(const Span &span, const QString &country, const QString &written)
{
    if (NumberText::isDate(span.first) || NumberText::isDate(span.last))
        return {};
    const PhoneNumber first = parseNumber(span.first, country);
    if (!first.possible)
        return {};
    if (span.hyphenOnly && !isBlock(span, first, parseNumber(span.first + u'-' + span.last, country)))
        return {};
    const auto ends = endsOf(span, country);
    // "01 1234-0" alone is too short for a number; "01 1234-00" is one.
    const bool meant = first.valid || span.first.startsWith(u'+') || (ends && ends->padded && parseNumber(ends->code + ends->first, {}).valid);
    if (!meant)
        return {};
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
        return Error{Error::Code::Invalid,
                     u"\"%1\" is no range. Write the first number and the last digits, like +49 30 12345610-19."_s.arg(text),
                     u"number.impossible"_s};
    }
    return NumberRange::expand(*span, country, text.trimmed());
}

QString rangeRemark(const QString &text, const QString &country)
{
    const auto span = NumberRange::split(NumberText::cleaned(text));
    if (!span)
        return {};
    if (span->placeholders)
        return u"placeholders"_s;
    const auto ends = NumberRange::endsOf(*span, country);
    return ends && ends->padded ? u"block"_s : QString();
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

QList<NumberStretch> stretchesOf(QStringList e164)
{
    std::sort(e164.begin(), e164.end(), [](const QString &left, const QString &right) {
        return left.size() != right.size() ? left.size() < right.size() : left < right;
    });
    QList<NumberStretch> stretches;
    for (const QString &number : std::as_const(e164)) {
        NumberStretch *open = stretches.isEmpty() ? nullptr : &stretches.last();
        if (open && open->last == number)
            continue;
        if (open && open->last.size() == number.size() &&
            QStringView(open->last).mid(1).toULongLong() + 1 == QStringView(number).mid(1).toULongLong()) {
            open->last = number;
            ++open->count;
        } else {
            stretches.append({number, number, 1});
        }
    }
    return stretches;
}

} // namespace PortDesk

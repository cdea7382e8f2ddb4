// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberparser.h"

#include "core/numbers/numberrange.h"
#include "core/numbers/numbertext.h"
#include "core/numbers/phonelibrary.h"

#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;
using PhoneLibrary::lib::PhoneNumberMatcher;

namespace {

constexpr qsizetype kLongestPiece = 500; ///< the matcher's time grows faster than the text
constexpr int kFewestDigits = 6;         ///< fewer digits in running text are house numbers and years
constexpr int kFewestDigitsAlone = 3; ///< where nothing else can be meant
constexpr int kMostDigits = 20;          ///< more are account numbers
constexpr int kProgressEvery = 200;      ///< lines

/// A part of a line, cleaned, and where it stands in the line.
struct Piece {
    QString text;
    qsizetype offset = 0;
};

/// Reads one text; holds what was read so far.
class NumberReader
{
public:
    explicit NumberReader(const QString &country) : m_country(country) {}

    void readLine(const QString &line);
    ParsedNumbers result;

private:
    void readParts(const QString &clean);
    bool readWhole(const Piece &piece, bool alone);
    bool readLetters(const Piece &piece);
    void readRunning(Piece piece);
    void takeRanges(Piece &piece, std::optional<NumberRange::Span> (*find)(const QString &, qsizetype));
    void takeListed(Piece &piece);
    void takeMatches(Piece &piece);
    void takeRest(const Piece &piece);
    bool addRange(const NumberRange::Span &span, const Piece &piece);
    void add(qsizetype at, PhoneNumber number) { m_found.append({at, std::move(number)}); }
    void finishLine();
    void refuse(const QString &input, const QString &code) { result.refused.append({input, code, m_lineNumber}); }
    QString written(qsizetype start, qsizetype length) const { return m_line.mid(start, length).trimmed(); }

    struct Found {
        qsizetype at; ///< in the line
        PhoneNumber number;
    };

    QString m_country;
    QString m_line;
    QList<Found> m_found; ///< in this line
    int m_lineNumber = 0;
    bool m_alone = false; ///< the line holds nothing but one number with its marks
    QSet<QString> m_seen;
};

/// The matcher counts bytes; with one byte for each character its positions are ours.
std::string oneByteEach(const QString &text)
{
    std::string bytes;
    bytes.reserve(size_t(text.size()));
    for (const QChar c : text) {
        const QString parts = c.unicode() < 0x80 ? QString() : c.decomposition();
        const QChar base = parts.isEmpty() ? c : parts.front();
        bytes += base.unicode() < 0x80 ? char(base.unicode()) : c == QChar(0x2013) ? '-' : c.isLetter() ? 'a' : ' ';
    }
    return bytes;
}

/// Cuts at commas, semicolons, bars and tabs, which the library would read as the start of an extension (";ext=5" and ",,5" are one).
QList<Piece> pieces(const QString &line)
{
    static const QRegularExpression separator(u";(?!\\s*ext)|(?<!,),(?!,)|[|\\t]"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression breakable(u"[^\\d()./+ -]\\s"_s);
    QList<Piece> result;
    qsizetype start = 0;
    while (start <= line.size()) {
        qsizetype end = line.indexOf(separator, start);
        if (end < 0)
            end = line.size();
        if (end - start > kLongestPiece) { // cut behind a word where possible, else behind a blank
            const qsizetype word = line.lastIndexOf(breakable, start + kLongestPiece);
            const qsizetype blank = line.lastIndexOf(u' ', start + kLongestPiece);
            end = word > start ? word + 1 : blank > start ? blank : start + kLongestPiece;
        }
        result.append({line.mid(start, end - start), start});
        start = end + 1;
    }
    return result;
}

void blank(Piece &piece, qsizetype start, qsizetype length)
{
    // A letter, not a space: what stood left and right of it must not grow together.
    std::fill_n(piece.text.begin() + start, length, u';');
}

/// Ranges are looked for before single numbers; the result has the order of the text.
void NumberReader::finishLine()
{
    std::stable_sort(m_found.begin(), m_found.end(), [](const Found &left, const Found &right) { return left.at < right.at; });
    for (Found &found : m_found) {
        if (!found.number.e164.isEmpty()) {
            found.number.duplicate = m_seen.contains(found.number.e164);
            m_seen.insert(found.number.e164);
        }
        result.numbers.append(std::move(found.number));
    }
    m_found.clear();
}

bool NumberReader::addRange(const NumberRange::Span &span, const Piece &piece)
{
    const QString text = written(piece.offset + span.start, span.length);
    const auto range = NumberRange::judge(span, m_country, text);
    if (!range)
        return false;
    if (range->ok()) {
        for (const PhoneNumber &number : range->value())
            add(piece.offset + span.start, number);
    } else {
        refuse(text, range->error().detail);
    }
    return true;
}

/// Cheap sieve in front of NumberRange::judge(): a valid number that ends like a block, "...0-9", or is longer than numbers are.
bool mayBeBlock(QStringView text, const PhoneNumber &number)
{
    constexpr qsizetype longE164 = 13;
    const qsizetype hyphen = text.lastIndexOf(u'-');
    return number.e164.size() > longE164 || (hyphen > 0 && text[hyphen - 1] == u'0' && text.trimmed().endsWith(u'9'));
}

/// The usual case, one number in a line: read it directly. False when it has to be read as running text.
bool NumberReader::readWhole(const Piece &piece, bool alone)
{
    if (!NumberText::isPhoneLike(piece.text))
        return false;
    if (NumberText::digitCount(piece.text) < kFewestDigitsAlone || NumberText::isDate(piece.text))
        return true;
    if (piece.text.contains(u".."_s) || piece.text.contains(u"--"_s) || piece.text.contains(u" -"_s) || piece.text.contains(u"- "_s))
        return false;
    PhoneNumber number = parseNumber(piece.text, m_country);
    if (piece.text.contains(u'-') && (!number.valid || mayBeBlock(piece.text, number))) {
        if (const auto span = NumberRange::findHyphened(piece.text, 0); span && addRange(*span, piece))
            return true;
    }
    constexpr qsizetype longE164 = 13;
    if (number.e164.size() > longE164 && piece.text.contains(u'/')) // "030 12345610/11/12"
        return false;
    number.input = written(piece.offset, piece.text.size());
    const bool several = !number.possible && (number.reason != u"too-short"_s && number.reason != u"short-code"_s && NumberText::digitCount(piece.text) > 2 * kFewestDigits);
    if (!number.valid && (!alone || several))
        return false;
    add(piece.offset, std::move(number));
    return true;
}

void NumberReader::takeRanges(Piece &piece, std::optional<NumberRange::Span> (*find)(const QString &, qsizetype))
{
    qsizetype from = 0;
    while (const auto span = find(piece.text, from)) {
        from = span->start + 1;
        while (from < piece.text.size() && NumberText::isPhoneLike(QStringView(piece.text).mid(from, 1)))
            ++from;
        if (addRange(*span, piece)) {
            blank(piece, span->start, span->length);
            from = span->start + span->length;
        }
    }
}

/// "020 7946 0100/0101/0102".
void NumberReader::takeListed(Piece &piece)
{
    if (!piece.text.contains(u'/'))
        return;
    qsizetype from = 0;
    while (const auto listed = NumberRange::findListed(piece.text, m_country, from)) {
        for (PhoneNumber number : listed->numbers) {
            number.input = written(piece.offset + listed->start, listed->length);
            add(piece.offset + listed->start, std::move(number));
        }
        blank(piece, listed->start, listed->length);
        from = listed->start + listed->length;
    }
}

/// In a sentence digits count as a national number only with the trunk prefix that people write there: "4711-22" is no number in Germany.
bool hasTrunkPrefix(const PhoneNumber &number, const QString &text)
{
    return text.startsWith(u'+') || !number.national.startsWith(u'0') || NumberText::digits(text).startsWith(u'0');
}

void NumberReader::takeMatches(Piece &piece)
{
    PhoneNumberMatcher matcher(PhoneLibrary::util(), oneByteEach(piece.text), PhoneLibrary::region(m_country), PhoneNumberMatcher::VALID, 1000);
    while (matcher.HasNext()) {
        PhoneLibrary::lib::PhoneNumberMatch match;
        matcher.Next(&match);
        PhoneNumber number = parseNumber(QString::fromStdString(match.raw_string()), m_country);
        if (!hasTrunkPrefix(number, number.input))
            continue;
        number.input = written(piece.offset + match.start(), match.length());
        add(piece.offset + match.start(), std::move(number));
        blank(piece, match.start(), match.length());
    }
}

void NumberReader::takeRest(const Piece &piece)
{
    static const QRegularExpression figures(u"(?<![A-Za-z\\d])[+(]*\\d[\\d()./ \u2013-]*\\d(?![A-Za-z])"_s);
    for (auto it = figures.globalMatch(piece.text); it.hasNext();) {
        const auto match = it.next();
        const int digits = NumberText::digitCount(match.capturedView());
        // A plus says that it is meant as a telephone number, however short.
        const bool meant = match.capturedView().startsWith(u'+');
        if ((digits < kFewestDigits && !(meant && digits >= kFewestDigitsAlone)) || digits > kMostDigits)
            continue;
        PhoneNumber number = parseNumber(match.captured(), m_country);
        number.input = written(piece.offset + match.capturedStart(), match.capturedLength());
        // What is meant as a number counts when it is possible: known ranges are older than the world.
        if ((number.valid && hasTrunkPrefix(number, match.captured())) || (number.possible && meant))
            add(piece.offset + match.capturedStart(), std::move(number));
        else
            refuse(number.input, number.possible ? u"number.invalid"_s : u"number.impossible"_s);
    }
}

/// "1-800-FLOWERS": capitals in place of digits, and nothing else beside it.
bool NumberReader::readLetters(const Piece &piece)
{
    static const QRegularExpression form(u"^\\s*[+(]?\\d[\\d ().-]{2,}[A-Z][A-Z\\d -]{2,12}\\s*$"_s);
    if (piece.text.size() > kFewestDigits * 5 || !form.match(piece.text).hasMatch())
        return false;
    PhoneNumber number = parseNumber(piece.text, m_country);
    number.input = written(piece.offset, piece.text.size());
    const bool valid = number.valid;
    if (valid)
        add(piece.offset, std::move(number));
    return valid;
}

void NumberReader::readRunning(Piece piece)
{
    const bool hasDigits = std::any_of(piece.text.cbegin(), piece.text.cend(), [](QChar c) { return c.isDigit(); });
    if (!hasDigits)
        return;
    if (readLetters(piece))
        return;
    takeRanges(piece, NumberRange::findSpaced);
    takeRanges(piece, NumberRange::findHyphened);
    if (m_alone)
        takeRanges(piece, [](const QString &text, qsizetype from) { return NumberRange::findPlaceholders(text, from, true); });
    else
        takeRanges(piece, [](const QString &text, qsizetype from) { return NumberRange::findPlaceholders(text, from); });
    takeListed(piece);
    takeMatches(piece);
    takeRest(piece);
}

void NumberReader::readParts(const QString &clean)
{
    const QList<Piece> parts = pieces(NumberText::withoutOtherFigures(clean));
    const bool list = parts.size() > 1 && std::all_of(parts.cbegin(), parts.cend(), [](const Piece &piece) {
        const int digits = NumberText::digitCount(piece.text);
        return NumberText::isPhoneLike(piece.text) && (digits == 0 || digits >= kFewestDigits);
    });
    static const QRegularExpression word(u"[A-WYZa-wyz]"_s);
    m_alone = parts.size() == 1 && !word.match(clean).hasMatch();
    for (const Piece &piece : parts) {
        if (!readWhole(piece, list))
            readRunning(piece);
    }
}

void NumberReader::readLine(const QString &line)
{
    ++m_lineNumber;
    m_line = line;
    QString clean = NumberRange::withoutBrackets(NumberText::cleaned(line));
    for (qsizetype tab = line.indexOf(u'\t'); tab >= 0; tab = line.indexOf(u'\t', tab + 1))
        clean[tab] = u'\t'; // parts columns; every other blank is one space
    if (!readWhole({clean, 0}, true))
        readParts(clean);
    finishLine();
}

} // namespace

ParsedNumbers parseNumbers(const QString &text, const QString &country, const std::function<bool(int, int)> &progress)
{
    static const QRegularExpression lineEnd(u"\\r\\n|[\\n\\r\\x{2028}\\x{2029}]"_s);
    const QStringList lines = text.split(lineEnd);
    NumberReader reader(country);
    for (int done = 0; done < lines.size(); ++done) {
        if (progress && done % kProgressEvery == 0 && !progress(done, int(lines.size())))
            return reader.result;
        reader.readLine(lines.at(done));
    }
    if (progress)
        progress(int(lines.size()), int(lines.size()));
    return reader.result;
}

} // namespace PortDesk

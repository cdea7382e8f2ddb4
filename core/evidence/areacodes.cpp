// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/areacodes.h"

#include "core/evidence/phonestretches.h"
#include "core/evidence/plaintext.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qsizetype kShortestCode = 2, kLongestCode = 6; ///< digits, a trunk prefix with them ("02" is Milan)
constexpr qsizetype kCallingCode = 4;                    ///< digits more of an international one
constexpr qsizetype kShortestLocal = 5, kLongestLocal = 8;
constexpr int kRows = 80;           ///< of a column
constexpr int kHeadings = 2;        ///< lines of words between the code and its numbers
constexpr int kLookBack = 60;       ///< segments: no line has more cells
constexpr double kRowGap = 3;       ///< heights between the rows of a column
constexpr int kNearLines = 12;      ///< from the page's only code to its numbers
constexpr qsizetype kLead = 200;    ///< characters before a number that are looked at
constexpr qsizetype kTownName = 24; ///< letters between the label and its code: "Vorwahl für Köln: 0221"

bool isOneOf(const QString &word, const char *const words)
{
    return QLatin1StringView(words).contains(QString(u' ' + word + u' '));
}

/// Words for telephones and their lines in the languages served, plain.
bool isPhoneWord(const QString &word)
{
    return isOneOf(word, " rufnummer rufnummern telefon telefonnummer telefonnummern tel fon fax telefax faxnummer anschluss anschlusse anschlussnummer anschlussnummern festnetz msn isdn ortsrufnummer ortsrufnummern"
                         " telephone telephones phone phones landline landlines line lines ligne lignes fixe fixes telefono telefonos linea lineas linee fijo fijos telefonica telefonico telefoniche telefonici"
                         " telefoon telefoonnummer telefoonnummers lijn lijnen aansluiting aansluitingen telefone telefones linha linhas fixo fixos telefonu telefonow telefoniczny telefoniczne linia linie linii ");
}

/// Words that say nothing by themselves.
bool isSilentWord(const QString &word)
{
    return isOneOf(word, " number numbers nummer nummern nummers numero numeros numeri numer numery nr no n your ihre ihr ihrer vos votre sus su tus i vostri vostro uw seus suas twoje local lokale locaux locales the of"
                         " de der die das des del della delle do da dos le la les und and et y e en ");
}

/// Stands between numbers of a list.
bool isJoiningWord(const QString &word)
{
    return isOneOf(word, " und and et y e en i sowie ");
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : text) {
        if (c.isLetter())
            word.append(c);
        else if (!word.isEmpty())
            words.append(std::exchange(word, {}));
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

bool isOfCode(QChar c)
{
    return c.isDigit() || c == u'+' || c == u'(' || c == u')' || c == u' ' || c == u'-' || c == u'/' || c == u'.';
}

bool isCode(const QString &digits, bool plus)
{
    return digits.size() >= kShortestCode && digits.size() <= kLongestCode + (plus ? kCallingCode : 0);
}

/// A cell that is nothing but a code.
bool isCodeCell(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), isOfCode) && isCode(digitsOf(text), text.contains(u'+'));
}

/// "28 10 26": it stands in a column of numbers or it is a day.
bool isLikeDate(const QString &text)
{
    static const QRegularExpression form(u"^(?:0?[1-9]|[12]\\d|3[01])[ ./-](?:0?[1-9]|[12]\\d|3[01])[ ./-](?:\\d\\d|20\\d\\d)$"_s);
    return form.match(text.trimmed()).hasMatch();
}

bool isOrdinal(const QString &text)
{
    static const QRegularExpression form(u"^[1-9]\\d{0,2}[.)]?$"_s);
    return form.match(text.trimmed()).hasMatch();
}

} // namespace

AreaCodes::AreaCodes(const Paper &paper, const QList<LabelHit> &labels) : m_paper(paper)
{
    for (const LabelHit &label : labels) {
        if (label.label == Label::AreaCode)
            takeLabel(label);
    }
}

/// The code that begins at or behind a place of a segment; without words when none does.
StatedCode AreaCodes::codeIn(int index, qsizetype from) const
{
    const PaperSegment &segment = m_paper.segment(index);
    const QString &text = segment.text;
    qsizetype begin = from;
    while (begin < text.size() && !text.at(begin).isDigit() && text.at(begin) != u'+')
        ++begin;
    if (begin == text.size() || begin - from > kTownName)
        return {};
    qsizetype end = begin;
    while (end < text.size() && isOfCode(text.at(end)))
        ++end;
    while (!text.at(end - 1).isDigit())
        --end;
    StatedCode code{digitsOf(text.mid(begin, end - begin)), text.at(begin) == u'+', m_paper.wordsIn(segment, begin, end), index, begin, end};
    const bool glued = end < text.size() && text.at(end).isLetterOrNumber();
    const auto unsure = [this](int word) { return m_paper.words().at(word).confidence < kSureLetters; };
    if (glued || !isCode(code.digits, code.plus) || std::any_of(code.words.cbegin(), code.words.cend(), unsure))
        code.digits.clear();
    return code;
}

void AreaCodes::takeLabel(const LabelHit &label)
{
    const PaperSegment &segment = m_paper.segment(label.segment);
    StatedCode code = codeIn(label.segment, label.to);
    if (code.words.isEmpty() && segment.right >= 0 && isCodeCell(m_paper.segment(segment.right).text))
        code = codeIn(segment.right, 0);
    if (code.words.isEmpty()) {
        m_columns.append(label.segment);
        return;
    }
    m_bySegment.insert(code.segment, int(m_codes.size()));
    m_codes.append(code);
}

/// nullptr when the segment states none, or several.
const StatedCode *AreaCodes::onlyCodeOf(int segment) const
{
    return m_bySegment.count(segment) == 1 ? &m_codes.at(m_bySegment.value(segment)) : nullptr;
}

/// The segment of the same column in the line above, -1 when there is none near.
int AreaCodes::above(int index) const
{
    if (const auto known = m_above.constFind(index); known != m_above.cend())
        return *known;
    const PaperSegment &lower = m_paper.segment(index);
    int best = -1;
    for (int i = index - 1; i >= 0 && i >= index - kLookBack; --i) {
        const PaperSegment &upper = m_paper.segment(i);
        if (upper.page != lower.page || (best >= 0 && upper.line != m_paper.segment(best).line))
            break;
        if (upper.line == lower.line)
            continue;
        const double shared = std::min(upper.box.right(), lower.box.right()) - std::max(upper.box.left(), lower.box.left());
        const double gap = lower.box.top() - upper.box.bottom();
        if (shared < 0.3 * std::min(upper.box.width(), lower.box.width()) || gap > kRowGap * lower.box.height())
            continue;
        // Of two cells above the code's own column counts, so a line of words across several columns says nothing.
        best = best < 0 ? i : -2;
        if (best == -2)
            break;
    }
    best = std::max(best, -1);
    m_above.insert(index, best);
    return best;
}

AreaCodes::Lead AreaCodes::leadIn(const QString &text) const
{
    const QStringList words = wordsOf(text);
    if (words.isEmpty())
        return Lead::None;
    const bool known = std::all_of(words.cbegin(), words.cend(), [](const QString &w) { return isPhoneWord(w) || isSilentWord(w) || isJoiningWord(w); });
    return known && std::any_of(words.cbegin(), words.cend(), isPhoneWord) ? Lead::Phone : Lead::Other;
}

/// What stands before a number in its segment, or else in the cell at its left.
AreaCodes::Lead AreaCodes::leadOf(int index, qsizetype from) const
{
    const PaperSegment &segment = m_paper.segment(index);
    if (from > kLead)
        return Lead::Other;
    const QString before = segment.text.left(from);
    QString rest = before;
    const QList<PhoneStretch> others = phoneStretches(before);
    for (auto it = others.crbegin(); it != others.crend(); ++it)
        rest.remove(it->from, it->to - it->from);
    const Lead own = leadIn(rest);
    if (own == Lead::None && !others.isEmpty())
        return digitsOf(rest).isEmpty() ? Lead::None : Lead::Other; // another number of the list
    if (own != Lead::None)
        return digitsOf(rest).isEmpty() ? own : Lead::Other;
    if (!digitsOf(rest).isEmpty() && !isOrdinal(rest))
        return Lead::Other;
    if (segment.left < 0)
        return Lead::None;
    const QString &beside = m_paper.segment(segment.left).text;
    if (digitsOf(beside).isEmpty())
        return leadIn(beside);
    return isOrdinal(beside) ? Lead::None : Lead::Other;
}

bool AreaCodes::endsWithCode(int segment) const
{
    const QString &text = m_paper.segment(segment).text;
    const auto codes = m_bySegment.equal_range(segment);
    return std::any_of(codes.first, codes.second, [&](int code) { return digitsOf(text.mid(m_codes.at(code).to)).isEmpty(); });
}

bool AreaCodes::mayBePhone(int segment, qsizetype from) const
{
    return leadOf(segment, from) != Lead::Other;
}

/// "Vorwahl 0221: 90 98 76, 90 98 77" and "Vorwahl 0221        90 98 76".
StatedCode AreaCodes::inLine(int index, qsizetype from) const
{
    const PaperSegment &segment = m_paper.segment(index);
    const bool own = m_bySegment.contains(index);
    const int holder = own ? index : segment.left;
    const StatedCode *code = holder < 0 ? nullptr : onlyCodeOf(holder);
    if (!code || code->digits.isEmpty() || (own && (code->to > from || from - code->to > kLead)))
        return {};
    QString between = own ? segment.text.mid(code->to, from - code->to) : m_paper.segment(holder).text.mid(code->to) + segment.text.left(from);
    const QList<PhoneStretch> others = phoneStretches(between);
    for (auto it = others.crbegin(); it != others.crend(); ++it) {
        if (digitsOf(between.mid(it->from, it->to - it->from)).size() > kLongestLocal)
            return {};
        between.remove(it->from, it->to - it->from);
    }
    const QStringList words = wordsOf(between);
    const bool list = std::all_of(words.cbegin(), words.cend(), [](const QString &w) { return isJoiningWord(w) || isPhoneWord(w); });
    return list && digitsOf(between).isEmpty() ? *code : StatedCode();
}

/// The cell at the left is a code, in a column of such cells below a label.
StatedCode AreaCodes::inColumnOfCodes(int index) const
{
    const int cell = m_paper.segment(index).left;
    if (cell < 0 || !isCodeCell(m_paper.segment(cell).text))
        return {};
    int at = cell;
    for (int row = 0; row < kRows; ++row) {
        at = above(at);
        if (at < 0)
            return {};
        if (m_columns.contains(at))
            return codeIn(cell, 0);
        if (!isCodeCell(m_paper.segment(at).text))
            return {};
    }
    return {};
}

/// A row that is a number without its code, or written out with one; what else stands there ends the column.
bool AreaCodes::isRowOfNumbers(int index, QStringList &written) const
{
    const auto known = m_rows.constFind(index);
    const Row row = known == m_rows.cend() ? m_rows.insert(index, rowAt(index)).value() : *known;
    written += row.written;
    return row.ofNumbers;
}

AreaCodes::Row AreaCodes::rowAt(int index) const
{
    const QString &text = m_paper.segment(index).text;
    const QList<PhoneStretch> stretches = phoneStretches(text);
    if (stretches.isEmpty() || leadOf(index, stretches.first().from) == Lead::Other)
        return {};
    Row row{true, {}};
    for (const PhoneStretch &stretch : stretches) {
        const QString number = text.mid(stretch.from, stretch.to - stretch.from);
        const QString digits = digitsOf(number);
        const bool local = digits.size() >= kShortestLocal && digits.size() <= kLongestLocal && !number.startsWith(u'0') && !number.startsWith(u'(') && !number.startsWith(u'+');
        if (!local)
            row.written.append(digits);
    }
    return row;
}

/// A line of words for numbers and telephones only.
bool AreaCodes::isHeading(int index) const
{
    const QString text = index < 0 ? QString() : m_paper.segment(index).text;
    const QStringList words = digitsOf(text).isEmpty() ? wordsOf(text) : QStringList();
    return !words.isEmpty() && std::all_of(words.cbegin(), words.cend(), [](const QString &w) { return isPhoneWord(w) || isSilentWord(w); });
}

StatedCode AreaCodes::inColumn(int index, Lead lead, const QString &text) const
{
    const QString digits = digitsOf(text);
    const bool likeDate = isLikeDate(text);
    if (lead == Lead::Other)
        return {};
    QStringList written;
    int headings = 0, at = index;
    for (int row = 0; row < kRows; ++row) {
        at = above(at);
        if (at < 0)
            return {};
        if (m_bySegment.contains(at)) {
            const StatedCode *code = onlyCodeOf(at);
            const bool known = code && !code->digits.isEmpty() && (!likeDate || headings > 0 || lead == Lead::Phone || isHeading(above(at)));
            // Where codes begin with no nought, local numbers may.
            const auto fits = [&](const QString &other) { return other.startsWith(code->digits) || (!code->digits.startsWith(u'0') && other.size() == digits.size()); };
            return known && std::all_of(written.cbegin(), written.cend(), fits) ? *code : StatedCode();
        }
        if (digitsOf(m_paper.segment(at).text).isEmpty()) {
            if (!isHeading(at) || ++headings > kHeadings)
                return {};
        } else if (headings > 0 || !isRowOfNumbers(at, written)) {
            return {};
        }
    }
    return {};
}

/// The one code the page states, for a number at a word for telephones not far below.
StatedCode AreaCodes::onlyOneOfPage(int index, Lead lead) const
{
    static const QRegularExpression bracketed(u"\\(0\\d{1,5}\\)(?! ?\\d)"_s);
    const PaperSegment &segment = m_paper.segment(index);
    const StatedCode *only = nullptr;
    for (const StatedCode &code : m_codes) {
        if (m_paper.segment(code.segment).page != segment.page)
            continue;
        if (code.digits.isEmpty() || (only && only->digits != code.digits))
            return {};
        only = &code;
    }
    if (lead != Lead::Phone || !only || !m_columns.isEmpty())
        return {};
    const int line = m_paper.segment(only->segment).line;
    if (segment.line <= line || segment.line - line > kNearLines)
        return {};
    for (int i = only->segment; i <= index; ++i) {
        if (!m_bySegment.contains(i) && bracketed.match(m_paper.segment(i).text).hasMatch())
            return {}; // another code without a label
    }
    return *only;
}

StatedCode AreaCodes::codeFor(int segment, qsizetype from, qsizetype to) const
{
    const QString text = m_paper.segment(segment).text.mid(from, to - from);
    const QString digits = digitsOf(text);
    if (isEmpty() || digits.size() < kShortestLocal || digits.size() > kLongestLocal || text.startsWith(u'+'))
        return {};
    if (const StatedCode code = inLine(segment, from); !code.words.isEmpty())
        return code;
    if (m_bySegment.contains(segment))
        return {};
    if (const StatedCode code = inColumnOfCodes(segment); !code.words.isEmpty())
        return code;
    Lead lead = leadOf(segment, from);
    if (const StatedCode code = inColumn(segment, lead, text); !code.words.isEmpty())
        return code;
    QStringList written;
    for (int row = 0, at = segment; lead == Lead::None && row < kRows; ++row) {
        at = above(at);
        if (at < 0)
            break;
        const QString &line = m_paper.segment(at).text;
        if (digitsOf(line).isEmpty())
            lead = leadIn(line); // the heading of the column
        else if (!isRowOfNumbers(at, written) || !written.isEmpty())
            break;
    }
    return onlyOneOfPage(segment, lead);
}

} // namespace PortDesk

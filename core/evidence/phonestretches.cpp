// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/phonestretches.h"

#include "core/evidence/plaintext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qsizetype kShortest = 5; ///< digits of a telephone number
constexpr qsizetype kWhole = 7;    ///< as many digits may be a number without anything before it

/// A part of a run without blanks in it.
struct Part {
    qsizetype from = 0, to = 0;
    QString text, digits;
};

bool isRunCharacter(QChar c)
{
    return (c >= u'0' && c <= u'9') || c == u' ' || c == u'(' || c == u')' || c == u'-' || c == u'.' || c == u'/' || c == u'+';
}

bool isDate(const QString &text)
{
    static const QRegularExpression form(u"^\\(?(?:(?:0?[1-9]|[12]\\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:\\d\\d|20\\d\\d)|20\\d\\d[./-]\\d\\d?[./-]\\d\\d?"
                                         "|(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\\d|3[01])/(?:\\d\\d|20\\d\\d))[).-]*$"_s);
    return form.match(text).hasMatch();
}

bool isAmount(const QString &text)
{
    static const QRegularExpression form(u"^-?\\d{1,6}\\.\\d\\d-?$"_s);
    return form.match(text).hasMatch();
}

QList<Part> partsOf(const QString &line, qsizetype from, qsizetype to)
{
    QList<Part> parts;
    for (qsizetype i = from; i < to;) {
        if (line.at(i) == u' ') {
            ++i;
            continue;
        }
        Part part{i, i, {}, {}};
        while (part.to < to && line.at(part.to) != u' ')
            ++part.to;
        part.text = line.mid(part.from, part.to - part.from);
        part.digits = digitsOf(part.text);
        i = part.to;
        parts.append(part);
    }
    return parts;
}

qsizetype digitCount(const QList<Part> &parts, qsizetype from, qsizetype to)
{
    qsizetype count = 0;
    for (qsizetype i = from; i < to; ++i)
        count += parts.at(i).digits.size();
    return count;
}

bool opensNumber(const QString &text)
{
    return text.startsWith(u'+') || text.startsWith(u'0') || text.startsWith("(0"_L1) || text.startsWith("(+"_L1);
}

/// True when a new number begins with part `at`; the present one began with part `first`.
bool beginsAnother(const QList<Part> &parts, qsizetype first, qsizetype at)
{
    const Part &part = parts.at(at);
    const qsizetype before = digitCount(parts, first, at);
    const qsizetype rest = digitCount(parts, at, parts.size());
    if (part.text.startsWith(u'+') || part.text.startsWith("(+"_L1))
        return true;
    if (before < kWhole)
        return false;
    if (part.text.startsWith("(0"_L1) || (part.text.startsWith(u'0') && before >= 8 && rest >= 8) || part.digits.size() >= kWhole)
        return true;
    const QString &previous = parts.at(at - 1).text;
    const bool parted = previous == "/"_L1 || previous == "-"_L1;
    return parted && rest >= kWhole && (opensNumber(part.text) || rest == before);
}

class Splitter
{
public:
    explicit Splitter(const QString &line) : m_line(line) {}

    QList<PhoneStretch> split()
    {
        for (qsizetype i = 0; i < m_line.size();) {
            if (!isRunCharacter(m_line.at(i))) {
                ++i;
                continue;
            }
            qsizetype end = i;
            while (end < m_line.size() && isRunCharacter(m_line.at(end)))
                ++end;
            takeRun(i, end);
            i = end;
        }
        return m_found;
    }

private:
    bool isDigitAt(qsizetype i) const { return i >= 0 && i < m_line.size() && m_line.at(i).isDigit(); }
    bool isLetterAt(qsizetype i) const { return i >= 0 && i < m_line.size() && m_line.at(i).isLetter(); }
    /// "12,50" and "14:05": their halves are no numbers of their own.
    bool isJoinAt(qsizetype i) const
    {
        return i >= 0 && i < m_line.size() && (m_line.at(i) == u',' || m_line.at(i) == u':' || m_line.at(i) == u'\'') && isDigitAt(i - 1) && isDigitAt(i + 1);
    }

    void takeRun(qsizetype from, qsizetype to)
    {
        QList<Part> parts = partsOf(m_line, from, to);
        if ((isDigitAt(from) && isLetterAt(from - 1)) || (isDigitAt(to - 1) && isLetterAt(to)))
            return; // a part of a word: "R2026", "017a"
        if (isJoinAt(from - 1) && !parts.isEmpty())
            parts.removeFirst();
        if (isJoinAt(to) && !parts.isEmpty())
            parts.removeLast();
        if (!parts.isEmpty() && isAmount(parts.last().text))
            parts.removeLast();
        takeParts(parts);
    }

    void takeParts(const QList<Part> &parts)
    {
        qsizetype first = 0;
        for (qsizetype i = 0; i <= parts.size(); ++i) {
            const bool date = i < parts.size() && isDate(parts.at(i).text);
            if (i == parts.size() || date || (i > first && beginsAnother(parts, first, i))) {
                take(parts, first, i);
                first = date ? i + 1 : i;
            }
        }
    }

    void take(const QList<Part> &parts, qsizetype first, qsizetype end)
    {
        if (end <= first)
            return;
        // "3. 030 12345678": the number of the row, not of the line.
        const Part &row = parts.at(first);
        const bool ordinal = row.digits.size() <= 3 && row.text.size() == row.digits.size() + 1 && (row.text.endsWith(u'.') || row.text.endsWith(u')'));
        if (ordinal && end > first + 1 && opensNumber(parts.at(first + 1).text))
            ++first;
        while (end > first && parts.at(end - 1).digits.isEmpty())
            --end;
        if (digitCount(parts, first, end) >= kShortest)
            m_found.append({parts.at(first).from, parts.at(end - 1).to});
    }

    const QString &m_line;
    QList<PhoneStretch> m_found;
};

QChar repaired(QChar c)
{
    switch (c.unicode()) {
    case u'o':
        return u'0';
    case u'l':
    case u'i':
    case u'|':
        return u'1';
    case u's':
        return u'5';
    case u'b':
        return u'8';
    default:
        return c;
    }
}

} // namespace

QList<PhoneStretch> phoneStretches(const QString &plainLine)
{
    return Splitter(plainLine).split();
}

QString withDigitsRepaired(const QString &plainLine)
{
    QString line = plainLine;
    for (qsizetype i = 0; i < line.size();) {
        qsizetype end = i;
        int digits = 0, letters = 0, fixable = 0;
        while (end < line.size() && line.at(end) != u' ' && line.at(end) != u'\t') {
            const QChar c = line.at(end++);
            digits += c.isDigit();
            letters += c.isLetter();
            fixable += repaired(c) != c;
        }
        if (fixable > 0 && fixable >= letters && 2 * digits >= fixable)
            std::transform(line.begin() + i, line.begin() + end, line.begin() + i, repaired);
        i = end + 1;
    }
    return line;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numbertext.h"

#include <QRegularExpression>

#include <algorithm>

namespace PortDesk::NumberText {

using namespace Qt::StringLiterals;

namespace {

QChar cleanedMark(QChar mark)
{
    switch (mark.unicode()) {
    case 0x2010: // hyphen
    case 0x2011: // hyphen that does not break
    case 0x2012: // figure dash, made for telephone numbers
    case 0xFE63:
    case 0xFF0D:
        return u'-';
    case 0x2013: // en dash
    case 0x2014:
    case 0x2015:
    case 0x2212: // minus
    case 0x301C: // wave dash, ranges in Japan
    case 0xFF5E:
    case u'~':
        return QChar(0x2013);
    case 0xFE62:
    case 0xFF0B:
        return u'+';
    case 0xFF08:
        return u'(';
    case 0xFF09:
        return u')';
    default:
        return mark;
    }
}

QChar cleanedChar(QChar c)
{
    if (c.unicode() >= u' ' && c.unicode() < 0x7F)
        return c == u'~' ? QChar(0x2013) : c;
    if (const int value = c.digitValue(); value >= 0)
        return QChar(u'0' + value);
    if (c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
        return u' ';
    return cleanedMark(c);
}

} // namespace

QString cleaned(QStringView text)
{
    QString clean(text.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i) {
        clean[i] = cleanedChar(text[i]);
        if (!text[i].isHighSurrogate() || i + 1 >= text.size() || !text[i + 1].isLowSurrogate())
            continue;
        const int value = QChar::digitValue(QChar::surrogateToUcs4(text[i], text[i + 1]));
        if (value >= 0) {
            clean[i] = QChar(u'0' + value);
            clean[++i] = u' ';
        }
    }
    return clean;
}

bool isPhoneLike(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u' ' || c == u'-' || c == u'+' || c == u'(' || c == u')' || c == u'/' || c == u'.';
    });
}

int digitCount(QStringView text)
{
    return int(std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; }));
}

QString digits(QStringView text)
{
    QString result;
    std::copy_if(text.cbegin(), text.cend(), std::back_inserter(result), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return result;
}

bool isDate(QStringView text)
{
    static const QRegularExpression form(u"^\\s*(?:(?:19|20)\\d\\d-[01]?\\d-[0-3]?\\d|[0-3]?\\d([./-])[0-3]?\\d\\1(?:19|20)\\d\\d)\\s*$"_s);
    // Cheap first: a date has eight digits at most.
    return text.size() <= 16 && digitCount(text) <= 8 && form.match(text.toString()).hasMatch();
}

QString withoutOtherFigures(const QString &text)
{
    static const QRegularExpression figures(
        // dates
        u"(?<![\\d./-])(?:(?:19|20)\\d\\d-[01]\\d-[0-3]\\d|[0-3]?\\d([./-])[0-3]?\\d\\1(?:(?:19|20)\\d\\d|\\d\\d))(?![./-]?\\d)"
        // amounts: 1.234,50 and, with a currency beside it, 1,234.50
        "|(?<!\\S)\\d{1,3}(?:\\.\\d{3})*,\\d\\d(?!\\S)"
        "|(?:[€$£¥]|\\b(?:EUR|USD|GBP|CHF|CAD)) ?\\d[\\d.,']*"
        "|(?<![\\d ])\\d[\\d.,']*[.,]\\d\\d ?(?:[€$£¥]|EUR\\b|USD\\b|GBP\\b|CHF\\b|CAD\\b)"
        "|(?<= )\\d[\\d.']*[.,]\\d\\d ?(?:[€$£¥]|EUR\\b|USD\\b|GBP\\b|CHF\\b|CAD\\b)"
        // longer than any number with its extension
        "|\\d{25,}"
        // international bank account numbers
        "|\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b"_s);
    QString result = text;
    for (auto it = figures.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i)
            result[i] = u' ';
    }
    return result;
}

} // namespace PortDesk::NumberText

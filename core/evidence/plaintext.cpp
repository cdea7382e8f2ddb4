// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

bool isDash(QChar c)
{
    return c.category() == QChar::Punctuation_Dash || c.unicode() == 0x2212; // minus sign
}

/// What one letter becomes that decomposition leaves as it is; nullptr for all others.
const char *plainLetter(char16_t c)
{
    switch (c) {
    case u'\u00df':
        return "ss";
    case u'\u00e6':
        return "ae";
    case u'\u0153':
        return "oe";
    case u'\u00f8':
        return "o";
    case u'\u0142':
        return "l";
    case u'\u0111':
    case u'\u00f0':
        return "d";
    case u'\u00fe':
        return "th";
    case u'\u0131':
        return "i";
    case u'\u2018':
    case u'\u2019':
    case u'\u02bc':
    case u'\u00b4':
        return "'";
    default:
        return nullptr;
    }
}

void appendPlain(QString &out, QChar c)
{
    if (c.isMark() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control)
        return;
    if (const int digit = c.digitValue(); digit >= 0 && c.isDigit())
        out.append(QChar(u'0' + digit));
    else if (isDash(c))
        out.append(u'-');
    else if (c.isSpace())
        out.append(u' ');
    else if (const char *letter = plainLetter(c.unicode()))
        out.append(QLatin1StringView(letter));
    else
        out.append(c);
}

bool isPlain(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f && !(c >= u'A' && c <= u'Z'); });
}

} // namespace

QString plainText(QStringView text)
{
    if (isPlain(text))
        return text.toString();
    const QString whole = text.toString().normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString out;
    out.reserve(whole.size());
    const QString parts = whole.normalized(QString::NormalizationForm_KD);
    for (const QChar c : parts)
        appendPlain(out, c);
    return out;
}

QString transcribedText(QStringView text)
{
    QString two = text.toString().normalized(QString::NormalizationForm_C).toLower();
    static constexpr std::pair<char16_t, const char *> letters[] = {{u'\u00e4', "ae"}, {u'\u00f6', "oe"}, {u'\u00fc', "ue"},
                                                                    {u'\u00f8', "oe"}, {u'\u00e5', "aa"}, {u'\u00e6', "ae"}};
    for (const auto &[letter, written] : letters)
        two.replace(QChar(letter), QLatin1StringView(written));
    return plainText(two);
}

QString lettersAndDigits(QStringView plain)
{
    QString kept;
    for (const QChar c : plain) {
        if (c.isLetterOrNumber())
            kept.append(c);
    }
    return kept;
}

QString digitsOf(QStringView plain)
{
    QString kept;
    for (const QChar c : plain) {
        if (c >= u'0' && c <= u'9')
            kept.append(c);
    }
    return kept;
}

} // namespace PortDesk

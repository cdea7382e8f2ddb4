// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberdetails.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestPrefix = 12; ///< of both tables, with the calling code

QByteArray table(const QString &name)
{
    QFile file(u":/portdesk/numbers/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qsizetype lineStart(const QByteArray &text, qsizetype at)
{
    return at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0;
}

/// The value of the line that begins with `key`, by halving; the text is sorted by bytes.
QByteArray valueOf(const QByteArray &text, const QByteArray &key)
{
    qsizetype low = 0;
    qsizetype high = text.size();
    while (low < high) {
        const qsizetype start = lineStart(text, low + (high - low) / 2);
        const qsizetype end = text.indexOf('\n', start);
        const int order = QByteArrayView(text).sliced(start, std::min(key.size(), text.size() - start)).compare(key);
        if (order == 0)
            return text.sliced(start + key.size(), (end < 0 ? text.size() : end) - start - key.size());
        if (order < 0)
            low = end < 0 ? high : end + 1;
        else
            high = start;
    }
    return {};
}

/// Digits the area table knows a number by. Mobile numbers belong to a place only in a few countries; Argentina puts a 9 in front of them.
QByteArray areaDigits(const PhoneNumber &number)
{
    static constexpr std::array placed{"BR"_L1, "MX"_L1, "ID"_L1, "AR"_L1};
    const QByteArray digits = number.e164.mid(1).toLatin1();
    if (number.type == NumberType::Geographic || number.type == NumberType::Unknown) // a new range has a place before it has a type
        return digits;
    const bool mobile = number.type == NumberType::Mobile && std::find(placed.begin(), placed.end(), number.country) != placed.end();
    if (!mobile)
        return {};
    return digits.startsWith("549") ? "54" + digits.sliced(3) : digits;
}

} // namespace

QString longestPrefix(const QByteArray &text, const QByteArray &digits)
{
    for (qsizetype length = std::min(digits.size(), kLongestPrefix); length > 0; --length) {
        if (const QByteArray value = valueOf(text, digits.first(length) + '\t'); !value.isEmpty())
            return QString::fromUtf8(value);
    }
    return {};
}

const QByteArray &areaTable()
{
    static const QByteArray areas = table(u"areas.txt"_s);
    return areas;
}

const QByteArray &areaNameTable()
{
    static const QByteArray names = table(u"areanames.txt"_s);
    return names;
}

NumberDetails numberDetails(const PhoneNumber &number)
{
    if (!number.possible || number.e164.isEmpty())
        return {};
    static const QByteArray holders = table(u"rangeholders.txt"_s);
    return {longestPrefix(areaTable(), areaDigits(number)), longestPrefix(holders, number.e164.mid(1).toLatin1())};
}

} // namespace PortDesk

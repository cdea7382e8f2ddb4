// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/activation.h"

#include "core/cases/request.h"

#include <QRegularExpression>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestEnding = 6; ///< more digits are a whole number, with a trunk zero or without

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    const bool wholeNumber = digits.size() > kLongestEnding;
    return wholeNumber && digits.startsWith(u'0') && !digits.startsWith("00"_L1) ? digits.mid(1) : digits;
}

/// Two endings of one length: "8-12" reads as "08" to "12".
struct Stretch
{
    QString first;
    QString last;

    bool holds(const QString &e164) const
    {
        const QString ending = e164.right(last.size());
        return ending >= first && ending <= last;
    }
};

std::optional<Stretch> stretchOf(const QString &entry)
{
    static const QRegularExpression parting(uR"(\s*(?:-|–|—|\.\.|\bto\b|\bbis\b)\s*)"_s);
    const QStringList ends = entry.trimmed().split(parting);
    const QString first = digitsOf(ends.first());
    const QString last = ends.size() == 2 ? digitsOf(ends.last()) : first;
    if (ends.size() > 2 || first.isEmpty() || last.isEmpty())
        return std::nullopt;
    // "030-23125010" is one number with a hyphen in it.
    if (first.size() < last.size() && last.size() > kLongestEnding)
        return Stretch{digitsOf(entry), digitsOf(entry)};
    // "+49 30 1234510-19": the second end continues the first.
    const QString whole = first.size() > last.size() ? first.left(first.size() - last.size()) + last : last;
    return Stretch{first.rightJustified(whole.size(), u'0'), whole};
}

} // namespace

Result<QSet<QString>> activatedNumbers(const QStringList &entries, const QStringList &e164)
{
    if (entries.isEmpty())
        return QSet<QString>(e164.cbegin(), e164.cend());
    QSet<QString> active;
    if (entries == QStringList{kActivateNone})
        return active;
    for (const QString &entry : entries) {
        const auto stretch = stretchOf(entry);
        const qsizetype before = active.size();
        bool known = false;
        for (const QString &number : e164) {
            if (stretch && stretch->holds(number)) {
                active.insert(number);
                known = true;
            }
        }
        if (!known && active.size() == before)
            return Error{Error::Code::Invalid, u"“%1” fits no number of the row."_s.arg(entry), entry};
    }
    return active;
}

} // namespace PortDesk

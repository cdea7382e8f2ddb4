// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/numberareas.h"

#include <QRegularExpression>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

/// Calling code and the first group after it. Groups are parted by blanks, in North America also by hyphens.
QString areaOf(const QString &number)
{
    static const QRegularExpression form(uR"(^(\+\d{1,3}) \(?(\d{1,5})\)?[ -])"_s);
    const auto match = form.match(number);
    return match.hasMatch() ? match.captured(1) + u' ' + match.captured(2) : QString();
}

QString digits(const QString &text)
{
    QString result;
    std::copy_if(text.cbegin(), text.cend(), std::back_inserter(result), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return result;
}

QString callingCode(const QString &number)
{
    return digits(number.section(u' ', 0, 0));
}

bool beginsWith(const QString &number, const QString &prefix)
{
    const QString whole = digits(number);
    QString wanted = digits(prefix);
    const bool international = prefix.trimmed().startsWith(u'+') || wanted.startsWith(u"00");
    if (wanted.startsWith(u"00"))
        wanted.remove(0, 2);
    if (wanted.isEmpty())
        return false;
    if (international)
        return whole.startsWith(wanted);
    const QString national = number.contains(u' ') ? whole.mid(callingCode(number).size()) : whole;
    if (wanted.startsWith(u'0')) // the trunk prefix stands before national numbers only; Italian numbers keep their zero
        return national.startsWith(wanted) || national.startsWith(wanted.mid(1));
    return whole.startsWith(wanted) || national.startsWith(wanted);
}

} // namespace

QList<NumberArea> numberAreas(const QStringList &numbers)
{
    QList<NumberArea> areas;
    for (int row = 0; row < numbers.size(); ++row) {
        const QString prefix = areaOf(numbers.at(row));
        if (prefix.isEmpty())
            continue;
        const auto known = std::find_if(areas.begin(), areas.end(), [&](const NumberArea &area) { return area.prefix == prefix; });
        if (known == areas.end())
            areas.append({prefix, {row}});
        else
            known->rows.append(row);
    }
    return areas;
}

QList<int> rowsWithPrefix(const QStringList &numbers, const QString &prefix)
{
    QList<int> rows;
    for (int row = 0; row < numbers.size(); ++row)
        if (beginsWith(numbers.at(row), prefix))
            rows.append(row);
    return rows;
}

} // namespace PortDesk

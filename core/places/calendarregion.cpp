// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folding.h"
#include "core/places/businesscalendar.h"
#include "core/places/holidaytable.h"

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

/// Royal Mail's postcode areas outside England. Areas on a border go with their larger part: TD15 (Berwick) is English, the rest of TD Scottish.
QString britishNation(const QString &postcode)
{
    static const QStringList scotland{u"AB"_s, u"DD"_s, u"DG"_s, u"EH"_s, u"FK"_s, u"G"_s, u"HS"_s, u"IV"_s, u"KA"_s, u"KW"_s, u"KY"_s, u"ML"_s, u"PA"_s, u"PH"_s, u"TD"_s, u"ZE"_s};
    static const QStringList wales{u"CF"_s, u"LD"_s, u"LL"_s, u"NP"_s, u"SA"_s};
    const QString code = postcode.toUpper().remove(u' ');
    qsizetype letters = 0;
    while (letters < code.size() && code.at(letters).isLetter())
        ++letters;
    const QString area = code.left(letters);
    if (area.isEmpty() || letters == code.size())
        return {};
    if (area == u"BT")
        return u"NIR"_s;
    if (scotland.contains(area) && !code.startsWith(u"TD15"))
        return u"SCT"_s;
    return wales.contains(area) ? u"WLS"_s : u"ENG"_s;
}

/// Good Friday and 26 December are holidays in Alsace and Moselle: the departments are the first two digits of the postcode.
QString frenchDepartment(const QString &postcode)
{
    const QString department = postcode.simplified().left(2);
    return QStringList{u"57"_s, u"67"_s, u"68"_s}.contains(department) ? department : QString();
}

QString byPostcode(const PostalAddress &address)
{
    if (address.country == u"GB")
        return britishNation(address.postalCode);
    return address.country == u"FR" ? frenchDepartment(address.postalCode) : QString();
}

} // namespace

QString calendarRegion(const PostalAddress &address)
{
    const HolidayRow &row = holidayRow(address.country);
    const auto known = [&row](const QString &code) { return row.regions.contains(code) ? code : row.aliases.value(code); };
    if (const auto region = findRegion(address.country, address.region)) {
        const QString code = known(region->iso.mid(3));
        if (!code.isEmpty())
            return code;
    }
    const QString text = folded(address.region);
    for (auto it = row.regions.cbegin(); it != row.regions.cend(); ++it)
        if (!text.isEmpty() && (folded(it->name) == text || folded(it.key()) == text))
            return it.key();
    return known(byPostcode(address));
}

} // namespace PortDesk

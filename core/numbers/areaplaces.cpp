// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/areaplaces.h"

#include "core/base/folding.h"
#include "core/numbers/numberdetails.h"

#include <QHash>
#include <QMutex>
#include <QSet>

#include <algorithm>
#include <memory>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// The words of a place, folded: "St. Gallen" and "Sankt Gallen" are one.
QString placeKey(const QString &name)
{
    QString key;
    for (const QChar c : folded(name))
        key += c.isLetterOrNumber() ? c : u' ';
    QStringList words = key.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : words) {
        if (word == "sankt"_L1 || word == "saint"_L1)
            word = u"st"_s;
    }
    return words.join(u' ');
}

/// The places an entry names: "Burgdorf/Langnau i.E." two, "Suzano - SP" and "Santiago, Metropolitan Region" one without its province.
QStringList placesOf(const QString &area)
{
    QStringList places;
    for (const QString &part : area.split(u'/')) {
        const QString key = placeKey(part.section(u',', 0, 0).section(u" - "_s, 0, 0));
        if (!key.isEmpty())
            places.append(key);
    }
    return places;
}

/// "Frankfurt" may stand for "Frankfurt am Main" and for "Frankfurt (Oder)"; "Berlin-Mitte" lies in "Berlin".
bool resemble(const QString &a, const QString &b)
{
    return a == b || a.startsWith(b + u' ') || b.startsWith(a + u' ');
}

/// The lines of a sorted table that begin with a calling code.
QList<QByteArray> linesOf(const QByteArray &table, const QByteArray &callingCode)
{
    QList<QByteArray> lines;
    qsizetype start = table.startsWith(callingCode) ? 0 : table.indexOf('\n' + callingCode) + 1;
    if (start == 0 && !table.startsWith(callingCode))
        return lines;
    while (start < table.size() && QByteArrayView(table).sliced(start).startsWith(callingCode)) {
        const qsizetype end = table.indexOf('\n', start);
        lines.append(table.sliced(start, (end < 0 ? table.size() : end) - start));
        start = end < 0 ? table.size() : end + 1;
    }
    return lines;
}

/// The names of the areas of one calling code.
class AreaPlaces
{
public:
    explicit AreaPlaces(const QByteArray &callingCode)
    {
        QHash<QByteArray, QStringList> others; // other names by the English one
        for (const QByteArray &line : linesOf(areaNameTable(), callingCode + '\t')) {
            const QList<QByteArray> cells = line.split('\t');
            others[cells.value(1)] += placesOf(QString::fromUtf8(cells.value(2)));
        }
        QHash<QByteArray, QStringList> places; // many prefixes share a name
        for (const QByteArray &line : linesOf(areaTable(), callingCode)) {
            const qsizetype tab = line.indexOf('\t');
            const QByteArray area = line.sliced(tab + 1);
            if (!places.contains(area))
                places.insert(area, placesOf(QString::fromUtf8(area)) + others.value(area));
            for (const QString &place : std::as_const(places)[area])
                m_prefixes[place].append(line.first(tab));
        }
        for (auto entry = places.cbegin(); entry != places.cend(); ++entry)
            m_places.insert(QString::fromUtf8(entry.key()), entry.value());
    }

    QList<QByteArray> prefixesOf(const QString &place) const { return m_prefixes.value(place); }
    QStringList placesIn(const QString &area) const { return m_places.value(area); }

private:
    QHash<QString, QList<QByteArray>> m_prefixes; ///< by place
    QHash<QString, QStringList> m_places;         ///< by area
};

std::shared_ptr<const AreaPlaces> areaPlaces(const QByteArray &callingCode)
{
    static QMutex mutex;
    static QHash<QByteArray, std::shared_ptr<const AreaPlaces>> known;
    const QMutexLocker lock(&mutex);
    auto &places = known[callingCode];
    if (!places)
        places = std::make_shared<const AreaPlaces>(callingCode);
    return places;
}

/// Calling code and area code: the first two groups of "+49 30 23125017" or "+1 212-736-5000".
std::pair<QByteArray, QByteArray> codesOf(const PhoneNumber &number)
{
    const QStringList groups = QString(number.international).replace(u'-', u' ').split(u' ', Qt::SkipEmptyParts);
    if (groups.size() < 3 || !groups.first().startsWith(u'+'))
        return {};
    return {groups.first().mid(1).toLatin1(), groups.at(1).toLatin1()};
}

} // namespace

PlaceInArea placeInArea(const PhoneNumber &number, const QString &town, const QString &part)
{
    static const QSet<QByteArray> shared{"1", "7"}; // several countries: the same name is another town across the border
    const auto [callingCode, areaCode] = codesOf(number);
    const QString area = numberDetails(number).area;
    if (area.isEmpty() || callingCode.isEmpty() || shared.contains(callingCode))
        return PlaceInArea::Unknown;
    const auto known = areaPlaces(callingCode);
    const QStringList own = known->placesIn(area);
    const QByteArray code = callingCode + areaCode;
    bool elsewhere = false;
    for (const QString &key : {placeKey(part), placeKey(town)}) {
        if (key.isEmpty())
            continue;
        if (std::any_of(own.cbegin(), own.cend(), [&key](const QString &name) { return resemble(name, key); }))
            return PlaceInArea::Inside;
        const QList<QByteArray> prefixes = known->prefixesOf(key);
        if (std::any_of(prefixes.cbegin(), prefixes.cend(), [&code](const QByteArray &p) { return p.startsWith(code) || code.startsWith(p); }))
            return PlaceInArea::Inside;
        elsewhere = !prefixes.isEmpty();
    }
    // Districts of many towns are called as other towns are, so the part says nothing against.
    return elsewhere && !placeKey(town).isEmpty() ? PlaceInArea::Outside : PlaceInArea::Unknown;
}

} // namespace PortDesk

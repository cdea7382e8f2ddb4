// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/holidaytable.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>

#include <map>

// Q_INIT_RESOURCE must stand outside every namespace. In a static library nothing else would pull the resource object in.
static void keepPlacesResources()
{
    Q_INIT_RESOURCE(portdesk_places);
}

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

QHash<QDate, QString> daysOf(const QJsonObject &names)
{
    QHash<QDate, QString> days;
    for (auto it = names.begin(); it != names.end(); ++it)
        for (const QJsonValue &day : it->toArray())
            days.insert(QDate::fromString(day.toString(), Qt::ISODate), it.key());
    return days;
}

HolidayRow rowFromJson(const QJsonObject &json)
{
    HolidayRow row;
    row.days = daysOf(json[u"days"_s].toObject());
    const QJsonObject regions = json[u"regions"_s].toObject();
    for (auto it = regions.begin(); it != regions.end(); ++it) {
        HolidayRow::Region region{(*it)[u"name"_s].toString(), daysOf((*it)[u"add"_s].toObject()), {}};
        for (const QJsonValue &day : (*it)[u"drop"_s].toArray())
            region.dropped.append(QDate::fromString(day.toString(), Qt::ISODate));
        row.regions.insert(it.key(), region);
    }
    const QJsonObject aliases = json[u"aliases"_s].toObject();
    for (auto it = aliases.begin(); it != aliases.end(); ++it)
        row.aliases.insert(it.key(), it->toString());
    return row;
}

/// The file holds thirteen years of every country; a desk works with a handful of countries. So only the place of each country is found
/// at first (the generator writes "  "DE": {" and "  }" on lines of their own), and a country is read when it is asked for.
class HolidayTable
{
public:
    HolidayTable()
    {
        keepPlacesResources();
        QFile file(u":/portdesk/data/holidays.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            return;
        m_text = file.readAll();
        const qsizetype day = m_text.indexOf("\"generated\": \"");
        m_generated = QDate::fromString(QString::fromLatin1(m_text.mid(day + 14, 10)), Qt::ISODate);
        for (qsizetype at = m_text.indexOf("\n  \""); at >= 0; at = m_text.indexOf("\n  \"", at + 1)) {
            const qsizetype end = m_text.indexOf("\n  }", at);
            if (end < 0)
                break;
            m_slices.insert(QString::fromLatin1(m_text.mid(at + 4, 2)), {at + 9, end + 4 - (at + 9)});
            at = end;
        }
    }
    const HolidayRow &row(const QString &country)
    {
        const QMutexLocker lock(&m_mutex);
        if (const auto known = m_rows.find(country); known != m_rows.end())
            return known->second;
        const auto slice = m_slices.constFind(country);
        if (slice == m_slices.constEnd())
            return m_none;
        return m_rows.emplace(country, rowFromJson(QJsonDocument::fromJson(m_text.mid(slice->first, slice->second)).object())).first->second;
    }
    QStringList countries() const { return m_slices.keys(); }
    QDate generated() const { return m_generated; }

private:
    QByteArray m_text;
    QMap<QString, QPair<qsizetype, qsizetype>> m_slices;
    QDate m_generated;
    const HolidayRow m_none;
    QMutex m_mutex;
    std::map<QString, HolidayRow> m_rows; ///< a map never moves its values
};

HolidayTable &holidayTable()
{
    static HolidayTable table;
    return table;
}

} // namespace

const HolidayRow &holidayRow(const QString &country)
{
    return holidayTable().row(country);
}

QStringList holidayCountries()
{
    return holidayTable().countries();
}

QDate holidayTableDate()
{
    return holidayTable().generated();
}

} // namespace PortDesk

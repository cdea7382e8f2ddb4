// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

namespace PortDesk {

/// What the generated table (resources/data/holidays.json) knows about a country.
struct HolidayRow {
    struct Region {
        QString name;               ///< "Bavaria"
        QHash<QDate, QString> added; ///< holidays the rest of the country does not have
        QList<QDate> dropped;       ///< holidays of the country that are none here
    };
    QHash<QDate, QString> days;     ///< of the whole country
    QMap<QString, Region> regions;  ///< by code
    QHash<QString, QString> aliases; ///< code of a province -> region whose days it has
};

/// The row of a country, empty for one without data; read when first asked for and valid as long as the program runs. Thread-safe.
const HolidayRow &holidayRow(const QString &country);
QStringList holidayCountries();
QDate holidayTableDate();

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace PortDesk {

/// Where a calendar holds: a country, one of its regions, one carrier.
struct CalendarPlace {
    QString country;      ///< alpha-2
    QString region = {};  ///< code of the holiday table ("BY"), "" = the whole country
    QString carrier = {}; ///< as people write it, compared after folding; "" = every carrier
    friend bool operator==(const CalendarPlace &, const CalendarPlace &) = default;
};

/// A day a person added to a calendar, or a public holiday a person took out of it.
struct OwnDay {
    enum class Kind { Added, Removed };
    Kind kind = Kind::Added;
    QDate date;
    CalendarPlace place;
    QString name;   ///< of an added day: "Stocktaking"
    QString reason; ///< why; never empty
    QString who;    ///< who entered it
    friend bool operator==(const OwnDay &, const OwnDay &) = default;
};

/// The desk's own days: what it knows better than the table of public holidays. Kept with the store (setting "calendar.ownDays").
class OwnDays
{
public:
    /// Reads what toJson() wrote; "" is none. Error::Invalid names the entry that is wrong.
    static Result<OwnDays> fromJson(const QByteArray &json);
    QByteArray toJson() const;

    const QList<OwnDay> &days() const { return m_days; }
    /// Adds an entry, in the place of an older one for the same date and place.
    void put(const OwnDay &day);
    /// Takes the entry of this very date and place away again: the table decides once more.
    void drop(QDate date, const CalendarPlace &place);
    /// The entries that hold in a place: those of the whole country and of every carrier too, the most particular last.
    QList<OwnDay> holdingIn(const CalendarPlace &place) const;

    friend bool operator==(const OwnDays &, const OwnDays &) = default;

private:
    QList<OwnDay> m_days; ///< by date
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace PortDesk {

/// What the store knows of one number.
struct NumberHistory
{
    QString openCase; ///< reference of the open case it is in, "" = none
    QString portedIn; ///< reference of the latest completed case it ported in, "" = none
    QDate portedOn;   ///< the day of that port; invalid when the case has no date
    friend bool operator==(const NumberHistory &, const NumberHistory &) = default;
};

/// For tables: "PD-0123 open", "ported 2026-03-01 in PD-0007", both, or "".
QString historyText(const NumberHistory &history);

} // namespace PortDesk

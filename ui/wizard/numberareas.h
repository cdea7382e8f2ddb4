// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace PortDesk {

/// The rows of a request whose numbers begin alike.
struct NumberArea {
    QString prefix; ///< "+49 30", as numbers of the area are written
    QList<int> rows;
    friend bool operator==(const NumberArea &, const NumberArea &) = default;
};

/// The area codes among numbers in international form ("+49 30 123456", "+1 212-555-0100", also the beginning of a range), in the order of
/// their first row. Rows that are not written that way belong to none.
QList<NumberArea> numberAreas(const QStringList &numbers);

/// The rows whose number begins with `prefix`, however it is written: "+49 30", "030", "0049-30", "49 30".
QList<int> rowsWithPrefix(const QStringList &numbers, const QString &prefix);

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace PortDesk {

/// What a column of a table of numbers holds.
enum class TableColumn {
    Nothing,    ///< is not taken over
    Number,     ///< a number, a range or several numbers in a cell
    RangeFirst, ///< first number of a range
    RangeLast,  ///< its last number, or only the last digits
    Address,    ///< a whole address in one cell
    Street,     ///< several columns are joined (street, house number)
    City,
    PostalCode,
    Region,
    Country,
    Site, ///< the name of a place: rows of the same site share an address
    Pin,
    Code, ///< what the number's country asks for number by number: RIO, PAC, migration code ...
    Account,
    Carrier,
};

/// All of them in the order of a menu.
QList<TableColumn> tableColumns();
/// "Phone number", "Range: first number" ...
QString tableColumnText(TableColumn column);

/// The meaning of a heading in the usual words of ten languages ("PhoneNumber", "Rufnummer", "Code postal"), else Nothing.
TableColumn columnOfHeading(const QString &heading);

/// Alpha-2 code of a country written as code or name (English or in its own languages); "" when it is none.
QString countryOfText(const QString &text);

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

class QXmlStreamReader;

namespace PortDesk {

/// What a number format does to a number that may be a telephone number.
struct NumberFormat
{
    bool date = false;
    bool plus = false; ///< writes "+" in front
    int digits = 0;    ///< filled up with zeros to so many
};

/// Reads a format code such as "0000000000", "\"+\"0" or "dd/mm/yyyy".
NumberFormat numberFormat(const QString &code);

/// The number formats of a workbook by the style index of a cell.
class XlsxStyles
{
public:
    void read(QXmlStreamReader &xml);
    NumberFormat format(int style) const { return m_formats.value(style); }

private:
    QList<NumberFormat> m_formats;
};

/// A stored number ("493012345678", "4.93012345678E11") as its cell shows it: whole numbers of at most 15 digits exactly, everything else
/// as stored.
QString shownNumber(const QString &stored, const NumberFormat &format);

/// ISO 8601 of a serial date; `from1904` is the workbook's other calendar.
QString shownDate(const QString &stored, bool from1904);

} // namespace PortDesk

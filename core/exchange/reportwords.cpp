// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/numberreport.h"

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

struct Words
{
    QString brief;
    QString sentence;
};

/// In the order of RowReason.
const std::array<Words, kRowReasons> &table()
{
    static const std::array<Words, kRowReasons> all{{
        {u"valid"_s, {}},
        {u"unknown range"_s,
         u"The number is possible, but in no range known to us. Ranges are newer than any table: compare it with the bill."_s},
        {u"zero added"_s,
         u"The cell is a number, and numbers lose their leading zero; it was added again. Compare it with the bill, or format the column as text."_s},
        {u"partly read"_s, u"Only some of the numbers in this cell could be read. Compare it with the cell, or write one number a row."_s},
        {u"partly listed"_s, u"Some numbers of this range are listed before."_s},
        {u"listed twice"_s, u"The number is listed before, in row %1. It is taken over once."_s},
        {u"already in the request"_s, u"The request has this number already."_s},
        {u"no number"_s, u"The row has other values, but no number."_s},
        {u"not a number"_s, u"This is not a telephone number."_s},
        {u"unknown country code"_s, u"There is no country with this calling code. Write the number with + and its country code."_s},
        {u"too short"_s, u"The number has too few digits. A leading part may be missing: compare it with the bill."_s},
        {u"too long"_s, u"The number has too many digits. Two numbers may have grown together: compare it with the bill."_s},
        {u"wrong length"_s, u"No number of this country has so many digits. Compare it with the bill."_s},
        {u"no area code"_s, u"The area code is missing. Write the number with it, or with + and its country code."_s},
        {u"digits lost"_s,
         u"The spreadsheet has saved the number as floating point, so digits are lost. Format the column as text or as a number without decimals, save again, and import that file."_s},
        {u"a date"_s, u"The cell holds a date. Format the column as text and enter the number again."_s},
        {u"yes or no"_s, u"The cell holds TRUE or FALSE, not a number."_s},
        {u"error in the cell"_s, u"The cell shows an error of the spreadsheet. Mend its formula, save, and import the file again."_s},
        {u"formula, no result"_s,
         u"The cell holds a formula, and the file does not hold its result. Open it in a spreadsheet program, save, and import it again."_s},
        {u"formula"_s, u"The cell holds a formula. Replace it by its result and import the file again."_s},
        {u"range reversed"_s, u"The range ends before it begins."_s},
        {u"range too large"_s, u"The range has more than %2 numbers. Divide it."_s},
        {u"not a range"_s, u"The first and the last number are no range. Both must have the same country and length."_s},
    }};
    return all;
}

} // namespace

QString rowWords(const NumberReportRow &row)
{
    return table()[size_t(row.reason)].brief;
}

QString rowSentence(const NumberReportRow &row)
{
    QString sentence = table()[size_t(row.reason)].sentence;
    sentence.replace(u"%1"_s, QString::number(row.earlierRow)).replace(u"%2"_s, QString::number(kMaximumRange));
    if (row.formula && row.state != RowState::Refused)
        sentence = (sentence.isEmpty() ? QString() : sentence + u' ') + u"The cell is a formula; its saved result was taken."_s;
    return sentence;
}

} // namespace PortDesk

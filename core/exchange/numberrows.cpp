// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/numberrows.h"

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// "+493023125010" and "+493023125019" -> "+493023125010-19".
QString rangeText(const QString &first, const QString &last)
{
    qsizetype same = 0;
    while (same < first.size() && same < last.size() && first.at(same) == last.at(same))
        ++same;
    return first.size() == last.size() ? first + u'-' + last.mid(same) : first + u" - "_s + last;
}

/// A range that needs a look keeps a form that says why, with its country code: "+4930123xx", "+493012345-0 to -99".
QString doubtfulText(const QString &first, const QString &last, const QString &remark)
{
    qsizetype same = 0;
    while (same < first.size() && first.at(same) == last.at(same))
        ++same;
    const qsizetype open = first.size() - same;
    if (remark == u"placeholders")
        return first.first(same) + QString(open, u'x');
    const bool pilot = open > 1 && first.last(open).count(u'0') == open;
    return pilot ? u"%1-0 to -%2"_s.arg(first.first(same), last.last(open)) : rangeText(first, last);
}

RequestNumber single(const PhoneNumber &phone, const QString &addressId)
{
    RequestNumber row;
    row.number = phone.possible ? phone.e164 : phone.input.simplified();
    row.address = addressId;
    return row;
}

} // namespace

QList<RequestNumber> numberRows(const ParsedNumbers &parsed, const QString &addressId)
{
    QList<RequestNumber> rows;
    for (qsizetype i = 0; i < parsed.numbers.size();) {
        const PhoneNumber &first = parsed.numbers.at(i);
        qsizetype end = i + 1;
        while (!first.range.isEmpty() && end < parsed.numbers.size() && parsed.numbers.at(end).range == first.range &&
               parsed.numbers.at(end).e164 != first.e164)
            ++end;
        if (end - i == 1) {
            rows << single(first, addressId);
        } else {
            RequestNumber row;
            const QString remark = rangeRemark(first.range, first.country);
            const QString last = parsed.numbers.at(end - 1).e164;
            row.range = remark.isEmpty() ? rangeText(first.e164, last) : doubtfulText(first.e164, last, remark);
            row.address = addressId;
            rows << row;
        }
        i = end;
    }
    for (const ParsedNumbers::Refused &refused : parsed.refused) {
        RequestNumber row;
        (refused.code.startsWith(u"range.") ? row.range : row.number) = refused.input.simplified();
        row.address = addressId;
        rows << row;
    }
    return rows;
}

int numbersIn(const ParsedNumbers &parsed)
{
    return int(parsed.numbers.size() + parsed.refused.size());
}

} // namespace PortDesk

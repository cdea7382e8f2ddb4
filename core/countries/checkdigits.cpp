// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/checkdigits.h"

namespace PortDesk {
namespace {

/// The value of an ASCII digit, or -1: QChar::digitValue() would also take Arabic ones.
int digit(QChar c)
{
    return c >= u'0' && c <= u'9' ? c.unicode() - u'0' : -1;
}

} // namespace

bool luhn(QStringView digits)
{
    int sum = 0;
    bool twice = false;
    for (qsizetype i = digits.size() - 1; i >= 0; --i, twice = !twice) {
        const int value = digit(digits[i]);
        if (value < 0)
            return false;
        const int weighted = twice ? value * 2 : value;
        sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return !digits.isEmpty() && sum % 10 == 0;
}

int weightedSum(QStringView digits, std::initializer_list<int> weights)
{
    if (digits.size() < qsizetype(weights.size()))
        return -1;
    int sum = 0;
    qsizetype i = 0;
    for (const int weight : weights) {
        const int value = digit(digits[i++]);
        if (value < 0)
            return -1;
        sum += value * weight;
    }
    return sum;
}

bool iso7064Mod11And10(QStringView digits)
{
    int product = 10;
    for (qsizetype i = 0; i + 1 < digits.size(); ++i) {
        const int value = digit(digits[i]);
        if (value < 0)
            return false;
        int sum = (value + product) % 10;
        sum = sum == 0 ? 10 : sum;
        product = 2 * sum % 11;
    }
    return digits.size() > 1 && (product + digit(digits.last())) % 10 == 1;
}

int mod97(QStringView text)
{
    int remainder = 0;
    for (const QChar c : text) {
        if (const int value = digit(c); value >= 0)
            remainder = (remainder * 10 + value) % 97;
        else if (c >= u'A' && c <= u'Z')
            remainder = (remainder * 100 + c.unicode() - u'A' + 10) % 97;
        else
            return -1;
    }
    return remainder;
}

} // namespace PortDesk

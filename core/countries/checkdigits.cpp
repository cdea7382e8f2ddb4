// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/checkdigits.h"

#include <algorithm>

namespace PortDesk {
namespace {

/// Luhn in any even base; -1 when a character has no value.
int luhnSumIn(int base, QStringView text, int (*valueOf)(QChar))
{
    int sum = 0;
    bool twice = false;
    for (qsizetype i = text.size() - 1; i >= 0; --i, twice = !twice) {
        const int value = valueOf(text[i]);
        if (value < 0)
            return -1;
        const int weighted = twice ? value * 2 : value;
        sum += weighted / base + weighted % base;
    }
    return text.isEmpty() ? -1 : sum;
}

} // namespace

int digitOf(QChar c)
{
    return c >= u'0' && c <= u'9' ? c.unicode() - u'0' : -1;
}

int digitAt(QStringView text, qsizetype index)
{
    return index < text.size() ? digitOf(text[index]) : -1;
}

int alphanumericOf(QChar c)
{
    return c >= u'A' && c <= u'Z' ? c.unicode() - u'A' + 10 : digitOf(c);
}

int luhnSum(QStringView digits)
{
    return luhnSumIn(10, digits, digitOf);
}

bool luhn(QStringView digits)
{
    return luhnSum(digits) % 10 == 0;
}

bool luhn36(QStringView text)
{
    return luhnSumIn(36, text, alphanumericOf) % 36 == 0;
}

int weightedSum(QStringView digits, std::initializer_list<int> weights)
{
    if (digits.size() < qsizetype(weights.size()))
        return -1;
    int sum = 0;
    qsizetype i = 0;
    for (const int weight : weights) {
        const int value = digitAt(digits, i++);
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
        const int value = digitAt(digits, i);
        if (value < 0)
            return false;
        int sum = (value + product) % 10;
        sum = sum == 0 ? 10 : sum;
        product = 2 * sum % 11;
    }
    return digits.size() > 1 && (product + digitOf(digits.last())) % 10 == 1;
}

int mod97(QStringView text)
{
    int remainder = 0;
    for (const QChar c : text) {
        const int value = alphanumericOf(c);
        if (value < 0)
            return -1;
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder;
}

bool isPositive(QStringView digits)
{
    const bool onlyDigits = std::all_of(digits.cbegin(), digits.cend(), [](QChar c) { return digitOf(c) >= 0; });
    return onlyDigits && std::any_of(digits.cbegin(), digits.cend(), [](QChar c) { return digitOf(c) > 0; });
}

} // namespace PortDesk

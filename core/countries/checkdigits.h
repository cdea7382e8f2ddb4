// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <initializer_list>

namespace PortDesk {

// The arithmetic published ids share. Every function expects digits where it says digits and answers false (or -1) when it meets anything else.

/// The value of an ASCII digit, or -1: QChar::digitValue() would also take Arabic ones.
int digitOf(QChar c);
/// The value of the digit at a place counted from the left, or -1.
int digitAt(QStringView text, qsizetype index);
/// Value of 0-9 A-Z as 0..35, or -1.
int alphanumericOf(QChar c);

/// The sum of ISO/IEC 7812: from the right every second digit is doubled and counts by its own two digits; -1 when the text is not digits.
int luhnSum(QStringView digits);
/// Digits whose Luhn sum is a multiple of ten.
bool luhn(QStringView digits);
/// The same rule in base 36 over 0-9 A-Z (GSTIN).
bool luhn36(QStringView text);
/// Sum of digit times weight, first digit first; -1 when the text is not digits or shorter than the weights.
int weightedSum(QStringView digits, std::initializer_list<int> weights);
/// ISO 7064 mod 11,10 over digits with the check digit at the end.
bool iso7064Mod11And10(QStringView digits);
/// Remainder of a number of any length by 97, letters read as 10..35 (ISO 7064 mod 97-10); -1 for other characters.
int mod97(QStringView text);
/// True when the text is digits and one of them is not nought.
bool isPositive(QStringView digits);

/// The weighted sum is a multiple of the modulus; a rule of the scheme table.
template<int Modulus, int... Weights> bool sumVanishes(QStringView value, QStringView)
{
    return weightedSum(value, {Weights...}) % Modulus == 0;
}

/// The digit after the weighted ones is what their sum lacks to a multiple of the modulus, ten written as 0; a rule of the scheme table.
template<int Modulus, int... Weights> bool nextCompletes(QStringView value, QStringView)
{
    const int sum = weightedSum(value, {Weights...});
    return sum >= 0 && (Modulus - sum % Modulus) % Modulus % 10 == digitAt(value, sizeof...(Weights));
}

} // namespace PortDesk

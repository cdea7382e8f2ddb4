// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <initializer_list>

namespace PortDesk {

// The arithmetic published ids share. Every function expects digits where it says digits and answers false when it meets anything else.

/// Digits whose Luhn sum is a multiple of ten (ISO/IEC 7812).
bool luhn(QStringView digits);
/// Sum of digit times weight, first digit first; -1 when the text is not digits or shorter than the weights.
int weightedSum(QStringView digits, std::initializer_list<int> weights);
/// ISO 7064 mod 11,10 over digits with the check digit at the end.
bool iso7064Mod11And10(QStringView digits);
/// Remainder of a number of any length by 97, letters read as 10..35 (ISO 7064 mod 97-10); -1 for other characters.
int mod97(QStringView text);

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

// The characters of numbers in written text; used inside this room only.
namespace PortDesk::NumberText {

/// The text with the same length in which digits of any script are 0-9, blanks and control or direction marks are spaces,
/// hyphens are "-", and the longer dashes and tildes that people write ranges with are U+2013.
QString cleaned(QStringView text);

/// True when cleaned text holds nothing but what a single number is written with.
bool isPhoneLike(QStringView text);

int digitCount(QStringView text);
/// Only the digits 0-9.
QString digits(QStringView text);

/// True for "23.11.2026", "2026-11-23" and the like.
bool isDate(QStringView text);

/// Replaces dates, amounts of money and bank accounts by spaces, so that they are not taken for numbers.
QString withoutOtherFigures(const QString &text);

} // namespace PortDesk::NumberText

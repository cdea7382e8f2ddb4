// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace PortDesk {

/// A stretch [from, to) of a line that may be one telephone number.
struct PhoneStretch {
    qsizetype from = 0;
    qsizetype to = 0;
    friend bool operator==(const PhoneStretch &, const PhoneStretch &) = default;
};

/// The telephone numbers a plain line may hold, each as a whole: parted at letters, commas, wide gaps, dates, times, amounts, and where a next number begins.
QList<PhoneStretch> phoneStretches(const QString &plainLine);

/// A line in which letters that recognition takes for digits (O, l, I, S, B) are digits again, in words that are digits for the greater part.
QString withDigitsRepaired(const QString &plainLine);

} // namespace PortDesk

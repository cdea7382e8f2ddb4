// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numbers/phonenumber.h"

#include <QStringList>

namespace PortDesk::Test {

/// The numbers as E.164, in their order.
inline QStringList e164(const QList<PhoneNumber> &numbers)
{
    QStringList list;
    for (const PhoneNumber &number : numbers)
        list.append(number.e164);
    return list;
}

} // namespace PortDesk::Test

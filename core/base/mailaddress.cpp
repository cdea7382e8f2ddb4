// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mailaddress.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace PortDesk {

bool isMailAddress(const QString &text)
{
    static const QRegularExpression form(uR"(^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$)"_s);
    return form.match(text.trimmed()).hasMatch();
}

} // namespace PortDesk

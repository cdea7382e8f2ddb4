// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/history.h"

#include <QCoreApplication>
#include <QStringList>

namespace PortDesk {

using namespace Qt::StringLiterals;

QString historyText(const NumberHistory &history)
{
    QStringList parts;
    if (!history.openCase.isEmpty())
        parts.append(QCoreApplication::translate("NumberHistory", "%1 open").arg(history.openCase));
    if (!history.portedIn.isEmpty() && history.portedOn.isValid())
        parts.append(
            QCoreApplication::translate("NumberHistory", "ported %1 in %2").arg(history.portedOn.toString(Qt::ISODate), history.portedIn));
    else if (!history.portedIn.isEmpty())
        parts.append(QCoreApplication::translate("NumberHistory", "ported in %1").arg(history.portedIn));
    return parts.join("; "_L1);
}

} // namespace PortDesk

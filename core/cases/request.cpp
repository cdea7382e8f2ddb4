// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/request.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

QString Owner::displayName() const
{
    if (kind == OwnerKind::Business && !company.isEmpty())
        return company;
    return u"%1 %2"_s.arg(firstName, lastName).trimmed();
}

QString AuthorisedPerson::displayName() const
{
    return u"%1 %2"_s.arg(firstName, lastName).trimmed();
}

QStringList requiredAcknowledgements()
{
    return {u"keep_account_open"_s, u"authorised_to_port"_s, u"fees_may_apply"_s};
}

} // namespace PortDesk

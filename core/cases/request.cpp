// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/request.h"

#include <QSet>

#include <algorithm>

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

bool RequestDocument::serves(const QStringList &e164) const
{
    if (covers.isEmpty())
        return true;
    const QSet<QString> listed(covers.cbegin(), covers.cend());
    return std::all_of(e164.cbegin(), e164.cend(), [&listed](const QString &number) { return listed.contains(number); });
}

QStringList requiredAcknowledgements()
{
    return {u"keep_account_open"_s, u"authorised_to_port"_s, u"fees_may_apply"_s};
}

} // namespace PortDesk

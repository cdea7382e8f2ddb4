// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/outofdate.h"

#include "core/cases/documentages.h"
#include "core/cases/guards.h"
#include "core/cases/pointer.h"

#include <algorithm>

namespace PortDesk {

OutOfDate documentsOutOfDate(const Case &portCase, const ActionContext &context)
{
    const QDate today = context.now.toTimeZone(context.zone).date();
    const QList<const CountryRecord *> records{context.countries.record(portCase.country, portCase.type)};
    QMap<QString, QList<Problem>> byKind;
    QSet<QString> fine; // of two bills one in date is enough
    const Request request = requestOf(portCase);
    const QList<Problem> judged = judgeDocumentAges(request, records, today);
    for (int i = 0; i < portCase.documents.size(); ++i) {
        const CaseDocument &document = portCase.documents.at(i);
        if (!document.unavailable.isEmpty())
            continue;
        QList<Problem> own;
        const QString place = pointerTo(QStringLiteral("/documents"), i) + u'/';
        std::copy_if(judged.cbegin(), judged.cend(), std::back_inserter(own), [&](const Problem &problem) {
            return problem.severity == Problem::Severity::Error && problem.field.startsWith(place);
        });
        if (own.isEmpty() || !document.waived.isEmpty())
            fine.insert(document.kind);
        byKind[document.kind] += own;
    }
    OutOfDate found;
    for (auto it = byKind.cbegin(); it != byKind.cend(); ++it) {
        if (fine.contains(it.key()))
            continue;
        found.problems += it.value();
        found.kinds.append(it.key());
    }
    return found;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/standing.h"

#include "core/cases/documentages.h"
#include "core/cases/guards.h"

#include <algorithm>

namespace PortDesk {

namespace {

/// Takes out what is bad where something of its kind is not; `bad` by row.
void dropReplaced(Request &request, const QList<bool> &bad)
{
    const QList<RequestDocument> all = request.documents;
    request.documents.clear();
    for (qsizetype i = 0; i < all.size(); ++i) {
        bool better = false;
        for (qsizetype other = 0; other < all.size(); ++other)
            better = better || (all.at(other).kind == all.at(i).kind && all.at(other).unavailable.isEmpty() && !bad.at(other));
        if (!bad.at(i) || !better)
            request.documents.append(all.at(i));
    }
}

} // namespace

Request standingRequest(const Case &portCase, const ActionContext &context)
{
    Request request = requestOf(portCase);
    QList<bool> bad;
    for (const CaseDocument &document : portCase.documents)
        bad.append(isRefused(portCase, document));
    dropReplaced(request, bad);
    bad.fill(false, request.documents.size());
    const QDate today = context.now.toTimeZone(context.zone).date();
    for (const Problem &problem : judgeDocumentAges(request, {context.countries.record(portCase.country, portCase.type)}, today)) {
        if (problem.severity == Problem::Severity::Error)
            bad[problem.field.section(u'/', 2, 2).toInt()] = true;
    }
    dropReplaced(request, bad);
    return request;
}

} // namespace PortDesk

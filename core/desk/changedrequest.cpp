// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/caseservice.h"
#include "core/desk/storequestions.h"

#include <QCoreApplication>

namespace PortDesk {

namespace {

Result<QList<Case>> loadAll(CaseRepository &cases, const QList<CaseId> &ids)
{
    QList<Case> loaded;
    for (const CaseId id : ids) {
        auto portCase = cases.load(id);
        if (!portCase)
            return portCase.error();
        loaded << *portCase;
    }
    return loaded;
}

} // namespace

Result<ChangedRequest> CaseService::changeRequest(const QString &reference, const Submission &submission)
{
    Request request = submission.request;
    for (const SubmittedFile &file : submission.files)
        request.documents[file.index].sha256 = file.document.sha256;

    ChangedRequest changed;
    auto done = m_store.transact([&]() -> Result<void> {
        CaseRepository &repository = m_store.cases();
        auto asked = repository.loadByReference(reference);
        if (!asked)
            return asked.error();
        if (!asked->requestId.isValid())
            return Error{Error::Code::NotFound,
                         QCoreApplication::translate("CaseService", "%1 does not come from a request that can be changed.").arg(reference)};
        auto ids = repository.casesOfRequest(asked->requestId);
        auto cases = ids ? loadAll(repository, *ids) : Result<QList<Case>>(ids.error());
        if (!cases)
            return cases.error();
        auto change = PortDesk::changeRequest(request, *cases, submission.actor, context());
        if (!change)
            return change.error();
        for (const SubmittedFile &file : submission.files) {
            if (auto stored = m_store.documents().putContent(file.document, file.mimeType); !stored)
                return stored.error();
        }
        if (auto stored = repository.updateRequest(asked->requestId, request); !stored)
            return stored.error();
        return storeChange(*change, asked->requestId, submission.files, changed);
    });
    if (!done)
        return done.error();
    return changed;
}

Result<void> CaseService::storeChange(const RequestChange &change, RequestId request, const QList<SubmittedFile> &files,
                                      ChangedRequest &changed)
{
    changed.untouched = change.untouched;
    changed.kept = change.kept;
    for (Decision decision : change.changed) {
        completeDocuments(decision.after.documents, files);
        auto written = write(decision);
        if (!written)
            return written.error();
        changed.changed << *written;
    }
    auto references = m_store.cases().reserveReferences(int(change.opened.size()));
    if (!references)
        return references.error();
    for (int i = 0; i < change.opened.size(); ++i) {
        Decision decision = change.opened.at(i);
        completeDocuments(decision.after.documents, files);
        auto inserted = insert(std::move(decision), references->at(i), request);
        if (!inserted)
            return inserted.error();
        changed.opened << *inserted;
    }
    return {};
}

Result<QHash<QString, NumberHistory>> CaseService::history(const QStringList &e164) const
{
    return m_store.cases().historyOf(e164);
}

} // namespace PortDesk

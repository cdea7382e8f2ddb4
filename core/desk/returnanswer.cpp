// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// A returned case on its way back to the desk: a part of CaseService.
#include "core/cases/slice.h"
#include "core/cases/standing.h"
#include "core/desk/caseservice.h"
#include "core/desk/storequestions.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

bool changesMore(const Case &stored, const ReturnAnswer &answer)
{
    Request given = answer.request;
    given.documents.clear();
    Request had = stored.request;
    had.documents.clear();
    return given != had || !answer.answered.isEmpty() || !answer.text.isEmpty();
}

/// True when the answer says something else of a document than the case does: its kind, its date, that there is none.
bool changesDocuments(const Case &stored, const ReturnAnswer &answer)
{
    return std::any_of(answer.request.documents.cbegin(), answer.request.documents.cend(), [&](const RequestDocument &row) {
        return std::none_of(stored.documents.cbegin(), stored.documents.cend(), [&](const CaseDocument &document) {
            const bool same = row.sha256 == document.sha256 && row.kind == document.kind && row.unavailable.isEmpty() == document.unavailable.isEmpty();
            return same && row.issued == document.issued && row.signedOn == document.signedOn;
        });
    });
}

/// Documents the case stood on that the answer does not name any more, as the action "correct" wants them. A refused one that gets a better copy
/// stays beside it: it says why the copy came.
QStringList withdrawnBy(const ReturnAnswer &answer, const Case &portCase, const Request &stood)
{
    const QList<RequestDocument> &given = answer.request.documents;
    QStringList names;
    for (const CaseDocument &document : portCase.documents) {
        const auto isSame = [&document](const RequestDocument &row) {
            return document.unavailable.isEmpty() ? row.sha256 == document.sha256 : row.kind == document.kind && !row.unavailable.isEmpty();
        };
        const auto isCopy = [&document](const RequestDocument &row) { return row.kind == document.kind && !row.sha256.isEmpty(); };
        const bool stoodOn = std::any_of(stood.documents.cbegin(), stood.documents.cend(), isSame);
        const bool replaced = isRefused(portCase, document) && std::any_of(given.cbegin(), given.cend(), isCopy);
        if (stoodOn && !replaced && std::none_of(given.cbegin(), given.cend(), isSame))
            names << (document.unavailable.isEmpty() ? document.sha256 : document.kind);
    }
    return names;
}

} // namespace

Result<Case> CaseService::addNewFiles(const Case &stored, const ReturnAnswer &answer, const QList<SubmittedFile> &files, const Actor &actor)
{
    Case after = stored;
    QList<CaseEvent> events;
    for (const SubmittedFile &file : files) {
        const auto same = [&](const CaseDocument &document) { return document.sha256 == file.document.sha256; };
        if (std::any_of(after.documents.cbegin(), after.documents.cend(), same))
            continue;
        if (auto put = m_store.documents().putContent(file.document, file.mimeType); !put)
            return put.error();
        CaseDocument added = caseDocumentOf(answer.request.documents.at(file.index));
        added.size = file.document.bytes.size();
        added.mimeType = file.mimeType;
        added.pages = file.pages;
        events << attach(after, added, actor);
    }
    return events.isEmpty() ? Result<Case>(stored) : write({after, events, {}});
}

Result<CaseDetails> CaseService::answerReturn(const ReturnAnswer &answer, const QList<SubmittedFile> &files, const Actor &actor)
{
    std::optional<Case> sent;
    auto done = m_store.transact([&]() -> Result<void> {
        auto stored = loadAt(answer.id, answer.revision);
        if (!stored)
            return stored.error();
        if (const auto refused = refusals(*stored, u"correct"_s, actor); stored->stage != Stage::Returned || !refused.isEmpty()) {
            const QString sentence = QCoreApplication::translate("CaseService", "%1 does not wait for changes any more: it is “%2”. The desk has gone on with it.");
            return Error{Error::Code::Refused, sentence.arg(stored->reference, stageText(stored->stage)), u"stage|overview"_s};
        }
        const QList<Problem> errors = check(answer.request, factsOf(files), stored->reference).errors();
        if (!errors.isEmpty())
            return Error{Error::Code::Invalid, QCoreApplication::translate("CaseService", "The request cannot be sent back yet. %1").arg(problemText(errors.first())), errors.first().code};
        auto after = addNewFiles(*stored, answer, files, actor);
        const QStringList withdrawn = after ? withdrawnBy(answer, *after, standingRequest(*stored, context())) : QStringList();
        if (after && (changesMore(*after, answer) || changesDocuments(*after, answer) || !withdrawn.isEmpty())) {
            QVariantMap values{{u"request"_s, requestToJson(answer.request)}};
            if (!answer.answered.isEmpty())
                values.insert(u"answered"_s, answer.answered);
            if (!answer.text.isEmpty())
                values.insert(u"text"_s, answer.text);
            if (!withdrawn.isEmpty())
                values.insert(u"withdraw"_s, withdrawn);
            after = actOn(*after, {u"correct"_s, values, actor});
        }
        if (after)
            after = actOn(*after, {u"submit"_s, {}, actor});
        if (!after)
            return after.error();
        sent = *after;
        return answer.finishedDraft.isValid() ? m_store.cases().deleteDraft(answer.finishedDraft) : Result<void>();
    });
    if (!done)
        return done.error();
    return detailsOf(*sent, actor);
}

} // namespace PortDesk

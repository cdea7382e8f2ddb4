// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/cases/preflight.h"
#include "core/cases/requestchange.h"
#include "core/cases/stagetable.h"
#include "core/storage/store.h"

#include <QTimeZone>

namespace PortDesk {

/// Everything a case page or `show` needs, read in one go.
struct CaseDetails {
    Case portCase;
    QList<CaseEvent> timeline;  ///< oldest first
    QList<Message> messages;    ///< newest first
    QStringList allowedActions; ///< for the actor who asked
    QStringList signedElectronically = {}; ///< ActionContext
};

/// A file handed in with a request; `index` in Request::documents.
struct SubmittedFile {
    int index = 0;
    DocumentBytes document;
    QString mimeType;
    int pages = 0;
};

/// What a customer hands in at once.
struct Submission {
    Request request;
    QList<SubmittedFile> files;
    Actor actor = {Role::Customer, {}};
    DraftId finishedDraft = {}; ///< deleted in the same transaction
};

/// What the customer of a returned case sends back: the case's request as it is now, with documents already stored (sha256).
struct ReturnAnswer {
    CaseId id;
    int revision = 0; ///< of the case the correction began with
    Request request;
    QStringList answered = {}; ///< codes of reasons that need no change
    QString text = {};         ///< the customer's words
    DraftId finishedDraft = {}; ///< deleted in the same transaction
};

/// What a changed request did.
struct ChangedRequest {
    QList<Case> changed;     ///< cases that follow it; one it emptied is cancelled
    QList<Case> opened;      ///< new cases, in stage Draft
    QStringList untouched;   ///< references of cases past changing of which it now says something else
    QList<KeptPlace> kept;   ///< what was changed in a case alone and therefore stays
};

/// What a tick did.
struct TickEntry {
    QString reference;
    QString clock;  ///< name
    QString action; ///< "accept-quote", or "" = reminded
    QDateTime due;
};

/// The cases' service that front ends call, on the store's thread. Every change is one transaction: case, numbers, events, outbox.
class CaseService
{
public:
    CaseService(Store &store, const Clock &clock, const CountryPack &countries, const QTimeZone &zone);

    /// Preflight against this store. The numbers of `ownCase` (a reference), which its customer changes, count as in no open case.
    PreflightResult check(const Request &request, const QHash<int, DocumentFacts> &documents = {}, const QString &ownCase = {}) const;
    /// Checks, stores the documents, opens the cases and sends their messages. Error::Invalid when the preflight has
    /// errors (message: the first in words, detail: all codes). Answers the cases.
    Result<QList<Case>> submit(const Submission &submission);
    /// Replaces the request that the case `reference` came from and divides it again (changeRequest in core/cases): one transaction.
    /// Error::NotFound for a case without a request.
    Result<ChangedRequest> changeRequest(const QString &reference, const Submission &changed);
    /// What the store knows of numbers, for tables.
    Result<QHash<QString, NumberHistory>> history(const QStringList &e164) const;
    /// Applies an action when the stored revision is `revision` (0 = whatever is stored). Error::Conflict, Error::Refused, Error::Invalid.
    /// Completing a case with failed numbers opens its follow-up case in the same transaction.
    Result<CaseDetails> apply(CaseId id, int revision, const ActionRequest &request);
    /// Adds a received file to an open case; `document` says what it is (kind, issued, signedOn).
    Result<CaseDetails> addDocument(CaseId id, int revision, const SubmittedFile &file, const CaseDocument &document, const Actor &actor);
    /// The same as a part of the caller's transaction.
    Result<Case> placeDocument(CaseId id, int revision, const SubmittedFile &file, const CaseDocument &document, const Actor &actor);
    /// Sends a returned case back to the desk, in one transaction: its new files are added beside the old ones, then "correct" and "submit".
    /// Error::Conflict when somebody changed the case meanwhile, Error::Refused in another stage, Error::Invalid when the preflight has errors.
    Result<CaseDetails> answerReturn(const ReturnAnswer &answer, const QList<SubmittedFile> &files, const Actor &actor);
    /// The letters of a case whose signatures decide about it and which nobody has looked at yet (SignatureReader, before an action is applied).
    Result<QList<DocumentBytes>> lettersToLookAt(CaseId id) const;
    Result<CaseDetails> details(CaseId id, const Actor &actor) const;
    Result<CaseDetails> details(const QString &reference, const Actor &actor) const;
    /// Applies the clocks that fell due up to now, in order, once each, with the time at which they fell due.
    Result<QList<TickEntry>> tick();

    ActionContext context() const;
    /// With what is known of the signatures of the case's letters.
    ActionContext contextOf(const Case &portCase) const;
    /// Other rules from now on (an override was set); they must outlive the service.
    void setCountries(const CountryPack &countries) { m_countries = &countries; }

    /// The desk's own days, as the store has them now; what cannot be read counts as none.
    OwnDays ownDays() const;
    /// Changes them in one transaction and answers the new ones. Deadlines that run already keep their day.
    Result<OwnDays> changeOwnDays(const std::function<void(OwnDays &)> &change);

private:
    Result<Case> write(const Decision &decision);
    Result<Case> insert(Decision decision, const QString &reference, RequestId request);
    Result<void> send(const Case &portCase, const QList<OutgoingMessage> &messages, const QList<CaseEvent> &events);
    Result<void> storeChange(const RequestChange &change, RequestId request, const QList<SubmittedFile> &files, ChangedRequest &changed);
    Result<Case> actOn(const Case &stored, const ActionRequest &request);
    Result<Case> addNewFiles(const Case &stored, const ReturnAnswer &answer, const QList<SubmittedFile> &files, const Actor &actor);
    CaseEvent attach(Case &after, const CaseDocument &added, const Actor &actor) const;
    /// The case as stored; Error::Conflict when `revision` is not its own (0 = whatever is stored).
    Result<Case> loadAt(CaseId id, int revision) const;
    Result<Case> applyDecision(const Case &before, Decision decision, const Actor &actor);
    Result<bool> applyClock(const DueClock &due, TickEntry &entry);
    Result<CaseDetails> detailsOf(const Case &portCase, const Actor &actor) const;

    Store &m_store;
    const Clock &m_clock;
    const CountryPack *m_countries;
    QTimeZone m_zone;
    mutable QString m_ownDaysText; ///< as last read
    mutable OwnDays m_ownDays;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/caseservice.h"
#include "core/desk/evidencereader.h"
#include "core/desk/letterrouter.h"
#include "core/desk/markservice.h"
#include "core/desk/ruleservice.h"
#include "core/desk/signaturereader.h"
#include "core/documents/certificatestore.h"
#include "core/documents/docworker.h"
#include "core/storage/storagethread.h"

#include <QFuture>
#include <QObject>

namespace PortDesk {

/// What a session needs; the composition root (app/desktop, the test kit) makes it.
struct DeskSessionOptions {
    QString storeUrl;
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<const CountryPack> countries;
    QTimeZone zone = QTimeZone::systemTimeZone();
    Actor actor;
    DocWorkerOptions worker = {};
    IntakeLimits limits = {};
    QString certificateFolder = {}; ///< of the person's own certificates; "" = beside the store
};

/// The asynchronous face of the desk for the user interface: every call runs on the store's thread and answers by a future.
/// Widgets wait with whenAnswered() (ui/models/answer.h), never with result(): QFuture::then with a context asserts in Qt 6.4 when the
/// context dies before the answer. What it says of documents and of rules is done by its parts, DeskDocuments and DeskRules.
class DeskSession final : public QObject
{
    Q_OBJECT
public:
    explicit DeskSession(DeskSessionOptions options, QObject *parent = nullptr);
    ~DeskSession() override;

    /// Opens, creates or migrates the store and applies missed clocks. Call once before anything else.
    QFuture<Result<MigrationOutcome>> open();

    /// The rules in force, with the desk's overrides once the store is open (rulesChanged). A pack that was answered stays valid as long
    /// as the session.
    const CountryPack &countries() const;
    /// The desk's overrides, those of later days too, and those among them that do not fit the supplied rules.
    const QList<RuleOverride> &standingRules() const;
    const QList<UnfitOverride> &unfitRules() const;
    const Clock &clock() const;
    QTimeZone zone() const;
    QString storeUrl() const;
    Actor actor() const;
    void setActor(const Actor &actor);
    /// Limits of received files; those of the store once it is open (limitsChanged).
    const IntakeLimits &limits() const;
    DocWorker &worker(); ///< interactive worker
    CertificateStore &certificates(); ///< of the person, to sign letters with
    /// Reads documents against their facts with a worker of its own, so that pages stay quick to show; what was read is kept in the store.
    EvidenceReader &evidence();

    /// Scanned letters: the tray, and the way there with a worker of its own.
    LetterOffice &letters();
    LetterRouter &letterRouter();
    /// How a document is signed, looked at once for each content.
    QFuture<Result<SignatureFindings>> signatures(const DocumentBytes &document);

    QFuture<Result<CasePage>> find(const CaseQuery &query);
    QFuture<Result<qint64>> count(const CaseQuery &query);
    QFuture<Result<QHash<Stage, qint64>>> countByStage();
    QFuture<Result<CaseDetails>> details(CaseId id);
    QFuture<Result<CaseDetails>> details(const QString &reference);
    /// Before it decides about a letter that has to be signed by hand, it looks how the letter is signed.
    QFuture<Result<CaseDetails>> apply(CaseId id, int revision, const ActionRequest &request);
    /// Stores a file and adds it to a case; `document` says what it is (kind, issued, signedOn).
    QFuture<Result<CaseDetails>> addDocument(CaseId id, int revision, const SubmittedFile &file, const CaseDocument &document);
    QFuture<Result<QList<TickEntry>>> tick();

    QFuture<Result<PreflightResult>> check(const Request &request, const QHash<int, DocumentFacts> &documents = {}, const QString &ownCase = {});
    /// Submits with documents already stored (Request::documents carry sha256); `documents` adds what is known of the files.
    QFuture<Result<QList<Case>>> submit(const Request &request, DraftId finished, const QHash<int, DocumentFacts> &documents = {});
    /// Replaces the request of a case's siblings with documents already stored, and divides it again (CaseService::changeRequest).
    QFuture<Result<ChangedRequest>> changeRequest(const QString &reference, const Request &request);
    /// Sends a returned case back to the desk with what its customer changed (CaseService::answerReturn).
    QFuture<Result<CaseDetails>> answerReturn(const ReturnAnswer &answer, const QHash<int, DocumentFacts> &documents);
    /// What the store knows of numbers (historyText in core/cases), for tables.
    QFuture<Result<QHash<QString, NumberHistory>>> history(const QStringList &e164);
    /// Names of owners of stored cases that resemble one (PreflightContext::ownersLike).
    QFuture<Result<QStringList>> ownersLike(const QString &name);
    QFuture<Result<DraftId>> saveDraft(const Draft &draft);
    QFuture<Result<QList<Draft>>> drafts();
    QFuture<Result<Draft>> loadDraft(DraftId id);
    QFuture<Result<void>> deleteDraft(DraftId id);

    /// Stores a file's bytes (by hash) and answers them back for convenience.
    QFuture<Result<DocumentBytes>> storeDocument(const DocumentBytes &document);
    QFuture<Result<DocumentBytes>> document(const QString &sha256, const QString &fileName);

    /// Marks on a document's pages, and changes to them by the session's actor. See MarkService.
    QFuture<Result<QList<StoredMark>>> marks(const QString &sha256);
    QFuture<Result<MarkChange>> changeMarks(const MarkChange &change);

    /// Sets values of one country's rules, or goes back to the supplied ones; by the session's actor. See RuleService.
    QFuture<Result<QList<RuleOverride>>> setRules(const QList<RuleOverride> &rules);
    QFuture<Result<void>> withdrawRules(const QList<RuleOverride> &rules);
    QFuture<Result<QList<OverrideEvent>>> ruleHistory(const QString &country);
    QFuture<Result<RuleUsage>> ruleUsage(const UsageQuery &query);

    QFuture<Result<QList<Message>>> messages(bool unsentOnly, int limit = 500);
    QFuture<Result<qint64>> unsentMessages();
    QFuture<Result<void>> markSent(MessageId id);

    QFuture<Result<QString>> setting(const QString &key);
    QFuture<Result<void>> setSetting(const QString &key, const QString &value);
    /// Keeps the largest size of a document with the store.
    QFuture<Result<void>> setMaximumDocumentBytes(qint64 bytes);
    /// The desk's own days as last read (ownDaysChanged).
    const OwnDays &ownDays() const;
    QFuture<Result<void>> changeOwnDays(const std::function<void(OwnDays &)> &change);
    QFuture<Result<void>> backup(const QString &file);
    QFuture<Result<VerifyReport>> verify();

Q_SIGNALS:
    /// Something about cases changed in the store, through this session.
    void casesChanged();
    void draftsChanged();
    void messagesChanged();
    void limitsChanged();
    /// countries() answers other rules now.
    void rulesChanged();
    void ownDaysChanged();

private:
    QFuture<Result<CaseDetails>> applyNow(CaseId id, int revision, const ActionRequest &request);
    Result<CaseDetails> applyOnThread(CaseId id, int revision, const ActionRequest &request);
    SignatureReader &signatureReader();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace PortDesk

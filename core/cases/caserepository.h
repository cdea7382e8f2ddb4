// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/history.h"
#include "core/cases/ruleusage.h"
#include "core/cases/stagetable.h"

#include <QHash>

namespace PortDesk {

/// One row of the case list.
struct CaseSummary {
    CaseId id;
    int revision = 0;
    QString reference, owner, country, carrier, agent;
    NumberType type = NumberType::Unknown;
    Stage stage = Stage::Draft;
    int numbers = 0;
    int ported = 0;
    int failed = 0;
    int reasons = 0;    ///< reasons of the open rejection or return
    QString nextClock;  ///< name of the next clock that has not fired, "" = none
    QDateTime nextDue;  ///< UTC
    QDateTime portDate; ///< UTC
    QString portZone;
    QDateTime updatedAt;
};

enum class CaseSort { Updated, Reference, Owner, Country, Carrier, Stage, Due, Numbers };

/// A question to the list; pages by keyset, never by offset.
struct CaseQuery {
    QList<Stage> stages;     ///< empty = all
    bool overdue = false;    ///< next clock due before `now`
    QString text;            ///< number, name, address, account, reference; any fragment of at least 3 characters, shorter ones as prefix
    QString country;
    QString carrier;
    CaseSort sort = CaseSort::Updated;
    bool descending = true;
    int limit = 200;
    QVariant afterKey;       ///< sort key of the last row seen (CasePage::lastKey)
    CaseId afterId;
    QDateTime now;           ///< for `overdue`
};

struct CasePage {
    QList<CaseSummary> rows;
    bool more = false;
    QVariant lastKey; ///< pass as CaseQuery::afterKey
    CaseId lastId;
};

struct DueClock {
    CaseId caseId;
    QString reference;
    int index = 0; ///< in Case::clocks
    QDateTime due;
};

/// A customer's unfinished request, saved after every page.
struct Draft {
    DraftId id;
    Request request;
    QString page;     ///< objectName of the wizard page last open
    QDateTime savedAt;
    QJsonObject aside = {}; ///< what was entered and no longer applies: no part of the request, kept with the draft
};

/// What the cases need kept. Every call is made on the store's thread, inside Store::transact() when it writes.
class CaseRepository
{
public:
    virtual ~CaseRepository() = default;

    /// "PD-2041" ...: n new references, never given twice.
    virtual Result<QStringList> reserveReferences(int n) = 0;
    virtual Result<RequestId> insertRequest(const Request &request, const QDateTime &at) = 0;
    virtual Result<Request> loadRequest(RequestId id) = 0;
    /// Replaces a request that its customer changed.
    virtual Result<void> updateRequest(RequestId id, const Request &request) = 0;
    /// Every case a request became, closed ones and follow-ups too, in the order in which they were opened.
    virtual Result<QList<CaseId>> casesOfRequest(RequestId id) = 0;
    /// The same for every request that bears this reference of its customer.
    virtual Result<QList<CaseId>> casesOfRequest(const QString &reference) = 0;
    /// Inserts with revision 1; id and reference are set in the answer.
    virtual Result<Case> insertCase(const Case &portCase, const QList<CaseEvent> &events, const QDateTime &at) = 0;
    /// Writes the case and its events when the stored revision is still portCase.revision; the answer has revision + 1.
    /// Error::Conflict otherwise, and nothing is written.
    virtual Result<Case> updateCase(const Case &portCase, const QList<CaseEvent> &events, const QDateTime &at) = 0;

    virtual Result<Case> load(CaseId id) = 0;
    virtual Result<Case> loadByReference(const QString &reference) = 0;
    virtual Result<QList<CaseEvent>> events(CaseId id) = 0;
    virtual Result<CasePage> find(const CaseQuery &query) = 0;
    virtual Result<qint64> count(const CaseQuery &query) = 0;
    virtual Result<QHash<Stage, qint64>> countByStage() = 0;
    /// Clocks of open cases due at or before `now` that have not fired, oldest first.
    virtual Result<QList<DueClock>> dueClocks(const QDateTime &now, int limit = 1000) = 0;
    /// References of open cases by E.164.
    virtual Result<QHash<QString, QString>> openCasesOf(const QStringList &e164) = 0;

    /// What the store knows of numbers: the open case, the latest port. Numbers it does not know are left out.
    virtual Result<QHash<QString, NumberHistory>> historyOf(const QStringList &e164) = 0;
    /// Names of owners of stored cases that are probably this one, spelled differently (isOtherSpelling); a few at most.
    virtual Result<QStringList> ownersLike(const QString &name) = 0;
    /// Cases a country rule judges.
    virtual Result<RuleUsage> ruleUsage(const UsageQuery &query) = 0;

    /// Inserts (id 0) or replaces a draft.
    virtual Result<DraftId> saveDraft(const Draft &draft) = 0;
    virtual Result<Draft> loadDraft(DraftId id) = 0;
    virtual Result<QList<Draft>> drafts() = 0;
    virtual Result<void> deleteDraft(DraftId id) = 0;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"
#include "core/storage/casechildren.h"
#include "core/storage/casesearch.h"
#include "core/storage/drafttable.h"
#include "core/storage/eventlog.h"
#include "core/storage/historytable.h"
#include "core/storage/ruleusagetable.h"

namespace PortDesk {

/// Cases in SQLite: writing here, child rows, events, searching and drafts in their own classes.
class SqliteCaseRepository final : public CaseRepository
{
public:
    explicit SqliteCaseRepository(Connection &connection);

    Result<QStringList> reserveReferences(int n) override;
    Result<RequestId> insertRequest(const Request &request, const QDateTime &at) override;
    Result<Request> loadRequest(RequestId id) override;
    Result<void> updateRequest(RequestId id, const Request &request) override;
    Result<QList<CaseId>> casesOfRequest(RequestId id) override;
    Result<QList<CaseId>> casesOfRequest(const QString &reference) override;
    Result<Case> insertCase(const Case &portCase, const QList<CaseEvent> &events, const QDateTime &at) override;
    Result<Case> updateCase(const Case &portCase, const QList<CaseEvent> &events, const QDateTime &at) override;

    Result<Case> load(CaseId id) override;
    Result<Case> loadByReference(const QString &reference) override;
    Result<QList<CaseEvent>> events(CaseId id) override { return m_events.read(id); }
    Result<CasePage> find(const CaseQuery &query) override { return m_search.find(query); }
    Result<qint64> count(const CaseQuery &query) override { return m_search.count(query); }
    Result<QHash<Stage, qint64>> countByStage() override { return m_search.countByStage(); }
    Result<QList<DueClock>> dueClocks(const QDateTime &now, int limit) override;
    Result<QHash<QString, QString>> openCasesOf(const QStringList &e164) override;
    Result<QHash<QString, NumberHistory>> historyOf(const QStringList &e164) override { return HistoryTable(m_connection).historyOf(e164); }
    Result<QStringList> ownersLike(const QString &name) override { return HistoryTable(m_connection).ownersLike(name); }

    Result<RuleUsage> ruleUsage(const UsageQuery &query) override { return RuleUsageTable(m_connection).find(query); }

    Result<DraftId> saveDraft(const Draft &draft) override { return m_drafts.save(draft); }
    Result<Draft> loadDraft(DraftId id) override { return m_drafts.load(id); }
    Result<QList<Draft>> drafts() override { return m_drafts.all(); }
    Result<void> deleteDraft(DraftId id) override { return m_drafts.remove(id); }

private:
    Result<void> writeNew(Case &portCase, const QList<CaseEvent> &events, const QDateTime &at);
    Result<void> writeRow(Case &portCase, const QDateTime &at);
    Result<void> writeEvents(const Case &portCase, const QList<CaseEvent> &events);
    Result<void> writeSearchText(const Case &portCase);
    Result<void> writeChanged(Case &portCase, const QList<CaseEvent> &events, const QDateTime &at);
    Result<Case> loaded(Statement &select);

    Connection &m_connection;
    CaseChildren m_children;
    CaseSearch m_search;
    EventLog m_events;
    DraftTable m_drafts;
};

} // namespace PortDesk

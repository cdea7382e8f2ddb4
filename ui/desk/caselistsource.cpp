// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/caselistsource.h"

#include "core/desk/desksession.h"
#include "ui/models/answer.h"
#include "ui/models/caselistmodel.h"

#include <algorithm>

namespace PortDesk {

CaseListSource::CaseListSource(DeskSession &session, CaseListModel &model, QObject *parent) : QObject(parent), m_session(session), m_model(model)
{
    connect(&model, &CaseListModel::moreWanted, this, &CaseListSource::askMore);
    connect(&session, &DeskSession::casesChanged, this, &CaseListSource::reload);
}

void CaseListSource::setQuery(const CaseQuery &query)
{
    m_query = query;
    m_model.setOrder(query.sort, query.descending);
    ask(kPage);
}

void CaseListSource::reload()
{
    ask(std::max(kPage, m_model.rowCount()));
}

void CaseListSource::ask(int limit)
{
    const int ticket = ++m_newest;
    m_reading = true;
    CaseQuery first = m_query;
    first.limit = limit;
    first.afterKey = {};
    first.afterId = {};
    if (!first.now.isValid())
        first.now = m_session.clock().now();
    whenAnswered(m_session.find(first), this, [this, ticket](const Result<CasePage> &page) {
        if (ticket != m_newest)
            return;
        m_reading = false;
        if (!page) {
            Q_EMIT failed(page.error());
            return;
        }
        m_model.setNow(m_session.clock().now(), m_session.zone());
        m_model.setPage(*page);
        askCounts(ticket);
    });
}

void CaseListSource::askMore()
{
    if (m_reading)
        return;
    const int ticket = m_newest;
    CaseQuery next = m_query;
    next.limit = kPage;
    next.afterKey = m_model.lastPage().lastKey;
    next.afterId = m_model.lastPage().lastId;
    if (!next.now.isValid())
        next.now = m_session.clock().now();
    whenAnswered(m_session.find(next), this, [this, ticket](const Result<CasePage> &page) {
        if (ticket != m_newest)
            return;
        if (page)
            m_model.appendPage(*page);
        else
            Q_EMIT failed(page.error());
    });
}

void CaseListSource::askCounts(int ticket)
{
    CaseQuery matching = m_query;
    if (!matching.now.isValid())
        matching.now = m_session.clock().now();
    whenAnswered(m_session.count(matching), this, [this, ticket](const Result<qint64> &count) {
        const qint64 found = count ? *count : m_model.rowCount();
        whenAnswered(m_session.count({}), this, [this, ticket, found](const Result<qint64> &all) {
            if (ticket == m_newest)
                Q_EMIT loaded(found, all ? *all : found);
        });
    });
}

} // namespace PortDesk

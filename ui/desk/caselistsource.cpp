// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/caselistsource.h"

#include "core/desk/desksession.h"
#include "ui/models/answer.h"
#include "ui/models/caselistmodel.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace PortDesk {

namespace {

constexpr int kPatience = 16; // ms, a frame: counts that come within it are painted together with their rows

} // namespace

CaseListSource::CaseListSource(DeskSession &session, CaseListModel &model, QObject *parent) : QObject(parent), m_session(session), m_model(model)
{
    connect(&model, &CaseListModel::moreWanted, this, &CaseListSource::askMore);
    connect(&session, &DeskSession::casesChanged, this, &CaseListSource::reload);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, &CaseListSource::showHeld);
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
    m_patience.stop();
    m_held.reset();
    CaseQuery first = m_query;
    first.limit = limit;
    first.afterKey = {};
    first.afterId = {};
    if (!first.now.isValid())
        first.now = m_session.clock().now();
    whenAnswered(m_session.find(first), this, [this, ticket](const Result<CasePage> &page) {
        if (ticket != m_newest)
            return;
        if (!page) {
            m_reading = false;
            Q_EMIT failed(page.error());
            return;
        }
        m_held = *page;
        m_patience.start();
        askCounts(ticket);
    });
}

void CaseListSource::showHeld()
{
    m_patience.stop();
    if (!m_held)
        return;
    m_reading = false;
    m_model.setNow(m_session.clock().now(), m_session.zone());
    m_model.setPage(*std::exchange(m_held, std::nullopt));
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

/// Both counts are asked at once and answered in that order.
void CaseListSource::askCounts(int ticket)
{
    const auto found = std::make_shared<qint64>(m_held->rows.size());
    if (m_held->more) { // otherwise the page is all there is: no need to search a second time
        CaseQuery matching = m_query;
        if (!matching.now.isValid())
            matching.now = m_session.clock().now();
        whenAnswered(m_session.count(matching), this, [found](const Result<qint64> &count) { *found = count ? *count : *found; });
    }
    whenAnswered(m_session.count({}), this, [this, ticket, found](const Result<qint64> &all) {
        if (ticket != m_newest)
            return;
        showHeld();
        Q_EMIT loaded(*found, all ? *all : *found);
    });
}

} // namespace PortDesk

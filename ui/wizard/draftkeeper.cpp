// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/draftkeeper.h"
#include "ui/models/answer.h"

namespace PortDesk {

namespace {
constexpr int kTypingPauseMs = 2000;
}

DraftKeeper::DraftKeeper(DeskSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kTypingPauseMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::saveNow);
}

DraftKeeper::~DraftKeeper()
{
    leave();
}

void DraftKeeper::leave()
{
    if (m_dirty && !m_stopped)
        handOver();
    m_timer.stop();
    m_draft = {};
    m_dirty = false;
    m_saving = false;
    ++m_age;
}

void DraftKeeper::handOver()
{
    if (m_saving && !m_draft.id.isValid()) { // a second draft would come of it if the first save did not tell its id
        m_running.waitForFinished();
        if (m_running.resultCount() > 0 && m_running.result())
            m_draft.id = *m_running.result();
    }
    m_draft.savedAt = m_session.clock().now();
    m_running = m_session.saveDraft(m_draft);
}

void DraftKeeper::adopt(const Draft &draft)
{
    m_draft = draft;
    m_dirty = false;
}

void DraftKeeper::note(const Request &request, const QString &page, const QJsonObject &aside)
{
    if (m_draft.request == request && m_draft.page == page && m_draft.aside == aside)
        return;
    m_draft.request = request;
    m_draft.aside = aside;
    m_draft.page = page;
    m_dirty = true;
    m_timer.start();
}

void DraftKeeper::saveNow()
{
    m_timer.stop();
    if (m_stopped || m_saving || !m_dirty)
        return; // a running save starts the next one
    m_saving = true;
    m_dirty = false;
    m_draft.savedAt = m_session.clock().now();
    m_running = m_session.saveDraft(m_draft);
    whenAnswered(m_running, this, [this, at = m_draft.savedAt, age = m_age](const Result<DraftId> &answer) {
        if (age != m_age)
            return;
        m_saving = false;
        if (!answer) {
            m_dirty = true;
            Q_EMIT failed(answer.error().message);
            return;
        }
        m_draft.id = *answer;
        Q_EMIT saved(at);
        if (m_dirty && !m_timer.isActive())
            saveNow();
    });
}

void DraftKeeper::stop()
{
    m_stopped = true;
    m_timer.stop();
}

void DraftKeeper::resume()
{
    m_stopped = false;
    if (m_dirty)
        m_timer.start();
}

} // namespace PortDesk

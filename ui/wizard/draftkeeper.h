// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/desksession.h"

#include <QTimer>

namespace PortDesk {

/// Keeps the unfinished request in the store: at once when asked, and two seconds after the last key. One save at a time, the newest values last.
class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    explicit DraftKeeper(DeskSession &session, QObject *parent = nullptr);
    /// Hands the last values to the store: its thread finishes what it was given. The session outlives its keepers.
    ~DraftKeeper() override;

    DraftId id() const { return m_draft.id; }
    /// Hands what is noted to the store and lets go of it; the next note() begins a new draft.
    void leave();
    /// Continues a stored draft instead of starting a new one.
    void adopt(const Draft &draft);
    /// Notes the values, the page and what was put aside, and saves them when typing pauses.
    void note(const Request &request, const QString &page, const QJsonObject &aside = {});
    /// Saves the noted values now (also the answer to "Retry").
    void saveNow();
    /// True when everything noted stands in the store.
    bool isClean() const { return !m_dirty && !m_saving; }
    /// Stops keeping while the request is submitted or discarded; resume() when that failed.
    void stop();
    void resume();

Q_SIGNALS:
    void saved(const QDateTime &at);
    void failed(const QString &sentence);

private:
    void handOver();

    DeskSession &m_session;
    Draft m_draft;
    QTimer m_timer;
    bool m_dirty = false;
    QFuture<Result<DraftId>> m_running;
    bool m_saving = false;
    int m_age = 0; ///< counts the drafts kept: the answer to a save of an earlier one is not this one's
    bool m_stopped = false;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/caseservice.h"
#include "core/desk/dossiermaker.h"

namespace PortDesk {

class BusyBar;
class DeskSession;
class MessageBar;
class Prompts;

/// Saves the dossier of a case: asks where, shows progress with Cancel, says what became of it. Its bars stand where the owner puts them.
class DossierSaver final : public QObject
{
    Q_OBJECT
public:
    /// The session and the prompts outlive it.
    DossierSaver(DeskSession &session, Prompts &prompts, QWidget *parent);

    void save(const CaseDetails &details, DossierAudience audience);
    bool isRunning() const { return m_running; }
    /// Progress with Cancel.
    BusyBar *busyBar() const { return m_busy; }
    /// What became of it.
    MessageBar *messageBar() const { return m_bar; }

private:
    void taken(const Result<QByteArray> &dossier, const QString &path);

    DeskSession &m_session;
    Prompts &m_prompts;
    DossierMaker m_maker;
    QFuture<Result<QByteArray>> m_future;
    BusyBar *m_busy;
    MessageBar *m_bar;
    bool m_running = false;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/desksession.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

namespace PortDesk::Test {

/// The answer of a future, without stopping the event loop; ends the program after half a minute.
template<typename T> T await(const QFuture<T> &future)
{
    QElapsedTimer timer;
    timer.start();
    while (!future.isFinished()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
        if (timer.elapsed() > 30000)
            qFatal("No answer from the desk in 30 s.");
    }
    return future.result();
}

/// A desk on a store of its own in a temporary folder, at testNow() by a clock that only moves when told.
class TestDesk
{
public:
    explicit TestDesk(Role role = Role::Agent);

    /// Opens the store; the sentence of the error, "" when it went well.
    QString open();
    DeskSession &session() { return *m_session; }
    FixedClock &clock() { return *m_clock; }
    DeskSessionOptions options() const { return m_options; }
    QString storePath() const { return m_options.storeUrl; }
    /// Another program in the place of the document worker; before open().
    void setWorker(const QString &program) { m_options.worker.program = program; }
    /// How long the document worker may take for a page or file; before open(). A busy machine is no reason to give up.
    void setWorkerPatience(int ms) { m_options.worker.loadTimeoutMs = m_options.worker.pageTimeoutMs = m_options.worker.answerTimeoutMs = m_options.worker.readTimeoutMs = ms; }
    QTemporaryDir &folder() { return m_folder; }

    /// Puts cases straight into the store, without the process (for lists); call before open().
    void insertCases(const QList<Case> &cases);
    /// Hands in a request with an invented file for each document; references of its cases. Ends the test on an error.
    QStringList submit(Request request);
    CaseDetails details(const QString &reference);
    /// Applies an action as somebody else; ends the test on an error.
    CaseDetails apply(const QString &reference, const QString &action, const QVariantMap &values = {}, Role role = Role::Agent);

private:
    QTemporaryDir m_folder;
    std::shared_ptr<FixedClock> m_clock;
    DeskSessionOptions m_options;
    std::unique_ptr<DeskSession> m_session;
};

} // namespace PortDesk::Test

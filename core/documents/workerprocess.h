// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/docworker.h"
#include "core/documents/sharedpixels.h"
#include "core/documents/workerprotocol.h"

#include <QProcess>

namespace PortDesk {

/// One running portdesk-docworker: starts it with its limits, writes request frames, reads answer frames. Knows nothing of documents.
class WorkerProcess final : public QObject
{
    Q_OBJECT
public:
    /// How a worker came to its end.
    enum class End {
        NotStarted, ///< the program is missing or cannot be run
        Crashed,
        Forbidden, ///< stopped by its sandbox: it tried what no reading of a document needs
        KilledFromOutside, ///< by a SIGKILL that was not ours: not the document's fault
        BadAnswer,         ///< spoke something that is not the protocol
    };

    explicit WorkerProcess(const DocWorkerOptions &options, QObject *parent = nullptr);
    ~WorkerProcess() override; ///< kills it and waits for its end

    Result<void> start();
    /// Writes a request. One with the id 0 gets an answer that is dropped.
    void send(const WorkerProtocol::CommandFrame &command);
    /// Ends it at once, without a signal, and deletes this when it is gone: taking down a process with much memory takes its time, and
    /// the desk does not wait for that.
    void retire();
    /// False as soon as the process has died, even before the event loop has noticed.
    bool isAlive() const;

    qint64 processId() const { return m_process.processId(); }
    quint32 cpuMs() const { return m_cpuMs; }
    const SharedPixels &pixels() const { return m_pixels; }
    /// The signal that ended it, and the last words on its standard error: for the log.
    QString lastWords() const;

Q_SIGNALS:
    void answered(quint32 id, const WorkerProtocol::Answer &answer);
    void ended(End end);

private:
    void readAnswers();
    void readErrors();
    void end(End end);

    DocWorkerOptions m_options;
    QProcess m_process;
    SharedPixels m_pixels;
    QByteArray m_errors;
    quint32 m_cpuMs = 0;
    int m_signal = 0;
    int m_unheard = 0; ///< answers with the id 0 that are still to come
    bool m_ended = false;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/scannerprotocol.h"

#include <QProcess>

namespace PortDesk {

/// One running portdesk-scanner: starts it, writes request frames, reads answer frames. A process group of its own, because drivers start
/// processes too. Make it with new; it is given up by abandon(), which never blocks.
class ScannerProcess final : public QObject
{
    Q_OBJECT
public:
    enum class End {
        NotStarted, ///< the program is missing or cannot be run
        Crashed,
        BadAnswer, ///< spoke something that is not the protocol
    };

    /// `program`: path, "" = beside the running program, or $PORTDESK_SCANNER.
    /// `letGoMs`: how long its driver may take to let go of a device.
    ScannerProcess(const QString &program, int letGoMs);
    ~ScannerProcess() override;

    void start();
    void send(const ScannerProtocol::CommandFrame &command);
    /// Speaks no more and ends the program: at once, or when its driver has not stopped after `graceMs`. Deletes itself afterwards.
    void abandon(int graceMs);

    qint64 processId() const { return m_process.processId(); }
    /// The last words on standard error, for the log.
    QString lastWords() const { return QString::fromUtf8(m_errors).trimmed(); }

Q_SIGNALS:
    void answered(quint32 id, const ScannerProtocol::Answer &answer);
    void ended(End end);

private:
    void readAnswers();
    void kill();
    void end(End end);

    QString m_program;
    QProcess m_process;
    QByteArray m_errors;
    bool m_ended = false;
    bool m_abandoned = false;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QString>

#include <sys/prctl.h>
#include <unistd.h>

#include <linux/capability.h>

namespace PortDesk::Test {

/// Runs the real portdesk-cli in a folder and keeps what it said.
class CliRunner
{
public:
    struct Answer {
        int status = -1;
        QByteArray out;
        QString err;
        QJsonDocument json() const { return QJsonDocument::fromJson(out); }
    };

    explicit CliRunner(const QString &folder) : m_folder(folder) {}

    /// From now on file permissions hold the program back, even when root runs the tests.
    void bindPermissions() { m_bound = true; }

    /// `now` as --now; "" = none.
    Answer run(const QStringList &arguments, const QString &now = {}, const QByteArray &input = {}) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder);
        QStringList all = arguments;
        if (!now.isEmpty())
            all << QStringLiteral("--now") << now;
        if (m_bound && ::geteuid() == 0) // what exec() gives back to root does not go beyond the bounding set
            process.setChildProcessModifier([] { if (::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE) != 0 || ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH) != 0) ::_exit(99); });
        process.start(QStringLiteral(PORTDESK_BIN_DIR "/portdesk-cli"), all);
        process.write(input);
        process.closeWriteChannel();
        Answer answer;
        if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit) {
            answer.err = process.errorString();
            return answer;
        }
        answer.status = process.exitCode();
        answer.out = process.readAllStandardOutput();
        answer.err = QString::fromUtf8(process.readAllStandardError());
        return answer;
    }

private:
    QString m_folder;
    bool m_bound = false;
};

} // namespace PortDesk::Test

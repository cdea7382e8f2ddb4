// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/scannerprocess.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimer>
#include <QtEndian>

#include <csignal>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qsizetype kKeptErrors = 1500;

QString scannerProgram(const QString &given)
{
    if (!given.isEmpty())
        return given;
    if (const QString set = qEnvironmentVariable("PORTDESK_SCANNER"); !set.isEmpty())
        return set;
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &place : {u"/portdesk-scanner"_s, u"/../bin/portdesk-scanner"_s, u"/../libexec/portdesk-scanner"_s}) {
        if (QFileInfo(here + place).isExecutable())
            return QFileInfo(here + place).canonicalFilePath();
    }
    return here + u"/portdesk-scanner"_s;
}

// Runs in the child between fork and exec: system calls only. Drivers need devices, network and files, so there is no sandbox.
void confine()
{
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);                          // a core would hold the customer's papers
    syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC); // no file of the desk is open in a driver
}

} // namespace

ScannerProcess::ScannerProcess(const QString &program, int letGoMs) : QObject(QCoreApplication::instance()), m_program(scannerProgram(program))
{
    m_process.setArguments({u"--let-go-ms"_s, QString::number(letGoMs)});
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ScannerProcess::readAnswers);
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { m_errors = (m_errors + m_process.readAllStandardError()).right(kKeptErrors); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(End::NotStarted);
    });
    connect(&m_process, &QProcess::finished, this, [this] { end(End::Crashed); });
}

ScannerProcess::~ScannerProcess()
{
    m_process.disconnect(this);
    kill();
    m_process.waitForFinished(1000); // only when a program ends in the middle; abandon() comes here after the end
}

void ScannerProcess::start()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s); // drivers read decimal points in their files
    m_process.setProgram(m_program);
    m_process.setProcessEnvironment(environment);
    m_process.setChildProcessModifier([] { confine(); });
    m_process.start();
}

void ScannerProcess::send(const ScannerProtocol::CommandFrame &command)
{
    m_process.write(ScannerProtocol::encoded(command));
}

void ScannerProcess::abandon(int graceMs)
{
    m_abandoned = true;
    m_ended = true;
    if (m_process.state() == QProcess::NotRunning) {
        deleteLater();
        return;
    }
    m_process.closeWriteChannel(); // the program takes it as: stop, and leave
    if (graceMs > 0)
        QTimer::singleShot(graceMs, this, &ScannerProcess::kill);
    else
        kill();
    connect(&m_process, &QProcess::finished, this, &QObject::deleteLater);
}

/// The program and what its drivers have started.
void ScannerProcess::kill()
{
    const qint64 id = m_process.processId();
    if (m_process.state() == QProcess::NotRunning || id <= 0)
        return;
    ::kill(pid_t(-id), SIGKILL);
    m_process.kill();
}

void ScannerProcess::readAnswers()
{
    if (m_abandoned)
        m_process.readAllStandardOutput();
    while (!m_ended && m_process.bytesAvailable() >= 4) {
        const quint32 length = qFromBigEndian<quint32>(m_process.peek(4).constData());
        if (length > ScannerProtocol::kMaximumFrame)
            return end(End::BadAnswer);
        if (m_process.bytesAvailable() < 4 + qint64(length))
            return;
        m_process.skip(4);
        const auto answer = ScannerProtocol::decodedAnswer(m_process.read(length));
        if (!answer)
            return end(End::BadAnswer);
        Q_EMIT answered(answer->id, answer->answer);
    }
}

void ScannerProcess::end(End how)
{
    if (std::exchange(m_ended, true))
        return;
    Q_EMIT ended(how);
}

} // namespace PortDesk

#include "moc_scannerprocess.cpp"

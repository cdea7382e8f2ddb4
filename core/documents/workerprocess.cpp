// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/workerprocess.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <csignal>
#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr rlim_t kStackBytes = 64UL * 1024 * 1024; // nested PostScript functions overflow the usual 8 MB
constexpr rlim_t kOpenFiles = 64;
constexpr int kPipeBytes = 1024 * 1024;            // most that is allowed without privileges; a document comes in few pieces
constexpr qsizetype kKeptErrors = 4000;

QString workerProgram(const DocWorkerOptions &options)
{
    if (!options.program.isEmpty())
        return options.program;
    if (const QString set = qEnvironmentVariable("PORTDESK_DOCWORKER"); !set.isEmpty())
        return set;
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &place : {u"/portdesk-docworker"_s, u"/../bin/portdesk-docworker"_s, u"/../libexec/portdesk-docworker"_s}) {
        if (QFileInfo(here + place).isExecutable())
            return QFileInfo(here + place).canonicalFilePath();
    }
    return here + u"/portdesk-docworker"_s;
}

// Nothing of the person's environment is needed but where fonts and libraries are.
QProcessEnvironment workerEnvironment()
{
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    for (const QString &name : {u"PATH"_s, u"HOME"_s, u"LD_LIBRARY_PATH"_s, u"QT_PLUGIN_PATH"_s, u"FONTCONFIG_FILE"_s, u"FONTCONFIG_PATH"_s,
                                u"XDG_RUNTIME_DIR"_s, u"XDG_DATA_DIRS"_s, u"TESSDATA_PREFIX"_s, u"PORTDESK_AUTHORITIES"_s, u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s}) {
        if (own.contains(name))
            environment.insert(name, own.value(name));
    }
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    environment.insert(u"OMP_THREAD_LIMIT"_s, u"1"_s); // libgomp reads it when it is loaded; later is too late
    return environment;
}

void limit(__rlimit_resource resource, rlim_t value)
{
    const rlimit both{value, value};
    setrlimit(resource, &both);
}

// Runs in the child between fork and exec: system calls only, no memory, no locks.
void confine(int pixels, rlim_t addressSpace, rlim_t cpuSeconds)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
#ifndef __SANITIZE_ADDRESS__ // its shadow memory is larger than any sensible limit
    limit(RLIMIT_AS, addressSpace);
#else
    Q_UNUSED(addressSpace);
#endif
    const rlimit cpu{cpuSeconds, cpuSeconds + 5}; // SIGXCPU first
    setrlimit(RLIMIT_CPU, &cpu);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, kOpenFiles);
    limit(RLIMIT_STACK, kStackBytes);
    syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC); // no file of the desk is open in the worker
    fcntl(pixels, F_SETFD, 0);
    fcntl(STDIN_FILENO, F_SETPIPE_SZ, kPipeBytes); // where it is refused the usual 64 KB do
}

} // namespace

WorkerProcess::WorkerProcess(const DocWorkerOptions &options, QObject *parent) : QObject(parent), m_options(options)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &WorkerProcess::readAnswers);
    connect(&m_process, &QProcess::readyReadStandardError, this, &WorkerProcess::readErrors);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(End::NotStarted);
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        m_signal = status == QProcess::CrashExit ? code : 0; // Qt gives the signal's number as the exit code of a crashed process
        end(m_signal == SIGKILL ? End::KilledFromOutside : m_signal == SIGSYS ? End::Forbidden : End::Crashed);
    });
}

WorkerProcess::~WorkerProcess()
{
    m_ended = true;
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(2000);
    }
}

Result<void> WorkerProcess::start()
{
    auto pixels = SharedPixels::create();
    if (!pixels)
        return pixels.error();
    m_pixels = std::move(*pixels);
    m_process.setProgram(workerProgram(m_options));
    m_process.setArguments({u"--pixels"_s, QString::number(m_pixels.descriptor())});
    m_process.setProcessEnvironment(workerEnvironment());
    m_process.setWorkingDirectory(u"/"_s);
    m_process.setChildProcessModifier([fd = m_pixels.descriptor(), space = rlim_t(m_options.addressSpaceBytes),
                                       seconds = rlim_t(m_options.cpuSeconds)] { confine(fd, space, seconds); });
    m_process.start();
    return {};
}

void WorkerProcess::send(const WorkerProtocol::CommandFrame &command)
{
    m_unheard += command.id == 0 ? 1 : 0;
    m_process.write(WorkerProtocol::encoded(command));
}

void WorkerProcess::retire()
{
    m_ended = true;
    if (m_process.state() == QProcess::NotRunning)
        return deleteLater();
    connect(&m_process, &QProcess::stateChanged, this, [this](QProcess::ProcessState state) {
        if (state == QProcess::NotRunning)
            deleteLater();
    });
    m_process.kill();
}

bool WorkerProcess::isAlive() const
{
    if (m_ended || m_process.state() == QProcess::NotRunning)
        return false;
    siginfo_t info{};
    const bool looked = waitid(P_PID, id_t(m_process.processId()), &info, WEXITED | WNOHANG | WNOWAIT) == 0;
    return m_process.state() == QProcess::Starting || (looked && info.si_pid == 0);
}

QString WorkerProcess::lastWords() const
{
    const QString words = QString::fromUtf8(m_errors).trimmed();
    return m_signal == 0 ? words : u"signal %1; "_s.arg(m_signal) + words;
}

void WorkerProcess::readAnswers()
{
    while (!m_ended && m_process.bytesAvailable() >= 4) {
        const quint32 length = WorkerProtocol::frameLength(m_process.peek(4).constData());
        if (length > WorkerProtocol::kMaximumFrame)
            return end(End::BadAnswer);
        const QByteArray head = m_process.peek(4 + WorkerProtocol::kAnswerHead);
        if (head.size() == 4 + WorkerProtocol::kAnswerHead && length > WorkerProtocol::mostBytes(head.sliced(4)))
            return end(End::BadAnswer);
        if (m_process.bytesAvailable() < 4 + qint64(length))
            return;
        m_process.skip(4);
        const auto answer = WorkerProtocol::decodedAnswer(m_process.read(length));
        if (!answer)
            return end(End::BadAnswer);
        m_cpuMs = answer->cpuMs;
        if (answer->id == 0 && --m_unheard < 0)
            return end(End::BadAnswer);
        Q_EMIT answered(answer->id, answer->answer);
    }
}

void WorkerProcess::readErrors()
{
    m_errors = (m_errors + m_process.readAllStandardError()).right(kKeptErrors);
}

void WorkerProcess::end(End how)
{
    if (std::exchange(m_ended, true))
        return;
    Q_EMIT ended(how);
}

} // namespace PortDesk

#include "moc_workerprocess.cpp"

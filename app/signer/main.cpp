// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/pdfsigner.h"

#include <QDataStream>
#include <QFile>
#include <QGuiApplication>

#include <array>
#include <cerrno>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestQuestion = 64LL * 1024 * 1024;

/// One import or one signature needs no network, no other program and little time. What it writes is readable by its owner alone.
bool shutIn()
{
    constexpr std::array forbidden{SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(bind),  SCMP_SYS(execve), SCMP_SYS(execveat),
                                   SCMP_SYS(fork),   SCMP_SYS(vfork),   SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv)};
    umask(077);
    const rlimit none{0, 0}, cpu{20, 25}, files{64, 64};
    setrlimit(RLIMIT_CORE, &none); // a password is in this memory
    setrlimit(RLIMIT_CPU, &cpu);
    setrlimit(RLIMIT_NOFILE, &files);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    scmp_filter_ctx filter = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? seccomp_init(SCMP_ACT_ALLOW) : nullptr;
    bool shut = filter != nullptr;
    for (const int call : forbidden)
        shut = shut && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) == 0;
    shut = shut && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return shut;
}

Result<QByteArray> answerTo(const QString &what, const QString &folder, QDataStream &in)
{
    in.setVersion(QDataStream::Qt_6_4);
    SigningOrder order;
    if (what == "import"_L1) {
        in >> order.pdf >> order.password;
        if (in.status() == QDataStream::Ok)
            return importedCertificate(folder, order.pdf, order.password);
    } else if (what == "sign"_L1) {
        qint32 page = 0;
        in >> order.pdf >> order.password >> page >> order.box >> order.text >> order.reason >> order.now;
        order.page = page;
        if (in.status() == QDataStream::Ok)
            return signedPdf(folder, order);
    }
    return Error{Error::Code::Invalid, u"portdesk-signer is started by PortDesk."_s, {}};
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (application.arguments().size() != 3 || !shutIn()) {
        fputs("portdesk-signer is started by PortDesk.\n", stderr);
        return 1;
    }
    QFile input, output;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly) || !output.open(STDOUT_FILENO, QIODevice::WriteOnly))
        return 2;
    const QByteArray question = input.read(kLargestQuestion);
    QDataStream in(question);
    const Result<QByteArray> answer = answerTo(application.arguments().at(1), application.arguments().at(2), in);
    QDataStream out(&output);
    out.setVersion(QDataStream::Qt_6_4);
    out << answer.ok() << (answer ? QString() : answer.error().message) << (answer ? *answer : QByteArray());
    output.flush();
    _exit(0); // NSS complains when it is tidied up with objects in use
}

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/sandbox.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <sched.h>
#include <seccomp.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

// What painting, fonts, memory and the two pipes need. Everything else fails.
constexpr std::array kAllowed{
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(close),
    SCMP_SYS(lseek),
    SCMP_SYS(dup),
    SCMP_SYS(stat),
    SCMP_SYS(fstat),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(statfs),
    SCMP_SYS(fstatfs),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),
    SCMP_SYS(fadvise64),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(membarrier),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sched_getparam),
    SCMP_SYS(sched_getscheduler),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(select),
    SCMP_SYS(pselect6),
    SCMP_SYS(eventfd2),
    SCMP_SYS(epoll_wait),
    SCMP_SYS(epoll_pwait),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(times),
    SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

bool allowIf(scmp_filter_ctx filter, int call, const scmp_arg_cmp &condition)
{
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, call, 1, &condition) == 0;
}

bool addRules(scmp_filter_ctx filter)
{
    for (const int call : kAllowed) {
        if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0)
            return false;
    }
    const scmp_datum_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
    return allowIf(filter, SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, writing, 0)) &&
           allowIf(filter, SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, writing, 0))
           // threads yes, processes no; clone3 cannot be looked into, glibc falls back to clone
           && allowIf(filter, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0 &&
           allowIf(filter, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFD)) &&
           allowIf(filter, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_SETFD)) &&
           allowIf(filter, SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFL)) &&
           allowIf(filter, SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME))
           // reading its own limits, not changing them; abort() of itself, no signals to others
           && allowIf(filter, SCMP_SYS(prlimit64), SCMP_A2(SCMP_CMP_EQ, 0)) &&
           allowIf(filter, SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, scmp_datum_t(getpid())));
}

QString outcome(const QString &what, bool allowed)
{
    return what + (allowed ? u": ALLOWED"_s : u": refused"_s);
}

bool opens(const char *path, int flags)
{
    const int file = open(path, flags | O_CLOEXEC, 0600);
    if (file >= 0)
        close(file);
    return file >= 0;
}

bool forks()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    if (child > 0)
        waitpid(child, nullptr, 0);
    return child > 0;
}

bool execs()
{
    char name[] = "true";
    char *arguments[] = {name, nullptr};
    char *environment[] = {nullptr};
    return execve("/bin/true", arguments, environment) == 0 || errno != EPERM;
}

} // namespace

Result<void> enterSandbox()
{
    const auto failed = [](const char *what) {
        return Error{Error::Code::Internal, u"The document reader could not be shut in."_s,
                     QString::fromLatin1(what) + u": "_s + QString::fromLocal8Bit(strerror(errno))};
    };
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return failed("PR_SET_NO_NEW_PRIVS");
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter)
        return failed("seccomp_init");
    const bool loaded = addRules(filter) && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return loaded ? Result<void>() : failed("seccomp_load");
}

QStringList triedForbiddenThings()
{
    const QByteArray path = "/tmp/portdesk-sandbox-" + QByteArray::number(getpid());
    const rlimit more{1 << 20, 1 << 20};
    return {
        outcome(u"create a file"_s, opens(path.constData(), O_WRONLY | O_CREAT)),
        outcome(u"write to a file"_s, opens("/dev/null", O_WRONLY)),
        outcome(u"read and write a file"_s, opens("/dev/null", O_RDWR)),
        outcome(u"rename"_s, rename("/dev/null/a", "/dev/null/b") == 0 || errno != EPERM),
        outcome(u"unlink"_s, unlink(path.constData()) == 0 || errno != EPERM),
        outcome(u"make a folder"_s, mkdir(path.constData(), 0700) == 0 || errno != EPERM),
        outcome(u"network socket"_s, socket(AF_INET, SOCK_STREAM, 0) >= 0),
        outcome(u"local socket"_s, socket(AF_UNIX, SOCK_STREAM, 0) >= 0),
        outcome(u"fork"_s, forks()),
        outcome(u"signal another process"_s, kill(getppid(), 0) == 0),
        outcome(u"trace"_s, ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0),
        outcome(u"raise a limit"_s, setrlimit(RLIMIT_CORE, &more) == 0),
        outcome(u"run a program"_s, execs()), // last: when allowed, nothing comes after it
    };
}

} // namespace PortDesk

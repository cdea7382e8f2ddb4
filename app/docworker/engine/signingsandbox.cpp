// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/signingsandbox.h"

#include "app/docworker/engine/landlock.h"
#include "app/docworker/engine/sandbox.h"

#include <array>
#include <cerrno>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

// NSS and Poppler write files and start no process; what they call changes with their versions, so this filter names what is refused.
constexpr std::array kForbidden{
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept), SCMP_SYS(accept4),
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork),
    SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(kill), SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_send_signal),
    SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(unshare), SCMP_SYS(setns),
    SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(io_uring_setup), SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(keyctl),
    SCMP_SYS(setrlimit), SCMP_SYS(fchmod), SCMP_SYS(fchmodat), SCMP_SYS(chown), SCMP_SYS(fchown), SCMP_SYS(fchownat)};

bool limitItself()
{
    constexpr rlim_t kMemory = 2ULL << 30, kLargestFile = 256ULL << 20;
    const rlimit none{0, 0}, cpu{20, 25}, files{64, 64}, memory{kMemory, kMemory}, written{kLargestFile, kLargestFile};
    bool done = setrlimit(RLIMIT_CORE, &none) == 0 && setrlimit(RLIMIT_CPU, &cpu) == 0 && setrlimit(RLIMIT_NOFILE, &files) == 0;
    done = done && setrlimit(RLIMIT_FSIZE, &written) == 0;
#ifndef __SANITIZE_ADDRESS__ // its shadow is larger than any limit
    done = done && setrlimit(RLIMIT_AS, &memory) == 0;
#endif
    return done;
}

bool loadFilter()
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    bool loaded = filter != nullptr;
    for (const int call : kForbidden)
        loaded = loaded && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0) == 0;
    // prlimit64 asks for limits, too; only setting them is refused
    loaded = loaded && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prlimit64), 1, SCMP_A2(SCMP_CMP_NE, 0)) == 0;
    // NSS makes its files its owner's alone
    loaded = loaded && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(chmod), 1, SCMP_A1(SCMP_CMP_NE, 0600)) == 0;
    // fork() of the C library is clone() without a thread's flags; clone3 cannot be looked into, and the library falls back
    loaded = loaded && seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, 0x10000 /* CLONE_THREAD */, 0)) == 0;
    loaded = loaded && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
    loaded = loaded && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return loaded;
}

} // namespace

bool enterSigningSandbox(const QString &folder)
{
    umask(077); // what it writes is its owner's alone
    if (!limitItself() || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return false;
    restrictFiles(readablePlaces() + QStringList{u"/dev/urandom"_s, u"/proc/sys/crypto"_s}, {folder});
    return loadFilter();
}

} // namespace PortDesk

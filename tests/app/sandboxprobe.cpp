// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/signingsandbox.h"
#include "app/docworker/engine/workerprogram.h"
#include "app/docworker/engine/workerserver.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <map>
#include <netinet/in.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

/// A document worker that a document has taken over: it starts as the real one does, but the title of a letter to compose is what it tries, the
/// letter's text is with what.
namespace {

using namespace PortDesk;

/// What came of a system call: 0, or its errno.
int result(long answer)
{
    return answer < 0 ? errno : 0;
}

int opening(const QByteArray &path, int flags)
{
    const int file = open(path.constData(), flags | O_CLOEXEC, 0600);
    if (file < 0)
        return errno;
    char byte = 0;
    const int read = (flags & O_ACCMODE) == O_RDONLY && !(flags & O_DIRECTORY) ? result(::read(file, &byte, 1)) : 0;
    close(file);
    return read;
}

int connecting(int domain)
{
    sockaddr_un local{AF_UNIX, "/run/dbus/system_bus_socket"};
    const int made = socket(domain, SOCK_STREAM, 0);
    return result(connect(made, reinterpret_cast<const sockaddr *>(&local), sizeof local));
}

int forking()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    return child < 0 ? errno : (waitpid(child, nullptr, 0), 0);
}

int executing()
{
    char name[] = "true";
    char *arguments[] = {name, nullptr};
    char *environment[] = {nullptr};
    return result(execve("/bin/true", arguments, environment));
}

int readingParent(const QByteArray &)
{
    char buffer[8];
    iovec here{buffer, sizeof buffer};
    iovec there{buffer, sizeof buffer};
    return result(process_vm_readv(getppid(), &here, 1, &there, 1, 0));
}

int mapping(int protection, int flags, int file)
{
    void *memory = mmap(nullptr, 4096, protection, flags, file, 0);
    if (memory == MAP_FAILED)
        return errno;
    munmap(memory, 4096);
    return 0;
}

int makingCode()
{
    void *memory = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? errno : result(mprotect(memory, 4096, PROT_READ | PROT_EXEC));
}

int takingMemory()
{
    for (qint64 taken = 0; taken < 64; ++taken) { // 64 GB
        if (mmap(nullptr, 1UL << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED)
            return errno;
    }
    return 0;
}

int openingMany(const QByteArray &path)
{
    for (int i = 0; i < 1000; ++i) {
        if (open(path.constData(), O_RDONLY) < 0)
            return errno;
    }
    return 0;
}

int burning(qint64 ms)
{
    timespec used{};
    do {
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    } while (used.tv_sec * 1000 + used.tv_nsec / 1'000'000 < ms);
    return 0;
}

int startingThread()
{
    int seen = EINVAL;
    std::thread([&] { seen = 0; }).join();
    return seen;
}

int raisingLimit()
{
    const rlimit more{1 << 20, 1 << 20};
    return result(setrlimit(RLIMIT_FSIZE, &more));
}

#ifdef __x86_64__
int callOf32Bits()
{
    int answer = 0;
    asm volatile("int $0x80" : "=a"(answer) : "a"(20) : "memory"); // getpid of i386
    return answer < 0 ? -answer : 0;
}
#endif

using Attempt = std::function<int(const QByteArray &)>;

std::map<QString, Attempt> fileAttempts()
{
    return {
        {u"read"_s, [](const QByteArray &path) { return opening(path, O_RDONLY); }},
        {u"list"_s, [](const QByteArray &path) { return opening(path, O_RDONLY | O_DIRECTORY); }},
        {u"write"_s, [](const QByteArray &path) { return opening(path, O_WRONLY); }},
        {u"readAndWrite"_s, [](const QByteArray &path) { return opening(path, O_RDWR); }},
        {u"append"_s, [](const QByteArray &path) { return opening(path, O_WRONLY | O_APPEND); }},
        {u"empty"_s, [](const QByteArray &path) { return opening(path, O_RDONLY | O_TRUNC); }},
        {u"create"_s, [](const QByteArray &path) { return opening(path + ".new", O_RDONLY | O_CREAT); }},
        {u"temporary"_s, [](const QByteArray &path) { return opening(path.left(path.lastIndexOf('/')), O_RDWR | O_TMPFILE); }},
        {u"truncate"_s, [](const QByteArray &path) { return result(truncate(path.constData(), 0)); }},
        {u"unlink"_s, [](const QByteArray &path) { return result(unlink(path.constData())); }},
        {u"rename"_s, [](const QByteArray &path) { return result(rename(path.constData(), QByteArray(path + ".new").constData())); }},
        {u"link"_s, [](const QByteArray &path) { return result(link(path.constData(), QByteArray(path + ".new").constData())); }},
        {u"symlink"_s, [](const QByteArray &path) { return result(symlink("/etc", QByteArray(path + ".new").constData())); }},
        {u"mkdir"_s, [](const QByteArray &path) { return result(mkdir(QByteArray(path + ".new").constData(), 0700)); }},
        {u"chmod"_s, [](const QByteArray &path) { return result(chmod(path.constData(), 0777)); }},
        {u"openMany"_s, openingMany},
        {u"memfd"_s, [](const QByteArray &) { return result(memfd_create("x", 0)); }},
    };
}

std::map<QString, Attempt> processAttempts()
{
    return {
        {u"nothing"_s, [](const QByteArray &) { return 0; }},
        {u"exec"_s, [](const QByteArray &) { return executing(); }},
        {u"fork"_s, [](const QByteArray &) { return forking(); }},
        {u"vfork"_s, [](const QByteArray &) { return result(syscall(SYS_clone, CLONE_VM | CLONE_VFORK | SIGCHLD, nullptr, nullptr, nullptr, 0)); }},
        {u"thread"_s, [](const QByteArray &) { return startingThread(); }},
        {u"inet"_s, [](const QByteArray &) { return result(socket(AF_INET, SOCK_STREAM, 0)); }},
        {u"inet6"_s, [](const QByteArray &) { return result(socket(AF_INET6, SOCK_DGRAM, 0)); }},
        {u"unix"_s, [](const QByteArray &) { return result(socket(AF_UNIX, SOCK_STREAM, 0)); }},
        {u"netlink"_s, [](const QByteArray &) { return result(socket(AF_NETLINK, SOCK_RAW, 0)); }},
        {u"connect"_s, [](const QByteArray &) { return connecting(AF_UNIX); }},
        {u"trace"_s, [](const QByteArray &) { return result(ptrace(PTRACE_ATTACH, getppid(), nullptr, nullptr)); }},
        {u"readParent"_s, readingParent},
        {u"signalParent"_s, [](const QByteArray &) { return result(kill(getppid(), 0)); }},
        {u"signalThread"_s, [](const QByteArray &) { return result(syscall(SYS_tgkill, getppid(), getppid(), 0)); }},
        {u"unshare"_s, [](const QByteArray &) { return result(unshare(CLONE_NEWUSER)); }},
        {u"ring"_s, [](const QByteArray &) { io_uring_params how{}; return result(syscall(SYS_io_uring_setup, 1, &how)); }},
        {u"bpf"_s, [](const QByteArray &) { return result(syscall(SYS_bpf, 0, nullptr, 0)); }},
        {u"writableCode"_s, [](const QByteArray &) { return mapping(PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1); }},
        {u"anonymousCode"_s, [](const QByteArray &) { return mapping(PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1); }},
        {u"madeCode"_s, [](const QByteArray &) { return makingCode(); }},
        {u"memory"_s, [](const QByteArray &) { return takingMemory(); }},
        {u"processor"_s, [](const QByteArray &ms) { return burning(ms.toLongLong()); }},
        {u"raiseLimit"_s, [](const QByteArray &) { return raisingLimit(); }},
        {u"coreDumps"_s, [](const QByteArray &) { rlimit cores{1, 1}; getrlimit(RLIMIT_CORE, &cores); return int(cores.rlim_max); }},
#ifdef __x86_64__
        {u"call32"_s, [](const QByteArray &) { return callOf32Bits(); }},
        {u"callX32"_s, [](const QByteArray &) { return result(syscall(0x40000000 | SYS_getpid)); }},
#endif
    };
}

/// The errno of an attempt, as a number.
QByteArray tried(const QString &what, const QByteArray &with)
{
    std::map<QString, Attempt> attempts = fileAttempts();
    attempts.merge(processAttempts());
    const auto attempt = attempts.find(what);
    return attempt == attempts.end() ? QByteArray("unknown") : QByteArray::number(attempt->second(with));
}

/// Numbers of the open files; asked of the kernel one by one, because a listing is refused.
QByteArray openFiles()
{
    QByteArray found;
    for (int file = 0; file < 64; ++file) {
        if (fcntl(file, F_GETFD) >= 0)
            found += QByteArray::number(file) + ' ';
    }
    return found.trimmed();
}

class Probe final : public WorkerServer
{
public:
    using WorkerServer::WorkerServer;

    /// Of a letter: the errno of what it asks to try. Loading burns the milliseconds of processor time that the bytes name, a page all there are.
    WorkerProtocol::Answer answer(const WorkerProtocol::Command &command) override
    {
        if (const auto *load = std::get_if<WorkerProtocol::Load>(&command))
            return burning(load->bytes.toLongLong()), WorkerProtocol::Done{};
        if (std::holds_alternative<WorkerProtocol::Render>(command))
            return burning(1'000'000), WorkerProtocol::Done{};
        const auto *asked = std::get_if<WorkerProtocol::Compose>(&command);
        if (!asked)
            return WorkerServer::answer(command);
        if (asked->letter.title == u"openFiles")
            return openFiles();
        return tried(asked->letter.title, asked->letter.html.toUtf8());
    }
};

} // namespace

/// Without arguments it is a worker; with "--signing FOLDER WHAT WITH" a signer that tries one thing and prints its errno.
int main(int argc, char **argv)
{
    if (argc == 5 && qstrcmp(argv[1], "--signing") == 0) {
        if (!enterSigningSandbox(QString::fromLocal8Bit(argv[2])))
            return 1;
        puts(tried(QString::fromLatin1(argv[3]), argv[4]).constData());
        return 0;
    }
    return runWorkerProgram(argc, argv, [](SharedPixels pixels, const WorkerProtection &protection) {
        return Probe(std::move(pixels), protection).run(STDIN_FILENO, STDOUT_FILENO);
    });
}

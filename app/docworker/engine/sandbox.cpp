// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/sandbox.h"

#include "app/docworker/engine/callfilter.h"
#include "app/docworker/engine/landlock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QStandardPaths>

#include <cerrno>
#include <cstring>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// The folders of a variable like PATH.
QStringList foldersOf(const char *variable)
{
    return qEnvironmentVariable(variable).split(u':', Qt::SkipEmptyParts);
}

QStringList fontPlaces()
{
    QStringList places = QStandardPaths::standardLocations(QStandardPaths::FontsLocation);
    for (const QString &shared : foldersOf("XDG_DATA_DIRS"))
        places.append(shared + u"/fonts"_s);
    if (const QString home = QDir::homePath(); home != u"/")
        places += {home + u"/.fonts"_s, home + u"/.local/share/fonts"_s, home + u"/.cache/fontconfig"_s, home + u"/.config/fontconfig"_s};
    if (const QString file = qEnvironmentVariable("FONTCONFIG_FILE"); !file.isEmpty())
        places.append(file);
    return places + foldersOf("FONTCONFIG_PATH");
}

qint64 limitOf(__rlimit_resource resource)
{
    rlimit limit{};
    return getrlimit(resource, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY ? qint64(limit.rlim_cur) : -1;
}

} // namespace

QStringList readablePlaces()
{
    QStringList places{
        u"/lib"_s, u"/lib64"_s, u"/usr/lib"_s, u"/usr/lib64"_s, u"/usr/local/lib"_s, u"/etc/ld.so.cache"_s, // libraries
        u"/etc/fonts"_s, u"/usr/share/fonts"_s, u"/usr/local/share/fonts"_s, u"/usr/share/fontconfig"_s, u"/var/cache/fontconfig"_s,
        u"/usr/share/poppler"_s, u"/usr/share/ghostscript"_s,                                            // characters of Asian PDFs
        u"/usr/share/tesseract-ocr"_s, u"/usr/share/tessdata"_s,                                         // languages
        u"/usr/share/icu"_s, u"/usr/share/zoneinfo"_s, u"/etc/localtime"_s, u"/etc/ssl/certs"_s, u"/usr/share/ca-certificates"_s,
        QLibraryInfo::path(QLibraryInfo::PluginsPath), QLibraryInfo::path(QLibraryInfo::LibrariesPath)};
    places += fontPlaces() + foldersOf("LD_LIBRARY_PATH") + foldersOf("QT_PLUGIN_PATH") + foldersOf("TESSDATA_PREFIX");
#ifdef __SANITIZE_ADDRESS__
    places.append(u"/proc/self"_s); // where its reports look up what they are about
#endif
    places.removeIf([](const QString &place) { return !QDir::isAbsolutePath(place) || QDir::cleanPath(place) == u"/"; });
    places.removeDuplicates();
    return places;
}

Result<WorkerProtection> enterSandbox(const QStringList &more)
{
    const auto failed = [](const char *what) {
        return Error{Error::Code::Internal, u"The document reader could not be shut in."_s,
                     QString::fromLatin1(what) + u": "_s + QString::fromLocal8Bit(strerror(errno))};
    };
    WorkerProtection protection;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return failed("PR_SET_NO_NEW_PRIVS");
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return failed("PR_SET_DUMPABLE");
    protection.landlock = restrictFiles(readablePlaces() + more);
    if (!loadCallFilter())
        return failed("seccomp");
    protection.callFilter = true;
    protection.memoryBytes = limitOf(RLIMIT_AS);
    protection.cpuSeconds = limitOf(RLIMIT_CPU);
    protection.fileBytes = limitOf(RLIMIT_FSIZE);
    protection.openFiles = limitOf(RLIMIT_NOFILE);
    return protection;
}

} // namespace PortDesk

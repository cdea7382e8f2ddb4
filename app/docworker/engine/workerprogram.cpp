// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/workerprogram.h"

#include "app/docworker/engine/engineinfo.h"
#include "app/docworker/engine/heifpicture.h"
#include "app/docworker/engine/pdfsignatures.h"
#include "app/docworker/engine/sandbox.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImageReader>

#include <cstdio>
#include <malloc.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kLargestKept = 32 * 1024 * 1024; // the most glibc allows
constexpr int kKeptFree = 64 * 1024 * 1024;

/// The memory of a painted page is kept for the next one: getting 10 MB from the system, page by page, takes as long as painting a third of them. The limit of all
/// memory (RLIMIT_AS) is not touched by it.
void keepMemory()
{
    mallopt(M_MMAP_THRESHOLD, kLargestKept);
    mallopt(M_TRIM_THRESHOLD, kKeptFree);
}

// Whatever Qt and fontconfig load late is loaded before the door is shut.
void warmUp()
{
    QImageReader::setAllocationLimit(512); // MB; the default refuses a 600-dpi colour page
    (void)QImageReader::supportedImageFormats();
    prepareHeif();
    openTrust();
    QFont font;
    font.setFamilies({u"Noto Sans"_s});
    (void)QFontMetricsF(font).horizontalAdvance(u"A"_s);
}

void print(const QStringList &lines)
{
    puts(lines.join(u'\n').toUtf8().constData());
    fflush(stdout);
}

bool attachAndServe(const QString &descriptor, const WorkerProtection &protection,
                    const std::function<bool(SharedPixels, const WorkerProtection &)> &serve)
{
    auto pixels = SharedPixels::attach(descriptor.toInt());
    if (pixels)
        return serve(std::move(*pixels), protection);
    fputs(pixels.error().detail.toUtf8().constData(), stderr);
    return false;
}

} // namespace

int runWorkerProgram(int argc, char **argv, const std::function<bool(SharedPixels, const WorkerProtection &)> &serve)
{
    keepMemory();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_ENABLE_REGEXP_JIT", "0"); // the sandbox lets no memory be written and run
    const QGuiApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == u"--version") {
        print({engineVersions()});
        return 0;
    }
    warmUp();
    const auto shut = enterSandbox();
    if (!shut) {
        fputs(shut.error().detail.toUtf8().constData(), stderr);
        return 4;
    }
    // Left by _exit: nothing is to be saved, and tidying up after hostile documents is only a risk.
    if (arguments.value(1) == u"--sandbox-report") {
        print(protectionSentences(*shut));
        _exit(0);
    }
    if (arguments.value(1) == u"--pixels")
        _exit(attachAndServe(arguments.value(2), *shut, serve) ? 0 : 2);
    fputs("portdesk-docworker is started by PortDesk.\n", stderr);
    return 1;
}

} // namespace PortDesk

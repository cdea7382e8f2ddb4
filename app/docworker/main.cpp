// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/engineinfo.h"
#include "app/docworker/engine/heifpicture.h"
#include "app/docworker/engine/sandbox.h"
#include "app/docworker/engine/workerserver.h"

#include <QFont>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImageReader>

#include <cstdio>
#include <unistd.h>

namespace {

using namespace PortDesk;

// Whatever Qt and fontconfig load late is loaded before the door is shut.
void warmUp()
{
    QImageReader::setAllocationLimit(512); // MB; the default refuses a 600-dpi colour page
    (void)QImageReader::supportedImageFormats();
    prepareHeif();
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans")});
    (void)QFontMetricsF(font).horizontalAdvance(QStringLiteral("A"));
}

int checkSandbox()
{
    for (const QString &line : triedForbiddenThings())
        puts(line.toUtf8().constData());
    fflush(stdout);
    return 0;
}

int serve(const QString &descriptor)
{
    auto pixels = SharedPixels::attach(descriptor.toInt());
    if (!pixels) {
        fputs(pixels.error().detail.toUtf8().constData(), stderr);
        return 3;
    }
    return WorkerServer(std::move(*pixels)).run(STDIN_FILENO, STDOUT_FILENO) ? 0 : 2;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QStringLiteral("--version")) {
        puts(engineVersions().toUtf8().constData());
        return 0;
    }
    warmUp();
    if (const auto shut = enterSandbox(); !shut) {
        fputs(shut.error().detail.toUtf8().constData(), stderr);
        return 4;
    }
    // Left by _exit: nothing is to be saved, and tidying up after hostile documents is only a risk.
    if (arguments.value(1) == QStringLiteral("--check-sandbox"))
        _exit(checkSandbox());
    if (arguments.value(1) == QStringLiteral("--pixels"))
        _exit(serve(arguments.value(2)));
    fputs("portdesk-docworker is started by PortDesk.\n", stderr);
    return 1;
}

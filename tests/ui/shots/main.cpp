// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/guitest.h"
#include "tests/ui/shots/scene.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTextStream>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

bool settle(QWidget *widget, const Scene &scene)
{
    QElapsedTimer timer;
    timer.start();
    do {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        if (timer.elapsed() > 20000)
            return false;
    } while (timer.elapsed() < 50 || (scene.ready && !scene.ready(widget)));
    for (int round = 0; round < 5; ++round)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20); // what became ready is laid out afterwards
    return true;
}

bool take(const Scene &scene, const QDir &folder, const QString &suffix)
{
    QTextStream err(stderr);
    const std::unique_ptr<QWidget> widget = scene.make();
    widget->resize(scene.size);
    widget->show();
    if (!settle(widget.get(), scene)) {
        err << scene.name << ": was not ready in 20 s\n";
        return false;
    }
    const QString file = folder.filePath(scene.name + suffix + u".png"_s);
    if (widget->grab().save(file))
        return true;
    err << file << ": could not be written\n";
    return false;
}

/// The scale factor holds for a whole process, so that the double size is taken by a second one.
bool takeDouble(const QStringList &arguments)
{
    QProcess second;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_SCALE_FACTOR"_s, u"2"_s);
    second.setProcessEnvironment(environment);
    second.setProcessChannelMode(QProcess::ForwardedChannels);
    second.start(QCoreApplication::applicationFilePath(), arguments);
    return second.waitForFinished(600000) && second.exitStatus() == QProcess::NormalExit && second.exitCode() == 0;
}

} // namespace

int main(int argc, char **argv)
{
    GuiTestApplication world(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Takes pictures of every screen, light and dark, at single and double size."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"folder"_s, u"Where the PNG files go."_s);
    parser.addOption({u"only"_s, u"Scenes whose name contains this."_s, u"text"_s});
    parser.addOption({u"single"_s, u"Only the size the screen has."_s});
    parser.process(world.application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    const QDir folder(parser.positionalArguments().constFirst());
    if (!folder.mkpath(u"."_s))
        return 2;
    bool ok = true;
    const bool doubled = qEnvironmentVariable("QT_SCALE_FACTOR") == u"2";
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        world.theme.setMode(mode);
        const QString suffix = (mode == Theme::Mode::Dark ? u"-dark"_s : QString()) + (doubled ? u"-2x"_s : QString());
        for (const Scene &scene : allScenes()) {
            if (scene.name.contains(parser.value(u"only"_s)))
                ok = take(scene, folder, suffix) && ok;
        }
    }
    if (!doubled && !parser.isSet(u"single"_s)) {
        const QStringList arguments{folder.path(), u"--single"_s, u"--only"_s, parser.value(u"only"_s)};
        ok = takeDouble(arguments) && ok;
    }
    return ok ? 0 : 1;
}

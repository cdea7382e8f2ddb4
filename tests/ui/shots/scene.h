// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSize>
#include <QString>
#include <QWidget>

#include <functional>
#include <memory>

namespace PortDesk {

/// One picture of the program: a name (lower case, the file's name) and what makes the widget. `ready` says when it may be
/// taken (a worker has answered); without it the picture is taken at once.
struct Scene {
    QString name;
    QSize size = {1280, 800};
    std::function<std::unique_ptr<QWidget>()> make;
    std::function<bool(QWidget *)> ready = {};
};

// The catalogue, one function per room. A new room adds its file here and in scenes.cpp.
QList<Scene> kitScenes();
QList<Scene> deskScenes();
QList<Scene> letterScenes();
QList<Scene> reviewScenes();
QList<Scene> scanScenes();
QList<Scene> viewerScenes();
QList<Scene> wizardScenes();
QList<Scene> correctionScenes();

QList<Scene> allScenes();

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shots/scene.h"

namespace PortDesk {

QList<Scene> allScenes()
{
    return kitScenes() + correctionScenes() + viewerScenes() + wizardScenes() + deskScenes() + letterScenes() + reviewScenes() + scanScenes();
}

} // namespace PortDesk

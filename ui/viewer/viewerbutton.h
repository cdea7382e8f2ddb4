// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QToolButton>

namespace PortDesk {

/// A flat icon button of the viewers, with its words as tool tip and accessible name.
inline QToolButton *viewerButton(Glyph glyph, const QString &words, const QString &objectName)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(glyph));
    button->setAutoRaise(true);
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setObjectName(objectName);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace PortDesk

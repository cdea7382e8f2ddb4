// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/sidepanel.h"

#include "ui/theme/tokens.h"

#include <QPainter>

namespace PortDesk {

void SidePanel::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.sunken);
    const int x = layoutDirection() == Qt::LeftToRight ? width() - 1 : 0;
    painter.fillRect(x, 0, 1, height(), tokens.line);
}

void FootBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(0, 0, width(), 1, tokens.line);
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrollpage.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>

namespace PortDesk {

namespace {

/// Innermost first, so that each layout tells the one around it what it needs now.
void activateLayouts(QWidget *root)
{
    const QList<QWidget *> inside = root->findChildren<QWidget *>();
    for (auto widget = inside.crbegin(); widget != inside.crend(); ++widget) {
        if ((*widget)->layout())
            (*widget)->layout()->activate();
    }
    root->layout()->activate();
}

} // namespace

ScrollPage::ScrollPage(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // what is inside is reached by the keyboard, and scrolled to
}

void ScrollPage::setContent(QWidget *content)
{
    setWidget(content); // which watches its events for us
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

bool ScrollPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && widget()->layout()) {
        if (event->type() == QEvent::Show)
            activateLayouts(widget());
        if (event->type() == QEvent::Show || event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
            measure();
    }
    return QScrollArea::eventFilter(watched, event);
}

void ScrollPage::measure()
{
    QLayout *layout = widget()->layout();
    const int needed = layout->hasHeightForWidth() ? layout->totalHeightForWidth(widget()->width()) : layout->totalMinimumSize().height();
    if (needed != widget()->minimumHeight())
        widget()->setMinimumHeight(std::max(0, needed));
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/outlinesplit.h"

#include "ui/viewer/outlinepanel.h"

#include <QSettings>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr auto kWidthKey = "viewer/outlineWidth"_L1;
constexpr int kNarrowest = 140;

} // namespace

OutlineSplit::OutlineSplit(OutlinePanel *outline, QWidget *pages, QWidget *parent) : QSplitter(parent), m_outline(outline)
{
    setObjectName(u"outlineSplit"_s);
    setChildrenCollapsible(false);
    m_outline->setMinimumWidth(kNarrowest);
    addWidget(m_outline);
    addWidget(pages);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    connect(this, &QSplitter::splitterMoved, this, [this] { QSettings().setValue(kWidthKey, sizes().first()); });
}

void OutlineSplit::setOutlineVisible(bool visible)
{
    m_outline->setVisible(visible);
    if (visible)
        place();
}

void OutlineSplit::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    if (!m_outline->isHidden())
        place();
}

/// Another viewer may have been drawn to another width meanwhile, so the settings are asked each time.
void OutlineSplit::place()
{
    const int drawn = QSettings().value(kWidthKey, 0).toInt();
    const int most = std::max(kNarrowest, width() * 2 / 5);
    const int wanted = std::clamp(drawn > 0 ? drawn : m_outline->contentWidth(), kNarrowest, most);
    setSizes({wanted, width() - wanted - handleWidth()});
}

} // namespace PortDesk

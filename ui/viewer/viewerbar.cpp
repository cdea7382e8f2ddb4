// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewerbar.h"

#include "ui/theme/spacing.h"
#include "ui/theme/tokens.h"
#include "ui/viewer/pageview.h"
#include "ui/viewer/viewerbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSpinBox>

#include <cmath>

namespace PortDesk {
using namespace Qt::StringLiterals;

ViewerBar::ViewerBar(PageView &view, QWidget *parent)
    : QWidget(parent), m_view(view), m_row(new QHBoxLayout(this)), m_page(new QSpinBox), m_pages(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)),
      m_zoom(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_fitWidth(viewerButton(Glyph::FitWidth, tr("Fit Width"), u"fitWidthButton"_s)),
      m_fitPage(viewerButton(Glyph::FitPage, tr("Fit Page"), u"fitPageButton"_s))
{
    auto *out = viewerButton(Glyph::ZoomOut, tr("Zoom Out (Ctrl+-)"), u"zoomOutButton"_s);
    auto *in = viewerButton(Glyph::ZoomIn, tr("Zoom In (Ctrl++)"), u"zoomInButton"_s);
    auto *rotate = viewerButton(Glyph::Rotate, tr("Rotate Right"), u"rotateButton"_s);
    m_fitWidth->setCheckable(true);
    m_fitPage->setCheckable(true);
    m_page->setObjectName(u"pageSpin"_s);
    m_page->setAccessibleName(tr("Page"));
    m_page->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_page->setAlignment(Qt::AlignCenter);
    m_page->setFixedWidth(48);
    m_page->setKeyboardTracking(false);
    m_pages->setObjectName(u"pagesLabel"_s);
    m_zoom->setObjectName(u"zoomLabel"_s);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setFixedWidth(52);
    m_row->setContentsMargins(Spacing::S, Spacing::XS, Spacing::S, Spacing::XS + 1);
    m_row->setSpacing(Spacing::XS);
    for (QWidget *widget : QList<QWidget *>{m_page, m_pages})
        m_row->addWidget(widget);
    m_row->addStretch(1);
    for (QWidget *widget : QList<QWidget *>{out, m_zoom, in, m_fitWidth, m_fitPage, rotate})
        m_row->addWidget(widget);
    connect(out, &QToolButton::clicked, &view, &PageView::zoomOut);
    connect(in, &QToolButton::clicked, &view, &PageView::zoomIn);
    connect(m_fitWidth, &QToolButton::clicked, &view, [&view] { view.setFit(PageView::Fit::Width); });
    connect(m_fitPage, &QToolButton::clicked, &view, [&view] { view.setFit(PageView::Fit::Page); });
    connect(rotate, &QToolButton::clicked, &view, [&view] { view.rotate(); });
    connect(&view, &PageView::zoomChanged, this, &ViewerBar::refresh);
    connect(&view, &PageView::currentPageChanged, this, &ViewerBar::refresh);
    connect(m_page, &QSpinBox::valueChanged, &view, [&view](int page) {
        if (page - 1 != view.currentPage())
            view.goToPage(page - 1);
    });
    refresh();
}

void ViewerBar::refresh()
{
    const int pages = m_view.pageCount();
    const QSignalBlocker quiet(m_page);
    m_page->setRange(pages > 0 ? 1 : 0, pages);
    m_page->setValue(m_view.currentPage() + 1);
    m_pages->setText(tr("of %1").arg(pages));
    m_zoom->setText(tr("%1 %").arg(std::lround(m_view.zoom() * 100)));
    m_fitWidth->setChecked(m_view.fit() == PageView::Fit::Width);
    m_fitPage->setChecked(m_view.fit() == PageView::Fit::Page);
}

void ViewerBar::addButton(QToolButton *button, bool atStart)
{
    if (atStart)
        m_row->insertWidget(0, button);
    else
        m_row->addWidget(button);
}

void ViewerBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensFor(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace PortDesk

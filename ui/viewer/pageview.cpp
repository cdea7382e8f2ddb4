// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Layout, zoom and places of the page view. What it fetches is in pageviewfetch.cpp; see also pageviewscroll, pageviewinput and pageviewpaint.
#include "ui/viewer/pageview.h"

#include <QScrollBar>

#include <cmath>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr double kPaper = 96.0 / 72.0; // scale of 100 %
constexpr double kStep = 1.25;
constexpr int kRestMs = 120; // after a rush
constexpr int kUnpaintedMs = 100; // a window that is covered is not painted

} // namespace

PageView::PageView(QWidget *parent) : QAbstractScrollArea(parent), m_glide(*horizontalScrollBar(), *verticalScrollBar())
{
    setObjectName(u"pageView"_s);
    setAccessibleName(tr("Pages"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    // Always: a bar that comes and goes changes the width that "fit width" fits to, and may never settle.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    verticalScrollBar()->setSingleStep(48);
    horizontalScrollBar()->setSingleStep(48);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        m_rushing = false;
        ask();
    });
    m_unpainted.setSingleShot(true);
    m_unpainted.setInterval(kUnpaintedMs);
    connect(&m_unpainted, &QTimer::timeout, this, &PageView::askRest);
    connect(&m_tiles, &TileLoader::arrived, this, [this](int page) {
        viewport()->update(m_layout.rect(page).translated(-offset()));
        if (m_restWaits && isViewThere())
            m_unpainted.start();
        if (const QString problem = m_tiles.problem(page); !problem.isEmpty())
            Q_EMIT pageFailed(page, problem);
    });
}

void PageView::setSource(PageSource *source)
{
    ++m_ticket;
    m_glide.stop();
    m_source = source;
    m_points = source ? source->pageSizes() : QList<QSizeF>();
    m_tiles.setSource(source);
    m_texts.clear();
    m_textsAsked.clear();
    m_highlights.clear();
    m_matches.clear();
    m_turns = 0;
    m_only = 0;
    m_lastPage = -1;
    m_chosen = -1;
    m_rushing = false;
    m_restWaits = false;
    m_wasSeen = false;
    clearSelection();
    verticalScrollBar()->setValue(0);
    relayout();
    ask();
}

void PageView::setPageSizes(const QList<QSizeF> &sizes)
{
    const Reading place = reading();
    m_points = sizes;
    m_tiles.setPageSizes(sizes);
    setReading(place);
}

int PageView::centiDpi() const
{
    return int(std::lround(m_scale * 72 * viewport()->devicePixelRatioF() * 100));
}

QPoint PageView::offset() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

void PageView::relayout()
{
    const QSize view = viewport()->size();
    const QList<QSizeF> fitted = m_single ? m_points.mid(m_only, 1) : m_points;
    if (m_fit == Fit::Width)
        m_scale = PageLayout::fitWidth(fitted, m_turns, view);
    else if (m_fit == Fit::Page)
        m_scale = PageLayout::fitPage(fitted, m_turns, view);
    m_scale = std::clamp(m_scale, kSmallest * kPaper, kLargest * kPaper);
    m_layout = m_single ? PageLayout::single(m_points, m_scale, m_turns, view, m_only) : PageLayout(m_points, m_scale, m_turns, view.width());
    placeBars();
    viewport()->update();
}

void PageView::placeBars()
{
    const QSize view = viewport()->size();
    verticalScrollBar()->setPageStep(view.height());
    horizontalScrollBar()->setPageStep(view.width());
    verticalScrollBar()->setRange(0, std::max(0, m_layout.size().height() - view.height()));
    horizontalScrollBar()->setRange(0, std::max(0, m_layout.size().width() - view.width()));
}

/// While one goes on zooming at a place the same point of the paper is held there; else the roundings of many steps would add up.
void PageView::setScale(double scale, Fit fit, const QPointF &anchor)
{
    m_glide.stop();
    if (m_pin.page < 0 || m_pin.view != anchor || m_pin.page >= pageCount()) {
        const int page = m_layout.pageAt(int(anchor.y()) + offset().y());
        m_pin = {anchor, page, page < 0 ? QPointF() : m_layout.toLayout(page).inverted().map(anchor + offset())};
    }
    m_fit = fit;
    m_scale = scale;
    const Pin pin = m_pin;
    m_zooming = true;
    relayout();
    if (pin.page >= 0) {
        const QPointF moved = m_layout.toLayout(pin.page).map(pin.unit) - anchor;
        horizontalScrollBar()->setValue(int(std::lround(moved.x())));
        verticalScrollBar()->setValue(int(std::lround(moved.y())));
    }
    m_zooming = false;
    m_pin = pin;
    ask();
    Q_EMIT zoomChanged(zoom());
    Q_EMIT viewChanged();
}

double PageView::zoom() const
{
    return m_scale / kPaper;
}

void PageView::setZoom(double zoom)
{
    setScale(std::clamp(zoom, kSmallest, kLargest) * kPaper, Fit::None, QRectF(viewport()->rect()).center());
}

void PageView::zoomAt(double factor, const QPointF &anchor)
{
    setScale(std::clamp(zoom() * factor, kSmallest, kLargest) * kPaper, Fit::None, anchor);
}

void PageView::zoomIn()
{
    setZoom(zoom() * kStep);
}

void PageView::zoomOut()
{
    setZoom(zoom() / kStep);
}

void PageView::setFit(Fit fit)
{
    m_pin = {};
    setScale(m_scale, fit, QPointF(viewport()->width() / 2.0, 0));
}

void PageView::rotate(int quarterTurns)
{
    const int page = currentPage();
    m_turns = (m_turns + quarterTurns + 4) % 4;
    m_pin = {};
    relayout();
    goToPage(page);
    ask();
    Q_EMIT zoomChanged(zoom());
    Q_EMIT viewChanged();
}

void PageView::setSinglePage(bool single)
{
    if (m_single == single)
        return;
    const int page = std::max(0, currentPage());
    m_single = single;
    m_only = page;
    m_pin = {};
    m_edgeTurn = 0;
    relayout();
    goToPage(page);
    ask();
    Q_EMIT modeChanged();
    Q_EMIT zoomChanged(zoom());
    Q_EMIT viewChanged();
}

void PageView::setDark(bool dark)
{
    if (m_dark == dark)
        return;
    m_dark = dark;
    viewport()->update();
    Q_EMIT modeChanged();
}

PageView::Reading PageView::reading() const
{
    const int page = std::max(0, m_layout.pageAt(offset().y()));
    const QRect rect = m_layout.rect(page);
    return {page, rect.isEmpty() ? 0.0 : double(offset().y() - rect.top()) / rect.height(), m_turns};
}

void PageView::setReading(const Reading &reading)
{
    if (reading.page < 0 || reading.page >= pageCount())
        return;
    m_turns = reading.quarterTurns;
    m_only = reading.page;
    m_pin = {};
    relayout();
    const QRect rect = m_layout.rect(reading.page);
    verticalScrollBar()->setValue(rect.top() + int(std::lround(reading.top * rect.height())));
    ask();
    Q_EMIT zoomChanged(zoom());
    Q_EMIT viewChanged();
}

int PageView::currentPage() const
{
    if (m_single)
        return pageCount() > 0 ? m_only : -1;
    return m_chosen >= 0 ? m_chosen : m_layout.pageAt(offset().y() + viewport()->height() / 2);
}

void PageView::goToPage(int page)
{
    if (page < 0 || page >= pageCount())
        return;
    m_glide.stop();
    if (m_single)
        return turnTo(page, false);
    verticalScrollBar()->setValue(m_layout.rect(page).top() - PageLayout::kMargin);
    choose(page);
}

void PageView::choose(int page)
{
    m_chosen = page;
    ask();
}

void PageView::showBox(int page, const QRectF &box)
{
    if (page < 0 || page >= pageCount())
        return;
    m_glide.stop();
    if (m_single && page != m_only)
        turnTo(page, false);
    const QRect place = m_layout.toLayout(page).mapRect(box).toRect().adjusted(-24, -48, 24, 48);
    const QRect seen(offset(), viewport()->size());
    if (!seen.contains(place)) {
        verticalScrollBar()->setValue(place.center().y() - seen.height() / 2);
        if (place.left() < seen.left() || place.right() > seen.right())
            horizontalScrollBar()->setValue(place.center().x() - seen.width() / 2);
    }
    choose(page);
}

void PageView::setOverlay(PageOverlay *overlay)
{
    m_overlay = overlay;
    viewport()->update();
}

QTransform PageView::toView(int page) const
{
    return m_layout.toLayout(page) * QTransform::fromTranslate(-offset().x(), -offset().y());
}

PagePlace PageView::placeOn(const QPoint &viewPoint) const
{
    const int page = m_layout.pageAt(viewPoint.y() + offset().y());
    return page < 0 ? PagePlace() : PagePlace{page, pagePoint(page, viewPoint)};
}

void PageView::undo()
{
    if (m_overlay)
        m_overlay->undo();
}

void PageView::redo()
{
    if (m_overlay)
        m_overlay->redo();
}

void PageView::setHighlights(const QList<PageHighlight> &highlights)
{
    m_highlights = highlights;
    viewport()->update();
}

void PageView::setMatches(const QList<PageHighlight> &matches)
{
    m_matches = matches;
    viewport()->update();
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_pin = {};
    setScale(m_scale, m_fit, {0, 0});
    m_pin = {};
}

void PageView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    ask();
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pageview.h"

#include "ui/models/answer.h"
#include "ui/theme/textrole.h"

#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr double kPaper = 96.0 / 72.0; // scale of 100 %
constexpr int kWholeSide = 2400;       // a page with a longer side is shown in tiles
constexpr double kStep = 1.25;

} // namespace

PageView::PageView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setObjectName(u"pageView"_s);
    setAccessibleName(tr("Pages"));
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->setMouseTracking(true);
    // Always: a bar that comes and goes changes the width that "fit width" fits to, and may never settle.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    verticalScrollBar()->setSingleStep(48);
    horizontalScrollBar()->setSingleStep(48);
    connect(&m_tiles, &TileLoader::arrived, this, [this](int page) {
        viewport()->update(m_layout.rect(page).translated(-offset()));
        askWords(page);
        if (const QString problem = m_tiles.problem(page); !problem.isEmpty())
            Q_EMIT pageFailed(page, problem);
    });
}

void PageView::setSource(PageSource *source)
{
    ++m_ticket;
    m_source = source;
    m_points = source ? source->pageSizes() : QList<QSizeF>();
    m_tiles.setSource(source);
    m_texts.clear();
    m_textsAsked.clear();
    m_highlights.clear();
    m_matches.clear();
    m_turns = 0;
    m_lastPage = -1;
    m_chosen = -1;
    clearSelection();
    verticalScrollBar()->setValue(0);
    relayout();
    ask();
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
    if (m_fit == Fit::Width)
        m_scale = PageLayout::fitWidth(m_points, m_turns, view);
    else if (m_fit == Fit::Page)
        m_scale = PageLayout::fitPage(m_points, m_turns, view);
    m_scale = std::clamp(m_scale, kSmallest * kPaper, kLargest * kPaper);
    m_layout = PageLayout(m_points, m_scale, m_turns, view.width());
    verticalScrollBar()->setPageStep(view.height());
    horizontalScrollBar()->setPageStep(view.width());
    verticalScrollBar()->setRange(0, std::max(0, m_layout.size().height() - view.height()));
    horizontalScrollBar()->setRange(0, std::max(0, m_layout.size().width() - view.width()));
    viewport()->update();
}

void PageView::setScale(double scale, Fit fit, const QPointF &anchor)
{
    const int page = m_layout.pageAt(int(anchor.y()) + offset().y());
    const QPointF onPage = page < 0 ? QPointF() : m_layout.toLayout(page).inverted().map(anchor + offset());
    m_fit = fit;
    m_scale = scale;
    relayout();
    if (page >= 0) {
        const QPointF moved = m_layout.toLayout(page).map(onPage) - anchor;
        horizontalScrollBar()->setValue(int(moved.x()));
        verticalScrollBar()->setValue(int(moved.y()));
    }
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
    setScale(m_scale, fit, QPointF(viewport()->width() / 2.0, 0));
}

void PageView::rotate(int quarterTurns)
{
    const int page = currentPage();
    m_turns = (m_turns + quarterTurns + 4) % 4;
    relayout();
    goToPage(page);
    ask();
    Q_EMIT zoomChanged(zoom());
    Q_EMIT viewChanged();
}

int PageView::currentPage() const
{
    return m_chosen >= 0 ? m_chosen : m_layout.pageAt(offset().y() + viewport()->height() / 2);
}

void PageView::goToPage(int page)
{
    if (page < 0 || page >= pageCount())
        return;
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

void PageView::retry()
{
    m_tiles.retry();
    ask();
    viewport()->update();
}

bool PageView::isSettled() const
{
    if (!m_tiles.isIdle())
        return false;
    const auto [first, last] = m_layout.pagesBetween(offset().y(), offset().y() + viewport()->height());
    for (int page = first; page <= last; ++page) {
        if (m_tiles.problem(page).isEmpty() && (m_tiles.anyWhole(page).isNull() || !m_texts.contains(page)))
            return false;
    }
    return true;
}

const PageText *PageView::text(int page) const
{
    const auto it = m_texts.constFind(page);
    return it == m_texts.constEnd() ? nullptr : &*it;
}

bool PageView::needsTiles(int page) const
{
    const QSize pixels = m_tiles.pagePixels(page, centiDpi() / 100.0);
    return std::max(pixels.width(), pixels.height()) > kWholeSide;
}

void PageView::appendTiles(QList<TileKey> &keys, int page, int dpi) const
{
    const QRectF seen = m_layout.toLayout(page).inverted().mapRect(QRectF(offset(), viewport()->size())).intersected(QRectF(0, 0, 1, 1));
    const QSize pixels = m_tiles.pagePixels(page, dpi / 100.0);
    constexpr int side = TileLoader::kTile;
    const int lastColumn = int(std::ceil(seen.right() * pixels.width() / side)) - 1;
    const int lastRow = int(std::ceil(seen.bottom() * pixels.height() / side)) - 1;
    for (int row = int(seen.top() * pixels.height()) / side; row <= lastRow; ++row) {
        for (int column = int(seen.left() * pixels.width()) / side; column <= lastColumn; ++column)
            keys.append({page, dpi, column, row});
    }
}

QList<TileKey> PageView::wanted() const
{
    QList<TileKey> whole;
    QList<TileKey> tiles;
    const int dpi = centiDpi();
    const auto [first, last] = m_layout.pagesBetween(offset().y(), offset().y() + viewport()->height());
    for (int page = first; page <= last; ++page) {
        if (!needsTiles(page)) {
            whole.append({page, dpi});
            continue;
        }
        const QSizeF points = m_points.at(page);
        if (m_tiles.anyWhole(page).isNull())
            whole.append({page, int(kWholeSide / 2 / std::max(points.width(), points.height()) * 7200)});
        appendTiles(tiles, page, dpi);
    }
    if (last >= 0 && last + 1 < pageCount() && !needsTiles(last + 1))
        tiles.append({last + 1, dpi}); // the next page, for the next turn of the wheel
    return whole + tiles;
}

void PageView::ask()
{
    if (!m_source)
        return;
    m_tiles.setWanted(wanted());
    if (const int page = currentPage(); page != m_lastPage) {
        m_lastPage = page;
        Q_EMIT currentPageChanged(page);
    }
}

void PageView::askWords(int page)
{
    if (!m_source || m_textsAsked.contains(page))
        return;
    m_textsAsked.insert(page);
    whenAnswered(m_source->words(page), this, [this, page, ticket = m_ticket](const Result<QList<Word>> &result) {
        if (ticket == m_ticket)
            takeWords(page, result.ok() ? *result : QList<Word>());
    });
}

void PageView::takeWords(int page, const QList<Word> &words)
{
    m_texts.insert(page, PageText(words));
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const double before = m_scale;
    setScale(m_scale, m_fit, {0, 0});
    if (qFuzzyCompare(before, m_scale))
        ask();
}

void PageView::scrollContentsBy(int, int)
{
    m_chosen = -1;
    viewport()->update();
    ask();
    Q_EMIT viewChanged();
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    const double factor = std::pow(kStep, event->angleDelta().y() / 120.0);
    setScale(std::clamp(zoom() * factor, kSmallest, kLargest) * kPaper, Fit::None, event->position());
    event->accept();
}

} // namespace PortDesk

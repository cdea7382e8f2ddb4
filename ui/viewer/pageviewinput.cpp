// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Keyboard, mouse and selection of the page view; the rest of the class is in pageview.cpp.
#include "ui/viewer/pageview.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace PortDesk {

QPointF PageView::pagePoint(int page, const QPoint &viewPoint) const
{
    return m_layout.toLayout(page).inverted().map(QPointF(viewPoint + offset()));
}

PageView::Place PageView::placeAt(const QPoint &viewPoint, bool nearest) const
{
    const int page = m_layout.pageAt(viewPoint.y() + offset().y());
    const PageText *words = text(page);
    if (!words)
        return {};
    const QPointF point = pagePoint(page, viewPoint);
    const int word = nearest ? words->nearestWord(point) : words->wordAt(point);
    return word < 0 ? Place() : Place{page, word};
}

QString PageView::selectedText() const
{
    const Place from = std::min(m_anchor, m_head);
    const Place to = std::max(m_anchor, m_head);
    QStringList parts;
    for (int page = from.page; page >= 0 && page <= to.page; ++page) {
        const PageText *words = text(page);
        if (words)
            parts.append(words->text(page == from.page ? from.word : 0, page == to.page ? to.word : int(words->words().size()) - 1));
    }
    return parts.join(u'\n');
}

QList<PageLines> PageView::selectedLines() const
{
    const Place from = std::min(m_anchor, m_head);
    const Place to = std::max(m_anchor, m_head);
    QList<PageLines> all;
    for (int page = from.page; page >= 0 && page <= to.page; ++page) {
        const PageText *words = text(page);
        const int last = words ? int(words->words().size()) - 1 : -1;
        const QList<QRectF> lines = words ? words->lineBoxes(page == from.page ? from.word : 0, page == to.page ? to.word : last) : QList<QRectF>();
        if (!lines.isEmpty())
            all.append({page, lines});
    }
    return all;
}

/// A click without dragging on a box of the evidence; the one on top, which is the smallest.
void PageView::reportHighlight(const QPoint &viewPoint)
{
    const PagePlace place = placeOn(viewPoint);
    int found = -1;
    double least = 2;
    for (int i = 0; i < m_highlights.size(); ++i) {
        const PageHighlight &highlight = m_highlights.at(i);
        const double area = highlight.box.width() * highlight.box.height();
        const QRectF reach = toView(highlight.page).mapRect(highlight.box).adjusted(-2, -2, 2, 2);
        if (highlight.page == place.page && reach.contains(viewPoint) && area < least) {
            found = i;
            least = area;
        }
    }
    if (found >= 0)
        Q_EMIT highlightClicked(found);
}

void PageView::selectAll()
{
    const int page = currentPage();
    const PageText *words = text(page);
    if (!words || words->words().isEmpty())
        return;
    m_anchor = {page, 0};
    m_head = {page, int(words->words().size()) - 1};
    viewport()->update();
    Q_EMIT selectionChanged();
}

void PageView::clearSelection()
{
    m_anchor = {};
    m_head = {};
    viewport()->update();
    Q_EMIT selectionChanged();
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    if (m_overlay && m_overlay->keyPressed(event))
        return;
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->matches(QKeySequence::Copy)) {
        if (const QString copied = selectedText(); !copied.isEmpty())
            QApplication::clipboard()->setText(copied);
        return;
    }
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    if (event->matches(QKeySequence::ZoomIn) || (control && event->key() == Qt::Key_Equal))
        return zoomIn();
    if (event->matches(QKeySequence::ZoomOut))
        return zoomOut();
    if (control && event->key() == Qt::Key_0)
        return setZoom(1.0);
    if (turnByKey(event))
        return;
    switch (event->key()) {
    case Qt::Key_Home: return verticalScrollBar()->setValue(0);
    case Qt::Key_End: return verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    case Qt::Key_Space: return verticalScrollBar()->triggerAction(event->modifiers() & Qt::ShiftModifier ? QScrollBar::SliderPageStepSub : QScrollBar::SliderPageStepAdd);
    case Qt::Key_Right:
    case Qt::Key_Left:
        if (horizontalScrollBar()->maximum() == 0)
            return goToPage(currentPage() + (event->key() == Qt::Key_Right ? 1 : -1));
        break;
    default: break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void PageView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    m_glide.stop();
    m_pressed = point;
    if (m_overlay && m_overlay->pressed(event))
        return;
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return QAbstractScrollArea::mousePressEvent(event);
    const Place place = event->button() == Qt::LeftButton ? placeAt(point, false) : Place();
    clearSelection();
    if (place.page >= 0) {
        m_selecting = true;
        m_anchor = place;
        m_head = place;
        Q_EMIT selectionChanged();
    } else {
        m_dragging = true;
        m_dragFrom = point;
        m_dragScroll = offset();
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    viewport()->update();
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (m_overlay && m_overlay->moved(event))
        return;
    if (m_dragging) {
        const QPoint to = m_dragScroll - (point - m_dragFrom);
        horizontalScrollBar()->setValue(to.x());
        verticalScrollBar()->setValue(to.y());
        return;
    }
    if (!m_selecting)
        return viewport()->setCursor(placeAt(point, false).page >= 0 ? Qt::IBeamCursor : Qt::OpenHandCursor);
    const Place place = placeAt(point, true);
    if (place.page < 0 || place == m_head)
        return;
    m_head = place;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    QAbstractScrollArea::mouseReleaseEvent(event);
    const bool pressedHere = m_selecting || m_dragging;
    m_selecting = false;
    m_dragging = false;
    if (m_overlay && m_overlay->released(event))
        return;
    viewport()->setCursor(Qt::OpenHandCursor);
    const QPoint point = event->position().toPoint();
    if (pressedHere && event->button() == Qt::LeftButton && (point - m_pressed).manhattanLength() < QApplication::startDragDistance())
        reportHighlight(point);
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_overlay && m_overlay->doubleClicked(event))
        return;
    const Place place = placeAt(event->position().toPoint(), false);
    if (place.page < 0)
        return;
    m_anchor = place;
    m_head = place;
    viewport()->update();
    Q_EMIT selectionChanged();
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keyboard of the marks; the rest of the class is in marklayer.cpp.
#include "ui/viewer/marklayer.h"

#include "core/documents/markjson.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr double kSmallest = 0.006; // of the page: a box keeps this much
constexpr double kNudge = 0.004;

QPointF onPaper(const QPointF &point)
{
    return {std::clamp(point.x(), 0.0, 1.0), std::clamp(point.y(), 0.0, 1.0)};
}

bool drawsBox(MarkKind kind)
{
    return kind == MarkKind::Box || kind == MarkKind::Text || kind == MarkKind::Stamp;
}

/// Edges of the screen as edges of the page: a turned page is resized by the edge that is touched.
Qt::Edges turnedBack(Qt::Edges edges, int quarterTurns)
{
    constexpr Qt::Edge round[] = {Qt::TopEdge, Qt::RightEdge, Qt::BottomEdge, Qt::LeftEdge};
    Qt::Edges turned;
    for (int i = 0; i < 4; ++i) {
        if (edges & round[i])
            turned |= round[(i - quarterTurns + 4) % 4];
    }
    return turned;
}

} // namespace

bool MarkLayer::pressed(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (event->button() != Qt::LeftButton || !m_visible)
        return false;
    closeEditor(true);
    m_pressedAt = point;
    m_from = m_view.placeOn(point);
    m_nudging = false;
    if (m_tool && *m_tool != MarkKind::Highlight) {
        beginDrawing(m_from);
        return true;
    }
    m_edges = turnedBack(handleAt(point), m_view.quarterTurns());
    if (m_edges) {
        m_drag = Drag::Resize;
        m_from.page = m_book.mark(m_selected)->page;
        return true;
    }
    const Mark *hit = m_tool ? nullptr : markAt(point);
    if (!hit) {
        select({});
        return false;
    }
    if (hit->kind == MarkKind::Highlight) { // words below it can still be selected: a click picks, a drag selects
        m_drag = Drag::Candidate;
        return false;
    }
    select(hit->id);
    m_drag = m_book.isEditable() ? Drag::Move : Drag::None;
    return true;
}

void MarkLayer::beginDrawing(const PagePlace &place)
{
    if (place.page < 0)
        return;
    m_drag = *m_tool == MarkKind::Ink ? Drag::Stroke : Drag::Draw;
    Mark mark = m_book.draft(*m_tool, place.page);
    mark.colour = colour(*m_tool);
    mark.box = {onPaper(place.point), QSizeF(0, 0)};
    if (*m_tool == MarkKind::Ink)
        mark.strokes = {{onPaper(place.point)}};
    if (*m_tool == MarkKind::Stamp)
        mark.text = stampText();
    m_preview = mark;
}

QRectF MarkLayer::dragged(const QPointF &point) const
{
    const Mark *mark = m_book.mark(m_selected);
    QRectF box = markBounds(*mark);
    if (m_drag == Drag::Move) {
        const QPointF to = box.topLeft() + point - m_from.point;
        box.moveTopLeft({std::clamp(to.x(), 0.0, std::max(0.0, 1 - box.width())), std::clamp(to.y(), 0.0, std::max(0.0, 1 - box.height()))});
        return box;
    }
    const QPointF at = onPaper(point);
    if (m_edges & Qt::LeftEdge)
        box.setLeft(std::min(at.x(), box.right() - kSmallest));
    if (m_edges & Qt::RightEdge)
        box.setRight(std::max(at.x(), box.left() + kSmallest));
    if (m_edges & Qt::TopEdge)
        box.setTop(std::min(at.y(), box.bottom() - kSmallest));
    if (m_edges & Qt::BottomEdge)
        box.setBottom(std::max(at.y(), box.top() + kSmallest));
    return box;
}

bool MarkLayer::moved(QMouseEvent *event)
{
    const QPoint view = event->position().toPoint();
    if (m_drag == Drag::None) {
        setCursor(view);
        return m_tool && *m_tool != MarkKind::Highlight;
    }
    if (m_drag == Drag::Candidate)
        return false;
    const QPointF point = m_view.toView(m_from.page).inverted().map(QPointF(view));
    if (m_drag == Drag::Draw)
        m_preview->box = QRectF(onPaper(m_from.point), onPaper(point)).normalized();
    else if (m_drag == Drag::Stroke)
        m_preview->strokes.last().append(onPaper(point));
    else if (const Mark *mark = m_book.mark(m_selected))
        m_preview = placedAt(*mark, dragged(point));
    refresh();
    return true;
}

bool MarkLayer::released(QMouseEvent *event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    const QPoint point = event->position().toPoint();
    const bool click = (point - m_pressedAt).manhattanLength() < QApplication::startDragDistance();
    if (drag == Drag::Candidate && click) {
        const Mark *hit = markAt(point);
        m_view.clearSelection();
        select(hit ? hit->id : QString());
        return true;
    }
    if (m_tool == MarkKind::Highlight && drag == Drag::None) {
        if (!click)
            highlightSelection();
        return !click;
    }
    if (drag == Drag::Draw)
        finishDrawing();
    else if (drag == Drag::Stroke)
        finishStroke();
    else if (m_preview && !click)
        m_book.change(*m_preview, drag == Drag::Move ? tr("Move a mark") : tr("Resize a mark"));
    m_preview.reset();
    refresh();
    return drag == Drag::Draw || drag == Drag::Stroke || drag == Drag::Move || drag == Drag::Resize;
}

void MarkLayer::finishDrawing()
{
    const Mark drawn = *std::exchange(m_preview, std::nullopt);
    QRectF box = drawn.box;
    const bool isClick = box.width() < kSmallest || box.height() < kSmallest;
    if (drawsBox(drawn.kind) && isClick)
        box = QRectF(m_from.point, startSize(drawn.kind, m_view.pagePoints(drawn.page)));
    if (drawn.kind == MarkKind::Note)
        box = QRectF(onPaper(m_from.point), QSizeF(0, 0));
    make(drawn.kind, drawn.page, box);
}

bool MarkLayer::doubleClicked(QMouseEvent *event)
{
    const Mark *hit = m_tool || !m_book.isEditable() ? nullptr : markAt(event->position().toPoint());
    if (!hit)
        return m_tool && *m_tool != MarkKind::Highlight;
    select(hit->id);
    openEditor(false);
    return true;
}

void MarkLayer::setCursor(const QPoint &viewPoint)
{
    if (m_tool && *m_tool != MarkKind::Highlight)
        m_view.viewport()->setCursor(Qt::CrossCursor);
    else if (handleAt(viewPoint))
        m_view.viewport()->setCursor(Qt::SizeAllCursor);
    else if (markAt(viewPoint))
        m_view.viewport()->setCursor(Qt::PointingHandCursor);
}

bool MarkLayer::toolKey(QKeyEvent *event)
{
    static const QHash<int, MarkKind> tools{{Qt::Key_H, MarkKind::Highlight}, {Qt::Key_N, MarkKind::Note}, {Qt::Key_B, MarkKind::Box},
                                            {Qt::Key_I, MarkKind::Ink},       {Qt::Key_T, MarkKind::Text}, {Qt::Key_S, MarkKind::Stamp}};
    if (event->modifiers() != Qt::NoModifier || !m_book.isEditable() || !tools.contains(event->key()))
        return false;
    setTool(tools.value(event->key()));
    return true;
}

bool MarkLayer::keyPressed(QKeyEvent *event)
{
    if (!m_visible)
        return false;
    if (event->matches(QKeySequence::Undo)) {
        undo();
        return true;
    }
    if (event->matches(QKeySequence::Redo) || (event->key() == Qt::Key_Y && event->modifiers() == Qt::ControlModifier)) {
        redo();
        return true;
    }
    if (event->key() == Qt::Key_Escape && (m_tool || !m_selected.isEmpty())) {
        m_preview.reset();
        m_drag = Drag::None;
        m_tool ? setTool(std::nullopt) : select({});
        return true;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_tool && event->modifiers() == Qt::NoModifier) {
        makeInMiddle();
        return true;
    }
    return toolKey(event) || keyWithMark(event);
}

bool MarkLayer::keyWithMark(QKeyEvent *event)
{
    const bool onlyShift = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    if (onlyShift && (event->key() == Qt::Key_BracketRight || event->key() == Qt::Key_BracketLeft)) {
        step(event->key() == Qt::Key_BracketRight ? 1 : -1);
        return true;
    }
    if (m_selected.isEmpty() || !m_book.isEditable() || !onlyShift)
        return false;
    const bool resize = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace: removeSelected(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2: editSelected(); return true;
    case Qt::Key_Left: nudge({-kNudge, 0}, resize); return true;
    case Qt::Key_Right: nudge({kNudge, 0}, resize); return true;
    case Qt::Key_Up: nudge({0, -kNudge}, resize); return true;
    case Qt::Key_Down: nudge({0, kNudge}, resize); return true;
    default: return false;
    }
}

/// A row of arrow keys is one step of undo.
void MarkLayer::nudge(const QPointF &step, bool resize)
{
    const Mark *mark = m_book.mark(m_selected);
    if (!mark || mark->kind == MarkKind::Highlight || (resize && !isResizable(*mark)))
        return;
    QTransform turn;
    turn.rotate(-90 * m_view.quarterTurns()); // up is up on a turned page, too
    const QPointF by = turn.map(step);
    QRectF box = markBounds(*mark);
    if (resize)
        box.setSize({std::max(kSmallest, box.width() + by.x()), std::max(kSmallest, box.height() + by.y())});
    else
        box.translate(by);
    if (box.left() < 0 || box.top() < 0 || box.right() > 1 || box.bottom() > 1)
        return;
    if (!m_nudging)
        ++m_gesture;
    m_nudging = true;
    m_book.change(placedAt(*mark, box), resize ? tr("Resize a mark") : tr("Move a mark"), m_gesture);
}

/// From mark to mark in the order of the list.
void MarkLayer::step(int by)
{
    const QList<Mark> &marks = m_book.marks();
    if (marks.isEmpty())
        return;
    const auto at = std::find_if(marks.cbegin(), marks.cend(), [this](const Mark &mark) { return mark.id == m_selected; });
    const qsizetype count = marks.size();
    const qsizetype now = at == marks.cend() ? (by > 0 ? -1 : 0) : at - marks.cbegin();
    goTo(marks.at((now + by + count) % count).id);
}

void MarkLayer::undo()
{
    closeEditor(true);
    m_nudging = false;
    m_book.undoStack()->undo();
}

void MarkLayer::redo()
{
    closeEditor(true);
    m_nudging = false;
    m_book.undoStack()->redo();
}

} // namespace PortDesk

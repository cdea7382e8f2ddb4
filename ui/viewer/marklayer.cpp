// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// What the layer makes and paints; mouse and keyboard are in marklayerinput.cpp.
#include "ui/viewer/marklayer.h"

#include "core/documents/markjson.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr double kHandle = 7; // pixels, side of a handle

QList<QPair<Qt::Edges, QPointF>> handlesOf(const QRectF &rect)
{
    using enum Qt::Edge;
    const QPointF c = rect.center();
    return {{TopEdge | LeftEdge, rect.topLeft()},       {TopEdge, {c.x(), rect.top()}},  {TopEdge | RightEdge, rect.topRight()},
            {RightEdge, {rect.right(), c.y()}},         {BottomEdge | RightEdge, rect.bottomRight()}, {BottomEdge, {c.x(), rect.bottom()}},
            {BottomEdge | LeftEdge, rect.bottomLeft()}, {LeftEdge, {rect.left(), c.y()}}};
}

} // namespace

MarkLayer::MarkLayer(PageView &view, MarkBook &book, QObject *parent) : QObject(parent), m_view(view), m_living(&view), m_book(book)
{
    m_view.setOverlay(this);
    connect(&book, &MarkBook::changed, this, [this] {
        if (!m_selected.isEmpty() && !m_book.mark(m_selected))
            select({});
        refresh();
    });
    connect(&view, &PageView::viewChanged, this, &MarkLayer::placeEditor);
}

MarkLayer::~MarkLayer()
{
    if (m_living)
        m_living->setOverlay(nullptr);
}

void MarkLayer::refresh()
{
    m_view.viewport()->update();
}

void MarkLayer::setVisible(bool visible)
{
    m_visible = visible;
    if (!visible)
        select({});
    refresh();
}

void MarkLayer::setTool(std::optional<MarkKind> tool)
{
    if (!m_book.isEditable())
        tool = std::nullopt;
    if (tool == MarkKind::Highlight && highlightSelection())
        tool = std::nullopt; // the words were chosen before the tool
    if (tool)
        select({});
    m_tool = tool;
    m_view.viewport()->setCursor(tool && tool != MarkKind::Highlight ? Qt::CrossCursor : Qt::OpenHandCursor);
    Q_EMIT toolChanged();
}

void MarkLayer::setStamp(const QString &key)
{
    m_stamp = key;
}

QString MarkLayer::stampText() const
{
    if (m_stamp == u"own")
        return {};
    if (m_stamp != u"date")
        return stampTitle(m_stamp);
    const QDateTime now = m_book.draft(MarkKind::Stamp, 0).created;
    return QLocale(QLocale::English).toString(now.date(), u"d MMM yyyy"_s);
}

void MarkLayer::setColour(const QString &colour)
{
    const Mark *mark = m_book.mark(m_selected);
    if (!mark) {
        m_colours.insert(m_tool.value_or(MarkKind::Highlight), colour);
        return;
    }
    m_colours.insert(mark->kind, colour);
    Mark changed = *mark;
    changed.colour = colour;
    m_book.change(changed, tr("Recolour a mark"));
}

void MarkLayer::select(const QString &id)
{
    if (m_selected == id)
        return;
    closeEditor(true);
    m_selected = id;
    m_nudging = false;
    refresh();
    Q_EMIT selectionChanged(id);
}

void MarkLayer::goTo(const QString &id)
{
    if (const Mark *mark = m_book.mark(id))
        m_view.showBox(mark->page, markBounds(*mark));
    select(id);
}

void MarkLayer::removeSelected()
{
    if (!m_book.isEditable() || m_selected.isEmpty())
        return;
    const QString id = m_selected;
    select({});
    m_book.remove(id);
}

bool MarkLayer::highlightSelection()
{
    const QList<PageLines> selected = m_view.selectedLines();
    if (selected.isEmpty() || !m_book.isEditable())
        return false;
    for (const PageLines &lines : selected)
        highlight(lines.page, lines.lines);
    m_view.clearSelection();
    return true;
}

void MarkLayer::highlight(int page, const QList<QRectF> &lines, const QString &comment)
{
    Mark mark = m_book.draft(MarkKind::Highlight, page);
    mark.lines = lines;
    mark.box = markBounds(mark);
    mark.text = comment;
    mark.colour = colour(MarkKind::Highlight);
    m_book.add(mark);
    select(mark.id);
}

MarkPaper MarkLayer::paper(int page) const
{
    return {m_view.toView(page), m_view.pagePoints(page)};
}

void MarkLayer::make(MarkKind kind, int page, const QRectF &box)
{
    Mark mark = m_book.draft(kind, page);
    mark.box = box;
    mark.colour = kind == MarkKind::Stamp && m_stamp == u"verified" ? u"#2e7d32"_s : colour(kind);
    if (kind == MarkKind::Stamp)
        mark.text = stampText();
    setTool(std::nullopt);
    m_book.add(mark);
    select(mark.id);
    if (kind == MarkKind::Note || kind == MarkKind::Text || (kind == MarkKind::Stamp && mark.text.isEmpty()))
        openEditor(true);
}

/// Without a mouse: where the eyes are, and the arrows take it from there.
void MarkLayer::makeInMiddle()
{
    const PagePlace place = m_view.placeOn(m_view.viewport()->rect().center());
    if (!m_tool || place.page < 0 || *m_tool == MarkKind::Ink || *m_tool == MarkKind::Highlight)
        return;
    const QSizeF size = *m_tool == MarkKind::Note ? QSizeF(0, 0) : startSize(*m_tool, m_view.pagePoints(place.page));
    const QPointF corner(std::clamp(place.point.x() - size.width() / 2, 0.0, 1 - size.width()), std::clamp(place.point.y(), 0.0, 1 - size.height()));
    make(*m_tool, place.page, {corner, size});
}

void MarkLayer::finishStroke()
{
    const Mark stroke = *m_preview;
    m_preview.reset();
    const Mark *open = m_book.mark(m_selected);
    const bool goesOn = open && open->kind == MarkKind::Ink && open->page == stroke.page; // a signature has several strokes
    if (goesOn) {
        Mark longer = *open;
        longer.strokes += stroke.strokes;
        longer.box = markBounds(longer);
        m_book.change(longer, tr("Draw on"));
        return;
    }
    m_book.add(stroke);
    m_selected = stroke.id; // without taking the tool away
    Q_EMIT selectionChanged(stroke.id);
    refresh();
}

void MarkLayer::paint(QPainter &painter, int page, const QTransform &toView) const
{
    if (!m_visible)
        return;
    const MarkPaper on{toView, m_view.pagePoints(page)};
    for (const Mark &mark : m_book.marks()) {
        const bool replaced = m_preview && m_preview->id == mark.id;
        if (mark.page == page && !replaced)
            paintMark(painter, mark, on);
    }
    if (m_preview && m_preview->page == page)
        paintMark(painter, *m_preview, on);
    const Mark *picked = m_preview && m_preview->id == m_selected ? &*m_preview : m_book.mark(m_selected);
    if (picked && picked->page == page)
        paintHandles(painter, *picked, on);
}

void MarkLayer::paintHandles(QPainter &painter, const Mark &mark, const MarkPaper &on) const
{
    const QColor accent = lightTokens().accent; // paper is white in both themes
    const QRectF rect = markRect(mark, on).adjusted(-2, -2, 2, 2);
    painter.save();
    painter.setPen(QPen(accent, 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
    painter.setPen(QPen(accent, 1));
    painter.setBrush(Qt::white);
    for (const auto &[edges, point] : isResizable(mark) ? handlesOf(rect) : QList<QPair<Qt::Edges, QPointF>>())
        painter.drawRect(QRectF(point - QPointF(kHandle / 2, kHandle / 2), QSizeF(kHandle, kHandle)));
    painter.restore();
}

bool MarkLayer::isResizable(const Mark &mark) const
{
    return m_book.isEditable() && mark.kind != MarkKind::Highlight && mark.kind != MarkKind::Note;
}

Qt::Edges MarkLayer::handleAt(const QPoint &viewPoint) const
{
    const Mark *mark = m_book.mark(m_selected);
    if (!mark || !isResizable(*mark))
        return {};
    const QRectF rect = markRect(*mark, paper(mark->page)).adjusted(-2, -2, 2, 2);
    for (const auto &[edges, point] : handlesOf(rect)) {
        if (QRectF(point - QPointF(kHandle, kHandle), QSizeF(2 * kHandle, 2 * kHandle)).contains(viewPoint))
            return edges;
    }
    return {};
}

const Mark *MarkLayer::markAt(const QPoint &viewPoint) const
{
    const QList<Mark> &marks = m_book.marks();
    const auto found = std::find_if(marks.crbegin(), marks.crend(), [&](const Mark &mark) { return hitsMark(mark, paper(mark.page), viewPoint); });
    return m_visible && found != marks.crend() ? &*found : nullptr;
}

void MarkLayer::editSelected()
{
    const Mark *mark = m_book.mark(m_selected);
    if (mark && m_book.isEditable())
        openEditor(false);
}

void MarkLayer::openEditor(bool isNew)
{
    const Mark *mark = m_book.mark(m_selected);
    if (!mark)
        return;
    m_editingNew = isNew;
    m_editor = new QPlainTextEdit(mark->text, m_view.viewport());
    m_editor->setObjectName(u"markTextEdit"_s);
    m_editor->setAccessibleName(tr("Text of the mark"));
    m_editor->setPlaceholderText(mark->kind == MarkKind::Highlight || mark->kind == MarkKind::Box || mark->kind == MarkKind::Ink ? tr("Comment") : tr("Text"));
    m_editor->setToolTip(tr("Ctrl+Enter keeps the text, Escape does not"));
    m_editor->installEventFilter(this);
    m_editor->selectAll();
    placeEditor();
    m_editor->show();
    m_editor->setFocus();
}

void MarkLayer::placeEditor()
{
    const Mark *mark = m_book.mark(m_selected);
    if (!m_editor || !mark)
        return;
    const QRect view = m_view.viewport()->rect();
    const QSize size(240, 4 * m_editor->fontMetrics().lineSpacing() + 12);
    const QRect rect = markRect(*mark, paper(mark->page)).toRect();
    QPoint corner = mark->kind == MarkKind::Note || mark->kind == MarkKind::Text ? rect.topLeft() : rect.bottomLeft() + QPoint(0, 6);
    corner.setX(std::clamp(corner.x(), view.left(), std::max(view.left(), view.right() - size.width())));
    corner.setY(std::clamp(corner.y(), view.top(), std::max(view.top(), view.bottom() - size.height())));
    m_editor->setGeometry(QRect(corner, size));
}

/// A new note or text without words leaves nothing behind.
void MarkLayer::closeEditor(bool keep)
{
    if (!m_editor)
        return;
    QPlainTextEdit *editor = std::exchange(m_editor, nullptr);
    const QString text = editor->toPlainText().trimmed();
    editor->removeEventFilter(this);
    const bool hadFocus = editor->hasFocus();
    editor->hide();
    editor->setObjectName({}); // goes with the next turn of the event loop
    editor->deleteLater();
    const Mark *mark = m_book.mark(m_selected);
    if (!mark)
        return;
    const bool nothing = keep ? text.isEmpty() : mark->text.isEmpty();
    if (m_editingNew && nothing) {
        m_book.undoStack()->undo();
    } else if (keep) {
        Mark changed = *mark;
        changed.text = text;
        m_book.change(changed, tr("Edit the text of a mark"));
    }
    if (hadFocus)
        m_view.setFocus();
}

bool MarkLayer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut) {
        closeEditor(true);
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride) { // the editor's own keys come before those of the window round it
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape)
        closeEditor(false);
    else if (enter && key->modifiers() & Qt::ControlModifier)
        closeEditor(true);
    else
        return false;
    return true;
}

} // namespace PortDesk

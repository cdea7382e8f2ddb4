// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/markbook.h"
#include "ui/viewer/markpaint.h"
#include "ui/viewer/pageview.h"

#include <QPointer>

class QPlainTextEdit;

namespace PortDesk {

/// The marks over the pages: paints them and lets people make, pick, move, resize, write in and delete them, with mouse and keyboard.
/// Keys in the pages: H N B I T S take a tool, Enter places it in the middle of the view (or writes in the picked mark), [ and ] go from
/// mark to mark, arrows move, Shift and arrows resize, Delete deletes, Escape lets go.
class MarkLayer final : public QObject, public PageOverlay
{
    Q_OBJECT
public:
    /// The book outlives the layer.
    MarkLayer(PageView &view, MarkBook &book, QObject *parent = nullptr);
    ~MarkLayer() override;

    std::optional<MarkKind> tool() const { return m_tool; }
    /// Takes a tool in hand; nullopt is the pointer. A highlight is made at once when words are selected.
    void setTool(std::optional<MarkKind> tool);
    /// What the stamp tool stamps: a key of stampKeys(); "own" asks for its words where it stands.
    void setStamp(const QString &key);
    /// Colours the picked mark, or else what is made next.
    void setColour(const QString &colour);
    QString colour(MarkKind kind) const { return m_colours.value(kind, startColour(kind)); }

    QString selected() const { return m_selected; }
    void select(const QString &id);
    /// Scrolls a mark into view and picks it.
    void goTo(const QString &id);
    void removeSelected();
    /// Opens the editor on the picked mark.
    void editSelected();
    /// Highlights boxes of a page (the selected words, or what a fact was found in).
    bool highlightSelection();
    void highlight(int page, const QList<QRectF> &lines, const QString &comment = {});
    /// Marks come out on paper only when they are shown.
    void setVisible(bool visible);

    void paint(QPainter &painter, int page, const QTransform &toView) const override;
    bool pressed(QMouseEvent *event) override;
    bool moved(QMouseEvent *event) override;
    bool released(QMouseEvent *event) override;
    bool doubleClicked(QMouseEvent *event) override;
    bool keyPressed(QKeyEvent *event) override;
    void undo() override;
    void redo() override;

Q_SIGNALS:
    void toolChanged();
    void selectionChanged(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What a drag changes: which edges of the picked mark follow the pointer.
    enum class Drag { None, Candidate, Move, Resize, Draw, Stroke };

    MarkPaper paper(int page) const;
    const Mark *markAt(const QPoint &viewPoint) const;
    Qt::Edges handleAt(const QPoint &viewPoint) const;
    bool isResizable(const Mark &mark) const;
    QRectF dragged(const QPointF &point) const;
    void beginDrawing(const PagePlace &place);
    void finishDrawing();
    void make(MarkKind kind, int page, const QRectF &box);
    void makeInMiddle();
    void finishStroke();
    QString stampText() const;
    bool keyWithMark(QKeyEvent *event);
    bool toolKey(QKeyEvent *event);
    void nudge(const QPointF &step, bool resize);
    void step(int by);
    void paintHandles(QPainter &painter, const Mark &mark, const MarkPaper &paper) const;
    void openEditor(bool isNew);
    void closeEditor(bool keep);
    void placeEditor();
    void refresh();
    void setCursor(const QPoint &viewPoint);

    PageView &m_view;
    QPointer<PageView> m_living; ///< the view may end first
    MarkBook &m_book;
    bool m_visible = true;
    std::optional<MarkKind> m_tool;
    QHash<MarkKind, QString> m_colours;
    QString m_stamp = QStringLiteral("verified");
    QString m_selected;
    Drag m_drag = Drag::None;
    Qt::Edges m_edges;
    QPoint m_pressedAt;
    PagePlace m_from;
    std::optional<Mark> m_preview; ///< what is being moved, resized or drawn
    int m_gesture = 0;
    bool m_nudging = false;
    QPlainTextEdit *m_editor = nullptr;
    bool m_editingNew = false;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"
#include "ui/viewer/pagelayout.h"
#include "ui/viewer/pagetext.h"
#include "ui/viewer/tileloader.h"

#include <QAbstractScrollArea>

namespace PortDesk {

/// A tinted box on a page (evidence, a match of a search); `box` in 0..1 of the page.
struct PageHighlight {
    int page = 0;
    QRectF box;
    State state = State::Info;
    bool strong = false; ///< the one that is looked at

    friend bool operator==(const PageHighlight &, const PageHighlight &) = default;
};

class PageView;

/// A place on a page: 0..1, beyond that outside the paper.
struct PagePlace {
    int page = -1;
    QPointF point;
};

/// Boxes of words on one page, one per line.
struct PageLines {
    int page = -1;
    QList<QRectF> lines;
};

/// What lies over the pages of a view and has the first say on keyboard and mouse (marks). A handler that answers true has dealt with the event.
class PageOverlay
{
public:
    virtual ~PageOverlay() = default;
    /// `toView` maps 0..1 of the page to the painter's pixels.
    virtual void paint(QPainter &painter, int page, const QTransform &toView) const = 0;
    virtual bool pressed(QMouseEvent *event) = 0;
    virtual bool moved(QMouseEvent *event) = 0;
    virtual bool released(QMouseEvent *event) = 0;
    virtual bool doubleClicked(QMouseEvent *event) = 0;
    virtual bool keyPressed(QKeyEvent *event) = 0;
    virtual void undo() = 0;
    virtual void redo() = 0;
};

/// Pages one below the other. Zoom with Ctrl and +, -, 0 or the wheel; drag scrolls, dragging over words selects them,
/// Ctrl+C copies. Pages that are not there yet show as white paper.
class PageView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class Fit { None, Width, Page };
    static constexpr double kSmallest = 0.1;
    static constexpr double kLargest = 8.0;

    explicit PageView(QWidget *parent = nullptr);

    /// Does not own the source; nullptr clears.
    void setSource(PageSource *source);
    int pageCount() const { return m_layout.count(); }
    /// 0-based; the page gone to last, or the one in the middle of the view after scrolling.
    int currentPage() const;
    void goToPage(int page);
    /// Scrolls so that a box of a page stands in the view.
    void showBox(int page, const QRectF &box);

    /// 1.0 = 100 %, the size of paper at 96 dots per inch.
    double zoom() const;
    void setZoom(double zoom);
    void zoomIn();
    void zoomOut();
    Fit fit() const { return m_fit; }
    void setFit(Fit fit);
    void rotate(int quarterTurns = 1);

    void setHighlights(const QList<PageHighlight> &highlights);
    const QList<PageHighlight> &highlights() const { return m_highlights; }
    void setMatches(const QList<PageHighlight> &matches);

    /// Does not own the overlay; nullptr takes it away.
    void setOverlay(PageOverlay *overlay);
    /// Maps 0..1 of a page, as the worker speaks, to the viewport: zoom, scrolling and rotation are in it.
    QTransform toView(int page) const;
    /// The page nearest to a point of the viewport and the place on it.
    PagePlace placeOn(const QPoint &viewPoint) const;
    QSizeF pagePoints(int page) const { return m_points.value(page); }
    int quarterTurns() const { return m_turns; }

    QString selectedText() const;
    /// Where the selected words stand.
    QList<PageLines> selectedLines() const;
    void selectAll();
    void clearSelection();
    void retry();
    /// True when everything in the view is there (tests and pictures wait for it).
    bool isSettled() const;
    /// Words of a page once they are known.
    const PageText *text(int page) const;
    QSize sizeHint() const override { return {600, 700}; }

public Q_SLOTS:
    void undo();
    void redo();

Q_SIGNALS:
    /// A box of highlights() was clicked.
    void highlightClicked(int index);
    /// Something scrolled, zoomed or turned: what floats over the pages has to follow.
    void viewChanged();
    void currentPageChanged(int page);
    void zoomChanged(double zoom);
    void selectionChanged();
    /// A page could not be rendered; the page says so in its place, too.
    void pageFailed(int page, const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    struct Place { int page = -1; int word = -1; friend auto operator<=>(const Place &, const Place &) = default; };

    void relayout();
    void choose(int page);
    void setScale(double scale, Fit fit, const QPointF &anchor);
    void ask();
    void askWords(int page);
    void takeWords(int page, const QList<Word> &words);
    QList<TileKey> wanted() const;
    void appendTiles(QList<TileKey> &keys, int page, int centiDpi) const;
    bool needsTiles(int page) const;
    int centiDpi() const;
    QPoint offset() const;
    QPointF pagePoint(int page, const QPoint &viewPoint) const;
    Place placeAt(const QPoint &viewPoint, bool nearest) const;
    void paintPage(QPainter &painter, int page) const;
    void paintPictures(QPainter &painter, int page) const;
    void paintHighlights(QPainter &painter, int page) const;
    void reportHighlight(const QPoint &viewPoint);
    void fillBox(QPainter &painter, const QTransform &map, const QRectF &box, const QColor &color) const;

    TileLoader m_tiles;
    QPointer<PageSource> m_source;
    QList<QSizeF> m_points;
    PageLayout m_layout;
    double m_scale = 96.0 / 72.0; ///< logical pixels per point
    int m_turns = 0;
    Fit m_fit = Fit::Width;
    int m_lastPage = -1;
    int m_chosen = -1; ///< page a person went to, until the view scrolls otherwise
    QHash<int, PageText> m_texts;
    QSet<int> m_textsAsked;
    QList<PageHighlight> m_highlights;
    QList<PageHighlight> m_matches;
    Place m_anchor;
    Place m_head;
    bool m_selecting = false;
    PageOverlay *m_overlay = nullptr;
    QPoint m_pressed;
    QPoint m_dragFrom;
    QPoint m_dragScroll;
    bool m_dragging = false;
    int m_ticket = 0;
};

} // namespace PortDesk

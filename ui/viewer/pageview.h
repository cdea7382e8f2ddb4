// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"
#include "ui/viewer/pagelayout.h"
#include "ui/viewer/pagetext.h"
#include "ui/viewer/scrollglide.h"
#include "ui/viewer/tileloader.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QTimer>

class QGestureEvent;

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

/// Pages one below the other, or one alone. Zoom with Ctrl and +, -, 0 or the wheel, or by pinching: what is under the pointer stays there. Drag
/// scrolls, dragging over words selects them, Ctrl+C copies. A page that is not there yet shows what is known of it: another scale, its stand-in, at
/// last white paper. Alone, the wheel and Page Up, Page Down, the arrows and Space turn the page at its edges.
class PageView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    enum class Fit { None, Width, Page };
    /// Where somebody was reading.
    struct Reading {
        int page = 0;
        double top = 0; ///< 0..1 of the turned page, at the upper edge of the view
        int quarterTurns = 0;
    };
    static constexpr double kSmallest = 0.1;
    static constexpr double kLargest = 8.0;

    explicit PageView(QWidget *parent = nullptr);

    /// Does not own the source; nullptr clears.
    void setSource(PageSource *source);
    /// Of the same source, known better now. Who reads stays where they are.
    void setPageSizes(const QList<QSizeF> &sizes);
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

    bool isSinglePage() const { return m_single; }
    /// One page alone instead of all below each other; the page stays.
    void setSinglePage(bool single);
    bool isDark() const { return m_dark; }
    /// Dark paper with pale letters, for tired eyes; only here, never in print or in a copy.
    void setDark(bool dark);

    Reading reading() const;
    void setReading(const Reading &reading);

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
    /// True when the pages in view are there at their scale (or known to be damaged).
    bool isSharp() const { return pageCount() > 0 && isViewThere(); }
    /// True when paper can be seen of which there is no picture at all, not even a coarse one.
    bool isBlank() const;
    bool isGliding() const { return m_glide.isRunning(); }
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
    /// Single page or dark paper were switched.
    void modeChanged();
    void selectionChanged();
    /// The pages in view were painted for the first time since setSource(): now there is time for the rest.
    void pagesSeen();
    /// A page could not be rendered; the page says so in its place, too.
    void pageFailed(int page, const QString &sentence);

protected:
    bool viewportEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
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

    /// A point of a page that stays under a point of the view while it zooms.
    struct Pin { QPointF view; int page = -1; QPointF unit; };

    void relayout();
    void placeBars();
    void choose(int page);
    void turnTo(int page, bool atEnd);
    bool turnAtEdge(int by);
    bool turnByKey(QKeyEvent *event);
    bool turnByWheel(const QWheelEvent &event);
    void scrollByWheel(QWheelEvent *event);
    void zoomAt(double factor, const QPointF &anchor);
    bool pinched(QGestureEvent &event);
    void watchSpeed(int dy);
    void setScale(double scale, Fit fit, const QPointF &anchor);
    void ask();
    void askRest();
    void askWords(int page);
    void takeWords(int page, const QList<Word> &words);
    QList<TileKey> wantedInView() const;
    void appendNeighbours(QList<TileKey> &keys) const;
    bool isViewThere() const;
    QList<TileKey> wantedInRush() const;
    void appendStandIns(QList<TileKey> &keys) const;
    bool isPictured(int page) const;
    QPair<int, int> visiblePages() const;
    void appendTiles(QList<TileKey> &keys, int page, int centiDpi) const;
    bool needsTiles(int page) const;
    int centiDpi() const;
    QPoint offset() const;
    QPointF pagePoint(int page, const QPoint &viewPoint) const;
    Place placeAt(const QPoint &viewPoint, bool nearest) const;
    void paintDesk(QPainter &painter, const QRect &seen, int first, int last) const;
    void paintPages(QPainter &painter, int first, int last) const;
    void paintDark(QPainter &painter, const QRect &exposed, int first, int last) const;
    void paintPage(QPainter &painter, int page) const;
    void paintPictures(QPainter &painter, int page) const;
    bool isExact(int page, const QSizeF &whole) const;
    bool isCovered(int page) const;
    void paintHighlights(QPainter &painter, int page) const;
    void reportHighlight(const QPoint &viewPoint);
    void fillBox(QPainter &painter, const QTransform &map, const QRectF &box, const QColor &color) const;

    TileLoader m_tiles;
    QPointer<PageSource> m_source;
    QList<QSizeF> m_points;
    PageLayout m_layout;
    double m_scale = 96.0 / 72.0; ///< logical pixels per point
    int m_turns = 0;
    bool m_single = false;
    bool m_dark = false;
    int m_only = 0; ///< the page shown when it stands alone
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
    ScrollGlide m_glide;
    Pin m_pin;
    bool m_zooming = false;
    int m_edgeTurn = 0;    ///< wheel turned at the edge of a page that stands alone, 1/8 degree
    double m_travel = 0;   ///< pixels scrolled of late
    int m_direction = 1;
    bool m_rushing = false; ///< scrolled so fast that nobody reads: only stand-ins are fetched
    QElapsedTimer m_lastScroll;
    QTimer m_rest;
    bool m_restWaits = false; ///< what is in view was not painted yet: all else is asked for behind that
    bool m_wasSeen = false;   ///< pagesSeen() was said of this source
    QTimer m_unpainted;
    int m_ticket = 0;
};

} // namespace PortDesk

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

    QString selectedText() const;
    void selectAll();
    void clearSelection();
    void retry();
    /// True when everything in the view is there (tests and pictures wait for it).
    bool isSettled() const;
    /// Words of a page once they are known.
    const PageText *text(int page) const;
    QSize sizeHint() const override { return {600, 700}; }

Q_SIGNALS:
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
    void paintMarks(QPainter &painter, int page) const;
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
    QPoint m_dragFrom;
    QPoint m_dragScroll;
    bool m_dragging = false;
    int m_ticket = 0;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// How the page view paints; the rest of the class is in pageview.cpp.
#include "ui/viewer/pageview.h"

#include "ui/theme/textrole.h"
#include "ui/viewer/darkpaper.h"

#include <QPainter>

#include <cmath>

namespace PortDesk {

namespace {

/// Pale enough to leave text readable under Multiply.
QColor pale(const QColor &color, bool strong)
{
    const int white = strong ? 1 : 3;
    const auto part = [white](int value) { return (value + white * 255) / (white + 1); };
    return QColor(part(color.red()), part(color.green()), part(color.blue()));
}

} // namespace

void PageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRect seen = event->rect().translated(offset());
    const auto [first, last] = m_layout.pagesBetween(seen.top(), seen.bottom());
    painter.translate(-offset());
    paintDesk(painter, seen, first, last);
    if (m_dark)
        paintDark(painter, event->rect(), first, last);
    else
        paintPages(painter, first, last);
    if (m_restWaits && isViewThere())
        QMetaObject::invokeMethod(this, &PageView::askRest, Qt::QueuedConnection);
}

/// What lies around the papers, and their edges. Each pixel once: a view has millions.
void PageView::paintDesk(QPainter &painter, const QRect &seen, int first, int last) const
{
    const Tokens &t = m_dark ? darkTokens() : tokensFor(this);
    QRegion desk(seen);
    for (int page = first; page <= last; ++page) {
        const QRect paper = m_layout.rect(page);
        const QRegion edge = QRegion(paper.adjusted(-1, -1, 1, 2)) - paper;
        for (const QRect &line : edge)
            painter.fillRect(line, t.line);
        desk -= edge + paper;
    }
    for (const QRect &part : desk)
        painter.fillRect(part, t.sunken);
}

/// Everything is painted as on white paper and then turned dark together: boxes, marks and selected words stay as readable as they were.
void PageView::paintDark(QPainter &painter, const QRect &exposed, int first, int last) const
{
    const double ratio = viewport()->devicePixelRatioF();
    QImage sheet((QSizeF(exposed.size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    sheet.setDevicePixelRatio(ratio);
    sheet.fill(Qt::transparent);
    QPainter light(&sheet);
    light.translate(-offset() - exposed.topLeft());
    paintPages(light, first, last);
    light.end();
    darken(sheet);
    painter.resetTransform();
    painter.drawImage(exposed.topLeft(), sheet);
}

void PageView::paintPages(QPainter &painter, int first, int last) const
{
    for (int page = first; page <= last; ++page)
        paintPage(painter, page);
}

void PageView::paintPage(QPainter &painter, int page) const
{
    const QRect paper = m_layout.rect(page);
    if (!isCovered(page))
        painter.fillRect(paper, Qt::white);
    const QString problem = m_tiles.problem(page);
    if (!problem.isEmpty()) {
        painter.setFont(textFont(TextRole::Body));
        painter.setPen(lightTokens().problem.text);
        painter.drawText(paper.adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, tr("Page %1 cannot be shown. %2").arg(page + 1).arg(problem));
        return;
    }
    paintPictures(painter, page);
    paintHighlights(painter, page);
    if (m_overlay) {
        painter.save();
        painter.translate(offset()); // the overlay speaks the viewport's pixels
        m_overlay->paint(painter, page, toView(page));
        painter.restore();
    }
}

/// A picture of `whole` pixels shows the page pixel by pixel. Worker and layout may round the size of a page differently; one pixel at its far edges is no
/// reason to scale, and blur, all others.
bool PageView::isExact(int page, const QSizeF &whole) const
{
    const QSizeF missed = whole - QSizeF(m_layout.rect(page).size()) * viewport()->devicePixelRatioF();
    return m_turns == 0 && std::abs(missed.width()) <= 1 && std::abs(missed.height()) <= 1;
}

/// A sharp picture lies on all of the paper, so that nothing below it is seen.
bool PageView::isCovered(int page) const
{
    const QImage picture = m_tiles.picture({page, centiDpi()});
    const QSizeF paper = QSizeF(m_layout.rect(page).size()) * viewport()->devicePixelRatioF();
    return isExact(page, picture.size()) && picture.width() >= paper.width() && picture.height() >= paper.height();
}

void PageView::paintPictures(QPainter &painter, int page) const
{
    const QTransform unit = m_layout.toLayout(page);
    const QTransform before = painter.transform();
    const QRectF paper = m_layout.rect(page);
    const double ratio = viewport()->devicePixelRatioF();
    const auto draw = [&](const QImage &image, const QSizeF &whole, const QPoint &at) {
        if (image.isNull())
            return;
        painter.save();
        if (isExact(page, whole)) {
            painter.setTransform(QTransform::fromScale(1 / ratio, 1 / ratio) * QTransform::fromTranslate(paper.x(), paper.y()) * before);
            painter.drawImage(at, image, QRect(-at, (paper.size() * ratio).toSize()).intersected(image.rect()));
        } else {
            painter.setRenderHint(QPainter::SmoothPixmapTransform, !m_rushing); // what nobody can read need not be smooth
            painter.setTransform(QTransform::fromScale(1 / whole.width(), 1 / whole.height()) * unit * before);
            painter.drawImage(at, image);
        }
        painter.restore();
    };
    const int dpi = centiDpi();
    const QImage exact = m_tiles.picture({page, dpi});
    const QImage best = exact.isNull() ? m_tiles.anyWhole(page) : exact;
    const bool tiled = exact.isNull() && needsTiles(page);
    draw(best, best.size(), {}); // below tiles, too: between two of them a hair of it may show
    // While new ones are under way, what was sharp at the scale before is better than the whole page blown up.
    if (exact.isNull() && !isPictured(page)) {
        for (const TileKey &key : m_tiles.otherTiles(page, dpi))
            draw(m_tiles.picture(key), m_tiles.pagePixels(page, key.dpi()), QPoint(key.column, key.row) * TileLoader::kTile);
    }
    if (!tiled)
        return;
    QList<TileKey> tiles;
    appendTiles(tiles, page, dpi);
    for (const TileKey &key : tiles)
        draw(m_tiles.picture(key), m_tiles.pagePixels(page, dpi / 100.0), QPoint(key.column, key.row) * TileLoader::kTile);
}

void PageView::fillBox(QPainter &painter, const QTransform &map, const QRectF &box, const QColor &color) const
{
    painter.fillRect(map.mapRect(box).adjusted(-1, -1, 1, 1), color);
}

void PageView::paintHighlights(QPainter &painter, int page) const
{
    const Tokens &t = lightTokens(); // paper is white in both themes
    const QTransform map = m_layout.toLayout(page);
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    for (const PageHighlight &match : m_matches) {
        if (match.page == page)
            fillBox(painter, map, match.box, match.strong ? QColor(0xffb74d) : QColor(0xffecb3));
    }
    for (const PageHighlight &mark : m_highlights) {
        if (mark.page == page)
            fillBox(painter, map, mark.box, pale(t.state(mark.state).text, mark.strong));
    }
    const Place from = std::min(m_anchor, m_head);
    const Place to = std::max(m_anchor, m_head);
    if (const PageText *words = text(page); words && from.page >= 0 && from.page <= page && page <= to.page) {
        const int first = from.page == page ? from.word : 0;
        const int last = to.page == page ? to.word : int(words->words().size()) - 1;
        for (int i = std::max(0, first); i <= last && i < words->words().size(); ++i)
            fillBox(painter, map, words->words().at(i).box, QColor(0xc3d0ff));
    }
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    for (const PageHighlight &mark : m_highlights) {
        if (mark.page != page)
            continue;
        painter.setPen(QPen(t.state(mark.state).text, mark.strong ? 2 : 1));
        painter.drawRect(map.mapRect(mark.box).adjusted(-1.5, -1.5, 1.5, 1.5));
    }
    painter.restore();
}

} // namespace PortDesk

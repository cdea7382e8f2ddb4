// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page view fetches, and in which order; the rest of the class is in pageview.cpp.
#include "ui/viewer/pageview.h"

#include "ui/models/answer.h"

#include <cmath>
#include <utility>

namespace PortDesk {

namespace {

constexpr int kWholeSide = 2400;  // a page with a longer side is shown in tiles
constexpr int kAhead = 12;        // stand-ins fetched ahead of a rush
constexpr int kLead = 4;          // of them before those in view

} // namespace

QPair<int, int> PageView::visiblePages() const
{
    return m_layout.pagesBetween(offset().y(), offset().y() + viewport()->height());
}

void PageView::retry()
{
    m_tiles.retry();
    ask();
    viewport()->update();
}

/// All of the page that can be seen is there at this scale.
bool PageView::isPictured(int page) const
{
    const int dpi = centiDpi();
    if (!needsTiles(page))
        return !m_tiles.picture({page, dpi}).isNull();
    QList<TileKey> tiles;
    appendTiles(tiles, page, dpi);
    return std::all_of(tiles.cbegin(), tiles.cend(), [this](const TileKey &key) { return !m_tiles.picture(key).isNull(); });
}

bool PageView::isSettled() const
{
    if (m_rushing || m_glide.isRunning())
        return false;
    const auto [first, last] = visiblePages();
    for (int page = first; page <= last; ++page) {
        if (m_tiles.problem(page).isEmpty() && (!isPictured(page) || !m_texts.contains(page)))
            return false;
    }
    return true;
}

bool PageView::isBlank() const
{
    const auto [first, last] = visiblePages();
    for (int page = first; page <= last; ++page) {
        if (m_layout.rect(page).intersects(QRect(offset(), viewport()->size())) && m_tiles.problem(page).isEmpty() && !m_tiles.hasWhole(page))
            return true;
    }
    return false;
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

/// What nobody can read is not worth its time: coarse pictures of the pages that pass. The next ones first: those in view are gone before theirs are
/// there, and who is ahead stays ahead.
QList<TileKey> PageView::wantedInRush() const
{
    QList<TileKey> keys;
    const auto [first, last] = visiblePages();
    const auto add = [&](int page) {
        if (page >= 0 && page < pageCount() && !m_tiles.hasWhole(page))
            keys.append(m_tiles.standIn(page));
    };
    for (int ahead = 1; ahead <= kAhead; ++ahead) {
        add(m_direction > 0 ? last + ahead : first - ahead);
        if (ahead != kLead)
            continue;
        for (int page = first; page <= last; ++page)
            add(page);
    }
    return keys;
}

QList<TileKey> PageView::wantedInView() const
{
    QList<TileKey> whole;
    QList<TileKey> tiles;
    const int dpi = centiDpi();
    const auto [first, last] = visiblePages();
    for (int page = first; page <= last; ++page) {
        if (!needsTiles(page)) {
            whole.append({page, dpi});
            continue;
        }
        const QSizeF points = m_points.at(page);
        if (!m_tiles.hasWhole(page))
            whole.append({page, int(kWholeSide / 2 / std::max(points.width(), points.height()) * 7200)});
        appendTiles(tiles, page, dpi);
    }
    return whole + tiles;
}

/// For the next turn of the wheel.
void PageView::appendNeighbours(QList<TileKey> &keys) const
{
    const auto [first, last] = visiblePages();
    for (const int page : {last + 1, first - 1}) {
        if (page >= 0 && page < pageCount() && !needsTiles(page))
            keys.append({page, centiDpi()});
    }
}

/// When there is nothing else to do: of every page a coarse picture, the nearest first.
void PageView::appendStandIns(QList<TileKey> &keys) const
{
    const int middle = std::max(0, currentPage());
    for (int away = 1; away < pageCount(); ++away) {
        for (const int page : {middle + away, middle - away}) {
            if (page >= 0 && page < pageCount() && !m_tiles.hasStandIn(page))
                keys.append(m_tiles.standIn(page));
        }
    }
}

bool PageView::isViewThere() const
{
    const auto [first, last] = visiblePages();
    for (int page = first; page <= last; ++page) {
        if (m_tiles.problem(page).isEmpty() && !isPictured(page))
            return false;
    }
    return true;
}

/// What is in view comes first: the worker is asked for the rest once that is painted, so that neither its time nor the desk's goes to anything else before.
void PageView::ask()
{
    if (!m_source)
        return;
    const bool there = isViewThere();
    m_restWaits = m_restWaits || !there;
    if (m_restWaits && there && !m_rushing && !m_unpainted.isActive())
        m_unpainted.start();
    if (isVisible()) {
        QList<TileKey> keys = m_rushing ? wantedInRush() : wantedInView();
        if (!m_rushing && !m_restWaits) {
            appendNeighbours(keys);
            appendStandIns(keys);
        }
        m_tiles.setWanted(keys);
    }
    const auto [first, last] = visiblePages();
    for (int page = first; page <= last && !m_rushing && !m_restWaits; ++page) {
        if (isPictured(page))
            askWords(page);
    }
    if (const int page = currentPage(); page != m_lastPage) {
        m_lastPage = page;
        Q_EMIT currentPageChanged(page);
    }
}

void PageView::askRest()
{
    m_unpainted.stop();
    if (!m_source || !m_restWaits || !isViewThere())
        return;
    m_restWaits = false;
    ask();
    if (!std::exchange(m_wasSeen, true))
        Q_EMIT pagesSeen();
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

} // namespace PortDesk

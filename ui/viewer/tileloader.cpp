// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/tileloader.h"

#include "ui/models/answer.h"

#include <algorithm>

namespace PortDesk {

namespace {

constexpr int kCacheKilobytes = 192 * 1024;
constexpr int kAtOnce = 2;         // one at work, one waiting in the pipe
constexpr double kStandInSide = 240; // pixels; with 2 bytes each a document of 500 pages takes 40 MB

QImage wrapped(const PageBitmap &bitmap)
{
    auto *keep = new std::shared_ptr<const uchar>(bitmap.pixels);
    return QImage(bitmap.pixels.get(), bitmap.width, bitmap.height, bitmap.bytesPerLine, QImage::Format_RGB32,
                  [](void *held) { delete static_cast<std::shared_ptr<const uchar> *>(held); }, keep);
}

} // namespace

TileLoader::TileLoader(QObject *parent) : QObject(parent), m_cache(kCacheKilobytes) {}

void TileLoader::setSource(PageSource *source)
{
    ++m_ticket;
    for (Running &running : m_running)
        running.future.cancel();
    m_running.clear();
    m_wanted.clear();
    m_cache.clear();
    m_standIns.clear();
    m_wholes.clear();
    m_problems.clear();
    m_source = source;
    m_sizes = source ? source->pageSizes() : QList<QSizeF>();
}

void TileLoader::retry()
{
    m_problems.clear();
}

TileKey TileLoader::standIn(int page) const
{
    const QSizeF points = m_sizes.value(page, {595, 842});
    return {page, std::max(1, int(kStandInSide / std::max({points.width(), points.height(), 1.0}) * 7200))};
}

bool TileLoader::isThere(const TileKey &key) const
{
    return m_cache.contains(key) || (key == standIn(key.page) && hasStandIn(key.page));
}

bool TileLoader::isRunning(const TileKey &key) const
{
    return std::any_of(m_running.cbegin(), m_running.cend(), [&key](const Running &running) { return running.key == key; });
}

QSize TileLoader::pagePixels(int page, double dpi) const
{
    return (m_sizes.value(page) * dpi / 72).toSize().expandedTo({1, 1});
}

void TileLoader::setWanted(const QList<TileKey> &wanted)
{
    m_wanted.clear();
    for (const TileKey &key : wanted) {
        if (!isThere(key) && !isRunning(key) && !m_problems.contains(key.page))
            m_wanted.append(key);
    }
    cancelUnwanted(wanted);
    pump();
}

/// The first is being painted already and would be finished for nothing; what waits behind it can still be left out.
void TileLoader::cancelUnwanted(const QList<TileKey> &wanted)
{
    for (qsizetype i = m_running.size() - 1; i > 0; --i) {
        if (wanted.contains(m_running.at(i).key))
            continue;
        m_running[i].future.cancel();
        m_running.removeAt(i);
    }
}

void TileLoader::pump()
{
    while (m_source && !m_wanted.isEmpty() && m_running.size() < kAtOnce)
        start(m_wanted.takeFirst());
}

void TileLoader::start(const TileKey &key)
{
    QRect tile;
    if (!key.isWhole())
        tile = QRect(key.column * kTile, key.row * kTile, kTile, kTile).intersected(QRect(QPoint(), pagePixels(key.page, key.dpi())));
    QFuture<Result<PageBitmap>> future = m_source->render(key.page, key.dpi(), tile);
    m_running.append({key, future});
    whenAnswered(future, this, [this, key, ticket = m_ticket](const Result<PageBitmap> &result) {
        if (ticket == m_ticket)
            take(key, result);
    });
}

void TileLoader::take(const TileKey &key, const Result<PageBitmap> &result)
{
    m_running.removeIf([&key](const Running &running) { return running.key == key; });
    if (!result.ok()) {
        if (result.error().code != Error::Code::Cancelled)
            m_problems.insert(key.page, result.error().message);
    } else if (key == standIn(key.page)) {
        m_standIns.insert(key.page, wrapped(*result).convertToFormat(QImage::Format_RGB16));
    } else {
        auto *picture = new QImage(wrapped(*result));
        const int cost = int(picture->sizeInBytes() / 1024);
        QList<TileKey> &wholes = m_wholes[key.page];
        wholes.removeIf([this](const TileKey &old) { return !m_cache.contains(old); });
        if (m_cache.insert(key, picture, cost) && key.isWhole() && !wholes.contains(key))
            wholes.append(key);
    }
    Q_EMIT arrived(key.page);
    pump();
}

QImage TileLoader::picture(const TileKey &key) const
{
    const QImage *found = m_cache.object(key);
    return found ? *found : QImage();
}

QImage TileLoader::anyWhole(int page) const
{
    QImage best = m_standIns.value(page);
    for (const TileKey &key : m_wholes.value(page)) {
        const QImage *found = m_cache.object(key);
        if (found && found->width() > best.width())
            best = *found;
    }
    return best;
}

bool TileLoader::hasWhole(int page) const
{
    const QList<TileKey> wholes = m_wholes.value(page);
    return hasStandIn(page) || std::any_of(wholes.cbegin(), wholes.cend(), [this](const TileKey &key) { return m_cache.contains(key); });
}

QList<TileKey> TileLoader::otherTiles(int page, int centiDpi) const
{
    QList<TileKey> tiles = m_cache.keys();
    tiles.removeIf([&](const TileKey &key) { return key.page != page || key.isWhole() || key.centiDpi == centiDpi; });
    std::sort(tiles.begin(), tiles.end(), [](const TileKey &a, const TileKey &b) { return a.centiDpi < b.centiDpi; });
    return tiles;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/tileloader.h"

#include "ui/models/answer.h"

namespace PortDesk {

namespace {

constexpr int kCacheKilobytes = 192 * 1024;
constexpr int kAtOnce = 2; // one at work, one waiting in the pipe

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
    for (auto &future : m_running)
        future.cancel();
    m_running.clear();
    m_wanted.clear();
    m_cache.clear();
    m_whole.clear();
    m_problems.clear();
    m_source = source;
    m_sizes = source ? source->pageSizes() : QList<QSizeF>();
}

void TileLoader::retry()
{
    m_problems.clear();
}

QSize TileLoader::pagePixels(int page, double dpi) const
{
    return (m_sizes.value(page) * dpi / 72).toSize().expandedTo({1, 1});
}

void TileLoader::setWanted(const QList<TileKey> &wanted)
{
    m_wanted.clear();
    for (const TileKey &key : wanted) {
        if (!m_cache.contains(key) && !m_running.contains(key) && !m_problems.contains(key.page))
            m_wanted.append(key);
    }
    for (auto it = m_running.begin(); it != m_running.end();) {
        if (wanted.contains(it.key())) {
            ++it;
        } else {
            it.value().cancel();
            it = m_running.erase(it);
        }
    }
    pump();
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
    m_running.insert(key, future);
    whenAnswered(future, this, [this, key, ticket = m_ticket](const Result<PageBitmap> &result) {
        if (ticket == m_ticket)
            take(key, result);
    });
}

void TileLoader::take(const TileKey &key, const Result<PageBitmap> &result)
{
    m_running.remove(key);
    if (!result.ok()) {
        if (result.error().code != Error::Code::Cancelled)
            m_problems.insert(key.page, result.error().message);
    } else {
        auto *picture = new QImage(wrapped(*result));
        const int cost = int(picture->sizeInBytes() / 1024);
        if (m_cache.insert(key, picture, cost) && key.isWhole())
            m_whole.insert(key.page, key);
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
    const auto it = m_whole.find(page);
    return it == m_whole.end() ? QImage() : picture(*it);
}

} // namespace PortDesk

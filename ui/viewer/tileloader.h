// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/pagesource.h"

#include <QCache>
#include <QHash>
#include <QImage>
#include <QPointer>

namespace PortDesk {

/// One picture of a page: the whole page (tile -1) or a tile of 1024 pixels, at a scale.
struct TileKey {
    int page = 0;
    int centiDpi = 0; ///< dpi times 100, so that equal scales are equal keys
    int column = -1;
    int row = -1;

    double dpi() const { return centiDpi / 100.0; }
    bool isWhole() const { return column < 0; }
    friend bool operator==(const TileKey &, const TileKey &) = default;
    friend size_t qHash(const TileKey &key, size_t seed = 0) { return qHashMulti(seed, key.page, key.centiDpi, key.column, key.row); }
};

/// Fetches pictures of pages and keeps the latest used ones. The last wish wins: what is no longer wanted is cancelled or never asked. A
/// small stand-in of each page is kept for good, so that a page seen or foreseen is never blank again.
class TileLoader final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kTile = 1024;

    explicit TileLoader(QObject *parent = nullptr);

    void setSource(PageSource *source);
    /// Of the same source, known better now; what is there stays.
    void setPageSizes(const QList<QSizeF> &sizes) { m_sizes = sizes; }
    /// What is needed now, most urgent first.
    void setWanted(const QList<TileKey> &wanted);
    /// The picture, or null while it is not there.
    QImage picture(const TileKey &key) const;
    /// The sharpest picture of the whole page there is, its stand-in at worst, to show meanwhile.
    QImage anyWhole(int page) const;
    bool hasWhole(int page) const;
    /// Tiles of the page at other scales than `centiDpi`, coarse before fine, to show meanwhile.
    QList<TileKey> otherTiles(int page, int centiDpi) const;
    /// The key of a page's stand-in: the whole page, small.
    TileKey standIn(int page) const;
    bool hasStandIn(int page) const { return m_standIns.contains(page); }
    /// The sentence when the page could not be rendered.
    QString problem(int page) const { return m_problems.value(page); }
    /// Forgets failures, so that they are tried again.
    void retry();
    bool isIdle() const { return m_running.isEmpty() && m_wanted.isEmpty(); }
    /// Size of the page in pixels at `dpi`.
    QSize pagePixels(int page, double dpi) const;

Q_SIGNALS:
    void arrived(int page);

private:
    struct Running { TileKey key; QFuture<Result<PageBitmap>> future; };

    bool isThere(const TileKey &key) const;
    bool isRunning(const TileKey &key) const;
    void cancelUnwanted(const QList<TileKey> &wanted);
    void pump();
    void start(const TileKey &key);
    void take(const TileKey &key, const Result<PageBitmap> &result);

    QPointer<PageSource> m_source;
    QList<QSizeF> m_sizes;
    mutable QCache<TileKey, QImage> m_cache;
    QHash<int, QImage> m_standIns;
    QHash<int, QList<TileKey>> m_wholes; ///< pictures of whole pages that were kept, some of them gone since
    QHash<int, QString> m_problems;
    QList<TileKey> m_wanted;
    QList<Running> m_running; ///< in the order they were asked
    int m_ticket = 0;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/documents/mark.h"
#include "core/documents/outline.h"
#include "core/documents/pdfsignature.h"

#include <QImage>

#include <memory>

namespace PortDesk {

/// The text layer of a page.
struct PageText
{
    QList<Word> words;    ///< in reading order
    int quarterTurns = 0; ///< clockwise, that make the lines of the displayed page level and upright
};

/// An opened document of any type: a row of pages that can be painted. One engine each implements it. Page numbers are 0-based and valid.
class PageSource
{
public:
    virtual ~PageSource() = default;
    virtual QString engine() const = 0;
    virtual int pages() const = 0;
    /// Points, as displayed; empty when the page is damaged.
    virtual QSizeF pageSize(int page) = 0;
    /// How many pages can be measured without keeping anybody waiting.
    virtual int quicklyMeasured() const { return 16; }
    /// Paints the part `tile` (pixels) of the page scaled to `full` pixels into `target`, which is as large as the tile and RGB32.
    /// Error::Document when it cannot.
    virtual Result<void> paint(int page, const QSize &full, const QRect &tile, QImage &target) = 0;
    virtual PageText text(int page) = 0;
    /// The page's one picture as displayed, when it is nothing else; else null.
    virtual QImage picture(int) { return {}; }
    /// What people marked in the file itself; the sha256 is not set.
    virtual QList<Mark> marks(int) { return {}; }
    /// Cryptographic signatures, verified.
    virtual QList<PdfSignature> signatures() { return {}; }
    /// The document's own table of contents; empty when it has none.
    virtual QList<OutlineEntry> outline() { return {}; }
    /// Every page is one picture.
    virtual bool isScan() { return false; }
    virtual QStringList warnings() { return {}; }
};

/// Opens by content. Errors (Error::Document): encrypted, damaged, no pages, more pages than the limit, unknown type.
Result<std::unique_ptr<PageSource>> openDocument(const QByteArray &bytes, const QString &password, const IntakeLimits &limits = {});

/// Of every page, (0, 0) for a damaged one.
QList<QSizeF> pageSizes(PageSource &source);
/// The same without opening all pages: those that are not quickly measured are taken to be as large as the first.
QList<QSizeF> likelyPageSizes(PageSource &source);

/// Type, sizes and warnings of an open document whose bytes are of `mimeType`.
DocumentInfo inspected(PageSource &source, const QString &mimeType);

/// Whether a page can have that size: more than nothing, less than 10,000 million points. Files say all sorts of things.
bool isPageSize(const QSizeF &points);

/// The size in pixels of a page at a resolution: rounded up, at least 1 x 1.
QSize pixelSize(const QSizeF &points, double dpi);

} // namespace PortDesk

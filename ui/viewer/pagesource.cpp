// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pagesource.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfDocument>

namespace PortDesk {

WorkerPageSource::WorkerPageSource(DocWorker &worker, const DocumentBytes &document, const QList<QSizeF> &sizes, QObject *parent)
    : PageSource(parent), m_worker(worker), m_document(document), m_sizes(sizes)
{
}

QFuture<Result<PageBitmap>> WorkerPageSource::render(int page, double dpi, const QRect &tile)
{
    return m_worker.render(m_document, page, dpi, tile);
}

QFuture<Result<QList<Word>>> WorkerPageSource::words(int page)
{
    return m_worker.words(m_document, page);
}

ComposedPageSource::ComposedPageSource(const QByteArray &pdf, QObject *parent) : PageSource(parent), m_bytes(pdf), m_buffer(new QBuffer(&m_bytes, this)), m_pdf(new QPdfDocument(this))
{
    m_buffer->open(QIODevice::ReadOnly);
    m_pdf->load(m_buffer);
}

bool ComposedPageSource::isValid() const
{
    return m_pdf->status() == QPdfDocument::Status::Ready && m_pdf->pageCount() > 0;
}

QList<QSizeF> ComposedPageSource::pageSizes() const
{
    QList<QSizeF> sizes;
    for (int page = 0; page < m_pdf->pageCount(); ++page)
        sizes.append(m_pdf->pagePointSize(page));
    return sizes;
}

QImage ComposedPageSource::image(int page, const QSize &size, const QRect &clip) const
{
    const QRect part = clip.isEmpty() ? QRect(QPoint(), size) : clip;
    QPdfDocumentRenderOptions options;
    options.setScaledSize(size);
    options.setScaledClipRect(part);
    // The engine leaves paper transparent, so white goes first.
    QImage result(part.size(), QImage::Format_RGB32);
    result.fill(Qt::white);
    QPainter(&result).drawImage(0, 0, m_pdf->render(page, part.size(), options));
    return result;
}

QFuture<Result<PageBitmap>> ComposedPageSource::render(int page, double dpi, const QRect &tile)
{
    const QSize size = (m_pdf->pagePointSize(page) * dpi / 72).toSize();
    const auto picture = std::make_shared<QImage>(image(page, size, tile));
    PageBitmap bitmap{picture->width(), picture->height(), int(picture->bytesPerLine()), std::shared_ptr<const uchar>(picture, std::as_const(*picture).constBits())};
    return QtFuture::makeReadyFuture(Result<PageBitmap>(std::move(bitmap)));
}

QFuture<Result<QList<Word>>> ComposedPageSource::words(int)
{
    return QtFuture::makeReadyFuture(Result<QList<Word>>(QList<Word>()));
}

} // namespace PortDesk

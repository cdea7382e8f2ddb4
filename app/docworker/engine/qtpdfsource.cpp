// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/qtpdfsource.h"

#include "app/docworker/engine/activecontent.h"

#include <QPainter>
#include <QPdfSelection>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace PortDesk {

std::unique_ptr<PageSource> QtPdfSource::open(const QByteArray &bytes, const QString &password)
{
    std::unique_ptr<QtPdfSource> source(new QtPdfSource);
    source->m_buffer.setData(bytes);
    source->m_buffer.open(QIODevice::ReadOnly);
    source->m_document.setPassword(password);
    source->m_document.load(&source->m_buffer);
    if (source->m_document.status() != QPdfDocument::Status::Ready || source->m_document.pageCount() < 1)
        return nullptr;
    return source;
}

Result<void> QtPdfSource::paint(int page, const QSize &full, const QRect &tile, QImage &target)
{
    QPdfDocumentRenderOptions options;
    options.setScaledSize(full);
    options.setScaledClipRect(tile);
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    const QImage image = m_document.render(page, tile.size(), options);
    if (image.isNull())
        return Error{Error::Code::Document, u"Page %1 is damaged and cannot be shown. Ask for a new copy of the file."_s.arg(page + 1)};
    target.fill(Qt::white); // Qt Pdf leaves the paper transparent
    QPainter(&target).drawImage(0, 0, image);
    return {};
}

PageText QtPdfSource::text(int page)
{
    static const QRegularExpression notSpace(u"\\S+"_s);
    const QSizeF size = pageSize(page);
    if (!isPageSize(size))
        return {};
    const QString all = m_document.getAllText(page).text();
    QList<Word> words;
    for (auto it = notSpace.globalMatch(all); it.hasNext();) {
        const auto match = it.next();
        const QRectF at = m_document.getSelectionAtIndex(page, int(match.capturedStart()), int(match.capturedLength())).boundingRectangle();
        const QRectF unit(at.x() / size.width(), at.y() / size.height(), at.width() / size.width(), at.height() / size.height());
        const bool space = match.capturedEnd() < all.size() && all.at(match.capturedEnd()) == u' ';
        words.append({match.captured(), unit.intersected(QRectF(0, 0, 1, 1)), space});
    }
    return {words, 0}; // this engine does not tell in which direction a line runs
}

QStringList QtPdfSource::warnings()
{
    return QStringList{u"The file is damaged in part and is shown by the second reader. Check it against the original."_s} +
           warningsOf(activeContent(m_buffer.data()));
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/pictures.h"

#include "app/docworker/engine/heifpicture.h"
#include "core/documents/workerprotocol.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

Error documentError(const QString &message, const QString &detail = {})
{
    return {Error::Code::Document, message, detail};
}

/// One of the three formats the rest of the engine knows.
QImage plain(const QImage &image)
{
    QImage result;
    if (image.hasAlphaChannel()) {
        result = QImage(image.size(), QImage::Format_RGB32);
        result.fill(Qt::white);
        QPainter(&result).drawImage(0, 0, image);
        result.setDotsPerMeterX(image.dotsPerMeterX());
        result.setDotsPerMeterY(image.dotsPerMeterY());
        return result;
    }
    if (image.format() == QImage::Format_Mono || image.format() == QImage::Format_MonoLSB)
        return image.convertToFormat(QImage::Format_Mono);
    return image.convertToFormat(image.isGrayscale() ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
}

double dotsPerInch(int dotsPerMetre)
{
    const double dpi = dotsPerMetre * 0.0254;
    return dpi < 97 || dpi > 2400 ? kAssumedDpi : dpi;
}

} // namespace

bool isPaintable(const QSize &size)
{
    return !size.isEmpty() && qint64(size.width()) * size.height() <= WorkerProtocol::kMaximumPixels;
}

Error tooManyPixels(const QSize &size)
{
    return documentError(
        u"The picture has %1 x %2 pixels; at most 64 million are accepted. Ask for a copy with 300 dpi."_s.arg(size.width()).arg(size.height()));
}

QImage decodedJpeg(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, "jpeg");
    return isPaintable(reader.size()) ? reader.read() : QImage();
}

int picturePages(const QByteArray &bytes)
{
    if (isHeif(bytes))
        return heifPages(bytes);
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    return reader.canRead() ? qMax(1, reader.imageCount()) : 0;
}

Result<QImage> pictureOf(const QByteArray &bytes, int page)
{
    if (isHeif(bytes)) {
        const auto picture = heifPicture(bytes, page);
        return picture ? Result<QImage>(plain(*picture)) : picture.error();
    }
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    if (page > 0 && !reader.jumpToImage(page))
        return documentError(u"Page %1 of the picture is damaged. Ask for a new copy of the file."_s.arg(page + 1), reader.errorString());
    if (reader.size().isValid() && !isPaintable(reader.size()))
        return tooManyPixels(reader.size());
    const QImage image = reader.read();
    if (image.isNull())
        return documentError(u"The picture is damaged or incomplete and cannot be shown. Ask for a new copy of the file."_s,
                             reader.errorString());
    return plain(image);
}

QSizeF paperSize(const QImage &picture)
{
    return {picture.width() * 72.0 / dotsPerInch(picture.dotsPerMeterX()), picture.height() * 72.0 / dotsPerInch(picture.dotsPerMeterY())};
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/picturesource.h"

#include "app/docworker/engine/boxfilter.h"
#include "app/docworker/engine/pictures.h"

using namespace Qt::StringLiterals;

namespace PortDesk {

Result<std::unique_ptr<PageSource>> PictureSource::open(const QByteArray &bytes)
{
    const int pages = picturePages(bytes);
    if (pages < 1) {
        const auto reason = pictureOf(bytes, 0);
        return reason ? Error{Error::Code::Document, u"The picture is damaged or incomplete and cannot be shown. Ask for a new copy of the file."_s}
                      : reason.error();
    }
    if (pages > IntakeLimits().maximumPages)
        return Result<std::unique_ptr<PageSource>>(
            std::unique_ptr<PageSource>(new PictureSource({}, pages))); // refused by the caller, with the figures
    std::unique_ptr<PictureSource> source(new PictureSource(bytes, pages));
    if (const auto first = source->decode(0); !first)
        return first.error();
    return Result<std::unique_ptr<PageSource>>(std::move(source));
}

Result<void> PictureSource::decode(int page)
{
    if (page == m_decodedPage)
        return {};
    auto picture = pictureOf(m_bytes, page);
    if (!picture)
        return picture.error();
    m_sizes[page] = paperSize(*picture);
    m_decoded = picture->format() == QImage::Format_Mono ? picture->convertToFormat(QImage::Format_Grayscale8) : *picture;
    m_decodedPage = page;
    return {};
}

QSizeF PictureSource::pageSize(int page)
{
    if (m_sizes.at(page).isEmpty() && !decode(page))
        return {};
    return m_sizes.at(page);
}

Result<void> PictureSource::paint(int page, const QSize &full, const QRect &tile, QImage &target)
{
    if (const auto decoded = decode(page); !decoded)
        return decoded.error();
    paintScaled(m_decoded, full, tile, target);
    return {};
}

QImage PictureSource::picture(int page)
{
    return decode(page) ? m_decoded : QImage();
}

} // namespace PortDesk

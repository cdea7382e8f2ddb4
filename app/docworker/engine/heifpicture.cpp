// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/heifpicture.h"

#include "app/docworker/engine/pictures.h"
#include "core/documents/document.h"

#include <libheif/heif.h>

#include <cstring>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

template<auto release> struct Releaser
{
    template<typename T> void operator()(T *thing) const { release(thing); }
};
using Context = std::unique_ptr<heif_context, Releaser<heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle, Releaser<heif_image_handle_release>>;
using Picture = std::unique_ptr<heif_image, Releaser<heif_image_release>>;
using Options = std::unique_ptr<heif_decoding_options, Releaser<heif_decoding_options_free>>;

Error unknownCoding(const QString &detail)
{
    return {Error::Code::Document, u"The picture is coded in a way that cannot be read here. Save it as JPEG or PDF and choose that file."_s, detail};
}

Error errorOf(const heif_error &error)
{
    const QString detail = QString::fromLatin1(error.message);
    // A picture of a kind the library does not know counts as not there.
    if (error.subcode == heif_suberror_Unsupported_codec || error.subcode == heif_suberror_Nonexisting_item_referenced || error.code == heif_error_Unsupported_filetype)
        return unknownCoding(detail);
    return {Error::Code::Document,
            error.subcode == heif_suberror_Security_limit_exceeded
                ? u"The picture is larger than what is accepted, at most 64 million pixels. Ask for a copy with 300 dpi."_s
                : u"The picture is damaged or incomplete and cannot be shown. Ask for a new copy of the file."_s,
            detail};
}

/// The parsed file, or the reason why there is none.
Result<std::shared_ptr<heif_context>> contextOf(const QByteArray &bytes)
{
    Context context(heif_context_alloc());
    const heif_error read = heif_context_read_from_memory_without_copy(context.get(), bytes.constData(), size_t(bytes.size()), nullptr);
    if (read.code != heif_error_Ok)
        return errorOf(read);
    return std::shared_ptr<heif_context>(std::move(context));
}

std::vector<heif_item_id> picturesOf(heif_context *context)
{
    const int count = heif_context_get_number_of_top_level_images(context);
    std::vector<heif_item_id> ids(size_t(qMax(0, count)));
    ids.resize(size_t(qMax(0, heif_context_get_list_of_top_level_image_IDs(context, ids.data(), int(ids.size())))));
    return ids;
}

QImage imageOf(const heif_image *picture, bool alpha)
{
    int stride = 0;
    const uint8_t *samples = heif_image_get_plane_readonly(picture, heif_channel_interleaved, &stride);
    const QSize size(heif_image_get_width(picture, heif_channel_interleaved), heif_image_get_height(picture, heif_channel_interleaved));
    if (!samples || !isPaintable(size)) // the coded picture may be larger than the file's head says
        return {};
    QImage image(size, alpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    const size_t row = size_t(size.width()) * (alpha ? 4 : 3);
    for (int y = 0; y < size.height(); ++y)
        memcpy(image.scanLine(y), samples + qsizetype(y) * stride, row);
    return image;
}

} // namespace

void prepareHeif()
{
    const Context context(heif_context_alloc());
}

bool isHeif(const QByteArray &bytes)
{
    const QString type = sniffedType(bytes);
    return type == "image/heic"_L1 || type == "image/avif"_L1;
}

int heifPages(const QByteArray &bytes)
{
    const auto context = contextOf(bytes);
    return context ? int(picturesOf(context->get()).size()) : 0;
}

Result<QImage> heifPicture(const QByteArray &bytes, int page)
{
    const auto context = contextOf(bytes);
    if (!context)
        return context.error();
    const std::vector<heif_item_id> ids = picturesOf(context->get());
    if (ids.empty()) // items of a kind the library does not know are no pictures to it
        return unknownCoding(u"no picture"_s);
    if (page < 0 || size_t(page) >= ids.size())
        return Error{Error::Code::Document, u"Page %1 of the picture is damaged. Ask for a new copy of the file."_s.arg(page + 1)};
    heif_image_handle *opened = nullptr;
    if (const heif_error got = heif_context_get_image_handle(context->get(), ids.at(size_t(page)), &opened); got.code != heif_error_Ok)
        return errorOf(got);
    const Handle handle(opened);
    const QSize size(heif_image_handle_get_width(opened), heif_image_handle_get_height(opened));
    if (!isPaintable(size))
        return tooManyPixels(size);
    const bool alpha = heif_image_handle_has_alpha_channel(opened) != 0;
    const Options options(heif_decoding_options_alloc());
    options->convert_hdr_to_8bit = 1;
    heif_image *decoded = nullptr;
    const heif_chroma chroma = alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB;
    if (const heif_error done = heif_decode_image(opened, &decoded, heif_colorspace_RGB, chroma, options.get()); done.code != heif_error_Ok)
        return errorOf(done);
    const Picture picture(decoded);
    const QImage image = imageOf(decoded, alpha);
    if (image.isNull())
        return tooManyPixels(size);
    return image;
}

} // namespace PortDesk

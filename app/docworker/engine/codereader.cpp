// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/codereader.h"

#include "app/docworker/engine/pagepicture.h"

#include <QPainter>

#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <array>

namespace PortDesk {

namespace {

using ZXing::BarcodeFormat;

// Asked one by one: the call that looks for all kinds at once ends the process with an assertion on some Code 128 (ZXing 1.4). Kinds
// without a check of their own (ITF, Codabar, Code 39) are left out, they are found in ruled tables.
constexpr std::array kFormats{BarcodeFormat::QRCode, BarcodeFormat::DataMatrix, BarcodeFormat::Aztec, BarcodeFormat::PDF417,
                              BarcodeFormat::Code128};
constexpr int kMostOfAKind = 8;
constexpr int kMostRounds = 24;
constexpr double kBarHeight = 0.25; // of its width: a bar code is found on one line of it

QRect placeOf(const ZXing::Result &code)
{
    QPolygon corners;
    for (const auto &corner : code.position())
        corners.append(QPoint(corner.x, corner.y));
    QRect box = corners.boundingRect();
    const int least = int(qMax(box.width(), box.height()) * kBarHeight);
    if (box.height() < least)
        box.adjust(0, -(least - box.height()) / 2, 0, (least - box.height()) / 2);
    if (box.width() < least)
        box.adjust(-(least - box.width()) / 2, 0, (least - box.width()) / 2, 0);
    return box;
}

QRectF onPage(const QRect &box, const QSize &page)
{
    const QRectF unit(double(box.x()) / page.width(), double(box.y()) / page.height(), double(box.width()) / page.width(),
                      double(box.height()) / page.height());
    return unit.intersected(QRectF(0, 0, 1, 1));
}

/// Finds the codes of one kind; each is painted over before the next is looked for.
QList<PageCode> codesOf(BarcodeFormat format, QImage grey)
{
    QList<PageCode> codes;
    const auto hints = ZXing::DecodeHints().setFormats(format).setTryHarder(true).setTryRotate(true).setTryDownscale(true);
    for (int round = 0; round < kMostRounds && codes.size() < kMostOfAKind; ++round) {
        const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
        const ZXing::Result found = ZXing::ReadBarcode(view, hints);
        if (!found.isValid())
            break;
        const QRect place = placeOf(found);
        const PageCode code{QString::fromStdWString(found.text()), QString::fromLatin1(ZXing::ToString(format)), onPage(place, grey.size())};
        const bool again = std::any_of(codes.cbegin(), codes.cend(), [&](const PageCode &known) {
            return known.text == code.text && known.box.intersects(code.box);
        });
        if (!again)
            codes.append(code);
        QPainter(&grey).fillRect(place, Qt::white); // of high bars some may be left, and are found again
    }
    return codes;
}

QList<PageCode> codesOn(const QImage &grey)
{
    QList<PageCode> codes;
    for (const BarcodeFormat format : kFormats)
        codes += codesOf(format, grey);
    return codes;
}

} // namespace

Result<QList<PageCode>> pageCodes(PageSource &source, int page)
{
    const auto picture = greyPicture(source, page);
    if (!picture)
        return picture.error();
    QList<PageCode> codes = codesOn(picture->grey);
    for (int smaller = 2; codes.isEmpty() && smaller <= 3; ++smaller) // made smaller, specks and grain are gone
        codes = codesOn(picture->grey.scaled(picture->grey.size() / smaller, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    std::stable_sort(codes.begin(), codes.end(), [](const PageCode &a, const PageCode &b) { return a.box.top() < b.box.top(); });
    return codes;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/inkcutter.h"

#include "app/docworker/engine/pictures.h"
#include "core/documents/document.h"

#include <QImage>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kWorkingWidth = 2000;  ///< pixels; a photo of a telephone has twice as many
constexpr int kLeastSide = 16;       ///< of a picture that can show a signature
constexpr int kPaperCell = 64;       ///< pixels; shadows on paper change more slowly than this, strokes faster
constexpr int kPaperRank = 90;       ///< per cent: what is lighter than so much of its surroundings is paper
constexpr int kLeastContrast = 40;   ///< grey levels between ink and paper
constexpr int kSoftEdge = 24;        ///< grey levels over which ink fades into paper
constexpr int kInkCover = 128;       ///< a pixel covered so much belongs to a stroke
constexpr double kMostInk = 0.4;     ///< of a picture; more is no signature on paper
constexpr double kLeastWidth = 0.02; ///< of the picture's width: smaller things are dust
constexpr int kLeastInk = 30;        ///< pixels

Error unusable(const QString &message)
{
    return {Error::Code::Document, message, {}};
}

QImage greyOf(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    return grey.width() <= kWorkingWidth ? grey : grey.scaledToWidth(kWorkingWidth, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
}

uchar rankIn(const QImage &grey, const QRect &cell)
{
    std::array<int, 256> levels{};
    for (int y = cell.top(); y <= cell.bottom(); ++y) {
        const uchar *row = grey.constScanLine(y);
        for (int x = cell.left(); x <= cell.right(); ++x)
            ++levels[row[x]];
    }
    int left = cell.width() * cell.height() * (100 - kPaperRank) / 100;
    int level = 255;
    while (level > 0 && (left -= levels[size_t(level)]) > 0)
        --level;
    return uchar(level);
}

/// The paper alone, as light as it is at each place.
QImage paperOf(const QImage &grey)
{
    const QSize cells((grey.width() + kPaperCell - 1) / kPaperCell, (grey.height() + kPaperCell - 1) / kPaperCell);
    QImage paper(cells, QImage::Format_Grayscale8);
    for (int y = 0; y < cells.height(); ++y) {
        for (int x = 0; x < cells.width(); ++x)
            paper.scanLine(y)[x] = rankIn(grey, QRect(x * kPaperCell, y * kPaperCell, kPaperCell, kPaperCell).intersected(grey.rect()));
    }
    return paper.scaled(grey.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
}

/// White where there is only paper, whatever shadow lies on it.
QImage levelled(const QImage &grey)
{
    const QImage paper = paperOf(grey);
    QImage flat(grey.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *from = grey.constScanLine(y), *white = paper.constScanLine(y);
        uchar *to = flat.scanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            to[x] = uchar(std::min(255, from[x] * 255 / std::max<int>(white[x], 1)));
    }
    return flat;
}

/// Between the darkest and white, where both sides are most alike in themselves (Otsu); 0 when there is hardly anything but paper.
int darknessOf(const QImage &flat)
{
    std::array<double, 256> levels{};
    for (int y = 0; y < flat.height(); ++y) {
        for (int x = 0; x < flat.width(); ++x)
            ++levels[flat.constScanLine(y)[x]];
    }
    double all = 0, sum = 0, below = 0, belowSum = 0, best = -1;
    for (size_t level = 0; level < levels.size(); ++level) {
        all += levels[level];
        sum += double(level) * levels[level];
    }
    int found = 0, darkest = 255;
    for (size_t level = 0; level < 255; ++level) {
        if (levels[level] > 0)
            darkest = std::min(darkest, int(level));
        below += levels[level];
        belowSum += double(level) * levels[level];
        if (below == 0 || below == all)
            continue;
        const double apart = belowSum / below - (sum - belowSum) / (all - below);
        const double spread = below * (all - below) * apart * apart;
        if (spread > best) {
            best = spread;
            found = int(level) + 1;
        }
    }
    return darkest > 255 - kLeastContrast ? 0 : found;
}

/// How much each pixel is covered with ink.
QImage coverOf(const QImage &flat, int darkness)
{
    QImage cover(flat.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < flat.height(); ++y) {
        const uchar *from = flat.constScanLine(y);
        uchar *to = cover.scanLine(y);
        for (int x = 0; x < flat.width(); ++x)
            to[x] = uchar(std::clamp((darkness + kSoftEdge / 2 - from[x]) * 255 / kSoftEdge, 0, 255));
    }
    return cover;
}

struct Ink {
    QRect extent;
    qint64 pixels = 0;
};

/// Rows and columns that hold ink; a single dark pixel is dust.
Ink inkIn(const QImage &cover)
{
    QList<int> rows(cover.height(), 0), columns(cover.width(), 0);
    Ink ink;
    for (int y = 0; y < cover.height(); ++y) {
        const uchar *row = cover.constScanLine(y);
        for (int x = 0; x < cover.width(); ++x) {
            if (row[x] < kInkCover)
                continue;
            ++rows[y];
            ++columns[x];
            ++ink.pixels;
        }
    }
    const auto inked = [](int count) { return count > 1; };
    const auto top = std::find_if(rows.cbegin(), rows.cend(), inked), left = std::find_if(columns.cbegin(), columns.cend(), inked);
    if (top == rows.cend() || left == columns.cend())
        return ink;
    const auto bottom = std::find_if(rows.crbegin(), rows.crend(), inked), right = std::find_if(columns.crbegin(), columns.crend(), inked);
    ink.extent = QRect(QPoint(int(left - columns.cbegin()), int(top - rows.cbegin())),
                       QPoint(int(columns.crend() - right) - 1, int(rows.crend() - bottom) - 1));
    return ink;
}

InkPicture packed(const QImage &cover, const QRect &extent)
{
    QImage cut = cover.copy(extent.adjusted(-2, -2, 2, 2).intersected(cover.rect()));
    if (cut.width() > kInkPictureWidth || cut.height() > kInkPictureHeight)
        cut = cut.scaled(kInkPictureWidth, kInkPictureHeight, Qt::KeepAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_Grayscale8);
    InkPicture picture{cut.width(), cut.height(), QByteArray(qsizetype(cut.width()) * cut.height(), '\0')};
    for (int y = 0; y < cut.height(); ++y)
        std::copy_n(cut.constScanLine(y), cut.width(), picture.cover.data() + qsizetype(y) * cut.width());
    return picture;
}

} // namespace

Result<InkPicture> cutSignature(const QByteArray &bytes, int darkness)
{
    const QString type = sniffedType(bytes);
    if (type != "image/png"_L1 && type != "image/jpeg"_L1 && type != "image/tiff"_L1)
        return unusable(u"This is no picture. Choose a PNG or JPEG file that shows the signature."_s);
    const auto picture = pictureOf(bytes, 0);
    if (!picture)
        return picture.error();
    if (picture->width() < kLeastSide || picture->height() < kLeastSide)
        return unusable(u"The picture is too small to show a signature. Choose a larger one."_s);
    const QImage flat = levelled(greyOf(*picture));
    const int limit = darkness > 0 ? std::min(darkness, 254) : darknessOf(flat);
    const QImage cover = coverOf(flat, limit);
    const Ink ink = inkIn(cover);
    if (limit == 0 || ink.pixels < kLeastInk || ink.extent.width() < kLeastWidth * flat.width())
        return unusable(u"There is no ink in the picture. Choose a picture of a signature on light paper, or make the ink stronger."_s);
    if (double(ink.pixels) > kMostInk * flat.width() * flat.height())
        return unusable(u"The picture is dark all over. Choose a picture of a signature on light paper, or make the ink weaker."_s);
    return packed(cover, ink.extent);
}

} // namespace PortDesk

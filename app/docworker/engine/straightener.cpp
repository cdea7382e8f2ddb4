// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/straightener.h"

#include <leptonica/allheaders.h>

#include <cmath>
#include <cstring>
#include <numbers>

namespace PortDesk {

namespace {

constexpr int kThresholdTile = 512;     // pixels: shadows of phones and book folds are larger than this
constexpr int kThresholdSmoothing = 2;
constexpr float kThresholdScore = 0.1F;
constexpr int kSurroundings = 32;       // pixels to each side
constexpr int kDarker = 40;             // grey levels; noise of scanners stays below it, faint print does not
constexpr float kSureOfSkew = 2.0F;     // Leptonica's ratio of best to worst angle; below it the page has no clear lines
constexpr float kClearlyLines = 1.5F;   // times the score of the page as it lies
constexpr double kSmallestSkew = 0.1;   // degrees; less does not harm recognition

PixPointer pixOf(const QImage &grey)
{
    PixPointer pix(pixCreate(grey.width(), grey.height(), 8));
    if (!pix)
        throw std::bad_alloc();
    const size_t row = size_t(pixGetWpl(pix.get())) * 4;
    auto *data = reinterpret_cast<uchar *>(pixGetData(pix.get()));
    for (int y = 0; y < grey.height(); ++y)
        std::memcpy(data + size_t(y) * row, grey.constScanLine(y), size_t(grey.width()));
    pixEndianByteSwap(pix.get()); // Leptonica's words have their first pixel in the highest byte
    return pix;
}

/// What is clearly darker than what is around it: not the noise of blank paper.
PixPointer inkOf(Pix *grey)
{
    const PixPointer around(pixBlockconv(grey, kSurroundings, kSurroundings));
    const PixPointer darker(around ? pixSubtractGray(nullptr, around.get(), grey) : nullptr);
    PixPointer ink(darker ? pixThresholdToBinary(darker.get(), kDarker) : nullptr);
    if (ink)
        pixInvert(ink.get(), ink.get());
    return ink;
}

PixPointer blackAndWhite(Pix *grey)
{
    Pix *made = nullptr;
    pixOtsuAdaptiveThreshold(grey, kThresholdTile, kThresholdTile, kThresholdSmoothing, kThresholdSmoothing, kThresholdScore, nullptr, &made);
    PixPointer binary(made);
    // A tile of blank paper is divided in its noise, and the straight edges of such tiles would pass for the lines of a short letter.
    if (const PixPointer ink = binary ? inkOf(grey) : PixPointer())
        pixAnd(binary.get(), binary.get(), ink.get());
    return binary;
}

/// How level the lines of a page are at best, and the angle in degrees, clockwise, that makes them so. The score only compares views of one page.
struct Lines
{
    float score = 0;
    float angle = 0;
};

Lines linesOf(Pix *binary)
{
    constexpr int sweepReduction = 4, searchReduction = 2; // as in pixFindSkew, which tells no score
    constexpr float range = 7, step = 1, precision = 0.1F;
    Lines lines;
    float sureness = 0;
    if (pixFindSkewSweepAndSearchScore(binary, &lines.angle, &sureness, &lines.score, sweepReduction, searchReduction, 0, range, step, precision) != 0)
        return {};
    return lines;
}

/// Of a page with too little text to tell which way its letters stand: lines tell at least whether it lies on its side, and a hint of the
/// letters is enough to say on which.
int turnsOfShortPage(Pix *binary)
{
    const PixPointer side(pixRotateOrth(binary, 1));
    if (!side)
        return 0;
    const Lines lines = linesOf(side.get());
    if (lines.score < kClearlyLines * linesOf(binary).score)
        return 0;
    const PixPointer level(pixRotate(side.get(), float(lines.angle * std::numbers::pi / 180), L_ROTATE_SHEAR, L_BRING_IN_WHITE, 0, 0));
    float up = 0;
    float left = 0;
    if (!level || pixOrientDetect(level.get(), &up, &left, 0, 0) != 0)
        return 0;
    return up < 0 ? 3 : 1;
}

/// Quarter turns, clockwise, that make the text upright; 0 when it does not tell.
int turnsNeeded(Pix *binary)
{
    float up = 0;
    float left = 0;
    int orientation = L_TEXT_ORIENT_UNKNOWN;
    const bool told = pixOrientDetect(binary, &up, &left, 0, 0) == 0 && makeOrientDecision(up, left, 0, 0, &orientation, 0) == 0;
    if (!told || orientation == L_TEXT_ORIENT_UNKNOWN)
        return turnsOfShortPage(binary);
    switch (orientation) {
    case L_TEXT_ORIENT_LEFT:
        return 1;
    case L_TEXT_ORIENT_DOWN:
        return 2;
    case L_TEXT_ORIENT_RIGHT:
        return 3;
    default:
        return 0;
    }
}

/// Degrees, clockwise, by which the picture must be turned to have level lines; 0 when it has none.
double turnToLevel(Pix *binary)
{
    float angle = 0;
    float sureness = 0;
    if (pixFindSkew(binary, &angle, &sureness) != 0 || sureness < kSureOfSkew || std::abs(angle) < kSmallestSkew)
        return 0;
    return angle;
}

PixPointer orthogonally(PixPointer pix, int quarterTurns)
{
    return quarterTurns == 0 ? std::move(pix) : PixPointer(pixRotateOrth(pix.get(), quarterTurns));
}

} // namespace

void PixDeleter::operator()(Pix *pix) const
{
    pixDestroy(&pix);
}

QTransform quarterTurned(int quarterTurns, const QSizeF &size)
{
    switch (quarterTurns) {
    case 1:
        return {0, 1, -1, 0, size.height(), 0};
    case 2:
        return {-1, 0, 0, -1, size.width(), size.height()};
    case 3:
        return {0, -1, 1, 0, 0, size.width()};
    default:
        return {};
    }
}

StraightPicture turned(const QImage &grey, int quarterTurns)
{
    StraightPicture straight;
    straight.pix = orthogonally(pixOf(grey), quarterTurns);
    straight.size = quarterTurns % 2 ? grey.size().transposed() : grey.size();
    straight.quarterTurns = quarterTurns;
    straight.toGiven = quarterTurned(quarterTurns, grey.size()).inverted();
    return straight;
}

StraightPicture straightened(const QImage &grey)
{
    setMsgSeverity(L_SEVERITY_NONE);
    PixPointer binary = blackAndWhite(pixOf(grey).get());
    if (!binary)
        return turned(grey, 0);
    const int turns = turnsNeeded(binary.get());
    binary = orthogonally(std::move(binary), turns);
    StraightPicture straight = turned(grey, turns);
    const double angle = turnToLevel(binary.get());
    if (angle == 0)
        return straight;
    straight.pix.reset(pixRotate(straight.pix.get(), float(angle * std::numbers::pi / 180), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
    if (!straight.pix)
        throw std::bad_alloc();
    const QPointF middle(straight.size.width() / 2.0, straight.size.height() / 2.0);
    const QTransform back = QTransform().translate(middle.x(), middle.y()).rotate(-angle).translate(-middle.x(), -middle.y());
    straight.toGiven = back * straight.toGiven;
    straight.skew = -angle;
    return straight;
}

} // namespace PortDesk

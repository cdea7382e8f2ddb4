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
constexpr float kSureOfSkew = 2.0F;     // Leptonica's ratio of best to worst angle; below it the page has no clear lines
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

PixPointer blackAndWhite(Pix *grey)
{
    Pix *binary = nullptr;
    pixOtsuAdaptiveThreshold(grey, kThresholdTile, kThresholdTile, kThresholdSmoothing, kThresholdSmoothing, kThresholdScore, nullptr, &binary);
    return PixPointer(binary);
}

/// Quarter turns, clockwise, that make the text upright; 0 when it does not tell.
int turnsNeeded(Pix *binary)
{
    float up = 0;
    float left = 0;
    int orientation = L_TEXT_ORIENT_UNKNOWN;
    if (pixOrientDetect(binary, &up, &left, 0, 0) != 0 || makeOrientDecision(up, left, 0, 0, &orientation, 0) != 0)
        return 0;
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

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/boxfilter.h"

#include <QList>

#include <algorithm>
#include <vector>

namespace PortDesk {

namespace {

constexpr quint32 kOne = 256; // weights are in 1/256 of a source pixel

/// Which source pixels a target pixel covers: the first, then one weight each.
struct Span
{
    int first = 0;
    std::vector<quint16> weights;
    quint32 sum = 0;
};

/// Enlarged: between the two nearest pixels, by distance.
Span enlargedSpan(int target, double step, int sourceSize)
{
    const double centre = std::clamp((target + 0.5) * step - 0.5, 0.0, sourceSize - 1.0);
    const int first = int(centre);
    const auto second = quint16((centre - first) * kOne + 0.5);
    if (second == 0 || first + 1 >= sourceSize)
        return {first, {quint16(kOne)}, kOne};
    return {first, {quint16(kOne - second), second}, kOne};
}

Span spanOf(int target, double step, int sourceSize)
{
    if (step < 1)
        return enlargedSpan(target, step, sourceSize);
    const double from = target * step;
    const double to = (target + 1) * step;
    Span span;
    span.first = std::clamp(int(from), 0, sourceSize - 1);
    const int last = std::clamp(int(to - 1e-9), span.first, sourceSize - 1);
    for (int at = span.first; at <= last; ++at) {
        const double covered = std::min(to, at + 1.0) - std::max(from, double(at));
        const auto weight = quint16(std::clamp(covered * kOne + 0.5, 1.0, double(kOne)));
        span.weights.push_back(weight);
        span.sum += weight;
    }
    return span;
}

std::vector<Span> spans(int firstTarget, int count, double step, int sourceSize)
{
    std::vector<Span> all;
    all.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        all.push_back(spanOf(firstTarget + i, step, sourceSize));
    return all;
}

/// One source row, summed up horizontally and added with its weight: `Channels` bytes of each `Stride` bytes.
template<int Channels, int Stride>
void addRow(const uchar *row, const std::vector<Span> &columns, quint32 weight, std::vector<quint64> &sums)
{
    quint64 *out = sums.data();
    for (const Span &column : columns) {
        quint32 sum[Channels] = {};
        const uchar *pixel = row + size_t(column.first) * Stride;
        for (const quint16 w : column.weights) {
            for (int c = 0; c < Channels; ++c)
                sum[c] += w * pixel[c];
            pixel += Stride;
        }
        for (int c = 0; c < Channels; ++c)
            *out++ += quint64(sum[c]) * weight;
    }
}

template<int Channels, int Stride>
void scale(const QImage &picture, const std::vector<Span> &columns, const std::vector<Span> &rows, QImage &target)
{
    std::vector<quint64> sums(columns.size() * Channels);
    for (size_t y = 0; y < rows.size(); ++y) {
        std::fill(sums.begin(), sums.end(), 0);
        for (size_t i = 0; i < rows[y].weights.size(); ++i)
            addRow<Channels, Stride>(picture.constScanLine(rows[y].first + int(i)), columns, rows[y].weights[i], sums);
        auto *out = reinterpret_cast<QRgb *>(target.scanLine(int(y)));
        const quint64 *sum = sums.data();
        for (const Span &column : columns) {
            const quint64 area = quint64(column.sum) * rows[y].sum;
            const auto mean = [&](int channel) { return int((sum[channel] + area / 2) / area); };
            if constexpr (Channels == 1)
                *out++ = qRgb(mean(0), mean(0), mean(0));
            else
                *out++ = qRgb(mean(2), mean(1), mean(0)); // little endian: blue comes first
            sum += Channels;
        }
    }
}

} // namespace

void paintScaled(const QImage &picture, const QSize &full, const QRect &tile, QImage &target)
{
    const auto columns = spans(tile.x(), tile.width(), double(picture.width()) / full.width(), picture.width());
    const auto rows = spans(tile.y(), tile.height(), double(picture.height()) / full.height(), picture.height());
    if (picture.format() == QImage::Format_Grayscale8)
        scale<1, 1>(picture, columns, rows, target);
    else if (picture.format() == QImage::Format_RGB32 || picture.format() == QImage::Format_ARGB32)
        scale<3, 4>(picture, columns, rows, target);
    else
        scale<3, 4>(picture.convertToFormat(QImage::Format_RGB32), columns, rows, target);
}

} // namespace PortDesk

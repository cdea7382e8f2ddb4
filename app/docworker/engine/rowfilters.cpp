// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/rowfilters.h"

#include <array>
#include <cstdlib>

namespace PortDesk {

namespace {

constexpr qsizetype kBand = 16;  ///< rows looked at together
constexpr qsizetype kEvery = 16; ///< bands from one that is looked at to the next
constexpr int kLevel = 6;

// PNG specification (second edition), 9.2: a byte less what its neighbours at the left (a), above (b) and above left (c) let expect.
quint8 paeth(int a, int b, int c)
{
    const int p = a + b - c;
    const int pa = std::abs(p - a), pb = std::abs(p - b), pc = std::abs(p - c);
    return quint8(pa <= pb && pa <= pc ? a : pb <= pc ? b : c);
}

template<int Filter> quint8 expected(int a, int b, int c)
{
    if constexpr (Filter == 1)
        return quint8(a);
    else if constexpr (Filter == 2)
        return quint8(b);
    else if constexpr (Filter == 3)
        return quint8((a + b) / 2);
    else
        return paeth(a, b, c);
}

/// Filters a row into `out` and answers the sum of the differences, small where they pack well.
template<int Filter> qint64 filterRow(const quint8 *row, const quint8 *above, qsizetype bytes, qsizetype pixel, char *out)
{
    qint64 sum = 0;
    for (qsizetype i = 0; i < bytes; ++i) {
        const int a = i >= pixel ? row[i - pixel] : 0, b = above[i], c = i >= pixel ? above[i - pixel] : 0;
        const auto difference = qint8(row[i] - expected<Filter>(a, b, c));
        sum += std::abs(int(difference));
        out[i] = char(difference);
    }
    return sum;
}

/// Rows [from, to), each behind the number of its filter, the one with the smallest differences.
QByteArray filteredRows(const QByteArray &samples, qsizetype rowBytes, qsizetype pixel, qsizetype from, qsizetype to)
{
    using Filter = qint64 (*)(const quint8 *, const quint8 *, qsizetype, qsizetype, char *);
    constexpr std::array<Filter, 4> filters{filterRow<1>, filterRow<2>, filterRow<3>, filterRow<4>};
    const QByteArray nothing(rowBytes, '\0');
    QByteArray out, tried(rowBytes, Qt::Uninitialized), best;
    out.reserve((rowBytes + 1) * (to - from));
    for (qsizetype y = from; y < to; ++y) {
        const auto *row = reinterpret_cast<const quint8 *>(samples.constData()) + y * rowBytes;
        const auto *above = y > 0 ? row - rowBytes : reinterpret_cast<const quint8 *>(nothing.constData());
        qint64 least = -1;
        char chosen = 0;
        for (std::size_t i = 0; i < filters.size(); ++i) {
            const qint64 sum = filters.at(i)(row, above, rowBytes, pixel, tried.data());
            if (least >= 0 && sum >= least)
                continue;
            least = sum;
            chosen = char(i + 1);
            best.swap(tried);
            tried.resize(rowBytes);
        }
        out.append(chosen).append(best);
    }
    return out;
}

/// qCompress() puts four bytes of size before the stream.
QByteArray zipped(const QByteArray &bytes)
{
    return qCompress(bytes, kLevel).mid(4);
}

bool shrinksFiltered(const QByteArray &samples, qsizetype rowBytes, qsizetype pixel, qsizetype rows)
{
    QByteArray plain, filtered;
    for (qsizetype from = 0; from < rows; from += kBand * kEvery) {
        const qsizetype to = qMin(from + kBand, rows);
        plain += samples.mid(from * rowBytes, (to - from) * rowBytes);
        filtered += filteredRows(samples, rowBytes, pixel, from, to);
    }
    return zipped(filtered).size() < zipped(plain).size();
}

} // namespace

PackedSamples packedSamples(const QByteArray &samples, qsizetype rowBytes, qsizetype pixelBytes)
{
    const qsizetype rows = rowBytes > 0 ? samples.size() / rowBytes : 0;
    if (rows > 0 && shrinksFiltered(samples, rowBytes, pixelBytes, rows))
        return {zipped(filteredRows(samples, rowBytes, pixelBytes, 0, rows)), true};
    return {zipped(samples), false};
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/pagebuilder.h"

#include <QBuffer>
#include <QImageWriter>

#include <array>
#include <cstring>

namespace PortDesk {

namespace {

constexpr int kJpegQuality = 90;   // above it files grow and nothing more can be read
constexpr int kDarkestPaper = 190; // a threshold above would show the texture of the paper
constexpr int kLightestInk = 90;   // one below would lose faint print
constexpr int kGrowRows = 512;
constexpr double kMetresPerInch = 0.0254;

std::array<qint64, 256> histogramOf(const QImage &grey)
{
    std::array<qint64, 256> counts{};
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *row = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            ++counts[row[x]];
    }
    return counts;
}

int thresholdOf(const QImage &grey)
{
    const auto counts = histogramOf(grey);
    double all = 0, sum = 0;
    for (size_t i = 0; i < counts.size(); ++i) {
        all += double(counts[i]);
        sum += double(counts[i]) * double(i);
    }
    double below = 0, sumBelow = 0, best = -1;
    int threshold = 128;
    for (size_t i = 0; i + 1 < counts.size(); ++i) {
        below += double(counts[i]);
        sumBelow += double(counts[i]) * double(i);
        if (below == 0 || below == all)
            continue;
        const double distance = sumBelow / below - (sum - sumBelow) / (all - below);
        const double between = below * (all - below) * distance * distance;
        if (between > best) {
            best = between;
            threshold = int(i) + 1;
        }
    }
    return qBound(kLightestInk, threshold, kDarkestPaper);
}

PageBitmap lookOf(const QImage &image)
{
    const bool small = image.width() <= kLookPixels && image.height() <= kLookPixels;
    const QImage look = (small ? image : image.scaled(kLookPixels, kLookPixels, Qt::KeepAspectRatio, Qt::SmoothTransformation)).convertToFormat(QImage::Format_RGB32);
    const size_t bytes = size_t(look.width()) * size_t(look.height()) * 4;
    const std::shared_ptr<uchar[]> pixels(new uchar[bytes]);
    for (int y = 0; y < look.height(); ++y) // rows of 32 bits have no padding
        std::memcpy(pixels.get() + size_t(y) * size_t(look.width()) * 4, look.constScanLine(y), size_t(look.width()) * 4);
    return {look.width(), look.height(), look.width() * 4, std::shared_ptr<const uchar>(pixels, pixels.get())};
}

QByteArray bytesOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, image.format() == QImage::Format_Mono ? "png" : "jpeg");
    if (image.format() != QImage::Format_Mono)
        writer.setQuality(kJpegQuality);
    return writer.write(image) ? bytes : QByteArray();
}

} // namespace

PageBuilder::PageBuilder(ScanMode mode, const QSize &expected) : m_mode(mode), m_expected(expected) {}

bool PageBuilder::add(const char *bytes, qsizetype count)
{
    const qsizetype rowBytes = qsizetype(m_expected.width()) * 3;
    if (rowBytes <= 0)
        return false;
    m_rest.append(bytes, count);
    qsizetype at = 0;
    for (; m_rest.size() - at >= rowBytes; at += rowBytes) {
        if (!addRow(reinterpret_cast<const uchar *>(m_rest.constData()) + at))
            return false;
    }
    m_rest.remove(0, at);
    return true;
}

bool PageBuilder::grow()
{
    const int height = qMax(m_rows + kGrowRows, m_expected.height());
    if (qint64(m_expected.width()) * (m_rows + 1) > kMostScannedPixels)
        return false;
    const auto most = int(qMin<qint64>(height, kMostScannedPixels / m_expected.width()));
    QImage larger(m_expected.width(), most, m_mode == ScanMode::Colour ? QImage::Format_RGB888 : QImage::Format_Grayscale8);
    if (larger.isNull())
        return false;
    for (int y = 0; y < m_rows; ++y)
        std::memcpy(larger.scanLine(y), m_image.constScanLine(y), size_t(m_image.bytesPerLine()));
    m_image = std::move(larger);
    return true;
}

bool PageBuilder::addRow(const uchar *rgb)
{
    if (m_rows >= m_image.height() && !grow())
        return false;
    uchar *row = m_image.scanLine(m_rows++);
    if (m_mode == ScanMode::Colour) {
        std::memcpy(row, rgb, size_t(m_expected.width()) * 3);
        return true;
    }
    for (int x = 0; x < m_expected.width(); ++x, rgb += 3)
        row[x] = uchar(qGray(rgb[0], rgb[1], rgb[2]));
    return true;
}

int PageBuilder::percent() const
{
    return m_expected.height() > 0 ? qBound(0, m_rows * 100 / m_expected.height(), 100) : 0;
}

QImage PageBuilder::image() const
{
    if (m_rows == 0)
        return {};
    const QImage cut = m_image.copy(0, 0, m_image.width(), m_rows);
    return m_mode == ScanMode::BlackWhite ? blackAndWhite(cut) : cut;
}

QImage blackAndWhite(const QImage &grey)
{
    const int threshold = thresholdOf(grey);
    QImage mono(grey.size(), QImage::Format_Mono);
    if (mono.isNull())
        return {};
    mono.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    mono.fill(0U);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *from = grey.constScanLine(y);
        uchar *to = mono.scanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            if (from[x] >= threshold)
                to[x / 8] |= uchar(0x80 >> (x % 8));
        }
    }
    return mono;
}

ScannedPage scannedPage(const QImage &image, int dpi, const ScanSettings &settings)
{
    QImage marked = image;
    marked.setDotsPerMeterX(qRound(dpi / kMetresPerInch));
    marked.setDotsPerMeterY(qRound(dpi / kMetresPerInch));
    ScannedPage page;
    page.dpi = dpi;
    page.size = image.size();
    page.look = lookOf(marked);
    if (!settings.preview)
        page.bytes = bytesOf(marked);
    return page;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/papers/samplepapers.h"

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

using namespace Qt::StringLiterals;

namespace PortDesk::Test {

namespace {

constexpr double kWidth = 595, kHeight = 842; // A4 in points

void paint(QPainter &painter, const SamplePaper &paper, double scale)
{
    for (const PrintedLine &line : paper.lines) {
        QFont font(u"DejaVu Sans"_s);
        font.setPixelSize(std::max(1, int(line.size * scale + 0.5)));
        font.setBold(line.bold);
        painter.setFont(font);
        painter.drawText(QPointF(line.x * scale, line.y * scale), line.text);
    }
}

void addNoise(QImage &image, double deviation)
{
    std::mt19937 generator(4711); // the same picture every time
    std::normal_distribution<double> brightness(0, deviation);
    std::array<int, 8192> noise;
    for (int &value : noise)
        value = int(std::lround(brightness(generator)));
    for (int y = 0; y < image.height(); ++y) {
        uchar *row = image.scanLine(y);
        for (int x = 0; x < image.width(); x += 2) {
            const quint32 drawn = generator();
            row[x] = uchar(std::clamp(int(row[x]) + noise[drawn & 8191], 0, 255));
            if (x + 1 < image.width())
                row[x + 1] = uchar(std::clamp(int(row[x + 1]) + noise[(drawn >> 13) & 8191], 0, 255));
        }
    }
}

QImage turned(const QImage &image, double degrees)
{
    QImage page(image.size(), QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(image.width() / 2.0, image.height() / 2.0);
    painter.rotate(degrees);
    painter.translate(-image.width() / 2.0, -image.height() / 2.0);
    painter.drawImage(0, 0, image);
    return page;
}

} // namespace

DocumentBytes asPdf(const SamplePaper &paper)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        writer.setResolution(720);
        QPainter painter(&writer);
        paint(painter, paper, 10);
    }
    return documentBytes(bytes, paper.name + u".pdf"_s);
}

QList<ScanFlaws> scanFlaws()
{
    return {{"300 dpi", 300, 0, 0, 6, false}, {"300 dpi, 1.5 degrees, noisy", 300, 1.5, 0, 14, false}, {"200 dpi, -2 degrees", 200, -2, 0, 8, false},
            {"200 dpi, 3 degrees, turned left", 200, 3, 3, 6, false}, {"200 dpi fax", 200, 0.5, 0, 10, true}, {"150 dpi", 150, -1, 0, 6, false}};
}

DocumentBytes asScan(const SamplePaper &paper, const ScanFlaws &flaws)
{
    const double scale = flaws.dpi / 72.0;
    QImage image(int(kWidth * scale), int(kHeight * scale), QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::TextAntialiasing);
        painter.setPen(QColor(30, 30, 30));
        paint(painter, paper, scale);
    }
    if (flaws.skew != 0)
        image = turned(image, flaws.skew);
    image = image.convertToFormat(QImage::Format_Grayscale8);
    addNoise(image, flaws.noise);
    if (flaws.quarterTurns != 0)
        image = image.transformed(QTransform().rotate(90.0 * flaws.quarterTurns));
    if (flaws.fax)
        image = image.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
    image.setDotsPerMeterX(int(flaws.dpi / 0.0254));
    image.setDotsPerMeterY(int(flaws.dpi / 0.0254));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, flaws.fax ? "PNG" : "JPEG", 88);
    return documentBytes(bytes, paper.name + (flaws.fax ? u".png"_s : u".jpg"_s));
}

} // namespace PortDesk::Test

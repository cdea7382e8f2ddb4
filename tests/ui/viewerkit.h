// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/pdfbytes.h"
#include "ui/viewer/documentviewer.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QPdfWriter>
#include <QVBoxLayout>

/// What the tests of the viewer share: documents, the worker, and looking at pictures.
namespace PortDesk::ViewerKit {

inline DocWorkerOptions workerOptions()
{
    DocWorkerOptions options;
    options.pageTimeoutMs = 4000; // a stopped worker must not hold up a test
    options.program = QStringLiteral(PORTDESK_BIN_DIR "/portdesk-docworker");
    return options;
}

inline DocumentBytes sample(const QString &name)
{
    QFile file(QStringLiteral(PORTDESK_SAMPLES_DIR "/") + name);
    return file.open(QIODevice::ReadOnly) ? documentBytes(file.readAll(), name) : DocumentBytes();
}

/// Some pages, each with a line of text and a black block.
inline DocumentBytes pdfOf(int pages, QPageSize::PageSizeId size = QPageSize::A4)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(size));
    QPainter painter(&writer);
    for (int page = 1; page <= pages; ++page) {
        if (page > 1)
            writer.newPage();
        painter.drawText(1000, 1000, QStringLiteral("Letter page %1").arg(page));
        painter.fillRect(3000, 4000, 2000, 1000, Qt::black);
    }
    painter.end();
    return documentBytes(bytes, QStringLiteral("pages.pdf"));
}

/// Three pages with an outline: Bill (1) with Numbers (2) in it, a heading that leads nowhere, Terms (3).
inline DocumentBytes withOutline()
{
    const QByteArray page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";
    return documentBytes(PdfBytes::pdfOf({"<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>", page, page, page,
                                          "<</Type/Outlines/First 7 0 R/Last 10 0 R>>",
                                          "<</Title(Bill)/Parent 6 0 R/Next 9 0 R/First 8 0 R/Last 8 0 R/Dest[3 0 R/Fit]>>",
                                          "<</Title(Numbers)/Parent 7 0 R/Dest[4 0 R/Fit]>>", "<</Title(Annex)/Parent 6 0 R/Next 10 0 R>>",
                                          "<</Title(Terms)/Parent 6 0 R/Dest[5 0 R/Fit]>>"}),
                         QStringLiteral("outline.pdf"));
}

inline QImage shot(const PageView &pages)
{
    return pages.viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
}

inline int darkPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); y += 2) {
        for (int x = 0; x < image.width(); x += 2)
            count += qGray(image.pixel(x, y)) < 110;
    }
    return count;
}

inline double meanGrey(const QImage &image)
{
    qint64 sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += qGray(image.pixel(x, y));
    }
    return double(sum) / (double(image.width()) * image.height());
}

/// Neighbours that are as different as ink and paper: sharp letters have many, blown-up ones hardly any.
inline int hardEdges(const QImage &image)
{
    int edges = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 1; x < image.width(); ++x)
            edges += qAbs(qGray(image.pixel(x, y)) - qGray(image.pixel(x - 1, y))) > 80;
    }
    return edges;
}

} // namespace PortDesk::ViewerKit

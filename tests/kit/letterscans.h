// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/letter.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>

/// Signed letters as they come out of a scanner. Programs that use it link Qt Gui.
namespace PortDesk::Test {

inline constexpr double kScanDpi = 150;

/// A request of its own numbers, so that its case can stand beside the others.
inline Request requestWithNumber(const QString &number, const QString &reference = {})
{
    Request request = RequestBuilder().noNumbers().number(number).build();
    request.reference = reference;
    request.losingCarrier.billingNumber = number;
    return request;
}

template<typename T> T valueOf(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message + u' ' + result.error().detail));
    return *result;
}

/// The letter of a case as the desk composes it.
inline DocumentBytes composedLetterOf(TestDesk &desk, const QString &reference)
{
    const Case portCase = desk.details(reference).portCase;
    DeskSession &session = desk.session();
    const auto letter = loaLetter(portCase.request, split(portCase.request, session.countries()).first(), session.countries(), reference, session.clock().today(session.zone()));
    return documentBytes(valueOf(await(session.worker().compose(valueOf(letter)))), reference + QStringLiteral(".pdf"));
}

/// The pages of a document on the glass of a scanner, in grey.
inline QList<QImage> scannedPages(TestDesk &desk, const DocumentBytes &document)
{
    QList<QImage> pages;
    const int count = valueOf(await(desk.session().worker().inspect(document))).pages();
    for (int page = 0; page < count; ++page) {
        const PageBitmap bitmap = valueOf(await(desk.session().worker().render(document, page, kScanDpi)));
        pages << QImage(bitmap.pixels.get(), bitmap.width, bitmap.height, bitmap.bytesPerLine, QImage::Format_RGB32).convertToFormat(QImage::Format_Grayscale8);
    }
    return pages;
}

/// Turned about its middle, as paper lies askew, with the grain of a scan.
inline QImage askew(const QImage &page, double degrees)
{
    QImage result(page.size(), QImage::Format_Grayscale8);
    result.fill(250);
    {
        QPainter painter(&result);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(page.width() / 2.0, page.height() / 2.0);
        painter.rotate(degrees);
        painter.drawImage(QPointF(-page.width() / 2.0, -page.height() / 2.0), page);
    }
    QRandomGenerator random(quint32(20261123 + qRound(degrees * 10)));
    for (int y = 0; y < result.height(); ++y) {
        uchar *line = result.scanLine(y);
        for (int x = 0; x < result.width(); ++x)
            line[x] = uchar(qBound(0, int(line[x]) + random.bounded(-12, 13), 255));
    }
    return result;
}

inline QImage blankPage(const QSize &size)
{
    QImage page(size, QImage::Format_Grayscale8);
    page.fill(244);
    return askew(page, 0.5);
}

inline DocumentBytes jpegOf(QImage page, const QString &name)
{
    page.setDotsPerMeterX(qRound(kScanDpi / 0.0254));
    page.setDotsPerMeterY(qRound(kScanDpi / 0.0254));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, "JPEG", 70);
    return documentBytes(buffer.data(), name);
}

/// The pile of sheets as one PDF, every sheet a picture.
inline DocumentBytes scannedPdf(TestDesk &desk, const QList<QImage> &sheets, const QString &name)
{
    QList<DocumentBytes> pictures;
    for (const QImage &sheet : sheets)
        pictures << jpegOf(sheet, QStringLiteral("sheet.jpg"));
    return documentBytes(valueOf(await(desk.session().worker().toPdf(pictures))), name);
}

} // namespace PortDesk::Test

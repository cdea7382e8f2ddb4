// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QStringList>

namespace PortDesk {

/// Where the words of a page come from: the file's own text, or a picture that was read.
enum class TextSource { Layer, Ocr };

/// A word that was read from a page.
struct ReadWord {
    QString text;
    QRectF box;           ///< 0..1 of the page as displayed, origin top left
    QRectF straight;      ///< points, on the page turned upright and straight: lines and columns are found here
    float confidence = 1; ///< 0..1 of the recognition; 1 in a text layer
    bool spaceAfter = true;
    friend bool operator==(const ReadWord &, const ReadWord &) = default;
};

/// The words of one page in reading order.
struct PageReading {
    TextSource source = TextSource::Layer;
    QSizeF straightSize;  ///< points, of the page turned upright
    int quarterTurns = 0; ///< clockwise, that make the displayed page upright
    double skew = 0;      ///< degrees that were taken out, clockwise positive
    QList<ReadWord> words;
    friend bool operator==(const PageReading &, const PageReading &) = default;
};

/// How pages are read.
struct ReadingOptions {
    QStringList languages; ///< of the recognition, as Tesseract names them ("deu" "eng"); what is not installed is left out; empty = "eng"
    bool fromPicture = false; ///< read the picture even when the page has a text layer
    friend bool operator==(const ReadingOptions &, const ReadingOptions &) = default;
};

/// A bar code or QR code on a page.
struct PageCode {
    QString text;
    QString format; ///< "QRCode" "Code128" ...
    QRectF box;     ///< 0..1 of the page as displayed
    friend bool operator==(const PageCode &, const PageCode &) = default;
};

} // namespace PortDesk

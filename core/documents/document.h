// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/portcase.h"

#include <QByteArray>
#include <QRectF>
#include <QSizeF>

#include <memory>

namespace PortDesk {

/// Limits of received files (configurable in the settings).
struct IntakeLimits {
    qint64 maximumBytes = 25LL * 1024 * 1024;
    int maximumPages = 500;
};

/// A received file with its identity. The bytes are never changed.
struct DocumentBytes {
    QByteArray bytes;
    QString sha256; ///< hex
    QString fileName;
};

/// Computes the identity of a file's bytes.
DocumentBytes documentBytes(const QByteArray &bytes, const QString &fileName);

/// What the content is, by its first bytes, not by its name: "application/pdf" "image/jpeg" "image/png" "image/tiff"
/// "image/heic" "image/avif", or "" when not accepted.
QString sniffedType(const QByteArray &bytes);

/// Reads a file for intake: exists, readable, not empty, not above the limit, an accepted type. The error's message is a
/// sentence with the next step, its detail the problem code ("document.too-large" ...).
Result<DocumentBytes> readForIntake(const QString &path, const IntakeLimits &limits = {});
Result<DocumentBytes> checkForIntake(const QByteArray &bytes, const QString &fileName, const IntakeLimits &limits = {});

/// A guess of the document kind from its name and the words of its first page ("bill", "loa", "csr", "id_document" ...), or "".
QString guessedKind(const QString &fileName, const QString &firstPageText);
/// A guess of the issue date from the words of the first page, or an invalid date.
QDate guessedIssueDate(const QString &firstPageText);

/// What the worker found out about a file.
struct DocumentInfo {
    QString mimeType;
    QList<QSizeF> pageSizes; ///< points, as displayed (rotation applied)
    QString engine;          ///< "poppler" "qtpdf" "picture"
    bool scanned = false;    ///< every page is one picture
    QStringList warnings;    ///< "contains JavaScript" ... sentences

    int pages() const { return int(pageSizes.size()); }
};

/// A word of a page with its box in 0..1 of the page as displayed, origin top left.
struct Word {
    QString text;
    QRectF box;
    bool spaceAfter = true;
    friend bool operator==(const Word &, const Word &) = default;
};

/// Pixels of a page or tile, 32 bits each, 0xffRRGGBB in the machine's order (QImage::Format_RGB32). Shares memory with the worker's answer.
struct PageBitmap {
    int width = 0;
    int height = 0;
    int bytesPerLine = 0;
    std::shared_ptr<const uchar> pixels;

    bool isNull() const { return !pixels; }
};

} // namespace PortDesk

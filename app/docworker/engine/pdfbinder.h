// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

namespace PortDesk {

/// One PDF of several pictures and PDFs, in order. JPEG bytes go in unchanged (turned by /Rotate when EXIF says so), other pictures without
/// loss; `quarterTurns` (clockwise, of each document) by /Rotate on top. Error::Document with the file's name when one of them cannot be read.
Result<QByteArray> boundPdf(const QList<DocumentBytes> &documents, const QList<qint32> &quarterTurns = {});

/// Some pages (0-based, in this order) of a document as a PDF of their own, with nothing of the others: PDF pages as they are, pictures wrapped
/// without loss. The same pages give the same bytes. Error::Invalid for a page it has not, none, or one twice.
Result<QByteArray> extractedPages(const DocumentBytes &document, const QString &password, const QList<int> &pages);

} // namespace PortDesk

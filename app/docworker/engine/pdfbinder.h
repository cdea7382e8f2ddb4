// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

namespace PortDesk {

/// One PDF of several pictures and PDFs, in order. JPEG bytes go in unchanged (turned by /Rotate when EXIF says so), other pictures without
/// loss. Error::Document with the file's name when one of them cannot be read.
Result<QByteArray> boundPdf(const QList<DocumentBytes> &documents);

} // namespace PortDesk

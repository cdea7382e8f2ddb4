// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QImage>

namespace PortDesk {

/// What libheif sets up once; before the sandbox is closed, because it looks for decoders in a folder.
void prepareHeif();

/// By content: HEIC (pictures of phones) and AVIF.
bool isHeif(const QByteArray &bytes);
/// Pictures in the file that are shown (thumbnails, depth and gain maps are none); 0 when unreadable.
int heifPages(const QByteArray &bytes);
/// One of them, upright (its own turns and mirroring applied), 8 bits per channel; with alpha where it has one.
/// Errors (Error::Document): damaged, above 64 megapixels (nothing is decoded then), coded in a way no decoder here knows.
Result<QImage> heifPicture(const QByteArray &bytes, int page);

} // namespace PortDesk

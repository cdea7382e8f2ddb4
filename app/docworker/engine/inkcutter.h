// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/inkpicture.h"

namespace PortDesk {

/// Cuts the ink of a signature out of a picture of it (PNG, JPEG, TIFF): shadows of the paper are levelled, what is darker than `darkness` (a grey level,
/// 0 = found by itself) is ink, and the rest goes. Cropped to the ink and made no larger than InkPicture may be. Error::Document with a sentence: no
/// picture, too large, too small, no ink, ink all over (a photo of something else).
Result<InkPicture> cutSignature(const QByteArray &bytes, int darkness);

} // namespace PortDesk

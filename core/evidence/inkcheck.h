// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/evidence/evidence.h"

namespace PortDesk {

inline constexpr double kInkDpi = 100; ///< of the page that hasHandwriting() looks at

/// Where a signature belongs, beside and above its label; both 0..1 of the page.
QRectF signaturePlace(const QRectF &label);

/// True when a part of a page (0..1) holds handwriting or a stamp: ink outside of the words, wider and higher than a ruled line.
bool hasHandwriting(const PageBitmap &page, const QRectF &place, const QList<ReadWord> &words);

/// The evidence of a signature that was seen as ink. It says that there is one, never whose it is.
void takeInk(Evidence &evidence);

} // namespace PortDesk

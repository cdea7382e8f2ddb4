// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/letter.h"

#include <QByteArray>

namespace PortDesk {

/// Composes a letter into a PDF: margins, the footer with its page numbers on every page, table heads repeated on every page, the QR code
/// at "qr:", all fonts embedded. Nothing outside the letter is loaded. Error::Invalid on an unknown page size or a QR text that does not
/// fit a code.
Result<QByteArray> composedLetter(const LetterContent &letter);

} // namespace PortDesk

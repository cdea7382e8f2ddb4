// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace PortDesk {

/// The text of a file and how it was read.
struct DecodedText
{
    QString text;
    QString encoding;         ///< ICU's name
    qsizetype unreadable = 0; ///< bytes that are no character in this encoding; U+FFFD in the text
};

/// Decodes bytes: by `encoding` (ICU's name) when given, else by the byte order mark, as UTF-8 when it is valid, else by ICU's detector.
/// Error::Document for what is no text and for an encoding that ICU does not know.
Result<DecodedText> decodedText(const QByteArray &bytes, const QString &encoding);

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/pdfsignature.h"
#include "core/documents/reading.h"

#include <optional>

namespace PortDesk {

/// Which reading of which page: the same content read the same way gives the same words.
struct PageReadingKey {
    QString sha256; ///< of the document, hex
    int page = 0;   ///< 0-based
    ReadingOptions options = {};
};

/// Keeps what was read from pages. A cache: what cannot be found or understood is read again.
class PageReadingRepository
{
public:
    virtual ~PageReadingRepository() = default;
    virtual Result<std::optional<PageReading>> find(const PageReadingKey &key) = 0;
    /// Replaces an older reading of the same key.
    virtual Result<void> keep(const PageReadingKey &key, const PageReading &reading) = 0;
    /// What is known of a document's signatures; kept and forgotten as its pages are.
    virtual Result<std::optional<SignatureFindings>> findSignatures(const QString &sha256) = 0;
    virtual Result<void> keepSignatures(const QString &sha256, const SignatureFindings &findings) = 0;
    /// Forgets every reading of a document (its content left the store).
    virtual Result<void> forget(const QString &sha256) = 0;
};

} // namespace PortDesk

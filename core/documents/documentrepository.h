// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

namespace PortDesk {

/// What the documents need kept. Content is stored once per SHA-256 and never changed or replaced.
class DocumentRepository
{
public:
    virtual ~DocumentRepository() = default;
    /// Stores the bytes when their hash is new; refuses bytes that do not match the hash.
    virtual Result<void> putContent(const DocumentBytes &document, const QString &mimeType) = 0;
    virtual Result<QByteArray> content(const QString &sha256) = 0;
    virtual Result<bool> hasContent(const QString &sha256) = 0;
    /// All stored hashes, for verify.
    virtual Result<QStringList> contentHashes() = 0;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/documentrepository.h"
#include "core/storage/statement.h"

namespace PortDesk {

/// Document contents in SQLite, once per hash.
class SqliteDocumentRepository final : public DocumentRepository
{
public:
    explicit SqliteDocumentRepository(Connection &connection) : m_connection(connection) {}

    Result<void> putContent(const DocumentBytes &document, const QString &mimeType) override;
    /// Error::Storage when the stored bytes no longer match their hash: damaged papers are never shown as the customer's.
    Result<QByteArray> content(const QString &sha256) override;
    Result<bool> hasContent(const QString &sha256) override;
    Result<QStringList> contentHashes() override;

private:
    Connection &m_connection;
};

} // namespace PortDesk

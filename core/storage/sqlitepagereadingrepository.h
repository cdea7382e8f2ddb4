// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pagereadingrepository.h"
#include "core/storage/statement.h"

namespace PortDesk {

/// Readings of pages in SQLite, packed.
class SqlitePageReadingRepository final : public PageReadingRepository
{
public:
    explicit SqlitePageReadingRepository(Connection &connection) : m_connection(connection) {}

    Result<std::optional<PageReading>> find(const PageReadingKey &key) override;
    Result<void> keep(const PageReadingKey &key, const PageReading &reading) override;
    Result<std::optional<SignatureFindings>> findSignatures(const QString &sha256) override;
    Result<void> keepSignatures(const QString &sha256, const SignatureFindings &findings) override;
    Result<void> forget(const QString &sha256) override;

private:
    Connection &m_connection;
};

} // namespace PortDesk

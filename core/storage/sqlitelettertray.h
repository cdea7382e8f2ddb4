// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/lettertray.h"
#include "core/storage/statement.h"

namespace PortDesk {

/// Scanned letters and the tray in SQLite.
class SqliteLetterTray final : public LetterTrayRepository
{
public:
    explicit SqliteLetterTray(Connection &connection) : m_connection(connection) {}

    Result<LetterBatch> addBatch(const DocumentBytes &file, const QString &who, const QDateTime &at) override;
    Result<QList<LetterBatch>> batches() override;
    Result<DocumentBytes> batchFile(LetterBatchId id) override;
    Result<void> markPlaced(LetterBatchId id, const QList<int> &pages) override;
    Result<void> finishBatch(LetterBatchId id) override;

    Result<TrayPart> addPart(const TrayPart &part, const QByteArray &bytes) override;
    Result<QList<TrayPart>> parts() override;
    Result<qint64> count() override;
    Result<TrayPart> part(TrayPartId id) override;
    Result<DocumentBytes> partFile(TrayPartId id) override;
    Result<void> removePart(TrayPartId id, const QDateTime &at) override;
    Result<void> restorePart(TrayPartId id) override;
    Result<void> deletePart(TrayPartId id) override;
    Result<void> purge(const QDateTime &before) override;

    Result<void> record(const TrayEvent &event) override;
    Result<QList<TrayEvent>> history() override;

private:
    Result<QList<LetterBatch>> batchesWhere(const QString &condition, const QVariantList &values);
    Result<QList<TrayPart>> partsWhere(const QString &condition, const QVariantList &values);
    Result<void> changePart(const QString &sql, const QVariantList &values);

    Connection &m_connection;
};

} // namespace PortDesk

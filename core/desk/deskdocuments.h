// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/caseservice.h"
#include "core/desk/markservice.h"

#include <QFuture>

namespace PortDesk {

class DeskStore;

/// A session's files and the marks on their pages. The store and the clock outlive it.
class DeskDocuments
{
public:
    DeskDocuments(DeskStore &desk, const Clock &clock) : m_desk(desk), m_clock(clock) {}

    /// Stores a file's bytes (by hash) and answers them back for convenience.
    QFuture<Result<DocumentBytes>> store(const DocumentBytes &document);
    QFuture<Result<DocumentBytes>> content(const QString &sha256, const QString &fileName);
    /// See MarkService.
    QFuture<Result<QList<StoredMark>>> marks(const QString &sha256, const Actor &actor);
    QFuture<Result<MarkChange>> changeMarks(const MarkChange &change, const Actor &actor);

private:
    DeskStore &m_desk;
    const Clock &m_clock;
};

/// The files of a request that stand in the store already; on the store's thread.
Result<QList<SubmittedFile>> storedFiles(Store &store, const Request &request, const QHash<int, DocumentFacts> &documents);

} // namespace PortDesk

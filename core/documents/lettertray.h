// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/documents/document.h"
#include "core/documents/letterbatch.h"

#include <QDateTime>
#include <QSet>

namespace PortDesk {

using LetterBatchId = Id<struct LetterBatchTag>;
using TrayPartId = Id<struct TrayPartTag>;

/// A scanned file on its way to the cases. Its bytes are kept until every page has its place.
struct LetterBatch {
    LetterBatchId id;
    QString sha256;
    QString fileName;
    QString who;
    QDateTime arrived;
    QSet<int> placed; ///< pages (0-based) that have their place
    friend bool operator==(const LetterBatch &, const LetterBatch &) = default;
};

/// A part of a scanned file that waits for somebody to assign it to a case.
struct TrayPart {
    TrayPartId id;
    QString sha256;
    qint64 size = 0;
    QString mimeType;
    QString fileName;  ///< of the part, "scan, page 3.pdf"
    QString batchName; ///< of the file it came in
    QList<int> pages;  ///< of that file, 0-based
    TrayReason reason = TrayReason::NoCode;
    QString about;     ///< what goes with the reason
    QString reference; ///< of the case or request the letter names, "" = none
    QString who;
    QDateTime arrived;
    friend bool operator==(const TrayPart &, const TrayPart &) = default;
};

/// Something that happened in the tray. Append-only.
struct TrayEvent {
    QDateTime at;
    QString who;
    QString what; ///< "arrived" "assigned" "removed" "restored" "parted"
    TrayPartId part;
    QString fileName;
    QString detail; ///< the case's reference for "assigned"
    friend bool operator==(const TrayEvent &, const TrayEvent &) = default;
};

/// What routing and the tray need kept. Every call is made on the store's thread, inside Store::transact() when it writes.
class LetterTrayRepository
{
public:
    virtual ~LetterTrayRepository() = default;

    /// Keeps a file before anything is done with it. A file that is on its way already is answered as it is.
    virtual Result<LetterBatch> addBatch(const DocumentBytes &file, const QString &who, const QDateTime &at) = 0;
    /// Files with pages that have no place yet, oldest first.
    virtual Result<QList<LetterBatch>> batches() = 0;
    /// Error::Storage when the kept bytes no longer match their hash.
    virtual Result<DocumentBytes> batchFile(LetterBatchId id) = 0;
    /// Error::Conflict when one of the pages has its place already (another desk was faster).
    virtual Result<void> markPlaced(LetterBatchId id, const QList<int> &pages) = 0;
    /// Forgets a file whose pages all have their place.
    virtual Result<void> finishBatch(LetterBatchId id) = 0;

    /// Puts a part into the tray; the id is set in the answer.
    virtual Result<TrayPart> addPart(const TrayPart &part, const QByteArray &bytes) = 0;
    /// What waits, oldest first.
    virtual Result<QList<TrayPart>> parts() = 0;
    virtual Result<qint64> count() = 0;
    /// Error::NotFound when it waits no more, Error::Storage when its bytes no longer match their hash.
    virtual Result<TrayPart> part(TrayPartId id) = 0;
    virtual Result<DocumentBytes> partFile(TrayPartId id) = 0;
    /// Takes a part out. A removed one can be restored until it is purged; Error::NotFound when it waits no more.
    virtual Result<void> removePart(TrayPartId id, const QDateTime &at) = 0;
    virtual Result<void> restorePart(TrayPartId id) = 0;
    /// Deletes for good: an assigned part, whose bytes the case has, or one that was divided.
    virtual Result<void> deletePart(TrayPartId id) = 0;
    /// Deletes for good what was removed before `before`.
    virtual Result<void> purge(const QDateTime &before) = 0;

    virtual Result<void> record(const TrayEvent &event) = 0;
    /// Oldest first.
    virtual Result<QList<TrayEvent>> history() = 0;
};

} // namespace PortDesk

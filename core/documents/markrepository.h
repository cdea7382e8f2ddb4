// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/mark.h"

namespace PortDesk {

/// A mark as the store has it.
struct StoredMark {
    Mark mark;
    int revision = 0; ///< 0 = not stored yet
    friend bool operator==(const StoredMark &, const StoredMark &) = default;
};

/// What happened to a mark. Append-only.
struct MarkEvent {
    QString id; ///< of the mark
    QDateTime at;
    QString who;
    QString what; ///< "made" "changed" "removed" "restored"
    friend bool operator==(const MarkEvent &, const MarkEvent &) = default;
};

/// What the marks need kept. They belong to a document's content, so that every case that holds it shows them.
class MarkRepository
{
public:
    virtual ~MarkRepository() = default;
    /// The marks of a document, by page and then by time.
    virtual Result<QList<StoredMark>> marksOf(const QString &sha256) = 0;
    /// Stores a new mark (revision 0), or changes one whose stored revision is still the given one; a removed mark comes back that way (undo).
    /// The answer has the next revision. Error::Conflict when somebody else was faster.
    virtual Result<StoredMark> save(const StoredMark &mark, const QString &who, const QDateTime &at) = 0;
    /// Removes a mark and answers it with the revision under which it can be brought back.
    virtual Result<StoredMark> remove(const StoredMark &mark, const QString &who, const QDateTime &at) = 0;
    /// What happened to the marks of a document, oldest first.
    virtual Result<QList<MarkEvent>> history(const QString &sha256) = 0;
};

} // namespace PortDesk

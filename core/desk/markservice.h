// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/actor.h"
#include "core/storage/store.h"

namespace PortDesk {

/// What one intention of a person changes about the marks of a document: stored together or not at all.
struct MarkChange {
    QList<StoredMark> saved;   ///< new (revision 0), changed, or brought back
    QList<StoredMark> removed;
    friend bool operator==(const MarkChange &, const MarkChange &) = default;
};

/// Marks with their rights: the desk sees and changes all; customers see what is not internal, and change nothing.
class MarkService
{
public:
    MarkService(Store &store, const Clock &clock) : m_store(store), m_clock(clock) {}

    Result<QList<StoredMark>> marks(const QString &sha256, const Actor &actor) const;
    /// Answers the changed marks with their next revisions, in the order of `saved` and `removed`. Error::Conflict, Error::Refused.
    Result<MarkChange> change(const MarkChange &change, const Actor &actor);

private:
    Store &m_store;
    const Clock &m_clock;
};

} // namespace PortDesk

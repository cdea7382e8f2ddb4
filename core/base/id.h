// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>

namespace PortDesk {

/// A row's identity with a type of its own: a case id cannot be passed as a document id. 0 means "not stored yet".
template<typename Tag> struct Id {
    qint64 value = 0;

    bool isValid() const { return value > 0; }
    friend auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using RequestId = Id<struct RequestTag>;
using CaseId = Id<struct CaseTag>;
using DocumentId = Id<struct DocumentTag>;
using DraftId = Id<struct DraftTag>;
using MessageId = Id<struct MessageTag>;

} // namespace PortDesk

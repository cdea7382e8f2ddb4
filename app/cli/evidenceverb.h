// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/requestfile.h"
#include "app/cli/verb.h"
#include "core/desk/evidencereader.h"
#include "core/evidence/evidence.h"

namespace PortDesk::Cli {

/// What one document of a request file proves, or why it could not be read.
struct ReadEvidence {
    int row = 0; ///< in Request::documents
    std::optional<DocumentEvidence> evidence;
    QString problem; ///< a sentence when it could not be read
    SignatureFindings findings = {};
};

/// The pages the store has kept, when the command line names one (--db) that is there; else a cache that keeps nothing. A reading that cannot be kept is
/// made again next time. It lives no longer than the session.
ReadingCache keptReadings(Session &session);

/// Reads every document of a request file against its facts, in their order.
QList<ReadEvidence> readEvidence(const RequestFile &request, DocWorker &worker, const CountryPack &countries, QDate today, const ReadingCache &kept);

} // namespace PortDesk::Cli

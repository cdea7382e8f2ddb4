// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/requestfile.h"
#include "core/evidence/evidence.h"

namespace PortDesk::Cli {

/// What one document of a request file proves, or why it could not be read.
struct ReadEvidence {
    int row = 0; ///< in Request::documents
    std::optional<DocumentEvidence> evidence;
    QString problem; ///< a sentence when it could not be read
    SignatureFindings findings = {};
};

/// Reads every document of a request file against its facts, in their order.
QList<ReadEvidence> readEvidence(const RequestFile &request, DocWorker &worker, const CountryPack &countries, QDate today);

} // namespace PortDesk::Cli

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"
#include "core/desk/caseservice.h"
#include "core/documents/docworker.h"

namespace PortDesk::Cli {

class VirusCheck;

/// A request read from a file, with its documents read from the same folder.
struct RequestFile {
    Request request;
    QList<SubmittedFile> files;
    QHash<int, DocumentFacts> facts; ///< of every document row that names a file
};

/// Reads FILE (portdesk-request/1; "-" = standard input, then without documents). Documents that cannot be used become facts, not
/// errors: the preflight names them. Error::Invalid names the file, the place and the reason. Verbs that keep the documents have them looked through by `viruses`.
Result<RequestFile> readRequestFile(const QString &path, DocWorker &worker, const IntakeLimits &limits, VirusCheck *viruses = nullptr);

} // namespace PortDesk::Cli

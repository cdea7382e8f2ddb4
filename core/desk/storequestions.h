// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"
#include "core/desk/caseservice.h"

namespace PortDesk {

/// Lets a preflight ask the store for open cases, earlier ports and other spellings: the desk and the command line ask the same. A store
/// that cannot answer counts as one that knows nothing; the store must outlive the preflight. A changed request is no stranger to its own cases:
/// with its `reference` (the sender's own, or a case's) the numbers of its drafts and returned cases count as in no open case.
void askStore(PreflightContext &context, Store &store, const QString &reference = {});

/// What a preflight wants to know of files that were taken in.
QHash<int, DocumentFacts> factsOf(const QList<SubmittedFile> &files);

/// The documents of a case get what intake found out about their files.
void completeDocuments(QList<CaseDocument> &documents, const QList<SubmittedFile> &files);

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/stagetable.h"

namespace PortDesk {

/// What a guard may look at. Without a context it judges what the case alone shows.
struct GuardInput {
    const Case &portCase;
    const Move &move;
    const Actor &actor;
    const ActionContext *context = nullptr;
};

/// Checks one guard of the stage table; empty = it holds. "business-day" is judged with the value, by the action itself.
std::optional<Refusal> checkGuard(const QString &guard, const GuardInput &input);

/// Why a letter cannot be accepted where only the paper signed by hand counts: it is known to be signed electronically.
std::optional<Refusal> wetSignatureRefusal(const Case &portCase, const CaseDocument &document, const ActionContext &context);

/// The case's request with the documents the case has now, for judging it again.
Request requestOf(const Case &portCase);

/// The reasons somebody has to answer in this stage: of the last attempt, or of the return.
const QList<Reason> &openReasons(const Case &portCase);

} // namespace PortDesk

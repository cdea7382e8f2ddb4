// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/review/evidencerows.h"

namespace PortDesk {

class DeskSession;

/// Reads what a document of a case shows with the session's evidence reader: text layers, pictures, and the picture behind every hit of a
/// text layer. The session outlives what it answers.
EvidenceRead caseEvidence(DeskSession &session);

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/review/evidencerows.h"

namespace PortDesk {

class DeskSession;

/// Reads the evidence from the text layers of documents, page by page, at most kLayerPages. A picture without text is an error that says so:
/// "not shown" would be a wrong verdict on it. The session outlives what it answers.
EvidenceRead layerEvidence(DeskSession &session);

inline constexpr int kLayerPages = 60;

} // namespace PortDesk

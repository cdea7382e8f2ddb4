// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/labels.h"
#include "core/evidence/paper.h"

namespace PortDesk {

/// A signature as far as words tell: "signed electronically by" is one. Ink has no words: then the verdict is "not shown" with the place where a signature
/// belongs, for people (or a look at the picture) to decide. A fact that expects something (a signature by hand on paper) differs from such words.
Evidence findSignature(const Paper &paper, const Fact &fact, const QList<LabelHit> &labels);

} // namespace PortDesk

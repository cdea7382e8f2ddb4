// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"
#include "core/evidence/evidence.h"

namespace PortDesk {

/// A fact for people, within a sentence: "the owner's name", "the number +49 30 23125017".
QString factText(const Fact &fact);

/// The value asked for, for people: numbers in international notation.
QString expectedText(const Fact &fact);

/// "match", "differs", "not shown", "unreadable".
QString verdictText(Verdict verdict);

/// What the preflight warns of: facts that the document shows otherwise or not at all. What could not be read is left to people.
QList<UnprovenValue> unprovenValues(const DocumentEvidence &document);

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/review.h"

namespace PortDesk {

/// The reasons of a verdict in sentences and the desk's words, as the customer may read them: no names, no notes of the desk. "" when there are none.
QString reviewWords(const Review &review);

/// The same with the verdict before it: "The desk refused this document. It is blurred…"
QString verdictWords(const Review &review);

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QString>

#include <optional>

namespace PortDesk {

class EvidenceWatch;

/// What was recognised in an attached copy of the letter, in words; no words while nothing is known.
struct SignedCopyWords {
    QString text;
    std::optional<State> state;
};

/// Tells whether the copy is signed (by its evidence) and whether it is the letter it should be: `code` is what its QR code says, `expected` what the
/// printed letter's says; "" = none.
SignedCopyWords signedCopyWords(const EvidenceWatch *watch, int document, const QString &code, const QString &expected);

} // namespace PortDesk

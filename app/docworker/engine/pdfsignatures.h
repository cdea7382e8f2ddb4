// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pdfsignature.h"

#include <QByteArray>

namespace Poppler {
class Document;
}

namespace PortDesk {

/// The certificates that signatures are checked against: those NSS brings along, nobody's own store and nothing from the network. Called before the sandbox
/// is shut or after; does nothing the second time, and nothing when a signer has opened a store already.
void openTrust();

/// Signatures of a PDF, in the order of their fields. `bytes` are those of the file.
QList<PdfSignature> signaturesOf(const Poppler::Document &document, const QByteArray &bytes);

} // namespace PortDesk

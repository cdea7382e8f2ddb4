// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pdfsignature.h"

#include <QByteArray>

namespace Poppler {
class Document;
}

namespace PortDesk {

/// The certificates that signatures are checked against: those NSS brings along and the administrator's own (*.pem, *.crt, *.cer in the folder $PORTDESK_AUTHORITIES), nobody's
/// browser's store and nothing from the network. Called before the sandbox is shut, which hides the folder; does nothing the second time, and nothing when a signer has
/// opened a store already.
void openTrust();

/// Signatures of a PDF, in the order of their fields. `bytes` are those of the file.
QList<PdfSignature> signaturesOf(const Poppler::Document &document, const QByteArray &bytes);

} // namespace PortDesk

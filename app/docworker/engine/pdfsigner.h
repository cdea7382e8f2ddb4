// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/certificatestore.h"

namespace PortDesk {

/// Makes a key store in an empty folder and takes a certificate with its key out of a PKCS #12 file into it; the store's password is the file's. Answers
/// what CertificateStore keeps of it, as JSON. Once a process: NSS knows one store.
Result<QByteArray> importedCertificate(const QString &folder, const QByteArray &p12, const QString &password);

/// Signs a PDF that PortDesk composed itself with the certificate of a folder: PKCS #7 detached, SHA-256, appended to the file. Once a process: a
/// second wrong password would not be noticed.
Result<QByteArray> signedPdf(const QString &folder, const SigningOrder &order);

} // namespace PortDesk

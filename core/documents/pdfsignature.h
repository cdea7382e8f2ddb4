// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace PortDesk {

/// What became of a signed file.
enum class SignatureIntegrity {
    Intact,       ///< the file is as it was signed
    ChangedAfter, ///< what was signed is intact, but something was added to the file afterwards
    Altered,      ///< the signed bytes are others now, or the signature is not theirs
    Unreadable,   ///< the signature cannot be checked
};

/// What is known of the signer's certificate. Nothing is asked online: a certificate that was revoked is not noticed.
enum class CertificateTrust {
    Trusted,    ///< issued by an authority that this machine knows
    SelfSigned, ///< issued by the signer
    UnknownIssuer,
    Expired,    ///< or not valid yet, when the letter was signed
    Revoked,
    NotChecked,
};

/// A cryptographic signature that a received PDF bears.
struct PdfSignature {
    QString signer;   ///< common name of the certificate
    QString issuer;
    QString reason;
    QDateTime signedAt; ///< UTC, as the signer's machine said; invalid when it is not told
    QDateTime validUntil; ///< of the certificate, UTC
    SignatureIntegrity integrity = SignatureIntegrity::Unreadable;
    CertificateTrust trust = CertificateTrust::NotChecked;
    friend bool operator==(const PdfSignature &, const PdfSignature &) = default;
};

/// What a document tells of how it was signed.
struct SignatureFindings {
    QList<PdfSignature> signatures; ///< cryptographic ones
    bool saysElectronic = false;    ///< its text says that it was signed electronically, as our own copies signed on screen do
    bool isElectronic() const { return saysElectronic || !signatures.isEmpty(); }
    friend bool operator==(const SignatureFindings &, const SignatureFindings &) = default;
};

/// Keys for JSON: "intact", "self-signed" ...
QString integrityKey(SignatureIntegrity integrity);
QString trustKey(CertificateTrust trust);
/// "Signature intact", "Changed after signing" ...
QString integrityText(SignatureIntegrity integrity);
QString trustText(CertificateTrust trust);
/// The whole signature in one sentence for the desk.
QString signatureSentence(const PdfSignature &signature);

/// The expression for these words in folded text.
QString electronicSignatureWords();
/// True when a text says of itself that it was signed electronically ("Signed electronically by ...", "digital unterschrieben").
bool saysSignedElectronically(const QString &text);

/// Keeps findings with the store; what is not understood is no answer.
QByteArray findingsToJson(const SignatureFindings &findings);
bool findingsFromJson(const QByteArray &json, SignatureFindings &findings);

} // namespace PortDesk

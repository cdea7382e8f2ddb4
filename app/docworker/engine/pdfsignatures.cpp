// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/pdfsignatures.h"

#include <QDir>
#include <QFile>

#include <cert.h>
#include <nss.h>
#include <poppler-form.h>
#include <poppler-qt6.h>
#include <secmod.h>

#include <algorithm>

namespace PortDesk {

namespace {

using Info = Poppler::SignatureValidationInfo;
using Certificate = Poppler::CertificateInfo;

constexpr qsizetype kMostSignatures = 50;
constexpr qsizetype kLongestText = 500;

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// The bytes that a signature leaves out must be nothing but its own hexadecimal string: else something unsigned is shown inside the signed range.
bool leavesOutOnlyItself(const QList<qint64> &bounds, const QByteArray &bytes)
{
    if (bounds.size() != 4 || bounds.at(0) != 0 || bounds.at(1) < 0 || bounds.at(1) + 2 > bounds.at(2) || bounds.at(2) > bounds.at(3) || bounds.at(3) > bytes.size())
        return false;
    const char *from = bytes.constData() + bounds.at(1), *to = bytes.constData() + bounds.at(2) - 1;
    return *from == '<' && *to == '>' && std::all_of(from + 1, to, isHex);
}

SignatureIntegrity integrityOf(const Info &info, const QByteArray &bytes)
{
    switch (info.signatureStatus()) {
    case Info::SignatureValid:
        break;
    case Info::SignatureInvalid:
    case Info::SignatureDigestMismatch:
        return SignatureIntegrity::Altered;
    default:
        return SignatureIntegrity::Unreadable;
    }
    const QList<qint64> bounds = info.signedRangeBounds();
    if (!leavesOutOnlyItself(bounds, bytes))
        return SignatureIntegrity::Altered;
    const bool whole = info.signsTotalDocument() && QByteArrayView(bytes).sliced(bounds.at(3)).trimmed().isEmpty();
    return whole ? SignatureIntegrity::Intact : SignatureIntegrity::ChangedAfter;
}

CertificateTrust trustOf(const Info &info, const Certificate &certificate)
{
    const QDateTime when = info.signingTime() > 0 ? QDateTime::fromSecsSinceEpoch(info.signingTime(), Qt::UTC) : QDateTime();
    const bool outside = when.isValid() && (when < certificate.validityStart().toUTC() || when > certificate.validityEnd().toUTC());
    if (info.certificateStatus() == Info::CertificateRevoked)
        return CertificateTrust::Revoked;
    if (outside || info.certificateStatus() == Info::CertificateExpired)
        return CertificateTrust::Expired;
    const QString subject = certificate.subjectInfo(Certificate::DistinguishedName); // Poppler's own answer is always no here
    if (!subject.isEmpty() && subject == certificate.issuerInfo(Certificate::DistinguishedName))
        return CertificateTrust::SelfSigned;
    switch (info.certificateStatus()) {
    case Info::CertificateTrusted:
        return CertificateTrust::Trusted;
    case Info::CertificateUntrustedIssuer:
    case Info::CertificateUnknownIssuer:
    case Info::CertificateGenericError:
        return CertificateTrust::UnknownIssuer;
    default:
        return CertificateTrust::NotChecked;
    }
}

/// The certificates of a file: one as it is (DER), or any number in PEM.
QList<QByteArray> certificatesIn(const QByteArray &file)
{
    constexpr QByteArrayView begin("-----BEGIN CERTIFICATE-----"), end("-----END CERTIFICATE-----");
    QList<QByteArray> found;
    for (qsizetype at = file.indexOf(begin); at >= 0; at = file.indexOf(begin, at + 1)) {
        const qsizetype stop = file.indexOf(end, at);
        if (stop < 0)
            break;
        found.append(QByteArray::fromBase64(file.mid(at + begin.size(), stop - at - begin.size())));
    }
    return found.isEmpty() ? QList<QByteArray>{file} : found;
}

/// Trusted as an issuer for as long as the process lives; what is no certificate is passed over.
void trustAuthority(QByteArray certificate)
{
    SECItem item{siDERCertBuffer, reinterpret_cast<unsigned char *>(certificate.data()), unsigned(certificate.size())};
    CERTCertificate *authority = CERT_NewTempCertificate(CERT_GetDefaultCertDB(), &item, nullptr, PR_FALSE, PR_TRUE);
    CERTCertTrust trust{};
    if (authority && CERT_DecodeTrustString(&trust, "C,C,C") == SECSuccess)
        CERT_ChangeCertTrust(CERT_GetDefaultCertDB(), authority, &trust);
}

/// Authorities that an administrator put into a folder, for those that browsers do not know.
void trustOwnAuthorities()
{
    constexpr int mostFiles = 500;
    constexpr qint64 mostBytes = 4 * 1024 * 1024; // of one file: the EU's lists as a bundle
    const QString folder = qEnvironmentVariable("PORTDESK_AUTHORITIES");
    if (!QDir::isAbsolutePath(folder))
        return;
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.pem"), QStringLiteral("*.crt"), QStringLiteral("*.cer")}, QDir::Files).mid(0, mostFiles);
    for (const QString &name : names) {
        QFile file(QDir(folder).filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &certificate : certificatesIn(file.read(mostBytes)))
            trustAuthority(certificate);
    }
}

} // namespace

void openTrust()
{
    if (NSS_IsInitialized() || NSS_NoDB_Init(nullptr) != SECSuccess)
        return;
    // The authorities that NSS brings along; Poppler loads them only into a store that it opened itself, which would be somebody's browser's.
    char authorities[] = "library=libnssckbi.so name=\"Root Certs\"";
    SECMOD_LoadUserModule(authorities, nullptr, PR_FALSE);
    trustOwnAuthorities();
}

QList<PdfSignature> signaturesOf(const Poppler::Document &document, const QByteArray &bytes)
{
    QList<PdfSignature> found;
    for (const auto &field : document.signatures()) {
        if (field->signatureType() == Poppler::FormFieldSignature::UnsignedSignature || found.size() >= kMostSignatures)
            continue; // a place to sign
        openTrust();
        // The worker has no network: asking for revocations fails at once. Without the question Poppler reports an error that is none (an old NSS code).
        const Info info = field->validate(Poppler::FormFieldSignature::ValidateVerifyCertificate, QDateTime());
        PdfSignature signature;
        signature.integrity = integrityOf(info, bytes);
        signature.signer = info.signerName().left(kLongestText);
        signature.reason = info.reason().left(kLongestText);
        if (info.signingTime() > 0)
            signature.signedAt = QDateTime::fromSecsSinceEpoch(info.signingTime(), Qt::UTC);
        if (const Certificate certificate = info.certificateInfo(); !certificate.isNull()) {
            signature.issuer = certificate.issuerInfo(Certificate::CommonName).left(kLongestText);
            signature.validUntil = certificate.validityEnd().toUTC();
            signature.trust = trustOf(info, certificate);
        }
        found.append(signature);
    }
    return found;
}

} // namespace PortDesk

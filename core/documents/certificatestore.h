// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QRectF>

namespace PortDesk {

/// A certificate with its private key, ready to sign.
struct SigningCertificate {
    QString id; ///< SHA-256 of the certificate, hex; the name of its folder
    QString name;
    QString issuer;
    QDateTime validUntil; ///< UTC
    friend bool operator==(const SigningCertificate &, const SigningCertificate &) = default;
};

/// A letter to sign. The password opens the key for this one signature and is kept nowhere.
struct SigningOrder {
    QByteArray pdf;
    QString certificate; ///< id
    QString password;
    int page = 0;   ///< 0-based
    QRectF box;     ///< 0..1 of the page
    QString text;   ///< shown in the box
    QString reason; ///< in the signature
    QDateTime now;  ///< UTC
};

/// The person's own certificates, each in a folder of its own: a key store that NSS encrypts with the password of the file it came from. Keys are only
/// touched in portdesk-signer, a process that lives for one import or one signature and has no network.
class CertificateStore final : public QObject
{
    Q_OBJECT
public:
    /// `program` is the path of portdesk-signer, "" = beside the running program or $PORTDESK_SIGNER.
    explicit CertificateStore(const QString &folder, const QString &program = {}, QObject *parent = nullptr);

    /// By name; those that have run out, too.
    QList<SigningCertificate> certificates() const;
    /// Takes over a certificate with its key from a .p12 or .pfx file. Error::Invalid: wrong password, no key in it, no such file.
    QFuture<Result<SigningCertificate>> import(const QByteArray &p12, const QString &password);
    Result<void> remove(const QString &id);
    /// The signed file: the bytes of the letter with the signature behind them. Error::Invalid: wrong password, run out.
    QFuture<Result<QByteArray>> sign(const SigningOrder &order);

private:
    QFuture<Result<QByteArray>> ask(const QStringList &arguments, const QByteArray &question);

    QString m_folder;
    QString m_program;
};

} // namespace PortDesk

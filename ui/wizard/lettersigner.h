// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"
#include "core/documents/certificatestore.h"
#include "core/documents/docworker.h"
#include "core/documents/signature.h"

#include <QObject>

namespace PortDesk {

/// Whether a country's letter may be signed on screen, with a sentence about it ("" = nothing to say).
struct ScreenSigning {
    bool allowed = false;
    QString sentence;
};
ScreenSigning screenSigning(const CountryRecord &record);

/// Makes the signed copy of a composed letter: finds the line to sign on and puts the signature there. Nothing blocks the GUI.
class LetterSigner final : public QObject
{
    Q_OBJECT
public:
    LetterSigner(DocWorker &worker, CertificateStore &certificates, QObject *parent = nullptr);

    /// `label` is the word at the line, in the letter's language. One letter at a time.
    void sign(const QByteArray &letter, const QString &label, const Signature &signature);
    /// With a certificate instead: the signed file is verified before it is told of. `order` has certificate, password, text, reason and time.
    void sign(const QByteArray &letter, const QString &label, const SigningOrder &order);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void finished(const QByteArray &signedCopy);
    void failed(const PortDesk::Error &error);

private:
    void readPage(int page);
    void begin(const QByteArray &letter, const QString &label);
    void write();
    void writeWithCertificate(const SignaturePlace &place);
    void verify(const QByteArray &signedCopy);
    void fail(const Error &error);

    DocWorker &m_worker;
    CertificateStore &m_certificates;
    DocumentBytes m_letter;
    DocumentInfo m_info;
    QString m_label;
    Signature m_signature;
    SigningOrder m_order; ///< empty: no certificate
    QList<QList<Word>> m_words;
    bool m_busy = false;
};

} // namespace PortDesk

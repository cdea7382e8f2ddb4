// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/lettersigner.h"

#include "ui/models/answer.h"
#include "ui/widgets/countrycombo.h"

namespace PortDesk {
using namespace Qt::StringLiterals;

ScreenSigning screenSigning(const CountryRecord &record)
{
    const QString country = countryName(record.country);
    switch (record.signature) {
    case SignatureKind::Wet:
        return {false, LetterSigner::tr("Carriers in %1 accept only the paper signed by hand. Print the letter, have it signed, and attach a scan or photo.").arg(country)};
    case SignatureKind::Unknown:
        return {true, LetterSigner::tr("It is not documented whether carriers in %1 accept an electronic signature, and the letter itself asks for a pen. When in doubt, print the letter and sign it by hand.").arg(country)};
    case SignatureKind::Electronic:
    case SignatureKind::Either:
        break;
    }
    return {true, {}};
}

LetterSigner::LetterSigner(DocWorker &worker, CertificateStore &certificates, QObject *parent)
    : QObject(parent), m_worker(worker), m_certificates(certificates)
{
}

void LetterSigner::sign(const QByteArray &letter, const QString &label, const Signature &signature)
{
    if (m_busy)
        return;
    m_signature = signature;
    m_order = {};
    begin(letter, label);
}

void LetterSigner::sign(const QByteArray &letter, const QString &label, const SigningOrder &order)
{
    if (m_busy)
        return;
    m_signature = {};
    m_order = order;
    begin(letter, label);
}

void LetterSigner::begin(const QByteArray &letter, const QString &label)
{
    m_busy = true;
    m_letter = documentBytes(letter, u"letter.pdf"_s);
    m_label = label;
    m_words.clear();
    whenAnswered(m_worker.inspect(m_letter), this, [this](const Result<DocumentInfo> &info) {
        if (!info)
            return fail(info.error());
        m_info = *info;
        readPage(0);
    });
}

void LetterSigner::readPage(int page)
{
    if (page >= m_info.pages())
        return write();
    whenAnswered(m_worker.words(m_letter, page), this, [this, page](const Result<QList<Word>> &words) {
        if (!words)
            return fail(words.error());
        m_words << *words;
        readPage(page + 1);
    });
}

void LetterSigner::write()
{
    const SignaturePlace place = signaturePlaceOf(m_words, m_label);
    if (!m_order.certificate.isEmpty())
        return writeWithCertificate(place);
    QList<Mark> marks = signatureMarks(m_signature, place, m_info.pageSizes.value(place.page));
    for (Mark &mark : marks)
        mark.sha256 = m_letter.sha256;
    whenAnswered(m_worker.withMarks(m_letter, marks, false), this, [this](const Result<QByteArray> &copy) {
        if (!copy)
            return fail(copy.error());
        m_busy = false;
        Q_EMIT finished(*copy);
    });
}

void LetterSigner::writeWithCertificate(const SignaturePlace &place)
{
    m_order.pdf = m_letter.bytes;
    m_order.page = place.page;
    m_order.box = place.box;
    const auto answer = m_certificates.sign(m_order);
    m_order.password.clear();
    whenAnswered(answer, this, [this](const Result<QByteArray> &signedCopy) {
        if (signedCopy)
            verify(*signedCopy);
        else
            fail(signedCopy.error());
    });
}

/// What cannot be verified here is not handed on as signed.
void LetterSigner::verify(const QByteArray &signedCopy)
{
    whenAnswered(m_worker.signatures(documentBytes(signedCopy, u"letter.pdf"_s)), this, [this, signedCopy](const Result<SignatureFindings> &findings) {
        const bool intact = findings && !findings->signatures.isEmpty() && findings->signatures.last().integrity == SignatureIntegrity::Intact;
        if (!findings)
            return fail(findings.error());
        if (!intact)
            return fail({Error::Code::Document, tr("The signature could not be verified, so the letter was not taken as signed. Try another certificate, or sign another way."), {}});
        m_busy = false;
        Q_EMIT finished(signedCopy);
    });
}

void LetterSigner::fail(const Error &error)
{
    m_order = {};
    m_busy = false;
    Q_EMIT failed(error);
}

} // namespace PortDesk

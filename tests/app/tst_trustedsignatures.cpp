// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/certificatestore.h"
#include "tests/app/certificatekit.h"
#include "tests/app/docworkerkit.h"

#include <QTemporaryDir>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace Qt::StringLiterals;

/// What a certificate under an authority is worth: trusted only when the authority is known here, and never beyond its own time.
class TestTrustedSignatures final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup() { qunsetenv("PORTDESK_AUTHORITIES"); }
    void trust_data();
    void trust();
    void trustedDoesNotMeanUnchanged();
    void passesOverWhatIsNoCertificate();

private:
    QByteArray signedBy(const QByteArray &p12);
    PdfSignature read(const QByteArray &pdf, const QString &authorities);
    /// A folder that holds these certificates.
    QString folderOf(const QString &name, const QByteArray &authority);

    QTemporaryDir m_home;
    std::unique_ptr<CertificateStore> m_store;
    QByteArray m_letter, m_signed, m_old, m_authority, m_other;
};

namespace {

const QString kPassword = u"geheim é"_s;

} // namespace

QByteArray TestTrustedSignatures::signedBy(const QByteArray &p12)
{
    const auto imported = answerOf(m_store->import(p12, kPassword));
    if (!imported)
        return {};
    const auto made = answerOf(m_store->sign({m_letter, imported->id, kPassword, 0, QRectF(0.1, 0.7, 0.4, 0.05), u"Signed electronically"_s, u"Letter of authorisation"_s, {}}));
    return made ? *made : QByteArray();
}

QString TestTrustedSignatures::folderOf(const QString &name, const QByteArray &authority)
{
    const QString path = m_home.filePath(name);
    QDir().mkpath(path);
    QFile file(path + u"/authority.pem"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(authority) != authority.size())
        return {};
    return path;
}

/// The answer of a worker that was started with this folder of authorities.
PdfSignature TestTrustedSignatures::read(const QByteArray &pdf, const QString &authorities)
{
    qputenv("PORTDESK_AUTHORITIES", authorities.toUtf8());
    DocWorker worker(options());
    const auto findings = answerOf(worker.signatures(documentBytes(pdf, u"letter.pdf"_s)));
    return findings && findings->signatures.size() == 1 ? findings->signatures.first() : PdfSignature();
}

void TestTrustedSignatures::initTestCase()
{
    m_store = std::make_unique<CertificateStore>(m_home.filePath(u"certificates"_s), QStringLiteral(PORTDESK_BIN_DIR "/portdesk-signer"));
    DocWorker worker(options());
    LetterContent letter;
    letter.title = u"Letter"_s;
    letter.html = u"<p>The account holder authorises.</p>"_s;
    const auto pdf = answerOf(worker.compose(letter));
    QVERIFY(pdf.ok());
    m_letter = *pdf;
    const QDir folder(m_home.path());
    const auto now = CertificateKit::issued(folder, u"Erika Muster"_s, u"Muster Trust Root"_s, kPassword);
    QVERIFY2(!now.p12.isEmpty() && now.authority.startsWith("-----BEGIN"), "certutil and pk12util (package libnss3-tools) made no certificate");
    m_authority = now.authority;
    m_signed = signedBy(now.p12);
    QVERIFY(!m_signed.isEmpty());
    m_other = CertificateKit::issued(folder, u"Otto Muster"_s, u"Other Root"_s, kPassword).authority;
    QVERIFY(m_other.startsWith("-----BEGIN"));
}

void TestTrustedSignatures::trust_data()
{
    QTest::addColumn<QByteArray>("authority");
    QTest::addColumn<bool>("old");
    QTest::addColumn<QString>("trust");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("known authority") << m_authority << false << u"trusted"_s << u"comes from an authority that is known here"_s;
    QTest::newRow("no authority") << QByteArray() << false << u"unknown-issuer"_s << u"not known here"_s;
    QTest::newRow("another authority") << m_other << false << u"unknown-issuer"_s << u"not known here"_s;
    QTest::newRow("several, one of them right") << m_other + m_authority << false << u"trusted"_s << u"comes from an authority that is known here"_s;
    QTest::newRow("run out, known authority") << QByteArray() << true << u"expired"_s << u"was not valid on the day of signing"_s;
}

void TestTrustedSignatures::trust()
{
    QFETCH(QByteArray, authority);
    QFETCH(bool, old);
    QByteArray pdf = m_signed;
    if (old) {
        const auto run = CertificateKit::issued(QDir(m_home.path()), u"Old Muster"_s, u"Old Root"_s, kPassword, -30, 12);
        pdf = signedBy(run.p12);
        authority = run.authority;
        QVERIFY(!pdf.isEmpty());
    }
    const PdfSignature signature = read(pdf, folderOf(QString::fromLatin1(QTest::currentDataTag()), authority));
    QCOMPARE(integrityKey(signature.integrity), u"intact"_s);
    QTEST(trustKey(signature.trust), "trust");
    QFETCH(QString, sentence);
    QVERIFY2(signatureSentence(signature).contains(sentence), qPrintable(signatureSentence(signature)));
}

void TestTrustedSignatures::trustedDoesNotMeanUnchanged()
{
    const QString folder = folderOf(u"changed"_s, m_authority);
    const PdfSignature appended = read(m_signed + "now with more words", folder);
    QCOMPARE(trustKey(appended.trust), u"trusted"_s);
    QCOMPARE(integrityKey(appended.integrity), u"changed-after"_s);
    QVERIFY2(signatureSentence(appended).contains(u"afterwards"_s), qPrintable(signatureSentence(appended)));
    QByteArray flipped = m_signed;
    flipped[200] = char(flipped[200] ^ 1);
    const PdfSignature altered = read(flipped, folder);
    QCOMPARE(integrityKey(altered.integrity), u"altered"_s);
    QVERIFY2(signatureSentence(altered).contains(u"has been altered since"_s), qPrintable(signatureSentence(altered)));
}

void TestTrustedSignatures::passesOverWhatIsNoCertificate()
{
    const QByteArray torn = m_authority.left(m_authority.size() / 2);
    const PdfSignature signature = read(m_signed, folderOf(u"torn"_s, QByteArray("no certificate\n") + torn + "\n" + m_authority));
    QVERIFY(!signature.signer.isEmpty()); // the worker reads on
    QCOMPARE(trustKey(read(m_signed, u"relative/folder"_s).trust), u"unknown-issuer"_s);
}

QTEST_GUILESS_MAIN(TestTrustedSignatures)
#include "tst_trustedsignatures.moc"

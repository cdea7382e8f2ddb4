// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/certificatestore.h"
#include "tests/app/certificatekit.h"
#include "tests/app/docworkerkit.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace Qt::StringLiterals;

/// Signing with a certificate, and what is said of signed files that come back: real keys, real files.
class TestCertificates final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void importsWithItsPassword();
    void refusesWhatIsNoCertificate_data();
    void refusesWhatIsNoCertificate();
    void signsAndVerifies();
    void wrongPasswordSignsNothing();
    void tellsWhatBecameOfTheFile_data();
    void tellsWhatBecameOfTheFile();
    void tellsWhatTheCertificateIsWorth();
    void runOutCertificateDoesNotSign();
    void unsignedFilesSayNothing();
    void wordsTellAnElectronicSignature();
    void removesACertificate();

private:
    Result<QByteArray> signedLetter(const QString &id, const QString &password, const QDateTime &now = {});

    QTemporaryDir m_home;
    std::unique_ptr<CertificateStore> m_store;
    DocWorker m_worker{options()};
    QByteArray m_letter;
    QByteArray m_signed;
    QString m_id;
};

namespace {

const QString kPassword = u"geheim é"_s;

QByteArray composed(DocWorker &worker, const QString &words)
{
    LetterContent letter;
    letter.title = u"Letter"_s;
    letter.html = u"<p>%1</p><p>Signature:<br><br>________________________________________________</p>"_s.arg(words);
    const auto pdf = answerOf(worker.compose(letter));
    return pdf ? *pdf : QByteArray();
}

/// One object more behind the end of the file, as programs save changes.
QByteArray appendedTo(const QByteArray &pdf)
{
    const QString text = QString::fromLatin1(pdf);
    const QString previous = QRegularExpression(u"startxref\\s+(\\d+)\\s+%%EOF\\s*$"_s).match(text).captured(1);
    const QString root = QRegularExpression(u"/Root (\\d+) 0 R"_s).match(text).captured(1);
    const QByteArray object = "9999 0 obj\n(added later)\nendobj\n";
    const qsizetype place = pdf.size();
    return pdf + object + "xref\n9999 1\n" + QByteArray::number(place).rightJustified(10, '0') + " 00000 n \ntrailer\n<</Size 10000/Root " + root.toLatin1() +
           " 0 R/Prev " + previous.toLatin1() + ">>\nstartxref\n" + QByteArray::number(place + object.size()) + "\n%%EOF\n";
}

} // namespace

void TestCertificates::initTestCase()
{
    m_store = std::make_unique<CertificateStore>(m_home.filePath(u"certificates"_s), QStringLiteral(PORTDESK_BIN_DIR "/portdesk-signer"));
    QVERIFY(m_store->certificates().isEmpty());
    const QByteArray p12 = CertificateKit::selfSigned(QDir(m_home.path()), u"Erika Muster"_s, kPassword);
    QVERIFY2(!p12.isEmpty(), "certutil and pk12util (package libnss3-tools) made no certificate");
    const auto imported = answerOf(m_store->import(p12, kPassword));
    QVERIFY2(imported.ok(), problemOf(imported));
    m_id = imported->id;
    m_letter = composed(m_worker, u"The account holder authorises."_s);
    QVERIFY(!m_letter.isEmpty());
    const auto made = signedLetter(m_id, kPassword);
    QVERIFY2(made.ok(), problemOf(made));
    m_signed = *made;
}

Result<QByteArray> TestCertificates::signedLetter(const QString &id, const QString &password, const QDateTime &now)
{
    return answerOf(m_store->sign({m_letter, id, password, 0, QRectF(0.1, 0.7, 0.4, 0.05), u"Signed electronically by Erika Muster, 2026-11-23"_s, u"Letter of authorisation"_s, now}));
}

void TestCertificates::importsWithItsPassword()
{
    const QList<SigningCertificate> all = m_store->certificates();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().name, u"Erika Muster"_s);
    QCOMPARE(all.first().issuer, u"Erika Muster"_s);
    QVERIFY(all.first().validUntil > QDateTime::currentDateTimeUtc().addMonths(20));
    const QDir folder(m_home.filePath(u"certificates/"_s + m_id));
    QVERIFY(folder.exists(u"key4.db"_s));
    for (const QString &name : folder.entryList(QDir::Files)) { // nothing that others of the machine may read, and no password in it
        QFile file(folder.filePath(name));
        QVERIFY2(name == u"certificate.json" || !(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(name));
        QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains(kPassword.toUtf8()));
    }
    QVERIFY(!(QFile::permissions(m_home.filePath(u"certificates"_s)) & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestCertificates::refusesWhatIsNoCertificate_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("sentence");
    const QByteArray good = CertificateKit::selfSigned(QDir(m_home.path()), u"Max Muster"_s, u"right"_s);
    QTest::newRow("wrong password") << good << u"wrong"_s << u"The password is wrong."_s;
    QTest::newRow("a text") << QByteArray("this is no certificate") << u"right"_s << u"This is no certificate file."_s;
    QTest::newRow("nothing") << QByteArray() << u"right"_s << u"This is no certificate file."_s;
    QTest::newRow("cut off") << good.left(good.size() / 2) << u"right"_s << u"This is no certificate file."_s;
    QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, '0') << u"right"_s << u"This is no certificate file."_s;
}

void TestCertificates::refusesWhatIsNoCertificate()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, password);
    QFETCH(QString, sentence);
    const auto imported = answerOf(m_store->import(bytes, password));
    QVERIFY(!imported.ok());
    QVERIFY2(imported.error().message.startsWith(sentence), qPrintable(imported.error().message));
    QCOMPARE(m_store->certificates().size(), 1); // and nothing is left behind
    QCOMPARE(QDir(m_home.filePath(u"certificates"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
}

void TestCertificates::signsAndVerifies()
{
    QVERIFY2(m_signed.startsWith(m_letter), "the letter's own bytes are rewritten");
    QVERIFY(m_signed.size() > m_letter.size());
    const auto findings = answerOf(m_worker.signatures(documentBytes(m_signed, u"letter.pdf"_s)));
    QVERIFY2(findings.ok(), problemOf(findings));
    QCOMPARE(findings->signatures.size(), 1);
    const PdfSignature signature = findings->signatures.first();
    QCOMPARE(signature.signer, u"Erika Muster"_s);
    QCOMPARE(signature.reason, u"Letter of authorisation"_s);
    QCOMPARE(integrityKey(signature.integrity), u"intact"_s);
    QCOMPARE(trustKey(signature.trust), u"self-signed"_s);
    QVERIFY(signature.signedAt.isValid());
    QVERIFY(findings->isElectronic());
    const auto page = answerOf(m_worker.render(documentBytes(m_signed, u"letter.pdf"_s), 0, 60));
    QVERIFY2(page.ok(), problemOf(page));
    const QImage image = imageOf(*page);
    QVERIFY2(darkShare(image.copy(boxOn(image, QRectF(0.1, 0.7, 0.4, 0.05)))) > 0.01, "nothing is to be seen at the place to sign");
}

void TestCertificates::wrongPasswordSignsNothing()
{
    for (const QString &password : {u"geheim"_s, QString()}) {
        const auto made = signedLetter(m_id, password);
        QVERIFY(!made.ok());
        QVERIFY2(made.error().message.startsWith(u"The password is wrong."_s), qPrintable(made.error().message));
    }
    const auto none = signedLetter(QString(64, u'0'), kPassword);
    QVERIFY(!none.ok());
    QVERIFY2(none.error().message.startsWith(u"The certificate is not there any more."_s), qPrintable(none.error().message));
}

void TestCertificates::tellsWhatBecameOfTheFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("integrity");
    QTest::addColumn<QString>("sentence");
    QByteArray flipped = m_signed;
    flipped[11] = char(flipped[11] ^ 1); // in the comment of the head: every reader opens the file as before
    QByteArray broken = m_signed;
    const qsizetype contents = broken.lastIndexOf("/Contents <") + 40;
    broken.replace(contents, 60, QByteArray(60, '7'));
    QTest::newRow("as signed") << m_signed << u"intact"_s << u"unchanged since"_s;
    QTest::newRow("one byte flipped") << flipped << u"altered"_s << u"has been altered since"_s;
    QTest::newRow("something appended") << appendedTo(m_signed) << u"changed-after"_s << u"something was added to the file afterwards"_s;
    QTest::newRow("appended text after the end") << m_signed + "now with more words" << u"changed-after"_s << u"afterwards"_s;
    QTest::newRow("the signature itself damaged") << broken << u"unreadable"_s << u"cannot be checked"_s;
}

void TestCertificates::tellsWhatBecameOfTheFile()
{
    QFETCH(QByteArray, bytes);
    const auto findings = answerOf(m_worker.signatures(documentBytes(bytes, u"letter.pdf"_s)));
    QVERIFY2(findings.ok(), problemOf(findings));
    QCOMPARE(findings->signatures.size(), 1);
    QTEST(integrityKey(findings->signatures.first().integrity), "integrity");
    QFETCH(QString, sentence);
    QVERIFY2(signatureSentence(findings->signatures.first()).contains(sentence), qPrintable(signatureSentence(findings->signatures.first())));
    SignatureFindings kept; // as the store keeps it
    QVERIFY(findingsFromJson(findingsToJson(*findings), kept));
    QCOMPARE(kept, *findings);
}

void TestCertificates::tellsWhatTheCertificateIsWorth()
{
    const QByteArray p12 = CertificateKit::selfSigned(QDir(m_home.path()), u"Old Muster"_s, kPassword, -30, 12);
    const auto old = answerOf(m_store->import(p12, kPassword));
    QVERIFY2(old.ok(), problemOf(old));
    const auto made = signedLetter(old->id, kPassword); // told no day, it signs
    QVERIFY2(made.ok(), problemOf(made));
    const auto findings = answerOf(m_worker.signatures(documentBytes(*made, u"letter.pdf"_s)));
    QVERIFY(findings.ok() && findings->signatures.size() == 1);
    QCOMPARE(trustKey(findings->signatures.first().trust), u"expired"_s);
    QVERIFY(signatureSentence(findings->signatures.first()).contains(u"was not valid on the day of signing"_s));
}

void TestCertificates::runOutCertificateDoesNotSign()
{
    const auto made = signedLetter(m_id, kPassword, QDateTime::currentDateTimeUtc().addYears(5));
    QVERIFY(!made.ok());
    QVERIFY2(made.error().message.startsWith(u"The certificate has run out."_s), qPrintable(made.error().message));
}

void TestCertificates::unsignedFilesSayNothing()
{
    for (const DocumentBytes &document : {documentBytes(m_letter, u"letter.pdf"_s), sample(u"bill-eng.pdf"_s), sample(u"bill-eng-150.jpg"_s)}) {
        const auto findings = answerOf(m_worker.signatures(document));
        QVERIFY2(findings.ok(), problemOf(findings));
        QVERIFY2(!findings->isElectronic(), qPrintable(document.fileName));
    }
}

void TestCertificates::wordsTellAnElectronicSignature()
{
    const auto findings = answerOf(m_worker.signatures(documentBytes(composed(m_worker, u"Elektronisch unterschrieben von Erika Muster"_s), u"letter.pdf"_s)));
    QVERIFY2(findings.ok(), problemOf(findings));
    QVERIFY(findings->saysElectronic && findings->signatures.isEmpty());
    QVERIFY(!saysSignedElectronically(u"The form was designed for a signature by hand. An electronic signature is accepted."_s));
}

void TestCertificates::removesACertificate()
{
    QVERIFY(!m_store->remove(u"../.."_s).ok());
    QVERIFY(m_store->remove(m_id).ok());
    for (const SigningCertificate &certificate : m_store->certificates())
        QVERIFY(certificate.id != m_id);
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"

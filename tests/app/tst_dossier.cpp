// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clirunner.h"
#include "tests/app/docworkerkit.h"

#include "core/desk/dossiermaker.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kMade(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);

CaseDocument documentOf(const QString &kind, const DocumentBytes &bytes)
{
    CaseDocument document;
    document.kind = kind;
    document.fileName = bytes.fileName;
    document.sha256 = bytes.sha256;
    document.pages = 1;
    document.issued = QDate(2026, 10, 28);
    return document;
}

CaseEvent eventOf(const QString &what, const QString &text)
{
    CaseEvent event;
    event.at = kMade.addDays(-3);
    event.who = u"Anna Weber"_s;
    event.what = what;
    event.text = text;
    return event;
}

/// A case with a letter, a bill, a locked file and a CSR that the carrier does not give; the bill first, as it came in.
DossierInput input()
{
    DossierInput made;
    Case &portCase = made.portCase;
    portCase.reference = u"PD-2041"_s;
    portCase.stage = Stage::Rejected;
    portCase.country = u"DE"_s;
    portCase.type = NumberType::Geographic;
    portCase.request.owner.company = u"Müller & Söhne <Köln>"_s;
    portCase.request.losingCarrier.name = u"Rheinruf Telefon GmbH"_s;
    portCase.request.losingCarrier.accountNumber = u"4711-998877"_s;
    portCase.request.losingCarrier.pin = u"9753"_s;
    portCase.numbers = {{u"+493023125017"_s, NumberType::Geographic, {}, {}, Outcome::Failed, u"customer argues"_s}};
    CaseDocument csr;
    csr.kind = u"csr"_s;
    csr.unavailable = u"The carrier gives none."_s;
    portCase.documents = {documentOf(u"bill"_s, sample(u"bill-deu.pdf"_s)), csr, documentOf(u"id_document"_s, sample(u"bill-enc.pdf"_s)),
                          documentOf(u"loa"_s, sample(u"bill-eng.pdf"_s))};
    portCase.quote = Quote{u"EUR"_s, {{u"Porting"_s, 1, {1250, u"EUR"_s}, true}}, kMade, QuoteAnswer::Accepted, kMade};
    Attempt attempt;
    attempt.sentAt = kMade.addDays(-2);
    attempt.carrierReference = u"RR-77"_s;
    attempt.answer = u"rejected"_s;
    attempt.answeredAt = kMade.addDays(-1);
    attempt.reasons = {{u"PIN"_s, u"PIN falsch"_s, false}};
    portCase.attempts = {attempt};
    made.timeline = {eventOf(u"quote"_s, u"a discount was asked for"_s), eventOf(u"send-to-carrier"_s, u"called them, Mr Kurz is slow"_s)};
    made.countryName = u"Germany"_s;
    made.made = kMade;
    made.zone = QTimeZone("Europe/Berlin");
    return made;
}

DossierMaker::Fetch fetch()
{
    return [](const QString &sha256, const QString &fileName) {
        const DocumentBytes document = sample(fileName);
        return QtFuture::makeReadyFuture(document.sha256 == sha256 ? Result<DocumentBytes>(document)
                                                                   : Result<DocumentBytes>(Error{Error::Code::Storage, u"damaged"_s, {}}));
    };
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

/// Writes bytes and answers the path.
QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

} // namespace

/// Dossiers: the sheets and who may read what, the bound PDF, the archive with the originals, the verb.
class TestDossier final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void putsDocumentsInOrder();
    void namesEntriesSafely_data();
    void namesEntriesSafely();
    void tellsEachAudienceItsPart_data();
    void tellsEachAudienceItsPart();
    void bindsWhatCanBeBound();
    void showsMarksToThoseTheyAreFor_data();
    void showsMarksToThoseTheyAreFor();
    void packsTheOriginals();
    void isTheSameTwice();
    void stopsWhenTheStoreDoes();
    void canBeCancelled();
    void isWrittenByTheCommandLine();
};

void TestDossier::putsDocumentsInOrder()
{
    QStringList order;
    for (const DossierDocument &row : dossierDocuments(input().portCase))
        order << row.document.kind + u' ' + row.entryName;
    QCOMPARE(order, (QStringList{u"loa 01-loa-bill-eng.pdf"_s, u"bill 02-bill-bill-deu.pdf"_s, u"id_document 03-id_document-bill-enc.pdf"_s, u"csr "_s}));
}

void TestDossier::namesEntriesSafely_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QString>("entry");
    QTest::newRow("folder") << u"../../etc/passwd"_s << u"01-bill-.._.._etc_passwd"_s;
    QTest::newRow("drive") << u"C:\\bill.pdf"_s << u"01-bill-C_bill.pdf"_s;
    QTest::newRow("control") << u"a\nb\t.pdf"_s << u"01-bill-a_b_.pdf"_s;
    QTest::newRow("script") << u"請求書 März.pdf"_s << u"01-bill-請求書 März.pdf"_s;
    QTest::newRow("long") << QString(300, u'x') + u".pdf"_s << u"01-bill-"_s + QString(80, u'x') + u".pdf"_s;
}

void TestDossier::namesEntriesSafely()
{
    QFETCH(QString, fileName);
    Case portCase;
    portCase.documents = {documentOf(u"bill"_s, documentBytes("x", fileName))};
    QTEST(dossierDocuments(portCase).first().entryName, "entry");
}

void TestDossier::tellsEachAudienceItsPart_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("desk");
    QTest::addColumn<bool>("carrier");
    QTest::newRow("owner, escaped") << u"Müller &amp; Söhne &lt;Köln&gt;"_s << true << true;
    QTest::newRow("number") << u"+49 30 23125017"_s << true << true;
    QTest::newRow("account") << u"4711-998877"_s << true << true;
    QTest::newRow("country") << u"Germany, geographic"_s << true << true;
    QTest::newRow("rejection with its title") << u"PIN falsch"_s << true << true;
    QTest::newRow("attempt") << u"RR-77"_s << true << true;
    QTest::newRow("CSR not issued") << u"not issued: The carrier gives none."_s << true << true;
    QTest::newRow("fees") << u"12.50"_s << true << false;
    QTest::newRow("note of a number") << u"customer argues"_s << true << false;
    QTest::newRow("words of the timeline") << u"Mr Kurz"_s << true << false;
    QTest::newRow("person") << u"Anna Weber"_s << true << false;
    QTest::newRow("quote event") << u"a discount"_s << true << false;
    QTest::newRow("passcode") << u"9753"_s << false << false;
}

void TestDossier::tellsEachAudienceItsPart()
{
    QFETCH(QString, words);
    DossierInput made = input();
    made.documents = dossierDocuments(made.portCase);
    for (const DossierAudience audience : {DossierAudience::Desk, DossierAudience::LosingCarrier}) {
        made.audience = audience;
        const auto sheet = dossierSheet(made);
        QVERIFY2(sheet.ok(), problemOf(sheet));
        QFETCH(bool, desk);
        QFETCH(bool, carrier);
        QCOMPARE(sheet->html.contains(words), audience == DossierAudience::Desk ? desk : carrier);
        QCOMPARE(sheet->qrText, u"PD-2041"_s);
    }
}

void TestDossier::bindsWhatCanBeBound()
{
    DocWorker worker(options());
    DossierMaker maker(worker, fetch());
    const auto dossier = answerOf(maker.make(input(), DossierForm::Pdf));
    QVERIFY2(dossier.ok(), problemOf(dossier));
    QTemporaryDir folder;
    const QString file = written(folder, u"dossier.pdf"_s, *dossier);
    QVERIFY(!outputOf(u"qpdf"_s, {u"--check"_s, file}).isEmpty());
    const QString text = QString::fromUtf8(outputOf(u"pdftotext"_s, {u"-layout"_s, file, u"-"_s}));
    QVERIFY(text.contains(u"Dossier PD-2041"_s));
    QVERIFY(text.contains(u"not bound:"_s));       // the locked file is named
    QVERIFY(text.contains(u"2026-11-22 10:00"_s)); // times in the desk's zone
    // The letter stands before the bill, both behind the sheets.
    const auto sheetEnd = text.indexOf(u"Timeline"_s), bill = text.lastIndexOf(u"Ihre Telefonrechnung"_s);
    const QString english = QString::fromUtf8(outputOf(u"pdftotext"_s, {u"-layout"_s, QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-eng.pdf"), u"-"_s}));
    const auto first = text.indexOf(english.trimmed().section(u'\n', 0, 0).trimmed());
    QVERIFY(sheetEnd > 0 && first > sheetEnd && bill > first);
}

void TestDossier::showsMarksToThoseTheyAreFor_data()
{
    QTest::addColumn<DossierAudience>("audience");
    QTest::addColumn<bool>("internal");
    QTest::newRow("desk") << DossierAudience::Desk << true;
    QTest::newRow("losing carrier") << DossierAudience::LosingCarrier << false;
}

void TestDossier::showsMarksToThoseTheyAreFor()
{
    QFETCH(DossierAudience, audience);
    Mark open;
    open.id = u"11111111-2222-4333-8444-555555555555"_s;
    open.sha256 = sample(u"bill-deu.pdf"_s).sha256;
    open.kind = MarkKind::Text;
    open.box = {0.5, 0.5, 0.3, 0.05};
    open.text = u"OPENMARK"_s;
    open.colour = u"#c62828"_s;
    open.author = u"Anna Weber"_s;
    open.created = open.modified = kMade;
    Mark internal = open;
    internal.id = u"11111111-2222-4333-8444-666666666666"_s;
    internal.text = u"INTERNALMARK"_s;
    internal.internal = true;
    DocWorker worker(options());
    DossierMaker maker(worker, fetch(), [&](const QString &sha256) {
        return QtFuture::makeReadyFuture(Result<QList<Mark>>(sha256 == open.sha256 ? QList<Mark>{open, internal} : QList<Mark>()));
    });
    DossierInput made = input();
    made.audience = audience;
    const auto dossier = answerOf(maker.make(made, DossierForm::Pdf));
    QVERIFY2(dossier.ok(), problemOf(dossier));
    QTemporaryDir folder;
    const QString file = written(folder, u"dossier.pdf"_s, *dossier);
    // Annotations keep their words in /Contents; uncompressed, they can be read there.
    const QByteArray plain = outputOf(u"qpdf"_s, {u"--qdf"_s, u"--object-streams=disable"_s, file, u"-"_s});
    QVERIFY(plain.contains("OPENMARK"));
    QTEST(plain.contains("INTERNALMARK"), "internal");
}

void TestDossier::packsTheOriginals()
{
    DocWorker worker(options());
    DossierMaker maker(worker, fetch());
    const auto archive = answerOf(maker.make(input(), DossierForm::Archive));
    QVERIFY2(archive.ok(), problemOf(archive));
    QTemporaryDir folder;
    const QString file = written(folder, u"dossier.zip"_s, *archive);
    const QStringList names = QString::fromUtf8(outputOf(u"bsdtar"_s, {u"-tf"_s, file})).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(names, (QStringList{u"dossier.pdf"_s, u"documents/01-loa-bill-eng.pdf"_s, u"documents/02-bill-bill-deu.pdf"_s,
                                 u"documents/03-id_document-bill-enc.pdf"_s, u"manifest.json"_s}));
    // The locked file is there as it came.
    QCOMPARE(outputOf(u"bsdtar"_s, {u"-xOf"_s, file, names.at(3)}), sample(u"bill-enc.pdf"_s).bytes);
    const QJsonObject manifest = QJsonDocument::fromJson(outputOf(u"bsdtar"_s, {u"-xOf"_s, file, names.last()})).object();
    QCOMPARE(manifest.value("format"_L1).toString(), u"portdesk-dossier/1"_s);
    for (const QJsonValue &row : manifest.value("entries"_L1).toArray()) {
        const QByteArray bytes = outputOf(u"bsdtar"_s, {u"-xOf"_s, file, row["name"_L1].toString()});
        QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()), row["sha256"_L1].toString());
    }
}

void TestDossier::isTheSameTwice()
{
    const QList<DossierEntry> entries{{u"März.txt"_s, "one"}, {u"b/two.bin"_s, QByteArray(100'000, 'x')}};
    const auto first = dossierArchive(input(), entries), second = dossierArchive(input(), entries);
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(*first, *second);
    QVERIFY(first->size() < 10'000); // deflated
    QVERIFY(!dossierArchive(input(), {{u"../out"_s, "x"}}).ok());
}

void TestDossier::stopsWhenTheStoreDoes()
{
    DocWorker worker(options());
    DossierMaker maker(worker, [](const QString &, const QString &) {
        return QtFuture::makeReadyFuture(Result<DocumentBytes>(Error{Error::Code::Storage, u"The store is damaged."_s, {}}));
    });
    const auto dossier = answerOf(maker.make(input(), DossierForm::Pdf));
    QVERIFY(!dossier.ok());
    QCOMPARE(dossier.error().message, u"The store is damaged."_s);
}

void TestDossier::canBeCancelled()
{
    DocWorker worker(options());
    DossierMaker maker(worker, fetch());
    QSignalSpy progressed(&maker, &DossierMaker::progressed);
    auto future = maker.make(input(), DossierForm::Pdf);
    future.cancel();
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
    // It can be begun again.
    const auto again = answerOf(maker.make(input(), DossierForm::Pdf));
    QVERIFY2(again.ok(), problemOf(again));
    QCOMPARE(progressed.last().at(0).toInt(), 4);
}

void TestDossier::isWrittenByTheCommandLine()
{
    QTemporaryDir folder;
    const QDir from(QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/request"));
    for (const QString &name : from.entryList(QDir::Files))
        QVERIFY(QFile::copy(from.filePath(name), folder.filePath(name)));
    QVERIFY(QFile::copy(from.filePath(u"proof-of-address.pdf"_s), folder.filePath(u"loa.pdf"_s)));
    const CliRunner cli(folder.path());
    const QString now = u"2026-11-23T10:00:00Z"_s;
    const auto submitted = cli.run({u"submit"_s, u"request.json"_s, u"--json"_s, u"--db"_s, u"desk.sqlite"_s}, now);
    QVERIFY2(submitted.status == 0, submitted.out + submitted.err.toUtf8());
    const QString reference = submitted.json().object().value("references"_L1).toArray().first().toString();

    const auto pdf = cli.run({u"dossier"_s, reference, u"-o"_s, u"d.pdf"_s, u"--json"_s, u"--db"_s, u"desk.sqlite"_s}, now);
    QVERIFY2(pdf.status == 0, pdf.err.toUtf8());
    QCOMPARE(pdf.json().object().value("audience"_L1).toString(), u"desk"_s);
    QVERIFY(outputOf(u"pdftotext"_s, {folder.filePath(u"d.pdf"_s), u"-"_s}).contains(reference.toUtf8()));
    QCOMPARE(cli.run({u"dossier"_s, reference, u"-o"_s, u"d.zip"_s, u"--public"_s, u"--db"_s, u"desk.sqlite"_s}, now).status, 0);
    QVERIFY(outputOf(u"bsdtar"_s, {u"-xOf"_s, folder.filePath(u"d.zip"_s), u"manifest.json"_s}).contains("losing-carrier"));

    QCOMPARE(cli.run({u"dossier"_s, reference, u"-o"_s, u"d.doc"_s, u"--db"_s, u"desk.sqlite"_s}, now).status, 2);
    QCOMPARE(cli.run({u"dossier"_s, reference, u"--db"_s, u"desk.sqlite"_s}, now).status, 2);
    const auto unknown = cli.run({u"dossier"_s, u"PD-1"_s, u"-o"_s, u"n.pdf"_s, u"--db"_s, u"desk.sqlite"_s}, now);
    QCOMPARE(unknown.status, 2);
    QVERIFY(!QFile::exists(folder.filePath(u"n.pdf"_s)));
}

QTEST_MAIN(TestDossier)
#include "tst_dossier.moc"

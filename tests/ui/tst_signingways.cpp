// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/desksession.h"
#include "core/documents/letterrows.h"
#include "tests/app/certificatekit.h"
#include "tests/kit/ui/deskworld.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/desk/tabs/signaturenote.h"
#include "ui/widgets/formfield.h"
#include "ui/wizard/letterpage.h"
#include "ui/wizard/signaturedialog.h"
#include "ui/wizard/wizardview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPdfWriter>
#include <QPushButton>
#include <QSlider>
#include <QTabBar>
#include <QTest>

using namespace PortDesk;
using namespace Qt::StringLiterals;

/// Signing the letter with a picture of a signature and with a certificate, in the real window; and what the desk is told of it.
class TestSigningWays final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictureIsChosen();
    void pictureIsPasted();
    void badPictureIsRefused_data();
    void badPictureIsRefused();
    void certificateSigns();
    void certificateProblemsAreSaid();
    void cancellingDropsTheSignature();
    void scannedCopyIsRecognised_data();
    void scannedCopyIsRecognised();
    void noteTellsTheState_data();
    void noteTellsTheState();
};

namespace {

constexpr int kPatience = 60'000; ///< ms, on a busy machine

QImage signaturePicture(const QColor &paper = Qt::white)
{
    QImage image(600, 200, QImage::Format_RGB32);
    image.fill(paper);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(20, 30, 120), 6, Qt::SolidLine, Qt::RoundCap));
    painter.drawPolyline(QPolygonF{{100, 140}, {150, 50}, {190, 150}, {240, 60}, {300, 140}, {360, 90}, {480, 110}});
    return image;
}

struct Bench {
    Bench() : view(*world.session, world.prompts), driver(&view)
    {
        driver.show();
        Request request = Test::RequestBuilder().set(u"/country"_s, u"US"_s).set(u"/type"_s, u"geographic"_s).noNumbers().number(u"+12125550123"_s).build();
        request.documents.clear();
        view.startNew(request);
        view.openPage(u"letterPage"_s);
        page = view.findChild<LetterPage *>();
    }

    /// The dialog, opened at one of its ways.
    SignatureDialog *open(const QString &way)
    {
        auto *button = page->findChild<QPushButton *>(u"signOnScreenButton"_s);
        if (!QTest::qWaitFor([&] { return button->isEnabled(); }, kPatience) || !driver.click(u"signOnScreenButton"_s))
            return nullptr;
        auto *dialog = page->findChild<SignatureDialog *>();
        auto *ways = dialog->findChild<QTabBar *>(u"signWayTabs"_s);
        for (int tab = 0; tab < ways->count(); ++tab) {
            if (ways->tabText(tab).remove(u'&') == way)
                ways->setCurrentIndex(tab);
        }
        return dialog;
    }

    bool isAttached() { return QTest::qWaitFor([this] { return !view.draft().request().documents.isEmpty(); }, kPatience); }

    DocumentBytes attached()
    {
        const RequestDocument letter = view.draft().request().documents.value(0);
        const auto stored = world.session->document(letter.sha256, letter.file).result();
        return stored ? *stored : DocumentBytes();
    }

    template<typename T> T answer(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, kPatience) || future.resultCount() == 0)
            return {};
        const Result<T> result = future.result();
        return result ? *result : T();
    }

    Test::DeskWorld world;
    WizardView view;
    GuiDriver driver;
    LetterPage *page = nullptr;
};

} // namespace

void TestSigningWays::pictureIsChosen()
{
    Bench b;
    const QString file = b.world.file(u"signature.png"_s);
    QVERIFY(signaturePicture(QColor(230, 228, 220)).save(file));
    SignatureDialog *dialog = b.open(u"Picture"_s);
    QVERIFY(dialog);
    GuiDriver signer(dialog);
    auto *sign = signer.find<QPushButton>(u"signButton"_s);
    QVERIFY(signer.setChecked(u"authorisedCheck"_s, true));
    QCOMPARE(signer.find<QLabel>(u"signMissingLabel"_s)->text(), u"Choose a picture of the signature."_s);
    b.world.prompts.willOpen({file});
    QVERIFY(signer.click(u"browseButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(sign->isEnabled(), kPatience);
    const InkPicture found = dialog->signature().picture;
    QVERIFY2(std::abs(found.width - 388) < 16, qPrintable(QString::number(found.width)));

    auto *slider = signer.find<QSlider>(u"inkDarknessSlider"_s); // nothing of the picture is so dark
    slider->setValue(slider->minimum());
    QTRY_VERIFY_WITH_TIMEOUT(!sign->isEnabled(), kPatience);
    QVERIFY(signer.find<QLabel>(u"signaturePictureLabel"_s)->text().startsWith(u"There is no ink"_s));
    QVERIFY(signer.click(u"automaticInkButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(sign->isEnabled(), kPatience);
    QCOMPARE(dialog->signature().picture, found);
    QVERIFY(signer.click(u"removePictureButton"_s));
    QVERIFY(!sign->isEnabled());
    b.world.prompts.willOpen({file});
    QVERIFY(signer.click(u"browseButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(sign->isEnabled(), kPatience);

    QVERIFY(signer.click(u"signButton"_s));
    QVERIFY(b.isAttached());
    const auto marks = b.answer(b.world.session->worker().annotations(b.attached()));
    QCOMPARE(marks.size(), 2);
    QCOMPARE(marks.first().kind, MarkKind::Stamp);
    QVERIFY(marks.last().text.startsWith(u"Signed electronically by"_s));
    const auto findings = b.answer(b.world.session->signatures(b.attached()));
    QVERIFY(findings.saysElectronic && findings.signatures.isEmpty());
}

void TestSigningWays::pictureIsPasted()
{
    Bench b;
    SignatureDialog *dialog = b.open(u"Picture"_s);
    QVERIFY(dialog);
    GuiDriver signer(dialog);
    QVERIFY(signer.setChecked(u"authorisedCheck"_s, true));
    QGuiApplication::clipboard()->setImage(signaturePicture());
    QTest::keyClick(dialog, Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(signer.find<QPushButton>(u"signButton"_s)->isEnabled(), kPatience);
    QVERIFY(!dialog->signature().picture.isEmpty());
}

void TestSigningWays::badPictureIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a text") << QByteArray("not a picture") << u"This is no picture."_s;
    QTest::newRow("too large") << QByteArray(26 * 1024 * 1024, 'x') << u"bad.png is larger than 25 MB."_s;
}

void TestSigningWays::badPictureIsRefused()
{
    Bench b;
    SignatureDialog *dialog = b.open(u"Picture"_s);
    QVERIFY(dialog);
    GuiDriver signer(dialog);
    const QString path = b.world.file(u"bad.png"_s);
    QFile file(path);
    QFETCH(QByteArray, bytes);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    b.world.prompts.willOpen({path});
    QVERIFY(signer.click(u"browseButton"_s));
    auto *problem = dialog->findChild<QLabel *>(u"signaturePictureLabel"_s);
    QVERIFY(problem);
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), kPatience);
    QFETCH(QString, sentence);
    QVERIFY2(problem->text().startsWith(sentence), qPrintable(problem->text()));
    QVERIFY(dialog->signature().isEmpty());
}

void TestSigningWays::certificateSigns()
{
    Bench b;
    const QByteArray p12 = CertificateKit::selfSigned(QFileInfo(b.world.file(u"x"_s)).dir(), u"Erika Muster"_s, u"geheim"_s, -12, 240);
    QVERIFY2(!p12.isEmpty(), "certutil and pk12util (package libnss3-tools) made no certificate");
    SignatureDialog *dialog = b.open(u"Certificate"_s);
    QVERIFY(dialog);
    GuiDriver signer(dialog);
    QVERIFY(signer.setChecked(u"authorisedCheck"_s, true));
    QCOMPARE(signer.find<QLabel>(u"signMissingLabel"_s)->text(), u"Import a certificate."_s);
    b.world.prompts.willOpen({b.world.file(u"made.p12"_s)});
    b.world.prompts.willType(u"geheim"_s);
    QVERIFY(signer.click(u"importCertificateButton"_s));
    auto *choice = signer.find<QComboBox>(u"certificateCombo"_s);
    QTRY_VERIFY_WITH_TIMEOUT(choice->count() == 1, kPatience);
    QVERIFY2(choice->currentText().startsWith(u"Erika Muster (until"_s), qPrintable(choice->currentText()));
    QCOMPARE(signer.find<QLabel>(u"signMissingLabel"_s)->text(), u"Type the password of the certificate."_s);
    QVERIFY(signer.type(u"certificatePasswordEdit"_s, u"geheim"_s));
    QVERIFY(signer.find<QLabel>(u"signerLabel"_s)->text().startsWith(u"Erika Muster signs for"_s));
    QVERIFY(signer.click(u"signButton"_s));
    QVERIFY(b.isAttached());
    QVERIFY2(b.attached().bytes.startsWith(b.page->pdf()), "the composed letter is rewritten");
    const auto findings = b.answer(b.world.session->signatures(b.attached()));
    QCOMPARE(findings.signatures.size(), 1);
    QCOMPARE(integrityKey(findings.signatures.first().integrity), u"intact"_s);
    QCOMPARE(findings.signatures.first().signer, u"Erika Muster"_s);
}

void TestSigningWays::certificateProblemsAreSaid()
{
    Bench b;
    const QByteArray p12 = CertificateKit::selfSigned(QFileInfo(b.world.file(u"x"_s)).dir(), u"Erika Muster"_s, u"geheim"_s, -12, 240);
    QVERIFY(!p12.isEmpty());
    SignatureDialog *dialog = b.open(u"Certificate"_s);
    QVERIFY(dialog);
    GuiDriver signer(dialog);
    b.world.prompts.willOpen({b.world.file(u"made.p12"_s)});
    b.world.prompts.willType(u"false"_s);
    QVERIFY(signer.click(u"importCertificateButton"_s));
    auto *problem = dialog->findChild<QLabel *>(u"certificateProblemLabel"_s);
    QVERIFY(problem);
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), kPatience);
    QVERIFY2(problem->text().startsWith(u"The password is wrong."_s), qPrintable(problem->text()));
    b.world.prompts.willOpen({b.world.file(u"made.p12"_s)});
    b.world.prompts.willType(u"geheim"_s);
    QVERIFY(signer.click(u"importCertificateButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(signer.find<QComboBox>(u"certificateCombo"_s)->count() == 1, kPatience);
    QVERIFY(!problem->isVisible());

    QVERIFY(signer.setChecked(u"authorisedCheck"_s, true));
    QVERIFY(signer.type(u"certificatePasswordEdit"_s, u"false"_s));
    QVERIFY(signer.click(u"signButton"_s));
    auto *field = signer.find<FormField>(u"certificatePasswordField"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!field->visibleError().isEmpty(), kPatience);
    QVERIFY2(field->visibleError().startsWith(u"The password is wrong."_s), qPrintable(field->visibleError()));
    auto *password = signer.find<QLineEdit>(u"certificatePasswordEdit"_s);
    QVERIFY(dialog->isVisible() && password->isEnabled());
    QCOMPARE(password->selectedText().size(), password->text().size()); // typing replaces it
    QVERIFY(dialog->focusWidget() == password);
    QVERIFY(signer.find<QAbstractButton>(u"authorisedCheck"_s)->isChecked()); // nothing is to be entered again
    QVERIFY(b.view.draft().request().documents.isEmpty());
    QVERIFY(signer.type(u"certificatePasswordEdit"_s, u"still wrong"_s));
    QVERIFY(field->visibleError().isEmpty());
    QVERIFY(signer.click(u"cancelSigningButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!b.page->findChild<SignatureDialog *>(), kPatience);
    QVERIFY(b.view.draft().request().documents.isEmpty());
    dialog = b.open(u"Certificate"_s); // the imported one is there
    QVERIFY(dialog);
    GuiDriver again(dialog);
    QCOMPARE(again.find<QComboBox>(u"certificateCombo"_s)->count(), 1);
    QVERIFY(again.find<QLineEdit>(u"certificatePasswordEdit"_s)->text().isEmpty());
    b.world.prompts.willConfirm(true);
    QVERIFY(again.click(u"removeCertificateButton"_s));
    QCOMPARE(again.find<QComboBox>(u"certificateCombo"_s)->count(), 0);
    QVERIFY(b.world.prompts.allUsed());
}

void TestSigningWays::scannedCopyIsRecognised_data()
{
    QTest::addColumn<bool>("inked");
    QTest::addColumn<bool>("other");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("signed") << true << false << u"It is the letter of this request (QR code). A signature was found in it."_s;
    QTest::newRow("not signed") << false << false << u"It is the letter of this request (QR code). No signature was found in it. Look whether this is the signed copy."_s;
    QTest::newRow("of another request") << true << true << u"This is the letter MY-7, not the one of this request (MY-8). Attach the copy that belongs here."_s;
}

/// Printed, signed, scanned: the pages come back as pictures.
void TestSigningWays::scannedCopyIsRecognised()
{
    QFETCH(bool, inked);
    QFETCH(bool, other);
    Bench b;
    b.view.draft().edit([](Request &request) { request.reference = u"MY-7"_s; });
    auto *button = b.page->findChild<QPushButton *>(u"signOnScreenButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(b.view.draft().isUpToDate() && button->isEnabled(), kPatience);
    const DocumentBytes letter = documentBytes(b.page->pdf(), u"letter.pdf"_s);
    DocWorker &worker = b.world.session->worker();
    QVERIFY(!b.answer(worker.codes(letter, 0)).isEmpty());
    const DocumentInfo info = b.answer(worker.inspect(letter));
    QList<QList<Word>> words;
    for (int page = 0; page < info.pages(); ++page)
        words << b.answer(worker.words(letter, page));
    const SignaturePlace place = signaturePlaceOf(words, u"Signature"_s);
    QVERIFY(place.found);
    const QString scan = b.world.file(u"scan.pdf"_s);
    {
        QPdfWriter writer(scan);
        writer.setPageSize(QPageSize(info.pageSizes.first(), QPageSize::Point));
        writer.setPageMargins({});
        QPainter painter(&writer);
        for (int page = 0; page < info.pages(); ++page) {
            const PageBitmap bitmap = b.answer(worker.render(letter, page, 200));
            QImage image = QImage(bitmap.pixels.get(), bitmap.width, bitmap.height, bitmap.bytesPerLine, QImage::Format_RGB32).copy();
            if (inked && page == place.page) {
                const QRectF at(place.box.x() * image.width(), place.box.y() * image.height(), place.box.width() * image.width(), place.box.height() * image.height());
                QPainter(&image).drawImage(at.adjusted(20, 0, -at.width() / 4, 0), signaturePicture());
            }
            if (page > 0)
                writer.newPage();
            painter.drawImage(QRectF(0, 0, writer.width(), writer.height()), image);
        }
    }
    if (other)
        b.view.draft().edit([](Request &request) { request.reference = u"MY-8"_s; });
    QTRY_VERIFY_WITH_TIMEOUT(b.view.draft().isUpToDate() && button->isEnabled(), kPatience);
    b.world.prompts.willOpen({scan});
    QVERIFY(b.driver.click(u"attachSignedButton"_s));
    QVERIFY(b.isAttached());
    auto *proof = b.page->findChild<QLabel *>(u"signedProofLabel"_s);
    QFETCH(QString, sentence);
    const bool told = QTest::qWaitFor([&] { return proof->text() == sentence; }, kPatience);
    QVERIFY2(told, qPrintable(proof->text()));
}

void TestSigningWays::noteTellsTheState_data()
{
    QTest::addColumn<QString>("integrity");
    QTest::addColumn<QString>("trust");
    QTest::addColumn<bool>("words");
    QTest::addColumn<bool>("paperOnly");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("reasons");
    QTest::newRow("trusted") << u"intact"_s << u"trusted"_s << false << false << int(State::Good) << u"Signature intact: "_s << QStringList();
    QTest::newRow("made by the signer") << u"intact"_s << u"self-signed"_s << false << false << int(State::Waiting) << u"does not prove who"_s << QStringList();
    QTest::newRow("changed after") << u"changed-after"_s << u"trusted"_s << false << false << int(State::Waiting) << u"Changed after signing: "_s << QStringList();
    QTest::newRow("altered") << u"altered"_s << u"trusted"_s << false << false << int(State::Problem) << u"Signature broken: "_s << QStringList{u"SIGNATURE_BROKEN"_s};
    QTest::newRow("words only") << QString() << QString() << true << false << int(State::Neutral) << u"without a certificate"_s << QStringList();
    QTest::newRow("paper wanted") << u"intact"_s << u"trusted"_s << true << true << int(State::Problem) << u"accept only the paper"_s << QStringList{u"LOA_NOT_BY_HAND"_s};
    QTest::newRow("nothing") << QString() << QString() << false << true << int(State::Neutral) << QString() << QStringList();
}

void TestSigningWays::noteTellsTheState()
{
    QFETCH(QString, integrity);
    QFETCH(QString, trust);
    QFETCH(bool, words);
    QFETCH(bool, paperOnly);
    SignatureFindings findings;
    const QByteArray row = QByteArrayLiteral("{\"signer\":\"Erika\",\"integrity\":\"") + integrity.toLatin1() + "\",\"trust\":\"" + trust.toLatin1() + "\"}";
    QVERIFY(findingsFromJson("{\"signatures\":[" + (integrity.isEmpty() ? QByteArray() : row) + "]}", findings));
    findings.saysElectronic = words;
    SignatureNote note;
    note.showFindings(findings, paperOnly);
    QFETCH(QString, text);
    QVERIFY2(note.text().contains(text), qPrintable(note.text()));
    QCOMPARE(note.isHidden(), text.isEmpty());
    QFETCH(int, state);
    QCOMPARE(int(signatureState(findings, paperOnly)), state);
    QTEST(signatureReasons(findings, paperOnly), "reasons");
}

/// Who cancels while the certificate signs gets no signed letter afterwards.
void TestSigningWays::cancellingDropsTheSignature()
{
    Bench b;
    QVERIFY(!CertificateKit::selfSigned(QFileInfo(b.world.file(u"x"_s)).dir(), u"Erika Muster"_s, u"geheim"_s, -12, 240).isEmpty());
    SignatureDialog *dialog = b.open(u"Certificate"_s);
    QVERIFY(dialog);
    GuiDriver signer(dialog);
    b.world.prompts.willOpen({b.world.file(u"made.p12"_s)});
    b.world.prompts.willType(u"geheim"_s);
    QVERIFY(signer.click(u"importCertificateButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(signer.find<QComboBox>(u"certificateCombo"_s)->count() == 1, kPatience);
    QVERIFY(signer.setChecked(u"authorisedCheck"_s, true));
    QVERIFY(signer.type(u"certificatePasswordEdit"_s, u"geheim"_s));
    QVERIFY(signer.click(u"signButton"_s));
    QVERIFY(!signer.find<QPushButton>(u"signButton"_s)->isEnabled()); // once at a time
    QCOMPARE(signer.find<QLabel>(u"signMissingLabel"_s)->text(), u"The letter is being signed…"_s);
    QVERIFY(signer.click(u"cancelSigningButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(b.page->findChild<QPushButton *>(u"signOnScreenButton"_s)->isEnabled(), kPatience);
    QVERIFY(b.view.draft().request().documents.isEmpty());
}

PORTDESK_GUI_TEST_MAIN(TestSigningWays)
#include "tst_signingways.moc"

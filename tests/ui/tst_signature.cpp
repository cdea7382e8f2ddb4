// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/desksession.h"
#include "core/documents/docworker.h"
#include "core/documents/letterrows.h"
#include "core/evidence/evidenceof.h"
#include "tests/kit/ui/deskworld.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/widgets/signaturepad.h"
#include "ui/wizard/letterpage.h"
#include "ui/wizard/signaturedialog.h"
#include "ui/wizard/wizardview.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace PortDesk;
using namespace Qt::StringLiterals;

/// Signing the letter on screen: the pad, the dialog, and the way to a signed letter in the store.
class TestSignature final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void padRecordsStrokes();
    void padTakesBackStrokes();
    void padIsSignedByFinger();
    void placeIsFound_data();
    void placeIsFound();
    void dialogWantsSignatureAndTick();
    void dialogTakesTypedName();
    void letterIsSigned_data();
    void letterIsSigned();
    void wetCountryWantsPaper();
};

namespace {

/// A stroke by the mouse.
void draw(QWidget *pad, const QList<QPoint> &points)
{
    QTest::mousePress(pad, Qt::LeftButton, {}, points.first());
    for (const QPoint &point : points.mid(1)) {
        QMouseEvent move(QEvent::MouseMove, point, pad->mapToGlobal(point), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(pad, &move);
    }
    QTest::mouseRelease(pad, Qt::LeftButton, {}, points.last());
}

void drawName(QWidget *pad)
{
    draw(pad, {{40, 90}, {70, 30}, {90, 95}, {120, 50}, {150, 95}});
    draw(pad, {{170, 60}, {230, 80}, {300, 55}});
}

SigningFor muster()
{
    return {u"Erika Muster"_s, u"Muster & Söhne GmbH"_s, QDate(2026, 10, 28), {}};
}

Word word(const QString &text, const QRectF &box)
{
    return {text, box, true};
}

Request requestOf(const QString &country, const QString &number)
{
    Request request = Test::RequestBuilder().set(u"/country"_s, country).set(u"/type"_s, u"geographic"_s).noNumbers().number(number).build();
    request.documents.clear();
    return request;
}

struct Bench {
    explicit Bench(const Request &request) : view(*world.session, world.prompts), driver(&view)
    {
        driver.show();
        view.startNew(request);
        view.openPage(u"letterPage"_s);
        page = view.findChild<LetterPage *>();
    }
    bool composed() { return driver.waitFor([this] { return view.draft().isUpToDate() && !page->pdf().isEmpty(); }, u"the letter is composed"_s); }
    QPushButton *button() { return page->findChild<QPushButton *>(u"signOnScreenButton"_s); }
    QString hint() { return page->findChild<QLabel *>(u"signHint"_s)->text(); }

    template<typename T> T answer(const QFuture<Result<T>> &future)
    {
        if (!driver.waitFor([&] { return future.isFinished(); }, u"the worker answers"_s))
            return {};
        const Result<T> result = future.result();
        return result ? *result : T();
    }

    Test::DeskWorld world;
    WizardView view;
    GuiDriver driver;
    LetterPage *page = nullptr;
};

const Mark *ofKind(const QList<Mark> &marks, MarkKind kind)
{
    const auto found = std::find_if(marks.cbegin(), marks.cend(), [kind](const Mark &mark) { return mark.kind == kind; });
    return found == marks.cend() ? nullptr : &*found;
}

} // namespace

void TestSignature::padRecordsStrokes()
{
    SignaturePad pad;
    pad.resize(400, 160);
    QSignalSpy changed(&pad, &SignaturePad::strokesChanged);
    QVERIFY(pad.isEmpty());
    draw(&pad, {{20, 100}, {60, 20}, {100, 100}});
    QCOMPARE(pad.strokes().size(), 1);
    const QList<QPointF> stroke = pad.strokes().first();
    QCOMPARE(stroke.first(), QPointF(20, 100)); // smoothed, but the ends stay
    QCOMPARE(stroke.last(), QPointF(100, 100));
    QVERIFY(stroke.size() > 5);
    for (const QPointF &point : stroke)
        QVERIFY2(point.y() > 20, "the corner is cut");
    draw(&pad, {{200, 80}, {900, 80}}); // leaves the pad: goes along its edge
    QCOMPARE(pad.strokes().size(), 2);
    QCOMPARE(pad.strokes().last().last(), QPointF(400, 80));
    QTest::mouseClick(&pad, Qt::RightButton, {}, {10, 10});
    QCOMPARE(pad.strokes().size(), 2);
    QVERIFY(changed.size() >= 2);
}

void TestSignature::padTakesBackStrokes()
{
    SignaturePad pad;
    pad.resize(400, 160);
    drawName(&pad);
    const auto first = pad.strokes().first();
    QTest::keyClick(&pad, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(pad.strokes(), QList<QList<QPointF>>{first});
    drawName(&pad);
    QCOMPARE(pad.strokes().size(), 3);
    QTest::keyClick(&pad, Qt::Key_Delete);
    QVERIFY(pad.isEmpty());
    pad.undo(); // nothing to take back
    QVERIFY(pad.isEmpty());
}

void TestSignature::padIsSignedByFinger()
{
    SignaturePad pad;
    pad.resize(400, 160);
    pad.show();
    QVERIFY(QTest::qWaitForWindowExposed(&pad));
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    QTest::touchEvent(&pad, screen.get()).press(1, {20, 100});
    QTest::touchEvent(&pad, screen.get()).move(1, {80, 40});
    QTest::touchEvent(&pad, screen.get()).move(1, {120, 90});
    QTest::touchEvent(&pad, screen.get()).release(1, {120, 90});
    QCOMPARE(pad.strokes().size(), 1); // once, not again as a mouse's
    QCOMPARE(pad.strokes().first().last(), QPointF(120, 90));
}

void TestSignature::placeIsFound_data()
{
    QTest::addColumn<QList<Word>>("words");
    QTest::addColumn<bool>("found");
    QTest::addColumn<QRectF>("box");
    const QString line(48, u'_');
    const Word heading = word(u"Unterschrift"_s, {0.1, 0.3, 0.1, 0.02});
    const Word label = word(u"Unterschrift:"_s, {0.1, 0.5, 0.1, 0.01});
    QTest::newRow("between label and line") << QList<Word>{heading, label, word(line, {0.1, 0.54, 0.4, 0.015})} << true << QRectF(0.1, 0.51, 0.4, 0.045);
    QTest::newRow("the heading has no line, the label has") << QList<Word>{label, word(line, {0.1, 0.54, 0.4, 0.015}), word(u"Unterschrift"_s, {0.1, 0.9, 0.1, 0.02})}
                                                            << true << QRectF(0.1, 0.51, 0.4, 0.045);
    QTest::newRow("a label without a line") << QList<Word>{label} << true << QRectF(0.1, 0.51, 0.4, 0.045);
    QTest::newRow("a short line is one for the place") << QList<Word>{label, word(u"______"_s, {0.3, 0.54, 0.1, 0.015})} << true << QRectF(0.1, 0.51, 0.4, 0.045);
    QTest::newRow("no label") << QList<Word>{word(u"Firma:"_s, {0.1, 0.5, 0.1, 0.01})} << false << QRectF(0.1, 0.8, 0.4, 0.045);
}

void TestSignature::placeIsFound()
{
    QFETCH(QList<Word>, words);
    const SignaturePlace place = signaturePlaceOf({{}, words, {}}, u"Unterschrift"_s);
    QTEST(place.found, "found");
    QCOMPARE(place.page, place.found ? 1 : 2);
    QFETCH(QRectF, box);
    QVERIFY2(qAbs(place.box.left() - box.left()) < 1e-6 && qAbs(place.box.top() - box.top()) < 1e-6 && qAbs(place.box.right() - box.right()) < 1e-6
                 && qAbs(place.box.bottom() - box.bottom()) < 1e-6,
             qPrintable(u"%1 %2 %3 %4"_s.arg(place.box.left()).arg(place.box.top()).arg(place.box.right()).arg(place.box.bottom())));
}

void TestSignature::dialogWantsSignatureAndTick()
{
    SignatureDialog dialog(muster());
    GuiDriver driver(&dialog);
    QVERIFY(driver.show({600, 460}));
    auto *sign = driver.find<QPushButton>(u"signButton"_s);
    const auto missing = [&] { return driver.find<QLabel>(u"signMissingLabel"_s)->text(); };
    QVERIFY(driver.find<QLabel>(u"signerLabel"_s)->text().contains(u"Erika Muster signs for Muster & Söhne GmbH"_s));
    QVERIFY(driver.find<QCheckBox>(u"authorisedCheck"_s)->text().contains(u"Muster && Söhne"_s)); // an ampersand, no access key
    QVERIFY(!sign->isEnabled());
    QVERIFY(driver.setChecked(u"authorisedCheck"_s, true));
    QVERIFY(!sign->isEnabled()); // a tick is no signature
    QCOMPARE(missing(), u"Sign in the field above."_s);
    QVERIFY(driver.setChecked(u"authorisedCheck"_s, false));
    drawName(driver.findWidget(u"signaturePad"_s));
    QVERIFY(!sign->isEnabled());
    QCOMPARE(missing(), u"Confirm that you are authorised to sign."_s);
    QVERIFY(driver.setChecked(u"authorisedCheck"_s, true));
    QVERIFY(sign->isEnabled());
    QVERIFY(driver.click(u"undoStrokeButton"_s));
    QCOMPARE(dialog.signature().strokes.size(), 1);
    QVERIFY(driver.click(u"clearStrokesButton"_s));
    QVERIFY(!sign->isEnabled() && dialog.signature().isEmpty());
    drawName(driver.findWidget(u"signaturePad"_s));
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QVERIFY(driver.click(u"signButton"_s));
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(dialog.signature().strokes.size(), 2);
    QCOMPARE(dialog.signature().signer, u"Erika Muster"_s);
    QVERIFY(dialog.signature().typed.isEmpty());
}

void TestSignature::dialogTakesTypedName()
{
    SignatureDialog dialog(muster());
    GuiDriver driver(&dialog);
    QVERIFY(driver.show({600, 460}));
    drawName(driver.findWidget(u"signaturePad"_s));
    driver.find<QTabBar>(u"signWayTabs"_s)->setCurrentIndex(1);
    QCOMPARE(driver.find<QLineEdit>(u"signatureNameEdit"_s)->text(), u"Erika Muster"_s); // proposed
    QVERIFY(driver.setChecked(u"authorisedCheck"_s, true));
    QVERIFY(driver.type(u"signatureNameEdit"_s, u"  "_s));
    QVERIFY(!driver.find<QPushButton>(u"signButton"_s)->isEnabled());
    QVERIFY(driver.type(u"signatureNameEdit"_s, u"Dr. Erika Muster"_s));
    QVERIFY(driver.find<QPushButton>(u"signButton"_s)->isEnabled());
    QCOMPARE(dialog.signature().typed, u"Dr. Erika Muster"_s);
    QVERIFY(driver.find<QLabel>(u"signerLabel"_s)->text().startsWith(u"Dr. Erika Muster signs"_s));
    QVERIFY(dialog.signature().strokes.isEmpty()); // one way at a time
}

void TestSignature::letterIsSigned_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("label");
    QTest::addColumn<bool>("drawn");
    QTest::addColumn<bool>("doubtful");
    QTest::newRow("United States, drawn") << u"US"_s << u"+12125550123"_s << u"Signature"_s << true << false;
    QTest::newRow("United Kingdom, typed") << u"GB"_s << u"+442079460123"_s << u"Signature"_s << false << false;
    QTest::newRow("Netherlands, drawn, not documented") << u"NL"_s << u"+31201234567"_s << u"Handtekening"_s << true << true;
}

void TestSignature::letterIsSigned()
{
    QFETCH(QString, country);
    QFETCH(QString, number);
    QFETCH(QString, label);
    QFETCH(bool, drawn);
    QFETCH(bool, doubtful);
    Bench b(requestOf(country, number));
    QVERIFY(b.page && b.composed());
    QVERIFY(b.driver.waitFor([&] { return b.button()->isEnabled(); }, u"it can be signed"_s));
    QCOMPARE(b.hint().startsWith(u"It is not documented"_s), doubtful);

    QVERIFY(b.driver.click(u"signOnScreenButton"_s));
    auto *dialog = b.page->findChild<SignatureDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    GuiDriver signer(dialog);
    if (drawn)
        drawName(signer.findWidget(u"signaturePad"_s));
    else
        signer.find<QTabBar>(u"signWayTabs"_s)->setCurrentIndex(1);
    QVERIFY(signer.setChecked(u"authorisedCheck"_s, true));
    QVERIFY(signer.click(u"signButton"_s));
    QVERIFY(b.driver.waitFor([&] { return !b.view.draft().request().documents.isEmpty(); }, u"the signed letter is attached"_s));
    const RequestDocument signedLetter = b.view.draft().request().documents.first();
    QCOMPARE(signedLetter.kind, u"loa"_s);
    QCOMPARE(signedLetter.signedOn, b.view.draft().today());

    const auto stored = b.world.session->document(signedLetter.sha256, signedLetter.file).result();
    QVERIFY(stored.ok());
    const auto marks = b.answer(b.world.session->worker().annotations(*stored));
    const Mark *sign = ofKind(marks, drawn ? MarkKind::Ink : MarkKind::Text);
    QVERIFY(sign);
    QCOMPARE(sign->strokes.size(), drawn ? 2 : 0);
    QVERIFY(ofKind(marks, MarkKind::Text)->text.contains(drawn ? u"Signed electronically by"_s : signerOf(b.view.draft().request())));

    // On the line: below the last label of its page, above the line itself.
    const auto words = b.answer(b.world.session->worker().words(documentBytes(b.page->pdf(), u"letter.pdf"_s), sign->page));
    QRectF labelBox, line;
    for (const Word &word : words) {
        if (word.text.startsWith(label))
            labelBox = word.box;
        if (word.text.count(u'_') > 40)
            line = word.box;
    }
    QVERIFY(!labelBox.isEmpty() && !line.isEmpty());
    QVERIFY2(sign->box.top() > labelBox.top() && sign->box.bottom() < line.bottom() + 0.01 && sign->box.left() > line.left() - 0.01,
             qPrintable(u"%1 %2, label %3, line %4"_s.arg(sign->box.top()).arg(sign->box.bottom()).arg(labelBox.top()).arg(line.bottom())));

    // What the desk's check reads: signed, and where only paper counts something else than asked.
    const auto reading = b.answer(b.world.session->worker().read(*stored, sign->page));
    const auto verdict = [&](const QString &asked) { return evidenceOf({{u"signature"_s, FactKind::Signature, asked, {}, country, {}}}, {reading}).first().verdict; };
    QCOMPARE(verdict({}), Verdict::Match);
    QCOMPARE(verdict(u"signed by hand on paper"_s), Verdict::Differs);

    QVERIFY(b.driver.click(u"removeSignedButton"_s)); // taken back as any signed letter
    QVERIFY(b.view.draft().request().documents.isEmpty());
    QVERIFY(b.button()->isEnabled());
}

void TestSignature::wetCountryWantsPaper()
{
    Bench b(requestOf(u"DE"_s, u"+493023125017"_s));
    QVERIFY(b.page && b.composed());
    QVERIFY(!b.button()->isEnabled());
    QCOMPARE(b.hint(), u"Carriers in Germany accept only the paper signed by hand. Print the letter, have it signed, and attach a scan or photo."_s);
    QCOMPARE(b.button()->accessibleDescription(), b.hint());
}

PORTDESK_GUI_TEST_MAIN(TestSignature)
#include "tst_signature.moc"

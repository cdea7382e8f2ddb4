// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/pdfbytes.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/reviewbench.h"
#include "ui/desk/review/factspane.h"
#include "ui/desk/review/reviewform.h"
#include "ui/desk/tabs/signaturenote.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

/// Adds a letter that says it was signed electronically; Germany's carriers accept only paper signed by hand. Its SHA-256.
QString addElectronicLetter(OpenCase &open)
{
    const QByteArray words = PdfBytes::textAt(80, 700, "Letter of authorisation") + PdfBytes::textAt(80, 500, "Signed electronically by Erika Muster, 2026-11-20");
    const DocumentBytes letter = documentBytes(PdfBytes::onePage(PdfBytes::helvetica(), words), u"letter.pdf"_s);
    const Case portCase = open.stored();
    CaseDocument row;
    row.kind = u"loa"_s;
    row.fileName = letter.fileName;
    row.signedOn = testNow().date();
    return await(open.desk.session().addDocument(portCase.id, portCase.revision, {0, letter, u"application/pdf"_s, 1}, row)).ok() ? letter.sha256 : QString();
}

bool openLetter(OpenCase &open, GuiDriver &driver, const QString &sha256)
{
    const bool shown = driver.show() && driver.waitFor([&] { return open.caughtUp(); }, u"the case is shown"_s, kReviewPatience);
    if (!shown || sha256.isEmpty())
        return false;
    open.page->openReview(sha256);
    return driver.waitFor([&] { return open.settled(); }, u"the letter is shown"_s, kReviewPatience);
}

} // namespace

/// What the review means for the case: what it stops, who may go on all the same, and what goes back to the customer.
class TestReviewGuards final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRefusedBillBlocksApproval()
    {
        OpenCase open(Role::Agent, Stage::UnderReview);
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        untickAll(driver);
        QVERIFY(tick(driver, u"ILLEGIBLE"_s));
        QVERIFY(driver.click(u"refuseDocumentButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(reviewOf(open.stored(), open.paper(u"bill"_s)) && open.caughtUp(), kReviewPatience);
        QVERIFY(driver.click(u"reviewBackButton"_s));
        QVERIFY(driver.has(u"documentsTable"_s));
        open.page->startAction(u"approve"_s);
        auto *bar = driver.find<MessageBar>(u"caseMessageBar"_s);
        QVERIFY2(bar->text().startsWith(u"Refused: Latest phone bill (Illegible or blurred)."), qPrintable(bar->text()));
        QVERIFY(!driver.has(u"overrideActionButton"_s) && !driver.has(u"actionSheet"_s));
        QVERIFY(!open.stored().approved);
    }

    void aSupervisorOverridesWithAReason()
    {
        OpenCase open(Role::Supervisor, Stage::UnderReview);
        open.desk.apply(open.reference, u"review"_s, {{u"document"_s, u"bill"_s}, {u"verdict"_s, u"refused"_s}, {u"reasons"_s, u"ILLEGIBLE"_s}});
        GuiDriver driver(open.page.get());
        QVERIFY(driver.show());
        QTRY_VERIFY_WITH_TIMEOUT(!open.page->details().portCase.reviews.isEmpty(), kReviewPatience);
        open.page->startAction(u"approve"_s);
        auto *override = open.page->findChild<QAction *>(u"overrideAction"_s);
        QVERIFY(override);
        override->trigger();
        QVERIFY(driver.has(u"overrideReasonEdit"_s));
        QVERIFY(driver.click(u"applyActionButton"_s));
        QVERIFY(!open.stored().approved); // without a reason nothing happens
        QVERIFY(driver.type(u"overrideReasonEdit"_s, u"The carrier read it to me."_s));
        QVERIFY(driver.click(u"applyActionButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(open.stored().approved, kReviewPatience);
        const CaseEvent event = open.desk.details(open.reference).timeline.last();
        QVERIFY2(event.text.contains(u"Overridden") && event.text.contains(u"The carrier read it to me."), qPrintable(event.text));
    }

    void returnProposesWhatTheReviewFound()
    {
        OpenCase open;
        open.desk.apply(open.reference, u"review"_s, {{u"document"_s, u"loa"_s}, {u"verdict"_s, u"refused"_s}, {u"reasons"_s, u"LOA_UNSIGNED"_s}});
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        open.review()->findChild<QAction *>(u"review_returnAction"_s)->trigger();
        QVERIFY(driver.has(u"actionSheet"_s));
        const QString text = driver.find<QPlainTextEdit>(u"reasonTextEdit"_s)->toPlainText();
        QVERIFY2(text.contains(u"Letter of Authorisation: The letter of authorisation is not signed."), qPrintable(text));
        const QList<Difference> differences = differencesOf(open.review()->facts().evidence());
        QVERIFY(!differences.isEmpty());
        QVERIFY2(text.contains(differences.first().found), qPrintable(text));
        QVERIFY(driver.click(u"applyActionButton"_s));
        QTRY_COMPARE_WITH_TIMEOUT(open.stored().stage, Stage::Returned, kReviewPatience);
        QTRY_VERIFY_WITH_TIMEOUT(!driver.has(u"reviewView"_s), kReviewPatience); // it is the customer's turn
        QStringList fields;
        QStringList documents;
        for (const Reason &reason : open.stored().returnReasons) {
            fields += reason.fields;
            documents += reason.documents;
        }
        QVERIFY2(documents.contains(u"loa"_s) && documents.contains(u"bill"_s), qPrintable(documents.join(u' '))); // not signed; another date
        QVERIFY2(fields.contains(u"/numbers/3/number"_s), qPrintable(fields.join(u' ')));
    }

    void customersSeeExactlyWhatIsAsked()
    {
        OpenCase open(Role::Customer);
        open.desk.apply(open.reference, u"review"_s, {{u"document"_s, u"bill"_s}, {u"verdict"_s, u"refused"_s}, {u"reasons"_s, u"ILLEGIBLE"_s}});
        open.desk.apply(open.reference, u"return"_s,
                        {{u"reasons"_s, u"DOCUMENT_BAD,NUMBER_NOT_ON_ACCOUNT"_s}, {u"fields"_s, u"/numbers/3/number"_s}, {u"documents"_s, u"bill"_s}});
        GuiDriver driver(open.page.get());
        QVERIFY(driver.show());
        QTRY_COMPARE_WITH_TIMEOUT(open.page->details().portCase.stage, Stage::Returned, kReviewPatience);
        QVERIFY(driver.has(u"reason_DOCUMENT_BADBadge"_s));
        QCOMPARE(driver.find<QLabel>(u"caseClockLabel"_s)->text(), u"Your turn"_s); // and not that it waits for a customer
        QVERIFY(!driver.has(u"reviewDocumentButton"_s)); // reviewing is the desk's
        QSignalSpy wizard(open.page.get(), &CaseView::correctionWanted); // customers mend it there
        open.page->startAction(u"correct"_s);
        QCOMPARE(wizard.size(), 1);
        open.desk.session().setActor({Role::Agent, u"Anna Weber"_s}); // the desk has a form that opens the same
        open.page->startAction(u"correct"_s);
        QVERIFY(driver.has(u"correct_numbers_3_numberEdit"_s));
        QVERIFY(!driver.has(u"correct_numbers_0_numberEdit"_s)); // the catalogue alone would open every number
        QVERIFY(driver.has(u"correctDocuments_DOCUMENT_BADButton"_s));
    }

    void aSupervisorAcceptsAllTheSame()
    {
        OpenCase open(Role::Supervisor);
        const QString letter = addElectronicLetter(open);
        GuiDriver driver(open.page.get());
        QVERIFY(openLetter(open, driver, letter));
        QVERIFY(!driver.has(u"reviewOverrideEdit"_s)); // asked only when something stands in the way
        const auto verdict = [&]() -> std::optional<Review> {
            for (const Review &review : open.stored().reviews) {
                if (review.sha256 == letter)
                    return review;
            }
            return std::nullopt;
        };
        QVERIFY(driver.click(u"acceptDocumentButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(driver.has(u"reviewOverrideEdit"_s), kReviewPatience);
        QVERIFY(driver.find<MessageBar>(u"reviewFormBar"_s)->text().contains(u"accept only the paper signed by hand"));
        QVERIFY(driver.click(u"acceptDocumentButton"_s)); // without words nothing happens
        QVERIFY(!driver.find<FormField>(u"reviewOverrideField"_s)->visibleError().isEmpty());
        QVERIFY(!verdict());
        QVERIFY(driver.type(u"reviewOverrideEdit"_s, u"The carrier took it on the telephone."_s));
        QVERIFY(driver.press(Qt::Key_Return, Qt::ControlModifier)); // the key of accepting
        QTRY_VERIFY_WITH_TIMEOUT(verdict() && verdict()->accepted, kReviewPatience);
        const CaseEvent event = open.desk.details(open.reference).timeline.last();
        QVERIFY2(event.text.contains(u"Overridden by the supervisor") && event.text.contains(u"The carrier took it on the telephone."), qPrintable(event.text));
        QTRY_VERIFY_WITH_TIMEOUT(open.review()->document().sha256 != letter, kReviewPatience);
        QVERIFY(!driver.has(u"reviewOverrideEdit"_s)); // the next document starts anew
    }

    void aSupervisorMayStillRefuse()
    {
        OpenCase open(Role::Supervisor);
        const QString letter = addElectronicLetter(open);
        GuiDriver driver(open.page.get());
        QVERIFY(openLetter(open, driver, letter));
        QVERIFY(tick(driver, u"LOA_NOT_BY_HAND"_s));
        QVERIFY(driver.click(u"acceptDocumentButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(driver.has(u"reviewOverrideEdit"_s), kReviewPatience);
        QVERIFY(!driver.has(u"reviewReasonsList"_s)); // it made room
        QVERIFY(driver.click(u"refuseDocumentButton"_s));
        QTRY_COMPARE_WITH_TIMEOUT(open.stored().reviews.size(), 1, kReviewPatience);
        QVERIFY(!open.stored().reviews.first().accepted && open.stored().reviews.first().reasons.contains(u"LOA_NOT_BY_HAND"_s));
        QTRY_VERIFY_WITH_TIMEOUT(driver.has(u"reviewReasonsList"_s), kReviewPatience);
    }

    void anAgentLearnsWhyNot()
    {
        OpenCase open;
        const QString letter = addElectronicLetter(open);
        GuiDriver driver(open.page.get());
        QVERIFY(openLetter(open, driver, letter));
        QVERIFY(driver.click(u"acceptDocumentButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(driver.has(u"reviewFormBar"_s), kReviewPatience);
        QVERIFY(driver.find<MessageBar>(u"reviewFormBar"_s)->text().contains(u"accept only the paper signed by hand"));
        QVERIFY(!driver.has(u"reviewOverrideEdit"_s));
        QCOMPARE(open.stored().reviews.size(), 0);
    }

    void theSignatureNoteStandsInLine()
    {
        OpenCase open;
        GuiDriver driver(open.page.get());
        QVERIFY(openLetter(open, driver, addElectronicLetter(open)));
        QVERIFY(driver.waitFor([&] { return driver.has(u"signatureNote"_s); }, u"how the letter is signed"_s, kReviewPatience));
        const auto *note = open.review()->findChild<SignatureNote *>();
        const auto *icon = note->findChild<QLabel *>();
        const auto *form = driver.findWidget(u"verdictLabel"_s);
        QTRY_COMPARE_WITH_TIMEOUT(icon->mapTo(open.review(), QPoint()).x(), form->mapTo(open.review(), QPoint()).x(), kReviewPatience);
    }
};

PORTDESK_GUI_TEST_MAIN(TestReviewGuards)
#include "tst_reviewguards.moc"

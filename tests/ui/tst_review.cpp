// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/desk/caseview.h"
#include "ui/desk/review/factspane.h"
#include "ui/desk/review/reviewview.h"
#include "ui/viewer/documentviewer.h"
#include "ui/viewer/marklayer.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QSignalSpy>
#include <QAction>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPromise>
#include <QPushButton>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

Request request()
{
    return RequestBuilder().number(u"+49 221 909877"_s).build(); // the bill says 0221 90 98 76
}

/// One desk, one case, its page in a window.
struct OpenCase {
    explicit OpenCase(Role role = Role::Agent, Stage stage = Stage::Submitted) : desk(role)
    {
        const QString problem = desk.open();
        if (!problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        reference = desk.submit(request()).first();
        if (stage == Stage::UnderReview) {
            desk.apply(reference, u"quote"_s, {{u"amount"_s, u"60.00"_s}, {u"currency"_s, u"EUR"_s}});
            desk.apply(reference, u"accept-quote"_s, {}, Role::Customer);
        }
        page = std::make_unique<CaseView>(desk.session(), prompts);
        page->openCase(reference);
    }
    ReviewView *review() const { return page->findChild<ReviewView *>(u"reviewView"_s); }
    bool settled() const { return review() && review()->isVisible() && review()->isSettled(); }
    Case stored() { return desk.details(reference).portCase; }
    CaseDocument paper(const QString &kind)
    {
        for (const CaseDocument &document : stored().documents) {
            if (document.kind == kind)
                return document;
        }
        return {};
    }
    QList<StoredMark> storedMarks(const QString &kind) { return await(desk.session().marks(paper(kind).sha256)).value(); }

    TestDesk desk;
    FakePrompts prompts;
    QString reference;
    std::unique_ptr<CaseView> page;
};

QStringList verdicts(const ReviewView &review)
{
    QStringList lines;
    for (const Evidence &fact : review.facts().evidence().facts)
        lines << factLabel(fact.fact) + u": "_s + verdictBadge(fact).text;
    return lines;
}

} // namespace

/// The review of documents in the real case page, with the real worker and store.
class TestReview : public QObject
{
    Q_OBJECT

    static bool openBill(OpenCase &open, GuiDriver &driver)
    {
        const bool shown = driver.show() && driver.waitFor([&] { return open.page->details().portCase.revision > 0; }, u"the case is shown"_s);
        if (!shown)
            return false;
        open.page->openReview(open.paper(u"bill"_s).sha256);
        return driver.waitFor([&] { return open.settled(); }, u"the bill is shown"_s, 20000);
    }
    static bool tick(GuiDriver &driver, const QString &code)
    {
        auto *list = driver.find<QListWidget>(u"reviewReasonsList"_s);
        for (int row = 0; list && row < list->count(); ++row) {
            if (list->item(row)->data(Qt::UserRole).toString() == code) {
                list->item(row)->setCheckState(Qt::Checked);
                return true;
            }
        }
        return false;
    }
    static void untickAll(GuiDriver &driver)
    {
        auto *list = driver.find<QListWidget>(u"reviewReasonsList"_s);
        for (int row = 0; row < list->count(); ++row)
            list->item(row)->setCheckState(Qt::Unchecked);
    }

private Q_SLOTS:
    void showsFactsWithTheirVerdicts()
    {
        OpenCase open;
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        const QStringList lines = verdicts(*open.review());
        QVERIFY2(lines.contains(u"Owner: match"_s) && lines.contains(u"Account number: match"_s), qPrintable(lines.join(u'\n')));
        QVERIFY2(lines.contains(u"+49 30 23125017: match"_s), qPrintable(lines.join(u'\n')));
        QVERIFY2(!lines.contains(u"+49 221 909877: match"_s) && lines.join(u'\n').contains(u"+49 221 909877: "_s), qPrintable(lines.join(u'\n')));
        QVERIFY(driver.find<TextLabel>(u"factCountLabel"_s)->text().contains(QString::number(lines.size())));
        QVERIFY(driver.find<TextLabel>(u"toLookAtLabel"_s)->text().contains(u"to look at"));
        QCOMPARE(driver.find<TextLabel>(u"reviewPlaceLabel"_s)->text(), u"document 3 of 5"_s);
        QVERIFY(!open.review()->viewer().pages()->highlights().isEmpty());
    }

    void factsAndBoxesPickEachOther()
    {
        OpenCase open;
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        ReviewView &review = *open.review();
        PageView *pages = review.viewer().pages();
        pages->setZoom(3);
        const QList<Evidence> facts = review.facts().evidence().facts;
        int row = 0;
        while (row < facts.size() && facts.at(row).fact.kind != FactKind::Number)
            ++row;
        review.facts().setCurrentRow(row);
        const QRect place = pages->toView(0).mapRect(facts.at(row).box()).toRect();
        QVERIFY2(pages->viewport()->rect().contains(place.center()), "the fact's box is not in the view");
        const auto strong = std::find_if(pages->highlights().cbegin(), pages->highlights().cend(), [](const PageHighlight &box) { return box.strong; });
        QVERIFY(strong != pages->highlights().cend());
        QCOMPARE(strong->box, facts.at(row).boxes.first());
        pages->setFit(PageView::Fit::Page);
        int owner = 0;
        while (facts.at(owner).fact.kind != FactKind::Owner)
            ++owner;
        QTest::mouseClick(pages->viewport(), Qt::LeftButton, {}, pages->toView(0).map(facts.at(owner).box().center()).toPoint());
        QCOMPARE(review.facts().currentRow(), owner);
    }

    void acceptingChangesStoreAndTimeline()
    {
        OpenCase open;
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        QVERIFY(driver.click(u"acceptDocumentButton"_s));
        QTRY_COMPARE(open.review()->document().kind, u"loa"_s); // on to the first that nobody decided
        const CaseDetails details = open.desk.details(open.reference);
        const Review *review = reviewOf(details.portCase, open.paper(u"bill"_s));
        QVERIFY(review && review->accepted);
        QCOMPARE(review->who, u"Anna Weber"_s);
        QCOMPARE(details.timeline.last().what, u"review"_s);
        QVERIFY2(details.timeline.last().text.startsWith(u"Latest phone bill accepted"), qPrintable(details.timeline.last().text));
        QVERIFY(driver.find<MessageBar>(u"reviewMessageBar"_s)->text().contains(u"Latest phone bill accepted."));
    }

    void refusingAsksForAReason()
    {
        OpenCase open;
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        untickAll(driver);
        QVERIFY(driver.click(u"refuseDocumentButton"_s));
        QCOMPARE(open.review()->document().kind, u"bill"_s);
        QVERIFY(!reviewOf(open.stored(), open.paper(u"bill"_s)));
        QVERIFY(tick(driver, u"OTHER"_s));
        QVERIFY(driver.click(u"refuseDocumentButton"_s));
        QVERIFY(!reviewOf(open.stored(), open.paper(u"bill"_s))); // words are missing
        QVERIFY(driver.type(u"reviewTextEdit"_s, u"Die zweite Seite fehlt."_s));
        QVERIFY(driver.click(u"refuseDocumentButton"_s));
        QTRY_VERIFY(reviewOf(open.stored(), open.paper(u"bill"_s)));
        const Case stored = open.stored();
        const Review *review = reviewOf(stored, open.paper(u"bill"_s));
        QVERIFY(!review->accepted);
        QCOMPARE(review->reasons, QStringList{u"OTHER"_s});
        QCOMPARE(review->text, u"Die zweite Seite fehlt."_s);
        QVERIFY(open.desk.details(open.reference).timeline.last().text.contains(u"refused"));
    }

    void evidenceSuggestsReasons()
    {
        OpenCase open;
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        auto *list = driver.find<QListWidget>(u"reviewReasonsList"_s);
        QCOMPARE(list->item(0)->checkState(), Qt::Checked);
        const QStringList suggested = suggestedReasons(open.review()->facts().evidence());
        QVERIFY(suggested.contains(list->item(0)->data(Qt::UserRole).toString()));
    }

    void aRefusedBillBlocksApproval()
    {
        OpenCase open(Role::Agent, Stage::UnderReview);
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        untickAll(driver);
        QVERIFY(tick(driver, u"ILLEGIBLE"_s));
        QVERIFY(driver.click(u"refuseDocumentButton"_s));
        QTRY_VERIFY(reviewOf(open.stored(), open.paper(u"bill"_s)));
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
        QTRY_VERIFY(!open.page->details().portCase.reviews.isEmpty());
        open.page->startAction(u"approve"_s);
        auto *override = open.page->findChild<QAction *>(u"overrideAction"_s);
        QVERIFY(override);
        override->trigger();
        QVERIFY(driver.has(u"overrideReasonEdit"_s));
        QVERIFY(driver.click(u"applyActionButton"_s));
        QVERIFY(!open.stored().approved); // without a reason nothing happens
        QVERIFY(driver.type(u"overrideReasonEdit"_s, u"The carrier read it to me."_s));
        QVERIFY(driver.click(u"applyActionButton"_s));
        QTRY_VERIFY(open.stored().approved);
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
        QTRY_COMPARE(open.stored().stage, Stage::Returned);
        QVERIFY(!driver.has(u"reviewView"_s)); // it is the customer's turn
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
        QTRY_COMPARE(open.page->details().portCase.stage, Stage::Returned);
        QVERIFY(driver.has(u"reason_DOCUMENT_BADBadge"_s));
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

    void marksSurviveReopening()
    {
        OpenCase open;
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        MarkBook &book = open.review()->marks();
        open.review()->viewer().pages()->setFocus();
        QVERIFY(driver.press(Qt::Key_S));
        QVERIFY(driver.press(Qt::Key_Return));
        QCOMPARE(book.marks().size(), 1);
        QTRY_VERIFY(book.isSaved());
        QVERIFY(driver.press(Qt::Key_Down));
        QTRY_VERIFY(book.isSaved());
        const QString dump = book.dump();
        const QList<StoredMark> stored = open.storedMarks(u"bill"_s);
        QCOMPARE(stored.size(), 1);
        QCOMPARE(stored.first().revision, 2);
        QVERIFY(driver.click(u"reviewBackButton"_s));
        open.page->openReview(open.paper(u"loa"_s).sha256);
        QTRY_VERIFY(open.settled());
        QVERIFY(book.marks().isEmpty());
        open.page->openReview(open.paper(u"bill"_s).sha256);
        QTRY_VERIFY(open.settled() && !book.marks().isEmpty());
        QCOMPARE(book.dump(), dump);
        QVERIFY(!book.undoStack()->canUndo());
        open.page = std::make_unique<CaseView>(open.desk.session(), open.prompts); // another window, too
        open.page->openCase(open.reference);
        GuiDriver again(open.page.get());
        QVERIFY(openBill(open, again));
        QCOMPARE(open.review()->marks().dump(), dump);
    }

    void undoReachesTheStore()
    {
        OpenCase open;
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        MarkBook &book = open.review()->marks();
        open.review()->layer().highlight(0, {{0.1, 0.1, 0.3, 0.02}}, u"look"_s);
        QTRY_VERIFY(book.isSaved());
        const QString dump = book.dump();
        QVERIFY(driver.click(u"undoMarkButton"_s));
        QTRY_VERIFY(book.isSaved());
        QVERIFY(open.storedMarks(u"bill"_s).isEmpty());
        QVERIFY(driver.click(u"redoMarkButton"_s));
        QTRY_VERIFY(book.isSaved());
        QCOMPARE(book.dump(), dump);
        QCOMPARE(open.storedMarks(u"bill"_s).size(), 1);
        QCOMPARE(open.storedMarks(u"bill"_s).first().revision, 3); // made, removed, restored
    }

    void keyboardOnly()
    {
        OpenCase open;
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        ReviewView &review = *open.review();
        review.viewer().pages()->setFocus();
        const int first = review.facts().currentRow();
        QVERIFY(driver.press(Qt::Key_F8));
        const int second = review.facts().currentRow();
        QVERIFY(needsLook(review.facts().evidence().facts.at(first)) && needsLook(review.facts().evidence().facts.at(second)));
        QVERIFY(driver.press(Qt::Key_F8, Qt::ShiftModifier));
        QCOMPARE(review.facts().currentRow(), first);
        QVERIFY(driver.press(Qt::Key_PageDown, Qt::ControlModifier));
        QCOMPARE(review.document().kind, u"proof_of_address"_s);
        QVERIFY(driver.press(Qt::Key_PageUp, Qt::ControlModifier));
        QTRY_VERIFY(open.settled());
        QCOMPARE(review.document().kind, u"bill"_s);
        QVERIFY(driver.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier)); // the suggested reason
        QTRY_VERIFY(reviewOf(open.stored(), open.paper(u"bill"_s)));
        QCOMPARE(refusedKinds(open.stored()), QStringList{u"bill"_s});
        QTRY_COMPARE(review.document().kind, u"loa"_s);
        QVERIFY(driver.press(Qt::Key_Return, Qt::ControlModifier));
        QTRY_VERIFY(reviewOf(open.stored(), open.paper(u"loa"_s)));
        QVERIFY(driver.press(Qt::Key_Left, Qt::AltModifier));
        QVERIFY(driver.has(u"documentsTable"_s));
        open.page->reviewDocuments();
        QVERIFY(driver.has(u"reviewView"_s));
    }

    void besideTheLetter()
    {
        OpenCase open;
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        QVERIFY(driver.click(u"besideButton"_s));
        auto *other = driver.find<DocumentViewer>(u"besideViewer"_s);
        QVERIFY(other);
        QTRY_COMPARE(other->document().sha256, open.paper(u"loa"_s).sha256);
        QTRY_VERIFY_WITH_TIMEOUT(other->isLoaded() && other->isSettled(), 20000);
        // The keys are for the document that has the keyboard, and each keeps its own place.
        PageView *bill = open.review()->viewer().pages();
        bill->setFocus();
        const double zoom = bill->zoom();
        const double beside = other->pages()->zoom();
        QVERIFY(driver.press(Qt::Key_F6));
        QVERIFY(other->pages()->hasFocus());
        QVERIFY(driver.press(Qt::Key_Plus, Qt::ControlModifier));
        QVERIFY(other->pages()->zoom() > beside);
        QCOMPARE(bill->zoom(), zoom);
        QVERIFY(driver.press(Qt::Key_F6));
        QVERIFY(bill->hasFocus());
        QVERIFY(driver.press(Qt::Key_1, Qt::ControlModifier));
        QCOMPARE(bill->fit(), PageView::Fit::Width);
        QVERIFY(other->pages()->fit() != PageView::Fit::Width);
        QVERIFY(driver.click(u"besideButton"_s));
        QVERIFY(!driver.has(u"besideViewer"_s));
    }

    void takesOverWhatTheBillSays()
    {
        OpenCase open;
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        FactsPane &facts = open.review()->facts();
        const QList<Evidence> evidence = facts.evidence().facts;
        const auto differs = std::find_if(evidence.cbegin(), evidence.cend(), [](const Evidence &fact) { return fact.fact.kind == FactKind::Number && canTakeOver(fact); });
        QVERIFY(differs != evidence.cend());
        facts.setCurrentRow(int(differs - evidence.cbegin()));
        QVERIFY(driver.click(u"takeOverButton"_s));
        QTRY_COMPARE(open.stored().numbers.last().e164, differs->value);
        const CaseEvent event = open.desk.details(open.reference).timeline.last();
        QVERIFY2(event.text.contains(u"+49221909876") && event.text.contains(u"+49221909877"), qPrintable(event.text));
        QTRY_VERIFY_WITH_TIMEOUT(open.settled() && verdicts(*open.review()).contains(u"+49 221 909876: match"_s), 30000); // read again against the new form
    }

    void takesOverStreetAndTown()
    {
        OpenCase open;
        open.desk.apply(open.reference, u"correct"_s, {{u"/addresses/0/lines"_s, u"Königsallee 71, 3. OG"_s}});
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        FactsPane &facts = open.review()->facts();
        const auto takeOver = [&](FactKind kind) {
            const QList<Evidence> evidence = facts.evidence().facts;
            const auto row = std::find_if(evidence.cbegin(), evidence.cend(), [kind](const Evidence &fact) { return fact.fact.kind == kind && canTakeOver(fact); });
            if (row == evidence.cend())
                return false;
            facts.setCurrentRow(int(row - evidence.cbegin()));
            return driver.click(u"takeOverButton"_s);
        };
        const auto address = [&] { return open.stored().request.addresses.first().address; };
        QVERIFY(takeOver(FactKind::Street));
        QTRY_COMPARE(address().lines, QStringList{u"Königsallee 17, 3. OG"_s}); // the floor stays
        QTRY_VERIFY_WITH_TIMEOUT(open.settled() && verdicts(*open.review()).contains(u"Street: match"_s), 30000);
        QVERIFY(takeOver(FactKind::Place));
        QTRY_COMPARE(address().postalCode, u"50667"_s);
        QCOMPARE(address().locality, u"Köln"_s);
        QTRY_VERIFY_WITH_TIMEOUT(open.settled() && verdicts(*open.review()).contains(u"Postcode and city: match"_s), 30000);
    }

    void saysWhyThereAreNoFacts()
    {
        OpenCase open;
        open.page->setEvidenceRead([](const Case &, const CaseDocument &) {
            QPromise<Result<DocumentEvidence>> promise;
            promise.start();
            promise.addResult(Error{Error::Code::Document, u"Page 1 is damaged."_s, {}});
            promise.finish();
            return promise.future();
        });
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        QVERIFY(driver.has(u"factsEmpty"_s));
        QVERIFY(open.review()->isSettled());
        QVERIFY(driver.click(u"acceptDocumentButton"_s)); // the person decides all the same
        QTRY_VERIFY(reviewOf(open.stored(), open.paper(u"bill"_s)));
    }

    void cancelStopsReading()
    {
        OpenCase open;
        QPromise<Result<DocumentEvidence>> never;
        never.start();
        open.page->setEvidenceRead([&](const Case &, const CaseDocument &) { return never.future(); });
        GuiDriver driver(open.page.get());
        QVERIFY(driver.show());
        QTRY_VERIFY(open.page->details().portCase.revision > 0);
        open.page->openReview(open.paper(u"bill"_s).sha256);
        QTRY_VERIFY(driver.has(u"cancelButton"_s));
        QVERIFY(driver.click(u"cancelButton"_s));
        QTRY_VERIFY(never.isCanceled());
        QTRY_VERIFY(open.settled());
        never.finish();
    }

    void canBeUsedByEverybody()
    {
        OpenCase open;
        GuiDriver driver(open.page.get());
        QVERIFY(openBill(open, driver));
        open.review()->layer().highlight(0, {{0.1, 0.1, 0.3, 0.02}}, u"look"_s);
        QCOMPARE(accessibilityFindings(open.review()), QStringList());
    }
};

PORTDESK_GUI_TEST_MAIN(TestReview)
#include "tst_review.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/reviewbench.h"
#include "ui/desk/review/factspane.h"
#include "ui/viewer/documentviewer.h"
#include "ui/viewer/marklayer.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QPromise>
#include <QPushButton>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

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
        QTRY_COMPARE_WITH_TIMEOUT(open.review()->document().kind, u"loa"_s, kReviewPatience); // on to the first that nobody decided
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
        QTRY_VERIFY_WITH_TIMEOUT(reviewOf(open.stored(), open.paper(u"bill"_s)), kReviewPatience);
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
        QTRY_VERIFY_WITH_TIMEOUT(book.isSaved(), kReviewPatience);
        QVERIFY(driver.press(Qt::Key_Down));
        QTRY_VERIFY_WITH_TIMEOUT(book.isSaved(), kReviewPatience);
        const QString dump = book.dump();
        const QList<StoredMark> stored = open.storedMarks(u"bill"_s);
        QCOMPARE(stored.size(), 1);
        QCOMPARE(stored.first().revision, 2);
        QVERIFY(driver.click(u"reviewBackButton"_s));
        open.page->openReview(open.paper(u"loa"_s).sha256);
        QTRY_VERIFY_WITH_TIMEOUT(open.settled(), kReviewPatience);
        QVERIFY(book.marks().isEmpty());
        open.page->openReview(open.paper(u"bill"_s).sha256);
        QTRY_VERIFY_WITH_TIMEOUT(open.settled() && !book.marks().isEmpty(), kReviewPatience);
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
        QTRY_VERIFY_WITH_TIMEOUT(book.isSaved(), kReviewPatience);
        const QString dump = book.dump();
        QVERIFY(driver.click(u"undoMarkButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(book.isSaved(), kReviewPatience);
        QVERIFY(open.storedMarks(u"bill"_s).isEmpty());
        QVERIFY(driver.click(u"redoMarkButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(book.isSaved(), kReviewPatience);
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
        QTRY_VERIFY_WITH_TIMEOUT(open.settled(), kReviewPatience);
        QCOMPARE(review.document().kind, u"bill"_s);
        QVERIFY(driver.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier)); // the suggested reason
        QTRY_VERIFY_WITH_TIMEOUT(reviewOf(open.stored(), open.paper(u"bill"_s)), kReviewPatience);
        QCOMPARE(refusedKinds(open.stored()), QStringList{u"bill"_s});
        QTRY_COMPARE_WITH_TIMEOUT(review.document().kind, u"loa"_s, kReviewPatience);
        QVERIFY(driver.press(Qt::Key_Return, Qt::ControlModifier));
        QTRY_VERIFY_WITH_TIMEOUT(reviewOf(open.stored(), open.paper(u"loa"_s)) && open.caughtUp(), kReviewPatience);
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
        QTRY_COMPARE_WITH_TIMEOUT(other->document().sha256, open.paper(u"loa"_s).sha256, kReviewPatience);
        QTRY_VERIFY_WITH_TIMEOUT(other->isLoaded() && other->isSettled(), kReviewPatience);
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
        QTRY_COMPARE_WITH_TIMEOUT(open.stored().numbers.last().e164, differs->value, kReviewPatience);
        const CaseEvent event = open.desk.details(open.reference).timeline.last();
        QVERIFY2(event.text.contains(u"+49221909876") && event.text.contains(u"+49221909877"), qPrintable(event.text));
        QTRY_VERIFY_WITH_TIMEOUT(open.settled() && verdicts(*open.review()).contains(u"+49 221 909876: match"_s), kReviewPatience); // read again against the new form
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
        QTRY_COMPARE_WITH_TIMEOUT(address().lines, (QStringList{u"Königsallee 17, 3. OG"_s}), kReviewPatience); // the floor stays
        QTRY_VERIFY_WITH_TIMEOUT(open.settled() && verdicts(*open.review()).contains(u"Street: match"_s), kReviewPatience);
        QVERIFY(takeOver(FactKind::Place));
        QTRY_COMPARE_WITH_TIMEOUT(address().postalCode, u"50667"_s, kReviewPatience);
        QCOMPARE(address().locality, u"Köln"_s);
        QTRY_VERIFY_WITH_TIMEOUT(open.settled() && verdicts(*open.review()).contains(u"Postcode and city: match"_s), kReviewPatience);
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
        QTRY_VERIFY_WITH_TIMEOUT(reviewOf(open.stored(), open.paper(u"bill"_s)), kReviewPatience);
    }

    void cancelStopsReading()
    {
        OpenCase open;
        QPromise<Result<DocumentEvidence>> never;
        never.start();
        open.page->setEvidenceRead([&](const Case &, const CaseDocument &) { return never.future(); });
        GuiDriver driver(open.page.get());
        QVERIFY(driver.show());
        QTRY_VERIFY_WITH_TIMEOUT(open.page->details().portCase.revision > 0, kReviewPatience);
        open.page->openReview(open.paper(u"bill"_s).sha256);
        QTRY_VERIFY_WITH_TIMEOUT(driver.has(u"cancelButton"_s), kReviewPatience);
        QVERIFY(driver.click(u"cancelButton"_s));
        QTRY_VERIFY_WITH_TIMEOUT(never.isCanceled(), kReviewPatience);
        QTRY_VERIFY_WITH_TIMEOUT(open.settled(), kReviewPatience);
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

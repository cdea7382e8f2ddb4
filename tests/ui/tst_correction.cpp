// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/returnedcase.h"
#include "tests/kit/ui/wizardbench.h"
#include "ui/viewer/markbook.h"
#include "ui/viewer/markspane.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/correction.h"
#include "ui/wizard/draftkeeper.h"
#include "ui/wizard/wizardview.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

const QString kNewAccount = u"4711-998876"_s;

/// A returned case in the wizard.
struct Bench {
    Bench() : view(std::make_unique<WizardView>(returned.desk.session(), prompts)), driver(view.get()) {}

    bool start()
    {
        view->startCorrection(returned.details());
        return driver.show() && at(u"todoPage"_s) && checked();
    }
    /// The wizard again, with the one draft that was kept.
    bool resume()
    {
        view = std::make_unique<WizardView>(returned.desk.session(), prompts);
        driver = GuiDriver(view.get());
        const auto drafts = await(returned.desk.session().drafts());
        if (!drafts || drafts->size() != 1)
            return false;
        view->resume(drafts->first());
        return driver.show() && driver.waitFor([this] { return view->correction().isActive(); }, u"the case was read"_s) && checked();
    }
    bool at(const QString &page)
    {
        return driver.waitFor([this, page] { return view->currentPage() && view->currentPage()->objectName() == page; }, u"at "_s + page);
    }
    bool checked()
    {
        return driver.waitFor([this] { return view->draft().isUpToDate(); }, u"the preflight answered"_s);
    }
    bool next() { return driver.click(u"nextButton"_s); }
    bool changeAccount()
    {
        view->openField(u"/losingCarrier/accountNumber"_s);
        return at(u"carrierPage"_s) && driver.type(u"accountNumberEdit"_s, kNewAccount) && checked();
    }
    bool replaceBill()
    {
        view->openPage(u"documentsPage"_s);
        auto *table = driver.find<QTableView>(u"documentsTable"_s);
        for (int row = 0; table && row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() != documentKindText(u"bill"_s))
                continue;
            prompts.willOpen({sample(u"bill-deu.pdf"_s)});
            return driver.clickRow(u"documentsTable"_s, row) && driver.click(u"replaceDocumentButton"_s)
                   && driver.waitFor([this] { return view->correction().entries().first().done; }, u"the new bill is there"_s) && dateBill();
        }
        return false;
    }
    /// The row of a document that is attached.
    bool openDocument(const QString &kind)
    {
        view->openPage(u"documentsPage"_s);
        if (auto *unlock = view->currentPage()->parentWidget()->findChild<QAction *>(u"unlockAction"_s); unlock && !view->currentPage()->isEnabled())
            unlock->trigger();
        auto *table = driver.find<QTableView>(u"documentsTable"_s);
        for (int row = 0; table && row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, 0).data().toString() == documentKindText(kind))
                return driver.clickRow(u"documentsTable"_s, row);
        }
        return false;
    }
    bool dateBill()
    {
        view->draft().edit([](Request &request) {
            for (RequestDocument &document : request.documents) {
                if (document.kind == u"bill")
                    document.issued = testNow().date().addDays(-5);
            }
        });
        return checked();
    }
    QString badge(int index)
    {
        const auto *badge = driver.find<Badge>(u"toDo%1Badge"_s.arg(index));
        return badge ? badge->content().text : u"no badge"_s;
    }
    QString lock() { return view->currentPage()->parentWidget()->findChild<MessageBar *>(u"lockBar"_s)->text(); }
    QString bar() { return view->currentPage()->findChild<MessageBar *>(u"pageBar"_s)->text(); }
    bool review()
    {
        view->openPage(u"reviewPage"_s);
        return at(u"reviewPage"_s) && driver.waitFor([this] { return driver.find<QPushButton>(u"nextButton"_s)->isEnabled(); }, u"it can be sent back"_s);
    }

    ReturnedCase returned;
    FakePrompts prompts;
    std::unique_ptr<WizardView> view;
    GuiDriver driver;
};

} // namespace

/// A customer mends what the desk sent back, in the wizard with the real store and worker.
class TestCorrection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatTheDeskAsks();
    void opensExactlyWhatIsAsked();
    void restIsOpenedByAStepOfItsOwn();
    void saysWhyADocumentWasRefused();
    void removesADocumentForGood();
    void ticksAndSendsBack();
    void sentBackInWordsOnly();
    void goesOnWithItsDraft();
    void leavesNoDraftBehindUnchanged();
    void discardAsksFirst();
    void conflictLosesNothing();
    void caseThatWentOnIsSaid();
};

void TestCorrection::saysWhatTheDeskAsks()
{
    Bench b;
    QVERIFY(b.start());
    const QList<ToDoEntry> entries = b.view->correction().entries();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.first().title, u"Hand in again: Latest phone bill"_s);
    QVERIFY2(entries.first().words.contains(u"“The lower half is cut off.”"_s), qPrintable(entries.first().words));
    QCOMPARE(entries.first().sha256, b.returned.bill);
    QCOMPARE(entries.last().title, u"Account number"_s);
    QVERIFY(b.driver.find<TextLabel>(u"deskWordsLabel"_s)->text().contains(kNewAccount));
    QCOMPARE(b.badge(0), u"to do"_s);
    auto *marks = b.view->findChild<MarksPane *>(u"refusedMarks"_s);
    QTRY_VERIFY(marks->isRead());
    QCOMPARE(marks->book().marks().size(), 1); // the internal one stays with the desk
    QVERIFY(!marks->book().isEditable());
    QCOMPARE(marks->book().marks().first().text, u"The date cannot be read here."_s);
}

void TestCorrection::opensExactlyWhatIsAsked()
{
    Bench b;
    QVERIFY(b.start());
    QVERIFY(b.next());
    QVERIFY(b.at(u"carrierPage"_s)); // not the owner's page: nothing is asked there
    QVERIFY(b.driver.find<QLineEdit>(u"accountNumberEdit"_s)->isEnabled());
    QVERIFY(!b.driver.find<QLineEdit>(u"carrierNameEdit"_s)->isEnabled());
    QVERIFY(!b.lock().isEmpty());
    QVERIFY(b.next());
    QVERIFY(b.at(u"documentsPage"_s));
    QVERIFY(b.view->currentPage()->isEnabled());
    QVERIFY(b.next());
    QVERIFY(b.at(u"reviewPage"_s));
    QVERIFY(!b.driver.find<QPushButton>(u"nextButton"_s)->isEnabled());
    QVERIFY(b.driver.click(u"backButton"_s));
    QVERIFY(b.at(u"documentsPage"_s));
}

void TestCorrection::restIsOpenedByAStepOfItsOwn()
{
    Bench b;
    QVERIFY(b.start());
    b.view->openPage(u"ownerPage"_s);
    QVERIFY(!b.view->currentPage()->isEnabled());
    QCOMPARE(b.driver.find<QLineEdit>(u"companyEdit"_s)->text(), b.returned.details().portCase.request.owner.company);
    auto *unlock = b.view->currentPage()->parentWidget()->findChild<QAction *>(u"unlockAction"_s);
    unlock->trigger();
    QVERIFY(b.view->currentPage()->isEnabled());
    QVERIFY(b.driver.type(u"companyEdit"_s, u"Müller-Lüdenscheidt KG"_s));
    b.view->openPage(u"carrierPage"_s);
    b.view->currentPage()->parentWidget()->findChild<QAction *>(u"unlockAction"_s)->trigger();
    QVERIFY(b.driver.find<QLineEdit>(u"carrierNameEdit"_s)->isEnabled());
    b.view->openPage(u"countryPage"_s); // another country is another request
    QVERIFY(!b.view->currentPage()->isEnabled());
    QVERIFY(b.lock().contains(u"request of its own"_s));
}

void TestCorrection::saysWhyADocumentWasRefused()
{
    Bench b;
    QVERIFY(b.start());
    QVERIFY(b.openDocument(u"bill"_s));
    const QString said = b.driver.find<MessageBar>(u"refusalBar"_s)->text();
    QVERIFY2(said.startsWith(u"The desk refused this document."_s) && said.contains(reviewReason(u"ILLEGIBLE"_s)->sentence) && said.contains(u"“The lower half is cut off.”"_s), qPrintable(said));
    QVERIFY2(!said.contains(u"Jonas"_s), "no names of the desk");
    const auto *table = b.driver.find<QTableView>(u"documentsTable"_s);
    QVERIFY(table->currentIndex().data(Qt::ToolTipRole).toString().contains(u"The lower half is cut off."_s));
    QVERIFY(b.openDocument(u"proof_of_address"_s));
    QVERIFY(!b.driver.has(u"refusalBar"_s));
}

void TestCorrection::removesADocumentForGood()
{
    Bench b;
    CaseDocument row;
    row.kind = documentKinds().constLast();
    row.fileName = u"holiday.pdf"_s;
    const Case portCase = b.returned.details().portCase;
    const DocumentBytes bytes = documentBytes("%PDF-1.4 a paper nobody asked for", row.fileName);
    QVERIFY(await(b.returned.desk.session().addDocument(portCase.id, portCase.revision, {0, bytes, u"application/pdf"_s, 1}, row)).ok());
    QVERIFY(b.start());
    const QList<RequestDocument> before = b.view->draft().request().documents;
    QVERIFY(b.openDocument(row.kind));
    QVERIFY(b.driver.click(u"removeDocumentButton"_s));
    QVERIFY2(b.bar().contains(u"It leaves the case when you send it back"_s), qPrintable(b.bar()));
    QCOMPARE(b.view->draft().request().documents.size(), before.size() - 1);
    auto *undo = b.view->currentPage()->findChild<QAction *>(u"undoRemoveAction"_s);
    undo->trigger();
    QCOMPARE(b.view->draft().request().documents, before); // at its place
    QVERIFY2(!b.bar().contains(u"removed"_s), qPrintable(b.bar()));
    QVERIFY(b.openDocument(row.kind));
    QVERIFY(b.driver.click(u"removeDocumentButton"_s));
    QVERIFY(b.changeAccount() && b.replaceBill());
    QVERIFY2(!b.bar().contains(u"was removed"_s), qPrintable(b.bar())); // the person went on
    QVERIFY(b.review());
    QVERIFY(b.next());
    QVERIFY(b.driver.waitFor([&] { return b.driver.has(u"doneButton"_s); }, u"it is sent"_s));
    const CaseDetails sent = b.returned.details();
    QVERIFY(std::none_of(sent.portCase.documents.cbegin(), sent.portCase.documents.cend(), [&row](const CaseDocument &document) { return document.kind == row.kind; }));
    QVERIFY2(sent.timeline.at(sent.timeline.size() - 2).text.contains(u"Withdrawn: "_s), qPrintable(sent.timeline.at(sent.timeline.size() - 2).text));
}

void TestCorrection::ticksAndSendsBack()
{
    Bench b;
    QVERIFY(b.start());
    QVERIFY(b.changeAccount());
    QCOMPARE(b.view->correction().openCount(), 1);
    QVERIFY(b.replaceBill());
    QCOMPARE(b.view->correction().openCount(), 0);
    QVERIFY(b.review());
    QVERIFY(b.next());
    QVERIFY(b.driver.waitFor([&] { return b.driver.has(u"doneButton"_s); }, u"it is sent"_s));
    const CaseDetails sent = b.returned.details();
    QCOMPARE(sent.portCase.stage, Stage::Submitted);
    QCOMPARE(sent.portCase.request.losingCarrier.accountNumber, kNewAccount);
    QCOMPARE(std::count_if(sent.portCase.documents.cbegin(), sent.portCase.documents.cend(), [](const CaseDocument &document) { return document.kind == u"bill"; }), 2);
    QVERIFY(await(b.returned.desk.session().drafts())->isEmpty());
}

void TestCorrection::sentBackInWordsOnly()
{
    Bench b;
    QVERIFY(b.start());
    QVERIFY(b.driver.click(u"asIs0Check"_s));
    QCOMPARE(b.badge(0), u"write a note"_s); // without a word it is no answer
    QVERIFY(b.driver.type(u"correctionNoteEdit"_s, u"Both are right, please look again."_s));
    QCOMPARE(b.badge(0), u"answered"_s);
    QVERIFY(b.driver.click(u"asIs1Check"_s));
    QCOMPARE(b.view->correction().openCount(), 0);
    QVERIFY(b.review());
    QVERIFY(b.next());
    QVERIFY(b.driver.waitFor([&] { return b.driver.has(u"doneButton"_s); }, u"it is sent"_s));
    const QList<CaseEvent> timeline = b.returned.details().timeline;
    QVERIFY(timeline.at(timeline.size() - 2).text.contains(u"please look again"_s));
}

void TestCorrection::goesOnWithItsDraft()
{
    Bench b;
    QVERIFY(b.start());
    QVERIFY(b.changeAccount());
    QSignalSpy left(b.view.get(), &WizardView::cancelled);
    QVERIFY(b.driver.click(u"closeButton"_s));
    QTRY_COMPARE(left.size(), 1);
    QVERIFY(b.resume());
    QCOMPARE(b.view->draft().request().losingCarrier.accountNumber, kNewAccount);
    QVERIFY(b.view->correction().entries().last().done);
    QCOMPARE(b.returned.details().portCase.stage, Stage::Returned); // nothing reached the case
}

void TestCorrection::leavesNoDraftBehindUnchanged()
{
    Bench b;
    QVERIFY(b.start());
    QSignalSpy left(b.view.get(), &WizardView::cancelled);
    QVERIFY(b.driver.click(u"closeButton"_s));
    QTRY_COMPARE(left.size(), 1);
    QVERIFY(await(b.returned.desk.session().drafts())->isEmpty());
}

void TestCorrection::discardAsksFirst()
{
    Bench b;
    QVERIFY(b.start());
    QVERIFY(b.changeAccount());
    QSignalSpy left(b.view.get(), &WizardView::cancelled);
    b.prompts.willConfirm(false);
    QVERIFY(b.driver.click(u"discardButton"_s));
    QCOMPARE(left.size(), 0);
    QVERIFY(b.prompts.questions.first().text.contains(u"stays as the desk returned it"_s));
    QTRY_VERIFY(b.view->keeper().isClean());
    b.prompts.willConfirm(true);
    QVERIFY(b.driver.click(u"discardButton"_s));
    QTRY_COMPARE(left.size(), 1);
    QVERIFY(await(b.returned.desk.session().drafts())->isEmpty());
}

void TestCorrection::conflictLosesNothing()
{
    Bench b;
    QVERIFY(b.start());
    QVERIFY(b.changeAccount() && b.replaceBill());
    b.returned.desk.apply(b.returned.reference, u"correct"_s, {{u"/losingCarrier/name"_s, u"Andere AG"_s}});
    QVERIFY(b.review());
    QVERIFY(b.next());
    QVERIFY(b.driver.waitFor([&] { return b.bar().contains(u"Somebody else changed"_s); }, u"the conflict is shown"_s));
    b.view->currentPage()->findChild<QAction *>(u"reloadCaseAction"_s)->trigger();
    QVERIFY(b.at(u"todoPage"_s) && b.checked());
    QVERIFY(b.driver.find<MessageBar>(u"noteBar"_s)->text().contains(u"What you entered stays"_s));
    QCOMPARE(b.view->draft().request().losingCarrier.accountNumber, kNewAccount);
    QCOMPARE(b.view->draft().request().losingCarrier.name, u"Andere AG"_s);
    QCOMPARE(b.view->correction().openCount(), 0);
    QVERIFY(b.review());
    QVERIFY(b.next());
    QVERIFY(b.driver.waitFor([&] { return b.driver.has(u"doneButton"_s); }, u"it is sent"_s));
}

void TestCorrection::caseThatWentOnIsSaid()
{
    Bench b;
    QVERIFY(b.start());
    QVERIFY(b.changeAccount());
    QVERIFY(b.driver.click(u"closeButton"_s));
    b.returned.desk.apply(b.returned.reference, u"cancel"_s);
    QVERIFY(b.resume());
    QVERIFY(b.driver.find<MessageBar>(u"noteBar"_s)->text().contains(u"Nothing can be sent back"_s));
    b.view->openPage(u"reviewPage"_s);
    QVERIFY(!b.driver.find<QPushButton>(u"nextButton"_s)->isEnabled());
}

PORTDESK_GUI_TEST_MAIN(TestCorrection)
#include "tst_correction.moc"

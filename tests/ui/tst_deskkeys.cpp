// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// The desk with hands on the keyboard, in the program's own window.
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/desk/casesview.h"
#include "ui/desk/caseview.h"
#include "ui/desk/review/reviewview.h"
#include "ui/models/casewords.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/starter.h"
#include "ui/shell/workplace.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTabBar>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000; // ms

/// The program on a desk with one request handed in, and cases without documents.
struct Program {
    explicit Program(Role role = Role::Agent, const QList<Case> &others = {}) : desk(role), theme(*qApp), starter(desk.options(), prompts, theme)
    {
        desk.insertCases(others);
        if (const QString problem = desk.open(); !problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        reference = desk.submit(RequestBuilder().build()).first();
    }

    bool start(Role role = Role::Agent)
    {
        starter.setRole(role);
        starter.start();
        if (!QTest::qWaitFor([&] { return starter.mainWindow() != nullptr; }, kPatience))
            return false;
        driver = std::make_unique<GuiDriver>(starter.window());
        return driver->show();
    }
    bool openCase(const QString &which)
    {
        starter.mainWindow()->workplace()->openCase(which);
        return driver->waitFor([&] { return page()->details().portCase.revision > 0 && page()->isVisible(); }, u"the case is shown"_s, kPatience);
    }
    CaseView *page() const { return starter.window()->findChild<CaseView *>(u"casePage"_s); }
    ReviewView *review() const { return starter.window()->findChild<ReviewView *>(u"reviewView"_s); }
    bool reviews() const { return review() && review()->isVisible(); }
    QString place() const { return starter.mainWindow()->workplace()->place(); }
    QString focus() const { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(); }
    QAction *action(const QString &name) const { return starter.window()->findChild<QAction *>(name); }
    bool listed(const QString &count) const
    {
        return driver->waitFor([&] { return driver->find<TextLabel>(u"casesCountLabel"_s)->text() == count; }, u"the list shows "_s + count, kPatience);
    }

    TestDesk desk;
    FakePrompts prompts;
    Theme theme;
    Starter starter;
    QString reference;
    std::unique_ptr<GuiDriver> driver;
};

QList<Case> threeCases()
{
    return {plainCase(u"Harbour Dental Ltd"_s, u"+493023110000"_s), plainCase(u"Harbour Garage Ltd"_s, u"+493023110001"_s), plainCase(u"Zimmer Optik"_s, u"+493023110002"_s)};
}

} // namespace

class TestDeskKeys final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QSettings().clear(); }
    void reviewOpensFromEveryTab_data();
    void reviewOpensFromEveryTab();
    void reviewOpensAtTheChosenDocument();
    void reviewOpensFromTheList();
    void reviewSaysWhenThereIsNothing();
    void reviewIsTheDesks();
    void searchGoesIntoTheList();
    void searchOpensTheOnlyCase();
    void searchOpensTheChosenCase();
    void searchOfSeveralAsksWhich();
};

void TestDeskKeys::reviewOpensFromEveryTab_data()
{
    QTest::addColumn<QString>("place");
    for (const char *place : {"overview", "numbers", "documents", "fees", "timeline", "messages"})
        QTest::newRow(place) << QString::fromLatin1(place);
}

void TestDeskKeys::reviewOpensFromEveryTab()
{
    QFETCH(QString, place);
    Program program;
    QVERIFY(program.start());
    QVERIFY(program.openCase(program.reference));
    program.page()->showPlace(place);
    program.driver->find<QTabBar>(u"caseTabs"_s)->setFocus();
    QVERIFY(program.driver->press(Qt::Key_F7));
    QVERIFY2(program.reviews(), "F7 did not open the review");
    QTRY_COMPARE(program.review()->document().kind, program.desk.details(program.reference).portCase.documents.first().kind); // nobody decided it
    QVERIFY(program.driver->press(Qt::Key_F7)); // once more does no harm
    QVERIFY(program.reviews());
}

void TestDeskKeys::reviewOpensAtTheChosenDocument()
{
    Program program;
    QVERIFY(program.start());
    QVERIFY(program.openCase(program.reference));
    program.page()->showPlace(u"documents"_s);
    const CaseDocument third = program.page()->details().portCase.documents.at(2);
    QVERIFY(program.driver->clickRow(u"documentsTable"_s, 2));
    QVERIFY(program.driver->press(Qt::Key_F7));
    QCOMPARE(program.review()->document().sha256, third.sha256);
    program.review()->findChild<QAction *>(u"review_backAction"_s)->trigger();
    QVERIFY(program.driver->has(u"documentsTable"_s));
}

void TestDeskKeys::reviewOpensFromTheList()
{
    Program program;
    QVERIFY(program.start());
    QVERIFY(program.listed(u"1 of 1"_s));
    QVERIFY(program.driver->press(Qt::Key_F7)); // none is chosen
    QCOMPARE(program.place(), u"cases"_s);
    QVERIFY(program.driver->find<MessageBar>(u"windowMessageBar"_s)->text().startsWith(u"Choose the case"));
    QVERIFY(program.driver->clickRow(u"casesTable"_s, 0));
    QVERIFY(program.driver->press(Qt::Key_F7));
    QVERIFY(program.driver->waitFor([&] { return program.reviews(); }, u"the review"_s, kPatience));
    QCOMPARE(program.review()->details().portCase.reference, program.reference);
    // The next case that is opened shows itself, not its review.
    QVERIFY(program.openCase(program.reference));
    QTRY_VERIFY(!program.reviews());
}

void TestDeskKeys::reviewSaysWhenThereIsNothing()
{
    Program program(Role::Agent, threeCases());
    QVERIFY(program.start());
    QVERIFY(program.listed(u"4 of 4"_s));
    program.driver->find<QLineEdit>(u"caseSearchEdit"_s)->setText(u"Zimmer"_s);
    QVERIFY(program.listed(u"1 of 4"_s));
    QVERIFY(program.driver->clickRow(u"casesTable"_s, 0));
    QVERIFY(program.driver->press(Qt::Key_F7));
    QTRY_VERIFY_WITH_TIMEOUT(program.driver->has(u"caseMessageBar"_s), kPatience);
    QVERIFY(program.driver->find<MessageBar>(u"caseMessageBar"_s)->text().startsWith(u"No document was handed in yet"));
    QVERIFY(!program.reviews());
}

void TestDeskKeys::reviewIsTheDesks()
{
    {
        Program program;
        QVERIFY(program.start());
        QAction *action = program.action(u"reviewAction"_s);
        QCOMPARE(action->shortcut(), QKeySequence(Qt::Key_F7));
        QVERIFY(action->isEnabled() && !action->associatedObjects().isEmpty()); // it stands in a menu
        QVERIFY(program.driver->click(u"messagesRailButton"_s));
        QVERIFY(!action->isEnabled());
        QVERIFY(program.openCase(program.reference));
        QTRY_VERIFY(action->isEnabled());
        const auto *more = program.starter.window()->findChild<QMenu *>(u"moreMenu"_s);
        QVERIFY(more->findChild<QAction *>(u"action_reviewAction"_s)->text().endsWith(u"F7"));
    }
    Program customer(Role::Customer);
    QVERIFY(customer.start(Role::Customer));
    QVERIFY(customer.openCase(customer.reference));
    QVERIFY(!customer.action(u"reviewAction"_s)->isEnabled());
    QVERIFY(customer.driver->press(Qt::Key_F7));
    QVERIFY(!customer.reviews());
}

void TestDeskKeys::searchGoesIntoTheList()
{
    Program program(Role::Agent, threeCases());
    QVERIFY(program.start());
    QVERIFY(program.listed(u"4 of 4"_s));
    program.action(u"findAction"_s)->trigger();
    QVERIFY(program.driver->press(Qt::Key_Down));
    QCOMPARE(program.focus(), u"casesTable"_s);
    auto *table = program.driver->find<QAbstractItemView>(u"casesTable"_s);
    QCOMPARE(table->currentIndex().row(), 0);
    QVERIFY(program.driver->press(Qt::Key_Down));
    QCOMPARE(table->currentIndex().row(), 1);
    QVERIFY(program.driver->press(Qt::Key_Up));
    QVERIFY(program.driver->press(Qt::Key_Up)); // from the first row back
    QCOMPARE(program.focus(), u"caseSearchEdit"_s);
    // While the list is being searched the key waits for what is found.
    program.driver->find<QLineEdit>(u"caseSearchEdit"_s)->setText(u"Zimmer"_s);
    QVERIFY(program.driver->press(Qt::Key_Down));
    QVERIFY(program.listed(u"1 of 4"_s));
    QTRY_COMPARE(program.focus(), u"casesTable"_s);
    QCOMPARE(table->currentIndex().row(), 0);
    // Where nothing is found there is no list to go into.
    program.action(u"findAction"_s)->trigger();
    program.driver->find<QLineEdit>(u"caseSearchEdit"_s)->setText(u"nobody at all"_s);
    QVERIFY(program.listed(u"0 of 4"_s));
    QVERIFY(program.driver->press(Qt::Key_Down));
    QCOMPARE(program.focus(), u"caseSearchEdit"_s);
}

void TestDeskKeys::searchOpensTheOnlyCase()
{
    Program program(Role::Agent, threeCases());
    QVERIFY(program.start());
    QVERIFY(program.listed(u"4 of 4"_s));
    program.action(u"findAction"_s)->trigger();
    commitText(QApplication::focusWidget(), u"Zimmer"_s);
    QVERIFY(program.driver->press(Qt::Key_Return)); // before the answer is there
    QVERIFY(program.driver->waitFor([&] { return program.place() == u"case" && program.page()->details().portCase.revision > 0; }, u"the case opens"_s, kPatience));
    QCOMPARE(summaryOf(program.page()->details().portCase).owner, u"Zimmer Optik"_s);
}

void TestDeskKeys::searchOpensTheChosenCase()
{
    Program program(Role::Agent, threeCases());
    QVERIFY(program.start());
    QVERIFY(program.listed(u"4 of 4"_s));
    QVERIFY(program.driver->clickRow(u"casesTable"_s, 2));
    const CaseId chosen = program.starter.window()->findChild<CasesView *>(u"casesView"_s)->currentCase();
    program.action(u"findAction"_s)->trigger();
    QVERIFY(program.driver->press(Qt::Key_Return));
    QVERIFY(program.driver->waitFor([&] { return program.place() == u"case"; }, u"the case opens"_s, kPatience));
    QCOMPARE(program.page()->caseId(), chosen);
}

void TestDeskKeys::searchOfSeveralAsksWhich()
{
    Program program(Role::Agent, threeCases());
    QVERIFY(program.start());
    QVERIFY(program.listed(u"4 of 4"_s));
    program.action(u"findAction"_s)->trigger();
    commitText(QApplication::focusWidget(), u"Harbour"_s);
    QVERIFY(program.listed(u"2 of 4"_s));
    QVERIFY(program.driver->press(Qt::Key_Return));
    QCOMPARE(program.place(), u"cases"_s);
    QCOMPARE(program.focus(), u"casesTable"_s);
    QVERIFY(program.driver->press(Qt::Key_Return));
    QTRY_COMPARE(program.place(), u"case"_s);
}

PORTDESK_GUI_TEST_MAIN(TestDeskKeys)
#include "tst_deskkeys.moc"

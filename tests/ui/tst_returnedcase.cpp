// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/returnedcase.h"
#include "ui/desk/caseview.h"
#include "ui/shell/mainwindow.h"
#include "ui/viewer/markbook.h"
#include "ui/viewer/markspane.h"
#include "ui/widgets/messagebar.h"

#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// What a customer sees of a returned case beside the wizard.
class TestReturnedCase final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsAtHomeAndOnTheCasePage();
    void customersSeePublicMarksAndTheVerdict();
};

void TestReturnedCase::beginsAtHomeAndOnTheCasePage()
{
    QSettings().clear();
    ReturnedCase returned;
    FakePrompts prompts;
    Theme theme(*qApp);
    MainWindow window(returned.desk.session(), prompts, theme);
    window.openHome(Role::Customer, u"Jürgen Müller-Lüdenscheidt"_s, false);
    GuiDriver driver(&window);
    QVERIFY(driver.show());
    const QString button = u"correct%1Button"_s.arg(returned.reference);
    QTRY_VERIFY(driver.has(button));
    QVERIFY(driver.click(button));
    QTRY_VERIFY(driver.has(u"todoPage"_s));
    QVERIFY(window.windowTitle().contains(returned.reference));
    QVERIFY(driver.type(u"correctionNoteEdit"_s, u"A new bill comes tomorrow."_s));
    QVERIFY(driver.click(u"closeButton"_s));
    QTRY_VERIFY(driver.has(button));
    QTRY_COMPARE(driver.find<QPushButton>(button)->text(), u"Continue"_s);
    CaseView page(returned.desk.session(), prompts);
    QSignalSpy wanted(&page, &CaseView::correctionWanted);
    page.openCase(returned.reference);
    QTRY_VERIFY(page.details().portCase.revision > 0);
    page.startAction(u"correct"_s);
    QCOMPARE(wanted.size(), 1);
    QSettings().clear();
}

void TestReturnedCase::customersSeePublicMarksAndTheVerdict()
{
    ReturnedCase returned;
    FakePrompts prompts;
    CaseView page(returned.desk.session(), prompts);
    page.openCase(returned.reference);
    GuiDriver driver(&page);
    QVERIFY(driver.show());
    QTRY_VERIFY(page.details().portCase.revision > 0);
    page.showPlace(u"documents"_s);
    const auto &documents = page.details().portCase.documents;
    for (int row = 0; row < documents.size(); ++row) {
        if (documents.at(row).kind == u"bill")
            QVERIFY(driver.clickRow(u"documentsTable"_s, row));
    }
    QTRY_VERIFY(driver.has(u"publicMarks"_s));
    auto *marks = driver.find<MarksPane>(u"publicMarks"_s);
    QCOMPARE(marks->book().marks().size(), 1);
    QVERIFY(!marks->book().marks().first().internal);
    QCOMPARE(marks->book().marks().first().author, u"Porting desk"_s); // no names of the desk
    const QString verdict = driver.find<MessageBar>(u"verdictBar"_s)->text();
    QVERIFY2(verdict.contains(u"refused"_s) && verdict.contains(u"The lower half is cut off."_s) && !verdict.contains(u"Jonas"_s), qPrintable(verdict));
}

PORTDESK_GUI_TEST_MAIN(TestReturnedCase)
#include "tst_returnedcase.moc"

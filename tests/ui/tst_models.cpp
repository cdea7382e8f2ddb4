// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Every model of the program keeps the rules of models while real windows use it. The list of models is read from the sources:
// a new one fails this test until a window that shows it is opened here.
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/testscanner.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/desk/caseview.h"
#include "ui/desk/countries/countriesview.h"
#include "ui/desk/letters/trayview.h"
#include "ui/desk/review/reviewview.h"
#include "ui/scan/scandialog.h"
#include "ui/scan/scannedpages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/starter.h"
#include "ui/shell/workplace.h"
#include "ui/viewer/marklayer.h"
#include "ui/wizard/importdialog.h"
#include "ui/wizard/wizardview.h"

#include <QAbstractButton>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableView>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

/// Classes of ui/ that are models, by the words of their declarations; templates are bases, not models.
QSet<QString> declaredModels()
{
    static const QRegularExpression declaration(u"(template\\s*<[^>]*>\\s*)?class\\s+(\\w+)\\s+(?:final\\s+)?:\\s*public\\s+(\\w+)"_s);
    QList<QPair<QString, QString>> derived; // class and base
    QSet<QString> templates;
    QDirIterator it(QStringLiteral(PORTDESK_SOURCE_DIR "/ui"), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (auto match = declaration.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext();) {
            const auto found = match.next();
            derived.append({found.captured(2), found.captured(3)});
            if (!found.captured(1).isEmpty())
                templates.insert(found.captured(2));
        }
    }
    QSet<QString> models;
    for (qsizetype before = -1; before != models.size();) {
        before = models.size();
        for (const auto &[name, base] : derived) {
            if ((base.startsWith(u'Q') && base.endsWith(u"Model"_s)) || models.contains(base))
                models.insert(name);
        }
    }
    return models - templates;
}

QStringList sorted(const QSet<QString> &names)
{
    QStringList list(names.cbegin(), names.cend());
    list.sort();
    return list;
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("PORTDESK_DOCWORKER", PORTDESK_BIN_DIR "/portdesk-docworker"); }
    void everyModelKeepsTheRules();

private:
    void visitDesk(MainWindow &window, GuiDriver &driver);
    void visitCase(MainWindow &window, GuiDriver &driver, const QString &reference);
    void visitRules(MainWindow &window, GuiDriver &driver);
    void visitLetters(MainWindow &window, GuiDriver &driver);
    void visitScan(const TestDesk &desk, FakePrompts &prompts);
    void visitWizard(MainWindow &window);
    void visitImport(MainWindow &window, GuiDriver &driver, FakePrompts &prompts);
};

/// Every place of the rail, and each tab in it.
void TestModels::visitDesk(MainWindow &window, GuiDriver &driver)
{
    for (const auto *button : window.findChildren<QAbstractButton *>(QRegularExpression(u"RailButton$"_s))) {
        QVERIFY(driver.click(button->objectName()));
        window.grab();
    }
}

void TestModels::visitCase(MainWindow &window, GuiDriver &driver, const QString &reference)
{
    window.workplace()->openCase(reference);
    QTRY_VERIFY(driver.has(u"caseTabs"_s) && window.windowTitle().startsWith(reference));
    auto *tabs = driver.find<QTabBar>(u"caseTabs"_s);
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        window.grab();
    }
    window.findChild<CaseView *>(u"casePage"_s)->openReview();
    const auto *review = window.findChild<ReviewView *>(u"reviewView"_s);
    QVERIFY(driver.waitFor([&] { return review->isSettled(); }, u"the review is shown"_s, 60'000));
    review->layer().highlight(0, {{0.1, 0.1, 0.2, 0.02}});
    window.grab();
}

void TestModels::visitWizard(MainWindow &window)
{
    window.openRequest({});
    QVERIFY(window.wizard());
    window.wizard()->startNew(RequestBuilder().build());
    for (WizardPage *page : window.wizard()->pages()) {
        window.wizard()->openPage(page->objectName());
        QTRY_VERIFY(window.wizard()->draft().isUpToDate());
        window.grab();
    }
}

/// A rule of a country, and the cases it judges; its holidays.
void TestModels::visitRules(MainWindow &window, GuiDriver &driver)
{
    QVERIFY(driver.click(u"countriesRailButton"_s));
    window.findChild<CountriesView *>(u"countriesView"_s)->showRules(u"DE"_s, NumberType::Geographic);
    QVERIFY(driver.click(u"usage_fields_service_addressButton"_s));
    QTRY_VERIFY(driver.has(u"usedCasesTable"_s));
    window.grab();
    QVERIFY(driver.press(Qt::Key_Escape));
    window.workplace()->showHolidays();
    QTRY_VERIFY(driver.has(u"holidaysTable"_s));
    window.grab();
}

void TestModels::visitLetters(MainWindow &window, GuiDriver &driver)
{
    window.workplace()->showLetters();
    QTRY_VERIFY(driver.has(u"trayView"_s));
    window.findChild<TrayView *>()->routeFiles({QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/samples/bill-eng.pdf")});
    QVERIFY(driver.waitFor([&] { return driver.has(u"trayList"_s); }, u"the bill waits in the tray"_s, 60'000));
    window.grab();
}

/// Pages of a document that is being scanned.
void TestModels::visitScan(const TestDesk &desk, FakePrompts &prompts)
{
    const TestScanner scanners;
    DocWorker worker(desk.options().worker);
    ScanDialog dialog(worker, prompts, {u"Scan: Latest phone bill"_s, u"bill.pdf"_s, 0});
    dialog.show();
    QVERIFY(QTest::qWaitFor([&] { return !dialog.isBusy(); }, 60'000));
    for (const char *bytes : {"first", "second", "third"})
        dialog.pages().append({1, bytes, 100, {80, 100}, {}});
    dialog.grab();
    dialog.pages().move(2, 0);
    dialog.pages().turn(1);
    dialog.pages().remove(0);
    dialog.pages().undoStack().undo();
    QCOMPARE(dialog.pages().rowCount(), 3);
    dialog.grab();
}

/// Both halves of the import of a table.
void TestModels::visitImport(MainWindow &window, GuiDriver &driver, FakePrompts &prompts)
{
    window.wizard()->openPage(u"numbersPage"_s);
    prompts.willOpen({QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/tables/numbers.xlsx")});
    QVERIFY(driver.click(u"importNumbersButton"_s));
    const auto shown = [&window](const QString &table) {
        auto *dialog = window.findChild<ImportDialog *>();
        const auto *view = dialog ? dialog->findChild<QTableView *>(table) : nullptr;
        return view && view->isVisible() && view->model() && view->model()->rowCount() > 0;
    };
    QVERIFY(driver.waitFor([&] { return shown(u"previewTable"_s); }, u"the table is read"_s, 60'000));
    window.findChild<ImportDialog *>()->grab();
    QVERIFY(GuiDriver(window.findChild<ImportDialog *>()).click(u"importNextButton"_s));
    QVERIFY(driver.waitFor([&] { return shown(u"reportTable"_s); }, u"the report is shown"_s, 60'000));
    window.findChild<ImportDialog *>()->grab();
    window.findChild<ImportDialog *>()->reject();
}

void TestModels::everyModelKeepsTheRules()
{
    const QSet<QString> declared = declaredModels();
    QVERIFY2(declared.size() > 5, "the sources were not found");
    ModelWatch watch;
    TestDesk desk;
    QCOMPARE(desk.open(), QString());
    const QString reference = desk.submit(RequestBuilder().build()).first();
    desk.apply(reference, u"quote"_s, {{u"amount"_s, u"60"_s}, {u"currency"_s, u"EUR"_s}});
    FakePrompts prompts;
    Theme theme(*qApp);
    Starter starter(desk.options(), prompts, theme);
    starter.setRole(Role::Agent);
    starter.start();
    QTRY_VERIFY(starter.mainWindow());
    GuiDriver driver(starter.window());
    QVERIFY(driver.show());
    visitDesk(*starter.mainWindow(), driver);
    visitCase(*starter.mainWindow(), driver, reference);
    visitRules(*starter.mainWindow(), driver);
    visitLetters(*starter.mainWindow(), driver);
    visitScan(desk, prompts);
    visitWizard(*starter.mainWindow());
    visitImport(*starter.mainWindow(), driver, prompts);
    QCOMPARE(sorted(watch.classes()), sorted(declared));
}

PORTDESK_GUI_TEST_MAIN(TestModels)
#include "tst_models.moc"

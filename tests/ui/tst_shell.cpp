// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/desklimits.h"
#include "core/numbers/numberdata.h"
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/starter.h"
#include "ui/shell/workplace.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/wizard/wizardview.h"

#include <QAction>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

class TestShell : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void asksAtTheFirstStartOnly();
    void needsANameAtTheDesk();
    void switchesTheRole();
    void changesTheLargestDocument();
    void keepsTheDesksAddress();
    void loadsNumberData();
    void saysTheDateOfItsTables();
    void switchesTheThemeLive();
    void showsStoreProblems_data();
    void showsStoreProblems();
    void retriesAfterAStoreProblem();
    void choosesAnotherStore();
    void backsUpAndVerifies();
    void opensACaseFromTheList();
    void opensTheWizard();
    void ticksWhileOpen();
    void deletesADraftAfterAsking();
    void canBeUsedByEverybody_data();
    void canBeUsedByEverybody();
};

namespace {

bool waitForWindow(Starter &starter)
{
    return QTest::qWaitFor([&] { return starter.window() != nullptr; }, 10000);
}

/// A program on a desk of its own.
struct Program {
    explicit Program(Role role = Role::Agent) : desk(role), theme(*qApp), starter(desk.options(), prompts, theme) {}

    bool start(std::optional<Role> role = std::nullopt)
    {
        if (role)
            starter.setRole(*role);
        starter.start();
        return waitForWindow(starter);
    }

    TestDesk desk;
    FakePrompts prompts;
    Theme theme;
    Starter starter;
};

void damage(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(8192, 'x')) < 0)
        qFatal("The damaged store could not be written.");
}

} // namespace

void TestShell::init()
{
    QSettings().clear();
}

void TestShell::asksAtTheFirstStartOnly()
{
    {
        Program program;
        QVERIFY(program.start());
        GuiDriver driver(program.starter.window());
        QVERIFY(driver.show());
        QVERIFY(driver.has(u"firstStart"_s));
        QVERIFY(driver.type(u"personNameEdit"_s, u"Anna Weber"_s));
        QVERIFY(driver.click(u"deskRoleButton"_s));
        QTRY_VERIFY(driver.has(u"casesView"_s));
        QCOMPARE(driver.find<QLabel>(u"personLabel"_s)->text(), u"Anna Weber, agent"_s);
    }
    Program again;
    QVERIFY(again.start());
    GuiDriver driver(again.starter.window());
    QVERIFY(driver.show());
    QVERIFY(!driver.has(u"firstStart"_s));
    QVERIFY(driver.has(u"casesView"_s));
}

void TestShell::needsANameAtTheDesk()
{
    Program program;
    QVERIFY(program.start());
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show());
    QVERIFY(driver.type(u"personNameEdit"_s, u""_s));
    QVERIFY(driver.click(u"deskRoleButton"_s));
    QVERIFY(driver.has(u"firstStart"_s));
    QVERIFY(!driver.find<FormField>(u"personNameField"_s)->visibleError().isEmpty());
    QVERIFY(driver.click(u"customerRoleButton"_s)); // a customer needs none
    QTRY_VERIFY(driver.has(u"customerHome"_s));
}

void TestShell::switchesTheRole()
{
    Program program;
    QVERIFY(program.start(Role::Agent));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show());
    QVERIFY(driver.click(u"settingsRailButton"_s));
    QVERIFY(driver.choose(u"roleCombo"_s, u"customer"_s));
    QTRY_VERIFY(driver.has(u"customerHome"_s));
    QVERIFY(!driver.has(u"todayRailButton"_s));
    QCOMPARE(PersonalSettings::load().role, std::optional(Role::Customer));
    QVERIFY(driver.click(u"settingsRailButton"_s));
    QVERIFY(driver.choose(u"roleCombo"_s, u"agent"_s));
    QTRY_VERIFY(driver.has(u"casesView"_s));
    QVERIFY(driver.click(u"settingsRailButton"_s));
    QVERIFY(driver.choose(u"roleCombo"_s, u"supervisor"_s));
    QTRY_VERIFY(driver.has(u"casesView"_s));
    const QList<QLabel *> labels = program.starter.window()->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->isVisible() && label->text().contains(u"supervisor"_s); }));
    QCOMPARE(PersonalSettings::load().role, std::optional(Role::Supervisor));
}

void TestShell::changesTheLargestDocument()
{
    Program program;
    QVERIFY(program.start(Role::Agent));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show());
    QVERIFY(driver.click(u"settingsRailButton"_s));
    auto *spin = driver.find<QSpinBox>(u"maximumDocumentSpin"_s);
    QTRY_COMPARE(spin->value(), 25);
    spin->setValue(40);
    // A desk that opens the same store afterwards has it.
    QTRY_VERIFY([&] {
        auto store = openStore(program.desk.storePath());
        auto limits = store ? intakeLimits(**store) : Result<IntakeLimits>(IntakeLimits());
        return limits && limits->maximumBytes == 40LL * 1024 * 1024;
    }());
}

void TestShell::keepsTheDesksAddress()
{
    Program program;
    QVERIFY(program.start(Role::Agent));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show());
    QVERIFY(driver.click(u"settingsRailButton"_s));
    const auto kept = [&] {
        auto store = openStore(program.desk.storePath());
        auto address = store ? (*store)->setting(u"desk.email"_s) : Result<QString>(QString());
        return address ? *address : QString();
    };
    auto *edit = driver.find<QLineEdit>(u"deskAddressEdit"_s);
    QVERIFY(edit->isVisible() && edit->text().isEmpty());
    edit->setText(u"nowhere"_s);
    Q_EMIT edit->editingFinished();
    QVERIFY(driver.find<FormField>(u"deskAddressField"_s)->visibleError().contains(u"nowhere"_s));
    QCOMPARE(kept(), QString());
    edit->setText(u" desk@example.org "_s);
    Q_EMIT edit->editingFinished();
    QCOMPARE(driver.find<FormField>(u"deskAddressField"_s)->visibleError(), QString());
    QTRY_COMPARE(kept(), u"desk@example.org"_s);
    edit->clear();
    Q_EMIT edit->editingFinished();
    QTRY_COMPARE(kept(), QString());
}

void TestShell::loadsNumberData()
{
    QVERIFY(dropLoadedNumberData());
    Program program;
    QVERIFY(program.start(Role::Agent));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show());
    QVERIFY(driver.click(u"settingsRailButton"_s));
    QVERIFY(driver.find<QLabel>(u"numberDataLabel"_s)->text().contains(u"supplied with PortDesk"));
    QVERIFY(!driver.find<QPushButton>(u"dropNumberDataButton"_s)->isEnabled());

    const QTemporaryDir folder;
    QFile supplied(u":/portdesk/numbers/main.bin"_s);
    QVERIFY(supplied.open(QIODevice::ReadOnly));
    const QByteArray newer = supplied.readAll().replace("2026-09-29", "2027-01-15");
    for (const auto &[name, bytes] : {std::pair(u"unfit.bin"_s, newer.first(90'000)), std::pair(u"newer.bin"_s, newer)}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    program.prompts.willOpen({});
    QVERIFY(driver.click(u"loadNumberDataButton"_s));
    QVERIFY(!driver.has(u"numberDataBar"_s));
    program.prompts.willOpen({folder.filePath(u"unfit.bin"_s)});
    QVERIFY(driver.click(u"loadNumberDataButton"_s));
    QVERIFY(driver.find<MessageBar>(u"numberDataBar"_s)->text().contains(u"unfit.bin: This is no number data"));
    program.prompts.willOpen({folder.filePath(u"newer.bin"_s)});
    QVERIFY(driver.click(u"loadNumberDataButton"_s));
    QVERIFY(driver.find<MessageBar>(u"numberDataBar"_s)->text().contains(u"From the next start: google-libphonenumber 3.2.47 of 15 Jan 2027, loaded from a file"));
    QCOMPARE(numberDataOfNextStart().date, QDate(2027, 1, 15));
    QVERIFY(driver.click(u"dropNumberDataButton"_s));
    QVERIFY(!driver.has(u"numberDataBar"_s));
    QVERIFY(!driver.find<QPushButton>(u"dropNumberDataButton"_s)->isEnabled());
    QCOMPARE(numberDataOfNextStart(), numberDataInUse());
    QVERIFY(program.prompts.allUsed());
}

void TestShell::saysTheDateOfItsTables()
{
    Program program;
    QVERIFY(program.start(Role::Agent));
    program.starter.window()->findChild<QAction *>(u"aboutAction"_s)->trigger();
    QCOMPARE(program.prompts.messages.size(), 1);
    QVERIFY(program.prompts.messages.first().contains(u"Number data: "_s + numberDataText(numberDataInUse())));
    QVERIFY(program.prompts.messages.first().contains(u"holidays as of"));
}

void TestShell::switchesTheThemeLive()
{
    Program program;
    QVERIFY(program.start(Role::Agent));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show());
    program.starter.window()->findChild<QAction *>(u"themeDarkAction"_s)->trigger();
    QVERIFY(program.theme.isDark());
    QTRY_COMPARE(program.starter.window()->palette().color(QPalette::Window), darkTokens().window);
    QCOMPARE(PersonalSettings::load().theme, Theme::Mode::Dark);
    QVERIFY(driver.click(u"settingsRailButton"_s));
    QVERIFY(driver.choose(u"themeCombo"_s, u"light"_s));
    QVERIFY(!program.theme.isDark());
}

void TestShell::showsStoreProblems_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("damaged") << u"damaged"_s;
    QTest::newRow("a folder that is not there") << u"nowhere"_s;
    QTest::newRow("a folder instead of a file") << u"folder"_s;
}

void TestShell::showsStoreProblems()
{
    QFETCH(QString, kind);
    QTemporaryDir folder;
    TestDesk desk;
    DeskSessionOptions options = desk.options();
    options.storeUrl = folder.filePath(u"bad.sqlite"_s);
    if (kind == u"damaged")
        damage(options.storeUrl);
    else if (kind == u"nowhere")
        options.storeUrl = u"/proc/nowhere/desk.sqlite"_s;
    else
        options.storeUrl = folder.path();
    FakePrompts prompts;
    Theme theme(*qApp);
    Starter starter(options, prompts, theme);
    starter.start();
    QVERIFY(waitForWindow(starter));
    QVERIFY(!starter.mainWindow());
    GuiDriver driver(starter.window());
    QVERIFY(driver.show({640, 320}));
    QVERIFY(!driver.find<MessageBar>(u"storeProblemBar"_s)->text().isEmpty());
    QVERIFY(driver.has(u"retryButton"_s) && driver.has(u"chooseStoreButton"_s) && driver.has(u"quitButton"_s));
    QCOMPARE(accessibilityFindings(starter.window()), QStringList());
}

void TestShell::retriesAfterAStoreProblem()
{
    Program program;
    damage(program.desk.storePath());
    QVERIFY(program.start(Role::Agent));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show({640, 320}));
    QVERIFY(QFile::remove(program.desk.storePath()));
    QVERIFY(driver.click(u"retryButton"_s));
    QTRY_VERIFY(program.starter.mainWindow());
}

void TestShell::choosesAnotherStore()
{
    TestDesk other;
    other.insertCases({plainCase(u"Harbour Dental Ltd"_s, u"+493023110000"_s)});
    Program program;
    damage(program.desk.storePath());
    QVERIFY(program.start(Role::Agent));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show({640, 320}));
    program.prompts.willOpen({other.storePath()});
    QVERIFY(driver.click(u"chooseStoreButton"_s));
    QTRY_VERIFY(program.starter.mainWindow());
    GuiDriver main(program.starter.window());
    QTRY_VERIFY(main.find<QLabel>(u"casesCountLabel"_s)->text() == u"1 of 1");
}

void TestShell::backsUpAndVerifies()
{
    Program program;
    QVERIFY(program.start(Role::Agent));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show());
    const QString copy = program.desk.folder().filePath(u"copy.sqlite"_s);
    program.prompts.willSave(copy);
    program.starter.window()->findChild<QAction *>(u"backupAction"_s)->trigger();
    QTRY_VERIFY(driver.has(u"windowMessageBar"_s) && driver.find<MessageBar>(u"windowMessageBar"_s)->state() == State::Good);
    QVERIFY(QFileInfo(copy).size() > 0);
    program.starter.window()->findChild<QAction *>(u"verifyAction"_s)->trigger();
    QTRY_VERIFY(driver.find<MessageBar>(u"windowMessageBar"_s)->text().contains(u"is sound"));
}

void TestShell::opensACaseFromTheList()
{
    Program program;
    program.desk.insertCases({plainCase(u"Harbour Dental Ltd"_s, u"+493023110000"_s)});
    QVERIFY(program.start(Role::Agent));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show());
    QTRY_COMPARE(driver.find<QLabel>(u"casesCountLabel"_s)->text(), u"1 of 1"_s);
    QVERIFY(driver.clickRow(u"casesTable"_s, 0));
    QVERIFY(driver.press(Qt::Key_Return));
    QTRY_VERIFY(driver.has(u"casePage"_s));
    QTRY_VERIFY(program.starter.window()->windowTitle().startsWith(u"PD-"));
    QVERIFY(driver.click(u"backButton"_s));
    QVERIFY(driver.has(u"casesView"_s));
    program.starter.window()->findChild<QAction *>(u"findAction"_s)->trigger();
    QCOMPARE(QApplication::focusWidget()->objectName(), u"caseSearchEdit"_s);
}

void TestShell::opensTheWizard()
{
    Program program;
    QVERIFY(program.start(Role::Agent));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show());
    MainWindow *window = program.starter.mainWindow();
    QVERIFY(driver.click(u"newRequestButton"_s));
    QTRY_VERIFY(window->wizard() && window->wizard()->isVisible());
    QVERIFY2(!window->findChild<QAction *>(u"newRequestAction"_s)->isEnabled(), "one request at a time");
    Q_EMIT window->wizard()->cancelled();
    QVERIFY(!window->wizard());
    QTRY_VERIFY(driver.has(u"casesView"_s));
    QVERIFY(window->findChild<QAction *>(u"newRequestAction"_s)->isEnabled());
}

void TestShell::ticksWhileOpen()
{
    Program program;
    QVERIFY(program.start(Role::Agent));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show());
    program.starter.window()->findChild<QAction *>(u"refreshAction"_s)->trigger();
    QVERIFY(driver.click(u"todayRailButton"_s));
    QVERIFY(driver.has(u"todayView"_s));
}

void TestShell::deletesADraftAfterAsking()
{
    Program program(Role::Customer);
    QCOMPARE(program.desk.open(), QString());
    const auto saved = await(program.desk.session().saveDraft({{}, RequestBuilder().build(), u"ownerPage"_s, testNow()}));
    QVERIFY(saved.ok());
    const QString button = u"deleteDraft%1Button"_s.arg(saved->value);
    QVERIFY(program.start(Role::Customer));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show());
    QTRY_VERIFY(driver.has(button));
    program.prompts.willConfirm(false);
    QVERIFY(driver.click(button));
    QVERIFY(driver.has(button));
    program.prompts.willConfirm(true);
    QVERIFY(driver.click(button));
    QTRY_VERIFY(!driver.has(button));
    QCOMPARE(program.prompts.questions.size(), 2);
}

void TestShell::canBeUsedByEverybody_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QString>("place");
    QTest::newRow("today") << Role::Agent << u"today"_s;
    QTest::newRow("cases") << Role::Agent << u"cases"_s;
    QTest::newRow("messages") << Role::Agent << u"messages"_s;
    QTest::newRow("settings") << Role::Agent << u"settings"_s;
    QTest::newRow("the customer's requests") << Role::Customer << u"requests"_s;
    QTest::newRow("the customer's settings") << Role::Customer << u"settings"_s;
}

void TestShell::canBeUsedByEverybody()
{
    QFETCH(Role, role);
    QFETCH(QString, place);
    Program program(role);
    program.desk.insertCases({plainCase(u"Harbour Dental Ltd"_s, u"+493023110000"_s)});
    QVERIFY(program.start(role));
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show({1024, 700}));
    QVERIFY(driver.click(place + u"RailButton"_s));
    QTRY_COMPARE(program.starter.mainWindow()->workplace()->place(), place);
    QCOMPARE(accessibilityFindings(program.starter.window()).join(u'\n'), QString());
    QCOMPARE(program.starter.window()->size(), QSize(1024, 700));
}

PORTDESK_GUI_TEST_MAIN(TestShell)
#include "tst_shell.moc"

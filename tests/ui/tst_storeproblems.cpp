// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// A store that cannot be opened or written, as a person at the real window meets it: what happened, why, what to do, nothing lost,
// and on it goes once the cause is gone.
#include "tests/kit/casesamples.h"
#include "tests/kit/fulldisk.h"
#include "tests/kit/storetrouble.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/wizardbench.h"
#include "tests/kit/unprivileged.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/starter.h"
#include "ui/shell/workplace.h"
#include "ui/widgets/messagebar.h"
#include "ui/wizard/documentspage.h"
#include "ui/wizard/draftkeeper.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

/// The program of an agent, on a desk of its own.
struct Program {
    Program() : theme(*qApp), starter(desk.options(), prompts, theme) { starter.setRole(Role::Agent); }

    /// Starts, or goes on by what `step` does, and waits for the next window.
    bool nextWindow(const std::function<bool()> &step)
    {
        QSignalSpy shown(&starter, &Starter::windowShown);
        return step() && (!shown.isEmpty() || shown.wait(20'000));
    }
    bool start()
    {
        return nextWindow([this] {
            starter.start();
            return true;
        });
    }
    bool retry()
    {
        GuiDriver driver(starter.window());
        return driver.show({640, 360}) && nextWindow([&] { return driver.click(u"retryButton"_s); });
    }

    TestDesk desk;
    FakePrompts prompts;
    Theme theme;
    Starter starter;
};

/// What stops a running desk from writing; gone with the object.
struct Stop {
    Stop(const QString &kind, const TestDesk &desk)
    {
        if (kind == u"full")
            disk = std::make_unique<FullDisk>(QFileInfo(desk.storePath()).path());
        else
            lock = std::make_unique<StoreTrouble>(StoreTrouble::Kind::Writing, desk.storePath());
    }

    std::unique_ptr<FullDisk> disk;
    std::unique_ptr<StoreTrouble> lock;
};

} // namespace

Q_DECLARE_METATYPE(PortDesk::Test::StoreTrouble::Kind)

class TestStoreProblems : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatToDoAndGoesOn_data();
    void saysWhatToDoAndGoesOn();
    void quits();
    void keepsTheFormOfAnAction_data();
    void keepsTheFormOfAnAction();
    void keepsTheDraftOfTheWizard();
    void refusesADocumentOnAFullDisk();
};

void TestStoreProblems::saysWhatToDoAndGoesOn_data()
{
    using Kind = StoreTrouble::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::newRow("another program writes") << Kind::Writing;
    QTest::newRow("another program keeps it for itself") << Kind::Exclusive;
    QTest::newRow("a read-only file") << Kind::ReadOnlyFile;
    QTest::newRow("a read-only file and folder") << Kind::ReadOnlyFolder;
    QTest::newRow("a newer program's") << Kind::Newer;
    QTest::newRow("damaged") << Kind::Damaged;
    QTest::newRow("something else in its place") << Kind::NoStore;
}

void TestStoreProblems::saysWhatToDoAndGoesOn()
{
    QFETCH(StoreTrouble::Kind, kind);
    Program program;
    program.desk.insertCases({plainCase(u"Harbour Dental Ltd"_s, u"+493023110000"_s)});
    const QString file = program.desk.storePath();
    StoreTrouble trouble(kind, file);
    const auto content = [&] { return StoreTrouble::isLock(kind) ? QByteArray() : contentOf(file); };
    const QByteArray before = content();
    {
        const auto nobody = StoreTrouble::isReadOnly(kind) ? std::make_unique<Unprivileged>() : nullptr;
        QVERIFY(program.start());
        QVERIFY(program.retry()); // the cause is still there: the same again, and no main window
    }
    QVERIFY(!program.starter.mainWindow());
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show({640, 360}));
    const QString said = driver.find<MessageBar>(u"storeProblemBar"_s)->text();
    for (const QString &words : StoreTrouble::words(kind) + QStringList{file})
        QVERIFY2(said.contains(words), qPrintable(said));
    for (const QString &button : {u"retryButton"_s, u"chooseStoreButton"_s, u"quitButton"_s})
        QVERIFY(driver.findWidget(button) && driver.findWidget(button)->isEnabled());
    QCOMPARE(accessibilityFindings(program.starter.window()), QStringList());
    QVERIFY2(content() == before, "the store was touched");

    trouble.end();
    QVERIFY(program.retry());
    QVERIFY(program.starter.mainWindow());
    GuiDriver main(program.starter.window());
    QVERIFY(main.show());
    QTRY_COMPARE(main.find<QLabel>(u"casesCountLabel"_s)->text(), u"1 of 1"_s);
}

void TestStoreProblems::quits()
{
    Program program;
    program.desk.insertCases({plainCase(u"Harbour Dental Ltd"_s, u"+493023110000"_s)});
    const StoreTrouble trouble(StoreTrouble::Kind::Newer, program.desk.storePath());
    QVERIFY(program.start());
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show({640, 360}));
    QVERIFY(driver.click(u"quitButton"_s));
    QTRY_VERIFY(!program.starter.window()->isVisible());
}

void TestStoreProblems::keepsTheFormOfAnAction_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("a full disk") << u"full"_s << u"is full. Nothing was changed. Free some space, then try again."_s;
    QTest::newRow("another program writes") << u"locked"_s << u"is locked by another program"_s;
}

/// The disk fills, or another program takes the store, between opening the form and applying it.
void TestStoreProblems::keepsTheFormOfAnAction()
{
    QFETCH(QString, kind);
    QFETCH(QString, words);
    Program program;
    TestDesk &desk = program.desk;
    QCOMPARE(desk.open(), QString());
    const QString reference = desk.submit(RequestBuilder().build()).first();
    QVERIFY(program.start());
    GuiDriver driver(program.starter.window());
    QVERIFY(driver.show());
    program.starter.mainWindow()->workplace()->openCase(reference);
    QTRY_VERIFY(driver.has(u"action_quoteButton"_s));
    QVERIFY(driver.click(u"action_quoteButton"_s));
    QVERIFY(driver.type(u"quoteAmount0Edit"_s, u"20.00"_s));
    const CaseDetails before = desk.details(reference);
    auto stop = std::make_unique<Stop>(kind, desk);
    QVERIFY(driver.click(u"applyActionButton"_s));
    auto *bar = program.starter.window()->findChild<QWidget *>(u"actionSheet"_s)->findChild<MessageBar *>(u"sheetMessageBar"_s);
    QTRY_VERIFY2(bar->isVisible() && bar->text().contains(words), qPrintable(bar->text()));
    QVERIFY(!stop->disk || stop->disk->refusedWrites() > 0);
    QCOMPARE(driver.find<QLineEdit>(u"quoteAmount0Edit"_s)->text(), u"20.00"_s);
    const CaseDetails after = desk.details(reference);
    QCOMPARE(after.portCase.revision, before.portCase.revision);
    QCOMPARE(after.portCase.stage, Stage::Submitted);
    QCOMPARE(after.timeline.size(), before.timeline.size());
    QCOMPARE(after.messages.size(), before.messages.size());

    stop.reset();
    QVERIFY(driver.click(u"applyActionButton"_s));
    QTRY_VERIFY(!driver.has(u"actionSheet"_s));
    QCOMPARE(desk.details(reference).portCase.stage, Stage::Quoted);
    QCOMPARE(formatMoney(desk.details(reference).portCase.quote->total()), u"60.00 EUR"_s);
}

void TestStoreProblems::keepsTheDraftOfTheWizard()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew();
    QVERIFY(fillCountry(b));
    QTRY_VERIFY(b.view.keeper().isClean());
    auto *bar = b.view.findChild<MessageBar *>(u"saveBar"_s);
    const QString name = u"Written on a full disk "_s.repeated(400).trimmed(); // more than fits in what the draft holds already
    {
        const FullDisk disk(QFileInfo(b.world.file(u"desk.sqlite"_s)).path());
        QVERIFY(b.driver.type(u"companyEdit"_s, name));
        b.view.saveDraft();
        QTRY_VERIFY2(bar->isVisible() && bar->text().contains(u"is full"_s), qPrintable(bar->text()));
        QVERIFY(disk.refusedWrites() > 0);
        QCOMPARE(b.driver.find<QLineEdit>(u"companyEdit"_s)->text(), name);
        QVERIFY(!b.view.keeper().isClean());
    }
    b.view.saveDraft();
    QTRY_VERIFY(b.view.keeper().isClean() && !bar->isVisible());
    QCOMPARE(b.world.session->loadDraft(b.view.keeper().id()).result()->request.owner.company, name);
}

void TestStoreProblems::refusesADocumentOnAFullDisk()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(RequestBuilder().withoutDocument(u"bill"_s).build());
    b.view.openPage(u"documentsPage"_s);
    const int before = b.documents();
    auto *page = b.view.findChild<DocumentsPage *>();
    {
        const FullDisk disk(QFileInfo(b.world.file(u"desk.sqlite"_s)).path());
        page->takeFiles({sample(u"bill-deu.pdf"_s)});
        QTRY_VERIFY2(b.bar().contains(u"is full"_s), qPrintable(b.bar()));
        QVERIFY(b.bar().contains(u"bill-deu.pdf"_s));
        QCOMPARE(b.documents(), before);
    }
    page->takeFiles({sample(u"bill-deu.pdf"_s)});
    QTRY_COMPARE(b.documents(), before + 1);
    QTRY_COMPARE(b.bar(), QString());
}

PORTDESK_GUI_TEST_MAIN(TestStoreProblems)
#include "tst_storeproblems.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Scanned letters in the window: routed by a drop, assigned, divided, deleted and brought back with hands on the keyboard.
#include "tests/kit/letterscans.h"
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/desk/letters/casefinder.h"
#include "ui/desk/letters/trayview.h"
#include "ui/shell/workplace.h"
#include "ui/viewer/documentviewer.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

/// A desk with one case, and a pile of its letter, a bill whose numbers are those of the case, and two more pages.
struct LetterDeskWorld {
    LetterDeskWorld()
    {
        if (const QString problem = desk.open(); !problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        reference = desk.submit(RequestBuilder().build()).first();
        page = std::make_unique<Workplace>(desk.session(), prompts, Role::Agent);
        driver = std::make_unique<GuiDriver>(page.get());
    }

    QString write(const QString &name, const DocumentBytes &bytes)
    {
        QFile file(desk.folder().filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes.bytes) != bytes.bytes.size())
            qFatal("the pile was not written");
        return file.fileName();
    }
    QString pile()
    {
        QFile bill(QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-deu.pdf"));
        if (!bill.open(QIODevice::ReadOnly))
            qFatal("the bill is missing");
        const QImage billPage = scannedPages(desk, documentBytes(bill.readAll(), u"bill.pdf"_s)).first();
        QList<QImage> sheets = scannedPages(desk, composedLetterOf(desk, reference));
        sheets << billPage << askew(billPage, 1);
        return write(u"pile.pdf"_s, scannedPdf(desk, sheets, u"pile.pdf"_s));
    }
    bool showLetters() { return driver->show() && driver->click(u"lettersButton"_s) && driver->waitFor([this] { return driver->has(u"trayEmpty"_s) || driver->has(u"trayList"_s); }, u"the tray"_s); }
    QListView *list() const { return page->findChild<QListView *>(u"trayList"_s); }
    int rows() const { return list() ? list()->model()->rowCount() : 0; }
    MessageBar *bar() const { return page->findChild<MessageBar *>(u"trayBar"_s); }
    bool waitForRows(int count) { return driver->waitFor([this, count] { return rows() == count; }, u"%1 rows in the tray"_s.arg(count), 60'000); }
    qsizetype documents() { return desk.details(reference).portCase.documents.size(); }

    TestDesk desk;
    FakePrompts prompts;
    QString reference;
    std::unique_ptr<Workplace> page;
    std::unique_ptr<GuiDriver> driver;
};

} // namespace

class TestTray final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatItIsFor();
    void routesADrop();
    void assignsWhatThePageProposes();
    void assignsByKeyboard();
    void bindsSeveral();
    void dividesAndDeletes();
    void saysWhatIsRefused();
    void goesOnAfterAnInterruption();
    void standsInToday();
};

void TestTray::saysWhatItIsFor()
{
    LetterDeskWorld world;
    QVERIFY(world.showLetters());
    QVERIFY(world.driver->has(u"trayEmpty"_s));
    QCOMPARE(world.page->place(), u"letters"_s);
    QCOMPARE(accessibilityFindings(world.page.get()), QStringList());
    QVERIFY(world.driver->click(u"trayBackButton"_s));
    QCOMPARE(world.page->place(), u"cases"_s);
}

void TestTray::routesADrop()
{
    LetterDeskWorld world;
    const QString pile = world.pile();
    const qsizetype before = world.documents();
    QVERIFY(world.showLetters());
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(pile)});
    QVERIFY(world.driver->drop(u"trayView"_s, data));
    QVERIFY(world.waitForRows(2));
    QTRY_VERIFY_WITH_TIMEOUT(world.bar()->text().contains(u"1 letter added to %1."_s.arg(world.reference)), 30'000);
    QVERIFY2(world.bar()->text().contains(u"2 wait here."_s), qPrintable(world.bar()->text()));
    QCOMPARE(world.bar()->state(), State::Waiting);
    QCOMPARE(world.documents(), before + 1);
    QVERIFY(world.list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"No code of a letter"_s));
    QTRY_VERIFY_WITH_TIMEOUT(world.page->findChild<DocumentViewer *>(u"trayViewer"_s)->isLoaded(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!world.list()->model()->index(0, 0).data(Qt::DecorationRole).value<QPixmap>().isNull(), 30'000);
    QCOMPARE(accessibilityFindings(world.page.get()), QStringList());
    QVERIFY(world.driver->click(u"trayBackButton"_s));
    QTRY_COMPARE(world.driver->find<QPushButton>(u"lettersButton"_s)->text(), u"Letters, 2"_s);
}

/// The bill bears the numbers of the case: reading it finds the case.
void TestTray::assignsWhatThePageProposes()
{
    LetterDeskWorld world;
    world.prompts.willOpen({world.pile()});
    QVERIFY(world.showLetters());
    QVERIFY(world.driver->click(u"routeLettersButton"_s));
    QVERIFY(world.waitForRows(2));
    const qsizetype before = world.documents();
    const QString hint = u"hint_"_s + world.reference;
    QVERIFY(world.driver->waitFor([&] { return world.driver->has(hint); }, u"the case the page proposes"_s, 90'000));
    QVERIFY2(world.driver->find<QPushButton>(hint)->text().contains(u"number"_s), qPrintable(world.driver->find<QPushButton>(hint)->text()));
    QVERIFY(world.driver->click(hint));
    QVERIFY(world.driver->choose(u"assignKindCombo"_s, u"bill"_s));
    QVERIFY(world.driver->click(u"assignButton"_s));
    QVERIFY(world.waitForRows(1));
    const Case portCase = world.desk.details(world.reference).portCase;
    QCOMPARE(portCase.documents.size(), before + 1);
    QCOMPARE(portCase.documents.last().kind, u"bill"_s);
    QCOMPARE(portCase.documents.last().pages, 1);
    QCOMPARE(world.desk.details(world.reference).timeline.last().what, u"document-added"_s);
    QTRY_VERIFY(world.bar()->text().contains(world.reference));
}

void TestTray::assignsByKeyboard()
{
    LetterDeskWorld world;
    QVERIFY(world.showLetters());
    world.page->findChild<TrayView *>()->routeFiles({QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-eng.pdf")});
    QVERIFY(world.waitForRows(1));
    const qsizetype before = world.documents();
    world.list()->setFocus();
    QVERIFY(world.driver->press(Qt::Key_Return));
    auto *finder = world.driver->find<CaseFinder>(u"caseFinder"_s);
    QTRY_VERIFY(finder->hasFocus());
    QTest::keyClicks(finder, u"lüdenscheidt"_s.replace(u'ü', u'u')); // folded like every search
    QVERIFY(world.driver->waitFor([] { return QApplication::activePopupWidget() != nullptr; }, u"the cases that match"_s));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QTRY_COMPARE(finder->chosenReference(), world.reference);
    QTest::keyClick(finder, Qt::Key_Return);
    QVERIFY(world.waitForRows(0));
    QCOMPARE(world.documents(), before + 1);
    QVERIFY(world.driver->has(u"trayEmpty"_s));
    finder->setText(u"PD-9999"_s);
    QVERIFY(!finder->chosen().isValid());
}

void TestTray::bindsSeveral()
{
    LetterDeskWorld world;
    QVERIFY(world.showLetters());
    world.page->findChild<TrayView *>()->routeFiles({world.pile()});
    QVERIFY(world.waitForRows(2));
    world.list()->setFocus();
    world.list()->selectAll();
    QVERIFY(!world.driver->find<QPushButton>(u"divideButton"_s)->isEnabled());
    const Case portCase = world.desk.details(world.reference).portCase;
    world.driver->find<CaseFinder>(u"caseFinder"_s)->choose(portCase.id, portCase.reference, portCase.request.owner.displayName());
    QVERIFY(world.driver->click(u"assignButton"_s));
    QVERIFY(world.waitForRows(0));
    QCOMPARE(world.desk.details(world.reference).portCase.documents.last().pages, 2);
}

void TestTray::dividesAndDeletes()
{
    LetterDeskWorld world;
    const QImage sheet = scannedPages(world.desk, composedLetterOf(world.desk, world.reference)).last();
    QImage first = sheet, second = sheet;
    first.fill(255);
    for (int i = 0; i < 400; ++i)
        first.setPixel(100 + i, 200 + i, 0);
    for (int y = 0; y < 40; ++y)
        memcpy(first.scanLine(300 + y), sheet.constScanLine(200 + y), size_t(sheet.bytesPerLine()));
    const QImage bare = first;
    QVERIFY(world.showLetters());
    world.page->findChild<TrayView *>()->routeFiles({world.write(u"two.pdf"_s, scannedPdf(world.desk, {bare, askew(bare, 2)}, u"two.pdf"_s))});
    QVERIFY(world.waitForRows(1));
    QTRY_VERIFY_WITH_TIMEOUT(world.driver->find<QPushButton>(u"divideButton"_s)->isEnabled(), 10'000);
    QVERIFY(world.driver->click(u"divideButton"_s));
    QVERIFY(world.waitForRows(2));
    QCOMPARE(world.list()->model()->index(1, 0).data().toString(), u"two, page 2"_s);
    world.list()->setFocus();
    QVERIFY(world.driver->press(Qt::Key_Delete));
    QVERIFY(world.waitForRows(1));
    QTRY_VERIFY(world.bar()->text().contains(u"1 entry deleted"_s));
    QVERIFY(world.driver->press(Qt::Key_Z, Qt::ControlModifier));
    QVERIFY(world.waitForRows(2));
}

void TestTray::saysWhatIsRefused()
{
    LetterDeskWorld world;
    QVERIFY(world.showLetters());
    world.page->findChild<TrayView *>()->routeFiles({world.write(u"note.txt"_s, documentBytes("hello", u"note.txt"_s)), world.desk.folder().filePath(u"gone.pdf"_s)});
    QTRY_VERIFY(world.bar()->text().contains(u"note.txt"_s) && world.bar()->text().contains(u"gone.pdf"_s));
    QCOMPARE(world.bar()->state(), State::Problem);
    QVERIFY(world.driver->find<QPushButton>(u"routeLettersButton"_s)->isEnabled());
}

/// A file that was kept and not finished, as a crash leaves it.
void TestTray::goesOnAfterAnInterruption()
{
    LetterDeskWorld world;
    QFile file(world.pile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(await(world.desk.session().letters().keep(documentBytes(file.readAll(), u"pile.pdf"_s))).ok());
    QVERIFY(world.showLetters());
    QVERIFY(world.driver->waitFor([&] { return world.driver->has(u"unfinishedBar"_s); }, u"the bar of what was interrupted"_s));
    auto *bar = world.page->findChild<MessageBar *>(u"unfinishedBar"_s);
    QVERIFY(bar->text().contains(u"pile.pdf"_s));
    const auto press = [&](const QString &text) {
        for (auto *button : bar->findChildren<QAbstractButton *>()) {
            if (button->text() == text)
                button->click();
        }
    };
    world.prompts.willConfirm(false);
    press(u"Discard…"_s);
    QVERIFY(bar->isVisible());
    press(u"Continue"_s);
    QVERIFY(world.waitForRows(2));
    QTRY_VERIFY_WITH_TIMEOUT(world.bar()->text().contains(u"1 letter added"_s), 30'000);
    QTRY_VERIFY(!bar->isVisible());
}

/// Today leads to what waits, and says so only while something does.
void TestTray::standsInToday()
{
    LetterDeskWorld world;
    QVERIFY(world.driver->show());
    QVERIFY(world.driver->click(u"todayRailButton"_s));
    QVERIFY(!world.driver->has(u"todayLetters"_s));
    QFile bill(QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-eng.pdf"));
    QVERIFY(bill.open(QIODevice::ReadOnly));
    QVERIFY(await(world.desk.session().letters().keep(documentBytes(bill.readAll(), u"bill.pdf"_s))).ok()); // as a crash leaves it
    world.page->tick(); // another desk's are seen by the minute
    QVERIFY(world.driver->waitFor([&] { return world.driver->has(u"todayLettersButton"_s); }, u"the entry of the letters"_s, 30'000));
    const auto words = [&] { return world.page->findChild<QLabel *>(u"todayLettersLabel"_s)->text(); };
    QCOMPARE(words(), u"1 file of letters to go on with."_s);
    QVERIFY(await(world.desk.session().letterRouter().resume()).ok());
    QVERIFY(world.driver->waitFor([&] { return words() == u"1 scanned letter to assign to a case."; }, u"the letter in the tray"_s, 60'000));
    QCOMPARE(accessibilityFindings(world.page.get()), QStringList());
    QVERIFY(world.driver->click(u"todayLettersButton"_s));
    QCOMPARE(world.page->place(), u"letters"_s);
    QVERIFY(world.waitForRows(1));
    const auto tray = await(world.desk.session().letters().tray());
    QVERIFY(tray.ok());
    QVERIFY(await(world.desk.session().letters().remove({tray->first().id})).ok());
    QVERIFY(world.driver->click(u"todayRailButton"_s));
    QVERIFY(world.driver->waitFor([&] { return !world.driver->has(u"todayLetters"_s); }, u"the entry goes"_s, 30'000));
}

PORTDESK_GUI_TEST_MAIN(TestTray)
#include "tst_tray.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/docworker.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/shell/protectioncard.h"
#include "ui/shell/workplace.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000; // ms

/// The settings of a desk, with the real reader or another program in its place.
struct Settings {
    explicit Settings(const QString &worker = {})
    {
        if (!worker.isEmpty())
            desk.setWorker(worker);
        if (const QString problem = desk.open(); !problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        page = std::make_unique<Workplace>(desk.session(), prompts, Role::Agent);
        driver = std::make_unique<GuiDriver>(page.get());
    }
    bool show() { return driver->show() && driver->click(u"settingsRailButton"_s); }
    ProtectionCard *card() const { return page->findChild<ProtectionCard *>(u"protectionCard"_s); }
    MessageBar *bar() const { return page->findChild<MessageBar *>(u"protectionBar"_s); }
    bool answered() const { return driver->waitFor([this] { return !card()->report().isEmpty(); }, u"the reader's answer"_s, kPatience); }

    TestDesk desk;
    FakePrompts prompts;
    std::unique_ptr<Workplace> page;
    std::unique_ptr<GuiDriver> driver;
};

} // namespace

/// What holds the document reader, in the settings, as the real reader says it.
class TestProtectionCard final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatTheReaderSays();
    void copiesTheReport();
    void saysWhenTheReaderCannotBeStarted();
    void canBeUsedByEverybody();
};

void TestProtectionCard::showsWhatTheReaderSays()
{
    Settings settings;
    QVERIFY(settings.show());
    QVERIFY(settings.answered());
    const auto said = await(settings.desk.session().worker().protection());
    QVERIFY(said.ok());
    QCOMPARE(settings.driver->find<TextLabel>(u"protectionLabel"_s)->text().split(u'\n'), protectionSentences(*said));
    QStringList words;
    int held = 0;
    for (const Badge *badge : settings.card()->findChildren<Badge *>()) {
        words << badge->content().text;
        held += badge->content().state == State::Good ? 1 : 0;
    }
    QCOMPARE(words.size(), 6);
    QVERIFY2(words.contains(u"Only those documents need"_s) && words.contains(u"Nothing"_s) && words.contains(u"At most 300 s"_s), qPrintable(words.join(u'\n')));
    QCOMPARE(words.contains(u"Not in this machine's kernel"_s), said->landlock == 0);
    QCOMPARE(words.contains(u"None of yours, version %1"_s.arg(said->landlock)), said->landlock > 0);
    const bool whole = said->landlock > 0 && said->memoryBytes >= 0; // an instrumented reader has no limit of memory
    QCOMPARE(held == 6, whole);
    QCOMPARE(settings.driver->has(u"protectionBar"_s), !whole); // what is missing is said
}

void TestProtectionCard::copiesTheReport()
{
    Settings settings;
    QVERIFY(settings.show());
    QVERIFY(settings.answered());
    QVERIFY(settings.driver->click(u"copyProtectionButton"_s));
    const QString copied = QApplication::clipboard()->text();
    QCOMPARE(copied, settings.card()->report());
    QVERIFY2(copied.startsWith(u"PortDesk "_s) && copied.contains(u"It cannot write files, reach the network, start programs") && copied.contains(u"System calls (seccomp): Only those documents need"),
             qPrintable(copied));
}

void TestProtectionCard::saysWhenTheReaderCannotBeStarted()
{
    QTemporaryDir folder;
    const QString program = folder.filePath(u"reader"_s);
    Settings settings(program);
    QVERIFY(settings.show());
    QVERIFY(settings.driver->waitFor([&] { return settings.bar()->isVisible() && settings.bar()->state() == State::Problem; }, u"the problem"_s, kPatience));
    QVERIFY2(settings.bar()->text().contains(u"could not be started") && settings.bar()->text().contains(u"neither shown nor read"), qPrintable(settings.bar()->text()));
    QVERIFY(!settings.driver->has(u"protectionGrid"_s) && !settings.driver->has(u"protectionLabel"_s));
    QVERIFY(!settings.driver->has(u"copyProtectionButton"_s));
    // Put right, it answers without a restart of the program.
    QVERIFY(QFile::link(QStringLiteral(PORTDESK_BIN_DIR "/portdesk-docworker"), program));
    settings.card()->findChild<QAction *>(u"retryProtectionAction"_s)->trigger();
    QVERIFY(settings.answered());
    QVERIFY(settings.driver->has(u"protectionGrid"_s));
}

void TestProtectionCard::canBeUsedByEverybody()
{
    Settings settings;
    QVERIFY(settings.show());
    QVERIFY(settings.answered());
    QCOMPARE(accessibilityFindings(settings.page.get()).join(u'\n'), QString());
}

PORTDESK_GUI_TEST_MAIN(TestProtectionCard)
#include "tst_protectioncard.moc"

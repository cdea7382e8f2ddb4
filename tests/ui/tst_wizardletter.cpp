// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/desksession.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/ui/deskworld.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/wizard/letterpage.h"
#include "ui/wizard/wizardview.h"

#include <QComboBox>
#include <QLabel>
#include <QTest>

using namespace PortDesk;
using namespace Qt::StringLiterals;

/// The letter's page when a request becomes several cases: one letter for each, and each signed copy belongs to its own.
class TestWizardLetter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCaseHasItsLetter();
    void oneCaseNeedsNoChoice();
};

namespace {

/// Two accounts of one carrier: two German cases.
Request twoCases()
{
    Request request = Test::RequestBuilder().withoutDocument(u"loa"_s).build();
    request.documents.clear();
    request.numbers[0].losingCarrier = LosingCarrier{u"Beispiel Telekom"_s, u"99"_s, {}, {}};
    return request;
}

struct Bench {
    explicit Bench(const Request &request) : view(*world.session, world.prompts), driver(&view)
    {
        driver.show();
        view.startNew(request);
        view.openPage(u"letterPage"_s);
        page = view.findChild<LetterPage *>();
    }

    bool composed() { return driver.waitFor([this] { return view.draft().isUpToDate() && !page->pdf().isEmpty(); }, u"the letter is composed"_s); }
    bool attach(const QString &sample)
    {
        const auto before = view.draft().request().documents;
        world.prompts.willOpen({QStringLiteral(PORTDESK_SAMPLES_DIR "/") + sample});
        return driver.click(u"attachSignedButton"_s) && driver.waitFor([&] { return view.draft().request().documents != before; }, u"the copy is attached"_s);
    }
    bool choose(int index)
    {
        auto *combo = driver.find<QComboBox>(u"letterCaseCombo"_s);
        combo->setFocus();
        return driver.press(index > combo->currentIndex() ? Qt::Key_Down : Qt::Key_Up) && driver.waitFor([=] { return combo->currentIndex() == index; }, u"the case is chosen"_s);
    }
    QString text(const QString &name) { return driver.find<QLabel>(name)->text(); }

    Test::DeskWorld world;
    WizardView view;
    GuiDriver driver;
    LetterPage *page = nullptr;
};

} // namespace

void TestWizardLetter::everyCaseHasItsLetter()
{
    Bench b(twoCases());
    QVERIFY(b.page && b.composed());
    auto *combo = b.driver.find<QComboBox>(u"letterCaseCombo"_s);
    QCOMPARE(combo->count(), 2);
    QVERIFY(b.text(u"letterHint"_s).contains(u"2 cases"_s));
    const QByteArray first = b.page->pdf();

    QVERIFY(b.attach(u"bill-deu.pdf"_s));
    QCOMPARE(b.page->stepSubtitle(), u"1 of 2 signed copies attached"_s);
    QVERIFY(b.choose(1));
    QVERIFY(b.driver.waitFor([&] { return b.page->pdf() != first && !b.page->pdf().isEmpty(); }, u"the other letter is composed"_s));
    QVERIFY(!b.driver.has(u"signedLabel"_s)); // this case has none yet
    QVERIFY(b.attach(u"bill-eng.pdf"_s));
    QCOMPARE(b.page->stepSubtitle(), u"2 of 2 signed copies attached"_s);
    QVERIFY(b.text(u"signedLabel"_s).contains(u"bill-eng.pdf"_s));

    const auto &documents = b.view.draft().request().documents;
    QCOMPARE(documents.size(), 2);
    QCOMPARE(documents.at(0).covers, QStringList{u"+493023125017"_s});
    QVERIFY(!documents.at(1).covers.isEmpty() && !documents.at(1).covers.contains(documents.at(0).covers.first()));

    QVERIFY(b.attach(u"bill-fra.pdf"_s)); // replaces the second one only
    QCOMPARE(b.view.draft().request().documents.size(), 2);
    QCOMPARE(b.view.draft().request().documents.first().file, u"bill-deu.pdf"_s);
    QVERIFY(b.choose(0));
    QVERIFY(b.text(u"signedLabel"_s).contains(u"bill-deu.pdf"_s));
    QVERIFY(b.driver.click(u"removeSignedButton"_s));
    QCOMPARE(b.view.draft().request().documents.size(), 1);
    QCOMPARE(b.page->stepSubtitle(), u"1 of 2 signed copies attached"_s);
}

void TestWizardLetter::oneCaseNeedsNoChoice()
{
    Request request = Test::RequestBuilder().build();
    request.documents.clear();
    Bench b(request);
    QVERIFY(b.page && b.composed());
    QVERIFY(!b.driver.has(u"letterCaseCombo"_s));
    QVERIFY(b.attach(u"bill-deu.pdf"_s));
    QCOMPARE(b.page->stepSubtitle(), u"signed copy attached"_s);
    QCOMPARE(b.view.draft().request().documents.first().covers, QStringList());
}

PORTDESK_GUI_TEST_MAIN(TestWizardLetter)
#include "tst_wizardletter.moc"

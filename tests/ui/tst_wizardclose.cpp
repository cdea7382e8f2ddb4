// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/deskworld.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/wizard/wizardview.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace PortDesk;
using namespace Qt::StringLiterals;

/// The wizard goes while the keyboard is in one of its fields.
class TestWizardClose final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsTyped_data();
    void keepsWhatIsTyped();
};

void TestWizardClose::keepsWhatIsTyped_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("field");
    QTest::newRow("company") << u"ownerPage"_s << u"companyEdit"_s;
    QTest::newRow("account") << u"carrierPage"_s << u"accountNumberEdit"_s;
    QTest::newRow("town") << u"addressesPage"_s << u"serviceLocalityEdit"_s;
    QTest::newRow("street") << u"addressesPage"_s << u"serviceLinesEdit"_s;
}

void TestWizardClose::keepsWhatIsTyped()
{
    QFETCH(QString, page);
    QFETCH(QString, field);
    Test::DeskWorld world;
    {
        WizardView view(*world.session, world.prompts);
        GuiDriver driver(&view);
        QVERIFY(driver.show());
        view.startNew(Test::RequestBuilder().build());
        view.openPage(page);
        QVERIFY(driver.type(field, u"Typed just now"_s));
        QVERIFY(driver.findWidget(field)->hasFocus());
    }
    const auto drafts = world.session->drafts().result();
    QCOMPARE(drafts->size(), 1);
    QVERIFY(QJsonDocument(requestToJson(drafts->first().request)).toJson().contains("Typed just now"));
}

PORTDESK_GUI_TEST_MAIN(TestWizardClose)
#include "tst_wizardclose.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/deskworld.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/widgets/formfield.h"
#include "ui/wizard/wizardview.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

using namespace PortDesk;
using namespace Qt::StringLiterals;

/// The addresses page of the wizard: several sites, numbers by rule, undo, and what a country wants.
class TestWizardAddresses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreSelectedByTheirBeginning();
    void aTypedPrefixSelects();
    void removingAnAddressIsUndone();
    void aCountrysAddressRuleIsSaid();
    void changingTheCountryLosesNothing();
    void warningsStandBesideTheField();
    void everybodyCanUseIt();
};

namespace {

struct Bench {
    explicit Bench(const Request &request)
    {
        if (driver.show({1280, 800})) {
            view.startNew(request);
            view.openPage(u"addressesPage"_s);
        }
    }
    const Request &request() { return view.draft().request(); }
    bool checked() { return driver.waitFor([this] { return view.draft().isUpToDate(); }, u"the verdict"_s); }
    QTableView *table() { return driver.find<QTableView>(u"addressNumbersTable"_s); }
    QString text(const QString &label) { return driver.find<QLabel>(label)->text(); }
    QString warning(const QString &field) { return driver.find<FormField>(field)->visibleWarning(); }
    bool addSite(const QString &street) { return driver.click(u"addAddressButton"_s) && driver.type(u"serviceLinesEdit"_s, street); }

    Test::DeskWorld world;
    WizardView view{*world.session, world.prompts};
    GuiDriver driver{&view};
};

Request twoCities()
{
    return Test::RequestBuilder().set(u"/country"_s, u"DE"_s).set(u"/type"_s, u"geographic"_s).number(u"+49221909876"_s, {}).number(u"+49221909877"_s, {}).build();
}

} // namespace

void TestWizardAddresses::numbersAreSelectedByTheirBeginning()
{
    Bench b(twoCities());
    QVERIFY(b.checked());
    QVERIFY2(b.text(u"unassignedLabel"_s).contains(u"2 rows"_s), qPrintable(b.text(u"unassignedLabel"_s)));
    QCOMPARE(b.table()->model()->index(3, 2).data().toString(), u"no address yet"_s);
    QVERIFY(!b.driver.find<QPushButton>(u"assignAddressButton"_s)->isEnabled());
    QVERIFY(b.addSite(u"Domplatte 1"_s));
    const QString added = b.request().addresses.last().id;
    QVERIFY(b.checked());
    QVERIFY(b.driver.choose(u"selectNumbersCombo"_s, u"+49 221"_s));
    QCOMPARE(b.table()->selectionModel()->selectedRows().size(), 2);
    QVERIFY(b.driver.find<QPushButton>(u"assignAddressButton"_s)->text().contains(u'2'));
    QVERIFY(b.driver.click(u"assignAddressButton"_s));
    QCOMPARE(b.request().numbers.at(0).address, u"hq"_s);
    QCOMPARE(b.request().numbers.at(3).address, added);
    QCOMPARE(b.request().numbers.at(4).address, added);
    QVERIFY2(b.text(u"unassignedLabel"_s).contains(u"All"_s), qPrintable(b.text(u"unassignedLabel"_s)));
    QVERIFY(b.driver.click(u"undoAddressesButton"_s));
    QCOMPARE(b.request().numbers.at(3).address, QString());
    QVERIFY(b.driver.click(u"redoAddressesButton"_s));
    QCOMPARE(b.request().numbers.at(3).address, added);
}

void TestWizardAddresses::aTypedPrefixSelects()
{
    Bench b(twoCities());
    QVERIFY(b.checked());
    QVERIFY(b.driver.type(u"selectNumbersCombo"_s, u"0221 9098"_s));
    QVERIFY(b.driver.press(Qt::Key_Return));
    QCOMPARE(b.table()->selectionModel()->selectedRows().size(), 2);
    QVERIFY(b.driver.choose(u"selectNumbersCombo"_s, u"Without an address (2)"_s));
    QCOMPARE(b.table()->selectionModel()->selectedRows().size(), 2);
}

void TestWizardAddresses::removingAnAddressIsUndone()
{
    Bench b(twoCities());
    QVERIFY(b.checked());
    QVERIFY(b.addSite(u"Domplatte 1"_s));
    const QString added = b.request().addresses.last().id;
    QVERIFY(b.driver.click(u"assignAllButton"_s));
    QVERIFY(b.driver.click(u"removeAddressButton"_s));
    QCOMPARE(b.request().addresses.size(), 1);
    QCOMPARE(b.request().numbers.at(3).address, QString());
    // The address and what points to it come back together.
    QVERIFY(b.driver.click(u"undoAddressesButton"_s));
    QCOMPARE(b.request().addresses.size(), 2);
    QCOMPARE(b.request().addresses.last().id, added);
    QCOMPARE(b.request().addresses.last().address.lines, QStringList{u"Domplatte 1"_s});
    QCOMPARE(b.request().numbers.at(3).address, added);
    QCOMPARE(b.driver.find<QListWidget>(u"addressesList"_s)->count(), 2);
    QVERIFY(b.driver.click(u"redoAddressesButton"_s));
    QCOMPARE(b.request().addresses.size(), 1);
}

void TestWizardAddresses::aCountrysAddressRuleIsSaid()
{
    Bench b(twoCities());
    QVERIFY(b.checked());
    QVERIFY2(b.text(u"addressRuleLabel"_s).contains(u"Germany"_s) && b.text(u"addressRuleLabel"_s).contains(u"area"_s), qPrintable(b.text(u"addressRuleLabel"_s)));
}

void TestWizardAddresses::changingTheCountryLosesNothing()
{
    Request request = twoCities();
    request.addresses.first().address = {{u"1 Main St"_s}, {}, u"Los Angeles"_s, u"CA"_s, u"90012"_s, u"US"_s};
    Bench b(request);
    const PostalAddress before = request.addresses.first().address;
    QVERIFY(b.driver.choose(u"serviceCountryCombo"_s, u"ES"_s));
    QCOMPARE(b.request().addresses.first().address.region, QString());
    QVERIFY(b.driver.has(u"serviceAsideBar"_s));
    QVERIFY(b.addSite(u"2 Side St"_s)); // another address does not show the first one's aside
    QVERIFY(!b.driver.has(u"serviceAsideBar"_s));
    QVERIFY(b.driver.clickRow(u"addressesList"_s, 0));
    QVERIFY(b.driver.has(u"serviceAsideBar"_s));
    QVERIFY(b.driver.choose(u"serviceCountryCombo"_s, u"US"_s));
    QCOMPARE(b.request().addresses.first().address, before);
}

void TestWizardAddresses::warningsStandBesideTheField()
{
    Bench b(twoCities());
    QVERIFY(b.driver.type(u"serviceLinesEdit"_s, u"postlagernd"_s));
    QVERIFY(b.driver.type(u"servicePostalCodeEdit"_s, u"5066"_s));
    QVERIFY(b.driver.press(Qt::Key_Tab));
    QTRY_VERIFY2(b.warning(u"serviceLinesField"_s).contains(u"postlagernd"_s), qPrintable(b.warning(u"serviceLinesField"_s)));
    QTRY_VERIFY2(b.warning(u"servicePostalCodeField"_s).contains(u"26133"_s), qPrintable(b.warning(u"servicePostalCodeField"_s)));
}

void TestWizardAddresses::everybodyCanUseIt()
{
    Bench b(twoCities());
    QVERIFY(b.checked());
    QCOMPARE(accessibilityFindings(b.view.currentPage()).join(u'\n'), QString());
}

PORTDESK_GUI_TEST_MAIN(TestWizardAddresses)
#include "tst_wizardaddresses.moc"

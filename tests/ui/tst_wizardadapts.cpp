// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/wizardbench.h"
#include "ui/widgets/formfield.h"
#include "ui/wizard/requestnumbers.h"

#include <QLabel>
#include <QLineEdit>
#include <QTableView>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

Request portingFrom(const QString &country, const QString &type, const QStringList &numbers)
{
    Request request = RequestBuilder().set(u"/country"_s, country).set(u"/type"_s, type).noNumbers().build();
    for (const QString &number : numbers)
        request.numbers.append({number, {}, u"hq"_s, {}, {}});
    return request;
}

bool openPage(WizardBench &b, const Request &request, const QString &page)
{
    if (!b.driver.show())
        return false;
    b.view.startNew(request);
    b.view.openPage(page);
    return b.checked();
}

/// Everything a field says under its label.
QString wordsOf(WizardBench &b, const QString &field)
{
    auto *form = b.driver.find<FormField>(field);
    QStringList words;
    for (QLabel *label : form ? form->findChildren<QLabel *>() : QList<QLabel *>())
        words << label->text();
    return words.join(u'\n');
}

} // namespace

/// The wizard asks what this country, type and owner need, and says why.
class TestWizardAdapts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pinIsAskedWhereItIsNeeded_data();
    void pinIsAskedWhereItIsNeeded();
    void questionsSayWhyAndWhere();
    void questionsFollowTheOwner();
    void codesPerNumberLeadToTheTable();
    void oneNumberNeedsNoTable();
    void numbersStayInSight_data();
    void numbersStayInSight();
    void pagesAreAccessible_data();
    void pagesAreAccessible();
};

void TestWizardAdapts::pinIsAskedWhereItIsNeeded_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<bool>("asked");
    QTest::addColumn<bool>("required");
    QTest::newRow("Germany") << RequestBuilder().build() << false << false;
    QTest::newRow("Germany, one is there") << RequestBuilder().set(u"/losingCarrier/pin"_s, u"4711"_s).build() << true << false;
    QTest::newRow("United States, geographic") << portingFrom(u"US"_s, u"geographic"_s, {u"+12125550100"_s}) << true << false;
    QTest::newRow("United States, mobile") << portingFrom(u"US"_s, u"mobile"_s, {u"+12125550100"_s}) << true << true;
    QTest::newRow("no country yet") << Request() << true << false;
}

void TestWizardAdapts::pinIsAskedWhereItIsNeeded()
{
    QFETCH(Request, request);
    QFETCH(bool, required);
    WizardBench b;
    QVERIFY(openPage(b, request, u"carrierPage"_s));
    QTEST(b.driver.has(u"pinEdit"_s), "asked");
    QCOMPARE(b.view.currentPage()->findChild<FormField *>(u"pinField"_s)->isRequired(), required);
    const QString account = wordsOf(b, u"accountNumberField"_s);
    QVERIFY2(account.contains(u"bill"_s), qPrintable(account)); // where to find it
}

void TestWizardAdapts::questionsSayWhyAndWhere()
{
    WizardBench b;
    QVERIFY(openPage(b, portingFrom(u"FR"_s, u"geographic"_s, {u"+33142345678"_s}), u"questionsPage"_s));
    const QString rio = wordsOf(b, u"rio_codeField"_s);
    QVERIFY2(rio.contains(u"(required)"_s), qPrintable(rio));
    QVERIFY2(rio.contains(u"Carriers in France do not move the number without it."_s), qPrintable(rio));
    QVERIFY2(rio.contains(u"Where to find it: Call 3179 from the line"_s), qPrintable(rio));
    QVERIFY(b.driver.has(u"siretEdit"_s));
}

void TestWizardAdapts::questionsFollowTheOwner()
{
    WizardBench b;
    QVERIFY(openPage(b, portingFrom(u"FR"_s, u"geographic"_s, {u"+33142345678"_s}), u"questionsPage"_s));
    b.view.draft().edit([](Request &request) { request.owner.kind = OwnerKind::Person; });
    QVERIFY(b.checked());
    QTRY_VERIFY(!b.driver.has(u"siretEdit"_s));
    QVERIFY(b.driver.has(u"rio_codeEdit"_s)); // asked of everybody
}

void TestWizardAdapts::codesPerNumberLeadToTheTable()
{
    WizardBench b;
    Request request = portingFrom(u"FR"_s, u"geographic"_s, {u"+33142345678"_s, u"+33142345679"_s});
    request.numbers[1].fields.insert(u"rio_code"_s, u"03P123456XYZ"_s);
    QVERIFY(openPage(b, request, u"questionsPage"_s));
    const QString words = b.driver.find<QLabel>(u"rio_codePerNumberLabel"_s)->text();
    QVERIFY2(words.contains(u"1 of 2 rows"_s), qPrintable(words));
    QVERIFY(b.driver.click(u"rio_codePerNumberButton"_s));
    QVERIFY(b.at(u"numbersPage"_s));
    auto *table = b.driver.find<QTableView>(u"numbersTable"_s);
    QCOMPARE(table->currentIndex().row(), 0);
    QCOMPARE(table->currentIndex().column(), int(RequestNumbers::ColumnCount));
}

void TestWizardAdapts::oneNumberNeedsNoTable()
{
    WizardBench b;
    QVERIFY(openPage(b, portingFrom(u"FR"_s, u"geographic"_s, {u"+33142345678"_s}), u"questionsPage"_s));
    QVERIFY(!b.driver.has(u"rio_codePerNumberButton"_s));
    QVERIFY(b.driver.type(u"rio_codeEdit"_s, u"03P123456XYZ"_s));
    QCOMPARE(b.view.draft().request().fields.value(u"rio_code"_s), u"03P123456XYZ"_s);
}

void TestWizardAdapts::numbersStayInSight_data()
{
    QTest::addColumn<PostalAddress>("address");
    QTest::addColumn<QStringList>("numbers");
    QTest::newRow("Ireland, five rows") << PostalAddress{{u"3 Quay Street"_s}, u"Salthill"_s, u"Galway"_s, u"Co. Galway"_s, u"H91 X2Y3"_s, u"IE"_s}
                                        << QStringList{u"+35391234567"_s, u"+35391234568"_s};
    QTest::newRow("Japan") << PostalAddress{{u"千代田区丸の内1-1-1"_s}, {}, {}, u"Tokyo"_s, u"100-0005"_s, u"JP"_s} << QStringList{u"+81312345678"_s, u"+81312345679"_s};
    QTest::newRow("Germany") << PostalAddress{{u"Königsallee 17"_s}, {}, u"Köln"_s, {}, u"50667"_s, u"DE"_s} << QStringList{u"+493023125017"_s, u"+493023125018"_s};
}

void TestWizardAdapts::numbersStayInSight()
{
    QFETCH(PostalAddress, address);
    QFETCH(QStringList, numbers);
    WizardBench b;
    Request request = portingFrom(address.country, u"geographic"_s, numbers);
    request.addresses = {{u"hq"_s, address}};
    QVERIFY(openPage(b, request, u"addressesPage"_s));
    auto *table = b.driver.find<QTableView>(u"addressNumbersTable"_s);
    const QRect second = table->visualRect(table->model()->index(1, 0));
    // At 1280x800 and without scrolling, the first two numbers can be read.
    QTRY_VERIFY2(table->viewport()->visibleRegion().contains(second), qPrintable(u"%1..%2"_s.arg(second.top()).arg(second.bottom())));
}

void TestWizardAdapts::pagesAreAccessible_data()
{
    QTest::addColumn<QString>("page");
    for (const QString &page : {u"carrierPage"_s, u"numbersPage"_s, u"questionsPage"_s, u"addressesPage"_s})
        QTest::newRow(qPrintable(page)) << page;
}

void TestWizardAdapts::pagesAreAccessible()
{
    QFETCH(QString, page);
    WizardBench b;
    Request request = portingFrom(u"FR"_s, u"geographic"_s, {u"+33142345678"_s, u"+33142345679"_s});
    request.fields.insert(u"cap"_s, u"1"_s); // goes aside: the note is there
    QVERIFY(openPage(b, request, page));
    QCOMPARE(accessibilityFindings(&b.view), QStringList());
}

PORTDESK_GUI_TEST_MAIN(TestWizardAdapts)
#include "tst_wizardadapts.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/linefeatures.h"
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/wizardbench.h"
#include "ui/wizard/draftkeeper.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

bool openCarrier(WizardBench &b, const Request &request)
{
    if (!b.driver.show())
        return false;
    b.view.startNew(request);
    b.view.openPage(u"carrierPage"_s);
    return b.checked();
}

QStringList codes(WizardBench &b)
{
    QStringList found;
    for (const Problem &problem : b.view.draft().checked().problems)
        found << problem.code;
    return found;
}

} // namespace

/// The page of the losing carrier: reseller, what moves and what stays, what runs on the lines.
class TestWizardCarrier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resellerIsAskedOnlyWhenThereIsOne();
    void resellerComesBackWithTheDraft();
    void whatStaysIsPasted();
    void fullPortPutsTheRestAside();
    void billingNumberRuleIsToldInWords();
    void everyFeatureSaysItsRemark_data();
    void everyFeatureSaysItsRemark();
    void featuresAreKept();
    void linkLeadsToTheFeature();
    void pageIsAccessible();
};

void TestWizardCarrier::resellerIsAskedOnlyWhenThereIsOne()
{
    WizardBench b;
    QVERIFY(openCarrier(b, RequestBuilder().build()));
    QVERIFY(!b.driver.has(u"resellerCompanyEdit"_s));
    QVERIFY(b.driver.setChecked(u"resellerBox"_s, true));
    QVERIFY(b.driver.type(u"resellerContactEdit"_s, u"Bea Sommer"_s));
    QVERIFY(b.driver.type(u"resellerEmailEdit"_s, u"bea@example.org"_s));
    QVERIFY(b.driver.type(u"resellerCompanyEdit"_s, u"D"_s));
    QVERIFY(b.driver.type(u"resellerCompanyEdit"_s, u""_s));
    QVERIFY(b.driver.press(Qt::Key_Tab));
    QTRY_VERIFY(!b.fieldError(u"resellerCompanyField"_s).isEmpty());
    QVERIFY(b.driver.type(u"resellerCompanyEdit"_s, u"Dealer & Sons"_s));
    QTRY_COMPARE(b.fieldError(u"resellerCompanyField"_s), QString());
    const Reseller expected{u"Dealer & Sons"_s, u"Bea Sommer"_s, u"bea@example.org"_s};
    QCOMPARE(b.view.draft().request().reseller, expected);
    // Off: not handed in, and not lost.
    QVERIFY(b.driver.setChecked(u"resellerBox"_s, false));
    QVERIFY(b.view.draft().request().reseller.isEmpty());
    QVERIFY(!b.driver.has(u"resellerCompanyEdit"_s));
    QVERIFY(b.driver.setChecked(u"resellerBox"_s, true));
    QCOMPARE(b.view.draft().request().reseller, expected);
    QCOMPARE(b.driver.find<QLineEdit>(u"resellerCompanyEdit"_s)->text(), u"Dealer & Sons"_s);
}

void TestWizardCarrier::resellerComesBackWithTheDraft()
{
    WizardBench b;
    Request request = RequestBuilder().build();
    request.reseller = {u"Dealer & Sons"_s, {}, {}};
    QVERIFY(openCarrier(b, request));
    QVERIFY(b.driver.find<QCheckBox>(u"resellerBox"_s)->isChecked());
    QVERIFY(b.driver.setChecked(u"resellerBox"_s, false));
    b.view.saveDraft();
    QTRY_VERIFY(b.view.keeper().isClean());
    WizardView second(*b.world.session, b.world.prompts);
    GuiDriver driver(&second);
    QVERIFY(driver.show());
    second.resumeLatest();
    QTRY_VERIFY(second.currentPage());
    QVERIFY(second.draft().request().reseller.isEmpty());
    QVERIFY(driver.setChecked(u"resellerBox"_s, true));
    QCOMPARE(driver.find<QLineEdit>(u"resellerCompanyEdit"_s)->text(), u"Dealer & Sons"_s);
}

void TestWizardCarrier::whatStaysIsPasted()
{
    WizardBench b;
    QVERIFY(openCarrier(b, RequestBuilder().build()));
    QVERIFY(!b.driver.has(u"stayingEdit"_s));
    QVERIFY(b.driver.setChecked(u"partialPortRadio"_s, true));
    QVERIFY(b.driver.type(u"stayingEdit"_s, u"030 23125050, 030 23125051\n+49 30 2312506-0 \n\n030 12"_s));
    const QStringList expected{u"030 23125050"_s, u"030 23125051"_s, u"+49 30 2312506-0"_s, u"030 12"_s};
    QCOMPARE(b.view.draft().request().staying, expected);
    const auto hint = [&] {
        QString words;
        for (QLabel *label : b.driver.findWidget(u"stayingField"_s)->findChildren<QLabel *>())
            words += label->text() + u'\n';
        return words;
    };
    QVERIFY2(hint().contains(u"3 numbers read. 1 entry cannot be read."_s), qPrintable(hint()));
    QVERIFY(b.driver.choose(u"remainingCombo"_s, u"disconnect"_s));
    QCOMPARE(b.view.draft().request().remaining, Remaining::Disconnect);
    QTRY_VERIFY(codes(b).contains(u"number.impossible"_s));
    b.view.openPage(u"ownerPage"_s);
    b.view.openPage(u"carrierPage"_s);
    QCOMPARE(b.driver.find<QPlainTextEdit>(u"stayingEdit"_s)->toPlainText(), expected.join(u'\n'));
}

void TestWizardCarrier::fullPortPutsTheRestAside()
{
    WizardBench b;
    Request request = RequestBuilder().build();
    request.scope = PortScope::Partial;
    request.remaining = Remaining::Keep;
    request.staying = {u"+493023125050"_s};
    request.newBillingNumber = u"+493023125050"_s;
    QVERIFY(openCarrier(b, request));
    QVERIFY(b.driver.setChecked(u"fullPortRadio"_s, true));
    QVERIFY(!b.driver.has(u"stayingEdit"_s));
    QVERIFY(b.checked());
    QVERIFY2(!codes(b).contains(u"staying.in-full-port"_s), qPrintable(codes(b).join(u' ')));
    QVERIFY(b.view.draft().request().staying.isEmpty());
    QVERIFY(b.driver.setChecked(u"partialPortRadio"_s, true));
    QCOMPARE(b.view.draft().request(), request);
    QCOMPARE(b.driver.find<QLineEdit>(u"newBillingNumberEdit"_s)->text(), u"+493023125050"_s);
    QCOMPARE(b.driver.find<QPlainTextEdit>(u"stayingEdit"_s)->toPlainText(), u"+493023125050"_s);
}

void TestWizardCarrier::billingNumberRuleIsToldInWords()
{
    WizardBench b;
    Request request = RequestBuilder().build();
    request.losingCarrier.billingNumber = u"+493023125017"_s; // one of those that move
    QVERIFY(openCarrier(b, request));
    QVERIFY(b.driver.setChecked(u"partialPortRadio"_s, true));
    QVERIFY(b.driver.choose(u"remainingCombo"_s, u"keep"_s));
    QVERIFY(b.driver.type(u"newBillingNumberEdit"_s, u"0"_s));
    QVERIFY(b.driver.type(u"newBillingNumberEdit"_s, u""_s));
    QVERIFY(b.driver.press(Qt::Key_Tab));
    QTRY_VERIFY(!b.fieldError(u"newBillingNumberField"_s).isEmpty());
    QVERIFY(b.driver.type(u"newBillingNumberEdit"_s, u"030 23125050"_s));
    QTRY_COMPARE(b.fieldError(u"newBillingNumberField"_s), QString());
}

void TestWizardCarrier::everyFeatureSaysItsRemark_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("remark");
    for (const LineFeature &feature : lineFeatures())
        QTest::newRow(qPrintable(feature.id)) << feature.id << feature.remark;
}

void TestWizardCarrier::everyFeatureSaysItsRemark()
{
    QFETCH(QString, id);
    QFETCH(QString, remark);
    WizardBench b;
    QVERIFY(openCarrier(b, RequestBuilder().build()));
    QVERIFY(!b.driver.has(id + u"RemarkLabel"_s));
    QVERIFY(b.driver.setChecked(id + u"FeatureBox"_s, true));
    QCOMPARE(b.driver.find<QLabel>(id + u"RemarkLabel"_s)->text(), remark); // at once, before any verdict
    QCOMPARE(b.view.draft().request().lineFeatures, QStringList{id});
    QVERIFY(b.checked());
    QCOMPARE(b.bar(), QString()); // and not a second time
    QVERIFY(b.driver.setChecked(id + u"FeatureBox"_s, false));
    QVERIFY(b.view.draft().request().lineFeatures.isEmpty());
    QVERIFY(!b.driver.has(id + u"RemarkLabel"_s));
}

void TestWizardCarrier::featuresAreKept()
{
    WizardBench b;
    Request request = RequestBuilder().build();
    request.lineFeatures = {u"alarm"_s, u"somethingOfTomorrow"_s};
    QVERIFY(openCarrier(b, request));
    QVERIFY(b.driver.find<QCheckBox>(u"alarmFeatureBox"_s)->isChecked());
    QVERIFY(b.driver.setChecked(u"dslFeatureBox"_s, true));
    const QStringList expected{u"dsl"_s, u"alarm"_s, u"somethingOfTomorrow"_s};
    QCOMPARE(b.view.draft().request().lineFeatures, expected);
}

void TestWizardCarrier::linkLeadsToTheFeature()
{
    WizardBench b;
    Request request = RequestBuilder().build();
    request.lineFeatures = {u"alarm"_s};
    QVERIFY(openCarrier(b, request));
    b.view.openField(u"/lineFeatures/0"_s);
    QVERIFY(b.at(u"carrierPage"_s));
    QTRY_VERIFY(b.driver.findWidget(u"alarmFeatureBox"_s)->hasFocus());
}

void TestWizardCarrier::pageIsAccessible()
{
    WizardBench b;
    Request request = RequestBuilder().build();
    request.reseller = {u"Dealer & Sons"_s, {}, {}};
    request.scope = PortScope::Partial;
    QVERIFY(openCarrier(b, request));
    QCOMPARE(accessibilityFindings(&b.view), QStringList());
}

PORTDESK_GUI_TEST_MAIN(TestWizardCarrier)
#include "tst_wizardcarrier.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/wizardbench.h"
#include "ui/desk/forms/scheduleform.h"
#include "ui/models/portdatewords.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/portdayedit.h"

#include <QComboBox>
#include <QLabel>
#include <QTableView>
#include <QTextCharFormat>
#include <QTimeEdit>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 11, 23); // of testNow()

const CountryPack &pack()
{
    static const CountryPack countries = *CountryPack::load();
    return countries;
}

QList<PortDateRules> german()
{
    return {portDateRules(u"DE"_s, NumberType::Geographic, kToday, pack())};
}

/// Clicks the day of the shown month whose number stands once in the view (11 to 20 do).
void clickDay(PortCalendar &calendar, int number)
{
    auto *view = calendar.findChild<QTableView *>(u"qt_calendar_calendarview"_s);
    for (int row = 1; row < view->model()->rowCount(); ++row) {
        for (int column = 0; column < view->model()->columnCount(); ++column) {
            const QModelIndex index = view->model()->index(row, column);
            if (index.data().toInt() == number)
                return QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
        }
    }
    QFAIL("the day is not shown");
}

Case withCarrier()
{
    Case portCase;
    portCase.reference = u"PD-2041"_s;
    portCase.stage = Stage::WithCarrier;
    portCase.country = u"DE"_s;
    portCase.type = NumberType::Geographic;
    portCase.request = RequestBuilder().requestedDate(QDate(2026, 12, 15)).build();
    return portCase;
}

FormContext contextOf(const Case &portCase)
{
    FormContext context;
    context.portCase = portCase;
    context.action = u"schedule"_s;
    context.countries = &pack();
    context.now = testNow();
    context.zone = testZone();
    return context;
}

} // namespace

/// Days on which numbers may port: the calendar, the wizard's wished date and the desk's confirmed one.
class TestPortDay final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void daysAreOfferedOrGrey_data();
    void daysAreOfferedOrGrey();
    void greyDayIsNotTaken();
    void arrowsGoFromDayToDay();
    void earliestDayIsExplained_data();
    void earliestDayIsExplained();
    void hoursAreTold();
    void hoursOverMidnight();
    void wizardTellsTheDays();
    void wizardRefusesATypedDay();
    void deskTakesTheCarriersWord();
};

void TestPortDay::daysAreOfferedOrGrey_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("allowed") << QDate(2026, 12, 8) << QString() << QString();
    QTest::newRow("weekend") << QDate(2026, 12, 12) << u"date.not-business-day"_s << u"Saturday"_s;
    QTest::newRow("holiday") << QDate(2026, 12, 25) << u"date.not-business-day"_s << u"Christmas"_s;
    QTest::newRow("too soon") << QDate(2026, 11, 24) << u"date.too-soon"_s << u"2026-12"_s;
    QTest::newRow("too late") << QDate(2027, 11, 23) << u"date.too-late"_s << u"180"_s;
}

void TestPortDay::daysAreOfferedOrGrey()
{
    QFETCH(QDate, day);
    QFETCH(QString, code);
    QFETCH(QString, words);
    PortCalendar calendar;
    calendar.setRules(german());
    calendar.setCurrentPage(day.year(), day.month());
    const QTextCharFormat format = calendar.dateTextFormat(day);
    QCOMPARE(calendar.reasonAgainst(day).isEmpty(), code.isEmpty());
    QCOMPARE(format.toolTip(), calendar.reasonAgainst(day));
    QVERIFY2(format.toolTip().contains(words), qPrintable(format.toolTip()));
    QCOMPARE(format.foreground().color(), code.isEmpty() ? tokensFor(&calendar).text : tokensFor(&calendar).tertiary);
}

void TestPortDay::greyDayIsNotTaken()
{
    PortCalendar calendar;
    calendar.setRules(german());
    calendar.setSelectedDate(QDate(2026, 12, 8));
    calendar.resize(320, 340);
    calendar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&calendar));
    clickDay(calendar, 12);
    QCOMPARE(calendar.selectedDate(), QDate(2026, 12, 8));
    QVERIFY2(calendar.shownReason().contains(u"Saturday"_s), qPrintable(calendar.shownReason()));
    clickDay(calendar, 15);
    QCOMPARE(calendar.selectedDate(), QDate(2026, 12, 15));
    QCOMPARE(calendar.shownReason(), QString());
}

void TestPortDay::arrowsGoFromDayToDay()
{
    PortDayEdit edit;
    edit.setRules(german());
    edit.setDate(QDate(2026, 12, 11)); // a Friday
    edit.setDisplayFormat(u"d MMM yyyy"_s);
    edit.show();
    edit.setCurrentSection(QDateTimeEdit::DaySection);
    QTest::keyClick(&edit, Qt::Key_Up);
    QCOMPARE(edit.date(), QDate(2026, 12, 14));
    QTest::keyClick(&edit, Qt::Key_Down);
    QCOMPARE(edit.date(), QDate(2026, 12, 11));
    edit.setDate(earliestPortDate(german()));
    QTest::keyClick(&edit, Qt::Key_Down); // nothing before the earliest
    QCOMPARE(edit.date(), earliestPortDate(german()));
}

void TestPortDay::earliestDayIsExplained_data()
{
    QTest::addColumn<QList<PortDateRules>>("rules");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("Germany") << german() << QStringList{u"Mon 7 Dec 2026"_s, u"10 business days (DE)"_s, u"not counted"_s};
    QTest::newRow("nothing known yet") << portDateRules(QList<CasePlan>(), kToday, pack()) << QStringList{u"The earliest possible day is Tue 24 Nov 2026."_s};
    const PortDateRules german = portDateRules(u"DE"_s, NumberType::Geographic, kToday, pack());
    const PortDateRules british = portDateRules(u"GB"_s, NumberType::Mobile, kToday, pack());
    QTest::newRow("the later of two") << QList<PortDateRules>{british, german} << QStringList{u"Mon 7 Dec 2026"_s, u"(DE)"_s};
    PortDateRules never = german;
    never.earliest = never.latest.addDays(1);
    QTest::newRow("no day suits all") << QList<PortDateRules>{never} << QStringList{u"No day suits all the cases"_s};
}

void TestPortDay::earliestDayIsExplained()
{
    QFETCH(QList<PortDateRules>, rules);
    QFETCH(QStringList, words);
    const QString text = PortDateWords::earliestText(rules, kToday);
    for (const QString &word : words)
        QVERIFY2(text.contains(word), qPrintable(text));
}

void TestPortDay::hoursAreTold()
{
    PortDateRules rules = german().first();
    const QList<int> weekdays{1, 2, 3, 4, 5};
    rules.window = portWindow({{weekdays, u"10:00"_s, u"13:00"_s, u"Europe/Berlin"_s, u"Telnyx"_s}, {weekdays, u"14:00"_s, u"17:00"_s, u"Europe/Berlin"_s, {}}});
    const QString text = PortDateWords::hoursText({rules, rules});
    QVERIFY2(text.contains(u"10:00 to 13:00 Europe/Berlin (Telnyx)"_s) && text.contains(u"14:00 to 17:00"_s), qPrintable(text));
    QCOMPARE(text.count(u"Germany"_s), 1); // two cases alike are told once
    const QTimeZone berlin("Europe/Berlin");
    QVERIFY(PortDateWords::isWithinHours(rules, QDateTime(QDate(2026, 12, 8), QTime(10, 0), berlin)));
    QVERIFY(!PortDateWords::isWithinHours(rules, QDateTime(QDate(2026, 12, 8), QTime(13, 30), berlin)));
    QVERIFY(PortDateWords::isWithinHours(rules, QDateTime(QDate(2026, 12, 8), QTime(9, 30), Qt::UTC)));
    rules.window = {};
    QCOMPARE(PortDateWords::hoursText({rules}), QString());
    QVERIFY(PortDateWords::isWithinHours(rules, QDateTime(QDate(2026, 12, 8), QTime(3, 0), berlin)));
}

void TestPortDay::hoursOverMidnight()
{
    PortDateRules rules = german().first();
    rules.window.hours = {{QTime(22, 0), QTime(4, 0), "Europe/Berlin", {}}};
    const QTimeZone berlin("Europe/Berlin");
    QVERIFY(PortDateWords::isWithinHours(rules, QDateTime(QDate(2026, 12, 8), QTime(23, 0), berlin)));
    QVERIFY(PortDateWords::isWithinHours(rules, QDateTime(QDate(2026, 12, 8), QTime(3, 0), berlin)));
    QVERIFY(!PortDateWords::isWithinHours(rules, QDateTime(QDate(2026, 12, 8), QTime(12, 0), berlin)));
}

void TestPortDay::wizardTellsTheDays()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(RequestBuilder().requestedDate({}).build());
    b.view.openPage(u"carrierPage"_s);
    QVERIFY(b.checked());
    const QString told = b.driver.find<QLabel>(u"earliestDayLabel"_s)->text();
    QVERIFY2(told.contains(u"Mon 7 Dec 2026"_s) && told.contains(u"10 business days"_s), qPrintable(told));
    QVERIFY(b.driver.setChecked(u"requestedDateBox"_s, true));
    auto *edit = b.driver.find<PortDayEdit>(u"requestedDateEdit"_s);
    QCOMPARE(edit->date(), QDate(2026, 12, 7));
    QCOMPARE(b.view.draft().request().requestedDate, QDate(2026, 12, 7));
    QVERIFY(!edit->reasonAgainst(QDate(2026, 12, 13)).isEmpty());
    QVERIFY(b.driver.setChecked(u"requestedDateBox"_s, false));
    QVERIFY(!b.view.draft().request().requestedDate.isValid());
}

void TestPortDay::wizardRefusesATypedDay()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(RequestBuilder().requestedDate(QDate(2026, 12, 15)).build());
    b.view.openPage(u"carrierPage"_s);
    QVERIFY(b.checked());
    QCOMPARE(b.fieldError(u"requestedDateField"_s), QString());
    QVERIFY(b.driver.setDate(u"requestedDateEdit"_s, QDate(2026, 12, 13)));
    b.view.currentPage()->reveal();
    QTRY_VERIFY2(b.fieldError(u"requestedDateField"_s).contains(u"Sunday"_s), qPrintable(b.fieldError(u"requestedDateField"_s)));
    QVERIFY(b.driver.setDate(u"requestedDateEdit"_s, QDate(2026, 12, 14)));
    QTRY_COMPARE(b.fieldError(u"requestedDateField"_s), QString());
}

void TestPortDay::deskTakesTheCarriersWord()
{
    ScheduleForm form(contextOf(withCarrier()));
    form.show();
    auto *edit = form.findChild<PortDayEdit *>(u"portDateEdit"_s);
    auto *field = form.findChild<FormField *>(u"portDateField"_s);
    QCOMPARE(edit->date(), QDate(2026, 12, 15)); // the customer's wish
    QCOMPARE(form.problem(), QString());
    edit->setDate(QDate(2026, 12, 12));
    QVERIFY2(field->hasError(), "a Saturday stops");
    QVERIFY(!form.problem().isEmpty());
    edit->setDate(QDate(2026, 11, 26)); // sooner than documented: the carrier's word goes before
    QCOMPARE(form.problem(), QString());
    QVERIFY2(!field->visibleWarning().isEmpty(), "it is pointed out");
    QVERIFY(!edit->reasonAgainst(QDate(2026, 11, 26)).isEmpty()); // and not offered in the calendar
    QVERIFY(form.values().value(u"portDate"_s).toString().startsWith(u"2026-11-26 "_s));
    edit->setDate(QDate(2026, 12, 8));
    QCOMPARE(field->visibleWarning(), QString());
}

PORTDESK_GUI_TEST_MAIN(TestPortDay)
#include "tst_portday.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/desk/holidaysview.h"
#include "ui/models/holidayrows.h"
#include "ui/widgets/formfield.h"

#include <QComboBox>
#include <QLabel>
#include <QTableView>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// The page of holidays, on a real store.
class TestHolidays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheDaysOfARegion();
    void addsADay();
    void asksForNameAndReason();
    void takesAHolidayOutAndRestoresIt();
    void aCarrierHasItsOwnDays();
    void isKeptWithTheStore();
    void rowsAreAModel();
    void canBeUsedByEverybody();
};

namespace {

struct Page {
    Page()
    {
        opened = desk.open();
        view = std::make_unique<HolidaysView>(desk.session());
        driver = std::make_unique<GuiDriver>(view.get());
    }
    const QAbstractItemModel *rows() const { return view->findChild<QTableView *>(u"holidaysTable"_s)->model(); }
    int rowOf(const QString &day) const
    {
        for (int row = 0; row < rows()->rowCount(); ++row)
            if (rows()->index(row, HolidayRows::DayColumn).data().toString() == day)
                return row;
        return -1;
    }
    QString nameOn(const QString &day) const { return rowOf(day) < 0 ? QString() : rows()->index(rowOf(day), HolidayRows::NameColumn).data().toString(); }
    QString stateOn(const QString &day) const { return rows()->index(rowOf(day), HolidayRows::StateColumn).data(Qt::AccessibleTextRole).toString(); }
    QString summary() const { return view->findChild<QLabel *>(u"holidaysSummaryLabel"_s)->text(); }

    TestDesk desk;
    QString opened;
    std::unique_ptr<HolidaysView> view;
    std::unique_ptr<GuiDriver> driver;
};

} // namespace

void TestHolidays::listsTheDaysOfARegion()
{
    Page page;
    QCOMPARE(page.opened, QString());
    QVERIFY(page.driver->show());
    QCOMPARE(page.nameOn(u"Sat 3 Oct"_s), u"National Holiday"_s);
    QCOMPARE(page.stateOn(u"Sat 3 Oct"_s), u"on a weekend"_s);
    QCOMPARE(page.rowOf(u"Thu 4 Jun"_s), -1);
    QVERIFY2(page.summary().contains(u"Saturday and Sunday"_s), qPrintable(page.summary()));
    QVERIFY(page.driver->choose(u"holidayRegionCombo"_s, u"BY"_s));
    QCOMPARE(page.nameOn(u"Thu 4 Jun"_s), u"Corpus Christi"_s);
    QCOMPARE(page.rows()->index(page.rowOf(u"Thu 4 Jun"_s), HolidayRows::WhereColumn).data().toString(), u"Bavaria"_s);
    page.view->showPlace({u"IL"_s}, 2027);
    QVERIFY2(page.summary().contains(u"Friday and Saturday"_s), qPrintable(page.summary()));
}

void TestHolidays::addsADay()
{
    Page page;
    QVERIFY(page.driver->show());
    QVERIFY(page.driver->setDate(u"ownDayEdit"_s, QDate(2026, 11, 27)));
    QVERIFY(page.driver->type(u"ownDayNameEdit"_s, u"Stocktaking"_s));
    QVERIFY(page.driver->type(u"ownDayReasonEdit"_s, u"circular of 2 Nov"_s));
    QVERIFY(page.driver->click(u"addOwnDayButton"_s));
    QTRY_COMPARE(page.nameOn(u"Fri 27 Nov"_s), u"Stocktaking: circular of 2 Nov"_s);
    QCOMPARE(page.stateOn(u"Fri 27 Nov"_s), u"own day"_s);
    QCOMPARE(page.desk.session().ownDays().days().first().who, u"Anna Weber"_s);
    QVERIFY(page.driver->clickRow(u"holidaysTable"_s, page.rowOf(u"Fri 27 Nov"_s)));
    QVERIFY(page.driver->click(u"changeHolidayButton"_s));
    QTRY_COMPARE(page.rowOf(u"Fri 27 Nov"_s), -1);
}

void TestHolidays::asksForNameAndReason()
{
    Page page;
    QVERIFY(page.driver->show());
    QVERIFY(page.driver->click(u"addOwnDayButton"_s));
    QVERIFY(!page.driver->find<FormField>(u"ownDayNameField"_s)->visibleError().isEmpty());
    QVERIFY(!page.driver->find<FormField>(u"ownDayReasonField"_s)->visibleError().isEmpty());
    QVERIFY(page.desk.session().ownDays().days().isEmpty());
    QVERIFY(page.driver->clickRow(u"holidaysTable"_s, 0));
    QVERIFY(page.driver->click(u"changeHolidayButton"_s));
    QVERIFY(!page.driver->find<FormField>(u"takeOutReasonField"_s)->visibleError().isEmpty());
    QVERIFY(page.desk.session().ownDays().days().isEmpty());
}

void TestHolidays::takesAHolidayOutAndRestoresIt()
{
    Page page;
    QVERIFY(page.driver->show());
    QVERIFY(page.driver->clickRow(u"holidaysTable"_s, page.rowOf(u"Thu 14 May"_s)));
    QVERIFY(page.driver->type(u"takeOutReasonEdit"_s, u"Our carriers work"_s));
    QVERIFY(page.driver->click(u"changeHolidayButton"_s));
    QTRY_COMPARE(page.stateOn(u"Thu 14 May"_s), u"taken out"_s);
    QVERIFY(BusinessCalendar::forPlace({u"DE"_s}, page.desk.session().ownDays()).isBusinessDay({2026, 5, 14}));
    QVERIFY(page.driver->clickRow(u"holidaysTable"_s, page.rowOf(u"Thu 14 May"_s)));
    QVERIFY(page.driver->click(u"changeHolidayButton"_s));
    QTRY_COMPARE(page.stateOn(u"Thu 14 May"_s), u"public holiday"_s);
}

void TestHolidays::aCarrierHasItsOwnDays()
{
    Page page;
    QVERIFY(page.driver->show());
    QVERIFY(page.driver->type(u"holidayCarrierCombo"_s, u"Orange"_s));
    QVERIFY(page.driver->setDate(u"ownDayEdit"_s, QDate(2026, 12, 24)));
    QVERIFY(page.driver->type(u"ownDayNameEdit"_s, u"Freeze"_s));
    QVERIFY(page.driver->type(u"ownDayReasonEdit"_s, u"its porting page"_s));
    QVERIFY(page.driver->click(u"addOwnDayButton"_s));
    QTRY_VERIFY(page.rowOf(u"Thu 24 Dec"_s) >= 0);
    QCOMPARE(page.rows()->index(page.rowOf(u"Thu 24 Dec"_s), HolidayRows::WhereColumn).data().toString(), u"Germany, for Orange"_s);
    QVERIFY(page.driver->type(u"holidayCarrierCombo"_s, QString()));
    QCOMPARE(page.rowOf(u"Thu 24 Dec"_s), -1);
    QTRY_VERIFY(page.driver->find<QComboBox>(u"holidayCarrierCombo"_s)->findText(u"Orange"_s) >= 0);
}

void TestHolidays::isKeptWithTheStore()
{
    TestDesk desk;
    QCOMPARE(desk.open(), QString());
    const OwnDay day{OwnDay::Kind::Added, {2026, 11, 27}, {u"DE"_s}, u"Stocktaking"_s, u"circular"_s, u"Anna"_s};
    QVERIFY(await(desk.session().changeOwnDays([day](OwnDays &days) { days.put(day); })).ok());
    QTRY_COMPARE(desk.session().ownDays().days().size(), 1);
    DeskSession again(desk.options());
    QVERIFY(await(again.open()).ok());
    QTRY_COMPARE(again.ownDays(), desk.session().ownDays());
}

void TestHolidays::rowsAreAModel()
{
    HolidayRows rows;
    const auto tester = watchModel(&rows);
    rows.setCalendar(BusinessCalendar::forCountry(u"US"_s), 2026);
    QCOMPARE(rows.rowCount(), 12); // Independence Day twice: on its Saturday and in lieu
    QCOMPARE(rows.closedDays(), 11);
    rows.setCalendar(BusinessCalendar::forCountry(u"QQ"_s), 2026);
    QCOMPARE(rows.rowCount(), 0);
}

void TestHolidays::canBeUsedByEverybody()
{
    Page page;
    QVERIFY(page.driver->show());
    QVERIFY(page.driver->clickRow(u"holidaysTable"_s, 0));
    QCOMPARE(accessibilityFindings(page.view.get()).join(u'\n'), QString());
}

PORTDESK_GUI_TEST_MAIN(TestHolidays)
#include "tst_holidays.moc"

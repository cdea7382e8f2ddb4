// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/countrypack.h"
#include "core/places/businesscalendar.h"

#include <QTest>

#include <array>
#include <thread>

using namespace Qt::StringLiterals;
using namespace PortDesk;

class TestBusinessCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsPublicHolidays_data();
    void knowsPublicHolidays();
    void leavesOtherDaysAlone_data();
    void leavesOtherDaysAlone();
    void weekendsFollowTheCountry_data();
    void weekendsFollowTheCountry();
    void everyPackCountryHasHolidays();
    void longHolidaysLastAllTheirDays();
    void addsBusinessDays_data();
    void addsBusinessDays();
    void countsBusinessDays();
    void countingAndAddingAgree();
    void explainsADeadline_data();
    void explainsADeadline();
    void anInvalidDayStaysInvalid();
    void businessClosesAtFiveLocalTime();
    void tableHasADate();
    void calendarsMayBeMadeInManyThreads();
};

namespace {

QDate day(const QString &iso)
{
    return QDate::fromString(iso, Qt::ISODate);
}

void row(const char *name, const char *country, const char *iso)
{
    QTest::newRow(name) << QString::fromLatin1(country) << day(QString::fromLatin1(iso));
}

} // namespace

void TestBusinessCalendar::knowsPublicHolidays_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QDate>("date");
    row("German Unity", "DE", "2025-10-03");
    row("German Ascension", "DE", "2026-05-14");
    row("German second Christmas day", "DE", "2024-12-26");
    row("American Thanksgiving", "US", "2026-11-26");
    row("American Independence Day moved to Friday", "US", "2026-07-03");
    row("American Veterans Day observed on Friday", "US", "2028-11-10");
    row("American Juneteenth", "US", "2026-06-19");
    row("British Boxing Day substitute", "GB", "2026-12-28");
    row("British spring bank holiday", "GB", "2026-05-25");
    row("British Good Friday", "GB", "2027-03-26");
    row("Irish St Brigid", "IE", "2026-02-02");
    row("Irish St Patrick", "IE", "2026-03-17");
    row("French Victory Day", "FR", "2026-05-08");
    row("French Bastille Day", "FR", "2027-07-14");
    row("French Ascension moves with Easter", "FR", "2026-05-14");
    row("Italian San Francesco since 2026", "IT", "2027-10-04");
    row("Italian Liberation", "IT", "2025-04-25");
    row("Dutch Koningsdag", "NL", "2026-04-27");
    row("Dutch Whit Monday", "NL", "2026-05-25");
    row("Spanish national day", "ES", "2026-10-12");
    row("Spanish Epiphany", "ES", "2026-01-06");
    row("Canada Day", "CA", "2026-07-01");
    row("Canadian Labour Day", "CA", "2026-09-07");
    row("Swedish Midsummer Eve", "SE", "2026-06-19");
    row("Japanese day between two holidays", "JP", "2032-09-21");
}

void TestBusinessCalendar::knowsPublicHolidays()
{
    QFETCH(QString, country);
    QFETCH(QDate, date);
    const BusinessCalendar calendar = BusinessCalendar::forCountry(country);
    QVERIFY(calendar.hasHolidays());
    QVERIFY(!calendar.isBusinessDay(date));
    QVERIFY(!calendar.holidayName(date).isEmpty());
}

void TestBusinessCalendar::leavesOtherDaysAlone_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QDate>("date");
    row("Italian San Francesco before 2026", "IT", "2024-10-04");
    row("Christmas Eve in Germany is a working day", "DE", "2026-12-24");
    row("regional Corpus Christi in Germany", "DE", "2026-06-04");
    row("day after Thanksgiving", "US", "2026-11-27");
    row("3 October in Austria's neighbour only", "FR", "2025-10-03");
    row("Boxing Day substitute is British", "FR", "2026-12-28");
    row("ordinary Wednesday", "ES", "2026-11-25");
}

void TestBusinessCalendar::leavesOtherDaysAlone()
{
    QFETCH(QString, country);
    QFETCH(QDate, date);
    const BusinessCalendar calendar = BusinessCalendar::forCountry(country);
    QVERIFY2(calendar.isBusinessDay(date), qPrintable(calendar.holidayName(date)));
}

void TestBusinessCalendar::weekendsFollowTheCountry_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QList<int>>("off");
    QTest::newRow("Germany") << u"DE"_s << QList<int>{6, 7};
    QTest::newRow("United Arab Emirates, Saturday and Sunday since 2022") << u"AE"_s << QList<int>{6, 7};
    QTest::newRow("Saudi Arabia, Friday and Saturday") << u"SA"_s << QList<int>{5, 6};
    QTest::newRow("Israel, Friday and Saturday") << u"IL"_s << QList<int>{5, 6};
    QTest::newRow("Brunei, Friday and Sunday") << u"BN"_s << QList<int>{5, 7};
    QTest::newRow("unknown country") << u"XX"_s << QList<int>{6, 7};
}

void TestBusinessCalendar::weekendsFollowTheCountry()
{
    QFETCH(QString, country);
    const BusinessCalendar calendar = BusinessCalendar::forCountry(country);
    QList<int> off;
    for (QDate date = day(u"2026-11-16"_s); date <= day(u"2026-11-22"_s); date = date.addDays(1))
        if (!calendar.isBusinessDay(date) && calendar.holidayName(date).isEmpty())
            off.append(date.dayOfWeek());
    QTEST(off, "off");
}

void TestBusinessCalendar::everyPackCountryHasHolidays()
{
    const auto pack = CountryPack::load();
    QVERIFY(pack.ok());
    for (const QString &code : pack->codes()) {
        const BusinessCalendar calendar = BusinessCalendar::forCountry(code);
        QVERIFY2(calendar.hasHolidays(), qPrintable(code));
        for (int year = 2024; year <= 2036; ++year) {
            int holidays = 0;
            for (QDate date(year, 1, 1); date.year() == year; date = date.addDays(1))
                holidays += calendar.holidayName(date).isEmpty() ? 0 : 1;
            QVERIFY2(holidays >= 4 && holidays <= 40, qPrintable(u"%1 %2: %3"_s.arg(code).arg(year).arg(holidays)));
        }
    }
}

void TestBusinessCalendar::longHolidaysLastAllTheirDays()
{
    const BusinessCalendar turkey = BusinessCalendar::forCountry(u"TR"_s);
    for (const char *iso : {"2026-03-20", "2026-03-21", "2026-03-22", "2026-05-27", "2026-05-28", "2026-05-29"})
        QVERIFY2(!turkey.holidayName(day(QString::fromLatin1(iso))).isEmpty(), iso);
}

void TestBusinessCalendar::addsBusinessDays_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<int>("days");
    QTest::addColumn<QDate>("due");
    QTest::newRow("within a week") << u"DE"_s << day(u"2026-11-16"_s) << 3 << day(u"2026-11-19"_s);
    QTest::newRow("over a weekend") << u"DE"_s << day(u"2026-11-13"_s) << 3 << day(u"2026-11-18"_s);
    QTest::newRow("from a Saturday") << u"DE"_s << day(u"2026-11-14"_s) << 1 << day(u"2026-11-16"_s);
    QTest::newRow("over Thanksgiving") << u"US"_s << day(u"2026-11-25"_s) << 1 << day(u"2026-11-27"_s);
    QTest::newRow("over the British Christmas") << u"GB"_s << day(u"2026-12-24"_s) << 1 << day(u"2026-12-29"_s);
    QTest::newRow("over Easter in Germany") << u"DE"_s << day(u"2026-04-02"_s) << 1 << day(u"2026-04-07"_s);
    QTest::newRow("over New Year") << u"FR"_s << day(u"2026-12-31"_s) << 2 << day(u"2027-01-05"_s);
    QTest::newRow("no days on a working day") << u"DE"_s << day(u"2026-11-16"_s) << 0 << day(u"2026-11-16"_s);
    QTest::newRow("no days on a Sunday") << u"DE"_s << day(u"2026-11-15"_s) << 0 << day(u"2026-11-16"_s);
    QTest::newRow("no days on a holiday before a weekend") << u"US"_s << day(u"2026-07-03"_s) << 0 << day(u"2026-07-06"_s);
    QTest::newRow("Sunday counts in Saudi Arabia") << u"SA"_s << day(u"2026-11-19"_s) << 1 << day(u"2026-11-22"_s);
    QTest::newRow("forty-five days") << u"DE"_s << day(u"2026-09-01"_s) << 45 << day(u"2026-11-03"_s);
}

void TestBusinessCalendar::addsBusinessDays()
{
    QFETCH(QString, country);
    QFETCH(QDate, from);
    QFETCH(int, days);
    QTEST(BusinessCalendar::forCountry(country).addBusinessDays(from, days), "due");
}

void TestBusinessCalendar::countsBusinessDays()
{
    const BusinessCalendar calendar = BusinessCalendar::forCountry(u"US"_s);
    QCOMPARE(calendar.businessDaysBetween(day(u"2026-11-25"_s), day(u"2026-11-30"_s)), 2);
    QCOMPARE(calendar.businessDaysBetween(day(u"2026-11-27"_s), day(u"2026-11-27"_s)), 0);
    QCOMPARE(calendar.businessDaysBetween(day(u"2026-11-30"_s), day(u"2026-11-25"_s)), 0);
    QCOMPARE(calendar.businessDaysBetween(QDate(), day(u"2026-11-25"_s)), 0);
}

void TestBusinessCalendar::countingAndAddingAgree()
{
    for (const QString &country : {u"US"_s, u"GB"_s, u"DE"_s, u"SA"_s, u"JP"_s}) {
        const BusinessCalendar calendar = BusinessCalendar::forCountry(country);
        for (QDate from = day(u"2026-12-20"_s); from < day(u"2027-01-10"_s); from = from.addDays(1))
            for (int n = 1; n < 20; ++n)
                QCOMPARE(calendar.businessDaysBetween(from, calendar.addBusinessDays(from, n)), n);
    }
}

void TestBusinessCalendar::explainsADeadline_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("text");
    QTest::newRow("over a weekend") << u"DE"_s << day(u"2026-11-13"_s) << 3
        << u"Fri 13 Nov 2026 + 3 business days (DE) = Wed 18 Nov 2026; not counted: Sat 14, Sun 15 Nov"_s;
    QTest::newRow("nothing left out") << u"DE"_s << day(u"2026-11-16"_s) << 1 << u"Mon 16 Nov 2026 + 1 business day (DE) = Tue 17 Nov 2026"_s;
    QTest::newRow("a holiday is named") << u"US"_s << day(u"2026-11-25"_s) << 1
        << u"Wed 25 Nov 2026 + 1 business day (US) = Fri 27 Nov 2026; not counted: Thu 26 Nov (Thanksgiving Day)"_s;
    QTest::newRow("a weekend that changes the month") << u"DE"_s << day(u"2026-10-30"_s) << 1
        << u"Fri 30 Oct 2026 + 1 business day (DE) = Mon 2 Nov 2026; not counted: Sat 31 Oct, Sun 1 Nov"_s;
    QTest::newRow("many weekends are counted") << u"DE"_s << day(u"2026-11-02"_s) << 15
        << u"Mon 2 Nov 2026 + 15 business days (DE) = Mon 23 Nov 2026; not counted: 6 weekend days"_s;
}

void TestBusinessCalendar::explainsADeadline()
{
    QFETCH(QString, country);
    QFETCH(QDate, from);
    QFETCH(int, days);
    QTEST(BusinessCalendar::forCountry(country).explain(from, days), "text");
}

void TestBusinessCalendar::anInvalidDayStaysInvalid()
{
    const BusinessCalendar calendar = BusinessCalendar::forCountry(u"DE"_s);
    QVERIFY(!calendar.addBusinessDays(QDate(), 3).isValid());
    QVERIFY(!calendar.isBusinessDay(QDate()));
    QCOMPARE(calendar.explain(QDate(), 3), QString());
    QVERIFY(!BusinessCalendar().addBusinessDays(day(u"2026-11-16"_s), 1).isValid());
}

void TestBusinessCalendar::businessClosesAtFiveLocalTime()
{
    QCOMPARE(closeOfBusiness(day(u"2026-11-18"_s), QTimeZone("Europe/Berlin")), QDateTime(day(u"2026-11-18"_s), QTime(16, 0), QTimeZone::utc()));
    QCOMPARE(closeOfBusiness(day(u"2026-07-01"_s), QTimeZone("Europe/Berlin")), QDateTime(day(u"2026-07-01"_s), QTime(15, 0), QTimeZone::utc()));
    QCOMPARE(closeOfBusiness(day(u"2026-11-18"_s), QTimeZone("America/New_York")), QDateTime(day(u"2026-11-18"_s), QTime(22, 0), QTimeZone::utc()));
}

void TestBusinessCalendar::tableHasADate()
{
    QCOMPARE(holidayDataDate(), day(u"2026-11-23"_s));
}

void TestBusinessCalendar::calendarsMayBeMadeInManyThreads()
{
    std::array<std::thread, 4> threads;
    std::array<bool, 4> right{};
    for (size_t i = 0; i < threads.size(); ++i)
        threads[i] = std::thread([&right, i] { right[i] = !BusinessCalendar::forCountry(u"DE"_s).isBusinessDay(QDate(2025, 10, 3)); });
    for (std::thread &thread : threads)
        thread.join();
    for (const bool ok : right)
        QVERIFY(ok);
}

QTEST_APPLESS_MAIN(TestBusinessCalendar)
#include "tst_businesscalendar.moc"

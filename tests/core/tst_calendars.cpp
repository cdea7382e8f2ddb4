// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/countrypack.h"
#include "core/places/businesscalendar.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;

/// Calendars of regions against published ones, the desk's own days, and which region an address is in.
class TestCalendars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedCalendars_data();
    void publishedCalendars();
    void emiratesWithinADay_data();
    void emiratesWithinADay();
    void everyRegionIsSane();
    void everyAddressRegionWithHolidaysIsFound();
    void regionsOfAddresses_data();
    void regionsOfAddresses();
    void ownDaysChangeACalendar_data();
    void ownDaysChangeACalendar();
    void theMostParticularEntryDecides();
    void ownDaysSurviveTheStore();
    void brokenOwnDaysAreNamed_data();
    void brokenOwnDaysAreNamed();
    void deadlinesSayWhy_data();
    void deadlinesSayWhy();
    void aYearIsListed();
    void placesHaveNames();
};

namespace {

QDate day(const QString &iso)
{
    return QDate::fromString(iso, Qt::ISODate);
}

/// The days of a year on which an office that works the country's week is closed, "01-06 05-01 …".
QString closedOn(const BusinessCalendar &calendar, int year)
{
    QStringList days;
    for (QDate date(year, 1, 1); date.year() == year; date = date.addDays(1))
        if (!calendar.isWeekend(date) && !calendar.isBusinessDay(date))
            days << date.toString(u"MM-dd"_s);
    return days.join(u' ');
}

OwnDay added(const char *iso, const CalendarPlace &place, const QString &name)
{
    return {OwnDay::Kind::Added, day(QString::fromLatin1(iso)), place, name, u"closed"_s, u"Anna"_s};
}

OwnDay removed(const char *iso, const CalendarPlace &place)
{
    return {OwnDay::Kind::Removed, day(QString::fromLatin1(iso)), place, {}, u"they work"_s, u"Anna"_s};
}

} // namespace

void TestCalendars::publishedCalendars_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("region");
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("closed");
    const auto row = [](const char *name, const char *country, const char *region, int year, const char *closed) {
        QTest::newRow(name) << QString::fromLatin1(country) << QString::fromLatin1(region) << year << QString::fromLatin1(closed);
    };
    // Bayerisches Feiertagsgesetz, article 1 (Assumption holds only where most are Catholic; Saturday in 2026 anyway).
    row("Bavaria", "DE", "BY", 2026, "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 12-25");
    // Gesetz über die Sonn- und Feiertage, Berlin: Women's Day, a Sunday in 2026.
    row("Berlin", "DE", "BE", 2027, "01-01 03-08 03-26 03-29 05-06 05-17");
    // opm.gov, Federal Holidays 2026: Independence Day observed on Friday.
    row("United States", "US", "", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25");
    // cao.go.jp, national holidays of Reiwa 8 (2026): 3 May in lieu on the 6th, 22 September between two holidays.
    row("Japan", "JP", "", 2026, "01-01 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23");
    // gov.br, feriados nacionais de 2026 (leis 662/1949, 6.802/1980, 9.093/1995, 14.759/2023); carnival and Corpus Christi are optional days.
    row("Brazil", "BR", "", 2026, "01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-20 12-25");
    // gov.uk/bank-holidays, Scotland 2025: 2 January, no Easter Monday, August at its beginning, St Andrew moved to Monday.
    row("Scotland", "GB", "SCT", 2025, "01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26");
    // gov.uk/bank-holidays, England and Wales 2026.
    row("England", "GB", "ENG", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28");
    // gov.uk/bank-holidays, Northern Ireland 2026: St Patrick, the Boyne moved to Monday.
    row("Northern Ireland", "GB", "NIR", 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28");
    // gov.il: statutory holidays 5786/5787; the week is Sunday to Thursday, so Shavuot and the other Fridays and Saturdays do not show.
    row("Israel", "IL", "", 2026, "04-02 04-08 04-22 09-13 09-21");
    // cnesst.gouv.qc.ca, jours fériés 2026 (Good Friday taken).
    row("Quebec", "CA", "QC", 2026, "01-01 04-03 05-18 06-24 07-01 09-07 10-12 12-25");
    // comunidad.madrid, calendario laboral 2026: All Saints and the Constitution moved to Monday.
    row("Madrid", "ES", "MD", 2026, "01-01 01-06 04-02 04-03 05-01 10-12 11-02 12-07 12-08 12-25");
    // zh.ch, Ruhetage: Labour Day is one in Zurich; Berchtold is none by law.
    row("Zurich", "CH", "ZH", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 12-25");
    // business.vic.gov.au, public holidays 2026; grand final eve as announced, Boxing Day moved to Monday.
    row("Victoria", "AU", "VIC", 2026, "01-01 01-26 03-09 04-03 04-06 06-08 09-25 11-03 12-25 12-28");
    // Code du travail L3133-1 and L3134-13: Good Friday and St Stephen in Alsace and Moselle; 26 December is a Saturday in 2026.
    row("Moselle", "FR", "57", 2026, "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25");
    row("France", "FR", "", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25");
}

void TestCalendars::publishedCalendars()
{
    QFETCH(QString, country);
    QFETCH(QString, region);
    QFETCH(int, year);
    const BusinessCalendar calendar = BusinessCalendar::forPlace({country, region});
    QCOMPARE(calendar.place().region, region);
    QTEST(closedOn(calendar, year), "closed");
}

void TestCalendars::emiratesWithinADay_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<bool>("off");
    QTest::addColumn<int>("tolerance"); // days: the moon is seen, the table computes it
    const auto row = [](const char *name, const char *iso, bool off, int tolerance) { QTest::newRow(name) << day(QString::fromLatin1(iso)) << off << tolerance; };
    // Cabinet Resolution 27 of 2024 (u.ae, public holidays) and the days announced for 2025.
    row("New Year", "2025-01-01", true, 0);
    row("first day of Eid al-Fitr", "2025-03-31", true, 0);
    row("Arafat Day", "2025-06-05", true, 0);
    row("Eid al-Adha", "2025-06-06", true, 0);
    row("Islamic New Year", "2025-06-27", true, 1);
    row("the Prophet's birthday", "2025-09-05", true, 1);
    row("National Day", "2025-12-02", true, 0);
    row("National Day, second day", "2025-12-03", true, 0);
    row("Ascension of the Prophet is no day off", "2025-01-27", false, 0);
    row("the first of Ramadan is no day off", "2026-02-18", false, 0);
    row("Friday is worked since 2022", "2025-05-09", false, 0);
}

void TestCalendars::emiratesWithinADay()
{
    QFETCH(QDate, date);
    QFETCH(bool, off);
    QFETCH(int, tolerance);
    const BusinessCalendar calendar = BusinessCalendar::forCountry(u"AE"_s);
    bool found = false;
    for (int shift = -tolerance; shift <= tolerance; ++shift)
        found = found || !calendar.isBusinessDay(date.addDays(shift));
    QCOMPARE(found, off);
}

void TestCalendars::everyRegionIsSane()
{
    int regions = 0;
    for (const QString &country : calendarCountries()) {
        QSet<QString> names;
        for (const CalendarRegion &region : calendarRegions(country)) {
            QVERIFY2(!region.name.isEmpty() && !names.contains(region.name), qPrintable(country + u' ' + region.code + u' ' + region.name));
            names.insert(region.name);
            const BusinessCalendar calendar = BusinessCalendar::forPlace({country, region.code});
            QCOMPARE(calendar.code(), country + u'-' + region.code);
            const qsizetype days = calendar.daysOf(2026).size();
            QVERIFY2(days >= 4 && days <= 45, qPrintable(u"%1 %2: %3"_s.arg(country, region.name).arg(days)));
            ++regions;
        }
    }
    QVERIFY2(regions > 300, qPrintable(QString::number(regions)));
}

/// A state that a form offers and that has holidays of its own must lead to them.
void TestCalendars::everyAddressRegionWithHolidaysIsFound()
{
    const auto pack = CountryPack::load();
    QVERIFY(pack.ok());
    const QStringList withStates{u"AU"_s, u"BR"_s, u"CA"_s, u"CH"_s, u"DE"_s, u"ES"_s, u"IN"_s, u"MY"_s, u"NZ"_s, u"US"_s};
    for (const QString &country : withStates) {
        QVERIFY(pack->country(country));
        QSet<QString> reached;
        for (const AddressLayout::Region &region : addressLayout(country).regions)
            reached.insert(calendarRegion({{}, {}, {}, region.key, {}, country}));
        for (const CalendarRegion &region : calendarRegions(country))
            QVERIFY2(region.code.contains(u'-') || reached.contains(region.code), qPrintable(country + u' ' + region.code + u' ' + region.name));
    }
}

void TestCalendars::regionsOfAddresses_data()
{
    QTest::addColumn<PostalAddress>("address");
    QTest::addColumn<QString>("region");
    const auto row = [](const char *name, const char *country, const QString &state, const QString &postcode, const char *region) {
        QTest::newRow(name) << PostalAddress{{u"x"_s}, {}, u"y"_s, state, postcode, QString::fromLatin1(country)} << QString::fromLatin1(region);
    };
    row("American state", "US", u"CA"_s, u"90012"_s, "CA");
    row("American state by name", "US", u"New York"_s, {}, "NY");
    row("German state", "DE", u"Bavaria"_s, u"80331"_s, "BY");
    row("German state not given", "DE", {}, u"80331"_s, "");
    row("Spanish province", "ES", u"B"_s, u"08001"_s, "CT");
    row("Basque province", "ES", u"Álava"_s, u"01001"_s, "PV");
    row("South Tyrol", "IT", u"BZ"_s, u"39100"_s, "32");
    row("Italian province without days of its own", "IT", u"TO"_s, u"10121"_s, "");
    row("Edinburgh", "GB", {}, u"EH1 1YZ"_s, "SCT");
    row("Glasgow", "GB", {}, u"g2 1dy"_s, "SCT");
    row("Belfast", "GB", {}, u"BT1 5GS"_s, "NIR");
    row("Cardiff", "GB", {}, u"CF10 1EP"_s, "WLS");
    row("London", "GB", {}, u"EC1A 1BB"_s, "ENG");
    row("Berwick is English", "GB", {}, u"TD15 1BG"_s, "ENG");
    row("no postcode", "GB", {}, {}, "");
    row("Strasbourg", "FR", {}, u"67000"_s, "67");
    row("Paris", "FR", {}, u"75001"_s, "");
    row("canton", "CH", u"Ticino"_s, u"6900"_s, "TI");
    row("Auckland", "NZ", u"Auckland"_s, u"1010"_s, "AUK");
    row("Australian state in full", "AU", u"Victoria"_s, u"3000"_s, "VIC");
    row("a country without regions", "NL", u"Utrecht"_s, u"3511 AA"_s, "");
    row("nowhere", "QQ", u"Bavaria"_s, {}, "");
}

void TestCalendars::regionsOfAddresses()
{
    QFETCH(PostalAddress, address);
    QTEST(calendarRegion(address), "region");
}

void TestCalendars::ownDaysChangeACalendar_data()
{
    QTest::addColumn<OwnDay>("own");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("openIn"); // the places of the test that work on that day
    QTest::newRow("added for the country") << added("2026-11-27", {u"DE"_s}, u"Stocktaking"_s) << day(u"2026-11-27"_s) << u""_s;
    QTest::newRow("added for a region") << added("2026-11-27", {u"DE"_s, u"BY"_s}, u"Strike"_s) << day(u"2026-11-27"_s) << u"DE DE/Orange"_s;
    QTest::newRow("added for a carrier") << added("2026-11-27", {u"DE"_s, {}, u"orange"_s}, u"Freeze"_s) << day(u"2026-11-27"_s) << u"DE DE-BY"_s;
    QTest::newRow("taken out for the country") << removed("2026-12-25", {u"DE"_s}) << day(u"2026-12-25"_s) << u"DE DE-BY DE/Orange"_s;
    QTest::newRow("taken out for a carrier") << removed("2026-12-25", {u"DE"_s, {}, u"Orange"_s}) << day(u"2026-12-25"_s) << u"DE/Orange"_s;
    QTest::newRow("a regional holiday taken out") << removed("2026-06-04", {u"DE"_s, u"BY"_s}) << day(u"2026-06-04"_s) << u"DE DE-BY DE/Orange"_s;
    QTest::newRow("another country's day") << added("2026-11-27", {u"FR"_s}, u"Pont"_s) << day(u"2026-11-27"_s) << u"DE DE-BY DE/Orange"_s;
    QTest::newRow("a weekend stays one") << removed("2026-11-28", {u"DE"_s}) << day(u"2026-11-28"_s) << u""_s;
}

void TestCalendars::ownDaysChangeACalendar()
{
    QFETCH(OwnDay, own);
    QFETCH(QDate, date);
    OwnDays days;
    days.put(own);
    QStringList open;
    for (const CalendarPlace &place : {CalendarPlace{u"DE"_s}, CalendarPlace{u"DE"_s, u"BY"_s}, CalendarPlace{u"DE"_s, {}, u"Orange"_s}})
        if (BusinessCalendar::forPlace(place, days).isBusinessDay(date))
            open << place.country + (place.region.isEmpty() ? QString() : u'-' + place.region) + (place.carrier.isEmpty() ? QString() : u'/' + place.carrier);
    QTEST(open.join(u' '), "openIn");
}

void TestCalendars::theMostParticularEntryDecides()
{
    OwnDays days;
    days.put(removed("2026-11-27", {u"DE"_s, u"BY"_s, u"Orange"_s}));
    days.put(added("2026-11-27", {u"DE"_s}, u"Closed"_s));
    QVERIFY(!BusinessCalendar::forPlace({u"DE"_s, u"BY"_s}, days).isBusinessDay(day(u"2026-11-27"_s)));
    QVERIFY(BusinessCalendar::forPlace({u"DE"_s, u"BY"_s, u"Orange"_s}, days).isBusinessDay(day(u"2026-11-27"_s)));
    days.put(removed("2026-11-27", {u"DE"_s})); // the same place once more: the newer entry takes its place
    QCOMPARE(days.days().size(), 2);
    QVERIFY(BusinessCalendar::forPlace({u"DE"_s}, days).isBusinessDay(day(u"2026-11-27"_s)));
    days.drop(day(u"2026-11-27"_s), {u"DE"_s});
    days.drop(day(u"2026-11-27"_s), {u"DE"_s, u"BY"_s, u"ORANGE"_s});
    QCOMPARE(days, OwnDays());
}

void TestCalendars::ownDaysSurviveTheStore()
{
    OwnDays days;
    days.put(added("2027-01-04", {u"JP"_s, {}, u"日本通信"_s}, u"仕事始め “half day”"_s));
    days.put(removed("2026-12-25", {u"DE"_s, u"BY"_s}));
    const auto read = OwnDays::fromJson(days.toJson());
    QVERIFY(read.ok());
    QCOMPARE(*read, days);
    QCOMPARE(read->days().first().date, day(u"2026-12-25"_s)); // by date
    QCOMPARE(OwnDays::fromJson({})->days().size(), 0);
}

void TestCalendars::brokenOwnDaysAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("nonsense") << u"no list"_s;
    QTest::newRow("an object") << QByteArray("{}") << u"no list"_s;
    QTest::newRow("no date") << QByteArray(R"([{"kind":"added","country":"DE"}])") << u"entry 1"_s;
    QTest::newRow("a second entry without country") << QByteArray(R"([{"kind":"added","country":"DE","date":"2026-01-01"},{"kind":"added","date":"2026-01-01"}])") << u"entry 2"_s;
    QTest::newRow("an unknown kind") << QByteArray(R"([{"kind":"moved","country":"DE","date":"2026-01-01"}])") << u"entry 1"_s;
}

void TestCalendars::brokenOwnDaysAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto read = OwnDays::fromJson(json);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
}

void TestCalendars::deadlinesSayWhy_data()
{
    QTest::addColumn<CalendarPlace>("place");
    QTest::addColumn<OwnDay>("own");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("text");
    const OwnDay elsewhere = added("2026-01-01", {u"QQ"_s}, u"nothing"_s);
    QTest::newRow("a regional holiday") << CalendarPlace{u"DE"_s, u"BY"_s} << elsewhere << day(u"2026-06-03"_s) << 1
        << u"Wed 3 Jun 2026 + 1 business day (DE, Bavaria) = Fri 5 Jun 2026; not counted: Thu 4 Jun (Corpus Christi, a holiday in Bavaria)"_s;
    QTest::newRow("the country's holiday in a region") << CalendarPlace{u"US"_s, u"NY"_s} << elsewhere << day(u"2026-11-25"_s) << 1
        << u"Wed 25 Nov 2026 + 1 business day (US, New York) = Fri 27 Nov 2026; not counted: Thu 26 Nov (Thanksgiving Day)"_s;
    QTest::newRow("an own day") << CalendarPlace{u"DE"_s} << added("2026-11-27", {u"DE"_s}, u"Stocktaking"_s) << day(u"2026-11-26"_s) << 1
        << u"Thu 26 Nov 2026 + 1 business day (DE) = Mon 30 Nov 2026; not counted: Sat 28, Sun 29 Nov, Fri 27 Nov (Stocktaking, added by this desk: closed)"_s;
    QTest::newRow("an own day of the carrier") << CalendarPlace{u"DE"_s, {}, u"Orange"_s} << added("2026-11-27", {u"DE"_s, {}, u"Orange"_s}, u"Freeze"_s) << day(u"2026-11-26"_s) << 1
        << u"Thu 26 Nov 2026 + 1 business day (DE) = Mon 30 Nov 2026; not counted: Sat 28, Sun 29 Nov, Fri 27 Nov (Freeze, added by this desk for Orange: closed)"_s;
    QTest::newRow("a holiday taken out") << CalendarPlace{u"DE"_s} << removed("2026-05-14", {u"DE"_s}) << day(u"2026-05-13"_s) << 1
        << u"Wed 13 May 2026 + 1 business day (DE) = Thu 14 May 2026; counted although a holiday: Thu 14 May (Ascension Day, taken out by this desk: they work)"_s;
    QTest::newRow("an own day of another place") << CalendarPlace{u"DE"_s} << added("2026-11-27", {u"DE"_s, u"BY"_s}, u"Strike"_s) << day(u"2026-11-26"_s) << 1
        << u"Thu 26 Nov 2026 + 1 business day (DE) = Fri 27 Nov 2026"_s;
}

void TestCalendars::deadlinesSayWhy()
{
    QFETCH(CalendarPlace, place);
    QFETCH(OwnDay, own);
    QFETCH(QDate, from);
    QFETCH(int, days);
    OwnDays ownDays;
    ownDays.put(own);
    QTEST(BusinessCalendar::forPlace(place, ownDays).explain(from, days), "text");
}

void TestCalendars::aYearIsListed()
{
    OwnDays own;
    own.put(added("2026-11-27", {u"DE"_s}, u"Stocktaking"_s));
    own.put(removed("2026-12-25", {u"DE"_s}));
    const QList<CalendarDay> days = BusinessCalendar::forPlace({u"DE"_s, u"BY"_s}, own).daysOf(2026);
    QStringList words;
    for (const CalendarDay &one : days)
        words << u"%1%2%3"_s.arg(one.date.toString(u"MM-dd"_s), one.source == CalendarDay::Source::Country ? u""_s : one.source == CalendarDay::Source::Region ? u"r"_s : u"o"_s, one.isTakenOut() ? u"-"_s : u""_s);
    QCOMPARE(words.join(u' '), u"01-01 01-06r 04-03 04-06 05-01 05-14 05-25 06-04r 10-03 11-01r 11-27o 12-25- 12-26"_s);
}

void TestCalendars::placesHaveNames()
{
    QCOMPARE(BusinessCalendar::forPlace({u"DE"_s, u"BY"_s}).placeText(), u"DE, Bavaria"_s);
    QCOMPARE(BusinessCalendar::forPlace({u"DE"_s}).placeText(), u"DE"_s);
    QCOMPARE(BusinessCalendar::forPlace({u"DE"_s, u"XX"_s}).code(), u"DE"_s); // no such region
    QVERIFY(!BusinessCalendar::forPlace({u"QQ"_s}).hasHolidays());
}

QTEST_APPLESS_MAIN(TestCalendars)
#include "tst_calendars.moc"

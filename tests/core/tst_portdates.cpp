// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/outofdate.h"
#include "core/cases/portdates.h"
#include "core/countries/portingwindow.h"
#include "tests/kit/casejourney.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::CaseJourney;
using PortDesk::Test::RequestBuilder;

/// When numbers may port, and whether the papers last until then.
class TestPortDates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void windowsAsText_data();
    void windowsAsText();
    void readsEveryWindowOfThePack();
    void earliestDays_data();
    void earliestDays();
    void judgesDays_data();
    void judgesDays();
    void aDayMustSuitEveryCase();
    void theCheckSaysTheSame();
    void agesCountOnTheDayOfSending_data();
    void agesCountOnTheDayOfSending();
    void anOldBillCanBeWaivedOrReplaced();
};

namespace {

const QDate kToday(2026, 11, 23); // a Monday

const QVariantMap kReference{{u"carrierReference"_s, u"DT-1"_s}};

PortDateRules german()
{
    return portDateRules(u"DE"_s, NumberType::Geographic, kToday, Test::testCountries());
}

} // namespace

void TestPortDates::windowsAsText_data()
{
    QTest::addColumn<QList<PortingWindow>>("windows");
    QTest::addColumn<QList<int>>("weekdays");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("stretches"); ///< of hours to choose from
    const QList<int> week{1, 2, 3, 4, 5};
    const QString paris = u"Europe/Paris"_s;
    QTest::newRow("nothing documented") << QList<PortingWindow>{} << QList<int>{} << QString() << 0;
    QTest::newRow("days alone") << QList<PortingWindow>{{week, {}, {}, paris, {}}} << week << u"Mon\u2013Fri"_s << 0;
    QTest::newRow("days and hours") << QList<PortingWindow>{{week, u"09:30"_s, u"12:30"_s, paris, u"Zoom"_s}} << week << u"Mon\u2013Fri 09:30 to 12:30 Europe/Paris (Zoom)"_s << 1;
    QTest::newRow("hours alone") << QList<PortingWindow>{{{}, u"06:00"_s, u"08:00"_s, paris, {}}} << QList<int>{} << u"06:00 to 08:00 Europe/Paris"_s << 1;
    QTest::newRow("hours of one, days of another") << QList<PortingWindow>{{{}, u"10:00"_s, u"12:00"_s, paris, u"AWS"_s}, {{1, 3}, u"08:00"_s, u"17:00"_s, paris, u"Colt"_s}} << QList<int>{1, 3}
                                                   << u"10:00 to 12:00 Europe/Paris (AWS); Mon, Wed 08:00 to 17:00 Europe/Paris (Colt)"_s << 2;
    QTest::newRow("days of two") << QList<PortingWindow>{{{4, 5}, {}, {}, paris, {}}, {{1, 4}, {}, {}, paris, {}}} << QList<int>{1, 4, 5} << u"Thu, Fri; Mon, Thu"_s << 0;
    QTest::newRow("over midnight") << QList<PortingWindow>{{week, u"21:00"_s, u"03:00"_s, paris, {}}} << week << u"Mon\u2013Fri 21:00 to 03:00 the next day Europe/Paris"_s << 1;
    QTest::newRow("one time") << QList<PortingWindow>{{week, u"11:00"_s, u"11:00"_s, paris, {}}} << week << u"Mon\u2013Fri about 11:00 Europe/Paris"_s << 0;
    QTest::newRow("the networks' own night work") << QList<PortingWindow>{{{}, u"00:00"_s, u"03:00"_s, u"Europe/Warsaw"_s, u"technical switch"_s}} << QList<int>{}
                                                  << u"00:00 to 03:00 Europe/Warsaw (technical switch)"_s << 0;
}

void TestPortDates::windowsAsText()
{
    QFETCH(QList<PortingWindow>, windows);
    QTEST(portingWeekdays(windows), "weekdays");
    QTEST(portingWindowsText(windows), "text");
    const PortWindow window = portWindow(windows);
    QTEST(window.text, "text");
    QTEST(int(window.hours.size()), "stretches");
    QTEST(QList<int>(window.weekdays.cbegin(), window.weekdays.cend()), "weekdays");
}

void TestPortDates::readsEveryWindowOfThePack()
{
    int hours = 0;
    for (const QString &code : Test::testCountries().codes()) {
        for (const CountryRecord &record : Test::testCountries().country(code)->records) {
            for (const PortWindow::Hours &stretch : portWindow(record.windows).hours) {
                QVERIFY2(stretch.from.isValid() && stretch.to.isValid(), qPrintable(code + u' ' + record.portingWindow));
                QVERIFY2(QTimeZone(stretch.zone).isValid(), qPrintable(code + u' ' + QString::fromLatin1(stretch.zone)));
                ++hours;
            }
        }
    }
    QVERIFY2(hours > 60, qPrintable(QString::number(hours)));
}

void TestPortDates::earliestDays_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QDate>("earliest");
    // Germany: ten business days.
    QTest::newRow("ten business days") << u"DE"_s << kToday << QDate(2026, 12, 7);
    QTest::newRow("from a Saturday") << u"DE"_s << QDate(2026, 11, 28) << QDate(2026, 12, 11);
    QTest::newRow("over Christmas and New Year") << u"DE"_s << QDate(2026, 12, 18) << QDate(2027, 1, 5);
    // Nothing documented: one business day.
    QTest::newRow("unknown country") << u"XX"_s << QDate(2026, 11, 27) << QDate(2026, 11, 30);
}

void TestPortDates::earliestDays()
{
    QFETCH(QString, country);
    QFETCH(QDate, today);
    QFETCH(QDate, earliest);
    QCOMPARE(earliestPortDate(country, NumberType::Geographic, today, Test::testCountries()), earliest);
    const PortDateRules rules = portDateRules(country, NumberType::Geographic, today, Test::testCountries());
    QVERIFY(dateProblems(rules, earliest).isEmpty());
    QVERIFY(!dateProblems(rules, earliest.addDays(-1)).isEmpty());
}

void TestPortDates::judgesDays_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("locked");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("part"); ///< of the reason
    QTest::newRow("allowed") << QDate(2026, 12, 8) << false << QString() << QString();
    QTest::newRow("too soon") << QDate(2026, 12, 4) << false << u"date.too-soon"_s << u"the first possible day is 2026-12-07"_s;
    QTest::newRow("a Saturday") << QDate(2026, 12, 12) << false << u"date.not-business-day"_s << u"(Saturday)"_s;
    QTest::newRow("New Year") << QDate(2027, 1, 1) << false << u"date.not-business-day"_s << u"(New Year's Day)"_s;
    QTest::newRow("too late") << QDate(2027, 5, 24) << false << u"date.too-late"_s << u"up to 2027-05-22"_s;
    QTest::newRow("locked") << QDate(2026, 12, 8) << true << u"date.change-lock"_s << u"Ask a supervisor"_s;
}

void TestPortDates::judgesDays()
{
    QFETCH(QDate, day);
    QFETCH(bool, locked);
    QFETCH(QString, code);
    QFETCH(QString, part);
    PortDateRules rules = german();
    rules.locked = locked;
    const QList<DayVerdict> days = judgedDates(rules, day, day);
    QCOMPARE(days.size(), 1);
    QCOMPARE(days.first().code, code);
    QCOMPARE(days.first().isAllowed(), code.isEmpty());
    QVERIFY2(days.first().reason.contains(part), qPrintable(days.first().reason));

    // A weekday the carriers of the country leave out.
    rules.window = portWindow({{{1, 2, 3, 4}, u"06:00"_s, u"08:00"_s, u"Europe/Berlin"_s, {}}});
    QCOMPARE(judgedDates(rules, QDate(2026, 12, 11), QDate(2026, 12, 11)).first().code,
             locked ? u"date.change-lock"_s : u"date.outside-window"_s);
    QCOMPARE(judgedDates(rules, QDate(2026, 12, 14), QDate(2026, 12, 13)).size(), 0);
}

void TestPortDates::aDayMustSuitEveryCase()
{
    // 28 December 2026: a business day in Germany, a holiday in Great Britain (Boxing Day moved to Monday).
    const PortDateRules british = portDateRules(u"GB"_s, NumberType::Geographic, kToday, Test::testCountries());
    const QDate boxing(2026, 12, 28);
    QVERIFY(judgedDates(german(), boxing, boxing).first().isAllowed());
    const DayVerdict both = judgedDates({german(), british}, boxing, boxing).first();
    QCOMPARE(both.code, u"date.not-business-day"_s);
    QVERIFY2(both.reason.contains(u"United Kingdom"_s), qPrintable(both.reason));
    const QDate common = earliestPortDate({german(), british});
    QVERIFY(common.isValid() && common >= german().earliest && common >= british.earliest);
    for (const DayVerdict &verdict : judgedDates({german(), british}, kToday, common))
        QCOMPARE(verdict.isAllowed(), verdict.day == common);
    PortDateRules never = german();
    never.earliest = never.latest.addDays(1);
    QVERIFY(!earliestPortDate(QList<PortDateRules>{never}).isValid());
}

void TestPortDates::theCheckSaysTheSame()
{
    for (const DayVerdict &verdict : judgedDates(german(), kToday, kToday.addDays(200))) {
        const QList<Problem> errors =
            preflight(RequestBuilder().requestedDate(verdict.day).build(), {Test::testCountries(), kToday}).errors();
        QCOMPARE(errors.isEmpty(), verdict.isAllowed());
        QVERIFY(errors.isEmpty() || errors.first().code == verdict.code);
    }
}

void TestPortDates::agesCountOnTheDayOfSending_data()
{
    QTest::addColumn<QDate>("bill");
    QTest::addColumn<QDate>("letter");
    QTest::addColumn<QDate>("sent");
    QTest::addColumn<QString>("code"); ///< "" = may be sent
    const QDate fresh(2026, 11, 20);
    QTest::newRow("both in date") << fresh << fresh << QDate(2026, 12, 18) << QString();
    QTest::newRow("the bill's last day") << QDate(2026, 11, 16) << fresh << QDate(2026, 12, 16) << QString();
    QTest::newRow("a day more") << QDate(2026, 11, 16) << fresh << QDate(2026, 12, 17) << u"bill.too-old"_s;
    QTest::newRow("the letter's last day") << QDate(2027, 2, 15) << fresh << QDate(2027, 2, 18) << QString();
    QTest::newRow("a day more for the letter") << QDate(2027, 2, 15) << fresh << QDate(2027, 2, 19) << u"loa.too-old"_s;
}

void TestPortDates::agesCountOnTheDayOfSending()
{
    QFETCH(QDate, bill);
    QFETCH(QDate, letter);
    QFETCH(QDate, sent);
    QFETCH(QString, code);
    CaseJourney journey;
    journey.to(Stage::UnderReview)
        .act(u"approve"_s)
        .act(u"waive"_s, {{u"document"_s, u"csr"_s}, {u"reason"_s, u"German carriers give none."_s}});
    for (CaseDocument &document : journey.portCase.documents) {
        if (document.kind == "bill"_L1)
            document.issued = bill;
        if (document.kind == "loa"_L1)
            document.signedOn = letter;
    }
    journey.at(QDateTime(sent, QTime(10, 0), Qt::UTC));
    const auto result = journey.attempt(u"send-to-carrier"_s, kReference);
    QVERIFY2(result.ok() == code.isEmpty(), result ? "sent" : qPrintable(result.error().message));
    if (code.isEmpty())
        return;
    QCOMPARE(result.error().code, Error::Code::Refused);
    QCOMPARE(result.error().detail, u"documents-in-date|documents"_s);
    QVERIFY2(result.error().message.contains(u"(%1)"_s.arg(code)), qPrintable(result.error().message));
}

void TestPortDates::anOldBillCanBeWaivedOrReplaced()
{
    CaseJourney journey;
    journey.to(Stage::UnderReview)
        .act(u"approve"_s)
        .act(u"waive"_s, {{u"document"_s, u"csr"_s}, {u"reason"_s, u"German carriers give none."_s}});
    QVERIFY(!journey.attempt(u"waive"_s, {{u"document"_s, u"bill"_s}, {u"reason"_s, u"x"_s}}).ok()); // in date: nothing to waive
    journey.at(QDateTime(QDate(2026, 12, 20), QTime(10, 0), Qt::UTC));
    QVERIFY(!journey.attempt(u"send-to-carrier"_s, kReference).ok());

    CaseJourney replaced = journey;
    CaseDocument bill = *std::find_if(journey.portCase.documents.cbegin(), journey.portCase.documents.cend(),
                                      [](const CaseDocument &d) { return d.kind == "bill"_L1; });
    bill.issued = QDate(2026, 12, 16);
    replaced.portCase.documents.append(bill);
    QVERIFY(documentsOutOfDate(replaced.portCase, replaced.context()).kinds.isEmpty());
    const auto resent = replaced.attempt(u"send-to-carrier"_s, kReference);
    QVERIFY2(resent.ok(), resent ? "" : qPrintable(resent.error().message));

    QCOMPARE(documentsOutOfDate(journey.portCase, journey.context()).kinds, QStringList{u"bill"_s});
    journey.act(u"waive"_s, {{u"document"_s, u"bill"_s}, {u"reason"_s, u"The carrier confirmed the account by telephone."_s}});
    QVERIFY(documentsOutOfDate(journey.portCase, journey.context()).kinds.isEmpty());
    const auto sent = journey.attempt(u"send-to-carrier"_s, kReference);
    QVERIFY2(sent.ok(), sent ? "" : qPrintable(sent.error().message));
}

QTEST_GUILESS_MAIN(TestPortDates)
#include "tst_portdates.moc"

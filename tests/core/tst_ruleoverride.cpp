// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/preflight.h"
#include "core/cases/ruleusage.h"
#include "core/countries/overridecheck.h"
#include "core/countries/rulepatch.h"
#include "core/countries/rulewords.h"
#include "core/documents/letter.h"
#include "tests/kit/casejourney.h"
#include "tests/kit/deskrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 11, 23);

OverriddenPack with(const QList<RuleOverride> &rules, QDate day = kToday)
{
    return testCountries().withOverrides(rules, day);
}

} // namespace

/// Overrides of country rules as values: what they change, what is refused, what remembers them.
class TestRuleOverride : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesAValue_data();
    void changesAValue();
    void remembersWhatWasSupplied();
    void holdsOnItsDaysOnly_data();
    void holdsOnItsDaysOnly();
    void oneForAllTypesYieldsToOneForAType();
    void valuesThatNeedEachOtherFitTogether();
    void leavesOutWhatDoesNotFit();
    void leavesOtherCountriesAlone();
    void refusesABadOverride_data();
    void refusesABadOverride();
    void refusesToBreakAnother();
    void preflightAsksWhatTheDeskAsks();
    void clocksCountTheDesksLeadTime();
    void letterIsWrittenInTheDesksLanguage();
    void timelineNamesTheRulesInForce();
    void namesEveryValue_data();
    void namesEveryValue();
    void rejectionsAreTiedToRules_data();
    void rejectionsAreTiedToRules();
    void everyValueOfThePackCanBeFound();
};

void TestRuleOverride::changesAValue_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::newRow("a whole number") << u"leadTimeMaximum"_s << u"60"_s;
    QTest::newRow("no longer documented") << u"leadTimeMaximum"_s << u"null"_s;
    QTest::newRow("a word") << u"signature"_s << u"\"electronic\""_s;
    QTest::newRow("a text") << u"portingWindow"_s << u"\"Mon-Thu 06:00-08:00\""_s;
    QTest::newRow("a list of words") << u"loaLanguages"_s << u"[\"de\",\"en\"]"_s;
    QTest::newRow("sentences") << u"restrictions"_s << u"[\"Ask before 10:00.\",\"No ISDN.\"]"_s;
    QTest::newRow("no sentences") << u"restrictions"_s << u"[]"_s;
    QTest::newRow("a member of a document") << u"documents/csr/note"_s << u"\"never given\""_s;
    QTest::newRow("a member of a field") << u"fields/area_code/pattern"_s << u"\"^0[0-9]{1,4}$\""_s;
}

void TestRuleOverride::changesAValue()
{
    QFETCH(QString, path);
    QFETCH(QString, value);
    const QJsonValue wanted = jsonValue(qPrintable(value));
    const RuleOverride set = deskRule(path, wanted);
    QVERIFY2(checkOverrides(testCountries(), {}, {set}).ok(), qPrintable(path));
    const OverriddenPack changed = with({set});
    QVERIFY2(changed.unfit.isEmpty(), changed.unfit.isEmpty() ? "" : qPrintable(changed.unfit.first().why));
    const auto file = changed.pack.file(u"DE"_s);
    QVERIFY(file.ok());
    const QJsonObject record = file->value(u"records"_s).toArray().first().toObject();
    QCOMPARE(ruleValueAt(record, path), wanted);
    QVERIFY(changed.pack.record(u"DE"_s, NumberType::Geographic)->overrideOf(path));
    QVERIFY(changed.pack.record(u"DE"_s, NumberType::TollFree)->overrides.isEmpty());
}

void TestRuleOverride::remembersWhatWasSupplied()
{
    RuleOverride lead = deskRule(u"leadTimeMaximum"_s, 60);
    lead.source = u"https://example.org/lead-times"_s;
    const OverriddenPack changed = with({lead, deskRule(u"documents/work_permit"_s, jsonValue("{\"note\": \"for owners from abroad\"}")), deskRule(u"fields/area_code"_s, QJsonValue::Null)});
    QVERIFY(changed.unfit.isEmpty());
    const CountryRecord &supplied = *testCountries().record(u"DE"_s, NumberType::Geographic);
    const CountryRecord &record = *changed.pack.record(u"DE"_s, NumberType::Geographic);
    QCOMPARE(record.leadTimeMaximum, 60);
    QCOMPARE(record.overrideOf(u"leadTimeMaximum"_s)->supplied, QJsonValue(*supplied.leadTimeMaximum));
    QCOMPARE(record.overrideOf(u"leadTimeMaximum"_s)->rule, lead);
    QVERIFY(record.sources.contains(lead.source));
    QVERIFY(record.document(u"work_permit"_s) && record.document(u"work_permit"_s)->required);
    QCOMPARE(record.overrideOf(u"documents/work_permit"_s)->supplied, QJsonValue(QJsonValue::Null));
    QVERIFY(supplied.field(u"area_code"_s) && !record.field(u"area_code"_s));
    QCOMPARE(record.overrideOf(u"fields/area_code"_s)->supplied[u"id"].toString(), u"area_code"_s);
    QVERIFY(supplied.overrides.isEmpty());
}

void TestRuleOverride::holdsOnItsDaysOnly_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("holds");
    QTest::newRow("before") << QDate(2026, 11, 29) << false;
    QTest::newRow("first day") << QDate(2026, 11, 30) << true;
    QTest::newRow("last day") << QDate(2026, 12, 4) << true;
    QTest::newRow("after") << QDate(2026, 12, 5) << false;
}

void TestRuleOverride::holdsOnItsDaysOnly()
{
    QFETCH(QDate, day);
    QFETCH(bool, holds);
    RuleOverride lead = deskRule(u"leadTimeMaximum"_s, 60);
    lead.from = QDate(2026, 11, 30);
    lead.until = QDate(2026, 12, 4);
    const auto &record = *with({lead}, day).pack.record(u"DE"_s, NumberType::Geographic);
    QCOMPARE(record.leadTimeMaximum == 60, holds);
    QCOMPARE(!record.overrides.isEmpty(), holds);
}

void TestRuleOverride::oneForAllTypesYieldsToOneForAType()
{
    const OverriddenPack changed = with({deskRule(u"maximumNumbers"_s, 5), deskRule(u"maximumNumbers"_s, 50, NumberType::Unknown)});
    QVERIFY(changed.unfit.isEmpty());
    QCOMPARE(changed.pack.record(u"DE"_s, NumberType::Geographic)->maximumNumbers, 5);
    QCOMPARE(changed.pack.record(u"DE"_s, NumberType::Geographic)->overrides.size(), 1);
    QCOMPARE(changed.pack.record(u"DE"_s, NumberType::TollFree)->maximumNumbers, 50);
}

void TestRuleOverride::valuesThatNeedEachOtherFitTogether()
{
    const int most = *testCountries().record(u"DE"_s, NumberType::Geographic)->leadTimeMaximum;
    const RuleOverride least = deskRule(u"leadTimeMinimum"_s, most + 10);
    const RuleOverride longer = deskRule(u"leadTimeMaximum"_s, most + 20);
    QVERIFY(!checkOverrides(testCountries(), {}, {least}).ok());
    QVERIFY(checkOverrides(testCountries(), {}, {least, longer}).ok());
    QVERIFY(checkOverrides(testCountries(), {longer}, {least}).ok());
    for (const QList<RuleOverride> &order : {QList{least, longer}, QList{longer, least}}) {
        const OverriddenPack changed = with(order + QList{deskRule(u"nothing"_s, 1)}); // one that never fits
        QCOMPARE(changed.unfit.size(), 1);
        QCOMPARE(changed.pack.record(u"DE"_s, NumberType::Geographic)->leadTimeMinimum, most + 10);
    }
}

void TestRuleOverride::leavesOutWhatDoesNotFit()
{
    const OverriddenPack changed = with({deskRule(u"billMaxAgeDays"_s, u"thirty"_s), deskRule(u"loaMaxAgeDays"_s, 15), deskRule(u"regulator"_s, u"None"_s, NumberType::Geographic, u"XX"_s)});
    QCOMPARE(changed.unfit.size(), 2);
    QVERIFY2(changed.unfit.first().why.contains(u"billMaxAgeDays.value has the wrong type"_s), qPrintable(changed.unfit.first().why));
    QVERIFY(changed.unfit.last().why.contains(u"XX"_s));
    const CountryRecord &record = *changed.pack.record(u"DE"_s, NumberType::Geographic);
    QCOMPARE(record.loaMaxAgeDays, 15);
    QCOMPARE(record.billMaxAgeDays, testCountries().record(u"DE"_s, NumberType::Geographic)->billMaxAgeDays);
    QCOMPARE(record.overrides.size(), 1);
}

void TestRuleOverride::leavesOtherCountriesAlone()
{
    const OverriddenPack changed = with({deskRule(u"leadTimeMaximum"_s, 60)});
    QCOMPARE(changed.pack.codes(), testCountries().codes());
    QCOMPARE(changed.pack.country(u"FR"_s)->records.first().leadTimeMaximum, testCountries().country(u"FR"_s)->records.first().leadTimeMaximum);
}

void TestRuleOverride::refusesABadOverride_data()
{
    QTest::addColumn<RuleOverride>("wanted");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const RuleOverride &wanted, const QString &says) { QTest::newRow(name) << wanted << says; };
    RuleOverride silent = deskRule(u"leadTimeMaximum"_s, 60);
    silent.reason = u"  "_s;
    row("no reason", silent, u"reason"_s);
    RuleOverride backwards = deskRule(u"leadTimeMaximum"_s, 60);
    backwards.from = QDate(2026, 12, 2);
    backwards.until = QDate(2026, 12, 1);
    row("days the wrong way round", backwards, u"last day"_s);
    RuleOverride noLink = deskRule(u"leadTimeMaximum"_s, 60);
    noLink.source = u"see the wiki"_s;
    row("no link", noLink, u"https://"_s);
    row("no such country", deskRule(u"leadTimeMaximum"_s, 60, NumberType::Geographic, u"XX"_s), u"XX"_s);
    row("no such type", deskRule(u"leadTimeMaximum"_s, 60, NumberType::Premium), u"type of number"_s);
    row("no such value", deskRule(u"leadTime"_s, 60), u"no such value"_s);
    row("no such member", deskRule(u"fields/area_code/colour"_s, u"red"_s), u"no such value"_s);
    row("what the file lists", deskRule(u"sources"_s, jsonValue("[\"https://example.org\"]")), u"no such value"_s);
    row("which list", deskRule(u"documents"_s, jsonValue("[]")), u"name one of"_s);
    row("not asked anyway", deskRule(u"documents/work_permit"_s, QJsonValue::Null), u"not asked anyway"_s);
    row("a text for days", deskRule(u"loaMaxAgeDays"_s, u"90"_s), u"wrong type"_s);
    row("below zero", deskRule(u"loaMaxAgeDays"_s, -1), u"whole number"_s);
    row("an unknown word", deskRule(u"signature"_s, u"spoken"_s), u"not one of"_s);
    row("a broken pattern", deskRule(u"fields/area_code/pattern"_s, u"^(0$"_s), u"regular expression"_s);
    row("an unknown document", deskRule(u"documents/birth_certificate"_s, jsonValue("{\"note\": \"x\"}")), u"birth_certificate"_s);
    row("a document as a word", deskRule(u"documents/csr"_s, u"no"_s), u"object"_s);
    row("sentences as one", deskRule(u"restrictions"_s, u"No ISDN."_s), u"list of sentences"_s);
    row("least above most", deskRule(u"leadTimeMinimum"_s, 500), u"above leadTimeMaximum"_s);
    row("the letter dropped", deskRule(u"documents/loa"_s, QJsonValue::Null), u"base process"_s);
    row("the record made optional", deskRule(u"documents/csr"_s, jsonValue("{\"required\": false, \"baseProcess\": false}")), u"declare it unavailable"_s);
    row("nothing changed", deskRule(u"documents/loa"_s, jsonValue("{\"required\": true}")), u"supplied value already"_s);
}

void TestRuleOverride::refusesABadOverride()
{
    QFETCH(RuleOverride, wanted);
    QFETCH(QString, says);
    const auto checked = checkOverrides(testCountries(), {}, {wanted});
    QVERIFY(!checked.ok());
    QCOMPARE(checked.error().code, Error::Code::Invalid);
    QVERIFY2(checked.error().message.contains(says), qPrintable(checked.error().message));
}

void TestRuleOverride::refusesToBreakAnother()
{
    const int most = *testCountries().record(u"DE"_s, NumberType::Geographic)->leadTimeMaximum;
    const RuleOverride longer = deskRule(u"leadTimeMaximum"_s, most + 20);
    const RuleOverride least = deskRule(u"leadTimeMinimum"_s, most + 10);
    const auto broken = checkOverrides(testCountries(), {longer, least}, {deskRule(u"leadTimeMaximum"_s, most + 5)});
    QVERIFY(!broken.ok());
    QVERIFY2(broken.error().message.contains(u"leadTimeMinimum"_s), qPrintable(broken.error().message));
    const auto withdrawn = checkWithdrawal(testCountries(), {longer, least}, {longer}, kToday);
    QVERIFY(!withdrawn.ok());
    QCOMPARE(withdrawn.error().code, Error::Code::Refused);
    QVERIFY(checkWithdrawal(testCountries(), {longer, least}, {least}, kToday).ok());
    QVERIFY(checkWithdrawal(testCountries(), {longer, least}, {longer, least}, kToday).ok());
}

void TestRuleOverride::preflightAsksWhatTheDeskAsks()
{
    const auto codes = [](const CountryPack &countries) {
        QStringList found;
        for (const Problem &problem : preflight(RequestBuilder().build(), {countries, kToday}).errors())
            found << problem.code + u' ' + problem.field;
        return found;
    };
    QCOMPARE(codes(testCountries()), QStringList());
    const OverriddenPack changed = with({deskRule(u"documents/tax_certificate"_s, jsonValue("{\"note\": \"asked since May\"}"), NumberType::Unknown)});
    QVERIFY(changed.unfit.isEmpty());
    QVERIFY2(codes(changed.pack).join(u' ').contains(u"document.missing"_s), qPrintable(codes(changed.pack).join(u' ')));
    QVERIFY(split(RequestBuilder().build(), changed.pack).first().requirements.contains(u"tax_certificate"_s));
}

void TestRuleOverride::clocksCountTheDesksLeadTime()
{
    const auto due = [](const CountryPack &countries) {
        CaseJourney sent;
        sent.to(Stage::UnderReview).act(u"approve"_s).act(u"waive"_s, {{u"document"_s, u"csr"_s}, {u"reason"_s, u"German carriers give none."_s}});
        const Case before = sent.portCase;
        const auto decision = decide(before, {u"send-to-carrier"_s, {{u"carrierReference"_s, u"88-1"_s}}, actorOf(Role::Agent)}, {countries, sent.now, testZone()});
        return decision ? decision->after.clocks.first().due : QDateTime();
    };
    const OverriddenPack changed = with({deskRule(u"leadTimeMaximum"_s, 60), deskRule(u"leadTimeMinimum"_s, 50)});
    QVERIFY(due(testCountries()).isValid());
    QVERIFY(due(changed.pack) > due(testCountries()));
}

void TestRuleOverride::letterIsWrittenInTheDesksLanguage()
{
    const Request request = RequestBuilder().build();
    const OverriddenPack changed = with({deskRule(u"loaLanguages"_s, jsonValue("[\"fr\"]"))});
    const auto supplied = loaLetter(request, split(request, testCountries()).first(), testCountries(), u"PD-1"_s, kToday);
    const auto letter = loaLetter(request, split(request, changed.pack).first(), changed.pack, u"PD-1"_s, kToday);
    QVERIFY(supplied.ok() && letter.ok());
    QCOMPARE(supplied->language, u"de"_s);
    QCOMPARE(letter->language, u"fr"_s);
}

void TestRuleOverride::timelineNamesTheRulesInForce()
{
    RuleOverride lead = deskRule(u"leadTimeMaximum"_s, 60);
    lead.id = {7};
    lead.revision = 2;
    const OverriddenPack changed = with({lead});
    const ActionContext context{changed.pack, testNow(), testZone()};
    const Decision opened = openCases(RequestBuilder().build(), true, actorOf(Role::Customer), context).first();
    const CaseEvent event = opened.events.last();
    QCOMPARE(event.what, u"submit"_s);
    QCOMPARE(event.data[u"overrides"_s].toArray(), jsonValue("[{\"id\": 7, \"revision\": 2, \"path\": \"leadTimeMaximum\"}]").toArray());
    QVERIFY2(event.text.contains(u"Lead time, at most"_s), qPrintable(event.text));
    QVERIFY(!openCases(RequestBuilder().build(), true, actorOf(Role::Customer), {testCountries(), testNow(), testZone()}).first().events.last().data.contains(u"overrides"_s));
}

void TestRuleOverride::namesEveryValue_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("text");
    QTest::newRow("number") << u"leadTimeMinimum"_s << u"8"_s << u"Lead time, at least"_s << u"8"_s;
    QTest::newRow("undocumented") << u"loaMaxAgeDays"_s << u"null"_s << u"Age of the letter"_s << u"not documented, ask the carrier"_s;
    QTest::newRow("word") << u"signature"_s << u"\"wet\""_s << u"Signature"_s << u"wet ink"_s;
    QTest::newRow("codes") << u"loaLanguages"_s << u"[\"fr\",\"en\"]"_s << u"Language of the letter"_s << u"fr, en"_s;
    QTest::newRow("sentences") << u"restrictions"_s << u"[\"One thing.\",\"Another.\"]"_s << u"Restrictions"_s << u"One thing.\nAnother."_s;
    QTest::newRow("document") << u"documents/csr"_s << u"{\"required\":true,\"note\":\"\"}"_s << u"Customer Service Record"_s << u"required"_s;
    QTest::newRow("document that may be missing") << u"documents/csr"_s << u"{\"required\":true,\"baseProcess\":true}"_s << u"Customer Service Record"_s
                                                  << u"required, may be declared unavailable"_s;
    QTest::newRow("field") << u"fields/siret"_s << u"{\"required\":false}"_s << u"SIRET number"_s << u"not always"_s;
    QTest::newRow("document not asked") << u"documents/csr"_s << u"null"_s << u"Customer Service Record"_s << u"not asked"_s;
    QTest::newRow("field's part") << u"fields/rio_code/pattern"_s << u"\"^X$\""_s << u"RIO code: format"_s << u"^X$"_s;
    QTest::newRow("new to the program") << u"quietHours/startsAt"_s << u"24"_s << u"Quiet hours: starts at"_s << u"24"_s;
    QTest::newRow("window") << u"windows"_s << u"[{\"weekdays\":[1,2,3,4,5],\"from\":\"10:00\",\"to\":\"13:00\",\"zone\":\"Europe/Paris\",\"by\":\"Colt form\"}]"_s
                            << u"Hours of the window"_s << u"Mon–Fri 10:00–13:00 Europe/Paris (Colt form)"_s;
    QTest::newRow("window of single days") << u"windows"_s << u"[{\"weekdays\":[1,3],\"from\":\"\",\"to\":\"\",\"zone\":\"\",\"by\":\"\"}]"_s
                                           << u"Hours of the window"_s << u"Mon, Wed"_s;
    QTest::newRow("change lock") << u"changeLock"_s << u"{\"businessDays\":0,\"hours\":24,\"until\":\"17:00\",\"note\":\"cancel\"}"_s << u"Change lock"_s
                                 << u"24 hour(s) before, until 17:00: cancel"_s;
}

void TestRuleOverride::namesEveryValue()
{
    QFETCH(QString, path);
    QFETCH(QString, value);
    const CountryRecord &record = *testCountries().record(u"FR"_s, NumberType::Geographic);
    QTEST(ruleLabel(record, path), "label");
    QTEST(ruleText(path, jsonValue(qPrintable(value))), "text");
}

void TestRuleOverride::rejectionsAreTiedToRules_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("has");
    QTest::addColumn<QString>("hasNot");
    QTest::newRow("a field of the country") << u"fields/rio_code"_s << u"TAX_ID"_s << u"PIN"_s;
    QTest::newRow("a field the request holds") << u"fields/service_address"_s << u"ADDRESS_MISMATCH"_s << u"PIN"_s;
    QTest::newRow("a document") << u"documents/loa"_s << u"AUTH_NAME"_s << u"PIN"_s;
    QTest::newRow("a sentence") << u"regulator"_s << QString() << u"PIN"_s;
}

void TestRuleOverride::rejectionsAreTiedToRules()
{
    QFETCH(QString, path);
    QFETCH(QString, has);
    QFETCH(QString, hasNot);
    const QStringList codes = rejectionCodesOf(*testCountries().record(u"FR"_s, NumberType::Geographic), path);
    QVERIFY2(has.isEmpty() ? codes.isEmpty() : codes.contains(has), qPrintable(codes.join(u' ')));
    QVERIFY(!codes.contains(hasNot));
}

/// Whatever the pack holds, each of its values has a path that leads to it: what the browser shows can be overridden.
void TestRuleOverride::everyValueOfThePackCanBeFound()
{
    int values = 0;
    for (const QString &code : testCountries().codes()) {
        const auto file = testCountries().file(code);
        QVERIFY(file.ok());
        for (const QJsonValue entry : file->value(u"records"_s).toArray()) {
            const QJsonObject record = entry.toObject();
            for (auto member = record.begin(); member != record.end(); ++member) {
                if (!member.value().isObject())
                    continue;
                ++values;
                QVERIFY2(!ruleValueAt(record, member.key()).isUndefined(), qPrintable(code + u' ' + member.key()));
            }
            for (const QString &list : {u"documents"_s, u"fields"_s})
                for (const QJsonValue one : record.value(list).toArray())
                    QCOMPARE(ruleValueAt(record, list + u'/' + one[u"id"].toString()), one);
        }
    }
    QVERIFY(values > 164 * 10);
}

QTEST_APPLESS_MAIN(TestRuleOverride)
#include "tst_ruleoverride.moc"

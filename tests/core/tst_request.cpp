// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/pointer.h"
#include "core/cases/request.h"
#include "tests/kit/requestbuilder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::RequestBuilder;

class TestRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheExampleOfTheFormat();
    void roundTripIsExact_data();
    void roundTripIsExact();
    void refusesWithThePlace_data();
    void refusesWithThePlace();
    void readsActivationsAsTextOrList_data();
    void readsActivationsAsTextOrList();
    void setsByPointer_data();
    void setsByPointer();
    void refusesPointers_data();
    void refusesPointers();
    void namesOfPeople();
    void changesAsPointers();
    void patternsCover_data();
    void patternsCover();
};

namespace {

const QByteArray kExample = R"({
  "format": "portdesk-request/1", "reference": "S-1",
  "owner": {"kind": "business", "company": "Miller & Sons GmbH", "firstName": "Anna", "lastName": "Miller",
            "email": "anna@example.org", "phone": "+493012345678"},
  "authorisedPerson": {"firstName": "Anna", "lastName": "Miller", "title": "Managing director", "email": "anna@example.org"},
  "losingCarrier": {"name": "Example Telecom", "accountNumber": "123-456", "pin": "", "billingNumber": "+493012345600"},
  "port": {"scope": "full", "remaining": "none", "newBillingNumber": ""},
  "requestedDate": "2026-12-15",
  "addresses": [{"id": "hq", "lines": ["Hauptstraße 5"], "dependentLocality": "", "locality": "Berlin", "region": "",
                 "postalCode": "10827", "country": "DE"}],
  "numbers": [{"number": "+49 30 12345600", "address": "hq", "pin": "", "losingCarrier": null},
              {"range": "+493012345610-19", "address": "hq"}],
  "fields": {"company_registration_number": "HRB 12345"},
  "acknowledgements": ["keep_account_open", "authorised_to_port", "fees_may_apply"],
  "documents": [{"kind": "loa", "file": "loa.pdf"}, {"kind": "bill", "file": "bill.pdf", "issued": "2026-11-10"},
                {"kind": "csr", "unavailable": "carrier gives none"}]
})";

Request read(const QByteArray &json)
{
    auto request = requestFromJson(json);
    if (!request)
        qFatal("%s", qPrintable(request.error().message));
    return *request;
}

} // namespace

void TestRequest::readsTheExampleOfTheFormat()
{
    const Request request = read(kExample);
    QCOMPARE(request.owner.company, u"Miller & Sons GmbH"_s);
    QCOMPARE(request.losingCarrier.accountNumber, u"123-456"_s);
    QCOMPARE(request.requestedDate, QDate(2026, 12, 15));
    QCOMPARE(request.addresses.first().address.lines, QStringList{u"Hauptstraße 5"_s});
    QCOMPARE(request.numbers.at(1).range, u"+493012345610-19"_s);
    QVERIFY(!request.numbers.first().losingCarrier);
    QCOMPARE(request.fields.value(u"company_registration_number"_s), u"HRB 12345"_s);
    QCOMPARE(request.acknowledgements, requiredAcknowledgements());
    QCOMPARE(request.documents.at(1).issued, QDate(2026, 11, 10));
    QCOMPARE(request.documents.at(2).unavailable, u"carrier gives none"_s);
}

void TestRequest::roundTripIsExact_data()
{
    QTest::addColumn<Request>("request");
    QTest::newRow("the format's example") << read(kExample);
    QTest::newRow("the kit's request") << RequestBuilder().build();
    QTest::newRow("nothing at all") << Request{};
    Request all = RequestBuilder().build();
    all.owner.kind = OwnerKind::Person;
    all.scope = PortScope::Partial;
    all.remaining = Remaining::Disconnect;
    all.newBillingNumber = u"+49301"_s;
    all.country = u"DE"_s;
    all.type = u"geographic"_s;
    all.numbers[0].losingCarrier = LosingCarrier{u"Other"_s, u"1"_s, u"2"_s, u"3"_s};
    all.numbers[1].pin = u"0042"_s;
    all.documents[0].sha256 = u"ab"_s;
    all.staying = {u"+49 30 1"_s, u""_s};
    all.reseller = {u"Wiederverkauf GmbH"_s, {}, u"klein@example.org"_s};
    all.lineFeatures = {u"dsl"_s};
    all.confirmations = {{u"number.invalid"_s, u"/numbers/0/number"_s, u"it is on the bill"_s}};
    all.numbers[2].activate = {u"0"_s, u"10-19"_s};
    all.numbers[2].fields = {{u"rio_code"_s, u"02P1234564NH"_s}};
    all.fields.insert(u"a/b~c"_s, u" 𝔘 \u202Eright to left\n"_s);
    QTest::newRow("every member") << all;
}

void TestRequest::roundTripIsExact()
{
    QFETCH(Request, request);
    const QByteArray json = QJsonDocument(requestToJson(request)).toJson();
    const auto again = requestFromJson(json);
    QVERIFY2(again.ok(), again ? "" : qPrintable(again.error().message));
    QVERIFY(*again == request);
}

void TestRequest::refusesWithThePlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto changed = [](const char *from, const char *to) { return QByteArray(kExample).replace(from, to); };
    QTest::newRow("no JSON") << QByteArray("{\n\"format\": oops}") << u"Line 2: the text is not JSON"_s;
    QTest::newRow("empty") << QByteArray() << u"Line 1: the text is not JSON"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"/: must be an object."_s;
    QTest::newRow("no format") << QByteArray("{}") << u"/format: must be \"portdesk-request/1\""_s;
    QTest::newRow("a newer format") << changed("request/1", "request/2") << u"/format: must be"_s;
    QTest::newRow("unknown key at the top") << changed("\"reference\"", "\"refrence\"") << u"/refrence: is not a known key."_s;
    QTest::newRow("unknown key in the carrier") << changed("\"pin\": \"\", \"billing", "\"pinn\": \"\", \"billing") << u"/losingCarrier/pinn: is not a known key."_s;
    QTest::newRow("unknown key in a row") << changed("\"range\"", "\"rnge\"") << u"/numbers/1/rnge: is not a known key."_s;
    QTest::newRow("a number for a text") << changed("\"123-456\"", "123456") << u"/losingCarrier/accountNumber: must be a text."_s;
    QTest::newRow("an object for a list") << changed("[\"Hauptstraße 5\"]", "{}") << u"/addresses/0/lines: must be a list."_s;
    QTest::newRow("a number in a list of texts") << changed("[\"Hauptstraße 5\"]", "[5]") << u"/addresses/0/lines/0: must be a text."_s;
    QTest::newRow("a text for an object") << changed("{\"scope\": \"full\", \"remaining\": \"none\", \"newBillingNumber\": \"\"}", "\"full\"") << u"/port: must be an object."_s;
    QTest::newRow("a text for a row") << changed("{\"range\": \"+493012345610-19\", \"address\": \"hq\"}", "\"+4930\"") << u"/numbers/1: must be an object."_s;
    QTest::newRow("a wrong word") << changed("\"full\"", "\"whole\"") << u"/port/scope: must be one of full, partial."_s;
    QTest::newRow("an impossible day") << changed("2026-12-15", "2026-02-30") << u"/requestedDate: must be a date"_s;
    QTest::newRow("a date with time") << changed("2026-12-15", "2026-12-15T10:00") << u"/requestedDate: must be a date"_s;
    QTest::newRow("a field that is no text") << changed("\"HRB 12345\"", "true") << u"/fields/company_registration_number: must be a text."_s;
    QTest::newRow("number and range") << changed("\"range\": \"+493012345610-19\"", "\"range\": \"+493012345610-19\", \"number\": \"+4930\"") << u"/numbers/1/range: cannot stand"_s;
    QTest::newRow("a document outside") << changed("\"loa.pdf\"", "\"../loa.pdf\"") << u"/documents/0/file: must stay"_s;
    QTest::newRow("a document by absolute path") << changed("\"loa.pdf\"", "\"/etc/passwd\"") << u"/documents/0/file: must stay"_s;
    QTest::newRow("a document on a drive") << changed("\"loa.pdf\"", "\"C:\\\\loa.pdf\"") << u"/documents/0/file: must stay"_s;
    QTest::newRow("file and unavailable") << changed("\"file\": \"loa.pdf\"", "\"file\": \"loa.pdf\", \"unavailable\": \"x\"") << u"/documents/0/unavailable: cannot stand"_s;
}

void TestRequest::refusesWithThePlace()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    const auto request = requestFromJson(json);
    QVERIFY(!request.ok());
    QCOMPARE(request.error().code, Error::Code::Invalid);
    QVERIFY2(request.error().message.startsWith(message), qPrintable(request.error().message));
    QVERIFY(!request.error().message.contains(u'\n'));
}

void TestRequest::readsActivationsAsTextOrList_data()
{
    QTest::addColumn<QJsonValue>("written");
    QTest::addColumn<QStringList>("entries");
    QTest::newRow("a list") << QJsonValue(QJsonArray{u"0"_s, u"10-19"_s}) << QStringList{u"0"_s, u"10-19"_s};
    QTest::newRow("a text") << QJsonValue(u"0, 10 - 19;21\n"_s) << QStringList{u"0"_s, u"10 - 19"_s, u"21"_s};
    QTest::newRow("nothing") << QJsonValue(u" "_s) << QStringList();
}

void TestRequest::readsActivationsAsTextOrList()
{
    QFETCH(QJsonValue, written);
    QFETCH(QStringList, entries);
    const auto request = requestFromJson(QJsonObject{
        {u"format"_s, u"portdesk-request/1"_s}, {u"numbers"_s, QJsonArray{QJsonObject{{u"range"_s, u"+493012345610-19"_s}, {u"activate"_s, written}}}}});
    QVERIFY2(request.ok(), request ? "" : qPrintable(request.error().message));
    QCOMPARE(request->numbers.first().activate, entries);
}

void TestRequest::setsByPointer_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QJsonValue>("stored");
    QTest::newRow("a text") << u"/losingCarrier/pin"_s << u"1234"_s << QJsonValue(u"1234"_s);
    QTest::newRow("leading zeros stay") << u"/numbers/0/pin"_s << u"0042"_s << QJsonValue(u"0042"_s);
    QTest::newRow("a text that looks like JSON") << u"/losingCarrier/name"_s << u"[x]"_s << QJsonValue(u"[x]"_s);
    QTest::newRow("a new field") << u"/fields/rio_code"_s << u"03P123"_s << QJsonValue(u"03P123"_s);
    QTest::newRow("a field with a slash") << u"/fields/a~1b"_s << u"x"_s << QJsonValue(u"x"_s);
    QTest::newRow("a line of an address") << u"/addresses/0/lines/0"_s << u"Ring 1"_s << QJsonValue(u"Ring 1"_s);
    QTest::newRow("lines as JSON") << u"/addresses/0/lines"_s << u"[\"a\",\"b\"]"_s << QJsonValue(QJsonArray{u"a"_s, u"b"_s});
    QTest::newRow("lines as text") << u"/addresses/0/lines"_s << u"a\nb"_s << QJsonValue(QJsonArray{u"a"_s, u"b"_s});
    QTest::newRow("an optional member that was empty") << u"/documents/0/signedOn"_s << u"2026-11-20"_s << QJsonValue(u"2026-11-20"_s);
    QTest::newRow("a code of a number") << u"/numbers/0/fields/rio_code"_s << u"02P1234564NH"_s << QJsonValue(u"02P1234564NH"_s);
    QTest::newRow("what is activated, as lines") << u"/numbers/0/activate"_s << u"0\n10-19"_s << QJsonValue(QJsonArray{u"0"_s, u"10-19"_s});
    QTest::newRow("the numbers that stay") << u"/port/staying"_s << u"+49 30 1\n+49 30 2"_s << QJsonValue(QJsonArray{u"+49 30 1"_s, u"+49 30 2"_s});
    QTest::newRow("the reseller") << u"/reseller/company"_s << u"Wiederverkauf GmbH"_s << QJsonValue(u"Wiederverkauf GmbH"_s);
    QTest::newRow("a number's own carrier") << u"/numbers/0/losingCarrier/accountNumber"_s << u"9"_s << QJsonValue(u"9"_s);
}

void TestRequest::setsByPointer()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QJsonValue, stored);
    const auto changed = withValues(RequestBuilder().build(), {{pointer, value}});
    QVERIFY2(changed.ok(), changed ? "" : qPrintable(changed.error().message));
    QCOMPARE(valueAt(requestToJson(*changed), pointer), stored);
}

void TestRequest::refusesPointers_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::newRow("no pointer") << u"losingCarrier"_s << u"x"_s;
    QTest::newRow("unknown member") << u"/losingCarrier/pinn"_s << u"x"_s;
    QTest::newRow("below a text") << u"/losingCarrier/pin/x"_s << u"x"_s;
    QTest::newRow("row that is not there") << u"/numbers/99/pin"_s << u"x"_s;
    QTest::newRow("negative row") << u"/numbers/-1/pin"_s << u"x"_s;
    QTest::newRow("wrong word") << u"/port/scope"_s << u"whole"_s;
    QTest::newRow("wrong date") << u"/requestedDate"_s << u"tomorrow"_s;
    QTest::newRow("object without JSON") << u"/owner"_s << u"Anna"_s;
    QTest::newRow("another format") << u"/format"_s << u"portdesk-request/2"_s;
}

void TestRequest::refusesPointers()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    const auto changed = withValues(RequestBuilder().build(), {{pointer, value}});
    QVERIFY(!changed.ok());
    QCOMPARE(changed.error().code, Error::Code::Invalid);
    QVERIFY2(changed.error().message.startsWith(pointer), qPrintable(changed.error().message));
}

void TestRequest::namesOfPeople()
{
    Owner owner{OwnerKind::Business, u"Miller"_s, u"Anna"_s, u"Weber"_s, {}, {}};
    QCOMPARE(owner.displayName(), u"Miller"_s);
    owner.kind = OwnerKind::Person;
    QCOMPARE(owner.displayName(), u"Anna Weber"_s);
    QCOMPARE((AuthorisedPerson{{}, u"Weber"_s, {}, {}}.displayName()), u"Weber"_s);
}

void TestRequest::changesAsPointers()
{
    const Request before = RequestBuilder().build();
    const auto after = withValues(before, {{u"/losingCarrier/pin"_s, u"1"_s}, {u"/addresses/0/lines"_s, u"[\"a\",\"b\"]"_s}, {u"/numbers/0/pin"_s, u"2"_s}});
    QVERIFY(after.ok());
    QCOMPARE(changedPointers(requestToJson(before), requestToJson(*after)),
             (QStringList{u"/addresses/0/lines/0"_s, u"/addresses/0/lines/1"_s, u"/losingCarrier/pin"_s, u"/numbers/0/pin"_s}));
    QCOMPARE(changedPointers(requestToJson(before), requestToJson(before)), QStringList());
}

void TestRequest::patternsCover_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<bool>("covers");
    QTest::newRow("the same") << u"/losingCarrier/pin"_s << u"/losingCarrier/pin"_s << true;
    QTest::newRow("every entry") << u"/numbers/*"_s << u"/numbers/3/number"_s << true;
    QTest::newRow("a member of every entry") << u"/numbers/*/pin"_s << u"/numbers/3/pin"_s << true;
    QTest::newRow("another member") << u"/numbers/*/pin"_s << u"/numbers/3/number"_s << false;
    QTest::newRow("a longer name") << u"/losingCarrier/pi"_s << u"/losingCarrier/pin"_s << false;
    QTest::newRow("a parent") << u"/losingCarrier"_s << u"/losingCarrier/pin"_s << true;
    QTest::newRow("a child") << u"/losingCarrier/pin"_s << u"/losingCarrier"_s << false;
}

void TestRequest::patternsCover()
{
    QFETCH(QString, pattern);
    QFETCH(QString, pointer);
    QFETCH(bool, covers);
    QCOMPARE(pointerMatches(pattern, pointer), covers);
}

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"
#include "core/countries/countrypack.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <functional>

using namespace Qt::StringLiterals;
using namespace PortDesk;

class TestCountryPack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsEveryCountryAndRecord();
    void everyCountryHasZoneAndCurrency();
    void everyRecordAsksForTheBaseProcess();
    void everyDocumentHasAName();
    void billAgeIsNeverAboveThirtyDays();
    void undocumentedStaysUndocumented();
    void nineCountriesAskWhatTheirCarriersAsk_data();
    void nineCountriesAskWhatTheirCarriersAsk();
    void rulesKnowWhomTheyConcern();
    void fieldsTheRequestHoldsPointAtIt();
    void codesAreSortedByName();
    void aMistakeIsNamedWithItsPlace_data();
    void aMistakeIsNamedWithItsPlace();
    void anEmptyFolderIsAnError();

private:
    const CountryRecord &record(const QString &country, NumberType type) { return *m_pack->record(country, type); }
    std::optional<CountryPack> m_pack;
};

void TestCountryPack::initTestCase()
{
    const auto pack = CountryPack::load();
    QVERIFY2(pack.ok(), pack.ok() ? "" : qPrintable(pack.error().message));
    m_pack = *pack;
}

void TestCountryPack::holdsEveryCountryAndRecord()
{
    QCOMPARE(m_pack->codes().size(), 81);
    qsizetype records = 0;
    for (const QString &code : m_pack->codes())
        records += m_pack->country(code)->records.size();
    QCOMPARE(records, 164);
    QVERIFY(!m_pack->country(u"XX"_s));
    QVERIFY(!m_pack->record(u"XX"_s, NumberType::Geographic));
    QVERIFY(!m_pack->record(u"US"_s, NumberType::Premium));
    QVERIFY(m_pack->record(u"US"_s, NumberType::TollFree));
    QVERIFY(m_pack->record(u"DE"_s, NumberType::SharedCost));
}

void TestCountryPack::everyCountryHasZoneAndCurrency()
{
    for (const QString &code : m_pack->codes()) {
        const Country *country = m_pack->country(code);
        QVERIFY2(QTimeZone(country->zone.toLatin1()).isValid(), qPrintable(code + u' ' + country->zone));
        QVERIFY2(currencyDecimals(country->currency) >= 0, qPrintable(code + u' ' + country->currency));
        QVERIFY(!country->name.isEmpty());
    }
}

void TestCountryPack::everyRecordAsksForTheBaseProcess()
{
    for (const QString &code : m_pack->codes())
        for (const CountryRecord &record : m_pack->country(code)->records)
            for (const char *id : {"loa", "csr", "bill"}) {
                const DocumentRule *rule = record.document(QString::fromLatin1(id));
                QVERIFY2(rule && rule->required, qPrintable(code + u' ' + QString::fromLatin1(id)));
                QVERIFY(!rule->sources.isEmpty());
            }
    QVERIFY(!record(u"GB"_s, NumberType::Geographic).document(u"bill"_s)->baseProcess);
    QVERIFY(record(u"GB"_s, NumberType::Geographic).document(u"csr"_s)->baseProcess);
    QVERIFY(record(u"ES"_s, NumberType::Geographic).document(u"bill"_s)->baseProcess);
}

void TestCountryPack::everyDocumentHasAName()
{
    for (const QString &id : documentKinds())
        QVERIFY2(documentKindText(id) != id, qPrintable(id));
    QCOMPARE(documentKindText(u"loa"_s), u"Letter of Authorisation"_s);
    QCOMPARE(documentKindText(u"something_new"_s), u"something_new"_s);
}

void TestCountryPack::billAgeIsNeverAboveThirtyDays()
{
    for (const QString &code : m_pack->codes())
        for (const CountryRecord &record : m_pack->country(code)->records)
            QVERIFY(record.effectiveBillAge() <= 30);
    CountryRecord strict;
    QCOMPARE(strict.effectiveBillAge(), 30);
    strict.billMaxAgeDays = 90;
    QCOMPARE(strict.effectiveBillAge(), 30);
    strict.billMaxAgeDays = 14;
    QCOMPARE(strict.effectiveBillAge(), 14);
}

void TestCountryPack::undocumentedStaysUndocumented()
{
    const CountryRecord &dutchMobile = record(u"NL"_s, NumberType::Mobile);
    QCOMPARE(dutchMobile.portability, Portability::Unknown);
    QVERIFY(!dutchMobile.billMaxAgeDays);
    QVERIFY(!dutchMobile.loaMaxAgeDays);
    QVERIFY(!dutchMobile.leadTimeMinimum);
    QCOMPARE(dutchMobile.signature, SignatureKind::Unknown);
    QCOMPARE(dutchMobile.partialPort, u"unknown"_s);
    QCOMPARE(dutchMobile.addressRule, AddressRule::Unknown);
    QCOMPARE(record(u"NL"_s, NumberType::Geographic).addressRule, AddressRule::InArea);
    QCOMPARE(record(u"IT"_s, NumberType::National).addressRule, AddressRule::InCountry);
    QCOMPARE(record(u"CH"_s, NumberType::TollFree).addressRule, AddressRule::Anywhere);
    const CountryRecord &spanish = record(u"ES"_s, NumberType::National);
    QVERIFY(!spanish.leadTimeMinimum);
    QCOMPARE(spanish.leadTimeMaximum, 10);
}

void TestCountryPack::nineCountriesAskWhatTheirCarriersAsk_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<NumberType>("type");
    QTest::addColumn<QStringList>("required");
    QTest::addColumn<QStringList>("languages");
    QTest::addColumn<SignatureKind>("signature");
    const auto geographic = NumberType::Geographic;
    QTest::newRow("United States") << u"US"_s << geographic << QStringList{u"account_number"_s, u"losing_provider"_s} << QStringList{u"en"_s} << SignatureKind::Either;
    QTest::newRow("Canada") << u"CA"_s << geographic << QStringList{u"account_number"_s} << QStringList{u"en"_s, u"fr"_s} << SignatureKind::Either;
    QTest::newRow("Great Britain") << u"GB"_s << geographic << QStringList{u"postcode"_s, u"line_type"_s, u"billing_telephone_number"_s} << QStringList{u"en"_s} << SignatureKind::Either;
    QTest::newRow("Ireland") << u"IE"_s << geographic << QStringList{u"account_number"_s} << QStringList{u"en"_s} << SignatureKind::Wet;
    QTest::newRow("Germany") << u"DE"_s << geographic << QStringList{u"area_code"_s} << QStringList{u"de"_s} << SignatureKind::Wet;
    QTest::newRow("France") << u"FR"_s << geographic << QStringList{u"rio_code"_s, u"siret"_s} << QStringList{u"fr"_s} << SignatureKind::Wet;
    QTest::newRow("Spain") << u"ES"_s << geographic << QStringList{u"cif"_s, u"nif_es"_s, u"access_type"_s} << QStringList{u"es"_s} << SignatureKind::Wet;
    QTest::newRow("Italy") << u"IT"_s << geographic << QStringList{u"migration_code"_s, u"partita_iva"_s, u"codice_fiscale"_s} << QStringList{u"it"_s} << SignatureKind::Wet;
    QTest::newRow("Netherlands") << u"NL"_s << geographic << QStringList{u"vat_id"_s} << QStringList{u"nl"_s} << SignatureKind::Unknown;
}

void TestCountryPack::nineCountriesAskWhatTheirCarriersAsk()
{
    QFETCH(QString, country);
    QFETCH(NumberType, type);
    QFETCH(QStringList, required);
    const CountryRecord &rules = record(country, type);
    for (const QString &id : required)
        QVERIFY2(rules.field(id) && rules.field(id)->required, qPrintable(id));
    QTEST(rules.loaLanguages, "languages");
    QTEST(rules.signature, "signature");
    QCOMPARE(rules.portability, Portability::Yes);
    QVERIFY(!rules.loaFields.isEmpty() || country == u"IT");
}

void TestCountryPack::rulesKnowWhomTheyConcern()
{
    const CountryRecord &spanish = record(u"ES"_s, NumberType::Geographic);
    QCOMPARE(spanish.field(u"cif"_s)->appliesTo, u"business"_s);
    QCOMPARE(spanish.field(u"nif_es"_s)->appliesTo, u"person"_s);
    const CountryRecord &german = record(u"DE"_s, NumberType::Geographic);
    QCOMPARE(german.document(u"business_registration"_s)->appliesTo, u"business"_s);
    QCOMPARE(german.document(u"bill"_s)->appliesTo, QString());
}

void TestCountryPack::fieldsTheRequestHoldsPointAtIt()
{
    const CountryRecord &american = record(u"US"_s, NumberType::Mobile);
    QCOMPARE(american.field(u"account_number"_s)->requestPointer, u"/losingCarrier/accountNumber"_s);
    QCOMPARE(american.field(u"pin"_s)->requestPointer, u"/losingCarrier/pin"_s);
    QCOMPARE(record(u"FR"_s, NumberType::Mobile).field(u"rio_code"_s)->requestPointer, QString());
    QCOMPARE(record(u"FR"_s, NumberType::Mobile).field(u"rio_code"_s)->whereToFind, u"Call 3179 from the line."_s);
}

void TestCountryPack::codesAreSortedByName()
{
    const QStringList codes = m_pack->codes();
    for (qsizetype i = 1; i < codes.size(); ++i)
        QVERIFY(m_pack->country(codes[i - 1])->name < m_pack->country(codes[i])->name);
}

namespace {

using Change = std::function<void(QJsonObject &)>;

/// The change applied to the first field of the first record.
Change inField(const QString &key, const QJsonValue &value)
{
    return [=](QJsonObject &country) {
        QJsonArray records = country[u"records"_s].toArray();
        QJsonObject record = records[0].toObject();
        QJsonArray fields = record[u"fields"_s].toArray();
        QJsonObject field = fields[0].toObject();
        field[key] = value;
        fields[0] = field;
        record[u"fields"_s] = fields;
        records[0] = record;
        country[u"records"_s] = records;
    };
}

Change inRecord(const QString &key, const QJsonValue &value)
{
    return [=](QJsonObject &country) {
        QJsonArray records = country[u"records"_s].toArray();
        QJsonObject record = records[0].toObject();
        record[key] = value;
        records[0] = record;
        country[u"records"_s] = records;
    };
}

} // namespace

Q_DECLARE_METATYPE(Change)

void TestCountryPack::aMistakeIsNamedWithItsPlace_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("message");
    QTest::newRow("newer format") << Change([](QJsonObject &c) { c[u"format"_s] = u"portdesk-country/2"_s; }) << u"FR.json are wrong: format is \"portdesk-country/2\""_s;
    QTest::newRow("missing zone") << Change([](QJsonObject &c) { c.remove(u"zone"_s); }) << u"zone is missing"_s;
    QTest::newRow("name in another file") << Change([](QJsonObject &c) { c[u"code"_s] = u"GF"_s; }) << u"code is \"GF\", which is not the file's name"_s;
    QTest::newRow("unknown key") << inField(u"patern"_s, u"x"_s) << u"records[0].fields[0].patern is not known"_s;
    QTest::newRow("broken pattern") << inField(u"pattern"_s, u"^(\\d{3}$"_s) << u"records[0].fields[0].pattern is not a regular expression"_s;
    QTest::newRow("pattern that floats") << inField(u"pattern"_s, u"\\d{3}"_s) << u"records[0].fields[0].pattern must begin with ^"_s;
    QTest::newRow("unknown check rule") << inField(u"checksum"_s, u"fr.siren2"_s) << u"records[0].fields[0].checksum names \"fr.siren2\""_s;
    QTest::newRow("source that is not listed") << inField(u"sources"_s, QJsonArray{99}) << u"records[0].fields[0].sources names a source"_s;
    QTest::newRow("rule without a source") << inField(u"sources"_s, QJsonArray{}) << u"records[0].fields[0].sources is empty"_s;
    QTest::newRow("an address rule that is none") << inRecord(u"addressRule"_s, QJsonObject{{u"value"_s, u"nearby"_s}, {u"sources"_s, QJsonArray{0}}}) << u"records[0].addressRule is \"nearby\""_s;
    QTest::newRow("unknown number type") << inRecord(u"type"_s, u"toll-free"_s) << u"records[0].type is \"toll-free\""_s;
    QTest::newRow("text instead of days") << inRecord(u"billMaxAgeDays"_s, QJsonObject{{u"value"_s, u"30"_s}, {u"sources"_s, QJsonArray{0}}}) << u"records[0].billMaxAgeDays.value has the wrong type"_s;
    QTest::newRow("value without a source") << inRecord(u"billMaxAgeDays"_s, QJsonObject{{u"value"_s, 30}, {u"sources"_s, QJsonArray{}}}) << u"records[0].billMaxAgeDays.sources is empty"_s;
    QTest::newRow("record twice") << Change([](QJsonObject &c) {
        QJsonArray records = c[u"records"_s].toArray();
        records.append(records[0]);
        c[u"records"_s] = records;
    }) << u"records has two for geographic"_s;
}

void TestCountryPack::aMistakeIsNamedWithItsPlace()
{
    QFETCH(Change, change);
    QFETCH(QString, message);
    QFile original(u":/portdesk/countries/FR.json"_s);
    QVERIFY(original.open(QIODevice::ReadOnly));
    QJsonObject country = QJsonDocument::fromJson(original.readAll()).object();
    change(country);
    QTemporaryDir folder;
    QFile changed(folder.filePath(u"FR.json"_s));
    QVERIFY(changed.open(QIODevice::WriteOnly));
    changed.write(QJsonDocument(country).toJson());
    changed.close();
    const auto pack = CountryPack::load(folder.path());
    QVERIFY(!pack.ok());
    QCOMPARE(pack.error().code, Error::Code::Invalid);
    QVERIFY2(pack.error().message.contains(message), qPrintable(pack.error().message));
}

void TestCountryPack::anEmptyFolderIsAnError()
{
    QTemporaryDir folder;
    const auto pack = CountryPack::load(folder.path());
    QVERIFY(!pack.ok());
    QCOMPARE(pack.error().code, Error::Code::NotFound);
}

QTEST_APPLESS_MAIN(TestCountryPack)
#include "tst_countrypack.moc"

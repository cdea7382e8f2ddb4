// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/countrypack.h"
#include "core/countries/fieldcheck.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace PortDesk;

/// Completeness of the 164 records: a value with its sources, or null for "not documented"; nothing silently absent.
class TestCountryRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyMemberHasAValueOrSaysThatNoneIsDocumented_data() { files(); }
    void everyMemberHasAValueOrSaysThatNoneIsDocumented();
    void everyRequirementCanBeExplained_data() { files(); }
    void everyRequirementCanBeExplained();
    void windowsAreData_data();
    void windowsAreData();
    void changeLocksAreData_data();
    void changeLocksAreData();
    void everyWindowTextBecameData();
    void limitsAndBlocks();
    void codesOfOneLine();
    void checkDigitsOfWhatPortsNeed_data();
    void checkDigitsOfWhatPortsNeed();

private:
    static void files();
    const CountryRecord &record(const QString &country, NumberType type) const { return *m_pack->record(country, type); }
    std::optional<CountryPack> m_pack;
};

namespace {

const QString kFolder = u":/portdesk/countries/"_s;

QJsonObject countryFile(const QString &name)
{
    QFile file(kFolder + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

const QStringList &sourcedMembers()
{
    static const QStringList members{u"portability"_s,        u"billMaxAgeDays"_s,     u"loaMaxAgeDays"_s,     u"signature"_s,       u"loaLanguages"_s,
                                     u"loaFields"_s,          u"companyStamp"_s,       u"lettersStaying"_s,    u"leadTimeMinimum"_s, u"leadTimeMaximum"_s,
                                     u"leadTimeNote"_s,       u"maximumNumbers"_s,     u"maximumNumbersNote"_s, u"partialPort"_s,    u"wholeBlocks"_s,
                                     u"companyNameLetters"_s, u"personNameLetters"_s,  u"plainAccountNumber"_s, u"portingWindow"_s,  u"windows"_s,
                                     u"changeLock"_s,         u"regulator"_s};
    return members;
}

const QStringList &listMembers()
{
    static const QStringList members{u"documents"_s, u"fields"_s, u"partialPortRules"_s, u"restrictions"_s, u"commonRejections"_s};
    return members;
}

bool sourcesExist(const QJsonValue &value, qsizetype count)
{
    const QJsonArray sources = value[u"sources"].toArray();
    return std::all_of(sources.begin(), sources.end(), [count](const QJsonValue &index) { return index.toInt(-1) >= 0 && index.toInt() < count; });
}

} // namespace

void TestCountryRecords::initTestCase()
{
    const auto pack = CountryPack::load();
    QVERIFY2(pack.ok(), pack.ok() ? "" : qPrintable(pack.error().message));
    m_pack = *pack;
}

void TestCountryRecords::files()
{
    QTest::addColumn<QString>("file");
    for (const QString &name : QDir(kFolder).entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << name;
}

void TestCountryRecords::everyMemberHasAValueOrSaysThatNoneIsDocumented()
{
    QFETCH(QString, file);
    for (const QJsonValue entry : countryFile(file)[u"records"_s].toArray()) {
        const QJsonObject record = entry.toObject();
        const qsizetype sources = record[u"sources"_s].toArray().size();
        QVERIFY(sources > 0);
        for (const QString &member : sourcedMembers()) {
            const QJsonObject sourced = record[member].toObject();
            QVERIFY2(sourced.contains(u"value"_s), qPrintable(member));
            QVERIFY2(sourced[u"value"_s].isNull() == sourced[u"sources"_s].toArray().isEmpty(), qPrintable(member));
            QVERIFY2(sourcesExist(sourced, sources), qPrintable(member));
        }
        for (const QString &member : listMembers()) {
            QVERIFY2(record[member].isArray(), qPrintable(member));
            for (const QJsonValue value : record[member].toArray())
                QVERIFY2(!value[u"sources"].toArray().isEmpty() && sourcesExist(value, sources), qPrintable(member));
        }
        const qsizetype own = record.contains(u"addressRule"_s) ? 4 : 3; // type, confidence, sources; where the address has to lie, which few countries say
        QCOMPARE(record.size(), sourcedMembers().size() + listMembers().size() + own);
    }
}

void TestCountryRecords::everyRequirementCanBeExplained()
{
    QFETCH(QString, file);
    for (const CountryRecord &record : m_pack->country(file.chopped(5))->records) {
        for (const DocumentRule &rule : record.documents) {
            QVERIFY2(rule.acceptance.endsWith(u'.') && !rule.acceptance.contains(u'{'), qPrintable(rule.id + u": "_s + rule.acceptance));
            QVERIFY2(!rule.sources.isEmpty(), qPrintable(rule.id));
        }
        for (const FieldRule &rule : record.fields) {
            QVERIFY2(rule.explanation.endsWith(u'.'), qPrintable(rule.id));
            QVERIFY2(rule.whereToFind.endsWith(u'.'), qPrintable(rule.id));
            QVERIFY2(rule.checksum.isEmpty() || rule.format() == FieldFormat::Pattern, qPrintable(rule.id));
        }
    }
    QVERIFY(!m_pack->country(file.chopped(5))->records.isEmpty());
}

void TestCountryRecords::windowsAreData_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<NumberType>("type");
    QTest::addColumn<QList<PortingWindow>>("windows");
    const QList<int> weekdays{1, 2, 3, 4, 5};
    QTest::newRow("Germany in the early morning")
        << u"DE"_s << NumberType::Geographic
        << QList<PortingWindow>{{{}, u"06:00"_s, u"08:00"_s, u"Europe/Berlin"_s, u"Telnyx, Colt, Zoom"_s},
                                {{}, u"06:00"_s, u"12:00"_s, u"Europe/Berlin"_s, u"Bandwidth, Colt form"_s}};
    QTest::newRow("Chile past midnight in another zone")
        << u"CL"_s << NumberType::Geographic << QList<PortingWindow>{{weekdays, u"21:00"_s, u"03:00"_s, u"America/Los_Angeles"_s, u"AWS"_s}};
    QTest::newRow("French freephone, only the days") << u"FR"_s << NumberType::TollFree << QList<PortingWindow>{{weekdays, {}, {}, u"Europe/Paris"_s, {}}};
    QTest::newRow("British freephone at night")
        << u"GB"_s << NumberType::TollFree << QList<PortingWindow>{{{}, u"00:00"_s, u"04:00"_s, u"Europe/London"_s, u"Telnyx"_s}};
    QTest::newRow("Turkey names no time") << u"TR"_s << NumberType::Geographic << QList<PortingWindow>{};
    QTest::newRow("Iceland is not documented") << u"IS"_s << NumberType::Geographic << QList<PortingWindow>{};
}

void TestCountryRecords::windowsAreData()
{
    QFETCH(QString, country);
    QFETCH(NumberType, type);
    QTEST(record(country, type).windows, "windows");
}

void TestCountryRecords::changeLocksAreData_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<NumberType>("type");
    QTest::addColumn<int>("businessDays");
    QTest::addColumn<int>("hours");
    QTest::addColumn<QString>("until");
    QTest::newRow("Austria") << u"AT"_s << NumberType::Geographic << 2 << 0 << QString();
    QTest::newRow("Germany") << u"DE"_s << NumberType::Geographic << 8 << 0 << QString();
    QTest::newRow("Spain") << u"ES"_s << NumberType::Geographic << 1 << 0 << u"17:00"_s;
    QTest::newRow("Great Britain") << u"GB"_s << NumberType::Geographic << 2 << 0 << QString();
    QTest::newRow("Hong Kong mobile") << u"HK"_s << NumberType::Mobile << 1 << 0 << u"17:00"_s;
    QTest::newRow("Italy") << u"IT"_s << NumberType::Geographic << 5 << 0 << QString();
    QTest::newRow("Romania") << u"RO"_s << NumberType::Geographic << 0 << 24 << QString();
    QTest::newRow("Singapore") << u"SG"_s << NumberType::Geographic << 0 << 72 << QString();
}

void TestCountryRecords::changeLocksAreData()
{
    QFETCH(QString, country);
    QFETCH(NumberType, type);
    const std::optional<ChangeLock> &lock = record(country, type).changeLock;
    QVERIFY(lock);
    QTEST(lock->businessDays, "businessDays");
    QTEST(lock->hours, "hours");
    QTEST(lock->until, "until");
    QVERIFY(!lock->note.isEmpty());
    QVERIFY(!record(u"US"_s, NumberType::Geographic).changeLock);
}

void TestCountryRecords::everyWindowTextBecameData()
{
    int asData = 0;
    for (const QString &code : m_pack->codes())
        for (const CountryRecord &record : m_pack->country(code)->records) {
            QVERIFY(!record.portingWindow.isEmpty() || record.windows.isEmpty());
            asData += record.windows.isEmpty() ? 0 : 1;
            const bool namesATime = record.portingWindow.contains(QRegularExpression(u"\\d\\d:\\d\\d-|Mon-Fri"_s));
            QVERIFY2(!namesATime || !record.windows.isEmpty(), qPrintable(code + u' ' + record.portingWindow));
        }
    QVERIFY2(asData >= 70, qPrintable(QString::number(asData)));
}

void TestCountryRecords::limitsAndBlocks()
{
    QCOMPARE(record(u"US"_s, NumberType::Geographic).companyNameLetters, 25);
    QCOMPARE(record(u"CA"_s, NumberType::Mobile).personNameLetters, 15);
    QCOMPARE(record(u"PR"_s, NumberType::Geographic).plainAccountNumber, true);
    QVERIFY(!record(u"DE"_s, NumberType::Geographic).companyNameLetters);
    QCOMPARE(record(u"DE"_s, NumberType::Geographic).wholeBlocks, true);
    QCOMPARE(record(u"CZ"_s, NumberType::TollFree).wholeBlocks, true);
    QVERIFY(!record(u"CZ"_s, NumberType::Mobile).wholeBlocks);
    QCOMPARE(record(u"DE"_s, NumberType::Geographic).partialPortRules.size(), 2);
    QCOMPARE(record(u"GB"_s, NumberType::Geographic).lettersStaying, true);
    QCOMPARE(record(u"PT"_s, NumberType::Geographic).companyStamp, true);
    QVERIFY(!record(u"US"_s, NumberType::Geographic).companyStamp);
}

void TestCountryRecords::codesOfOneLine()
{
    QVERIFY(record(u"FR"_s, NumberType::Geographic).field(u"rio_code"_s)->perNumber);
    QVERIFY(record(u"GB"_s, NumberType::Mobile).field(u"pac"_s)->perNumber);
    QVERIFY(!record(u"FR"_s, NumberType::Geographic).field(u"siret"_s)->perNumber);
    QCOMPARE(record(u"PT"_s, NumberType::Geographic).field(u"cvp"_s)->format(), FieldFormat::Unknown);
    QCOMPARE(record(u"FR"_s, NumberType::Geographic).field(u"siret"_s)->format(), FieldFormat::Pattern);
    QCOMPARE(record(u"FR"_s, NumberType::Geographic).field(u"company_name"_s)->format(), FieldFormat::Text);
    for (const QString &code : m_pack->codes())
        for (const CountryRecord &record : m_pack->country(code)->records)
            for (const FieldRule &rule : record.fields) // what the request already holds once cannot differ by number
                QVERIFY2(!rule.perNumber || rule.requestPointer.isEmpty(), qPrintable(code + u' ' + rule.id));
}

void TestCountryRecords::checkDigitsOfWhatPortsNeed_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("scheme");
    const auto row = [](const char *country, const char *field, const char *scheme) {
        QTest::addRow("%s %s", country, field) << QString::fromLatin1(country) << QString::fromLatin1(field) << QString::fromLatin1(scheme);
    };
    row("FR", "rio_code", "fr.rio");
    row("FR", "siret", "fr.siret");
    row("FR", "naf_code", "fr.naf");
    row("ES", "cif", "es.cif");
    row("ES", "nif_es", "es.nif");
    row("IT", "partita_iva", "it.partita-iva");
    row("IT", "codice_fiscale", "it.codice-fiscale");
    row("PT", "nif_pt", "pt.nif");
    row("NL", "vat_id", "nl.btw");
    row("BE", "vat_id", "be.vat");
    row("NL", "kvk_number", "nl.kvk");
    row("AU", "abn", "au.abn");
    row("SE", "orgnr_se", "se.subscriber");
    row("NO", "orgnr_no", "no.orgnr");
    row("FI", "organisation_number", "fi.ytunnus");
    row("BG", "company_registration_number", "bg.eik");
    row("PL", "tax_id", "pl.tax");
    row("TR", "tax_id", "tr.tax");
    row("BR", "cnpj", "br.cnpj");
    row("BR", "cpf", "br.cpf");
    row("MX", "rfc", "mx.rfc");
    row("SG", "uen", "sg.uen");
}

void TestCountryRecords::checkDigitsOfWhatPortsNeed()
{
    QFETCH(QString, country);
    QFETCH(QString, field);
    QFETCH(QString, scheme);
    const FieldRule *rule = record(country, NumberType::Geographic).field(field);
    QVERIFY(rule);
    QCOMPARE(rule->checksum, scheme);
    QCOMPARE(rule->format(), FieldFormat::Pattern);
}

QTEST_APPLESS_MAIN(TestCountryRecords)
#include "tst_countryrecords.moc"

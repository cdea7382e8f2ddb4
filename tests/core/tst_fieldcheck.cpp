// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/fieldcheck.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace PortDesk;



class TestFieldCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void compactedDropsWhatPeopleTypeForTheEye();
    void publishedIds_data();
    void publishedIds();
    void rioNeedsItsLine_data();
    void rioNeedsItsLine();
    void packFieldsAcceptWhatPeopleType_data();
    void packFieldsAcceptWhatPeopleType();
    void aRuleWithoutPatternTakesAnything();
    void schemesHaveUniqueNames();
};

namespace {

FieldRule ruleFor(const QString &scheme)
{
    const QList<IdScheme> schemes = idSchemes();
    const auto found = std::find_if(schemes.cbegin(), schemes.cend(), [&scheme](const IdScheme &s) { return s.name == scheme; });
    FieldRule rule;
    rule.checksum = scheme;
    rule.pattern = found == schemes.cend() ? u"^no such scheme$"_s : found->pattern;
    return rule;
}

void ids(const char *country, const char *scheme, std::initializer_list<std::pair<const char *, FieldVerdict>> samples)
{
    for (const auto &[value, verdict] : samples)
        QTest::addRow("%s %s %s", country, scheme, value) << QString::fromLatin1(scheme) << QString::fromUtf8(value) << verdict;
}

} // namespace

void TestFieldCheck::compactedDropsWhatPeopleTypeForTheEye()
{
    QCOMPARE(compacted(u" fr 44\u00a0732.829-320 "_s), u"FR44732829320"_s);
    QCOMPARE(compacted(u"12\u201334\u200b56"_s), u"123456"_s);
    QCOMPARE(compacted(QString()), QString());
}

void TestFieldCheck::publishedIds_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("value");
    QTest::addColumn<FieldVerdict>("verdict");
    constexpr auto ok = FieldVerdict::Ok;
    constexpr auto form = FieldVerdict::BadFormat;
    constexpr auto digit = FieldVerdict::BadCheckDigit;
    ids("France", "fr.siren", {{"732829320", ok}, {"732 829 320", ok}, {"732829321", digit}, {"73282932", form}, {"73282932A", form}});
    ids("France", "fr.siret", {{"73282932000074", ok}, {"732 829 320 00074", ok}, {"73282932000075", digit}, {"7328293200007", form},
                               {"35600000000048", ok}, {"35600000000010", ok}, {"35600000000011", digit}, {"35600000080628", digit}});
    ids("France", "fr.vat", {{"FR44732829320", ok}, {"fr 44 732829320", ok}, {"FR45732829320", digit}, {"FRO4732829320", form}, {"44732829320", form}});
    ids("Spain", "es.nif", {{"54362315K", ok}, {"54362315-K", ok}, {"54362316K", digit}, {"X2482300W", ok}, {"X2482301W", digit}, {"54362315I", form}, {"5436231K", form}});
    ids("Spain", "es.cif", {{"J99216582", ok}, {"J-99216582", ok}, {"J99216583", digit}, {"A58818501", ok}, {"R67815621", digit}, {"I99216582", form}, {"J9921658", form}});
    ids("Spain", "es.vat", {{"ESJ99216582", ok}, {"ES54362315K", ok}, {"ESX2482300W", ok}, {"ESX2482301W", digit}});
    ids("Italy", "it.partita-iva", {{"00743110157", ok}, {"IT00743110157", ok}, {"00743110158", digit}, {"0074311015", form}});
    ids("Italy", "it.codice-fiscale", {{"RCCMNL83S18D969H", ok}, {"rcc mnl 83s18 d969h", ok}, {"RCCMNL83S18D960H", digit}, {"00743110157", ok}, {"RCCMNL83S18D969", form}});
    ids("Germany", "de.vat", {{"DE136695976", ok}, {"DE 136 695 976", ok}, {"DE136695977", digit}, {"136695976", form}, {"DE036695976", form}});
    ids("Netherlands", "nl.btw", {{"NL004495445B01", ok}, {"NL 0044.95.445.B.01", ok}, {"NL002455799B11", ok}, {"NL004495446B01", digit}, {"NL996602409B00", digit}, {"NL004495445B", form}});
    ids("Netherlands", "nl.kvk", {{"12345678", ok}, {"1234567", form}, {"1234567A", form}});
    ids("Ireland", "ie.vat", {{"6433435F", ok}, {"IE6433435F", ok}, {"6433435G", digit}, {"6433435OA", ok}, {"643343F", form}});
    ids("Great Britain", "gb.vat", {{"980780684", ok}, {"GB 980 7806 84", ok}, {"980780685", digit}, {"98078068", form}});
    ids("Great Britain", "gb.pac", {{"ABC123456", ok}, {"abc 123456", ok}, {"AB1234567", form}, {"123456ABC", form}});
    ids("Canada", "ca.bn", {{"123026635", ok}, {"12302 6635", ok}, {"123026634", digit}, {"12302663", form}});
    ids("United States", "us.ein", {{"911144442", ok}, {"91-1144442", ok}, {"91114444", form}});
    ids("Portugal", "pt.nif", {{"501964843", ok}, {"501964844", digit}});
    ids("Norway", "no.orgnr", {{"988077917", ok}, {"988077918", digit}});
    ids("Sweden", "se.subscriber", {{"161234567897", ok}, {"161234567898", digit}, {"000012345678", ok}, {"16123456789", form}});
    ids("Belgium", "be.vat", {{"0428759497", ok}, {"BE 0428.759.497", ok}, {"0428759498", digit}, {"2428759497", form}});
    ids("Australia", "au.abn", {{"83914571673", ok}, {"83 914 571 673", ok}, {"83914571674", digit}, {"04075620066", digit}});
    ids("Brazil", "br.cnpj", {{"16727230000197", ok}, {"16.727.230/0001-97", form}, {"16727230000198", digit}, {"12ABC34501DE35", ok}, {"12ABC34501DE36", digit}});
    ids("Brazil", "br.cpf", {{"39053344705", ok}, {"390.533.447-05", ok}, {"39053344706", digit}});
    ids("Peru", "pe.ruc", {{"20512333797", ok}, {"20512333798", digit}});
    ids("calendar", "date", {{"2026-12-15", ok}, {"2026-02-30", digit}, {"15.12.2026", digit}, {"tomorrow", form}});
}

void TestFieldCheck::publishedIds()
{
    QFETCH(QString, scheme);
    QFETCH(QString, value);
    QFETCH(FieldVerdict, verdict);
    QVERIFY(isIdScheme(scheme));
    QCOMPARE(checkField(ruleFor(scheme), value), verdict);
}

void TestFieldCheck::rioNeedsItsLine_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("number");
    QTest::addColumn<FieldVerdict>("verdict");
    QTest::newRow("published sample") << u"02P1234564NH"_s << u"0612345678"_s << FieldVerdict::Ok;
    QTest::newRow("second published sample") << u"01EABC123DLQ"_s << u"0712345678"_s << FieldVerdict::Ok;
    QTest::newRow("typed with spaces and small letters") << u"02 p 123456 4nh"_s << u"0612345678"_s << FieldVerdict::Ok;
    QTest::newRow("code of another line") << u"02P1234564NH"_s << u"0612345679"_s << FieldVerdict::BadCheckDigit;
    QTest::newRow("one wrong character") << u"02P1234564NI"_s << u"0612345678"_s << FieldVerdict::BadCheckDigit;
    QTest::newRow("without a number only the format counts") << u"02P1234564NI"_s << QString() << FieldVerdict::Ok;
    QTest::newRow("too short") << u"02P1234564N"_s << u"0612345678"_s << FieldVerdict::BadFormat;
    QTest::newRow("digit where the class stands") << u"0211234564NH"_s << u"0612345678"_s << FieldVerdict::BadFormat;
}

void TestFieldCheck::rioNeedsItsLine()
{
    QFETCH(QString, value);
    QFETCH(QString, number);
    QFETCH(FieldVerdict, verdict);
    QCOMPARE(checkField(ruleFor(u"fr.rio"_s), value, number), verdict);
}

void TestFieldCheck::packFieldsAcceptWhatPeopleType_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<NumberType>("type");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<FieldVerdict>("verdict");
    QTest::newRow("French SIRET") << u"FR"_s << NumberType::Geographic << u"siret"_s << u"732 829 320 00074"_s << FieldVerdict::Ok;
    QTest::newRow("French NAF with its point") << u"FR"_s << NumberType::Geographic << u"naf_code"_s << u"62.01Z"_s << FieldVerdict::Ok;
    QTest::newRow("Spanish NIE where the facts name the DNI only") << u"ES"_s << NumberType::Geographic << u"nif_es"_s << u"X-2482300-W"_s << FieldVerdict::Ok;
    QTest::newRow("date with hyphens") << u"US"_s << NumberType::Geographic << u"desired_port_date"_s << u"2026-12-15"_s << FieldVerdict::Ok;
    QTest::newRow("Dutch VAT number") << u"NL"_s << NumberType::Geographic << u"vat_id"_s << u"NL004495445B01"_s << FieldVerdict::Ok;
    QTest::newRow("Belgian VAT number without BE") << u"BE"_s << NumberType::Geographic << u"vat_id"_s << u"0428.759.497"_s << FieldVerdict::Ok;
    QTest::newRow("prepaid in small letters") << u"AU"_s << NumberType::Mobile << u"service_plan"_s << u"prepaid"_s << FieldVerdict::Ok;
    QTest::newRow("British PAC") << u"GB"_s << NumberType::Mobile << u"pac"_s << u"abc 123456"_s << FieldVerdict::Ok;
    QTest::newRow("STAC instead of PAC") << u"GB"_s << NumberType::Mobile << u"pac"_s << u"123456ABC"_s << FieldVerdict::BadFormat;
    QTest::newRow("Italian migration code") << u"IT"_s << NumberType::Geographic << u"migration_code"_s << u"TLM 0123456789 001 R"_s << FieldVerdict::Ok;
    QTest::newRow("billing number with spaces") << u"US"_s << NumberType::Geographic << u"billing_telephone_number"_s << u"+1 212-555-0100"_s << FieldVerdict::Ok;
}

void TestFieldCheck::packFieldsAcceptWhatPeopleType()
{
    QFETCH(QString, country);
    QFETCH(NumberType, type);
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(FieldVerdict, verdict);
    const auto pack = CountryPack::load();
    QVERIFY2(pack.ok(), pack.ok() ? "" : qPrintable(pack.error().message));
    const CountryRecord *record = pack->record(country, type);
    QVERIFY(record);
    const FieldRule *rule = record->field(field);
    QVERIFY(rule);
    QCOMPARE(checkField(*rule, value), verdict);
}

void TestFieldCheck::aRuleWithoutPatternTakesAnything()
{
    QCOMPARE(checkField(FieldRule(), u"Miller & Sons"_s), FieldVerdict::Ok);
}

void TestFieldCheck::schemesHaveUniqueNames()
{
    QSet<QString> names;
    for (const IdScheme &scheme : idSchemes()) {
        QVERIFY2(!names.contains(scheme.name), qPrintable(scheme.name));
        names.insert(scheme.name);
    }
}

QTEST_APPLESS_MAIN(TestFieldCheck)
#include "tst_fieldcheck.moc"

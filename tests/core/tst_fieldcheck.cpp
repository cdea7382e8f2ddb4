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
    ids("Brazil", "br.cnpj", {{"16727230000197", ok}, {"16.727.230/0001-97", ok}, {"16.727.230/0001-98", digit}, {"1672723000019", form}, {"00000000000000", digit}, {"16727230000198", digit}, {"12ABC34501DE35", ok}, {"12ABC34501DE36", digit}});
    ids("Brazil", "br.cpf", {{"39053344705", ok}, {"390.533.447-05", ok}, {"39053344706", digit}, {"3905334470", form}});
    ids("Peru", "pe.ruc", {{"20512333797", ok}, {"20512333798", digit}, {"30512333797", digit}, {"2051233379", form}});
    ids("France", "fr.naf", {{"6201Z", ok}, {"62.01Z", ok}, {"62011", form}});
    ids("France", "fr.vat", {{"FRK7399859412", ok}, {"FRK7399859413", digit}});
    ids("Spain", "es.nif", {{"K1234567L", ok}, {"K1234567M", digit}});
    ids("Austria", "at.uid", {{"ATU13585627", ok}, {"U13585627", ok}, {"ATU13585628", digit}, {"AT13585627", form}});
    ids("Switzerland", "ch.uid", {{"CHE100155212", ok}, {"CHE-100.155.212", ok}, {"CHE100155213", digit}, {"100155212", form}});
    ids("Luxembourg", "lu.vat", {{"LU15027442", ok}, {"LU15027443", digit}, {"15027442", form}});
    ids("Ireland", "ie.vat", {{"6433435OA", ok}, {"8D79739I", ok}, {"8D79739J", digit}});
    ids("Great Britain", "gb.vat", {{"GD123", ok}, {"GD500", digit}, {"HA500", ok}, {"XI980780684", ok}});
    ids("Great Britain", "gb.stac", {{"123456ABC", ok}, {"ABC123456", form}});
    ids("Denmark", "dk.cvr", {{"13585628", ok}, {"DK 13585628", ok}, {"13585629", digit}, {"1358562", form}});
    ids("Sweden", "se.orgnr", {{"1234567897", ok}, {"123456-7897", ok}, {"1234567898", digit}, {"123456789", form}});
    ids("Finland", "fi.ytunnus", {{"20774740", ok}, {"2077474-0", ok}, {"20774741", digit}, {"2077474", form}});
    ids("Poland", "pl.nip", {{"8567346215", ok}, {"PL 856-734-62-15", ok}, {"8567346216", digit}, {"856734621", form}});
    ids("Poland", "pl.tax", {{"8567346215", ok}, {"44051401359", ok}, {"44051401358", digit}, {"8567346216", digit}, {"856734621", form}});
    ids("Turkey", "tr.tax", {{"4540536920", ok}, {"17291716060", ok}, {"17291716050", digit}, {"454053692", form}});
    ids("Czechia", "cz.ico", {{"25123891", ok}, {"CZ25123891", ok}, {"25123892", digit}, {"2512389", form}});
    ids("Slovakia", "sk.icdph", {{"2022749619", ok}, {"SK2022749619", ok}, {"2022749618", digit}, {"202274961", form}});
    ids("Hungary", "hu.adoszam", {{"12892312", ok}, {"12892312-2-42", ok}, {"12892313", digit}, {"1289231", form}});
    ids("Romania", "ro.cui", {{"18547290", ok}, {"RO18547290", ok}, {"18547291", digit}, {"1", form}});
    ids("Bulgaria", "bg.eik", {{"175074752", ok}, {"BG175074752", ok}, {"175074753", digit}, {"1750747520001", ok}, {"17507475", form}});
    ids("Greece", "gr.afm", {{"023456780", ok}, {"EL 23456780", ok}, {"023456781", digit}, {"0234567", form}});
    ids("Croatia", "hr.oib", {{"33392005961", ok}, {"HR33392005961", ok}, {"33392005962", digit}, {"3339200596", form}});
    ids("Slovenia", "si.ddv", {{"50223054", ok}, {"SI50223054", ok}, {"50223055", digit}, {"5022305", form}});
    ids("Estonia", "ee.kmkr", {{"100931558", ok}, {"EE100931558", ok}, {"100931557", digit}, {"10093155", form}});
    ids("Israel", "il.hp", {{"516179157", ok}, {"516179150", digit}, {"51617915", form}});
    ids("Turkey", "tr.vkn", {{"4540536920", ok}, {"4540536921", digit}, {"454053692", form}});
    ids("South Africa", "za.idnr", {{"7503305044089", ok}, {"750330 5044 08 9", ok}, {"7503305044088", digit}, {"7513305044089", digit}, {"750330504408", form}});
    ids("Australia", "au.acn", {{"004085616", ok}, {"004 085 616", ok}, {"004085617", digit}, {"00408561", form}});
    ids("Singapore", "sg.uen", {{"00192200M", ok}, {"00192200N", digit}, {"197401143C", ok}, {"197401143D", digit}, {"S16FC0121D", ok}, {"S16FC0122D", digit}, {"0019220M", form}});
    ids("Japan", "jp.cn", {{"5835678256246", ok}, {"2835678256246", digit}, {"583567825624", form}});
    ids("Korea", "kr.brn", {{"1168200276", ok}, {"116-82-00276", ok}, {"1168200277", digit}, {"116820027", form}});
    ids("Taiwan", "tw.ubn", {{"00501503", ok}, {"00501502", digit}, {"00501508", ok}, {"0050150", form}});
    ids("India", "in.gstin", {{"27AAPFU0939F1ZV", ok}, {"27AAPFU0939F1ZO", digit}, {"27AAPFU0939F1V", form}});
    ids("India", "in.upc", {{"AB123456", ok}, {"12345678", form}});
    ids("Philippines", "ph.usc", {{"123456789", ok}, {"12345678", form}});
    ids("Mexico", "mx.rfc", {{"GODE561231GR8", ok}, {"GODE561231GR9", digit}, {"MAB9307148T4", ok}, {"GODE56123", form}});
    ids("Mexico", "mx.nip", {{"1234", ok}, {"12345", form}});
    ids("Argentina", "ar.cuit", {{"20055361682", ok}, {"20-05536168-2", ok}, {"20055361683", digit}, {"2005536168", form}});
    ids("Chile", "cl.rut", {{"125319092", ok}, {"12.531.909-2", ok}, {"125319093", digit}, {"12531909", digit}, {"125319", form}});
    ids("Colombia", "co.nit", {{"2131234321", ok}, {"213.123.432-1", ok}, {"2131234325", digit}, {"2131234", form}});
    ids("Colombia", "co.nip", {{"12345", ok}, {"1234", form}});
    ids("Dominican Republic", "do.rnc", {{"101850043", ok}, {"1-01-85004-3", ok}, {"101850042", digit}, {"10185004", form}});
    ids("Canada", "ca.bn", {{"123026635RC0001", ok}, {"123026635XX0001", form}});
    ids("United States", "us.ein", {{"071144442", digit}});
    ids("calendar", "date", {{"2026-12-15", ok}, {"2026-02-30", digit}, {"15.12.2026", digit}, {"15/12/2026", digit}, {"tomorrow", form}});
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
    QTest::newRow("Indian UPC") << u"IN"_s << NumberType::Mobile << u"upc"_s << u"AB 123 456"_s << FieldVerdict::Ok;
    QTest::newRow("Indian UPC without letters") << u"IN"_s << NumberType::Mobile << u"upc"_s << u"12345678"_s << FieldVerdict::BadFormat;
    QTest::newRow("Philippine USC") << u"PH"_s << NumberType::Mobile << u"usc"_s << u"12345678"_s << FieldVerdict::BadFormat;
    QTest::newRow("Mexican NIP") << u"MX"_s << NumberType::Mobile << u"nip_mx"_s << u"1234"_s << FieldVerdict::Ok;
    QTest::newRow("Colombian NIP") << u"CO"_s << NumberType::Mobile << u"nip_co"_s << u"1234"_s << FieldVerdict::BadFormat;
    QTest::newRow("Mexican RFC") << u"MX"_s << NumberType::Geographic << u"rfc"_s << u"GODE561231GR9"_s << FieldVerdict::BadCheckDigit;
    QTest::newRow("Singaporean UEN") << u"SG"_s << NumberType::Geographic << u"uen"_s << u"00192200N"_s << FieldVerdict::BadCheckDigit;
    QTest::newRow("Finnish organisation") << u"FI"_s << NumberType::Geographic << u"organisation_number"_s << u"2077474-1"_s << FieldVerdict::BadCheckDigit;
    QTest::newRow("Bulgarian company") << u"BG"_s << NumberType::Geographic << u"company_registration_number"_s << u"175074753"_s << FieldVerdict::BadCheckDigit;
    QTest::newRow("Polish tax number of a person") << u"PL"_s << NumberType::Geographic << u"tax_id"_s << u"44051401359"_s << FieldVerdict::Ok;
    QTest::newRow("Turkish tax number") << u"TR"_s << NumberType::Geographic << u"tax_id"_s << u"4540536921"_s << FieldVerdict::BadCheckDigit;
    QTest::newRow("Swedish subscriber id") << u"SE"_s << NumberType::Geographic << u"orgnr_se"_s << u"16 123456-7898"_s << FieldVerdict::BadCheckDigit;
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

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/places/address.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;

/// Boxes in the languages of the countries PortDesk serves, and the streets that must not be taken for them.
class TestPoBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boxesAreFound_data();
    void boxesAreFound();
    void languagesAreMany();
    void streetsAreNoBoxes_data();
    void streetsAreNoBoxes();
    void businessDelivery_data();
    void businessDelivery();
};

namespace {

struct Box {
    const char *language;
    const char *country;
    const char *text;
};

constexpr Box boxes[] = {
    {"English", "US", "PO Box 123"},
    {"English", "US", "P.O. BOX 123"},
    {"English", "US", "p. o. box 99"},
    {"English", "US", "POB 45"},
    {"English", "US", "Post Office Box 7"},
    {"English", "US", "P.O. Drawer 12"},
    {"English", "US", "Box 123"},
    {"English", "US", "Suite 5, PO BOX #1234"},
    {"English", "CA", "P.O. Box 55 Station A"},
    {"English", "GB", "PO Box 4321"},
    {"English", "GB", "P O Box 1"},
    {"English", "GB", "Postbox 17"},
    {"English", "IE", "P.O. Box 12"},
    {"English", "AU", "GPO Box 2890"},
    {"English", "AU", "Locked Bag 12"},
    {"English", "NZ", "Private Bag 92024"},
    {"English", "AE", "P.O. Box: 9999"},
    {"English", "HK", "G.P.O. Box 1234"},
    {"English", "UG", "P.O Box 7062"},
    {"English", "IN", "Post Bag No. 12"},
    {"English", "ZA", "Private Bag X1"},
    {"English", "AU", "Parcel Locker 10120 12345"},
    {"Irish", "IE", "Bosca Poist 12"},
    {"French", "CA", "C.P. 123, succ. Centre-ville"},
    {"French", "CA", "Case postale 12"},
    {"French", "CH", "Case postale 44"},
    {"French", "FR", "BP 123"},
    {"French", "FR", "B.P. 40"},
    {"French", "FR", "Boîte postale 7"},
    {"French", "FR", "BP n° 12"},
    {"French", "FR", "Zone industrielle, BP 30"},
    {"French", "BE", "Boîte Postale 9"},
    {"French", "LU", "B.P. 2205"},
    {"German", "DE", "Postfach 10 11 12"},
    {"German", "DE", "POSTFACH 1234"},
    {"German", "DE", "PF 1234"},
    {"German", "AT", "Postfach 5"},
    {"German", "CH", "Postfach"},
    {"German", "DE", "Packstation 145"},
    {"Italian", "CH", "Casella postale 8"},
    {"Italian", "IT", "Casella postale 10"},
    {"Italian", "IT", "C.P. 23"},
    {"Italian", "IT", "Cas. post. 5"},
    {"Romansh", "CH", "Chascha postala 12"},
    {"Dutch", "NL", "Postbus 1234"},
    {"Dutch", "NL", "Antwoordnummer 55"},
    {"Dutch", "BE", "Postbus 12"},
    {"Dutch", "CW", "Postbus 3605"},
    {"Spanish", "ES", "Apartado de correos 123"},
    {"Spanish", "ES", "Apdo. Correos 45"},
    {"Spanish", "ES", "Apartado 45"},
    {"Spanish", "MX", "Apartado postal 6"},
    {"Spanish", "MX", "A.P. 105"},
    {"Spanish", "CO", "A.A. 12345"},
    {"Spanish", "CO", "Apartado aéreo 9"},
    {"Spanish", "CL", "Casilla 123"},
    {"Spanish", "AR", "Casilla de Correo 9"},
    {"Spanish", "AR", "C.C. 12"},
    {"Spanish", "BO", "Casilla 8521"},
    {"Spanish", "CR", "Apartado 123-1000"},
    {"Catalan", "ES", "Apartat de correus 12"},
    {"Basque", "ES", "Posta-kutxa 12"},
    {"Portuguese", "BR", "Caixa Postal 100"},
    {"Portuguese", "PT", "Apartado 1045"},
    {"Swedish", "SE", "Box 123"},
    {"Swedish", "SE", "Norrby Industri, Box 12"},
    {"Norwegian", "NO", "Postboks 12 Sentrum"},
    {"Norwegian", "NO", "Pb. 45 Nydalen"},
    {"Danish", "DK", "Postboks 99"},
    {"Finnish", "FI", "PL 12"},
    {"Finnish", "FI", "Postilokero 3"},
    {"Swedish", "FI", "PB 12"},
    {"Icelandic", "IS", "Pósthólf 80"},
    {"Polish", "PL", "Skrytka pocztowa 7"},
    {"Polish", "PL", "skr. poczt. 12"},
    {"Polish", "PL", "Paczkomat WAW01N"},
    {"Czech", "CZ", "P. P. 12"},
    {"Czech", "CZ", "Poštovní přihrádka 4"},
    {"Slovak", "SK", "Poštový priečinok 9"},
    {"Slovak", "SK", "priečinok 12"},
    {"Slovak", "SK", "P. P. 35"},
    {"Slovene", "SI", "Poštni predal 12"},
    {"Slovene", "SI", "predal 12"},
    {"Slovene", "SI", "p.p. 12"},
    {"Croatian", "HR", "Poštanski pretinac 3"},
    {"Serbian", "RS", "Поштански фах 3"},
    {"Serbian", "RS", "Поштански преградак 5"},
    {"Serbian", "RS", "p. fah 12"},
    {"Hungarian", "HU", "Pf. 12"},
    {"Hungarian", "HU", "Postafiók 7"},
    {"Romanian", "RO", "Căsuța poștală 5"},
    {"Romanian", "RO", "O.P. 12, C.P. 8"},
    {"Romanian", "MD", "C.P. 1234"},
    {"Bulgarian", "BG", "п.к. 12"},
    {"Bulgarian", "BG", "пощенска кутия 5"},
    {"Greek", "GR", "Τ.Θ. 1234"},
    {"Greek", "GR", "Τ. Θ. 12"},
    {"Greek", "GR", "ΤΘ 12"},
    {"Greek", "GR", "T.Θ. 77"}, // a Latin T
    {"Greek", "CY", "Ταχυδρομική Θυρίδα 5"},
    {"Turkish", "TR", "P.K. 34"},
    {"Turkish", "TR", "Posta Kutusu 9"},
    {"Lithuanian", "LT", "Pašto dėžutė 12"},
    {"Lithuanian", "LT", "a. d. 5"},
    {"Latvian", "LV", "a/k 12"},
    {"Latvian", "LV", "Abonenta kastīte 4"},
    {"Estonian", "EE", "pk 12"},
    {"Estonian", "EE", "Postkast 3"},
    {"Ukrainian", "UA", "а/с 12"},
    {"Ukrainian", "UA", "А/С №3"},
    {"Ukrainian", "UA", "a/c 12"}, // Latin letters that look the same
    {"Ukrainian", "UA", "Абонентська скринька 4"},
    {"Russian", "RU", "а/я 12"},
    {"Russian", "MD", "Абонентский ящик 12"},
    {"Georgian", "GE", "საფოსტო ყუთი 12"},
    {"Hebrew", "IL", "ת.ד. 123"},
    {"Hebrew", "IL", "ת\"ד 55"},
    {"Hebrew", "IL", "תא דואר 9"},
    {"Arabic", "AE", "ص.ب 1234"},
    {"Arabic", "AE", "صندوق بريد ٤٥"},
    {"Japanese", "JP", "私書箱 12号"},
    {"Japanese", "JP", "銀座郵便局私書箱第5号"},
    {"Korean", "KR", "사서함 10호"},
    {"Chinese", "TW", "郵政信箱 5號"},
    {"Chinese", "HK", "中環郵政信箱 1234 號"},
    {"Chinese", "TW", "台北郵局第12號信箱"},
    {"Thai", "TH", "ตู้ ป.ณ. 12"},
    {"Thai", "TH", "ตู้ไปรษณีย์ 5"},
    {"Vietnamese", "VN", "Hộp thư 12"},
    {"Vietnamese", "VN", "Hòm thư số 5"},
    {"Indonesian", "ID", "Kotak Pos 4"},
    {"Indonesian", "ID", "Tromol Pos 12"},
    {"Malay", "MY", "Peti Surat 10025"},
    {"Malay", "BN", "Peti Surat 12"},
    {"Afrikaans", "ZA", "Posbus 12"},
    {"Afrikaans", "ZA", "Privaatsak X5"},
    {"Hindi", "IN", "पोस्ट बॉक्स 12"},
};

void line(const char *country, const char *text)
{
    QTest::addRow("%s %s", country, text) << QString::fromLatin1(country) << QString::fromUtf8(text);
}

} // namespace

void TestPoBox::boxesAreFound_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("text");
    for (const Box &box : boxes)
        line(box.country, box.text);
}

void TestPoBox::boxesAreFound()
{
    QFETCH(QString, country);
    QFETCH(QString, text);
    QVERIFY(isPoBox(text, country));
}

void TestPoBox::languagesAreMany()
{
    QSet<QString> languages;
    for (const Box &box : boxes)
        languages.insert(QString::fromLatin1(box.language));
    QVERIFY2(languages.size() >= 31, qPrintable(QString::number(languages.size())));
    QVERIFY(std::size(boxes) >= 65);
}

void TestPoBox::streetsAreNoBoxes_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("text");
    line("DE", "Postfachweg 3");
    line("DE", "Am Alten Postamt 2");
    line("DE", "Poststraße 12");
    line("DE", "Pfarrstraße 1");
    line("DE", "PL 12");
    line("DE", "BP 4");
    line("DE", "CP 123");
    line("DE", "Boxberger Straße 12");
    line("GB", "12 Boxwood Lane");
    line("GB", "The Box House, 4 Mill Lane");
    line("GB", "Old Post Office, High Street");
    line("GB", "The Old Post Box, 3 High Street");
    line("GB", "Unit 5 Boxhill Road");
    line("GB", "PK 12 Industrial Park");
    line("US", "123 Boxelder Drive");
    line("US", "RR 2 Box 15");
    line("US", "HC 1 Box 12");
    line("US", "500 Post Road");
    line("US", "77 Poboxa Street");
    line("US", "BP 4 Gas Station Road");
    line("US", "4 CP 123 Lane");
    line("US", "1200 PL 12");
    line("US", "12 Potbox Court");
    line("FR", "12 rue de la Boîte");
    line("FR", "3 rue de la Boîte Postale");
    line("FR", "15 rue Vergniaud, CS 12345, 75640 PARIS CEDEX 13");
    line("FR", "4 avenue de la Poste CEDEX");
    line("FR", "Bâtiment PL 12, 8 rue Haute");
    line("BE", "Rue Neuve 12 boîte 4");
    line("BE", "Nieuwstraat 12 bus 4");
    line("NL", "Postbuslaan 1");
    line("NL", "Boxtelseweg 12");
    line("ES", "Calle de Apartado 3 bis");
    line("ES", "CP 28013 Madrid");
    line("MX", "Calle 5, CP 06000");
    line("IT", "Via Casella 10");
    line("PL", "ul. Skrytka");
    line("PL", "PL 00-001 Warszawa");
    line("SE", "Boxholmsvägen 3");
    line("SE", "Vallgatan 3, box-längan");
    line("FI", "Plantagegatan 4");
    line("FI", "Plankatu 12");
    line("CL", "Casillas 123");
    line("AR", "CC Norte Piso 3");
    line("TR", "PK Sokak 12");
    line("BG", "бул. Пейо К. Яворов 12");
    line("UA", "вул. Скриньківська 4");
    line("GR", "Οδός Θησέως 12");
    line("RS", "Predalska 5");
    line("SI", "Predalna ulica 4");
    line("SK", "Priečna 9");
    line("HU", "Pfeiffer utca 12");
    line("EE", "Pikk 12");
    line("LV", "Akas iela 12");
    line("LT", "A. Domaševičiaus g. 9");
    line("BR", "Rua Caixa d'Água 100");
    line("PT", "Rua do Apartado 12");
    line("CO", "Carrera 7 AA 12");
    line("JP", "東京都千代田区丸の内1-1-1");
    line("CN", "新乡市红旗区平原路1号"); // Xinxiang sounds like the Chinese for mail box
    line("TW", "新鄉路12號");
    line("KR", "사직로 161");
    line("IL", "רחוב הרצל 5");
    line("TH", "ถนนสุขุมวิท 12");
    line("VN", "12 Đường Hợp Thành");
    line("ID", "Jalan Kantor Pos 4");
    line("MY", "12 Jalan Surat");
    line("ZA", "14 Bosbus Street");
    line("AE", "شارع البريد 12");
    line("CH", "Postgasse 12");
    line("DE", "");
}

void TestPoBox::streetsAreNoBoxes()
{
    QFETCH(QString, country);
    QFETCH(QString, text);
    QVERIFY(!isPoBox(text, country));
}

void TestPoBox::businessDelivery_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("asks");
    const auto row = [](const char *country, const char *text, bool asks) { QTest::addRow("%s %s", country, text) << QString::fromLatin1(country) << QString::fromUtf8(text) << asks; };
    row("FR", "PARIS CEDEX 13", true);
    row("FR", "75640 Paris Cedex", true);
    row("FR", "CS 12345", true);
    row("FR", "15 rue Vergniaud, CS 70001", true);
    row("FR", "TSA 30101", true);
    row("MC", "MONACO CEDEX", true);
    row("US", "100 Main St PMB 12", true);
    row("US", "General Delivery", true);
    row("GB", "Freepost RTKA-ABCD", true);
    row("GB", "BFPO 61", true);
    row("AU", "Reply Paid 1234", true);
    row("SE", "FE 1234", true);
    row("DE", "postlagernd", true);
    row("ES", "Lista de Correos", true);
    row("FR", "Poste restante", true);
    row("FR", "12 rue de Cédexville", false);
    row("FR", "8 rue CSX 12", false);
    row("DE", "CS 12345", false);
    row("US", "12 Cedex Drive", false);
    row("US", "CS 12 Road", false);
    row("SE", "Felestadsvägen 12", false);
    row("GB", "12 Freeport Road", false);
    row("FR", "", false);
}

void TestPoBox::businessDelivery()
{
    QFETCH(QString, country);
    QFETCH(QString, text);
    QTEST(isBusinessDelivery(text, country), "asks");
}

QTEST_APPLESS_MAIN(TestPoBox)
#include "tst_pobox.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidenceof.h"
#include "tests/kit/typedpage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using Test::typedPage;

Q_DECLARE_METATYPE(PortDesk::Verdict)
Q_DECLARE_METATYPE(PortDesk::FactKind)

/// One fact against a page: what counts as shown, as something else, as not there.
class TestEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void names_data();
    void names();
    void addresses_data();
    void addresses();
    void accountsAndCodes_data();
    void accountsAndCodes();
    void dates_data();
    void dates();
    void signature_data();
    void signature();
    void uncertainWordsAreUnreadable();
    void placesAreNamed();
    void townOfTheLetterheadIsNotTaken();
    void twoColumns();
    void tiltedScans_data();
    void tiltedScans();
    void hyphensOfScansAreFlat();
};

namespace {

Fact fact(FactKind kind, const QString &expected, const QString &country = u"DE"_s)
{
    return {factKindKey(kind), kind, expected, {}, country, {}};
}

Evidence found(const Fact &wanted, const QStringList &lines, TextSource source = TextSource::Layer, float confidence = 1)
{
    return evidenceOf({wanted}, {typedPage(lines, source, confidence)}).first();
}

void compare(const Evidence &evidence, Verdict verdict, const QString &shown)
{
    QVERIFY2(evidence.verdict == verdict, qPrintable(u"%1: %2"_s.arg(verdictKey(evidence.verdict), evidence.found)));
    QCOMPARE(evidence.found, shown);
}

} // namespace

void TestEvidence::numbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("paper");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *number, const char *country, const char *paper, Verdict verdict, const char *shown) {
        QTest::newRow(name) << QString::fromLatin1(number) << QString::fromLatin1(country) << QString::fromUtf8(paper) << verdict << QString::fromUtf8(shown);
    };
    const auto same = [&](const char *name, const char *number, const char *country, const char *paper) { row(name, number, country, paper, Verdict::Match, paper); };
    same("brackets", "+493023125017", "DE", "(030) 23125 017");
    same("slash and hyphen", "+493023125017", "DE", "030/23125-017");
    same("trunk in brackets", "+493023125017", "DE", "+49 (0)30 23125 017");
    same("international", "+493023125017", "DE", "+49 30 23125017");
    same("double nought", "+493023125017", "DE", "0049 30 23125017");
    same("groups of two", "+49221909876", "DE", "0221 90 98 76");
    same("French dots", "+33199001235", "FR", "01.99.00.12.35");
    same("French plus", "+33199001236", "FR", "+33 1 99 00 12 36");
    same("Spain without trunk", "+34910123457", "ES", "91 012 34 57");
    same("Spain in brackets", "+34955012233", "ES", "(955) 01 22 33");
    same("Italy keeps its nought", "+390612345678", "IT", "06 1234 5678");
    same("Poland", "+48221234567", "PL", "22 123 45 67");
    same("Netherlands", "+31201234567", "NL", "020-123 45 67");
    same("Portugal", "+351212345678", "PT", "212 345 678");
    same("London", "+442079460018", "GB", "(0)20 7946 0018");
    same("New York", "+12125550123", "US", "(212) 555-0123");
    same("New York with 1", "+12125550123", "US", "1-212-555-0123");
    same("digits of another script", "+493023125017", "DE", "\xd9\xa0\xd9\xa3\xd9\xa0 23125 017");
    row("behind a word", "+493023125017", "DE", "Rufnummer: 030 23125017 Komfort", Verdict::Match, "030 23125017");
    row("before an amount", "+493023125017", "DE", "030 23125 017 13.50", Verdict::Match, "030 23125 017");
    row("before a price with a comma", "+493023125017", "DE", "030 23125 017 13,50", Verdict::Match, "030 23125 017");
    row("behind a date", "+493023125017", "DE", "28.10.2026 030 23125017", Verdict::Match, "030 23125017");
    row("behind a time", "+493023125017", "DE", "14:05 030 23125017", Verdict::Match, "030 23125017");
    row("behind the number of its row", "+493023125017", "DE", "3. 030 23125017", Verdict::Match, "030 23125017");
    row("second of a list", "+493023125018", "DE", "030 23125017, 030 23125018", Verdict::Match, "030 23125018");
    row("list with slashes", "+493023125018", "DE", "030 23125017 / 030 23125018", Verdict::Match, "030 23125018");
    row("list without anything", "+34910123457", "ES", "910123456 910123457", Verdict::Match, "910123457");
    row("two lines", "+493023125017", "DE", "Ihr Anschluss 030 23125-\n017 und mehr", Verdict::Match, "030 23125- 017");
    row("two lines, broken behind the area code", "+441134960547", "GB", "these numbers (0113)\n496-0547. I am entitled", Verdict::Match, "(0113) 496-0547.");
    row("range of whole numbers", "+442079460021", "GB", "020 7946 0018 - 020 7946 0027", Verdict::Match, "020 7946 0018 - 020 7946 0027");
    row("range of endings", "+442079460021", "GB", "Lines 020 7946 0018-0027", Verdict::Match, "020 7946 0018-0027");
    row("block", "+49302312537", "DE", "030 23125-0 bis -99", Verdict::Match, "030 23125-0 bis -99");
    row("outside the range", "+442079460031", "GB", "020 7946 0018-0027", Verdict::NotShown, "");
    row("part of a longer number", "+493023125017", "DE", "030 23125017 99", Verdict::NotShown, "");
    row("longer by one digit glued", "+493023125017", "DE", "0302312501755", Verdict::NotShown, "");
    row("tail of a longer number", "+34910123456", "ES", "IBAN 44 910123456", Verdict::NotShown, "");
    row("other country", "+493023125017", "DE", "+48 30 23125017", Verdict::NotShown, "");
    row("part of a word", "+493023125017", "DE", "R03023125017", Verdict::NotShown, "");
    row("rest on the next line missing", "+49302312501", "DE", "030 2312501-\nKomfort", Verdict::NotShown, "");
    row("one digit changed", "+493023125017", "DE", "030 23125 016", Verdict::Differs, "030 23125 016");
    row("two digits swapped", "+493023125017", "DE", "030 23125 071", Verdict::Differs, "030 23125 071");
    row("another number", "+493023125017", "DE", "0221 90 98 76", Verdict::NotShown, "");
}

void TestEvidence::numbers()
{
    QFETCH(QString, number);
    QFETCH(QString, country);
    QFETCH(QString, paper);
    QFETCH(Verdict, verdict);
    QFETCH(QString, shown);
    compare(found(fact(FactKind::Number, number, country), paper.split(u'\n')), verdict, shown);
}

void TestEvidence::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("paper");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *wanted, const char *paper, Verdict verdict, const char *shown) {
        QTest::newRow(name) << QString::fromUtf8(wanted) << QString::fromUtf8(paper) << verdict << QString::fromUtf8(shown);
    };
    row("as written", "Jürgen Müller-Lüdenscheidt", "Herr Jürgen Müller-Lüdenscheidt", Verdict::Match, "Jürgen Müller-Lüdenscheidt");
    row("surname first", "Anna Miller", "Miller, Anna", Verdict::Match, "Miller, Anna");
    row("capitals without marks", "Zoé Lefèvre", "MME ZOE LEFEVRE", Verdict::Match, "ZOE LEFEVRE");
    row("umlauts as two letters", "Jürgen Müller", "Juergen Mueller", Verdict::Match, "Juergen Mueller");
    row("umlauts typed as two letters", "Juergen Mueller", "Jürgen Müller", Verdict::Match, "Jürgen Müller");
    row("over two lines", "Lüdenscheidt Maschinenbau GmbH", "Lüdenscheidt\nMaschinenbau GmbH", Verdict::Match, "Lüdenscheidt Maschinenbau GmbH");
    row("hyphen at the line's end", "Maschinenbau Berger GmbH", "Firma Berger Maschinen-\nbau GmbH", Verdict::Match, "Berger Maschinen-");
    row("form left out", "Miller & Sons GmbH", "Miller & Sons", Verdict::Match, "Miller & Sons");
    row("and in words", "Miller & Sons Ltd", "Miller and Sons Limited", Verdict::Match, "Miller and Sons Limited");
    row("GmbH & Co. KG", "Berger GmbH & Co. KG", "BERGER GMBH & CO KG", Verdict::Match, "BERGER GMBH & CO KG");
    row("form with dots", "Kowalski Sp. z o.o.", "Kowalski sp. z o. o.", Verdict::Match, "Kowalski sp. z o. o.");
    row("initial", "Siobhán Smith", "Ms S. Smith", Verdict::Match, "S. Smith");
    row("another form", "Berger GmbH", "Berger AG", Verdict::Differs, "Berger AG");
    row("one letter changed", "Anna Müller", "Anna Möller", Verdict::Differs, "Anna Möller");
    row("another first name", "Anna Schneider", "Petra Schneider", Verdict::Differs, "Petra Schneider");
    row("another customer at the label", "Anna Schneider", "Kunde:     Rheingold Handels KG", Verdict::Differs, "Rheingold Handels KG");
    row("not there", "Anna Schneider", "Rechnung Nr. 4711 vom Oktober", Verdict::NotShown, "");
    row("words apart", "Anna Schneider", "Anna geht heute mit dem Hund in den Park und Schneider ist ein Beruf", Verdict::NotShown, "");
}

void TestEvidence::names()
{
    QFETCH(QString, name);
    QFETCH(QString, paper);
    QFETCH(Verdict, verdict);
    QFETCH(QString, shown);
    compare(found(fact(FactKind::Owner, name), paper.split(u'\n')), verdict, shown);
}

void TestEvidence::addresses_data()
{
    QTest::addColumn<QString>("street");
    QTest::addColumn<QString>("town");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("paper");
    QTest::addColumn<Verdict>("streetVerdict");
    QTest::addColumn<Verdict>("townVerdict");
    const auto row = [](const char *name, const char *street, const char *town, const char *country, const char *paper, Verdict streetVerdict, Verdict townVerdict) {
        QTest::newRow(name) << QString::fromUtf8(street) << QString::fromUtf8(town) << QString::fromLatin1(country) << QString::fromUtf8(paper) << streetVerdict << townVerdict;
    };
    const auto match = [&](const char *name, const char *street, const char *town, const char *country, const char *paper) {
        row(name, street, town, country, paper, Verdict::Match, Verdict::Match);
    };
    match("German", "Königsallee 17, 3. OG", "50667 Köln", "DE", "Königsallee 17, 3. OG\n50667 Köln");
    match("Str.", "Hauptstraße 5", "10827 Berlin", "DE", "Hauptstr. 5\nD-10827 Berlin");
    match("Haupt Strasse", "Hauptstraße 5a", "10827 Berlin", "DE", "HAUPT STRASSE 5 A\n10827 BERLIN");
    match("umlauts as two letters", "Königsallee 17", "50667 Köln", "DE", "Koenigsallee 17\n50667 Koeln");
    match("flat before the house", "Flat 4, 221B Baker Street", "NW1 6XE London", "GB", "Flat 4, 221B Baker St\nMarylebone\nLondon NW1 6XE");
    match("French", "12 bis, avenue de l'Opéra", "75001 Paris", "FR", "12bis av. de l'Opéra\nBâtiment C\n75001 PARIS");
    match("French above the postcode", "12 bis, avenue de l'Opéra", "75001 Paris", "FR", "12 bis, avenue de l'Opéra\n75001 Paris");
    match("Spanish", "Calle Alcalá, 45", "28014 Madrid", "ES", "C/ Alcalá, n.º 45, 2.º izq.\n28014 Madrid");
    match("Italian", "Via Roma 12", "20121 Milano", "IT", "VIA ROMA, 12\n20121 MILANO (MI)");
    match("Dutch", "Kerkstraat 101", "1017 GC Amsterdam", "NL", "Kerkstr. 101\n1017GC Amsterdam");
    match("Portuguese", "Rua do Ouro 25", "1100-062 Lisboa", "PT", "R. do Ouro, 25\n1100-062 LISBOA");
    match("Polish", "ul. Długa 7", "00-238 Warszawa", "PL", "Długa 7 m. 3\n00-238 Warszawa");
    match("American", "350 Fifth Avenue, Suite 200", "10118 New York", "US", "350 Fifth Ave Ste 200\nNew York, NY 10118-0110");
    match("one line", "Königsallee 17", "50667 Köln", "DE", "Königsallee 17, 50667 Köln");
    match("cells of a table", "Königsallee 17", "50667 Köln", "DE", "Königsallee 17        50667        Köln");
    match("number in the street's name", "Straße des 17. Juni 135", "10623 Berlin", "DE", "Str. des 17. Juni 135\n10623 Berlin");
    row("other house number", "Königsallee 17", "50667 Köln", "DE", "Königsallee 71\n50667 Köln", Verdict::Differs, Verdict::Match);
    row("longer house number", "Königsallee 17", "50667 Köln", "DE", "Königsallee 171\n50667 Köln", Verdict::Differs, Verdict::Match);
    row("house number with a letter", "Königsallee 17", "50667 Köln", "DE", "Königsallee 17 b\n50667 Köln", Verdict::Differs, Verdict::Match);
    row("other postcode", "Königsallee 17", "50667 Köln", "DE", "Königsallee 17\n50668 Köln", Verdict::Match, Verdict::Differs);
    row("other town", "Königsallee 17", "50667 Köln", "DE", "Königsallee 17\n50667 Bonn", Verdict::Match, Verdict::Differs);
    row("nothing", "Königsallee 17", "50667 Köln", "DE", "Rechnung 4711", Verdict::NotShown, Verdict::NotShown);
    row("another address at the label", "Königsallee 17", "50667 Köln", "DE", "Anschlussadresse\nHauptstraße 5\n10827 Berlin", Verdict::Differs, Verdict::Differs);
}

void TestEvidence::addresses()
{
    QFETCH(QString, street);
    QFETCH(QString, town);
    QFETCH(QString, country);
    QFETCH(QString, paper);
    QFETCH(Verdict, streetVerdict);
    QFETCH(Verdict, townVerdict);
    const QList<Fact> facts{{u"street:hq"_s, FactKind::Street, street, {}, country, {}}, {u"place:hq"_s, FactKind::Place, town, {}, country, {}}};
    const QList<Evidence> evidence = evidenceOf(facts, {typedPage(paper.split(u'\n'))});
    QVERIFY2(evidence.at(0).verdict == streetVerdict, qPrintable(verdictKey(evidence.at(0).verdict) + u' ' + evidence.at(0).found));
    QVERIFY2(evidence.at(1).verdict == townVerdict, qPrintable(verdictKey(evidence.at(1).verdict) + u' ' + evidence.at(1).found));
}

void TestEvidence::accountsAndCodes_data()
{
    QTest::addColumn<FactKind>("kind");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("paper");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, FactKind kind, const char *value, const char *country, const char *paper, Verdict verdict, const char *shown) {
        QTest::newRow(name) << kind << QString::fromLatin1(value) << QString::fromLatin1(country) << QString::fromUtf8(paper) << verdict << QString::fromUtf8(shown);
    };
    constexpr FactKind account = FactKind::AccountNumber, code = FactKind::Code;
    row("as written", account, "4711-998877", "DE", "Kundennummer    4711-998877", Verdict::Match, "4711-998877");
    row("grouped otherwise", account, "5520188407", "FR", "Nº de client     55 201 884 07", Verdict::Match, "55 201 884 07");
    row("lower case", account, "NG-0048-221937", "GB", "Account no: ng 0048 221937", Verdict::Match, "ng 0048 221937");
    row("short, at its label", account, "4711", "DE", "Kundennummer: 4711", Verdict::Match, "4711");
    row("short, elsewhere", account, "4711", "DE", "Menge 4711 Stück", Verdict::NotShown, "");
    row("below its label", account, "4711998877", "DE", "Kundennummer\n4711998877", Verdict::Match, "4711998877");
    row("one digit changed", account, "4711-998877", "DE", "Kundennummer    4711-998876", Verdict::Differs, "4711-998876");
    row("another at the label", account, "4711-998877", "DE", "Kundennummer:  K-22", Verdict::Differs, "K-22");
    row("part of a longer one", account, "4711998877", "DE", "Rechnung 4711998877123", Verdict::NotShown, "");
    row("part of a longer one in groups", account, "4711998877", "DE", "Beleg 4711998877 123", Verdict::NotShown, "");
    row("SIRET in groups", code, "12345678900012", "FR", "SIRET 123 456 789 00012", Verdict::Match, "123 456 789 00012");
    row("CIF with a hyphen", code, "A12345678", "ES", "CIF A-12345678", Verdict::Match, "A-12345678");
    row("value added tax without country", code, "NL123456789B01", "NL", "BTW 123456789B01", Verdict::Match, "123456789B01");
    row("value added tax with country", code, "12345678901", "IT", "P.IVA IT12345678901", Verdict::Match, "IT12345678901");
    row("code with a changed digit", code, "A12345678", "ES", "CIF A-12345679", Verdict::Differs, "A-12345679");
    row("code that is not there", code, "A12345678", "ES", "CIF B-99999999", Verdict::NotShown, "");
}

void TestEvidence::accountsAndCodes()
{
    QFETCH(FactKind, kind);
    QFETCH(QString, value);
    QFETCH(QString, country);
    QFETCH(QString, paper);
    QFETCH(Verdict, verdict);
    QFETCH(QString, shown);
    compare(found(fact(kind, value, country), paper.split(u'\n')), verdict, shown);
}

void TestEvidence::dates_data()
{
    QTest::addColumn<FactKind>("kind");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QDate>("typed");
    QTest::addColumn<QString>("paper");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("remark");
    const QDate day(2026, 10, 28);
    const auto row = [](const char *name, FactKind kind, const char *country, QDate typed, const char *paper, Verdict verdict, const char *value, const char *remark) {
        QTest::newRow(name) << kind << QString::fromLatin1(country) << typed << QString::fromUtf8(paper) << verdict << QString::fromLatin1(value) << QString::fromLatin1(remark);
    };
    const auto bill = [&](const char *name, const char *country, const char *paper) {
        row(name, FactKind::BillDate, country, {2026, 10, 28}, paper, Verdict::Match, "2026-10-28", "%n day(s) old");
    };
    bill("German", "DE", "Rechnungsdatum 28.10.2026\nFällig am 14.11.2026");
    bill("English", "GB", "Bill date        28 October 2026\nPayment due      14 November 2026");
    bill("American", "US", "Invoice date: October 28, 2026");
    bill("American digits", "US", "Bill Date 10/28/26");
    bill("French", "FR", "Échéance 14 novembre 2026\nDate de facture 28 octobre 2026");
    bill("Spanish", "ES", "Fecha de factura 28 de octubre de 2026     Vencimiento 14/11/2026");
    bill("Italian", "IT", "Data fattura: 28 ottobre 2026");
    bill("Dutch", "NL", "Factuurdatum 28-okt-2026");
    bill("Portuguese", "PT", "Data da fatura 28 de outubro de 2026");
    bill("Polish", "PL", "Data wystawienia: 28 października 2026 r.");
    bill("ISO", "SE", "Issue date 2026-10-28");
    bill("label in the cell at the left", "DE", "Rechnungsdatum          28.10.2026");
    bill("label above", "DE", "Rechnungsdatum\n28.10.2026");
    bill("without a label, as typed", "DE", "Köln, 28.10.2026 und 01.09.2026");
    row("due date alone", FactKind::BillDate, "DE", day, "Fällig am 28.10.2026", Verdict::NotShown, "", "");
    row("period alone", FactKind::BillDate, "DE", day, "Zeitraum 28.10.2026 bis 27.11.2026", Verdict::NotShown, "", "");
    row("other day", FactKind::BillDate, "DE", day, "Rechnungsdatum 28.09.2026", Verdict::Differs, "2026-09-28", "%n day(s) old");
    row("nothing typed", FactKind::BillDate, "DE", {}, "Rechnungsdatum 28.10.2026", Verdict::Match, "2026-10-28", "%n day(s) old");
    row("letter signed", FactKind::LoaDate, "GB", day, "Signature          Date 28/10/2026", Verdict::Match, "2026-10-28", "%n day(s) old");
    row("letter, place and date", FactKind::LoaDate, "DE", day, "Ort, Datum: Köln, 28.10.2026", Verdict::Match, "2026-10-28", "%n day(s) old");
    row("order left open", FactKind::LoaDate, "CA", {2026, 10, 3}, "Date signed 03/10/2026", Verdict::Match, "2026-10-03", "%n day(s) old The date can be read in two ways.");
}

void TestEvidence::dates()
{
    QFETCH(FactKind, kind);
    QFETCH(QString, country);
    QFETCH(QDate, typed);
    QFETCH(QString, paper);
    QFETCH(Verdict, verdict);
    QFETCH(QString, value);
    QFETCH(QString, remark);
    Fact wanted = fact(kind, typed.toString(Qt::ISODate), country);
    wanted.day = typed;
    const QDate today(2026, 11, 23);
    const Evidence evidence = evidenceOf({wanted}, {typedPage(paper.split(u'\n'))}, today).first();
    QVERIFY2(evidence.verdict == verdict, qPrintable(verdictKey(evidence.verdict) + u' ' + evidence.found));
    QCOMPARE(evidence.value, value);
    const qint64 age = QDate::fromString(value, Qt::ISODate).daysTo(today);
    QCOMPARE(evidence.remark, QString(remark).replace(u"%n"_s, QString::number(age)));
}

void TestEvidence::signature_data()
{
    QTest::addColumn<QString>("paper");
    QTest::addColumn<Verdict>("verdict");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("asked");
    QTest::newRow("in words") << u"Electronically signed by Anna Miller"_s << Verdict::Match << u"Electronically signed by Anna Miller"_s << QString();
    QTest::newRow("in German words") << u"Elektronisch unterschrieben: Anna Miller"_s << Verdict::Match << u"Elektronisch unterschrieben: Anna Miller"_s << QString();
    QTest::newRow("a line to sign on") << u"Unterschrift:"_s << Verdict::NotShown << u"Unterschrift"_s << QString();
    QTest::newRow("none") << u"Rechnung 4711"_s << Verdict::NotShown << QString() << QString();
    QTest::newRow("in words, asked on paper") << u"Signed electronically by Anna Miller, 2026-10-28"_s << Verdict::Differs << u"Signed electronically by Anna Miller, 2026-10-28"_s
                                              << u"signed by hand on paper"_s;
    QTest::newRow("a line, asked on paper") << u"Unterschrift:"_s << Verdict::NotShown << u"Unterschrift"_s << u"signed by hand on paper"_s;
}

void TestEvidence::signature()
{
    QFETCH(QString, paper);
    QFETCH(Verdict, verdict);
    QFETCH(QString, shown);
    QFETCH(QString, asked);
    compare(found(fact(FactKind::Signature, asked), {paper}), verdict, shown);
}

void TestEvidence::uncertainWordsAreUnreadable()
{
    const Fact number = fact(FactKind::Number, u"+493023125017"_s);
    QCOMPARE(found(number, {u"030 23125017"_s}, TextSource::Ocr, 0.9f).verdict, Verdict::Match);
    QCOMPARE(found(number, {u"030 23125017"_s}, TextSource::Ocr, 0.3f).verdict, Verdict::Unreadable);
    QCOMPARE(found(number, {u"O3O 23l25Ol7"_s}, TextSource::Ocr, 0.9f).verdict, Verdict::Unreadable);
    QCOMPARE(found(number, {u"O3O 23l25Ol7"_s}, TextSource::Layer).verdict, Verdict::NotShown);
    QCOMPARE(found(number, {u"030 23125018"_s}, TextSource::Ocr, 0.3f).verdict, Verdict::Unreadable);
}

void TestEvidence::placesAreNamed()
{
    const Evidence evidence = found(fact(FactKind::Owner, u"Anna Miller"_s), {u"Customer"_s, u"Anna"_s, u"Miller"_s});
    QCOMPARE(evidence.page, 0);
    QCOMPARE(evidence.boxes.size(), 2);
    QVERIFY(qAbs(evidence.boxes.first().x() - 40.0 / 595) < 1e-9);
    QVERIFY(qAbs(evidence.box().height() - 25.0 / 842) < 1e-9);
}

void TestEvidence::townOfTheLetterheadIsNotTaken()
{
    const QList<Fact> facts{fact(FactKind::Owner, u"Anna Miller"_s), {u"street:hq"_s, FactKind::Street, u"Hauptstraße 5"_s, {}, u"DE"_s, {}}, {u"place:hq"_s, FactKind::Place, u"50667 Köln"_s, {}, u"DE"_s, {}}};
    const QStringList lines{u"Rheinruf Telefon GmbH, Am Ring 1, 50667 Köln"_s, {}, {}, {}, u"Anna Miller"_s, u"Hauptstraße 5"_s, u"10827 Berlin"_s};
    const QList<Evidence> evidence = evidenceOf(facts, {typedPage(lines)});
    QCOMPARE(evidence.at(1).verdict, Verdict::Match);
    QCOMPARE(evidence.at(2).verdict, Verdict::Differs);
    QCOMPARE(evidence.at(2).found, u"10827 Berlin"_s);
}

void TestEvidence::twoColumns()
{
    const QList<Fact> facts{fact(FactKind::Owner, u"Anna Miller"_s), {u"street:hq"_s, FactKind::Street, u"Hauptstraße 5"_s, {}, u"DE"_s, {}}, {u"place:hq"_s, FactKind::Place, u"10827 Berlin"_s, {}, u"DE"_s, {}},
                            fact(FactKind::AccountNumber, u"4711-22"_s)};
    const QStringList lines{u"Anna Miller             Kundennummer        4711-22"_s, u"Hauptstraße 5           Rechnungsdatum      28.10.2026"_s, u"10827 Berlin            Fällig am           14.11.2026"_s};
    const QList<Evidence> evidence = evidenceOf(facts, {typedPage(lines)});
    const QStringList shown{u"Anna Miller"_s, u"Hauptstraße 5"_s, u"10827 Berlin"_s, u"4711-22"_s};
    for (qsizetype i = 0; i < evidence.size(); ++i) {
        QCOMPARE(evidence.at(i).verdict, Verdict::Match);
        QCOMPARE(evidence.at(i).found, shown.at(i));
    }
}

void TestEvidence::tiltedScans_data()
{
    QTest::addColumn<double>("slope");
    QTest::newRow("level") << 0.0;
    QTest::newRow("one degree") << 0.0175;
    QTest::newRow("three degrees the other way") << -0.0524;
}

void TestEvidence::tiltedScans()
{
    QFETCH(double, slope);
    const QStringList lines{u"This letter says that the numbers below are ours"_s, u"Anna Miller             Kundennummer        4711-22"_s, u"Hauptstraße 5           Rechnungsdatum      28.10.2026"_s,
                            u"10827 Berlin            Fällig am           14.11.2026"_s, u"and that whoever signs this letter may give them away"_s, u"to whom we say so and to nobody else in the world"_s};
    PageReading page = typedPage(lines, TextSource::Ocr, 0.9f);
    for (ReadWord &word : page.words)
        word.straight.translate(0, slope * word.straight.center().x());
    const QList<Fact> facts{fact(FactKind::Owner, u"Anna Miller"_s), {u"street:hq"_s, FactKind::Street, u"Hauptstraße 5"_s, {}, u"DE"_s, {}}, {u"place:hq"_s, FactKind::Place, u"10827 Berlin"_s, {}, u"DE"_s, {}},
                            fact(FactKind::AccountNumber, u"4711-22"_s)};
    const QList<Evidence> evidence = evidenceOf(facts, {page});
    for (const Evidence &found : evidence)
        QVERIFY2(found.verdict == Verdict::Match, qPrintable(found.fact.id + u' ' + found.found));
}

void TestEvidence::hyphensOfScansAreFlat()
{
    PageReading page = typedPage({u"020 7946 0050 - 0059"_s}, TextSource::Ocr, 0.9f);
    page.words[3].straight = QRectF(page.words.at(3).straight.left(), page.words.at(3).straight.center().y(), 3, 1);
    const QList<Evidence> evidence = evidenceOf({fact(FactKind::Number, u"+442079460055"_s, u"GB"_s)}, {page});
    QCOMPARE(evidence.first().verdict, Verdict::Match);
}

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"

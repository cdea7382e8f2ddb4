// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidenceof.h"
#include "tests/kit/typedpage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using Test::typedPage;

Q_DECLARE_METATYPE(PortDesk::Verdict)

/// Numbers that a paper prints without their area code: which statement of a code belongs to them, and which halves are never put together.
class TestAreaCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void belong_data();
    void belong();
    void doNotBelong_data();
    void doNotBelong();
    void misprint();
    void codeBeforeOthersHasItsOwnBox();
    void unsureCodeOfScan();
    void otherPage();
    void localPartIsSaid();
};

namespace {

Fact number(const QString &e164, const QString &country = u"DE"_s)
{
    return {u"number"_s, FactKind::Number, e164, {}, country, {}};
}

const Fact &cologne()
{
    static const Fact fact = number(u"+49221909876"_s);
    return fact;
}

Evidence found(const Fact &fact, const QString &paper)
{
    return evidenceOf({fact}, {typedPage(paper.split(u'\n'))}).first();
}

} // namespace

void TestAreaCodes::belong_data()
{
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("paper");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *e164, const char *country, const char *paper, const char *shown) {
        QTest::newRow(name) << QString::fromLatin1(e164) << QString::fromLatin1(country) << QString::fromUtf8(paper) << QString::fromUtf8(shown);
    };
    row("behind it", "+49221909876", "DE", "Vorwahl 0221: 90 98 76", "0221: 90 98 76");
    row("second of a list behind it", "+49221909877", "DE", "Vorwahl 0221: 90 98 76, 90 98 77 und 90 98 78", "0221: 90 98 77");
    row("in the cell at its right", "+49221909876", "DE", "Vorwahl 0221        90 98 76", "0221 90 98 76");
    row("column", "+49221909876", "DE", "Vorwahl 0221\n90 98 76\n90 98 77", "0221 90 98 76");
    row("second of a column", "+49221909877", "DE", "Vorwahl 0221\n90 98 76     Basic     13,50\n90 98 77     Basic     13,50", "0221 90 98 77");
    row("heading between", "+49221909877", "DE", "Ihre Vorwahl: (0221)\nRufnummern\n90 98 76\n90 98 77", "(0221) 90 98 77");
    row("in the heading", "+49221909876", "DE", "Rufnummer (Vorwahl 0221)     Tarif\n90 98 76                     Basic", "0221) 90 98 76");
    row("rows with ordinals", "+49221909877", "DE", "Ortsvorwahl 0221\n1. 90 98 76\n2. 90 98 77", "0221 90 98 77");
    row("among numbers with their code", "+49221909877", "DE", "Vorwahl 0221\n0221 90 98 76\n90 98 77", "0221 90 98 77");
    row("column of codes", "+49221909876", "DE", "Vorwahl      Rufnummer\n0228         11 22 33\n0221         90 98 76", "0221 90 98 76");
    row("with the calling code", "+49221909876", "DE", "Vorwahl +49 221\n90 98 76", "+49 221 90 98 76");
    row("without the trunk prefix", "+49221909876", "DE", "Vorwahl 221\n90 98 76", "221 90 98 76");
    row("town between label and code", "+49221909876", "DE", "Vorwahl für Köln: 0221\nTelefon 90 98 76", "0221 90 98 76");
    row("nearest of two above", "+49221909876", "DE", "Vorwahl 0228\n11 22 33\nVorwahl 0221\n90 98 76", "0221 90 98 76");
    row("beside another column", "+49221909876", "DE", "Vorwahl 0228          Vorwahl 0221\n11 22 33              Telefon 90 98 76", "0221 90 98 76");
    row("word for telephones, once on the page", "+49221909876", "DE", "Vorwahl 0221\n\nTarif Basic vom Oktober\n\nRufnummer 90 98 76", "0221 90 98 76");
    row("heading for telephones, once on the page", "+49221909877", "DE", "Vorwahl 0221\n\nTarif Basic vom Oktober\n\nRufnummer\n90 98 76\n90 98 77", "0221 90 98 77");
    row("English", "+442079460018", "GB", "Area code: 020\nNumbers\n7946 0018", "020 7946 0018");
    row("English, dialling code", "+441614960102", "GB", "Dialling code 0161: lines 496 0102 and 496 0103", "0161: 496 0102");
    row("American", "+12125550123", "US", "Area code 212\n555-0123", "212 555-0123");
    row("French", "+33199001235", "FR", "Indicatif : 01\nNuméro de ligne\n99 00 12 35", "01 99 00 12 35");
    row("Spanish", "+34910123457", "ES", "Prefijo 91\nTeléfono\n012 34 57", "91 012 34 57");
    row("Spanish, a nought before local numbers", "+34955012234", "ES", "Número\nPrefijo 955\n01 22 33\n01 22 34", "955 01 22 34");
    row("Italian", "+390212345680", "IT", "Prefisso 02\nNumeri\n1234 5680", "02 1234 5680");
    row("Dutch", "+31201234567", "NL", "Netnummer 020\nNummers\n123 45 67", "020 123 45 67");
    row("Portuguese", "+351212345678", "PT", "Indicativo 21\nTelefone 234 56 78", "21 234 56 78");
    row("Polish", "+48221234567", "PL", "Numer kierunkowy: 22\nTelefon 123 45 67", "22 123 45 67");
}

void TestAreaCodes::belong()
{
    QFETCH(QString, e164);
    QFETCH(QString, country);
    QFETCH(QString, paper);
    QFETCH(QString, shown);
    const Evidence evidence = found(number(e164, country), paper);
    QVERIFY2(evidence.verdict == Verdict::Match, qPrintable(verdictKey(evidence.verdict) + u' ' + evidence.found));
    QCOMPARE(evidence.found, shown);
    QCOMPARE(evidence.value, e164);
    QVERIFY(evidence.remark.isEmpty());
}

void TestAreaCodes::doNotBelong_data()
{
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("paper");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *name, const char *paper, const char *e164 = "+49221909876", Verdict verdict = Verdict::NotShown) {
        QTest::newRow(name) << QString::fromLatin1(e164) << QString::fromUtf8(paper) << verdict;
    };
    row("no code anywhere", "Rufnummer 90 98 76");
    row("invoice number", "Vorwahl 0221\nRechnungsnr. 909876");
    row("invoice number in the cell beside", "Vorwahl            0221\nRechnungsnr.       909876");
    row("invoice number behind it", "Vorwahl 0221, Rechnung 909876");
    row("number of whatever", "Vorwahl 0221\nNr. 909876");
    row("column of invoices", "Vorwahl 0221\nRechnungen\n909876\n909877");
    row("amount", "Vorwahl 0221\nBetrag 90.98.76");
    row("other code", "Vorwahl 089\n90 98 76");
    row("other code by a digit", "Vorwahl 0228\n90 98 76", "+49221909876", Verdict::Differs);
    row("other code without a label", "Vorwahl 0221\n11 22 33\n(0228)\n90 98 76");
    row("other town between", "Vorwahl 0221\n11 22 33\nBonn\n90 98 76");
    row("number with another code between", "Vorwahl 0221\n0228 11 22 33\n90 98 76");
    row("number with a nought between", "Vorwahl 221\n0228 1122\n90 98 76");
    row("two codes at the label", "Vorwahl 0221/0228\n90 98 76");
    row("two labels in one line", "Vorwahl 0221 oder Vorwahl 0228\n90 98 76");
    row("two codes on the page", "Vorwahl 0221\n\nTarif Basic\n\nVorwahl 0228\n\nTarif Basic\n\nRufnummer 90 98 76");
    row("code in brackets on the page", "Vorwahl 0221\n\nStandort Bonn (0228)\n\nRufnummer 90 98 76");
    row("far below", "Vorwahl 0221\n\nTarif Basic\na\nb\nc\nd\ne\nf\ng\nh\ni\nk\nl\nm\nn\no\nRufnummer 90 98 76");
    row("above the code", "Rufnummer 90 98 76\nVorwahl 0221");
    row("no word for telephones", "Vorwahl 0221\n\nTarif Basic\n\n90 98 76");
    row("part of a longer number", "Vorwahl 0221\n90 98 76 55");
    row("end of a longer number", "Vorwahl 0221\n55 90 98 76");
    row("glued to letters", "Vorwahl 0221\nR909876");
    row("day", "Vorwahl 0221\n28.10.26", "+49221281026");
    row("day in blanks", "Vorwahl 0221\n28 10 26", "+49221281026");
    row("rest of the number", "Vorwahl 0221\n90 98 76-");
    row("half of the code", "Vorwahl 022\n90 98 76", "+49221909876", Verdict::Differs);
    row("the code's end", "Vorwahl 21\n90 98 76");
    row("the code is a whole number", "Vorwahl 0221 11 22 33\n90 98 76");
    row("call list", "Vorwahl 0221\n28.10.2026     90 98 76");
    row("column of codes with another code", "Vorwahl      Rufnummer\n089          90 98 76\n0221         11 22 33");
    row("cell of a code without a column", "0221         90 98 76");
    row("customer column", "Vorwahl 0221\nKunde        90 98 76");
}

void TestAreaCodes::doNotBelong()
{
    QFETCH(QString, e164);
    QFETCH(QString, paper);
    QFETCH(Verdict, verdict);
    const Evidence evidence = found(number(e164), paper);
    QVERIFY2(evidence.verdict == verdict, qPrintable(verdictKey(evidence.verdict) + u' ' + evidence.found));
    QVERIFY(evidence.value != e164);
}

/// A digit off is another number, be it in two parts.
void TestAreaCodes::misprint()
{
    const Evidence evidence = found(cologne(), u"Vorwahl 0221\n90 98 79"_s);
    QCOMPARE(evidence.verdict, Verdict::Differs);
    QCOMPARE(evidence.found, u"0221 90 98 79"_s);
    const QList<Evidence> both = evidenceOf({cologne(), number(u"+49221909879"_s)}, {typedPage({u"Vorwahl 0221"_s, u"90 98 79"_s})});
    QCOMPARE(both.at(0).verdict, Verdict::NotShown); // it is the other number
    QCOMPARE(both.at(1).verdict, Verdict::Match);
}

/// The picture is compared box by box: what stands between the code and the number must not lie in one.
void TestAreaCodes::codeBeforeOthersHasItsOwnBox()
{
    const Evidence evidence = found(number(u"+49221909877"_s), u"Vorwahl 0221: 90 98 76, 90 98 77"_s);
    QCOMPARE(evidence.boxes.size(), 2);
    QVERIFY(!evidence.boxes.first().intersects(evidence.boxes.last()));
    QVERIFY(qAbs(evidence.boxes.last().left() - (40 + 24 * 6) / 595.0) < 1e-9);
}

void TestAreaCodes::unsureCodeOfScan()
{
    PageReading page = typedPage({u"Vorwahl 0221"_s, u"90 98 76"_s}, TextSource::Ocr, 0.9f);
    QCOMPARE(evidenceOf({cologne()}, {page}).first().verdict, Verdict::Match);
    page.words[1].confidence = 0.6f;
    QCOMPARE(evidenceOf({cologne()}, {page}).first().verdict, Verdict::NotShown);
}

void TestAreaCodes::otherPage()
{
    const QList<PageReading> pages{typedPage({u"Vorwahl 0221"_s}), typedPage({u"Rufnummer 90 98 76"_s})};
    const Evidence evidence = evidenceOf({cologne()}, pages).first();
    QCOMPARE(evidence.verdict, Verdict::NotShown);
    QCOMPARE(evidence.page, 1);
}

void TestAreaCodes::localPartIsSaid()
{
    const Evidence bare = found(cologne(), u"Rufnummer 90 98 76"_s);
    QCOMPARE(bare.verdict, Verdict::NotShown);
    QCOMPARE(bare.found, u"90 98 76"_s);
    QCOMPARE(bare.page, 0);
    QCOMPARE(bare.boxes.size(), 1);
    QCOMPARE(bare.remark, u"The local part 90 98 76 is shown, without the area code."_s);
    QCOMPARE(found(cologne(), u"Vorwahl 089\n90 98 76"_s).remark, u"The local part 90 98 76 is shown, with the area code 089."_s);
    QCOMPARE(found(cologne(), u"Rechnungsnr. 909876"_s).remark, QString());
    QCOMPARE(found(cologne(), u"Rechnung 4711 vom Oktober"_s).page, -1);
}

QTEST_GUILESS_MAIN(TestAreaCodes)
#include "tst_areacodes.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberparser.h"
#include "tests/kit/numberlists.h"

#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// The ways people write ranges and blocks of direct dialling, in a field of their own and in running text.
class TestRangeNotations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void remarks_data();
    void remarks();
    void listsEndings_data();
    void listsEndings();
    void leavesSingleNumbersAlone_data();
    void leavesSingleNumbersAlone();
    void findsStretches_data();
    void findsStretches();
};

void TestRangeNotations::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const QString &text, const QString &country, const QString &first, const QString &last, int count) {
        QTest::newRow(name) << text << country << first << last << count;
    };
    // Two whole numbers and a word or mark between them.
    row("up to", u"020 7946 0100 up to 0109"_s, u"GB"_s, u"+442079460100"_s, u"+442079460109"_s, 10);
    row("thru", u"(415) 555-2600 thru 2649"_s, u"US"_s, u"+14155552600"_s, u"+14155552649"_s, 50);
    row("bis einschliesslich", u"030 12345610 bis einschlie\u00DFlich 19"_s, u"DE"_s, u"+493012345610"_s, u"+493012345619"_s, 10);
    row("bis zu", u"030 12345610 bis zu 19"_s, u"DE"_s, u"+493012345610"_s, u"+493012345619"_s, 10);
    row("Spanish al", u"912 34 56 00 al 09"_s, u"ES"_s, u"+34912345600"_s, u"+34912345609"_s, 10);
    row("Spanish hasta", u"912 34 56 00 hasta 912 34 56 09"_s, u"ES"_s, u"+34912345600"_s, u"+34912345609"_s, 10);
    row("Italian al", u"02 12345610 al 19"_s, u"IT"_s, u"+390212345610"_s, u"+390212345619"_s, 10);
    row("Italian fino a", u"02 12345610 fino a 19"_s, u"IT"_s, u"+390212345610"_s, u"+390212345619"_s, 10);
    row("French a, whole numbers", u"01 99 00 12 00 \u00E0 01 99 00 12 49"_s, u"FR"_s, u"+33199001200"_s, u"+33199001249"_s, 50);
    row("French jusqu'au", u"01 99 00 12 00 jusqu'au 09"_s, u"FR"_s, u"+33199001200"_s, u"+33199001209"_s, 10);
    row("Dutch tot en met", u"010 1234560 tot en met 69"_s, u"NL"_s, u"+31101234560"_s, u"+31101234569"_s, 10);
    row("Swedish till", u"08-123 456 00 till 09"_s, u"SE"_s, u"+46812345600"_s, u"+46812345609"_s, 10);
    row("Polish do", u"22 123 45 00 do 22 123 45 99"_s, u"PL"_s, u"+48221234500"_s, u"+48221234599"_s, 100);
    row("Russian do", u"8 (495) 123-45-00 \u0434\u043E 8 (495) 123-45-09"_s, u"RU"_s, u"+74951234500"_s, u"+74951234509"_s, 10);
    row("Chinese", u"03-1234-5600\u81F35609"_s, u"JP"_s, u"+81312345600"_s, u"+81312345609"_s, 10);
    row("Japanese", u"03-1234-5600\u304B\u30895609"_s, u"JP"_s, u"+81312345600"_s, u"+81312345609"_s, 10);
    row("arrow", u"415-555-2600 -> 2609"_s, u"US"_s, u"+14155552600"_s, u"+14155552609"_s, 10);
    row("real arrow", u"415-555-2600 \u2192 2609"_s, u"US"_s, u"+14155552600"_s, u"+14155552609"_s, 10);
    row("two hyphens", u"08-123 456 00--99"_s, u"SE"_s, u"+46812345600"_s, u"+46812345699"_s, 100);
    row("two dots with blanks", u"044 123 45 00 .. 99"_s, u"CH"_s, u"+41441234500"_s, u"+41441234599"_s, 100);
    row("trunk zero in brackets", u"+44 (0)20 7946 0100-0119"_s, u"GB"_s, u"+442079460100"_s, u"+442079460119"_s, 20);
    row("digits repeated before the ending", u"01 99 00 12 00 - 1299"_s, u"FR"_s, u"+33199001200"_s, u"+33199001299"_s, 100);
    row("local part again, grouped", u"030 1234 5610 - 1234 5619"_s, u"DE"_s, u"+493012345610"_s, u"+493012345619"_s, 10);
    // Brackets round the endings.
    row("square brackets", u"+49 30 1234[00-99]"_s, QString(), u"+4930123400"_s, u"+4930123499"_s, 100);
    row("one digit in square brackets", u"+49 30 123450[0-9]"_s, QString(), u"+49301234500"_s, u"+49301234509"_s, 10);
    row("round brackets", u"+49 30 1234 (00-99)"_s, QString(), u"+4930123400"_s, u"+4930123499"_s, 100);
    row("curly brackets and dots", u"+49 30 12345{00..99}"_s, QString(), u"+49301234500"_s, u"+49301234599"_s, 100);
    // Blocks of direct dialling with the number of the switchboard, "-0".
    row("block -0 bis -99", u"+49 30 1234-0 bis -99"_s, QString(), u"+4930123400"_s, u"+4930123499"_s, 100);
    row("block, national", u"030 1234-0 bis -99"_s, u"DE"_s, u"+4930123400"_s, u"+4930123499"_s, 100);
    row("block that does not end in nines", u"030 1234-0 bis -49"_s, u"DE"_s, u"+4930123400"_s, u"+4930123449"_s, 50);
    row("block of a thousand", u"030 1234-0 bis -999"_s, u"DE"_s, u"+49301234000"_s, u"+49301234999"_s, 1000);
    row("block in dots", u"030 1234-0..99"_s, u"DE"_s, u"+4930123400"_s, u"+4930123499"_s, 100);
    row("block 0..99 behind a blank", u"+49 30 1234 0..99"_s, QString(), u"+4930123400"_s, u"+4930123499"_s, 100);
    row("block with an ellipsis", u"+49 30 12345 0\u202699"_s, QString(), u"+49301234500"_s, u"+49301234599"_s, 100);
    row("block, local part again", u"+49 (0)30 1234-0 bis 1234-99"_s, u"DE"_s, u"+4930123400"_s, u"+4930123499"_s, 100);
    row("block, whole number again", u"+49 30 1234-0 bis +49 30 1234-99"_s, QString(), u"+4930123400"_s, u"+4930123499"_s, 100);
    row("block, national number again", u"030 1234-0 - 030 1234-99"_s, u"DE"_s, u"+4930123400"_s, u"+4930123499"_s, 100);
    row("endings of two digits", u"030 1234-00 - 99"_s, u"DE"_s, u"+4930123400"_s, u"+4930123499"_s, 100);
    row("endings of one digit", u"030 1234-0 bis -9"_s, u"DE"_s, u"+493012340"_s, u"+493012349"_s, 10);
    row("endings from ten", u"030 1234-10 bis -19"_s, u"DE"_s, u"+4930123410"_s, u"+4930123419"_s, 10);
    row("00-99", u"030 12345 00-99"_s, u"DE"_s, u"+49301234500"_s, u"+49301234599"_s, 100);
    // Digits that stand as x.
    row("two x", u"+49 30 12345 XX"_s, QString(), u"+49301234500"_s, u"+49301234599"_s, 100);
    row("two x without a blank", u"+49 30 12345xx"_s, QString(), u"+49301234500"_s, u"+49301234599"_s, 100);
    row("one x", u"+4930123450x"_s, QString(), u"+49301234500"_s, u"+49301234509"_s, 10);
    row("two stars", u"030 12345 **"_s, u"DE"_s, u"+49301234500"_s, u"+49301234599"_s, 100);
    row("question marks", u"030 12345??"_s, u"DE"_s, u"+49301234500"_s, u"+49301234599"_s, 100);
    row("GB", u"020 7946 01xx"_s, u"GB"_s, u"+442079460100"_s, u"+442079460199"_s, 100);
    row("US", u"415-555-26xx"_s, u"US"_s, u"+14155552600"_s, u"+14155552699"_s, 100);
}

void TestRangeNotations::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, country);
    QFETCH(QString, first);
    QFETCH(QString, last);
    const auto range = expandRange(text, country);
    QVERIFY2(range.ok(), range.ok() ? "" : qPrintable(range.error().message));
    QTEST(int(range->size()), "count");
    QCOMPARE(range->first().e164, first);
    QCOMPARE(range->last().e164, last);
    QVERIFY(looksLikeRange(text));
    // The same in a line of its own and in a sentence.
    for (const QString &line : {text, u"Please port "_s + text + u", thank you"_s}) {
        const ParsedNumbers parsed = parseNumbers(line, country);
        QCOMPARE(e164(parsed.numbers), e164(*range));
        QVERIFY(parsed.refused.isEmpty());
    }
}

void TestRangeNotations::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("100,000 numbers in x") << u"030 12345 xxxxx"_s << u"range.too-large"_s;
    QTest::newRow("a million numbers in x") << u"030 12345 xxxxxx"_s << u"range.too-large"_s;
    QTest::newRow("a block backwards") << u"030 1234-9 bis -0"_s << u"range.reversed"_s;
    QTest::newRow("only x") << u"xxxx"_s << u"number.impossible"_s;
    QTest::newRow("an area code and x") << u"030 xx"_s << u"number.impossible"_s;
    QTest::newRow("a country code and x") << u"+49 xxxx"_s << u"number.impossible"_s;
    QTest::newRow("x in the middle") << u"030 12x45678"_s << u"number.impossible"_s;
    QTest::newRow("extension behind x") << u"030 12345610 x204"_s << u"number.impossible"_s;
    QTest::newRow("brackets without a range") << u"030 1234[00]"_s << u"number.impossible"_s;
    QTest::newRow("too large in brackets") << u"+49 30 123[00000-99999]"_s << u"range.too-large"_s;
    QTest::newRow("nothing behind the word") << u"030 12345610 bis"_s << u"number.impossible"_s;
    QTest::newRow("letters behind the word") << u"030 12345610 bis heute"_s << u"number.impossible"_s;
    QTest::newRow("only stars") << u"***"_s << u"number.impossible"_s;
}

void TestRangeNotations::refuses()
{
    QFETCH(QString, text);
    const auto range = expandRange(text, u"DE"_s);
    QVERIFY(!range.ok());
    QTEST(range.error().detail, "code");
}

void TestRangeNotations::remarks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("remark");
    QTest::newRow("placeholders") << u"030 12345 xx"_s << u"placeholders"_s;
    QTest::newRow("block") << u"030 1234-0 bis -99"_s << u"block"_s;
    QTest::newRow("plain range") << u"030 12345610-19"_s << QString();
    QTest::newRow("brackets leave no doubt") << u"030 1234[00-99]"_s << QString();
    QTest::newRow("a number") << u"030 12345610"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestRangeNotations::remarks()
{
    QFETCH(QString, text);
    QTEST(rangeRemark(text, u"DE"_s), "remark");
}

void TestRangeNotations::listsEndings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("expected");
    QTest::newRow("four digits") << u"020 7946 0100/0101/0102"_s << u"GB"_s << u"+442079460100 +442079460101 +442079460102"_s;
    QTest::newRow("one digit") << u"020 7946 0100/1/2"_s << u"GB"_s << u"+442079460100 +442079460101 +442079460102"_s;
    QTest::newRow("two digits") << u"Tel 020 7946 0100/01"_s << u"GB"_s << u"+442079460100 +442079460101"_s;
    QTest::newRow("German") << u"030 12345610/11/12"_s << u"DE"_s << u"+493012345610 +493012345611 +493012345612"_s;
    QTest::newRow("slash behind the area code") << u"030/12345610/11"_s << u"DE"_s << u"+493012345610 +493012345611"_s;
    QTest::newRow("and another number") << u"030 12345610/11 oder 030 88888888"_s << u"DE"_s << u"+493012345610 +493012345611 +493088888888"_s;
}

void TestRangeNotations::listsEndings()
{
    QFETCH(QString, text);
    QFETCH(QString, country);
    const ParsedNumbers parsed = parseNumbers(text, country);
    QTEST(e164(parsed.numbers).join(u' '), "expected");
    QVERIFY(parsed.refused.isEmpty());
}

void TestRangeNotations::leavesSingleNumbersAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("expected");
    QTest::newRow("extension") << u"020 7946 0100 x204"_s << u"GB"_s << u"+442079460100"_s;
    QTest::newRow("footnote in a sentence") << u"030 12345678* (nur abends)"_s << u"DE"_s << u"+493012345678"_s;
    QTest::newRow("a question") << u"Is it 030 12345678?"_s << u"DE"_s << u"+493012345678"_s;
    QTest::newRow("old slash") << u"040 12345/67"_s << u"DE"_s << u"+49401234567"_s;
    QTest::newRow("area code and slash") << u"030/12345678"_s << u"DE"_s << u"+493012345678"_s;
    QTest::newRow("switchboard") << u"030 23125-0"_s << u"DE"_s << u"+4930231250"_s;
    QTest::newRow("area in brackets") << u"(020) 7946 0100"_s << u"GB"_s << u"+442079460100"_s;
    QTest::newRow("slash between whole numbers") << u"030 12345610 / 030 12345611"_s << u"DE"_s << u"+493012345610 +493012345611"_s;
    QTest::newRow("two areas") << u"020 7946 0100 to 0161 496 0199"_s << u"GB"_s << u"+442079460100 +441614960199"_s;
}

void TestRangeNotations::leavesSingleNumbersAlone()
{
    QFETCH(QString, text);
    QFETCH(QString, country);
    QTEST(e164(parseNumbers(text, country).numbers).join(u' '), "expected");
}

void TestRangeNotations::findsStretches_data()
{
    QTest::addColumn<QString>("numbers");
    QTest::addColumn<QString>("stretches");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("one") << u"+493012345610"_s << u"+493012345610..+493012345610:1"_s;
    QTest::newRow("out of order and twice") << u"+493012345612 +493012345610 +493012345611 +493012345610"_s << u"+493012345610..+493012345612:3"_s;
    QTest::newRow("a gap") << u"+493012345610 +493012345611 +493012345613"_s << u"+493012345610..+493012345611:2 +493012345613..+493012345613:1"_s;
    QTest::newRow("another length") << u"+4930123499 +49301235000"_s << u"+4930123499..+4930123499:1 +49301235000..+49301235000:1"_s;
    QTest::newRow("a carry") << u"+4930123499 +4930123500"_s << u"+4930123499..+4930123500:2"_s;
}

void TestRangeNotations::findsStretches()
{
    QFETCH(QString, numbers);
    QStringList found;
    for (const NumberStretch &stretch : stretchesOf(numbers.split(u' ', Qt::SkipEmptyParts)))
        found << u"%1..%2:%3"_s.arg(stretch.first, stretch.last).arg(stretch.count);
    QTEST(found.join(u' '), "stretches");
}

QTEST_GUILESS_MAIN(TestRangeNotations)
#include "tst_rangenotations.moc"

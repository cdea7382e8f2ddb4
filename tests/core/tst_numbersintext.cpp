// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberparser.h"
#include "tests/kit/numberlists.h"

#include <QSet>
#include <QTest>
#include <QtConcurrent>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// Numbers found in what people paste: lists, sentences, sheets, bills.
class TestNumbersInText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsText_data();
    void readsText();
    void refusesInText_data();
    void refusesInText();
    void marksDuplicates();
    void keepsWhatWasWritten();
    void readsABill();
    void readsManyLinesAndCanStop();
    void survivesStrangeText_data();
    void survivesStrangeText();
    void isThreadSafe();
};

void TestNumbersInText::readsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &country, const QString &expected) {
        QTest::newRow(name) << text << country << expected;
    };
    row("one a line", u"+49 30 12345610\n030 12345611\r\n 030/12345612 \r\n\n"_s, u"DE"_s, u"+493012345610 +493012345611 +493012345612"_s);
    row("commas", u"030 12345610, 030 12345611,030 12345612"_s, u"DE"_s, u"+493012345610 +493012345611 +493012345612"_s);
    row("semicolons, not extensions", u"030 12345610;030 12345611"_s, u"DE"_s, u"+493012345610 +493012345611"_s);
    row("a comma and few digits is no extension", u"030 12345610, 030 12345"_s, u"DE"_s, u"+493012345610 +493012345"_s);
    row("slash between", u"030 12345610 / 030 12345611"_s, u"DE"_s, u"+493012345610 +493012345611"_s);
    row("tabs of a sheet", u"hq\t+49 30 12345610\tBerlin\t10827"_s, u"DE"_s, u"+493012345610"_s);
    row("CSV row", u"+493012345610;hq;Anna Miller"_s, u"DE"_s, u"+493012345610"_s);
    row("in a sentence", u"Please port 020 7946 0100 and 020 7946 0101 for us."_s, u"GB"_s, u"+442079460100 +442079460101"_s);
    row("order of the text", u"First 030 99999999, then 030 12345610-12, then 030 88888888"_s, u"DE"_s,
        u"+493099999999 +493012345610 +493012345611 +493012345612 +493088888888"_s);
    row("two countries with a dash", u"+49 30 12345610 - +44 20 7946 0100"_s, u"DE"_s, u"+493012345610 +442079460100"_s);
    row("two areas with a dash", u"020 7946 0100 \u2013 0161 496 0100"_s, u"GB"_s, u"+442079460100 +441614960100"_s);
    row("en dash inside a number", u"(415) 555\u20132671"_s, u"US"_s, u"+14155552671"_s);
    row("date alone", u"23.11.2026"_s, u"DE"_s, QString());
    row("date in ISO", u"2026-11-23"_s, u"DE"_s, QString());
    row("period", u"Abrechnung 01.10.2026 - 31.10.2026"_s, u"DE"_s, QString());
    row("money beside a number", u"030/12345678 12,50 EUR"_s, u"DE"_s, u"+493012345678"_s);
    row("money", u"Total 1.234.567,89 EUR"_s, u"DE"_s, QString());
    row("bank account", u"IBAN DE89 3704 0044 0532 0130 00"_s, u"DE"_s, QString());
    row("house number and postcode", u"Hauptstra\u00DFe 5, 10827 Berlin"_s, u"DE"_s, QString());
    row("accents before a number", u"T\u00E9l\u00E9phone \u00E0 joindre : 01 99 00 12 34"_s, u"FR"_s, u"+33199001234"_s);
    row("Hebrew around it", u"\u05D8\u05DC\u05E4\u05D5\u05DF: +49 30 12345678"_s, QString(), u"+493012345678"_s);
    row("new range with a plus in a sentence", u"New line +1 436 234 5678 for Cleveland"_s, u"US"_s, u"+14362345678"_s);
    row("page number", u"17"_s, u"DE"_s, QString());
    row("extension written out", u"020 7946 0100;ext=5"_s, u"GB"_s, u"+442079460100"_s);
}

void TestNumbersInText::readsText()
{
    QFETCH(QString, text);
    QFETCH(QString, country);
    const ParsedNumbers parsed = parseNumbers(text, country);
    QTEST(e164(parsed.numbers).join(u' '), "expected");
    QVERIFY2(parsed.refused.isEmpty(), parsed.refused.isEmpty() ? "" : qPrintable(parsed.refused.first().input));
}

void TestNumbersInText::refusesInText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("code");
    QTest::newRow("possible, outside the known ranges") << u"Call 07700 900123 today"_s << u"07700 900123"_s << u"number.invalid"_s;
    QTest::newRow("too long") << u"Account 4471 2345 6789 0123 of yours"_s << u"4471 2345 6789 0123"_s << u"number.impossible"_s;
    QTest::newRow("too short") << u"Call +44 20 79 today"_s << u"+44 20 79"_s << u"number.impossible"_s;
    QTest::newRow("far too short, with its country code") << u"Call +44 20 7 today"_s << u"+44 20 7"_s << u"number.impossible"_s;
    QTest::newRow("too short beside a number's words") << u"Fax: +44 1"_s << u"+44 1"_s << u"number.impossible"_s;
    QTest::newRow("a plus and an age") << u"for people of +65"_s << QString() << QString();
    QTest::newRow("customer number") << u"Customer no. 123456"_s << u"123456"_s << u"number.impossible"_s;
    QTest::newRow("year") << u"since 2019"_s << QString() << QString();
}

void TestNumbersInText::refusesInText()
{
    QFETCH(QString, text);
    QFETCH(QString, input);
    const ParsedNumbers parsed = parseNumbers(text, u"GB"_s);
    QVERIFY(parsed.numbers.isEmpty());
    QCOMPARE(parsed.refused.size(), input.isEmpty() ? 0 : 1);
    if (input.isEmpty())
        return;
    QCOMPARE(parsed.refused.first().input, input);
    QTEST(parsed.refused.first().code, "code");
    QCOMPARE(parsed.refused.first().line, 1);
}

void TestNumbersInText::marksDuplicates()
{
    const ParsedNumbers parsed = parseNumbers(u"+49 30 12345610\n030 12345611\n030/12345610\nxx\n030 12345610-12"_s, u"DE"_s);
    QStringList duplicates;
    for (const PhoneNumber &number : parsed.numbers) {
        if (number.duplicate)
            duplicates.append(number.input);
    }
    QCOMPARE(parsed.numbers.size(), 6);
    QCOMPARE(duplicates, (QStringList{u"030/12345610"_s, u"030 12345610-12"_s, u"030 12345610-12"_s}));
}

void TestNumbersInText::keepsWhatWasWritten()
{
    const ParsedNumbers parsed = parseNumbers(u"Ext. \u0660\u0663\u0660 12345678 \u00E9t\u00E9, (030) 12345679"_s, u"DE"_s);
    QCOMPARE(parsed.numbers.size(), 2);
    QCOMPARE(parsed.numbers.at(0).input, u"\u0660\u0663\u0660 12345678"_s);
    QCOMPARE(parsed.numbers.at(1).input, u"(030) 12345679"_s);
    const ParsedNumbers wrong = parseNumbers(u" +49 30 23 \n"_s, u"DE"_s);
    QCOMPARE(wrong.numbers.size(), 1);
    QCOMPARE(wrong.numbers.first().input, u"+49 30 23"_s);
    QCOMPARE(wrong.numbers.first().reason, u"too-short"_s);
}

void TestNumbersInText::readsABill()
{
    const QString bill = u"Example Telecom GmbH                       Rechnung 2026-10-31\n"
                         "Kundennummer 4711-22                       Seite 1 von 3\n"
                         "Rechnungszeitraum 01.10.2026 - 31.10.2026\n"
                         "Anschluss 030 12345600                     29,95 EUR\n"
                         "Durchwahlen 030 12345610 bis 19            9,95 EUR\n"
                         "Mobil +49\u00A0152 28817386                12,00 EUR\n"
                         "IBAN DE89 3704 0044 0532 0130 00\n"
                         "Gesamt 51,90 EUR\n"_s;
    const ParsedNumbers parsed = parseNumbers(bill, u"DE"_s);
    QCOMPARE(parsed.numbers.size(), 12);
    QCOMPARE(parsed.refused.size(), 1); // the customer number could be one, and is left to the reader
    QCOMPARE(parsed.refused.first().input, u"4711-22"_s);
    QCOMPARE(parsed.numbers.first().e164, u"+493012345600"_s);
    QCOMPARE(parsed.numbers.at(10).e164, u"+493012345619"_s);
    QCOMPARE(parsed.numbers.last().e164, u"+4915228817386"_s);
}

void TestNumbersInText::readsManyLinesAndCanStop()
{
    QString text;
    for (int i = 0; i < 2000; ++i)
        text += u"+49 30 1%1\n"_s.arg(i, 7, 10, QChar(u'0'));
    int calls = 0;
    int total = 0;
    QCOMPARE(parseNumbers(text, QString(), [&](int, int lines) { ++calls; total = lines; return true; }).numbers.size(), 2000);
    QVERIFY(calls > 5);
    QCOMPARE(total, 2001);
    const ParsedNumbers stopped = parseNumbers(text, QString(), [](int done, int) { return done < 1000; });
    QCOMPARE(stopped.numbers.size(), 1000);
    QString oneLine = text;
    oneLine.replace(u'\n', u' ');
    QCOMPARE(parseNumbers(oneLine.left(20'000) + u" end"_s, QString()).numbers.size() > 1000, true);
}

void TestNumbersInText::survivesStrangeText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blank lines") << u"\n\n \r\n"_s;
    QTest::newRow("half a surrogate pair") << QString(QChar(0xD835)) + u"030 12"_s;
    QTest::newRow("digits without end") << QString(50'000, u'7');
    QTest::newRow("hyphens without end") << QString(50'000, u'-');
    QTest::newRow("brackets without end") << QString(20'000, u'(');
    QTest::newRow("digits and hyphens") << u"1-2 - "_s.repeated(5'000);
    QTest::newRow("digits and dots") << u"1.. "_s.repeated(5'000);
    QTest::newRow("letters without end") << QString(50'000, u'x');
    QTest::newRow("pluses") << u"+1+2+3+4"_s.repeated(1'000);
    QTest::newRow("null characters") << QString(1'000, QChar(0));
}

void TestNumbersInText::survivesStrangeText()
{
    QFETCH(QString, text);
    const ParsedNumbers parsed = parseNumbers(text, u"DE"_s);
    for (const PhoneNumber &number : parsed.numbers)
        QVERIFY(!number.input.isEmpty());
    (void)expandRange(text.left(2'000), u"DE"_s);
    (void)PortDesk::looksLikeRange(text.left(2'000));
}

void TestNumbersInText::isThreadSafe()
{
    const QStringList texts(200, u"030 12345610-19, +44 20 7946 0100"_s);
    const auto counts = QtConcurrent::blockingMapped<QList<int>>(texts, [](const QString &text) { return int(parseNumbers(text, u"DE"_s).numbers.size()); });
    QCOMPARE(QSet<int>(counts.cbegin(), counts.cend()), QSet<int>{11});
}

QTEST_GUILESS_MAIN(TestNumbersInText)
#include "tst_numbersintext.moc"

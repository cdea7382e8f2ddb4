// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberparser.h"
#include "tests/kit/numberlists.h"

#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

class TestNumbers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typesHaveWords();
    void readsOneNumber_data();
    void readsOneNumber();
    void saysWhyNot_data();
    void saysWhyNot();
    void formats();
    void knowsTheCountryOfANewRange();
    void readsEveryExample();
    void expandsRanges_data();
    void expandsRanges();
    void refusesRanges_data();
    void refusesRanges();
    void looksLikeRange_data();
    void looksLikeRange();
};

void TestNumbers::typesHaveWords()
{
    const QStringList keys = u"geographic national mobile tollFree sharedCost premium voip unknown"_s.split(u' ');
    for (const QString &key : keys) {
        QCOMPARE(numberTypeKey(numberTypeFromKey(key)), key);
        QVERIFY(!numberTypeText(numberTypeFromKey(key)).isEmpty());
    }
    QCOMPARE(numberTypeFromKey(u"TollFree"_s), NumberType::Unknown);
    QCOMPARE(numberTypeText(NumberType::TollFree), u"toll-free"_s);
}

void TestNumbers::readsOneNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("e164");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *name, const QString &text, const QString &country, const QString &number, const QString &found, const QString &type) {
        QTest::newRow(name) << text << country << number << found << type;
    };
    row("US local", u"(415) 555-2671"_s, u"US"_s, u"+14155552671"_s, u"US"_s, u"geographic"_s);
    row("US with trunk digit", u"1-415-555-2671"_s, u"US"_s, u"+14155552671"_s, u"US"_s, u"geographic"_s);
    row("US toll-free", u"800-555-0199"_s, u"US"_s, u"+18005550199"_s, u"US"_s, u"tollFree"_s);
    row("US vanity", u"1-800-FLOWERS"_s, u"US"_s, u"+18003569377"_s, u"US"_s, u"tollFree"_s);
    row("CA local from the US", u"416 555 0134"_s, u"US"_s, u"+14165550134"_s, u"CA"_s, u"geographic"_s);
    row("GB local", u"020 7946 0100"_s, u"GB"_s, u"+442079460100"_s, u"GB"_s, u"geographic"_s);
    row("GB with trunk zero in brackets", u"+44 (0)161 496 0100"_s, QString(), u"+441614960100"_s, u"GB"_s, u"geographic"_s);
    row("GB national 03", u"0300 123 1100"_s, u"GB"_s, u"+443001231100"_s, u"GB"_s, u"national"_s);
    row("GB mobile", u"07400 123456"_s, u"GB"_s, u"+447400123456"_s, u"GB"_s, u"mobile"_s);
    row("IE local", u"01 234 5678"_s, u"IE"_s, u"+35312345678"_s, u"IE"_s, u"geographic"_s);
    row("DE local with slash", u"030/12345678"_s, u"DE"_s, u"+493012345678"_s, u"DE"_s, u"geographic"_s);
    row("DE with extension hyphen", u"030 23125-0"_s, u"DE"_s, u"+4930231250"_s, u"DE"_s, u"geographic"_s);
    row("DE international prefix 00", u"0049 30 12345678"_s, u"DE"_s, u"+493012345678"_s, u"DE"_s, u"geographic"_s);
    row("DE national subscriber number", u"032 221234567"_s, u"DE"_s, u"+4932221234567"_s, u"DE"_s, u"national"_s);
    row("JM exchange 555", u"876 555 0123"_s, u"JM"_s, u"+18765550123"_s, u"JM"_s, u"geographic"_s);
    row("JM mobile", u"876 550 0123"_s, u"JM"_s, u"+18765500123"_s, u"JM"_s, u"mobile"_s);
    row("DE mobile", u"0152 28817386"_s, u"DE"_s, u"+4915228817386"_s, u"DE"_s, u"mobile"_s);
    row("DE toll-free", u"0800 1234567"_s, u"DE"_s, u"+498001234567"_s, u"DE"_s, u"tollFree"_s);
    row("FR in dots", u"01.99.00.12.34"_s, u"FR"_s, u"+33199001234"_s, u"FR"_s, u"geographic"_s);
    row("FR VoIP", u"09 70 12 34 56"_s, u"FR"_s, u"+33970123456"_s, u"FR"_s, u"voip"_s);
    row("ES local", u"912 34 56 78"_s, u"ES"_s, u"+34912345678"_s, u"ES"_s, u"geographic"_s);
    row("ES shared cost", u"901 123 456"_s, u"ES"_s, u"+34901123456"_s, u"ES"_s, u"sharedCost"_s);
    row("IT keeps its zero", u"02 1234 5678"_s, u"IT"_s, u"+390212345678"_s, u"IT"_s, u"geographic"_s);
    row("NL local", u"010-1234567"_s, u"NL"_s, u"+31101234567"_s, u"NL"_s, u"geographic"_s);
    row("NL company number", u"088 123 4567"_s, u"NL"_s, u"+31881234567"_s, u"NL"_s, u"national"_s);
    row("premium rate", u"0900 1234567"_s, u"DE"_s, u"+499001234567"_s, u"DE"_s, u"premium"_s);
    row("international toll-free belongs to no country", u"+800 1234 5678"_s, QString(), u"+80012345678"_s, QString(), u"tollFree"_s);
    row("Arabic digits", u"\u0660\u0663\u0660 \u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668"_s, u"DE"_s, u"+493012345678"_s, u"DE"_s, u"geographic"_s);
    row("Devanagari digits", u"\u0966\u0969\u0966 \u0967\u0968\u0969\u096A\u096B\u096C\u096D\u096E"_s, u"DE"_s, u"+493012345678"_s, u"DE"_s, u"geographic"_s);
    row("full-width", u"\uFF0B\uFF14\uFF19 \uFF13\uFF10 12345678"_s, QString(), u"+493012345678"_s, u"DE"_s, u"geographic"_s);
    row("mathematical digits", u"030 \U0001D7CF\U0001D7D0\U0001D7D1\U0001D7D2\U0001D7D3\U0001D7D4\U0001D7D5\U0001D7D6"_s, u"DE"_s, u"+493012345678"_s, u"DE"_s,
        u"geographic"_s);
    row("no-break spaces", u"030\u00A0123\u202F45678"_s, u"DE"_s, u"+493012345678"_s, u"DE"_s, u"geographic"_s);
    row("direction marks", u"\u202A+49 30 12345678\u202C"_s, QString(), u"+493012345678"_s, u"DE"_s, u"geographic"_s);
    row("control characters", u"+49\u0007 30 12345678\u0000"_s, QString(), u"+493012345678"_s, u"DE"_s, u"geographic"_s);
    row("typographic hyphens", u"415\u2011555\u20102671"_s, u"US"_s, u"+14155552671"_s, u"US"_s, u"geographic"_s);
    row("extension is left out", u"020 7946 0100 ext. 204"_s, u"GB"_s, u"+442079460100"_s, u"GB"_s, u"geographic"_s);
    row("country in small letters", u"030 12345678"_s, u"de"_s, u"+493012345678"_s, u"DE"_s, u"geographic"_s);
}

void TestNumbers::readsOneNumber()
{
    QFETCH(QString, text);
    QFETCH(QString, country);
    const PhoneNumber number = parseNumber(text, country);
    QTEST(number.e164, "e164");
    QTEST(number.country, "found");
    QTEST(numberTypeKey(number.type), "type");
    QVERIFY(number.valid);
    QVERIFY(number.possible);
    QCOMPARE(number.reason, QString());
    const ParsedNumbers parsed = parseNumbers(text, country);
    QCOMPARE(e164(parsed.numbers), QStringList{number.e164});
    QVERIFY(parsed.refused.isEmpty());
}

void TestNumbers::saysWhyNot_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("possible");
    QTest::newRow("too short with country code") << u"+49 30 23"_s << QString() << u"too-short"_s << false;
    QTest::newRow("too short") << u"12345"_s << u"US"_s << u"too-short"_s << false;
    QTest::newRow("too long") << u"+44 20 7946 0100 123"_s << QString() << u"too-long"_s << false;
    QTest::newRow("local only") << u"555-2671"_s << u"US"_s << u"local-only"_s << false;
    QTest::newRow("no such country code") << u"+999 123 4567"_s << QString() << u"invalid-country-code"_s << false;
    QTest::newRow("no country known") << u"030 12345678"_s << QString() << u"invalid-country-code"_s << false;
    QTest::newRow("new range") << u"+1 436 234 5678"_s << QString() << u"unknown-range"_s << true;
    QTest::newRow("fiction range") << u"07700 900123"_s << u"GB"_s << u"unknown-range"_s << true;
    QTest::newRow("words") << u"none"_s << u"DE"_s << u"not-a-number"_s << false;
    QTest::newRow("empty") << QString() << u"DE"_s << u"not-a-number"_s << false;
    QTest::newRow("only a plus") << u"+"_s << u"DE"_s << u"not-a-number"_s << false;
    QTest::newRow("very long") << QString(300, u'1') << u"DE"_s << u"too-long"_s << false;
}

void TestNumbers::saysWhyNot()
{
    QFETCH(QString, text);
    QFETCH(QString, country);
    const PhoneNumber number = parseNumber(text, country);
    QTEST(number.reason, "reason");
    QTEST(number.possible, "possible");
    QVERIFY(!number.valid);
    QCOMPARE(number.type, NumberType::Unknown);
}

void TestNumbers::formats()
{
    const PhoneNumber number = parseNumber(u"+442079460100"_s, QString());
    QCOMPARE(number.national, u"020 7946 0100"_s);
    QCOMPARE(number.international, u"+44 20 7946 0100"_s);
    QCOMPARE(number.input, u"+442079460100"_s);
    QCOMPARE(callingCode(u"DE"_s), 49);
    QCOMPARE(callingCode(u"XX"_s), 0);
    QCOMPARE(callingCode(QString()), 0);
}

void TestNumbers::knowsTheCountryOfANewRange()
{
    QCOMPARE(parseNumber(u"+1 436 234 5678"_s, QString()).country, u"US"_s);
    QCOMPARE(parseNumber(u"+1 436 234 5678"_s, u"CA"_s).country, u"CA"_s);
    QCOMPARE(parseNumber(u"+1 436 234 5678"_s, u"DE"_s).country, u"US"_s);
}

void TestNumbers::readsEveryExample()
{
    int examples = 0;
    for (char16_t first = u'A'; first <= u'Z'; ++first) {
        for (char16_t second = u'A'; second <= u'Z'; ++second) {
            const QString country = QString(QChar(first)) + QChar(second);
            for (int type = 0; type < int(NumberType::Unknown); ++type) {
                const QString example = exampleNumber(country, NumberType(type));
                if (example.isEmpty())
                    continue;
                ++examples;
                const PhoneNumber number = parseNumber(example, QString());
                QVERIFY2(number.valid && number.possible && number.reason.isEmpty(), qPrintable(country + u' ' + example));
                QCOMPARE(number.e164, example);
                const ParsedNumbers text = parseNumbers(number.national, country);
                QVERIFY2(text.numbers.size() == 1 && text.numbers.first().e164 == example, qPrintable(country + u' ' + number.national));
            }
        }
    }
    QVERIFY2(examples > 1000, qPrintable(QString::number(examples)));
    QCOMPARE(exampleNumber(u"XX"_s, NumberType::Geographic), QString());
}

void TestNumbers::expandsRanges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const QString &text, const QString &country, const QString &first, const QString &last, int count) {
        QTest::newRow(name) << text << country << first << last << count;
    };
    row("hyphen and last digits", u"+49 30 12345610-19"_s, QString(), u"+493012345610"_s, u"+493012345619"_s, 10);
    row("E.164 and last digits", u"+493012345610-19"_s, QString(), u"+493012345610"_s, u"+493012345619"_s, 10);
    row("last digits grouped", u"+49 30 123456 10-19"_s, QString(), u"+493012345610"_s, u"+493012345619"_s, 10);
    row("three digits, en dash", u"030 23125 010\u2013019"_s, u"DE"_s, u"+493023125010"_s, u"+493023125019"_s, 10);
    row("spaced hyphen", u"020 7946 0100 - 0199"_s, u"GB"_s, u"+442079460100"_s, u"+442079460199"_s, 100);
    row("bare hyphen, four digits", u"020 7946 0100-0199"_s, u"GB"_s, u"+442079460100"_s, u"+442079460199"_s, 100);
    row("bis", u"030 12345610 bis 19"_s, u"DE"_s, u"+493012345610"_s, u"+493012345619"_s, 10);
    row("to", u"020 7946 0100 to 020 7946 0109"_s, u"GB"_s, u"+442079460100"_s, u"+442079460109"_s, 10);
    row("French a", u"01 99 00 12 10 \u00E0 19"_s, u"FR"_s, u"+33199001210"_s, u"+33199001219"_s, 10);
    row("Dutch t/m", u"010 1234560 t/m 69"_s, u"NL"_s, u"+31101234560"_s, u"+31101234569"_s, 10);
    row("two whole numbers", u"+49 30 12345610 - +49 30 12345619"_s, QString(), u"+493012345610"_s, u"+493012345619"_s, 10);
    row("two whole numbers, national", u"030 12345610 \u2013 030 12345619"_s, u"DE"_s, u"+493012345610"_s, u"+493012345619"_s, 10);
    row("second without country", u"+49 30 12345610 - 030 12345619"_s, QString(), u"+493012345610"_s, u"+493012345619"_s, 10);
    row("whole numbers, hyphens inside", u"+1-415-555-2600-+1-415-555-2609"_s, QString(), u"+14155552600"_s, u"+14155552609"_s, 10);
    row("local part again", u"030 12345610 - 12345619"_s, u"DE"_s, u"+493012345610"_s, u"+493012345619"_s, 10);
    row("ellipsis for what is the same", u"+49 30 123456 10 - \u2026 19"_s, QString(), u"+493012345610"_s, u"+493012345619"_s, 10);
    row("three dots for what is the same", u"+49 30 123456 10 - ... 19"_s, QString(), u"+493012345610"_s, u"+493012345619"_s, 10);
    row("dots between", u"030 12345610...19"_s, u"DE"_s, u"+493012345610"_s, u"+493012345619"_s, 10);
    row("Japanese wave dash", u"03-1234-5600\uFF5E5609"_s, u"JP"_s, u"+81312345600"_s, u"+81312345609"_s, 10);
    row("Italian zero kept", u"02 12345610 - 19"_s, u"IT"_s, u"+390212345610"_s, u"+390212345619"_s, 10);
    row("Arabic digits", u"\u0660\u0663\u0660 \u0661\u0662\u0663\u0664\u0665\u0666\u0661\u0660 - \u0661\u0669"_s, u"DE"_s, u"+493012345610"_s,
        u"+493012345619"_s, 10);
    row("one number", u"030 12345610 - 10"_s, u"DE"_s, u"+493012345610"_s, u"+493012345610"_s, 1);
    row("largest", u"+49 30 12340000 - 9999"_s, QString(), u"+493012340000"_s, u"+493012349999"_s, 10000);
    row("North America", u"415-555-2600 - 2609"_s, u"US"_s, u"+14155552600"_s, u"+14155552609"_s, 10);
}

void TestNumbers::expandsRanges()
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
    QCOMPARE(range->first().range, text.trimmed());
    // The same inside a sentence, and as a line of its own.
    for (const QString &line : {text, u"Numbers: "_s + text + u" (main site)"_s}) {
        const ParsedNumbers parsed = parseNumbers(line, country);
        QCOMPARE(e164(parsed.numbers), e164(*range));
        QVERIFY(parsed.refused.isEmpty());
    }
}

void TestNumbers::refusesRanges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("one too many") << u"+49 30 12340000 - +49 30 12350000"_s << u"range.too-large"_s;
    QTest::newRow("a million") << u"+49 30 1000000 - +49 30 2000000"_s << u"range.too-large"_s;
    QTest::newRow("all digits") << u"+49 30 00000000 - 99999999"_s << u"range.too-large"_s;
    QTest::newRow("reversed last digits") << u"+49 30 12345619 - 10"_s << u"range.reversed"_s;
    QTest::newRow("reversed whole numbers") << u"+49 30 12345619 - +49 30 12345610"_s << u"range.reversed"_s;
    QTest::newRow("two countries") << u"+49 30 12345610 - +44 20 7946 0100"_s << u"number.impossible"_s;
    QTest::newRow("two lengths") << u"+49 30 12345610 - +49 30 1234561900"_s << u"number.impossible"_s;
    QTest::newRow("no start") << u"12 - 19"_s << u"number.impossible"_s;
    QTest::newRow("no range") << u"+49 30 12345610"_s << u"number.impossible"_s;
    QTest::newRow("words") << u"from here to there"_s << u"number.impossible"_s;
    QTest::newRow("empty") << QString() << u"number.impossible"_s;
}

void TestNumbers::refusesRanges()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto range = expandRange(text, u"DE"_s);
    QVERIFY(!range.ok());
    QCOMPARE(range.error().code, Error::Code::Invalid);
    QCOMPARE(range.error().detail, code);
    QVERIFY(range.error().message.endsWith(u'.'));
    if (!code.startsWith(u"range."))
        return;
    const ParsedNumbers parsed = parseNumbers(u"one\n"_s + text, u"DE"_s);
    QCOMPARE(parsed.numbers.size(), 0);
    QCOMPARE(parsed.refused.size(), 1);
    QCOMPARE(parsed.refused.first().code, code);
    QCOMPARE(parsed.refused.first().input, text);
    QCOMPARE(parsed.refused.first().line, 2);
}

void TestNumbers::looksLikeRange_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    QTest::newRow("last digits") << u"+49 30 12345610-19"_s << true;
    QTest::newRow("words") << u"030 12345610 bis 19"_s << true;
    QTest::newRow("reversed is still meant as one") << u"030 12345619 - 10"_s << true;
    QTest::newRow("a number with hyphens") << u"415-555-2671"_s << false;
    QTest::newRow("extension") << u"030 23125-0"_s << false;
    QTest::newRow("number") << u"+49 30 12345610"_s << false;
    QTest::newRow("period of a bill") << u"01.10.2026 - 31.10.2026"_s << false;
    QTest::newRow("house numbers") << u"12 - 14"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestNumbers::looksLikeRange()
{
    QFETCH(QString, text);
    QTEST(PortDesk::looksLikeRange(text), "expected");
}

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"

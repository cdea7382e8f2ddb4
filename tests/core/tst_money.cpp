// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <QTest>

#include <limits>

using namespace PortDesk;
using namespace Qt::StringLiterals;

class TestMoney : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decimalsOfCurrencies_data();
    void decimalsOfCurrencies();
    void readsAndWrites_data();
    void readsAndWrites();
    void refuses_data();
    void refuses();
    void writesTheSmallestAmount();
};

void TestMoney::decimalsOfCurrencies_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<int>("decimals");
    QTest::newRow("yen has none") << u"JPY"_s << 0;
    QTest::newRow("euro has two") << u"EUR"_s << 2;
    QTest::newRow("Bahraini dinar has three") << u"BHD"_s << 3;
    QTest::newRow("Chilean unit of account has four") << u"CLF"_s << 4;
    QTest::newRow("last of the list") << u"ZWG"_s << 2;
    QTest::newRow("Caribbean guilder is new") << u"XCG"_s << 2;
    QTest::newRow("withdrawn") << u"DEM"_s << -1;
    QTest::newRow("small letters") << u"eur"_s << -1;
    QTest::newRow("empty") << QString() << -1;
    QTest::newRow("across two codes") << u"R U"_s << -1;
    QTest::newRow("several codes") << u"AED AFN"_s << -1;
    QTest::newRow("gold is no payment currency") << u"XAU"_s << -1;
}

void TestMoney::decimalsOfCurrencies()
{
    QFETCH(QString, currency);
    QTEST(currencyDecimals(currency), "decimals");
}

void TestMoney::readsAndWrites_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("written");
    QTest::newRow("two decimals") << u"12.50"_s << u"EUR"_s << qint64(1250) << u"12.50 EUR"_s;
    QTest::newRow("no decimals") << u"12"_s << u"EUR"_s << qint64(1200) << u"12.00 EUR"_s;
    QTest::newRow("one decimal") << u"12.5"_s << u"USD"_s << qint64(1250) << u"12.50 USD"_s;
    QTest::newRow("cents only") << u"0.05"_s << u"USD"_s << qint64(5) << u"0.05 USD"_s;
    QTest::newRow("yen") << u"1500"_s << u"JPY"_s << qint64(1500) << u"1500 JPY"_s;
    QTest::newRow("three decimals") << u"1.005"_s << u"KWD"_s << qint64(1005) << u"1.005 KWD"_s;
    QTest::newRow("negative, a credit") << u"-0.50"_s << u"EUR"_s << qint64(-50) << u"-0.50 EUR"_s;
    QTest::newRow("blanks around") << u" 7.00 "_s << u"GBP"_s << qint64(700) << u"7.00 GBP"_s;
    QTest::newRow("zero") << u"0"_s << u"GBP"_s << qint64(0) << u"0.00 GBP"_s;
    QTest::newRow("largest") << u"92233720368547758.07"_s << u"EUR"_s << std::numeric_limits<qint64>::max() << u"92233720368547758.07 EUR"_s;
}

void TestMoney::readsAndWrites()
{
    QFETCH(QString, amount);
    QFETCH(QString, currency);
    const auto money = parseMoney(amount, currency);
    QVERIFY2(money.ok(), money.ok() ? "" : qPrintable(money.error().message));
    QTEST(money->minor, "minor");
    QTEST(formatMoney(*money), "written");
    QCOMPARE(*parseMoney(formatAmount(*money), currency), *money);
}

void TestMoney::refuses_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("currency");
    QTest::newRow("unknown currency") << u"1"_s << u"ZZZ"_s;
    QTest::newRow("too many decimals") << u"1.005"_s << u"EUR"_s;
    QTest::newRow("decimals of yen") << u"1.5"_s << u"JPY"_s;
    QTest::newRow("comma") << u"1,50"_s << u"EUR"_s;
    QTest::newRow("grouping") << u"1 000"_s << u"EUR"_s;
    QTest::newRow("words") << u"ten"_s << u"EUR"_s;
    QTest::newRow("empty") << QString() << u"EUR"_s;
    QTest::newRow("point without decimals") << u"1."_s << u"EUR"_s;
    QTest::newRow("exponent") << u"1e3"_s << u"EUR"_s;
    QTest::newRow("Arabic digits") << u"\u0661\u0662"_s << u"EUR"_s;
    QTest::newRow("one above the largest") << u"92233720368547758.08"_s << u"EUR"_s;
}

void TestMoney::refuses()
{
    QFETCH(QString, amount);
    QFETCH(QString, currency);
    const auto money = parseMoney(amount, currency);
    QVERIFY(!money.ok());
    QCOMPARE(money.error().code, Error::Code::Invalid);
    QVERIFY(money.error().message.endsWith(u'.'));
}

void TestMoney::writesTheSmallestAmount()
{
    QCOMPARE(formatAmount({std::numeric_limits<qint64>::min(), u"EUR"_s}), u"-92233720368547758.08"_s);
}

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberdetails.h"
#include "core/numbers/numberparser.h"

#include <QFile>
#include <QTest>
#include <QtConcurrent>

using namespace PortDesk;
using namespace Qt::StringLiterals;

/// Where numbers belong, and who first held their ranges.
class TestNumberDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsAreas_data();
    void knowsAreas();
    void knowsRangeHolders_data();
    void knowsRangeHolders();
    void takesTheLongestPrefix_data();
    void takesTheLongestPrefix();
    void tablesAreSorted_data();
    void tablesAreSorted();
    void findsEveryLine();
    void isThreadSafe();
};

void TestNumberDetails::knowsAreas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("area");
    QTest::newRow("Berlin") << u"+49 30 12345678"_s << u"Berlin"_s;
    QTest::newRow("London") << u"+44 20 7946 0100"_s << u"London"_s;
    QTest::newRow("Manchester") << u"+44 161 496 0100"_s << u"Manchester"_s;
    QTest::newRow("Colorado, opened after 2022") << u"+1 983 234 5678"_s << u"Colorado"_s;
    QTest::newRow("a town in a state") << u"+1 201 200 1234"_s << u"Jersey City, NJ"_s;
    QTest::newRow("Tokyo") << u"+81 3-1234-5678"_s << u"Tokyo"_s;
    QTest::newRow("Lisbon") << u"+351 21 123 4567"_s << u"Lisbon"_s;
    QTest::newRow("with accents") << u"+1 418 253 1234"_s << u"Vall\u00E9e-Jonction, QC"_s;
    QTest::newRow("Brazil") << u"+55 11 2085 1234"_s << u"Guarulhos - SP"_s;
    QTest::newRow("a mobile number of Argentina") << u"+54 9 11 2345 6789"_s << u"Buenos Aires"_s;
    QTest::newRow("mobile") << u"+49 1522 8817386"_s << QString();
    QTest::newRow("toll-free") << u"+1 800 555 0199"_s << QString();
    QTest::newRow("international toll-free") << u"+800 1234 5678"_s << QString();
    QTest::newRow("no number") << u"+49 30 23"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestNumberDetails::knowsAreas()
{
    QFETCH(QString, text);
    QTEST(numberDetails(parseNumber(text, QString())).area, "area");
}

void TestNumberDetails::knowsRangeHolders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("holder");
    QTest::newRow("DE mobile") << u"+49 151 12345678"_s << u"T-Mobile"_s;
    QTest::newRow("another DE mobile") << u"+49 162 1234567"_s << u"Vodafone"_s;
    QTest::newRow("Bahamas") << u"+1 242 357 1234"_s << u"BaTelCo"_s;
    QTest::newRow("not listed") << u"+49 30 12345678"_s << QString();
    QTest::newRow("no number") << u"+49 15"_s << QString();
}

void TestNumberDetails::knowsRangeHolders()
{
    QFETCH(QString, text);
    QTEST(numberDetails(parseNumber(text, QString())).rangeHolder, "holder");
}

void TestNumberDetails::takesTheLongestPrefix_data()
{
    QTest::addColumn<QByteArray>("digits");
    QTest::addColumn<QString>("value");
    QTest::newRow("longest") << QByteArray("4930123") << u"Mitte"_s;
    QTest::newRow("shorter") << QByteArray("4930999") << u"Berlin"_s;
    QTest::newRow("first line") << QByteArray("120") << u"One"_s;
    QTest::newRow("last line") << QByteArray("9988") << u"Last"_s;
    QTest::newRow("part of a prefix") << QByteArray("49") << QString();
    QTest::newRow("none") << QByteArray("555") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("no digits") << QByteArray("#") << QString();
}

void TestNumberDetails::takesTheLongestPrefix()
{
    QFETCH(QByteArray, digits);
    QTEST(longestPrefix("1\tOne\n4930\tBerlin\n49301\tMitte\n4940\tHamburg\n998\tLast\n", digits), "value");
    QCOMPARE(longestPrefix({}, digits), QString());
}

void TestNumberDetails::tablesAreSorted_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("areas") << u"areas.txt"_s << 130'000;
    QTest::newRow("range holders") << u"rangeholders.txt"_s << 28'000;
}

void TestNumberDetails::tablesAreSorted()
{
    QFETCH(QString, name);
    QFETCH(int, atLeast);
    QFile file(u":/portdesk/numbers/"_s + name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray before;
    int lines = 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.isEmpty())
            continue;
        const QByteArray prefix = line.first(line.indexOf('\t'));
        QVERIFY2(before < line && prefix.size() <= 12 && line.size() > prefix.size() + 1, line.constData());
        before = line;
        ++lines;
    }
    QVERIFY2(lines > atLeast, qPrintable(QString::number(lines)));
}

/// Every listed prefix is found again, by the search itself.
void TestNumberDetails::findsEveryLine()
{
    QFile file(u":/portdesk/numbers/rangeholders.txt"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray table = file.readAll();
    for (const QByteArray &line : table.split('\n')) {
        const qsizetype tab = line.indexOf('\t');
        if (tab > 1)
            QCOMPARE(longestPrefix(table, line.first(tab)), QString::fromUtf8(line.sliced(tab + 1)));
    }
}

void TestNumberDetails::isThreadSafe()
{
    const PhoneNumber number = parseNumber(u"+49 30 12345678"_s, QString());
    const auto areas = QtConcurrent::blockingMapped<QStringList>(QList<PhoneNumber>(200, number), [](const PhoneNumber &one) { return numberDetails(one).area; });
    QCOMPARE(QSet<QString>(areas.cbegin(), areas.cend()), QSet<QString>{u"Berlin"_s});
}

QTEST_GUILESS_MAIN(TestNumberDetails)
#include "tst_numberdetails.moc"

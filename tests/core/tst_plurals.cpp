// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plurals.h"

#include <QCoreApplication>
#include <QTest>

using namespace PortDesk;
using namespace Qt::StringLiterals;

class TestPlurals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endings_data();
    void endings();
    void countsInTheProgram();
};

void TestPlurals::endings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("n");
    QTest::addColumn<QString>("written");
    QTest::newRow("one number") << u"%n number(s), from %2"_s << 1 << u"%n number, from %2"_s;
    QTest::newRow("two numbers") << u"%n number(s), from %2"_s << 2 << u"%n numbers, from %2"_s;
    QTest::newRow("none is many") << u"%n reason(s)"_s << 0 << u"%n reasons"_s;
    QTest::newRow("one address") << u"%n address(es)"_s << 1 << u"%n address"_s;
    QTest::newRow("three addresses") << u"%n address(es)"_s << 3 << u"%n addresses"_s;
    QTest::newRow("one country") << u"%n country(ies)"_s << 1 << u"%n country"_s;
    QTest::newRow("81 countries") << u"%n country(ies)"_s << 81 << u"%n countries"_s;
    QTest::newRow("nothing to change") << u"%1 (once)"_s << 2 << u"%1 (once)"_s;
}

void TestPlurals::endings()
{
    QFETCH(QString, text);
    QFETCH(int, n);
    QTEST(englishPlural(text, n), "written");
}

void TestPlurals::countsInTheProgram()
{
    EnglishPlurals plurals;
    QVERIFY(QCoreApplication::installTranslator(&plurals));
    QCOMPARE(QCoreApplication::translate("Any", "%n number(s)", nullptr, 1), u"1 number"_s);
    QCOMPARE(QCoreApplication::translate("Any", "%n number(s)", nullptr, 6), u"6 numbers"_s);
    QCOMPARE(QCoreApplication::translate("Any", "File(s)"), u"File(s)"_s); // not counted
}

QTEST_GUILESS_MAIN(TestPlurals)
#include "tst_plurals.moc"

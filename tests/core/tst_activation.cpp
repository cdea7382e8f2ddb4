// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/activation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;

/// Which numbers of a block are taken into use, as people write it.
class TestActivation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void activates_data();
    void activates();
};

void TestActivation::activates_data()
{
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<QString>("active"); ///< last digits, or "!" and the entry that fits nothing
    QTest::newRow("no entries: all") << QStringList() << u"0 1 2 3 4 5 6 7 8 9"_s;
    QTest::newRow("none") << QStringList{u"none"_s} << QString();
    QTest::newRow("an ending") << QStringList{u"5"_s} << u"5"_s;
    QTest::newRow("a longer ending") << QStringList{u"25 025"_s} << u"5"_s;
    QTest::newRow("endings from to") << QStringList{u"23-25"_s} << u"3 4 5"_s;
    QTest::newRow("a word between") << QStringList{u"8 bis 9"_s} << u"8 9"_s;
    QTest::newRow("one digit to one digit") << QStringList{u"0 - 1"_s, u"9"_s} << u"0 1 9"_s;
    QTest::newRow("a whole number") << QStringList{u"+49 30 23125027"_s} << u"7"_s;
    QTest::newRow("a national number") << QStringList{u"030 23125027"_s} << u"7"_s;
    QTest::newRow("a national number with a hyphen") << QStringList{u"030-23125027"_s} << u"7"_s;
    QTest::newRow("a range written out") << QStringList{u"+49 30 23125020-22"_s} << u"0 1 2"_s;
    QTest::newRow("outside") << QStringList{u"25"_s, u"35"_s} << u"!35"_s;
    QTest::newRow("no digits") << QStringList{u"the rest"_s} << u"!the rest"_s;
    QTest::newRow("backwards") << QStringList{u"27-23"_s} << u"!27-23"_s;
}

void TestActivation::activates()
{
    QFETCH(QStringList, entries);
    QFETCH(QString, active);
    QStringList numbers;
    for (int i = 20; i < 30; ++i)
        numbers.append(u"+4930231250%1"_s.arg(i));
    const auto found = activatedNumbers(entries, numbers);
    if (active.startsWith(u'!')) {
        QVERIFY(!found.ok());
        QCOMPARE(found.error().detail, active.mid(1));
        return;
    }
    QVERIFY2(found.ok(), found ? "" : qPrintable(found.error().message));
    QStringList endings;
    for (const QString &number : *found)
        endings.append(number.right(1));
    endings.sort();
    QCOMPARE(endings.join(u' '), active);
}

QTEST_GUILESS_MAIN(TestActivation)
#include "tst_activation.moc"

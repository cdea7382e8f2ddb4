// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folding.h"

#include <QTest>
#include <QtConcurrent>

using namespace PortDesk;
using namespace Qt::StringLiterals;

class TestFolding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void folds_data();
    void folds();
    void isStable_data();
    void isStable();
    void worksInManyThreads();
};

void TestFolding::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain ASCII") << u"Miller & Sons"_s << u"miller & sons"_s;
    QTest::newRow("sharp s") << u"Hauptstraße"_s << u"hauptstrasse"_s;
    QTest::newRow("Polish l") << u"Łódź"_s << u"lodz"_s;
    QTest::newRow("Danish o") << u"Ørsted"_s << u"orsted"_s;
    QTest::newRow("ash") << u"Ærø"_s << u"aero"_s;
    QTest::newRow("a with ring") << u"Åland"_s << u"aland"_s;
    QTest::newRow("dotless i") << u"Çağrı Şişli"_s << u"cagri sisli"_s;
    QTest::newRow("umlaut") << u"Müller"_s << u"muller"_s;
    QTest::newRow("decomposed umlaut") << u"Mu\u0308ller"_s << u"muller"_s;
    QTest::newRow("Cyrillic") << u"Москва"_s << u"moskva"_s;
    QTest::newRow("Greek") << u"Αθήνα"_s << u"athena"_s;
    QTest::newRow("Han is read as Mandarin") << u"東京"_s << u"dong jing"_s;
    QTest::newRow("full-width Latin") << u"Ａｃｍｅ"_s << u"acme"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("only blanks") << u" \t\n "_s << QString();
    QTest::newRow("white space simplified") << u"  A \t B\n"_s << u"a b"_s;
    QTest::newRow("no-break space") << u"A\u00A0B"_s << u"a b"_s;
}

void TestFolding::folds()
{
    QFETCH(QString, text);
    QTEST(folded(text), "expected");
}

void TestFolding::isStable_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("Arabic") << u"شركة الاتصالات"_s;
    QTest::newRow("Hebrew") << u"חברת הטלפון"_s;
    QTest::newRow("Han") << u"北京电信"_s;
    QTest::newRow("Kana") << u"ソフトバンク"_s;
    QTest::newRow("Thai") << u"กรุงเทพ"_s;
    QTest::newRow("half a surrogate pair") << QString(QChar(0xD83D)) + u"é"_s;
}

void TestFolding::isStable()
{
    QFETCH(QString, text);
    const QString once = folded(text);
    QVERIFY(!once.isEmpty());
    QCOMPARE(folded(once), once);
    QCOMPARE(folded(text), once);
}

void TestFolding::worksInManyThreads()
{
    const QStringList texts = QStringList(400, u"Łódź Москва Αθήνα"_s);
    const QStringList results = QtConcurrent::blockingMapped(texts, [](const QString &text) { return folded(text); });
    QCOMPARE(results, QStringList(400, u"lodz moskva athena"_s));
}

QTEST_GUILESS_MAIN(TestFolding)
#include "tst_folding.moc"

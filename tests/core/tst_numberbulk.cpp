// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberbulk.h"

#include <QTest>

#include <algorithm>
#include <atomic>

using namespace PortDesk;
using namespace Qt::StringLiterals;

/// Long texts on several threads give what one thread gives.
class TestNumberBulk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsOneThreadDoes_data();
    void readsAsOneThreadDoes();
    void countsEveryLine();
    void stopsWhenCancelled();
};

namespace {

/// Lines of every sort; each 97th repeats a number of long before, each 101st is refused, each 211th is a range.
QString text(int lines, const QString &end)
{
    QString made;
    for (int i = 0; i < lines; ++i) {
        if (i % 97 == 96)
            made += u"+4930231%1"_s.arg(i % 50, 5, 10, QChar(u'0'));
        else if (i % 101 == 100)
            made += u"please port 0301234567890123456 too"_s;
        else if (i % 211 == 210)
            made += u"030 4%1 10-19"_s.arg(i, 5, 10, QChar(u'0'));
        else
            made += u"030 231%1"_s.arg(i, 5, 10, QChar(u'0'));
        made += end;
    }
    return made;
}

} // namespace

void TestNumberBulk::readsAsOneThreadDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("one line") << u"030 23125017"_s;
    QTest::newRow("a whole block") << text(250, u"\n"_s);
    QTest::newRow("a block and no last newline") << text(251, u"\n"_s).chopped(1);
    QTest::newRow("many blocks") << text(1200, u"\n"_s);
    QTest::newRow("Windows line ends") << text(1200, u"\r\n"_s);
    QTest::newRow("old Mac line ends") << text(600, u"\r"_s);
    QTest::newRow("empty lines between") << text(700, u"\n\n\n"_s);
}

void TestNumberBulk::readsAsOneThreadDoes()
{
    QFETCH(QString, text);
    const ParsedNumbers expected = parseNumbers(text, u"DE"_s);
    for (const int threads : {1, 2, 5}) {
        const ParsedNumbers read = parseManyNumbers(text, u"DE"_s, threads);
        QCOMPARE(read.numbers.size(), expected.numbers.size());
        for (qsizetype i = 0; i < expected.numbers.size(); ++i)
            QVERIFY2(read.numbers.at(i) == expected.numbers.at(i), qPrintable(expected.numbers.at(i).input));
        QCOMPARE(read.refused.size(), expected.refused.size());
        for (qsizetype i = 0; i < expected.refused.size(); ++i) {
            QCOMPARE(read.refused.at(i).input, expected.refused.at(i).input);
            QCOMPARE(read.refused.at(i).code, expected.refused.at(i).code);
            QCOMPARE(read.refused.at(i).line, expected.refused.at(i).line);
        }
    }
}

void TestNumberBulk::countsEveryLine()
{
    QList<int> told;
    int lines = 0;
    parseManyNumbers(text(1200, u"\n"_s), u"DE"_s, 3, [&](int done, int all) {
        told.append(done);
        lines = all;
        return true;
    });
    QVERIFY(told.size() >= 5);
    QVERIFY(std::is_sorted(told.cbegin(), told.cend()));
    QCOMPARE(told.last(), lines);
    QCOMPARE(lines, 1201); // what follows the last newline is a line, if an empty one
}

void TestNumberBulk::stopsWhenCancelled()
{
    const QString all = text(5000, u"\n"_s);
    const ParsedNumbers expected = parseNumbers(all, u"DE"_s);
    std::atomic<int> calls = 0;
    const ParsedNumbers read = parseManyNumbers(all, u"DE"_s, 2, [&](int, int) { return ++calls < 4; });
    QCOMPARE(calls.load(), 4); // nobody is asked again after the answer "stop"
    QVERIFY(read.numbers.size() < expected.numbers.size());
    for (qsizetype i = 0; i < read.numbers.size(); ++i)
        QCOMPARE(read.numbers.at(i).input, expected.numbers.at(i).input);
}

QTEST_GUILESS_MAIN(TestNumberBulk)
#include "tst_numberbulk.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/closerlook.h"
#include "core/evidence/evidenceof.h"
#include "core/evidence/paper.h"
#include "tests/kit/typedpage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using Test::typedPage;

Q_DECLARE_METATYPE(PortDesk::Verdict)

/// Unsure words of scans: what is read again, what is believed then, and that no digit is guessed.
class TestCloserLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnlyWhenSomethingIsOpen();
    void linesReachToTheirNeighbours();
    void believes_data();
    void believes();
    void changedLetters_data();
    void changedLetters();
    void tallLettersStayInTheirLine();
    void labelBesideALabel();
};

namespace {

const Fact kNumber{u"number"_s, FactKind::Number, u"+493023125017"_s, {}, u"DE"_s, {}};

PageReading scan(const QStringList &lines, float confidence)
{
    return typedPage(lines, TextSource::Ocr, confidence);
}

Evidence found(const Fact &fact, const PageReading &page)
{
    return evidenceOf({fact}, {page}).first();
}

} // namespace

void TestCloserLook::asksOnlyWhenSomethingIsOpen()
{
    const PageReading sure = scan({u"030 23125017"_s, u"Anna Miller"_s}, 0.95f);
    const PageReading unsure = scan({u"O3A 23125017"_s, u"Anna Miller"_s}, 0.6f);
    QCOMPARE(doubtfulLines(sure, {found(kNumber, sure)}).size(), 0);
    QCOMPARE(doubtfulLines(unsure, {found(kNumber, unsure)}).size(), 2);
    Evidence match;
    match.verdict = Verdict::Match;
    QCOMPARE(doubtfulLines(unsure, {match}).size(), 0);
    QCOMPARE(doubtfulLines(typedPage({u"030 23125017"_s}, TextSource::Layer, 0.1f), {found(kNumber, sure)}).size(), 0);
}

void TestCloserLook::linesReachToTheirNeighbours()
{
    PageReading page = scan({u"030 2312          13,50"_s}, 0.95f);
    page.words[1].confidence = 0.2f;
    const QList<DoubtfulLine> lines = doubtfulLines(page, {found(kNumber, page)});
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().words, (QList<int>{0, 1}));
    // As far as the price, so that the rest of a longer number cannot be missed.
    const QRectF price = page.words.at(2).straight;
    QVERIFY(lines.first().straight.right() > page.words.at(1).straight.right() + 10);
    QVERIFY(lines.first().straight.right() < price.left());
    QVERIFY(qAbs(lines.first().box.right() * page.straightSize.width() - lines.first().straight.right()) < 0.01);
}

void TestCloserLook::believes_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<float>("firstSure");
    QTest::addColumn<QString>("second");
    QTest::addColumn<float>("secondSure");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *name, const char *first, float firstSure, const char *second, float secondSure, Verdict verdict) {
        QTest::newRow(name) << QString::fromLatin1(first) << firstSure << QString::fromLatin1(second) << secondSure << verdict;
    };
    row("read clearly the second time", "O3A 2B1Z5 O17", 0.2f, "030 23125 017", 0.95f, Verdict::Match);
    row("the same digits, surer", "030 23125 017", 0.4f, "030 23125 017", 0.8f, Verdict::Match);
    row("the same digits, no surer", "030 23125 017", 0.4f, "030 23125 017", 0.3f, Verdict::Unreadable);
    row("clearly another digit", "030 23125 017", 0.6f, "030 23125 011", 0.95f, Verdict::Differs);
    row("a longer number when read to its end", "030 23125 017", 0.6f, "030 23125 01799", 0.95f, Verdict::NotShown);
    row("two sure readings disagree for it", "030 23125 011", 0.8f, "030 23125 017", 0.85f, Verdict::Unreadable);
    row("two sure readings disagree against it", "030 23125 017", 0.85f, "030 23125 011", 0.8f, Verdict::Unreadable);
    row("two poor readings disagree", "030 23125 011", 0.3f, "030 23125 017", 0.7f, Verdict::Unreadable);
    row("nothing seen", "030 23125 017", 0.4f, "", 0.0f, Verdict::Unreadable);
    row("a range that ends one short", "030 23125010-O1b", 0.3f, "030 23125010-016", 0.95f, Verdict::NotShown);
    row("a range that reaches it", "030 23125010-O1b", 0.3f, "030 23125010-017", 0.95f, Verdict::Match);
}

void TestCloserLook::believes()
{
    QFETCH(QString, first);
    QFETCH(float, firstSure);
    QFETCH(QString, second);
    QFETCH(float, secondSure);
    QFETCH(Verdict, verdict);
    const PageReading page = scan({first}, firstSure);
    const QList<DoubtfulLine> lines = doubtfulLines(page, {notShown(kNumber)});
    QCOMPARE(lines.size(), 1);
    const PageReading better = withCloserLook(page, lines, {{second, lines.first().box, lines.first().straight, secondSure, true}});
    const Evidence evidence = found(kNumber, better);
    QVERIFY2(evidence.verdict == verdict, qPrintable(verdictKey(evidence.verdict) + u' ' + evidence.found));
}

void TestCloserLook::changedLetters_data()
{
    QTest::addColumn<TextSource>("source");
    QTest::addColumn<float>("confidence");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("text layer") << TextSource::Layer << 1.0f << Verdict::Differs;
    QTest::newRow("sure scan") << TextSource::Ocr << 0.95f << Verdict::Differs;
    QTest::newRow("unsure scan") << TextSource::Ocr << 0.6f << Verdict::Unreadable;
}

void TestCloserLook::changedLetters()
{
    QFETCH(TextSource, source);
    QFETCH(float, confidence);
    QFETCH(Verdict, verdict);
    const Evidence owner = found({u"owner"_s, FactKind::Owner, u"Anna M\u00fcller"_s, {}, u"DE"_s, {}}, typedPage({u"Anna M\u00f6ller"_s}, source, confidence));
    QVERIFY2(owner.verdict == verdict, qPrintable(verdictKey(owner.verdict)));
}

void TestCloserLook::tallLettersStayInTheirLine()
{
    PageReading page = scan({u"01 99 00 14 00 a 01 99 00 14 09"_s}, 0.95f);
    QRectF &letter = page.words[5].straight; // "\u00e0" read without its accent
    letter = letter.adjusted(0, -letter.height() * 0.7, 0, 0);
    QCOMPARE(found({u"number"_s, FactKind::Number, u"+33199001405"_s, {}, u"FR"_s, {}}, page).verdict, Verdict::Match);
    QCOMPARE(found({u"number"_s, FactKind::Number, u"+33199001457"_s, {}, u"FR"_s, {}}, page).verdict, Verdict::NotShown);
}

void TestCloserLook::labelBesideALabel()
{
    const QStringList lines{u"Titular                  n.2 de cuenta      ES 7730 01982"_s, u"Panader\u00eda Ortega         Vencimiento       14/11/2026"_s};
    const Evidence owner = found({u"owner"_s, FactKind::Owner, u"Talleres N\u00fa\u00f1ez S.L."_s, {}, u"ES"_s, {}}, scan(lines, 0.95f));
    QCOMPARE(owner.verdict, Verdict::Differs);
    QCOMPARE(owner.found, u"Panader\u00eda Ortega"_s);
}

QTEST_GUILESS_MAIN(TestCloserLook)
#include "tst_closerlook.moc"

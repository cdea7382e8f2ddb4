// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidenceof.h"
#include "core/evidence/misreading.h"
#include "tests/kit/typedpage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using Test::typedPage;

Q_DECLARE_METATYPE(PortDesk::Verdict)
Q_DECLARE_METATYPE(PortDesk::Likeness)

/// Addresses in scans: which signs recognition may have mistaken, and which are another address.
class TestAddressScans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void addresses_data();
    void addresses();
    void onlyInScans();
};

namespace {

QList<Evidence> found(const QString &street, const QString &town, const QString &paper, TextSource source, float confidence)
{
    const QList<Fact> facts{{u"street:hq"_s, FactKind::Street, street, {}, u"DE"_s, {}}, {u"place:hq"_s, FactKind::Place, town, {}, u"DE"_s, {}}};
    return evidenceOf(facts, {typedPage(paper.split(u'\n'), source, confidence)});
}

} // namespace

void TestAddressScans::words_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<Likeness>("expected");
    const auto row = [](const char *wanted, const char *shown, Likeness expected) {
        QTest::addRow("%s, %s", wanted, shown) << QString::fromLatin1(wanted) << QString::fromLatin1(shown) << expected;
    };
    row("torweg", "torweg", Likeness::Same);
    row("hallenweg", "hal1enweg", Likeness::Misread);
    row("hallenweg", "hailenweg", Likeness::Misread);
    row("koln", "k0ln", Likeness::Misread);
    row("bernweg", "bemweg", Likeness::Misread);
    row("bemweg", "bernweg", Likeness::Misread);
    row("rossweg", "robweg", Likeness::Misread);
    row("rossweg", "ro8weg", Likeness::Misread);
    row("wall", "vvall", Likeness::Misread);
    row("mmweg", "rnmweg", Likeness::Misread);
    row("kastanienweg", "kastanienwag", Likeness::Close);
    row("hallenbergweg", "hal1enbergwe9", Likeness::Close); // two places
    row("hallenweg", "hal1enwe9", Likeness::Other);
    row("bergstr", "burgstr", Likeness::Close);
    row("bonn", "bonm", Likeness::Other);
    row("ring 17", "ring 71", Likeness::Other);
    row("1", "7", Likeness::Other);
    row("", "l", Likeness::Other);
}

void TestAddressScans::words()
{
    QFETCH(QString, wanted);
    QFETCH(QString, shown);
    QTEST(likeness(wanted, shown), "expected");
    QTEST(likeness(shown, wanted), "expected");
}

void TestAddressScans::addresses_data()
{
    QTest::addColumn<QString>("street");
    QTest::addColumn<QString>("town");
    QTest::addColumn<QString>("paper");
    QTest::addColumn<float>("confidence");
    QTest::addColumn<Verdict>("streetVerdict");
    QTest::addColumn<Verdict>("townVerdict");
    const auto row = [](const char *name, const char *street, const char *town, const char *paper, float confidence, Verdict streetVerdict, Verdict townVerdict) {
        QTest::newRow(name) << QString::fromUtf8(street) << QString::fromUtf8(town) << QString::fromUtf8(paper) << confidence << streetVerdict << townVerdict;
    };
    const Verdict yes = Verdict::Match, no = Verdict::Differs, unsure = Verdict::Unreadable;
    row("as it is", "Hallenweg 17", "50667 Köln", "Hallenweg 17\n50667 Köln", 0.9f, yes, yes);
    row("1 for l", "Hallenweg 17", "50667 Köln", "Hal1enweg 17\n50667 Köln", 0.9f, yes, yes);
    row("0 for o", "Hallenweg 17", "50667 Bonn", "Hallenweg 17\n50667 B0nn", 0.9f, yes, yes);
    row("m for rn", "Bernsteinweg 17", "27432 Bevern", "Bemsteinweg 17\n27432 Bevem", 0.9f, yes, yes);
    row("B for ß", "Hauptstraße 17", "50667 Köln", "HauptstraBe 17\n50667 Köln", 0.9f, yes, yes);
    row("umlaut lost", "Mühlenweg 17", "80331 München", "Muhlenweg 17\n80331 Munchen", 0.9f, yes, yes);
    row("1 for l, unsure", "Hallenweg 17", "50667 Köln", "Hal1enweg 17\n50667 Kö1n", 0.7f, unsure, unsure);
    row("another letter", "Bergstraße 17", "50667 Brühl", "Burgstraße 17\n50667 Briehl", 0.9f, no, no);
    row("another letter, unsure", "Bergstraße 17", "50667 Kölnberg", "Burgstraße 17\n50667 Kelnberg", 0.7f, unsure, unsure);
    row("another letter in a long street", "Königsberger Straße 17", "50667 Köln", "Königsburger Straße 17\n50667 Köln", 0.9f, no, yes);
    row("two mistakes", "Hallenbergweg 17", "50667 Köln", "Hal1enbergwe9 17\n50667 Köln", 0.9f, no, yes);
    row("two letters in a long town", "Hallenweg 17", "50667 Kaiserslautern", "Hallenweg 17\n50667 Kaisarslautarn", 0.9f, yes, no);
    row("house number", "Hallenweg 17", "50667 Köln", "Hallenweg 11\n50667 Köln", 0.9f, no, yes);
    row("house number with a letter for a digit", "Hallenweg 17", "50667 Köln", "Hallenweg 1l\n50667 Köln", 0.9f, no, yes);
    row("postcode", "Hallenweg 17", "50667 Köln", "Hallenweg 17\n50661 Köln", 0.9f, yes, no);
    row("postcode with a letter for a digit", "Hallenweg 10", "10110 Köln", "Hallenweg 10\n1011O Köln", 0.9f, yes, no);
    row("sign of the number as a digit", "Calle Alcalá, 45", "28014 Madrid", "Alcalá, n.2 45\n28014 Madrid", 0.9f, yes, yes);
    row("sign of the number as the house number", "Calle Alcalá, 2", "28014 Madrid", "Alcalá, n.2 45\n28014 Madrid", 0.9f, no, yes);
    row("mistake and other house number", "Hallenweg 17", "50667 Köln", "Hal1enweg 71\n50667 Köln", 0.9f, no, yes);
}

void TestAddressScans::addresses()
{
    QFETCH(QString, street);
    QFETCH(QString, town);
    QFETCH(QString, paper);
    QFETCH(float, confidence);
    QFETCH(Verdict, streetVerdict);
    QFETCH(Verdict, townVerdict);
    const QList<Evidence> evidence = found(street, town, paper, TextSource::Ocr, confidence);
    QVERIFY2(evidence.at(0).verdict == streetVerdict, qPrintable(verdictKey(evidence.at(0).verdict) + u' ' + evidence.at(0).found));
    QVERIFY2(evidence.at(1).verdict == townVerdict, qPrintable(verdictKey(evidence.at(1).verdict) + u' ' + evidence.at(1).found));
    const QStringList lines = paper.split(u'\n');
    for (qsizetype i = 0; i < evidence.size(); ++i)
        QCOMPARE(evidence.at(i).found, lines.at(i));
}

/// A text layer was written, not recognised: nobody mistook an l there.
void TestAddressScans::onlyInScans()
{
    const QList<Evidence> evidence = found(u"Hallenweg 17"_s, u"50667 Bonn"_s, u"Hal1enweg 17\n50667 B0nn"_s, TextSource::Layer, 1);
    QCOMPARE(evidence.at(0).verdict, Verdict::Differs);
    QCOMPARE(evidence.at(1).verdict, Verdict::Differs);
}

QTEST_GUILESS_MAIN(TestAddressScans)
#include "tst_addressscans.moc"

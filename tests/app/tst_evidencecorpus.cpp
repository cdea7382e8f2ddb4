// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/docworker.h"
#include "core/evidence/evidenceof.h"
#include "core/evidence/picturecheck.h"
#include "tests/kit/papers/evidencescore.h"

#include <QGuiApplication>
#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// Invented bills, records and letters in eight languages through the real document worker: what is found, and that nothing is found that is not there.
class TestEvidenceCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void papersAreMany();
    void textLayers();
    void scans_data();
    void scans();

private:
    /// A busy machine is no flaw of a paper: the engine limits its own work by processor time.
    static DocWorkerOptions patient()
    {
        DocWorkerOptions options;
        options.loadTimeoutMs = options.readTimeoutMs = 600'000;
        return options;
    }

    DocWorker m_worker{patient()};
    Result<PageReading> read(const DocumentBytes &document, const QString &country)
    {
        auto future = m_worker.read(document, 0, {recognitionLanguages({country}), false});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 600'000); }();
        return future.isFinished() ? future.result() : Result<PageReading>(Error{});
    }
};

void TestEvidenceCorpus::papersAreMany()
{
    const QList<SamplePaper> papers = samplePapers();
    QVERIFY(papers.size() >= 40);
    QSet<QString> languages, names;
    int planted = 0;
    for (const SamplePaper &paper : papers) {
        languages.insert(paper.language);
        names.insert(paper.name);
        QCOMPARE(paper.facts.size(), paper.truth.size());
        planted += int(paper.truth.count(Verdict::Differs));
    }
    QCOMPARE(languages.size(), 8);
    QCOMPARE(names.size(), papers.size());
    QVERIFY(planted >= 100);
}

void TestEvidenceCorpus::textLayers()
{
    QMap<QString, EvidenceScore> scores;
    const QList<SamplePaper> papers = samplePapers();
    for (const SamplePaper &paper : papers) {
        const auto page = read(asPdf(paper), paper.facts.first().country);
        QVERIFY2(page.ok(), page ? "" : qPrintable(page.error().message));
        QCOMPARE(page->source, TextSource::Layer);
        addScore(scores, paper, evidenceOf(paper.facts, {*page}, {2026, 11, 23}));
    }
    const EvidenceScore &all = scores[QString()];
    QVERIFY2(all.rightShare() >= 0.99, qPrintable(all.mistakes.join(u'\n')));
    QVERIFY2(all.falseMatches == 0, qPrintable(all.mistakes.join(u'\n')));
}

void TestEvidenceCorpus::scans_data()
{
    QTest::addColumn<int>("flaws");
    QTest::addColumn<int>("paper");
    QTest::newRow("300 dpi, English bill with changes") << 0 << 1;
    QTest::newRow("200 dpi, skewed, German bill with other changes") << 2 << 9;
    QTest::newRow("200 dpi, turned, French record") << 3 << 17;
    // Mostly blank paper, whose noise once passed for level lines
    const QList<SamplePaper> papers = samplePapers();
    const auto letter = std::find_if(papers.cbegin(), papers.cend(), [](const SamplePaper &paper) { return paper.name == u"pl loa other"; });
    QTest::newRow("200 dpi, turned, Polish letter of few lines") << 3 << int(letter - papers.cbegin());
}

void TestEvidenceCorpus::scans()
{
    QFETCH(int, flaws);
    QFETCH(int, paper);
    const SamplePaper sample = samplePapers().at(paper);
    const auto page = read(asScan(sample, scanFlaws().at(flaws)), sample.facts.first().country);
    QVERIFY2(page.ok(), page ? "" : qPrintable(page.error().message));
    QCOMPARE(page->source, TextSource::Ocr);
    QMap<QString, EvidenceScore> scores;
    addScore(scores, sample, evidenceOf(sample.facts, {*page}, {2026, 11, 23}));
    const EvidenceScore &all = scores[QString()];
    QVERIFY2(all.rightShare() >= 0.85, qPrintable(all.mistakes.join(u'\n')));
    QCOMPARE(scores[factKindKey(FactKind::Number)].falseMatches, 0);
    QCOMPARE(scores[factKindKey(FactKind::BillingNumber)].falseMatches, 0);
}

QTEST_MAIN(TestEvidenceCorpus)
#include "tst_evidencecorpus.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later

// Facts of sample papers found in their text layers and in scans of them, through the document worker. One JSON line per kind of paper and fact:
// {"name":"evidence-text-number","facts":N,"right":share,"precision":share,"recall":share,"falseMatches":N}, and the milliseconds of matching a page.
// `--scans N` recognises every Nth paper of each flaw (default 8; 0 = text only); `--mistakes` lists what went wrong, `--words` what was
// read there. Fails when a page could not be read in time.
#include "core/documents/docworker.h"
#include "core/evidence/evidenceof.h"
#include "core/evidence/picturecheck.h"
#include "tests/bench/benchjson.h"
#include "tests/kit/papers/evidencescore.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QGuiApplication>

#include <cstdio>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

template<typename T> T waitedFor(const QFuture<T> &future)
{
    QFutureWatcher<T> watcher;
    QEventLoop loop;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

void print(const QString &how, const QMap<QString, EvidenceScore> &scores, bool mistakes)
{
    for (auto it = scores.cbegin(); it != scores.cend(); ++it) {
        const QString name = u"evidence-%1-%2"_s.arg(how, it.key().isEmpty() ? u"all"_s : it.key());
        std::printf("{\"name\":\"%s\",\"facts\":%d,\"right\":%.4f,\"precision\":%.4f,\"recall\":%.4f,\"falseMatches\":%d}\n", qPrintable(name), it->facts, it->rightShare(), it->precision(), it->recall(),
                    it->falseMatches);
    }
    for (const QString &mistake : mistakes ? scores.value({}).mistakes : QStringList())
        std::fprintf(stderr, "  %s: %s\n", qPrintable(how), qPrintable(mistake));
    std::fflush(stdout);
}

/// The milliseconds of matching; the evidence goes into the scores.
double judge(const SamplePaper &paper, const PageReading &page, QMap<QString, EvidenceScore> &scores)
{
    QElapsedTimer timer;
    timer.start();
    const QList<Evidence> evidence = evidenceOf(paper.facts, {page}, {2026, 11, 23});
    const double spent = double(timer.nsecsElapsed()) / 1e6;
    addScore(scores, paper, evidence);
    return spent;
}

bool benchText(DocWorker &worker, const QList<SamplePaper> &papers, bool mistakes)
{
    QMap<QString, EvidenceScore> scores;
    QList<double> spent;
    for (const SamplePaper &paper : papers) {
        const auto page = waitedFor(worker.read(asPdf(paper), 0));
        if (!page)
            return false;
        spent.append(judge(paper, *page, scores));
    }
    print(u"text"_s, scores, mistakes);
    Bench::printLine("evidence-match-page", Bench::median(spent), 20, "ms");
    return true;
}

void printWords(const SamplePaper &paper, const PageReading &page)
{
    std::fprintf(stderr, "  words of %s:", qPrintable(paper.name));
    for (const ReadWord &word : page.words)
        std::fprintf(stderr, " %s@%.0f,%.0f+%.0f,%.0f %.2f", qPrintable(word.text), word.straight.x(), word.straight.y(), word.straight.width(), word.straight.height(), double(word.confidence));
    std::fprintf(stderr, "\n");
}

bool benchScans(DocWorker &worker, const QList<SamplePaper> &papers, int every, bool mistakes, bool words)
{
    int unread = 0;
    const QList<ScanFlaws> flaws = scanFlaws();
    for (qsizetype f = 0; f < flaws.size(); ++f) {
        QMap<QString, EvidenceScore> scores;
        for (qsizetype i = f % every; i < papers.size(); i += every) {
            const SamplePaper &paper = papers.at(i);
            const QStringList languages = recognitionLanguages({paper.facts.first().country});
            const auto page = waitedFor(worker.read(asScan(paper, flaws.at(f)), 0, {languages, false}));
            if (!page) {
                std::fprintf(stderr, "  %s, %s: %s\n", flaws.at(f).name, qPrintable(paper.name), qPrintable(page.error().message));
                ++unread;
                continue;
            }
            const qsizetype before = scores[QString()].mistakes.size();
            judge(paper, *page, scores);
            if (words && scores[QString()].mistakes.size() > before)
                printWords(paper, *page);
        }
        print(QString::fromLatin1(flaws.at(f).name), scores, mistakes);
    }
    return unread == 0;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    const bool mistakes = arguments.contains(u"--mistakes"_s);
    const qsizetype at = arguments.indexOf(u"--scans"_s);
    const int every = at < 0 ? 8 : arguments.value(at + 1).toInt();
    DocWorker worker;
    const QList<SamplePaper> papers = samplePapers();
    const bool done = benchText(worker, papers, mistakes) && (every <= 0 || benchScans(worker, papers, every, mistakes, arguments.contains(u"--words"_s)));
    return done ? 0 : 1;
}

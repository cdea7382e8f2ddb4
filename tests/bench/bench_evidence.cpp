// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later

// Facts of sample papers found in their text layers and in scans of them, through the document worker. One JSON line per kind of paper and fact:
// {"name":"evidence-text-number","facts":N,"right":share,"precision":share,"recall":share,"falseMatches":N}, and the milliseconds of matching a page.
// `--scans N` recognises every Nth paper of each flaw (default 8; 0 = text only), `--offset K` begins K papers later, `--flaw F` takes the Fth kind of flaw
// only; `--mistakes` lists what went wrong, `--words` what was read there, `--short` prints no lines for single kinds of facts. `--keep FOLDER` keeps what was
// recognised there for the next run, by content and by the worker's program (`--engine NAME`: by that name instead). Fails when a page could not be read in time.
#include "core/desk/workerpages.h"
#include "core/evidence/evidenceof.h"
#include "core/evidence/picturecheck.h"
#include "tests/bench/benchjson.h"
#include "tests/bench/keptpages.h"
#include "tests/kit/papers/evidencescore.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QGuiApplication>

#include <cstdio>

using namespace PortDesk;
using namespace PortDesk::Bench;
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

/// What the command line asks for.
struct Wishes {
    int every = 8, offset = 0, flaw = -1;
    bool mistakes = false, words = false, brief = false;
    QString keep;
    QByteArray engine;

    explicit Wishes(const QStringList &arguments)
    {
        const auto value = [&arguments](const QString &name, const QString &otherwise) {
            const qsizetype at = arguments.indexOf(name);
            return at < 0 ? otherwise : arguments.value(at + 1);
        };
        every = value(u"--scans"_s, u"8"_s).toInt();
        offset = value(u"--offset"_s, u"0"_s).toInt();
        flaw = value(u"--flaw"_s, u"-1"_s).toInt();
        mistakes = arguments.contains(u"--mistakes"_s);
        words = arguments.contains(u"--words"_s);
        brief = arguments.contains(u"--short"_s);
        keep = value(u"--keep"_s, {});
        engine = value(u"--engine"_s, {}).toUtf8();
        if (engine.isEmpty())
            engine = programHash();
    }

    static QByteArray programHash()
    {
        const QString set = qEnvironmentVariable("PORTDESK_DOCWORKER");
        QFile program(set.isEmpty() ? QGuiApplication::applicationDirPath() + u"/portdesk-docworker"_s : set);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        return program.open(QIODevice::ReadOnly) && hash.addData(&program) ? hash.result().toHex() : QByteArray("unknown");
    }
};

void print(const QString &how, const QMap<QString, EvidenceScore> &scores, const Wishes &wishes)
{
    for (auto it = scores.cbegin(); it != scores.cend(); ++it) {
        if (wishes.brief && !it.key().isEmpty())
            continue;
        const QString name = u"evidence-%1-%2"_s.arg(how, it.key().isEmpty() ? u"all"_s : it.key());
        std::printf("{\"name\":\"%s\",\"facts\":%d,\"wrong\":%d,\"right\":%.4f,\"precision\":%.4f,\"recall\":%.4f,\"falseMatches\":%d}\n", qPrintable(name), it->facts, it->facts - it->right, it->rightShare(),
                    it->precision(), it->recall(), it->falseMatches);
    }
    for (const QString &mistake : wishes.mistakes ? scores.value({}).mistakes : QStringList())
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

bool benchText(DocWorker &worker, const QList<SamplePaper> &papers, const Wishes &wishes)
{
    QMap<QString, EvidenceScore> scores;
    QList<double> spent;
    for (const SamplePaper &paper : papers) {
        const auto page = waitedFor(worker.read(asPdf(paper), 0));
        if (!page)
            return false;
        spent.append(judge(paper, *page, scores));
    }
    print(u"text"_s, scores, wishes);
    printLine("evidence-match-page", median(spent), 20, "ms");
    return true;
}

void printWords(const SamplePaper &paper, const PageReading &page)
{
    std::fprintf(stderr, "  words of %s:", qPrintable(paper.name));
    for (const ReadWord &word : page.words)
        std::fprintf(stderr, " %s@%.2f,%.2f+%.2f,%.2f %.2f", qPrintable(word.text), word.straight.x(), word.straight.y(), word.straight.width(), word.straight.height(), double(word.confidence));
    std::fprintf(stderr, "\n");
}

/// One scan as the desk reads it: what is missed at first is looked at again.
bool benchScan(EvidenceReader &reader, const Keep &keep, const SamplePaper &paper, const ScanFlaws &flaws, QMap<QString, EvidenceScore> &scores)
{
    const auto read = waitedFor(reader.read({keptScan(keep, paper, flaws), paper.kind, paper.facts, recognitionLanguages({paper.facts.first().country}), {2026, 11, 23}}));
    if (!read) {
        std::fprintf(stderr, "  %s, %s: %s\n", flaws.name, qPrintable(paper.name), qPrintable(read.error().message));
        return false;
    }
    addScore(scores, paper, read->facts);
    return true;
}

bool benchScans(DocWorker &worker, const QList<SamplePaper> &papers, const Wishes &wishes)
{
    WorkerPages workerPages(worker);
    const Keep keep(wishes.keep);
    KeptPages pages(workerPages, keep, wishes.engine);
    EvidenceReader reader(pages);
    bool all = true;
    const QList<ScanFlaws> flaws = scanFlaws();
    for (qsizetype f = 0; f < flaws.size(); ++f) {
        if (wishes.flaw >= 0 && f != wishes.flaw)
            continue;
        QMap<QString, EvidenceScore> scores;
        for (qsizetype i = (f + wishes.offset) % wishes.every; i < papers.size(); i += wishes.every) {
            const SamplePaper &paper = papers.at(i);
            const qsizetype before = scores[QString()].mistakes.size();
            all = benchScan(reader, keep, paper, flaws.at(f), scores) && all;
            if (wishes.words && scores[QString()].mistakes.size() > before) {
                if (const auto page = waitedFor(pages.read(keptScan(keep, paper, flaws.at(f)), 0, {recognitionLanguages({paper.facts.first().country}), false})))
                    printWords(paper, *page);
            }
        }
        print(QString::fromLatin1(flaws.at(f).name), scores, wishes);
    }
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const Wishes wishes(QGuiApplication::arguments());
    DocWorkerOptions patient;
    patient.loadTimeoutMs = patient.readTimeoutMs = 600'000; // a busy machine is no flaw of the paper; the engine counts its own work
    DocWorker worker(patient);
    const QList<SamplePaper> papers = samplePapers();
    const bool done = (wishes.flaw >= 0 || benchText(worker, papers, wishes)) && (wishes.every <= 0 || benchScans(worker, papers, wishes));
    return done ? 0 : 1;
}

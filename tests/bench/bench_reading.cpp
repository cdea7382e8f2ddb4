// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading through the document worker against the usual programs, turn by turn in one run: a scanned A4 page against the `tesseract`
// command with one thread (target: at most 1.15), the words with boxes of forty pages against `pdftotext -bbox` (target: at most 1.5).
// Medians per page.
#include "core/documents/docworker.h"
#include "tests/bench/benchjson.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int kScanRuns = 5;
constexpr int kTextRuns = 15;
constexpr int kTextPages = 40;

DocumentBytes sample(const QString &name)
{
    QFile file(QStringLiteral(PORTDESK_SAMPLES_DIR "/") + name);
    return file.open(QIODevice::ReadOnly) ? documentBytes(file.readAll(), name) : DocumentBytes();
}

template<typename T> Result<T> waitedFor(QFuture<Result<T>> future)
{
    QEventLoop loop;
    future.then(&loop, [&loop](const Result<T> &) { loop.quit(); });
    loop.exec();
    return future.result();
}

template<typename Work> double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// What a program wrote to its standard output; empty when it failed.
QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"OMP_THREAD_LIMIT"_s, u"1"_s);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.waitForFinished(120'000);
    return process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
}

bool measureScan(const char *name, DocWorker &worker, const QString &file, const QString &language, const QByteArray &holds)
{
    const DocumentBytes document = sample(file);
    QList<double> ours;
    QList<double> theirs;
    bool same = true;
    for (int run = 0; run <= kScanRuns; ++run) {
        bool found = false;
        QByteArray output;
        const double mine = milliseconds([&] {
            const auto reading = waitedFor(worker.read(document, 0, {{language}, true}));
            for (const ReadWord &word : reading.ok() ? reading->words : QList<ReadWord>())
                found |= word.text.toUtf8().contains(holds);
        });
        const double other = milliseconds([&] {
            output = outputOf(u"tesseract"_s, {QStringLiteral(PORTDESK_SAMPLES_DIR "/") + file, u"stdout"_s, u"-l"_s, language, u"tsv"_s});
        });
        same = same && found && output.size() > 1000;
        if (run > 0) {
            ours.append(mine);
            theirs.append(other);
        }
    }
    Bench::printLine(name, Bench::median(ours), Bench::median(theirs), "ms per page");
    return same;
}

bool measureText(DocWorker &worker)
{
    const auto pdf = waitedFor(worker.toPdf(QList<DocumentBytes>(kTextPages, sample(u"bill-deu.pdf"_s))));
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"bills.pdf"_s));
    if (!pdf.ok() || !file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
        return false;
    file.close();
    const DocumentBytes document = documentBytes(*pdf, u"bills.pdf"_s);
    QList<double> ours;
    QList<double> theirs;
    bool same = true;
    for (int run = 0; run <= kTextRuns; ++run) {
        qsizetype words = 0;
        QByteArray output;
        const double mine = milliseconds([&] {
            for (int page = 0; page < kTextPages; ++page) {
                const auto reading = waitedFor(worker.read(document, page));
                words += reading.ok() ? reading->words.size() : 0;
            }
        });
        const double other = milliseconds([&] { output = outputOf(u"pdftotext"_s, {u"-bbox"_s, file.fileName(), u"-"_s}); });
        same = same && words > 100 * kTextPages && qAbs(output.count("<word ") - words) < words / 20;
        if (run > 0) {
            ours.append(mine / kTextPages);
            theirs.append(other / kTextPages);
        }
    }
    Bench::printLine("read-text", Bench::median(ours), Bench::median(theirs), "ms per page");
    return same;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    DocWorker worker;
    const bool text = measureText(worker);
    const bool fax = measureScan("read-fax", worker, u"bill-eng-fax.tif"_s, u"eng"_s, "NG-0048-221937");
    // Not a tilted one: of that the command reads only a few words, and is done sooner.
    const bool scan = measureScan("read-scan", worker, u"bill-eng-150.jpg"_s, u"eng"_s, "NG-0048-221937");
    return text && fax && scan ? 0 : 1;
}

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later

// A4 pages at 150 dpi through the document worker (process, pipe, shared memory, copy) against Poppler in this process. One JSON line per
// case:
// {"name":"render-text","ours":ms,"reference":ms,"ratio":ours/reference}, medians of alternating runs after one warm-up each.
#include "core/documents/docworker.h"

#include <poppler-qt6.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QGuiApplication>
#include <QImage>

#include <algorithm>
#include <cstdio>
#include <vector>

#include <sched.h>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 25;
constexpr double kDpi = 150;

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

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

template<typename Work> double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

bool measure(const char *name, DocWorker &worker, const DocumentBytes &document)
{
    const auto reference = Poppler::Document::loadFromData(document.bytes);
    if (!reference)
        return false;
    reference->setRenderHint(Poppler::Document::Antialiasing);
    reference->setRenderHint(Poppler::Document::TextAntialiasing);
    bool same = true;
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int run = 0; run <= kRuns; ++run) {
        PageBitmap page;
        QImage image;
        const double mine = milliseconds([&] {
            const auto answer = waitedFor(worker.render(document, 0, kDpi));
            if (answer.ok())
                page = *answer;
        });
        const double other = milliseconds([&] { image = reference->page(0)->renderToImage(kDpi, kDpi); });
        same = same && !page.isNull() && qAbs(page.width - image.width()) <= 1 && qAbs(page.height - image.height()) <= 1;
        if (run > 0) {
            ours.push_back(mine);
            theirs.push_back(other);
        }
    }
    printf("{\"name\":\"%s\",\"ours\":%.2f,\"reference\":%.2f,\"ratio\":%.3f}\n", name, median(ours), median(theirs),
           median(ours) / median(theirs));
    return same;
}

/// Everything on one core: the cores of a shared machine differ by half at times, and the worker would be measured on another one than
/// its reference.
void stayOnOneCore()
{
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(unsigned(qMax(0, ::sched_getcpu())), &one);
    ::sched_setaffinity(0, sizeof one, &one);
}

} // namespace

int main(int argc, char **argv)
{
    stayOnOneCore();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {});
    DocWorker worker;
    const auto scan = waitedFor(worker.toPdf({sample(u"bill-deu-r2.jpg"_s)}));
    if (!scan.ok()) {
        fputs(scan.error().message.toUtf8().constData(), stderr);
        return 1;
    }
    const bool text = measure("render-text", worker, sample(u"bill-deu.pdf"_s));
    const bool picture = measure("render-scan", worker, documentBytes(*scan, u"scan.pdf"_s));
    return text && picture ? 0 : 1;
}

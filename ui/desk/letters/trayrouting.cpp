// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Routing of scanned files, as the tray shows it.
#include "core/desk/desksession.h"
#include "ui/desk/letters/trayview.h"
#include "ui/models/answer.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"

#include <QFileInfo>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kMostNamed = 6; ///< references in the sentence after a run

} // namespace

void TrayView::pickFiles()
{
    if (m_session.letterRouter().isRunning())
        return;
    const QStringList paths = m_prompts.openFiles(this, tr("Route Scanned Letters"), tr("Scanned letters (*.pdf *.tif *.tiff *.jpg *.jpeg *.png *.heic *.heif *.avif);;All files (*)"));
    if (!paths.isEmpty())
        routeFiles(paths);
}

void TrayView::routeFiles(const QStringList &paths)
{
    if (paths.isEmpty() || m_session.letterRouter().isRunning())
        return;
    m_bar->clear();
    m_refused.clear();
    m_route->setEnabled(false);
    checkNext(paths, {});
}

/// Read, and looked through for viruses like every other file that comes in.
void TrayView::checkNext(QStringList paths, QList<DocumentBytes> files)
{
    if (paths.isEmpty())
        return route(files);
    const auto file = readForIntake(paths.takeFirst(), m_session.limits());
    if (!file) {
        m_refused << file.error().message;
        return checkNext(paths, files);
    }
    whenAnswered(m_scanner.scan(file->bytes), this, [this, paths, files, file = *file](const VirusVerdict &verdict) {
        const bool infected = verdict.state == VirusVerdict::State::Found;
        if (infected)
            m_refused << VirusScanner::refusal(file.fileName, verdict).message;
        checkNext(paths, infected ? files : files + QList<DocumentBytes>{file});
    });
}

void TrayView::route(const QList<DocumentBytes> &files)
{
    if (files.isEmpty())
        return showReport(RoutingReport());
    watchRouter();
    whenAnswered(m_session.letterRouter().route(files), this, [this](const Result<RoutingReport> &report) { showReport(report); });
}

void TrayView::watchRouter()
{
    LetterRouter &router = m_session.letterRouter();
    m_route->setEnabled(false);
    m_busy->start(tr("Scanned letters are being read…"));
    connect(&router, &LetterRouter::pageRead, m_busy, [this](const QString &file, int page, int pages) {
        const QString text = tr("%1: %2 of %n page(s) read", "file", pages).arg(file).arg(page);
        if (page == 0)
            m_busy->start(text, pages);
        m_busy->setProgress(page, text);
    });
    connect(m_busy, &BusyBar::cancelRequested, &router, &LetterRouter::cancel);
}

void TrayView::showReport(const Result<RoutingReport> &report)
{
    m_session.letterRouter().disconnect(m_busy);
    m_busy->disconnect(&m_session.letterRouter());
    m_busy->finish();
    m_route->setEnabled(true);
    QStringList sentences;
    if (!report)
        sentences << report.error().message;
    if (report) {
        QStringList references;
        for (const RoutedPart &part : report->parts) {
            if (part.place.kind == PartPlace::Kind::Attached && !references.contains(part.place.reference))
                references << part.place.reference;
        }
        const int added = report->count(PartPlace::Kind::Attached), known = report->count(PartPlace::Kind::Known), waiting = report->count(PartPlace::Kind::Tray);
        const bool many = references.size() > kMostNamed;
        if (added > 0)
            sentences << tr("%n letter(s) added to %1.", nullptr, added).arg(references.mid(0, kMostNamed).join(tr(", ")) + (many ? tr(" and others") : QString()));
        if (waiting > 0)
            sentences << tr("%n wait here.", nullptr, waiting);
        if (known > 0)
            sentences << tr("%n were there already.", nullptr, known);
        for (const UnroutedFile &file : report->failed)
            sentences << tr("%1: %2", "file, reason").arg(file.file, file.error.message);
        if (report->cancelled)
            sentences << tr("Cancelled before all pages had their place.");
    }
    const bool failed = !report || !report->failed.isEmpty() || !m_refused.isEmpty();
    const bool waits = report && report->count(PartPlace::Kind::Tray) > 0;
    sentences += m_refused;
    if (!sentences.isEmpty())
        m_bar->showMessage(failed ? State::Problem : waits ? State::Waiting : State::Good, sentences.join(u' '));
    lookForUnfinished();
}

void TrayView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    lookForUnfinished();
}

/// What a crash, a power cut or a cancel left.
void TrayView::lookForUnfinished()
{
    whenAnswered(m_session.letters().unfinished(), this, [this](const Result<QList<LetterBatch>> &batches) {
        m_unfinished = batches && !m_busy->isRunning() ? *batches : QList<LetterBatch>();
        if (m_unfinished.isEmpty())
            return m_unfinishedBar->clear();
        QStringList names;
        for (const LetterBatch &batch : std::as_const(m_unfinished))
            names << batch.fileName;
        m_unfinishedBar->showMessage(State::Waiting, tr("%1: routing was interrupted, some pages have no place yet.").arg(names.join(tr(", "))), {m_continue, m_discard});
    });
}

void TrayView::discardUnfinished()
{
    const Question question{tr("Discard the Rest"), tr("The pages that have no place yet are deleted from the store. What was routed stays with its cases. This cannot be undone."),
                            tr("Discard Pages"), tr("Keep Them")};
    if (m_unfinished.isEmpty() || !m_prompts.confirm(this, question))
        return;
    for (const LetterBatch &batch : std::as_const(m_unfinished))
        whenAnswered(m_session.letters().finish(batch.id), this, [this](const Result<void> &) { lookForUnfinished(); });
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/dossiersaver.h"

#include "core/desk/desksession.h"
#include "ui/models/answer.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/filesaving.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

DossierMaker::Fetch fetchFrom(DeskSession &session)
{
    return [&session](const QString &sha256, const QString &fileName) { return session.document(sha256, fileName); };
}

DossierMaker::FetchMarks marksFrom(DeskSession &session)
{
    return [&session](const QString &sha256) {
        auto promise = std::make_shared<QPromise<Result<QList<Mark>>>>();
        promise->start();
        whenAnswered(session.marks(sha256), &session, [promise](const Result<QList<StoredMark>> &stored) {
            QList<Mark> marks;
            for (const StoredMark &row : stored ? *stored : QList<StoredMark>())
                marks << row.mark;
            promise->addResult(stored ? Result<QList<Mark>>(marks) : Result<QList<Mark>>(stored.error()));
            promise->finish();
        });
        return promise->future();
    };
}

} // namespace

DossierSaver::DossierSaver(DeskSession &session, Prompts &prompts, QWidget *parent)
    : QObject(parent), m_session(session), m_prompts(prompts), m_maker(session.worker(), fetchFrom(session), marksFrom(session)), m_busy(new BusyBar(parent)), m_bar(new MessageBar(parent))
{
    m_busy->setObjectName(u"dossierBusyBar"_s);
    m_bar->setObjectName(u"dossierMessageBar"_s);
    m_bar->setClosable(true);
    connect(&m_maker, &DossierMaker::progressed, this, [this](int done, int total) {
        m_busy->setProgress(done, done < total ? tr("Binding document %1 of %2").arg(done + 1).arg(total) : tr("Putting the dossier together"));
    });
    connect(m_busy, &BusyBar::cancelRequested, this, [this] { m_future.cancel(); });
}

void DossierSaver::save(const CaseDetails &details, DossierAudience audience)
{
    if (m_running)
        return;
    const QString name = audience == DossierAudience::Desk ? tr("dossier %1.pdf") : tr("dossier %1 for the carrier.pdf");
    const QString path = m_prompts.saveFile(m_busy->window(), tr("Save the Dossier"), name.arg(details.portCase.reference),
                                            tr("One PDF (*.pdf);;Archive with the originals (*.zip)"));
    if (path.isEmpty())
        return;
    DossierInput input;
    input.portCase = details.portCase;
    input.timeline = details.timeline;
    input.audience = audience;
    if (const Country *country = m_session.countries().country(details.portCase.country))
        input.countryName = country->name;
    input.made = m_session.clock().now();
    input.zone = m_session.zone();
    m_running = true;
    m_bar->clear();
    m_busy->start(tr("Making the dossier"), int(details.portCase.documents.size()) + 1);
    const bool archive = path.endsWith(u".zip"_s, Qt::CaseInsensitive);
    m_future = m_maker.make(input, archive ? DossierForm::Archive : DossierForm::Pdf);
    // Not whenAnswered: a cancelled dossier ends the progress, too.
    auto *watcher = new QFutureWatcher<Result<QByteArray>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        const auto answers = watcher->future();
        taken(answers.isCanceled() || answers.resultCount() == 0 ? Result<QByteArray>(Error{Error::Code::Cancelled, {}, {}}) : answers.result(), path);
    });
    watcher->setFuture(m_future);
}

void DossierSaver::taken(const Result<QByteArray> &dossier, const QString &path)
{
    m_running = false;
    m_busy->finish();
    if (!dossier) {
        if (dossier.error().code != Error::Code::Cancelled)
            m_bar->showMessage(State::Problem, tr("The dossier was not saved. %1").arg(dossier.error().message));
        return;
    }
    if (const auto saved = saveToFile(path, *dossier); !saved)
        m_bar->showMessage(State::Problem, saved.error().message);
    else
        m_bar->showMessage(State::Good, tr("The dossier was saved as %1.").arg(QDir::toNativeSeparators(path)));
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/documentviewer.h"

#include "ui/models/answer.h"
#include "ui/theme/spacing.h"
#include "ui/viewer/documentfinder.h"
#include "ui/viewer/findbar.h"
#include "ui/viewer/outlinepanel.h"
#include "ui/viewer/outlinesplit.h"
#include "ui/viewer/thumbnails.h"
#include "ui/viewer/viewerbar.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QStackedLayout>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kOpeningMs = 150;
constexpr int kWarmUpMs = 400; // after the window is there
constexpr qsizetype kMostReadings = 200;

} // namespace

DocumentViewer::DocumentViewer(DocWorker &worker, QWidget *parent)
    : QWidget(parent), m_worker(worker), m_emptyTitle(tr("No document")), m_emptySentence(tr("Choose a document to see its pages here.")), m_pages(new PageView),
      m_finder(new DocumentFinder(*m_pages, this)), m_bar(new ViewerBar(*m_pages)), m_findBar(new FindBar(*m_finder)), m_thumbnails(new Thumbnails),
      m_outline(new OutlinePanel), m_warnings(new MessageBar), m_busy(new BusyBar), m_printing(new BusyBar), m_state(new EmptyState), m_body(new QWidget),
      m_stack(new QStackedLayout)
{
    setObjectName(u"documentViewer"_s);
    layOut();
    makeActions();
    connectParts();
    installEventFilter(this);
    readSettings();
    clear();
    QTimer::singleShot(kWarmUpMs, this, [this] { m_worker.warmUp(); });
}

void DocumentViewer::layOut()
{
    auto *pages = new QWidget;
    auto *row = new QHBoxLayout(pages);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_thumbnails);
    row->addWidget(m_pages, 1);
    m_split = new OutlineSplit(m_outline, pages);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *widget : QList<QWidget *>{m_bar, m_findBar, m_warnings, m_printing})
        column->addWidget(widget);
    column->addWidget(m_split, 1);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    for (BusyBar *bar : {m_busy, m_printing})
        bar->setContentsMargins(Spacing::M, Spacing::S, Spacing::M, Spacing::S);
    outer->addWidget(m_busy);
    outer->addLayout(m_stack, 1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_body);
    m_thumbnails->hide();
    m_outline->hide();
}

void DocumentViewer::connectParts()
{
    connect(m_thumbnails, &Thumbnails::pageChosen, m_pages, &PageView::goToPage);
    connect(m_pages, &PageView::currentPageChanged, m_thumbnails, &Thumbnails::setCurrentPage);
    connect(m_outline, &OutlinePanel::pageChosen, m_pages, &PageView::goToPage);
    connect(m_outline, &OutlinePanel::left, m_pages, [this] { m_pages->setFocus(); });
    connect(m_pages, &PageView::currentPageChanged, m_outline, &OutlinePanel::setCurrentPage);
    connect(m_findBar, &FindBar::closed, m_pages, [this] { m_pages->setFocus(); });
    connect(m_pages, &PageView::pagesSeen, this, &DocumentViewer::readRest);
    connect(m_state, &EmptyState::actionTriggered, this, &DocumentViewer::load);
    auto *retry = new QAction(tr("Retry"), this);
    retry->setObjectName(u"retryPageAction"_s);
    connect(retry, &QAction::triggered, this, &DocumentViewer::showWarnings);
    connect(retry, &QAction::triggered, m_pages, &PageView::retry);
    connect(m_pages, &PageView::pageFailed, this, [this, retry](int page, const QString &sentence) {
        m_offersRetry = true;
        m_warnings->showMessage(State::Problem, tr("Page %1 cannot be shown. %2").arg(page + 1).arg(sentence), {retry});
    });
    connect(m_pages, &PageView::modeChanged, this, [this] {
        m_singleAction->setChecked(m_pages->isSinglePage());
        m_darkAction->setChecked(m_pages->isDark());
        m_thumbnails->setDark(m_pages->isDark());
    });
}

void DocumentViewer::setDocument(const DocumentBytes &document)
{
    if (m_source && !document.sha256.isEmpty() && document.sha256 == m_document.sha256)
        return;
    keepReading();
    m_document = document;
    load();
}

void DocumentViewer::load()
{
    if (m_document.bytes.isEmpty())
        return;
    if (m_source)
        setSource(nullptr);
    m_error.clear();
    m_busy->start(tr("Reading %1…").arg(m_document.fileName), 0, false);
    whenAnswered(m_worker.pageSizes(m_document), this, [this, ticket = ++m_ticket](const Result<QList<QSizeF>> &sizes) {
        if (ticket == m_ticket)
            take(sizes);
    });
    QTimer::singleShot(kOpeningMs, this, [this, ticket = m_ticket] {
        if (ticket == m_ticket && !m_source && m_error.isEmpty())
            showOpening();
    });
}

/// Said only when it takes a moment: words that flash up are noise, and painting them would hold up the page.
void DocumentViewer::showOpening()
{
    m_state->set(EmptyState::Kind::NothingYet, tr("Opening the document…"), m_document.fileName);
    m_state->setGlyph(Glyph::File);
    m_stack->setCurrentWidget(m_state);
}

void DocumentViewer::take(const Result<QList<QSizeF>> &sizes)
{
    m_busy->finish();
    if (!sizes.ok())
        return showFailure(sizes.error());
    m_info = {};
    m_info.pageSizes = *sizes;
    m_isComplete = false;
    m_stack->setCurrentWidget(m_body); // first: the pages are fetched at the size they will have
    setSource(new WorkerPageSource(m_worker, m_document, *sizes, this));
    if (const auto reading = m_readings.constFind(m_document.sha256); reading != m_readings.cend())
        m_pages->setReading(*reading);
    showWarnings();
    Q_EMIT loaded();
}

/// What a person sees after the page: looking through the whole file may take as long as painting the page.
void DocumentViewer::readRest()
{
    whenAnswered(m_worker.inspect(m_document), this, [this, ticket = m_ticket](const Result<DocumentInfo> &info) {
        if (ticket == m_ticket)
            takeInfo(info);
    });
    readOutline();
}

void DocumentViewer::takeInfo(const Result<DocumentInfo> &info)
{
    if (info.ok()) {
        const bool asThought = info->pageSizes == m_info.pageSizes;
        m_info = *info;
        if (!asThought)
            measureAgain();
    } else {
        m_info.warnings = {tr("The pages are shown, but what else is in the file could not be read.")};
    }
    if (!m_offersRetry)
        showWarnings();
}

/// Not all pages are as large as the first.
void DocumentViewer::measureAgain()
{
    m_source->setPageSizes(m_info.pageSizes);
    m_pages->setPageSizes(m_info.pageSizes);
    m_thumbnails->setSource(m_source);
    m_thumbnails->setCurrentPage(m_pages->currentPage());
}

void DocumentViewer::showWarnings()
{
    m_offersRetry = false;
    if (m_info.warnings.isEmpty())
        m_warnings->clear();
    else
        m_warnings->showMessage(State::Waiting, m_info.warnings.join(u' '));
}

void DocumentViewer::showFailure(const Error &error)
{
    m_error = error.message;
    m_state->set(EmptyState::Kind::Failed, tr("%1 cannot be shown").arg(m_document.fileName), error.message);
    m_stack->setCurrentWidget(m_state);
    Q_EMIT failed(error);
}

void DocumentViewer::setSource(WorkerPageSource *source)
{
    if (m_printer)
        m_printer->cancel();
    takeOutline({});
    WorkerPageSource *before = m_source;
    m_source = source;
    m_thumbnails->setSource(source); // first: the pages then tell it which one is current
    m_pages->setSource(source);
    m_finder->setSource(source);
    m_bar->refresh();
    if (before)
        before->deleteLater();
}

void DocumentViewer::clear()
{
    ++m_ticket;
    m_busy->finish();
    keepReading();
    m_document = {};
    m_info = {};
    m_error.clear();
    setSource(nullptr);
    m_warnings->clear();
    m_state->set(EmptyState::Kind::NothingYet, m_emptyTitle, m_emptySentence);
    m_state->setGlyph(Glyph::File);
    m_stack->setCurrentWidget(m_state);
}

void DocumentViewer::setEmptyText(const QString &title, const QString &sentence)
{
    m_emptyTitle = title;
    m_emptySentence = sentence;
    if (m_document.bytes.isEmpty())
        clear();
}

/// Who comes back to a document finds the place where they were.
void DocumentViewer::keepReading()
{
    if (!m_source || m_document.sha256.isEmpty())
        return;
    if (m_readings.size() >= kMostReadings)
        m_readings.clear();
    m_readings.insert(m_document.sha256, m_pages->reading());
}

void DocumentViewer::readOutline()
{
    whenAnswered(m_worker.outline(m_document), this, [this, ticket = m_ticket](const Result<QList<OutlineEntry>> &outline) {
        if (ticket != m_ticket)
            return;
        m_isComplete = true; // it was asked last
        if (outline)
            takeOutline(*outline);
    });
}

void DocumentViewer::takeOutline(const QList<OutlineEntry> &outline)
{
    m_outline->setOutline(outline, m_info.pages());
    m_outline->setCurrentPage(m_pages->currentPage());
    m_outlineAction->setVisible(!m_outline->isEmpty());
    showOutline();
}

bool DocumentViewer::isSettled() const
{
    return m_document.bytes.isEmpty() || !m_error.isEmpty() || (m_source && m_isComplete && m_pages->isSettled());
}

void DocumentViewer::setThumbnailsVisible(bool visible)
{
    m_thumbnailButton->setChecked(visible);
}

void DocumentViewer::setBarVisible(bool visible)
{
    m_bar->setVisible(visible);
}

void DocumentViewer::openFind()
{
    m_findBar->open();
}

} // namespace PortDesk

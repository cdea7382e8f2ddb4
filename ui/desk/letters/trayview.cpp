// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/letters/trayview.h"

#include "core/desk/desksession.h"
#include "ui/desk/letters/assignpane.h"
#include "ui/desk/letters/traymodel.h"
#include "ui/models/answer.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/viewer/documentviewer.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kListWidth = 380;
constexpr double kPictureDpi = 14;

QPixmap pixmapOf(const PageBitmap &page)
{
    return QPixmap::fromImage(QImage(page.pixels.get(), page.width, page.height, page.bytesPerLine, QImage::Format_RGB32).copy());
}

} // namespace

TrayView::TrayView(DeskSession &session, Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_session(session), m_prompts(prompts), m_model(new TrayModel(session.zone(), this)), m_bar(new MessageBar), m_unfinishedBar(new MessageBar), m_busy(new BusyBar),
      m_stack(new QStackedWidget), m_empty(new EmptyState)
{
    setObjectName(u"trayView"_s);
    setAcceptDrops(true);
    m_bar->setObjectName(u"trayBar"_s);
    m_bar->setClosable(true);
    m_unfinishedBar->setObjectName(u"unfinishedBar"_s);
    m_busy->setObjectName(u"trayBusy"_s);
    m_empty->setObjectName(u"trayEmpty"_s);
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::L);
    row->addWidget(makeList());
    row->addWidget(makeViewer(), 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(both);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::XL);
    column->setSpacing(Spacing::M);
    column->addWidget(makeHead());
    column->addWidget(m_busy);
    column->addWidget(m_unfinishedBar);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    makeActions();
    show(QList<TrayPart>());
    connect(m_empty, &EmptyState::actionTriggered, this, &TrayView::pickFiles);
    connect(&session.letters(), &LetterOffice::trayChanged, this, &TrayView::reload);
    reload();
}

QWidget *TrayView::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::M);
    auto *back = new QPushButton(themedIcon(Glyph::ArrowLeft), tr("Cases"));
    back->setObjectName(u"trayBackButton"_s);
    back->setToolTip(tr("Back to the cases (Esc)"));
    setQuiet(back);
    m_count = new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary);
    m_count->setObjectName(u"trayCountLabel"_s);
    m_route = new QPushButton(themedIcon(Glyph::Upload), tr("&Route Scanned Letters…"));
    m_route->setObjectName(u"routeLettersButton"_s);
    m_route->setToolTip(tr("Takes scanned files apart by the codes of their letters and adds each letter to its case"));
    setPrimary(m_route);
    row->addWidget(back);
    row->addWidget(new TextLabel(tr("Letters"), TextRole::Title));
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(m_route);
    connect(back, &QPushButton::clicked, this, &TrayView::backWanted);
    connect(m_route, &QPushButton::clicked, this, &TrayView::pickFiles);
    return head;
}

QWidget *TrayView::makeList()
{
    m_list = new QListView;
    m_list->setObjectName(u"trayList"_s);
    m_list->setAccessibleName(tr("Letters to assign"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TrayDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setUniformItemSizes(true);
    m_assign = new AssignPane(m_session);
    auto *card = new Card;
    card->setFlush(true);
    card->setFixedWidth(kListWidth);
    card->body()->setSpacing(0);
    card->body()->addWidget(m_list, 1);
    card->body()->addWidget(m_assign);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrayView::openSelection);
    connect(m_list, &QListView::activated, m_assign, &AssignPane::focusFinder);
    connect(m_model, &TrayModel::pictureWanted, this, &TrayView::loadPicture, Qt::QueuedConnection);
    connect(m_assign, &AssignPane::assignWanted, this, &TrayView::assign);
    connect(m_assign, &AssignPane::removeWanted, this, &TrayView::remove);
    connect(m_assign, &AssignPane::divideWanted, this, &TrayView::divide);
    return card;
}

QWidget *TrayView::makeViewer()
{
    m_viewer = new DocumentViewer(m_session.worker());
    m_viewer->setObjectName(u"trayViewer"_s);
    m_viewer->setEmptyText(tr("Nothing chosen"), tr("Choose an entry at the left to see its page."));
    auto *card = new Card;
    card->setFlush(true);
    card->body()->addWidget(m_viewer);
    return card;
}

void TrayView::makeActions()
{
    m_undo = new QAction(tr("Undo"), this);
    m_continue = new QAction(tr("Continue"), this);
    m_discard = new QAction(tr("Discard…"), this);
    connect(m_undo, &QAction::triggered, this, &TrayView::undoRemove);
    connect(m_discard, &QAction::triggered, this, &TrayView::discardUnfinished);
    connect(m_continue, &QAction::triggered, this, [this] {
        m_unfinishedBar->clear();
        watchRouter();
        whenAnswered(m_session.letterRouter().resume(), this, [this](const Result<RoutingReport> &report) { showReport(report); });
    });
    auto *del = new QShortcut(Qt::Key_Delete, m_list);
    del->setContext(Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &TrayView::remove);
    auto *undo = new QShortcut(QKeySequence::Undo, m_list);
    undo->setContext(Qt::WidgetShortcut);
    connect(undo, &QShortcut::activated, this, &TrayView::undoRemove);
    auto *back = new QShortcut(Qt::Key_Escape, m_list);
    back->setContext(Qt::WidgetShortcut);
    connect(back, &QShortcut::activated, this, &TrayView::backWanted);
}

void TrayView::reload()
{
    const int ticket = ++m_newest;
    whenAnswered(m_session.letters().tray(), this, [this, ticket](const Result<QList<TrayPart>> &parts) {
        if (ticket != m_newest)
            return;
        if (!parts)
            return fail(parts.error().message);
        show(*parts);
    });
}

void TrayView::show(const QList<TrayPart> &parts)
{
    const QModelIndexList before = m_list->selectionModel()->selectedRows();
    const int row = before.isEmpty() ? 0 : before.first().row();
    const TrayPartId current = before.isEmpty() ? TrayPartId() : m_model->at(row).id;
    m_model->setParts(parts, m_session.clock().now());
    m_count->setText(parts.isEmpty() ? QString() : tr("%n to assign", nullptr, int(parts.size())));
    m_empty->set(EmptyState::Kind::NothingYet, tr("No letters wait"),
                 tr("Drop scanned letters here, or choose them: each goes to its case by the code on it. What has no code waits here until you assign it."), tr("Route Scanned Letters…"));
    m_empty->setGlyph(Glyph::Mail);
    m_stack->setCurrentIndex(parts.isEmpty() ? 0 : 1);
    Q_EMIT countChanged(int(parts.size()));
    if (parts.isEmpty())
        openSelection();
    else if (m_list->selectionModel()->selectedRows().isEmpty())
        m_list->setCurrentIndex(m_model->index(qMax(0, m_model->rowOf(current) >= 0 ? m_model->rowOf(current) : std::min(row, int(parts.size()) - 1))));
}

QList<TrayPart> TrayView::selected() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end()); // bound in the order shown
    QList<TrayPart> parts;
    for (const QModelIndex &row : std::as_const(rows))
        parts << m_model->at(row.row());
    return parts;
}

void TrayView::openSelection()
{
    const QList<TrayPart> parts = selected();
    QList<TrayPartId> ids;
    for (const TrayPart &part : parts)
        ids << part.id;
    if (ids == m_shown && !ids.isEmpty()) // the list was read again: what is typed about them stays
        return;
    m_shown = ids;
    const int ticket = ++m_opened;
    m_assign->setChosen(int(parts.size()), parts.size() == 1 && parts.first().pages.size() > 1);
    if (parts.isEmpty()) {
        m_viewer->clear();
        return;
    }
    const TrayPart part = parts.first();
    whenAnswered(m_session.letters().trayFile(part.id), this, [this, ticket, part](const Result<DocumentBytes> &file) {
        if (ticket != m_opened)
            return;
        if (!file)
            return fail(file.error().message);
        m_viewer->setDocument(*file);
        readHints(part, *file, ticket);
    });
}

/// What the letter names is offered at once; what stands on the page follows when it has been read.
void TrayView::readHints(const TrayPart &part, const DocumentBytes &file, int ticket)
{
    const auto offer = [this, part, ticket](const QString &text, bool last) {
        whenAnswered(m_session.letters().hints(text, part.reference), this, [this, ticket, last](const Result<QList<CaseHint>> &hints) {
            if (ticket != m_opened)
                return;
            if (last)
                m_assign->setReading(false);
            if (hints && (last || !hints->isEmpty()))
                m_assign->setHints(*hints);
        });
    };
    m_assign->setReading(true);
    offer({}, false);
    whenAnswered(m_session.letterRouter().readPage(file, 0), this, [ticket, offer, this](const Result<PageReading> &page) {
        if (ticket != m_opened)
            return;
        QString text;
        if (page) {
            for (const ReadWord &word : page->words)
                text += word.text + (word.spaceAfter ? u' ' : u'\n');
        }
        offer(text, true);
    });
}

void TrayView::loadPicture(TrayPartId id)
{
    whenAnswered(m_session.letters().trayFile(id), this, [this, id](const Result<DocumentBytes> &file) {
        if (!file)
            return;
        whenAnswered(m_session.worker().render(*file, 0, kPictureDpi), this, [this, id](const Result<PageBitmap> &page) {
            if (page)
                m_model->setPicture(id, pixmapOf(*page));
        });
    });
}

void TrayView::assign(CaseId id, const QString &reference, const QString &kind)
{
    const QList<TrayPart> parts = selected();
    if (parts.isEmpty() || !id.isValid())
        return;
    m_assign->setBusy(true);
    collect(parts, {}, [this, parts, id, reference, kind](const QList<DocumentBytes> &files) {
        TrayAssignment assignment{{}, id, kind, files.first(), parts.first().mimeType, 0};
        for (const TrayPart &part : parts)
            assignment.parts << part.id;
        if (files.size() == 1)
            return finishAssign(assignment, reference);
        whenAnswered(m_session.worker().toPdf(files), this, [this, assignment, parts, reference](const Result<QByteArray> &pdf) {
            if (!pdf)
                return fail(pdf.error().message);
            TrayAssignment bound = assignment;
            bound.file = documentBytes(*pdf, parts.first().fileName);
            bound.mimeType = sniffedType(*pdf);
            finishAssign(bound, reference);
        });
    });
}

/// The bytes of the parts, one after the other.
void TrayView::collect(QList<TrayPart> parts, QList<DocumentBytes> files, const std::function<void(const QList<DocumentBytes> &)> &done)
{
    if (parts.isEmpty())
        return done(files);
    const TrayPartId id = parts.takeFirst().id;
    whenAnswered(m_session.letters().trayFile(id), this, [this, parts, files, done](const Result<DocumentBytes> &file) {
        if (!file)
            return fail(file.error().message);
        collect(parts, files + QList<DocumentBytes>{*file}, done);
    });
}

void TrayView::finishAssign(const TrayAssignment &assignment, const QString &reference)
{
    whenAnswered(m_session.worker().inspect(assignment.file), this, [this, assignment, reference](const Result<DocumentInfo> &info) {
        TrayAssignment counted = assignment;
        counted.pages = info ? info->pages() : 0; // what cannot be opened is still the customer's paper
        whenAnswered(m_session.letters().assign(counted), this, [this, reference, kind = assignment.kind](const Result<CaseDetails> &done) {
            m_assign->setBusy(false);
            if (!done)
                return fail(done.error().message);
            m_bar->showMessage(State::Good, tr("Added to %1 as %2.", "reference, kind of document").arg(reference, documentKindText(kind)));
            m_list->setFocus();
        });
    });
}

void TrayView::remove()
{
    QList<TrayPartId> ids;
    for (const TrayPart &part : selected())
        ids << part.id;
    if (ids.isEmpty())
        return;
    whenAnswered(m_session.letters().remove(ids), this, [this, ids](const Result<void> &done) {
        if (!done)
            return fail(done.error().message);
        m_removed = ids;
        m_bar->showMessage(State::Info, tr("%n entry(ies) deleted from the tray.", nullptr, int(ids.size())), {m_undo});
    });
}

void TrayView::undoRemove()
{
    if (m_removed.isEmpty())
        return;
    whenAnswered(m_session.letters().restore(std::exchange(m_removed, {})), this, [this](const Result<void> &done) {
        if (!done)
            return fail(done.error().message);
        m_bar->clear();
    });
}

void TrayView::divide()
{
    const QList<TrayPart> parts = selected();
    if (parts.size() != 1)
        return;
    m_assign->setBusy(true);
    collect(parts, {}, [this, part = parts.first()](const QList<DocumentBytes> &files) { dividePages(part, files.first(), {}); });
}

void TrayView::dividePages(const TrayPart &part, const DocumentBytes &file, QList<DocumentBytes> pages)
{
    if (pages.size() == part.pages.size()) {
        whenAnswered(m_session.letters().divide(part.id, pages), this, [this](const Result<void> &done) {
            m_assign->setBusy(false);
            if (!done)
                fail(done.error().message);
        });
        return;
    }
    whenAnswered(m_session.worker().extractPages(file, {int(pages.size())}), this, [this, part, file, pages](const Result<QByteArray> &pdf) {
        if (!pdf)
            return fail(pdf.error().message);
        dividePages(part, file, pages + QList<DocumentBytes>{documentBytes(*pdf, part.fileName)});
    });
}

void TrayView::fail(const QString &sentence)
{
    m_assign->setBusy(false);
    m_bar->showMessage(State::Problem, sentence);
    if (sender() != &m_session.letters()) // somebody else may have taken it
        reload();
}

void TrayView::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (m_route->isEnabled() && !urls.isEmpty() && std::all_of(urls.cbegin(), urls.cend(), [](const QUrl &url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void TrayView::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        paths << url.toLocalFile();
    event->acceptProposedAction();
    routeFiles(paths);
}

} // namespace PortDesk

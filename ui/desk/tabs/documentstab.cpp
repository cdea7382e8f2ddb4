// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/tabs/documentstab.h"

#include "core/desk/desksession.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/desk/tabs/adddocumentbar.h"
#include "ui/desk/tabs/signaturenote.h"
#include "ui/desk/tabs/virusnote.h"
#include "ui/models/answer.h"
#include "ui/models/casetables.h"
#include "ui/models/reviewwords.h"
#include "ui/scan/scandialog.h"
#include "ui/theme/spacing.h"
#include "ui/viewer/composedpdfview.h"
#include "ui/viewer/documentviewer.h"
#include "ui/viewer/markbook.h"
#include "ui/viewer/markspane.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kListWidth = 380;
constexpr int kMarksWidth = 220;

} // namespace

DocumentsTab::DocumentsTab(DeskSession &session, Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_session(session), m_prompts(prompts), m_model(new DocumentsModel(this))
{
    setObjectName(u"documentsTab"_s);
    setAcceptDrops(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::XL);
    row->setSpacing(Spacing::L);
    row->addWidget(makeList());
    row->addWidget(makeViewer(), 1);
    setFocusProxy(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DocumentsTab::openCurrent);
}

QWidget *DocumentsTab::makeList()
{
    m_table = new TableView;
    m_table->setObjectName(u"documentsTable"_s);
    m_table->setAccessibleName(tr("Documents of the case"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(DocumentsModel::StatusColumn, new BadgeDelegate(m_table));
    m_table->setColumnHidden(DocumentsModel::FileColumn, true);
    m_table->setColumnHidden(DocumentsModel::PagesColumn, true);
    m_table->setColumnHidden(DocumentsModel::IssuedColumn, true);
    m_table->setColumnWidth(DocumentsModel::StatusColumn, 120);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(DocumentsModel::KindColumn, QHeaderView::Stretch);
    m_bar = new MessageBar;
    m_bar->setClosable(true);
    m_addBar = new AddDocumentBar;
    m_virus = new VirusNote;
    m_signature = new SignatureNote;
    m_signature->setContentsMargins(Spacing::M, 0, Spacing::M, 0); // as the notes below it
    m_add = new QPushButton(themedIcon(Glyph::Upload), tr("&Add Document…"));
    m_add->setObjectName(u"addDocumentButton"_s);
    m_scan = new QPushButton(tr("&Scan…"));
    m_scan->setObjectName(u"scanDocumentButton"_s);
    m_scan->setToolTip(tr("Scan a paper into this case"));
    m_waive = new QPushButton(tr("Waive…"));
    m_waive->setObjectName(u"waiveDocumentButton"_s);
    m_letter = new QPushButton(tr("Preview LOA"));
    m_letter->setObjectName(u"previewLoaButton"_s);
    m_letter->setToolTip(tr("The letter of authorisation as it would be printed now"));
    m_review = new QPushButton(tr("Re&view"));
    m_review->setObjectName(u"reviewDocumentButton"_s);
    m_review->setToolTip(tr("Facts, page and verdict side by side (F7)"));
    auto *buttons = new QGridLayout;
    buttons->setContentsMargins(Spacing::M, Spacing::M, Spacing::M, Spacing::M);
    buttons->setSpacing(Spacing::S);
    buttons->addWidget(m_review, 0, 0);
    buttons->addWidget(m_add, 0, 1);
    buttons->addWidget(m_scan, 1, 0);
    buttons->addWidget(m_letter, 1, 1);
    buttons->addWidget(m_waive, 2, 0, 1, 2);
    auto *card = new Card;
    card->setFlush(true);
    card->setFixedWidth(kListWidth);
    card->body()->setSpacing(0);
    card->body()->addWidget(m_bar);
    card->body()->addWidget(m_addBar);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_signature);
    card->body()->addWidget(m_virus);
    card->body()->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, &DocumentsTab::pickFile);
    connect(m_scan, &QPushButton::clicked, this, &DocumentsTab::scan);
    connect(m_waive, &QPushButton::clicked, this, [this] {
        const QModelIndex index = m_table->currentIndex();
        Q_EMIT waiveWanted(index.isValid() ? m_model->at(index.row()).kind : QString());
    });
    connect(m_letter, &QPushButton::clicked, this, &DocumentsTab::previewLetter);
    connect(m_review, &QPushButton::clicked, this, [this] { Q_EMIT reviewWanted(currentSha()); });
    connect(m_table, &TableView::rowActivated, this, [this] {
        if (m_review->isVisible() && !currentSha().isEmpty())
            Q_EMIT reviewWanted(currentSha());
    });
    connect(m_addBar, &AddDocumentBar::accepted, this, &DocumentsTab::add);
    return card;
}

QWidget *DocumentsTab::makeViewer()
{
    m_empty = new EmptyState;
    m_empty->setObjectName(u"viewerEmpty"_s);
    m_stack = new QStackedWidget;
    m_viewer = new DocumentViewer(m_session.worker());
    m_viewer->setObjectName(u"documentViewer"_s);
    m_letterView = new ComposedPdfView;
    m_letterView->setObjectName(u"letterView"_s);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_viewer);
    m_stack->addWidget(m_letterView);
    auto *card = new Card;
    card->setFlush(true);
    m_verdict = new MessageBar;
    m_verdict->setObjectName(u"verdictBar"_s);
    m_marks = new MarksPane(m_session, *m_viewer->pages());
    m_marks->setObjectName(u"publicMarks"_s);
    m_marks->setFixedWidth(kMarksWidth);
    m_marks->hide();
    connect(m_marks, &MarksPane::marksRead, this, [this] { m_marks->setVisible(m_stack->currentWidget() == m_viewer && !m_marks->book().marks().isEmpty()); });
    connect(m_marks, &MarksPane::failed, this, [this](const Error &error) { m_bar->showMessage(State::Problem, error.message); });
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    row->addWidget(m_stack, 1);
    row->addWidget(m_marks);
    card->body()->addWidget(m_verdict);
    card->body()->addLayout(row, 1);
    showNothing(tr("No document chosen"), tr("Choose a document at the left, or drop a file here."));
    return card;
}

void DocumentsTab::showCase(const CaseDetails &details)
{
    const bool sameCase = m_details.portCase.id == details.portCase.id;
    const int row = sameCase ? m_table->currentIndex().row() : -1;
    m_details = details;
    m_model->setCase(details.portCase);
    const Role role = m_session.actor().role;
    m_review->setVisible(role == Role::Agent || role == Role::Supervisor);
    m_review->setEnabled(std::any_of(details.portCase.documents.cbegin(), details.portCase.documents.cend(), [](const CaseDocument &document) { return !document.sha256.isEmpty(); }));
    m_waive->setVisible(details.allowedActions.contains(u"waive"_s));
    m_add->setEnabled(isOpen(details.portCase.stage));
    m_scan->setEnabled(m_add->isEnabled());
    if (!sameCase)
        m_addBar->hide();
    const int first = row >= 0 && row < m_model->rowCount() ? row : 0;
    if (m_model->rowCount() > 0)
        m_table->selectRow(first);
    if (m_model->rowCount() > 0 && m_stack->currentWidget() == m_viewer)
        showVerdict(m_model->at(first)); // somebody may have decided meanwhile
    else
        showNothing(tr("No documents"), tr("Drop a file here, or press Add Document."));
}

QString DocumentsTab::currentSha() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->at(index.row()).sha256 : QString();
}

void DocumentsTab::openCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    const CaseDocument document = m_model->at(index.row());
    const int ticket = ++m_newest;
    m_virus->clearDocument();
    m_signature->clear();
    if (document.sha256.isEmpty()) {
        showNothing(documentKindText(document.kind), document.waived.isEmpty() ? tr("Declared unavailable: %1.").arg(document.unavailable) : tr("Waived: %1").arg(document.waived));
        return;
    }
    const bool letter = document.kind == u"loa";
    whenAnswered(m_session.document(document.sha256, document.fileName), this, [this, ticket, document, letter](const Result<DocumentBytes> &bytes) {
        if (ticket != m_newest)
            return;
        if (!bytes) {
            showNothing(tr("The document could not be read"), bytes.error().message);
            return;
        }
        m_viewer->setDocument(*bytes);
        m_virus->setDocument(*bytes);
        showSignatures(*bytes, letter);
        m_stack->setCurrentWidget(m_viewer);
        showVerdict(document);
        if (m_session.actor().role == Role::Customer) // the desk has its marks in the review
            m_marks->open(document.sha256);
    });
}

/// What the desk decided, as its customer may read it: no names, no notes of the desk.
void DocumentsTab::showVerdict(const CaseDocument &document)
{
    const Review *review = reviewOf(m_details.portCase, document);
    if (!review)
        return m_verdict->clear();
    m_verdict->showMessage(review->accepted ? State::Good : State::Problem, verdictWords(*review));
}

void DocumentsTab::showSignatures(const DocumentBytes &document, bool letter)
{
    const CountryRecord *rules = m_session.countries().record(m_details.portCase.country, m_details.portCase.type);
    const bool paperOnly = letter && rules && rules->signature == SignatureKind::Wet;
    whenAnswered(m_session.signatures(document), this, [this, ticket = m_newest, paperOnly](const Result<SignatureFindings> &findings) {
        if (ticket == m_newest && findings)
            m_signature->showFindings(*findings, paperOnly);
    });
}

void DocumentsTab::showNothing(const QString &title, const QString &sentence)
{
    m_empty->set(EmptyState::Kind::NothingYet, title, sentence);
    m_empty->setGlyph(Glyph::File);
    m_verdict->clear();
    m_marks->hide();
    m_stack->setCurrentWidget(m_empty);
}

void DocumentsTab::pickFile()
{
    const QStringList files = m_prompts.openFiles(this, tr("Add Document"), tr("Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic *.heif *.avif)"));
    if (!files.isEmpty())
        offerFile(files.first());
}

void DocumentsTab::offerFile(const QString &path)
{
    m_bar->clear();
    const auto file = readForIntake(path, m_session.limits());
    if (!file) {
        m_bar->showMessage(State::Problem, file.error().message);
        return;
    }
    offer(*file);
}

void DocumentsTab::scan()
{
    const QDate today = m_session.clock().today(m_session.zone());
    auto *dialog = new ScanDialog(m_session.worker(), m_prompts, {tr("Scan a Document"), scannedFileName({}, today), m_session.limits().maximumBytes}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ScanDialog::scanned, this, [this](const DocumentBytes &document) {
        m_bar->clear();
        if (const auto checked = checkForIntake(document.bytes, document.fileName, m_session.limits()); checked)
            offer(*checked);
        else
            m_bar->showMessage(State::Problem, checked.error().message);
    });
    dialog->open();
}

void DocumentsTab::offer(const DocumentBytes &bytes)
{
    // The kind is guessed from the first page's words; a scan without words keeps the guess by name.
    whenAnswered(m_session.worker().words(bytes, 0), this, [this, bytes](const Result<QList<Word>> &words) {
        QString text;
        if (words) {
            for (const Word &word : *words)
                text += word.text + u' ';
        }
        m_addBar->ask(bytes, guessedKind(bytes.fileName, text), guessedIssueDate(text));
    });
}

void DocumentsTab::add(const DocumentBytes &file, const CaseDocument &document)
{
    whenAnswered(m_scanner.scan(file.bytes), this, [this, file, document](const VirusVerdict &verdict) {
        if (verdict.state == VirusVerdict::State::Found)
            refuseFile(VirusScanner::refusal(file.fileName, verdict).message);
        else
            addScanned(file, document);
    });
}

void DocumentsTab::refuseFile(const QString &sentence)
{
    m_addBar->setBusy(false);
    m_bar->showMessage(State::Problem, sentence);
}

void DocumentsTab::addScanned(const DocumentBytes &file, const CaseDocument &document)
{
    const Case target = m_details.portCase;
    whenAnswered(m_session.worker().inspect(file), this, [this, target, file, document](const Result<DocumentInfo> &info) {
        if (!info) {
            refuseFile(info.error().message);
            return;
        }
        const SubmittedFile submitted{0, file, info->mimeType, info->pages()};
        whenAnswered(m_session.addDocument(target.id, target.revision, submitted, document), this, [this](const Result<CaseDetails> &done) {
            m_addBar->setBusy(false);
            if (!done) {
                m_bar->showMessage(State::Problem, done.error().message);
                return;
            }
            m_addBar->hide();
            Q_EMIT caseChanged(*done);
            m_table->selectRow(m_model->rowCount() - 1);
        });
    });
}

void DocumentsTab::previewLetter()
{
    m_bar->clear();
    const Case &portCase = m_details.portCase;
    const QList<CasePlan> plans = split(portCase.request, m_session.countries());
    if (plans.isEmpty())
        return;
    const auto letter = loaLetter(portCase.request, plans.first(), m_session.countries(), portCase.reference, m_session.clock().today(m_session.zone()));
    if (!letter) {
        m_bar->showMessage(State::Problem, letter.error().message);
        return;
    }
    const int ticket = ++m_newest;
    whenAnswered(m_session.worker().compose(*letter), this, [this, ticket](const Result<QByteArray> &pdf) {
        if (ticket != m_newest)
            return;
        if (!pdf) {
            m_bar->showMessage(State::Problem, pdf.error().message);
            return;
        }
        m_letterView->setPdf(*pdf);
        m_verdict->clear();
        m_marks->hide();
        m_stack->setCurrentWidget(m_letterView);
    });
}

void DocumentsTab::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (m_add->isEnabled() && urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void DocumentsTab::dropEvent(QDropEvent *event)
{
    offerFile(event->mimeData()->urls().value(0).toLocalFile());
    event->acceptProposedAction();
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/documentspage.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/scan/scandialog.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"
#include "ui/wizard/correction.h"
#include "ui/wizard/documentdetails.h"
#include "ui/wizard/requestdocuments.h"
#include "ui/wizard/dropzone.h"
#include "ui/wizard/formpage.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace PortDesk {
using namespace Qt::StringLiterals;

DocumentsPage::DocumentsPage(const WizardContext &pageContext, QWidget *parent)
    : WizardPage(u"documentsPage"_s, pageContext, parent), m_zone(new DropZone(tr("Drop files here or paste them: PDF, JPEG, PNG, TIFF or HEIC, at most %1 each.")
                                                                                 .arg(QLocale().formattedDataSize(pageContext.session.limits().maximumBytes, 0)))),
      m_busy(new BusyBar), m_model(new RequestDocuments(pageContext.draft, this)), m_table(new TableView),
      m_details(new DocumentDetails(pageContext)), m_intake(pageContext.session), m_undo(new QAction(tr("Undo"), this))
{
    setHeading(tr("Which papers prove it?"), tr("Attach what the list asks for. Each paper must show the owner, the address and the numbers exactly as you wrote them."));
    m_zone->setObjectName(u"dropZone"_s);
    body()->addWidget(m_zone);
    body()->addWidget(m_busy);
    makeTable();
    body()->addWidget(m_details, 1);
    m_undo->setObjectName(u"undoRemoveAction"_s);
    connect(m_undo, &QAction::triggered, this, &DocumentsPage::restoreRemoved);
    connect(&draft(), &RequestDraft::wasReset, this, [this] { m_removed.reset(); }); // it belonged to another request
    connect(m_zone->browseButton(), &QPushButton::clicked, this, [this] { browse(); });
    connect(m_zone->scanButton(), &QPushButton::clicked, this, &DocumentsPage::scan);
    connect(m_zone, &DropZone::filesDropped, this, [this](const QStringList &paths) {
        forgetChoice();
        takeFiles(paths);
    });
    connect(m_zone, &DropZone::pictureDropped, this, [this](const QByteArray &png) {
        m_refusals.clear();
        forgetChoice();
        m_intake.takeBytes(png, tr("pasted picture.png"));
    });
    connect(new QShortcut(QKeySequence(QKeySequence::Paste), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this,
            [this] { m_zone->take(QApplication::clipboard()->mimeData()); });
    connect(&m_intake, &DocumentIntake::taken, this, &DocumentsPage::accept);
    connect(&m_intake, &DocumentIntake::refused, this, [this](const QString &sentence) {
        m_refusals << sentence;
        forgetChoice();
        showProblems();
    });
    connect(&m_intake, &DocumentIntake::runningChanged, this, [this](int running) {
        running ? m_busy->start(tr("Reading %n file(s)", nullptr, running), 0, false) : m_busy->finish();
    });
    connect(m_details, &DocumentDetails::attachRequested, this, &DocumentsPage::browse);
    connect(m_details, &DocumentDetails::unavailableRequested, this, &DocumentsPage::declareUnavailable);
    connect(m_details, &DocumentDetails::removeRequested, this, &DocumentsPage::removeDocument);
    connect(m_details, &DocumentDetails::replaceRequested, this, [this](int document) {
        m_replaces = document;
        browse(request().documents.at(document).kind);
        m_replaces = m_intake.running() ? document : -1;
    });
    connect(m_details, &DocumentDetails::edited, this, [this] { changed(); });
}

void DocumentsPage::makeTable()
{
    m_table->setObjectName(u"documentsTable"_s);
    m_table->setAccessibleName(tr("Documents the country asks for"));
    m_table->setModel(m_model);
    m_table->setEmbedded(true);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(RequestDocuments::StateColumn, new BadgeDelegate(m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(RequestDocuments::FileColumn, QHeaderView::Stretch);
    header->resizeSection(RequestDocuments::KindColumn, 250);
    header->resizeSection(RequestDocuments::DateColumn, 110);
    header->resizeSection(RequestDocuments::StateColumn, 160);
    body()->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DocumentsPage::showCurrent);
}

QString DocumentsPage::stepSubtitle() const
{
    m_model->refresh();
    if (m_model->attachedCount() == 0)
        return {};
    const int missing = m_model->missingCount();
    const QString attached = tr("%n attached", nullptr, m_model->attachedCount());
    return missing ? tr("%1, %n missing", nullptr, missing).arg(attached) : attached;
}

bool DocumentsPage::owns(const QString &pointer) const
{
    if (!pointer.startsWith(u"/documents") || pointer == u"/documents/loa")
        return false;
    const int index = pointer.section(u'/', 2, 2).toInt();
    return pointer == u"/documents" || index >= request().documents.size() || request().documents.at(index).kind != u"loa";
}

void DocumentsPage::enter()
{
    m_model->setRefused(isCorrecting() ? context().correction->refusals() : QHash<QString, QString>());
    changed(false);
    showProblems();
}

void DocumentsPage::focusField(const QString &pointer)
{
    if (const int refused = m_model->firstRefused(); pointer.isEmpty() && refused >= 0) {
        m_table->setCurrentIndex(m_model->index(refused, 0));
        return m_table->setFocus(Qt::OtherFocusReason);
    }
    const int row = m_model->rowOfDocument(pointer.count(u'/') > 1 ? pointer.section(u'/', 2, 2).toInt() : -1);
    m_table->setCurrentIndex(m_model->index(qMax(0, row), 0));
    m_table->setFocus(Qt::OtherFocusReason);
    if (pointer.endsWith(u"/issued"))
        m_details->focusDate();
}

void DocumentsPage::showProblems()
{
    m_model->refresh();
    m_details->showProblems();
    QStringList sentences = m_refusals;
    if (isRevealed()) {
        QList<Problem> general;
        for (const Problem &problem : problems()) {
            if (problem.field == u"/documents")
                general << problem;
        }
        sentences << problemSentences(general, 8);
        sentences.removeAll(QString());
    }
    const QString removed = removedWords();
    const State state = sentences.isEmpty() ? State::Info : State::Problem;
    if (!removed.isEmpty())
        sentences << removed;
    if (sentences.isEmpty())
        return bar()->clear();
    bar()->setClosable(!m_refusals.isEmpty() || state == State::Info);
    bar()->showMessage(state, sentences.join(u'\n'), removed.isEmpty() ? QList<QAction *>() : QList<QAction *>{m_undo});
}

void DocumentsPage::browse(const QString &kind)
{
    const QStringList paths = context().prompts.openFiles(this, kind.isEmpty() ? tr("Attach Documents") : tr("Attach: %1").arg(documentKindText(kind)),
                                                          tr("Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic *.heif *.avif);;All files (*)"));
    m_wantedKind = kind;
    takeFiles(paths);
}

void DocumentsPage::scan()
{
    const int row = m_table->currentIndex().row();
    const bool missing = row >= 0 && row < m_model->rowCount() && m_model->row(row).document < 0;
    const QString kind = missing ? m_model->row(row).kind : QString();
    const QString words = kind.isEmpty() ? QString() : documentKindText(kind);
    ScanPurpose purpose{words.isEmpty() ? tr("Scan a Document") : tr("Scan: %1").arg(words), scannedFileName(words, draft().today()), context().session.limits().maximumBytes};
    auto *dialog = new ScanDialog(context().session.worker(), context().prompts, purpose, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ScanDialog::scanned, this, [this, kind](const DocumentBytes &document) {
        m_refusals.clear();
        forgetChoice();
        m_wantedKind = kind;
        m_intake.takeBytes(document.bytes, document.fileName);
    });
    dialog->open();
}

/// A file that comes by another way is neither of the kind browsed for nor a replacement.
void DocumentsPage::forgetChoice()
{
    m_wantedKind.clear();
    m_replaces = -1;
}

void DocumentsPage::takeFiles(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    m_refusals.clear();
    showProblems();
    for (const QString &path : paths)
        m_intake.takeFile(path);
}

void DocumentsPage::accept(const TakenDocument &taken)
{
    const auto &documents = request().documents;
    const auto twin = std::find_if(documents.cbegin(), documents.cend(), [&](const RequestDocument &d) { return d.sha256 == taken.document.sha256; });
    if (twin != documents.cend()) {
        m_refusals << tr("%1 is attached already, as %2. Nothing was added.").arg(taken.document.fileName, documentKindText(twin->kind));
        return showProblems();
    }
    RequestDocument added;
    added.kind = !m_wantedKind.isEmpty() ? m_wantedKind : !taken.kind.isEmpty() && taken.kind != u"loa" ? taken.kind : m_model->firstMissing();
    if (added.kind.isEmpty())
        added.kind = taken.kind == u"loa" ? u"loa"_s : documentKinds().constLast();
    added.file = taken.document.fileName;
    added.sha256 = taken.document.sha256;
    added.issued = taken.issued;
    draft().setFacts(added.sha256, {true, {}, {}, taken.document.bytes.size(), taken.info.pages()});
    draft().edit([&](Request &request) {
        if (m_replaces >= 0 && m_replaces < request.documents.size())
            request.documents.removeAt(m_replaces);
        // What was declared unavailable is there now.
        request.documents.removeIf([&](const RequestDocument &other) { return other.kind == added.kind && !other.unavailable.isEmpty(); });
        request.documents << added;
    });
    m_removed.reset();
    forgetChoice();
    m_model->refresh();
    m_table->setCurrentIndex(m_model->index(m_model->rowOfDocument(int(request().documents.size()) - 1), 0));
    changed();
    showProblems();
}

void DocumentsPage::declareUnavailable(const QString &kind)
{
    RequestDocument declared;
    declared.kind = kind;
    declared.unavailable = u"carrier gives none"_s; // the contract's words, as the command line writes them
    draft().edit([&](Request &request) { request.documents << declared; });
    m_removed.reset();
    changed();
    showProblems();
}

void DocumentsPage::removeDocument(int document)
{
    m_removed = {document, request().documents.at(document)};
    draft().edit([document](Request &request) { request.documents.removeAt(document); });
    changed();
    showProblems();
}

/// Back to its place; what was attached meanwhile stays.
void DocumentsPage::restoreRemoved()
{
    if (!m_removed)
        return;
    const auto [place, document] = *std::exchange(m_removed, std::nullopt);
    draft().edit([&](Request &request) { request.documents.insert(std::min(qsizetype(place), request.documents.size()), document); });
    m_model->refresh();
    changed();
    m_table->setCurrentIndex(m_model->index(std::max(0, m_model->rowOfDocument(place)), 0));
    showProblems();
}

bool DocumentsPage::isCorrecting() const
{
    return context().correction && context().correction->isActive();
}

/// What became of the document that was taken out last, until it is put back or the person goes on.
QString DocumentsPage::removedWords() const
{
    if (!m_removed)
        return {};
    const RequestDocument &gone = m_removed->second;
    const QString name = gone.file.isEmpty() ? documentKindText(gone.kind) : gone.file;
    const Case portCase = isCorrecting() ? context().correction->portCase() : Case();
    const auto isGone = [&gone](const CaseDocument &document) { return document.kind == gone.kind && document.sha256 == gone.sha256; };
    const auto ofCase = std::find_if(portCase.documents.cbegin(), portCase.documents.cend(), isGone);
    if (ofCase == portCase.documents.cend())
        return tr("%1 was removed.").arg(name);
    if (isRefused(portCase, *ofCase))
        return tr("%1 was removed. It leaves the case when you send it back; if you attach a better copy, the desk keeps the refused one beside it.").arg(name);
    return tr("%1 was removed. It leaves the case when you send it back and counts for nothing then; the timeline tells the desk that it was there.").arg(name);
}

void DocumentsPage::changed(bool keepSelection)
{
    const int row = m_table->currentIndex().row();
    m_model->refresh();
    m_table->updateGeometry();
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(keepSelection ? qBound(0, row, m_model->rowCount() - 1) : qMax(0, row), 0));
    showCurrent();
    Q_EMIT stepChanged();
}

void DocumentsPage::showCurrent()
{
    const int row = m_table->currentIndex().row();
    if (row >= 0 && row < m_model->rowCount())
        m_details->show(m_model->row(row), m_model->refusalOf(m_model->row(row)));
    else
        m_details->showNothing();
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/review/reviewview.h"

#include "core/desk/desksession.h"
#include "ui/desk/review/factspane.h"
#include "ui/desk/review/reviewform.h"
#include "ui/desk/review/reviewhead.h"
#include "ui/desk/tabs/signaturenote.h"
#include "ui/models/answer.h"
#include "ui/theme/spacing.h"
#include "ui/viewer/documentviewer.h"
#include "ui/viewer/marklayer.h"
#include "ui/viewer/markspane.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

QString keyOf(const CaseDocument &document)
{
    return document.kind + u'|' + document.sha256;
}

QWidget *onSurface(QWidget *widget)
{
    widget->setAutoFillBackground(true);
    widget->setBackgroundRole(QPalette::Base);
    return widget;
}

} // namespace

ReviewView::ReviewView(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_head(new ReviewHead), m_bar(new MessageBar), m_facts(new FactsPane), m_viewer(new DocumentViewer(session.worker())),
      m_middle(new QSplitter), m_marks(new MarksPane(session, *m_viewer->pages())), m_form(new ReviewForm), m_signature(new SignatureNote)
{
    setObjectName(u"reviewView"_s);
    m_bar->setObjectName(u"reviewMessageBar"_s);
    m_bar->setClosable(true);
    m_viewer->setObjectName(u"reviewViewer"_s);
    m_viewer->setBarVisible(false);
    m_middle->setObjectName(u"reviewSplitter"_s);
    m_middle->setChildrenCollapsible(false);
    m_middle->addWidget(m_viewer);
    m_right = onSurface(makeRight());
    onSurface(m_facts);
    auto *row = new QHBoxLayout;
    row->setSpacing(1);
    row->addWidget(m_facts);
    row->addWidget(m_middle, 1);
    row->addWidget(m_right);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_bar);
    column->addLayout(row, 1);
    connectHead();
    connect(m_marks, &MarksPane::failed, this, [this](const Error &error) { m_bar->showMessage(State::Problem, error.message); });
    connect(m_facts, &FactsPane::factPicked, this, &ReviewView::pickFact);
    connect(m_facts, &FactsPane::takeOverWanted, this, &ReviewView::takeOver);
    connect(m_facts, &FactsPane::retryWanted, this, [this] { readEvidence(true); });
    connect(m_facts, &FactsPane::cancelWanted, this, [this] {
        m_reading.cancel();
        m_isReading = false;
        m_facts->showNothing(tr("Reading was stopped"), tr("Retry reads the document again. You can decide without the facts, too."), true);
    });
    connect(m_viewer->pages(), &PageView::highlightClicked, this, [this](int box) { m_facts->setCurrentRow(m_boxes.rows.value(box)); });
    connect(m_viewer->pages(), &PageView::zoomChanged, m_head, &ReviewHead::setZoom);
    connect(m_viewer, &DocumentViewer::loaded, this, [this] {
        showBoxes(); // a new source forgets them
        m_marks->readFileMarks(m_viewer->document());
        m_head->setZoom(m_viewer->pages()->zoom());
    });
    connect(m_form, &ReviewForm::acceptWanted, this, [this] { decide(m_form->acceptance()); });
    connect(m_form, &ReviewForm::refuseWanted, this, [this] { decide(m_form->refusal()); });
}

QWidget *ReviewView::makeRight()
{
    auto *right = new QWidget;
    right->setObjectName(u"reviewRight"_s);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(Spacing::L, Spacing::L, Spacing::L, Spacing::L);
    column->setSpacing(Spacing::S);
    column->addWidget(m_marks, 1);
    column->addWidget(m_signature);
    column->addWidget(m_form);
    return right;
}

void ReviewView::connectHead()
{
    const auto on = [this](const QString &id, auto handler) {
        QAction *action = m_head->action(id);
        addAction(action);
        connect(action, &QAction::triggered, this, handler);
    };
    on(u"back"_s, [this] { Q_EMIT backWanted(); });
    on(u"accept"_s, [this] { decide(m_form->acceptance()); });
    on(u"refuse"_s, [this] { decide(m_form->refusal()); });
    on(u"return"_s, [this] { Q_EMIT returnWanted(differencesOf(m_known.values())); });
    on(u"next-problem"_s, [this] { m_facts->stepProblem(1); });
    on(u"previous-problem"_s, [this] { m_facts->stepProblem(-1); });
    on(u"next-document"_s, [this] { stepDocument(1); });
    on(u"previous-document"_s, [this] { stepDocument(-1); });
    on(u"fit-width"_s, [this] { usedPages()->setFit(PageView::Fit::Width); });
    on(u"fit-page"_s, [this] { usedPages()->setFit(PageView::Fit::Page); });
    on(u"zoom-in"_s, [this] { usedPages()->zoomIn(); });
    on(u"zoom-out"_s, [this] { usedPages()->zoomOut(); });
    on(u"rotate"_s, [this] { usedPages()->rotate(); });
    on(u"other-page"_s, [this] { (usedPages() == m_viewer->pages() && isBeside() ? m_other : m_viewer)->pages()->setFocus(); });
    on(u"beside"_s, [this](bool checked) { showBeside(checked); });
    on(u"thumbnails"_s, [this](bool checked) { m_viewer->setThumbnailsVisible(checked); });
    on(u"find"_s, [this] { m_viewer->openFind(); });
    on(u"hide-marks"_s, [this](bool checked) { m_marks->layer().setVisible(!checked); });
    m_head->addToMenu(m_viewer->viewActions());
    m_viewer->claimFind(this);
    m_viewer->setMarksToPrint([this] { return m_marks->book().marks(); });
}

bool ReviewView::isBeside() const
{
    return m_other && m_other->isVisible();
}

/// Of two documents side by side the one that has the keyboard.
PageView *ReviewView::usedPages() const
{
    return isBeside() && m_other->isAncestorOf(focusWidget()) ? m_other->pages() : m_viewer->pages();
}

QString ReviewView::currentKey() const
{
    return keyOf(m_document);
}

QList<CaseDocument> ReviewView::papers() const
{
    QList<CaseDocument> all = m_details.portCase.documents;
    all.removeIf([](const CaseDocument &document) { return document.sha256.isEmpty(); });
    return all;
}

void ReviewView::open(const CaseDetails &details, const QString &sha256)
{
    if (m_details.portCase.id != details.portCase.id)
        m_known.clear();
    m_details = details;
    m_bar->clear();
    const QList<CaseDocument> all = papers();
    if (all.isEmpty()) {
        m_bar->showMessage(State::Info, tr("No document was handed in yet, so there is nothing to review."));
        return;
    }
    auto wanted = std::find_if(all.cbegin(), all.cend(), [&](const CaseDocument &document) {
        return sha256.isEmpty() ? !reviewOf(m_details.portCase, document) : document.sha256 == sha256;
    });
    openDocument(wanted == all.cend() ? all.first() : *wanted);
    m_viewer->pages()->setFocus();
}

void ReviewView::showCase(const CaseDetails &details)
{
    const auto verdictIn = [this](const Case &portCase) {
        const Review *review = reviewOf(portCase, m_document);
        return review ? std::optional(*review) : std::nullopt;
    };
    const Case before = m_details.portCase;
    m_details = details;
    showHead();
    // What was typed stays, unless somebody decided this document meanwhile.
    if (before.stage != details.portCase.stage || verdictIn(before) != verdictIn(details.portCase))
        showForm();
    if (before.request != details.portCase.request) { // the facts are others now
        m_known.clear();
        readEvidence(true);
    }
}

void ReviewView::close()
{
    ++m_ticket;
    m_reading.cancel();
    m_marks->close();
    m_viewer->clear();
}

void ReviewView::openDocument(const CaseDocument &document)
{
    const int ticket = ++m_ticket;
    m_reading.cancel();
    m_document = document;
    m_boxes = {};
    m_signature->clear();
    m_signatureReasons.clear();
    m_viewer->clear();
    showHead();
    showForm();
    m_marks->open(document.sha256);
    readEvidence(false);
    whenAnswered(m_session.document(document.sha256, document.fileName), this, [this, ticket](const Result<DocumentBytes> &bytes) {
        if (ticket != m_ticket)
            return;
        if (!bytes) {
            m_bar->showMessage(State::Problem, bytes.error().message);
            return;
        }
        m_viewer->setDocument(*bytes);
        readSignatures(*bytes);
    });
    showBeside(m_head->action(u"beside"_s)->isChecked());
}

void ReviewView::stepDocument(int by)
{
    const QList<CaseDocument> all = papers();
    const auto at = std::find_if(all.cbegin(), all.cend(), [this](const CaseDocument &document) { return keyOf(document) == keyOf(m_document); });
    const qsizetype next = at - all.cbegin() + by;
    if (next >= 0 && next < all.size())
        openDocument(all.at(next));
}

void ReviewView::showHead()
{
    const QList<CaseDocument> all = papers();
    const auto at = std::find_if(all.cbegin(), all.cend(), [this](const CaseDocument &document) { return keyOf(document) == keyOf(m_document); });
    const int place = int(at - all.cbegin()) + 1;
    m_head->showDocument(m_details.portCase.reference, m_document.fileName, documentKindText(m_document.kind),
                         tr("document %1 of %2").arg(place).arg(all.size()));
    m_head->action(u"next-document"_s)->setEnabled(place < all.size());
    m_head->action(u"previous-document"_s)->setEnabled(place > 1);
    m_facts->setTakeOver(m_details.allowedActions.contains(u"correct"_s));
    m_head->setReturnable(m_details.allowedActions.contains(u"return"_s));
}

void ReviewView::readEvidence(bool again)
{
    const QString key = currentKey();
    if (again)
        m_known.remove(key);
    m_isReading = false;
    if (m_known.contains(key)) {
        takeEvidence(m_known.value(key));
        return;
    }
    if (!m_read) {
        m_facts->showNothing(tr("No facts"), tr("This installation does not read documents by itself. Compare the page with the case."), false);
        return;
    }
    m_facts->showReading(tr("Reading %1…").arg(m_document.fileName));
    m_isReading = true;
    m_reading = m_read(m_details.portCase, m_document);
    whenAnswered(m_reading, this, [this, ticket = m_ticket](const Result<DocumentEvidence> &result) {
        if (ticket == m_ticket)
            takeEvidence(result);
    });
}

void ReviewView::takeEvidence(const Result<DocumentEvidence> &result)
{
    m_isReading = false;
    if (!result) {
        m_facts->showNothing(tr("The document could not be read"), result.error().message, true);
        return;
    }
    m_known.insert(currentKey(), *result);
    if (result->facts.isEmpty())
        m_facts->showNothing(tr("Nothing to compare"), tr("No value of the form has to stand in this kind of document."), false);
    else
        m_facts->showEvidence(*result);
    if (!reviewOf(m_details.portCase, m_document))
        m_form->suggest(suggestedReasons(*result));
    showBoxes();
}

void ReviewView::showBoxes()
{
    m_boxes = evidenceBoxes(m_facts->evidence(), m_facts->currentRow());
    m_viewer->pages()->setHighlights(m_boxes.boxes);
}

void ReviewView::pickFact(int row)
{
    showBoxes();
    const Evidence fact = m_facts->evidence().facts.value(row);
    if (fact.page >= 0 && !fact.boxes.isEmpty() && m_viewer->isLoaded())
        m_viewer->pages()->showBox(fact.page, fact.box());
}

/// The letter beside anything else; beside the letter the bill.
std::optional<CaseDocument> ReviewView::besideDocument() const
{
    const QString wanted = m_document.kind == u"loa" ? u"bill"_s : u"loa"_s;
    for (const CaseDocument &document : papers()) {
        if (document.kind == wanted)
            return document;
    }
    return std::nullopt;
}

void ReviewView::showBeside(bool beside)
{
    const auto other = besideDocument();
    m_head->setBeside(!other ? QString() : other->kind == u"loa" ? tr("B&eside LOA") : tr("B&eside Bill"), beside && other);
    if (m_other)
        m_other->setVisible(beside && other);
    if (!beside || !other)
        return;
    if (!m_other) {
        m_other = new DocumentViewer(m_session.worker());
        m_other->setObjectName(u"besideViewer"_s);
        m_other->setBarVisible(false);
        m_middle->addWidget(m_other);
    }
    m_other->show();
    whenAnswered(m_session.document(other->sha256, other->fileName), this, [this, ticket = m_ticket](const Result<DocumentBytes> &bytes) {
        if (ticket == m_ticket && bytes)
            m_other->setDocument(*bytes);
    });
}

MarkBook &ReviewView::marks() const
{
    return m_marks->book();
}

MarkLayer &ReviewView::layer() const
{
    return m_marks->layer();
}

bool ReviewView::isSettled() const
{
    const bool beside = !isBeside() || (m_other->isLoaded() && m_other->isSettled());
    return m_marks->isRead() && !m_isReading && beside && (!m_viewer->errorText().isEmpty() || (m_viewer->isLoaded() && m_viewer->isSettled()));
}

/// The page gets what is left; on a small window the sides give way first.
void ReviewView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_facts->setFixedWidth(std::clamp(width() * 26 / 100, 260, 330));
    m_right->setFixedWidth(std::clamp(width() * 21 / 100, 248, 280));
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/customerhome.h"

#include "core/desk/desksession.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/desk/caselistsource.h"
#include "ui/models/answer.h"
#include "ui/models/caselistmodel.h"
#include "ui/models/timewords.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/scrollpage.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/asides.h"
#include "ui/wizard/correction.h"
#include "ui/wizard/draftwords.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

void clearRows(QVBoxLayout &rows)
{
    while (QLayoutItem *item = rows.takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

CustomerHome::CustomerHome(DeskSession &session, Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_session(session), m_prompts(prompts), m_cases(new CaseListModel(this)), m_source(new CaseListSource(session, *m_cases, this)), m_bar(new MessageBar),
      m_returnedCard(new Card(tr("The desk asks for changes"))), m_returned(new QVBoxLayout), m_draftsCard(new Card(tr("Not handed in yet"))), m_drafts(new QVBoxLayout), m_casesCard(new Card(tr("Handed in"))), m_empty(new EmptyState), m_stack(new QStackedWidget)
{
    setObjectName(u"customerHome"_s);
    m_empty->setObjectName(u"customerEmpty"_s);
    m_empty->set(EmptyState::Kind::NothingYet, tr("No requests yet"), tr("Bring your numbers with you: it takes about ten minutes and the latest phone bill."), tr("Port Numbers…"));
    m_empty->setGlyph(Glyph::Phone);
    m_stack->addWidget(makeLists());
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::XL);
    column->setSpacing(Spacing::L);
    column->addWidget(makeHead());
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { Q_EMIT requestWanted({}); });
    connect(m_source, &CaseListSource::loaded, this, &CustomerHome::choosePage);
    connect(m_source, &CaseListSource::failed, this, [this](const Error &error) { m_bar->showMessage(State::Problem, error.message); });
    connect(&session, &DeskSession::draftsChanged, this, &CustomerHome::reloadDrafts);
    connect(&session, &DeskSession::casesChanged, this, &CustomerHome::reloadReturned);
    m_source->setQuery({});
    reloadDrafts();
    reloadReturned();
}

QWidget *CustomerHome::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    auto *port = new QPushButton(tr("&Port Numbers…"));
    port->setObjectName(u"portNumbersButton"_s);
    setPrimary(port);
    row->addWidget(new TextLabel(tr("Your requests"), TextRole::Title));
    row->addStretch();
    row->addWidget(port);
    connect(port, &QPushButton::clicked, this, [this] { Q_EMIT requestWanted({}); });
    return head;
}

QWidget *CustomerHome::makeLists()
{
    auto *table = new TableView;
    table->setObjectName(u"ownCasesTable"_s);
    table->setAccessibleName(tr("Requests handed in"));
    m_cases->setReader(Role::Customer);
    table->setModel(m_cases);
    table->setEmbedded(true);
    table->setItemDelegateForColumn(CaseListModel::StageColumn, new BadgeDelegate(table));
    table->setColumnHidden(CaseListModel::OwnerColumn, true);
    table->setColumnHidden(CaseListModel::AgentColumn, true);
    table->setColumnWidth(CaseListModel::CountryColumn, 150);
    table->setColumnWidth(CaseListModel::CarrierColumn, 180);
    table->setColumnWidth(CaseListModel::StageColumn, 160);
    m_casesCard->body()->addWidget(table);
    m_drafts->setSpacing(Spacing::M);
    m_draftsCard->body()->addLayout(m_drafts);
    m_returnedCard->setObjectName(u"returnedCard"_s);
    m_returnedCard->setEdge(State::Waiting);
    m_returned->setSpacing(Spacing::M);
    m_returnedCard->body()->addLayout(m_returned);
    auto *lists = new QWidget;
    auto *column = new QVBoxLayout(lists);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::L);
    column->addWidget(m_returnedCard);
    column->addWidget(m_draftsCard);
    column->addWidget(m_casesCard);
    column->addStretch(1);
    auto *scroll = new ScrollPage;
    scroll->setContent(lists);
    connect(table, &TableView::rowActivated, this, [this](const QModelIndex &index) { Q_EMIT caseActivated(m_cases->at(index.row()).id); });
    return scroll;
}

void CustomerHome::reloadDrafts()
{
    whenAnswered(m_session.drafts(), this, [this](const Result<QList<Draft>> &drafts) {
        if (drafts)
            showDrafts(*drafts);
        else
            m_bar->showMessage(State::Problem, drafts.error().message);
    });
}

void CustomerHome::showDrafts(const QList<Draft> &drafts)
{
    clearRows(*m_drafts);
    m_begun.clear();
    m_draftCount = 0;
    for (const Draft &draft : drafts) {
        if (const CaseId corrected = correctedCase(draft); corrected.isValid())
            m_begun << corrected;
        const auto isCorrected = [&](const CaseSummary &row) { return row.id == correctedCase(draft); };
        if (std::any_of(m_waiting.cbegin(), m_waiting.cend(), isCorrected))
            continue; // its case stands above
        m_drafts->addWidget(draftRow(draft));
        ++m_draftCount;
    }
    showReturned(m_waiting);
    choosePage();
}

void CustomerHome::reloadReturned()
{
    CaseQuery query;
    query.stages = {Stage::Returned};
    query.now = m_session.clock().now();
    whenAnswered(m_session.find(query), this, [this](const Result<CasePage> &page) {
        if (!page)
            return m_bar->showMessage(State::Problem, page.error().message);
        m_waiting = page->rows;
        reloadDrafts(); // which of them were begun
    });
}

void CustomerHome::showReturned(const QList<CaseSummary> &cases)
{
    clearRows(*m_returned);
    for (const CaseSummary &summary : cases)
        m_returned->addWidget(returnedRow(summary));
}

QWidget *CustomerHome::returnedRow(const CaseSummary &summary)
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::M);
    const bool begun = m_begun.contains(summary.id);
    QStringList parts{summary.owner, tr("%n number(s)", nullptr, summary.numbers)};
    if (summary.reasons > 0)
        parts << tr("%n thing(s) to change", nullptr, summary.reasons);
    if (begun)
        parts << tr("you have begun");
    auto *correct = new QPushButton(begun ? tr("Continue") : tr("Correct It…"));
    correct->setObjectName(u"correct%1Button"_s.arg(summary.reference));
    correct->setAccessibleName(tr("Correct %1").arg(summary.reference));
    setPrimary(correct);
    row->addWidget(new TextLabel(summary.reference, TextRole::Strong));
    row->addWidget(new TextLabel(parts.join(u" · "_s), TextRole::Body, TextLabel::Tone::Secondary), 1);
    row->addWidget(correct);
    connect(correct, &QPushButton::clicked, this, [this, id = summary.id] { Q_EMIT correctionWanted(id); });
    return widget;
}

QWidget *CustomerHome::draftRow(const Draft &draft)
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::M);
    auto *title = new TextLabel(ownerText(draft), TextRole::Strong);
    const QString saved = TimeWords::pastText(draft.savedAt, m_session.clock().now(), m_session.zone());
    QStringList parts{progressText(draft), countText(draft.request), tr("saved %1").arg(saved)};
    parts.removeAll(QString());
    auto *words = new TextLabel(parts.join(u" · "_s), TextRole::Body, TextLabel::Tone::Secondary);
    words->setObjectName(u"draft%1Label"_s.arg(draft.id.value));
    auto *resume = new QPushButton(tr("Continue"));
    resume->setObjectName(u"continueDraft%1Button"_s.arg(draft.id.value));
    resume->setAccessibleName(tr("Continue %1").arg(title->text()));
    auto *remove = new QPushButton(tr("Delete"));
    remove->setObjectName(u"deleteDraft%1Button"_s.arg(draft.id.value));
    remove->setAccessibleName(tr("Delete %1").arg(title->text()));
    setQuiet(remove);
    row->addWidget(title);
    row->addWidget(words, 1);
    auto *copy = new QPushButton(tr("Copy"));
    copy->setObjectName(u"copyDraft%1Button"_s.arg(draft.id.value));
    copy->setAccessibleName(tr("Copy %1 as a template").arg(title->text()));
    copy->setToolTip(tr("Begin a new request with these values. Documents and dates are not copied."));
    setQuiet(copy);
    row->addWidget(remove);
    row->addWidget(copy);
    copy->setHidden(correctedCase(draft).isValid());
    row->addWidget(resume);
    connect(copy, &QPushButton::clicked, this, [this, draft] { copyDraft(draft); });
    connect(resume, &QPushButton::clicked, this, [this, id = draft.id] { Q_EMIT requestWanted(id); });
    connect(remove, &QPushButton::clicked, this, [this, draft] { deleteDraft(draft); });
    return widget;
}

void CustomerHome::deleteDraft(const Draft &draft)
{
    const QString owner = draft.request.owner.displayName();
    const Question question{tr("Delete the request?"), tr("What was entered for %1 is lost. This cannot be undone.").arg(owner.isEmpty() ? tr("this request") : owner),
                            tr("Delete Request"), tr("Keep Request"), true};
    if (!m_prompts.confirm(this, question))
        return;
    whenAnswered(m_session.deleteDraft(draft.id), this, [this](const Result<void> &done) {
        if (!done)
            m_bar->showMessage(State::Problem, done.error().message);
    });
}

/// The copy is a draft of its own from the start; the wizard says what it holds.
void CustomerHome::copyDraft(const Draft &draft)
{
    const Draft copy{{}, templateOf(draft.request, true), wizardPages().first(), m_session.clock().now(), withCopiedNote(templateText(ownerText(draft), true))};
    whenAnswered(m_session.saveDraft(copy), this, [this](const Result<DraftId> &saved) {
        if (saved)
            Q_EMIT requestWanted(*saved);
        else
            m_bar->showMessage(State::Problem, saved.error().message);
    });
}

void CustomerHome::choosePage()
{
    m_returnedCard->setVisible(!m_waiting.isEmpty());
    m_draftsCard->setVisible(m_draftCount > 0);
    m_casesCard->setVisible(m_cases->rowCount() > 0);
    m_stack->setCurrentIndex(m_draftCount == 0 && m_cases->rowCount() == 0 ? 1 : 0);
}

void CustomerHome::tick()
{
    m_cases->setNow(m_session.clock().now(), m_session.zone());
}

} // namespace PortDesk

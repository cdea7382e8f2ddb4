// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/caseview.h"

#include "core/desk/desksession.h"
#include "ui/desk/actionsheet.h"
#include "ui/desk/casehead.h"
#include "ui/desk/dossiersaver.h"
#include "ui/desk/messagespane.h"
#include "ui/models/requestfields.h"
#include "ui/desk/review/caseevidence.h"
#include "ui/desk/review/reviewview.h"
#include "ui/desk/tabs/documentstab.h"
#include "ui/desk/tabs/overviewtab.h"
#include "ui/desk/tabs/tablestabs.h"
#include "ui/models/answer.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace PortDesk {

CaseView::CaseView(DeskSession &session, Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_session(session), m_prompts(prompts), m_head(new CaseHead), m_tabs(new QTabBar), m_pages(new QStackedWidget), m_whole(new QStackedWidget),
      m_failed(new EmptyState), m_bar(new MessageBar), m_dossier(new DossierSaver(session, prompts, this)), m_overview(new OverviewTab), m_numbers(new NumbersTab), m_documents(new DocumentsTab(session, prompts)),
      m_fees(new FeesTab), m_timeline(new TimelineTab), m_messages(new MessagesPane(session, prompts)), m_readEvidence(caseEvidence(session)), m_goThere(new QAction(this)), m_override(new QAction(tr("Override…"), this)),
      m_reload(new QAction(tr("Reload"), this))
{
    setObjectName(u"casePage"_s);
    m_bar->setObjectName(u"caseMessageBar"_s);
    m_bar->setClosable(true);
    m_goThere->setObjectName(u"goThereAction"_s);
    m_reload->setObjectName(u"reloadCaseAction"_s);
    m_override->setObjectName(u"overrideAction"_s);
    m_failed->setObjectName(u"caseFailedEmpty"_s);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto *barFrame = new QVBoxLayout;
    barFrame->setContentsMargins(Spacing::XL, 0, Spacing::XL, 0);
    barFrame->addWidget(m_bar);
    barFrame->addWidget(m_dossier->busyBar());
    barFrame->addWidget(m_dossier->messageBar());
    column->addLayout(barFrame);
    column->addWidget(makeTabs(), 1);
    m_whole->addWidget(content);
    m_whole->addWidget(m_failed);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_whole);
    m_sheet = new ActionSheet(this);
    connectParts();
}

QWidget *CaseView::makeHead()
{
    auto *head = new QWidget;
    head->setObjectName(u"caseHeadArea"_s);
    head->setBackgroundRole(QPalette::Base);
    head->setAutoFillBackground(true);
    m_tabs->setObjectName(u"caseTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addWidget(m_head);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Spacing::XL, 0, Spacing::XL, 0);
    row->addWidget(m_tabs);
    row->addStretch();
    column->addLayout(row);
    return head;
}

QWidget *CaseView::makeTabs()
{
    addTab(m_overview, u"overview"_s, tr("Overview"));
    addTab(m_numbers, u"numbers"_s, tr("Numbers"));
    addTab(m_documents, u"documents"_s, tr("Documents"));
    addTab(m_fees, u"fees"_s, tr("Fees"));
    addTab(m_timeline, u"timeline"_s, tr("Timeline"));
    auto *messages = new QWidget;
    messages->setObjectName(u"messagesTab"_s);
    auto *column = new QVBoxLayout(messages);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::XL);
    column->addWidget(m_messages);
    m_messages->setCaseColumnVisible(false);
    addTab(messages, u"messages"_s, tr("Messages"));
    return m_pages;
}

void CaseView::addTab(QWidget *tab, const QString &place, const QString &title)
{
    m_places << place;
    m_pages->addWidget(tab);
    m_tabs->addTab(title);
}

void CaseView::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_head, &CaseHead::backWanted, this, &CaseView::backWanted);
    connect(m_head, &CaseHead::actionWanted, this, [this](const QString &action) { startAction(action); });
    connect(m_head, &CaseHead::refusedActionChosen, this, &CaseView::refuse);
    connect(m_head, &CaseHead::dossierWanted, this, [this](DossierAudience audience) { m_dossier->save(m_details, audience); });
    connect(m_overview, &OverviewTab::fieldWanted, this, [this](const QString &pointer) { startAction(u"correct"_s, pointer); });
    connect(m_overview, &OverviewTab::confirmWanted, this, [this](const QString &warning) { startAction(u"confirm"_s, warning); });
    connect(m_overview, &OverviewTab::placeWanted, this, &CaseView::showPlace);
    connect(m_overview, &OverviewTab::rulesWanted, this, [this] { Q_EMIT rulesWanted(m_details.portCase.country, m_details.portCase.type); });
    connect(&m_session, &DeskSession::rulesChanged, this, &CaseView::changedOutside);
    connect(m_documents, &DocumentsTab::caseChanged, this, &CaseView::showDetails);
    connect(m_documents, &DocumentsTab::waiveWanted, this, [this](const QString &kind) { startAction(u"waive"_s, kind); });
    connect(m_sheet, &ActionSheet::applyWanted, this, &CaseView::apply);
    connect(m_sheet, &ActionSheet::placeWanted, this, [this](const QString &place) {
        m_sheet->close();
        showPlace(place);
    });
    connect(m_goThere, &QAction::triggered, this, [this] {
        m_sheet->close();
        m_bar->clear();
        showPlace(m_goal);
    });
    connect(m_documents, &DocumentsTab::reviewWanted, this, &CaseView::openReview);
    connect(m_override, &QAction::triggered, this, [this] {
        const ActionContext now = context();
        QStringList sentences;
        for (const Refusal &refusal : refusals(m_details.portCase, m_overriding, m_session.actor(), &now))
            sentences << refusal.message;
        m_bar->clear();
        openForm(m_overriding, {}, {}, sentences.join(u' '));
    });
    connect(m_reload, &QAction::triggered, this, [this] {
        m_sheet->clearMessage();
        m_bar->clear();
        reload();
    });
    connect(m_failed, &EmptyState::actionTriggered, this, &CaseView::reload);
    connect(&m_session, &DeskSession::casesChanged, this, &CaseView::changedOutside);
    connect(&m_session, &DeskSession::messagesChanged, this, &CaseView::changedOutside);
}

ActionContext CaseView::context() const
{
    return {m_session.countries(), m_session.clock().now(), m_session.zone(), m_session.ownDays(), m_details.signedElectronically};
}

void CaseView::openCase(CaseId id)
{
    m_sheet->close();
    m_bar->clear();
    m_tabs->setCurrentIndex(0);
    m_whole->setCurrentIndex(0);
    m_reviewWanted = false;
    m_details = {};
    m_details.portCase.id = id;
    reload();
}

void CaseView::openCase(const QString &reference)
{
    openCase(CaseId{});
    load(m_session.details(reference));
}

void CaseView::reload()
{
    if (m_details.portCase.id.isValid())
        load(m_session.details(m_details.portCase.id));
}

void CaseView::load(const QFuture<Result<CaseDetails>> &future)
{
    const int ticket = ++m_newest;
    whenAnswered(future, this, [this, ticket](const Result<CaseDetails> &details) {
        if (ticket != m_newest)
            return;
        if (details)
            showDetails(*details);
        else
            showFailed(details.error());
    });
}

void CaseView::showDetails(const CaseDetails &details)
{
    m_details = details;
    if (isReviewing())
        m_review->showCase(details);
    else
        m_whole->setCurrentIndex(0);
    const ActionContext now = context();
    m_head->setReader(m_session.actor().role);
    m_head->showCase(details, caseActions(details, m_session.actor(), now), now);
    m_overview->setRulesLinkVisible(RuleService::maySet(m_session.actor()));
    m_overview->showCase(details, now);
    m_numbers->showCase(details);
    m_documents->showCase(details);
    m_fees->showCase(details, now);
    m_timeline->showCase(details, now);
    m_messages->setMessages(details.messages);
    showTabTitles();
    Q_EMIT caseShown(details.portCase.reference);
    if (std::exchange(m_reviewWanted, false))
        reviewDocuments();
}

void CaseView::showFailed(const Error &error)
{
    m_failed->set(EmptyState::Kind::Failed, tr("The case could not be read"), error.message);
    m_whole->setCurrentIndex(1);
}

void CaseView::showTabTitles()
{
    const auto set = [this](const QString &place, const QString &title, qsizetype count) {
        m_tabs->setTabText(int(m_places.indexOf(place)), count > 0 ? tr("%1 %2", "tab and count").arg(title).arg(count) : title);
    };
    set(u"numbers"_s, tr("Numbers"), m_details.portCase.numbers.size());
    set(u"documents"_s, tr("Documents"), m_details.portCase.documents.size());
    set(u"messages"_s, tr("Messages"), m_details.messages.size());
}

void CaseView::tick()
{
    if (m_details.portCase.revision > 0) {
        const ActionContext now = context();
        m_head->showCase(m_details, caseActions(m_details, m_session.actor(), now), now);
    }
}

void CaseView::showPlace(const QString &place)
{
    const auto index = m_places.indexOf(place);
    if (index >= 0)
        m_tabs->setCurrentIndex(int(index));
    else if (place.startsWith(u"/documents"))
        showPlace(u"documents"_s);
    else if (place.startsWith(u'/'))
        startAction(u"correct"_s, place);
}

void CaseView::startAction(const QString &action, const QString &focus)
{
    if (!m_details.allowedActions.contains(action)) {
        refuse(action);
        return;
    }
    m_bar->clear();
    const bool mends = action == u"correct" || action == u"submit";
    if (mends && m_session.actor().role == Role::Customer && m_details.portCase.stage == Stage::Returned)
        Q_EMIT correctionWanted(m_details.portCase.id);
    else if (action == u"review")
        openReview();
    else
        openForm(action, focus);
}

void CaseView::openForm(const QString &action, const QString &focus, const QList<Difference> &differences, const QString &refusal)
{
    m_sheet->open({m_details.portCase, action, focus, &m_session.countries(), m_session.clock().now(), m_session.zone(), m_session.ownDays(), differences, refusal});
}

void CaseView::refuse(const QString &action)
{
    const ActionContext now = context();
    const QList<Refusal> failed = refusals(m_details.portCase, action, m_session.actor(), &now);
    m_overriding = mayOverride(action, failed, m_session.actor()) ? action : QString();
    if (!failed.isEmpty())
        showRefusal(failed.first());
}

void CaseView::showRefusal(const Refusal &refusal)
{
    QAction *there = placeAction(refusal.field);
    QList<QAction *> actions = there ? QList<QAction *>{there} : QList<QAction *>{};
    if (!m_overriding.isEmpty() && !m_sheet->isOpen())
        actions << m_override;
    if (m_sheet->isOpen())
        m_sheet->showProblem(refusal.message, actions);
    else
        m_bar->showMessage(State::Problem, refusal.message, actions);
}

/// The button that leads to what mends a refusal, or none.
QAction *CaseView::placeAction(const QString &place)
{
    const auto index = m_places.indexOf(place);
    const QString label = requestFieldLabel(m_details.portCase, place, m_session.countries());
    if (index < 0 && !place.startsWith(u"/documents") && label.isEmpty())
        return nullptr;
    m_goal = place;
    static const QStringList titles{tr("Show Overview"), tr("Show Numbers"), tr("Show Documents"), tr("Show Fees"), tr("Show Timeline"), tr("Show Messages")};
    m_goThere->setText(index >= 0 ? titles.at(index) : place.startsWith(u"/documents") ? titles.at(2) : tr("Open %1").arg(label));
    return m_goThere;
}

void CaseView::apply(const QString &action, const QVariantMap &values)
{
    m_sheet->setBusy(true);
    const ActionRequest request{action, values, m_session.actor()};
    ++m_newest; // a reading under way is older than what this answers
    whenAnswered(m_session.apply(m_details.portCase.id, m_details.portCase.revision, request), this,
                 [this, action](const Result<CaseDetails> &result) { applied(action, result); });
}

void CaseView::applied(const QString &action, const Result<CaseDetails> &result)
{
    m_sheet->setBusy(false);
    if (result) {
        m_sheet->close();
        m_bar->clear();
        if (action == u"return" && isReviewing())
            closeReview(); // it is the customer's turn
        showDetails(*result);
        return;
    }
    const Error &error = result.error();
    if (error.code == Error::Code::Conflict) {
        m_sheet->showConflict(error.message, m_reload);
        return;
    }
    if (error.code == Error::Code::Refused) {
        const QStringList parts = error.detail.split(u'|');
        showRefusal({parts.value(0), error.message, parts.value(1)});
        return;
    }
    m_sheet->showProblem(error.message);
}

/// Somebody changed something: show it, unless a form is being filled; then say so and keep what was entered.
void CaseView::changedOutside()
{
    if (!m_details.portCase.id.isValid() || m_details.portCase.revision == 0)
        return;
    if (!m_sheet->isOpen()) {
        reload();
        return;
    }
    const int ticket = ++m_newest;
    whenAnswered(m_session.details(m_details.portCase.id), this, [this, ticket](const Result<CaseDetails> &details) {
        if (ticket != m_newest || !details || details->portCase.revision == m_details.portCase.revision || !m_sheet->isOpen())
            return;
        m_sheet->showConflict(tr("%1 was changed in the meantime. Reload it; what you entered stays.").arg(details->portCase.reference), m_reload);
    });
}

} // namespace PortDesk

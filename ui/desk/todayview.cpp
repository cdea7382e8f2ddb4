// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/todayview.h"

#include "core/desk/desksession.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/models/answer.h"
#include "ui/models/caselistmodel.h"
#include "ui/models/timewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/scrollpage.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kMostShown = 500;

} // namespace

TodayView::TodayView(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_date(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_letters(makeLetters()), m_overdueModel(new CaseListModel(this)),
      m_todayModel(new CaseListModel(this)), m_overdue(makeGroup(m_overdueModel, tr("Overdue"), u"overdueTable"_s)),
      m_today(makeGroup(m_todayModel, tr("Due today"), u"dueTodayTable"_s)), m_empty(new EmptyState), m_stack(new QStackedWidget)
{
    setObjectName(u"todayView"_s);
    m_date->setObjectName(u"todayDateLabel"_s);
    m_overdue->setEdge(State::Problem);
    auto *groups = new QWidget;
    auto *inner = new QVBoxLayout(groups);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(Spacing::L);
    inner->addWidget(m_overdue);
    inner->addWidget(m_today);
    inner->addStretch(1);
    auto *scroll = new ScrollPage;
    scroll->setContent(groups);
    m_empty->setObjectName(u"todayEmpty"_s);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_empty);
    auto *head = new QHBoxLayout;
    head->setSpacing(Spacing::M);
    head->addWidget(new TextLabel(tr("Today"), TextRole::Title));
    head->addWidget(m_date, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::XL);
    column->setSpacing(Spacing::L);
    column->addLayout(head);
    column->addWidget(m_letters);
    column->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::actionTriggered, this, &TodayView::reload);
    connect(&session, &DeskSession::casesChanged, this, &TodayView::reload);
    reload();
}

Card *TodayView::makeLetters()
{
    m_lettersText = new TextLabel;
    m_lettersText->setObjectName(u"todayLettersLabel"_s);
    m_lettersText->setWordWrap(true);
    auto *open = new QPushButton(themedIcon(Glyph::Mail), tr("Open &Letters"));
    open->setObjectName(u"todayLettersButton"_s);
    open->setToolTip(tr("Assign scanned letters to their cases (Ctrl+L)"));
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::M);
    row->addWidget(m_lettersText, 1);
    row->addWidget(open);
    auto *card = new Card;
    card->setObjectName(u"todayLetters"_s);
    card->setEdge(State::Waiting);
    card->body()->addLayout(row);
    card->hide();
    connect(open, &QPushButton::clicked, this, &TodayView::lettersWanted);
    return card;
}

void TodayView::setLetters(int waiting, int unfinished)
{
    QStringList sentences;
    if (waiting > 0)
        sentences << tr("%n scanned letter(s) to assign to a case.", nullptr, waiting);
    if (unfinished > 0)
        sentences << tr("%n file(s) of letters to go on with.", nullptr, unfinished);
    m_lettersText->setText(sentences.join(u' '));
    m_letters->setVisible(!sentences.isEmpty());
}

Card *TodayView::makeGroup(CaseListModel *model, const QString &title, const QString &tableName)
{
    auto *table = new TableView;
    table->setObjectName(tableName);
    table->setAccessibleName(title);
    table->setModel(model);
    table->setEmbedded(true);
    table->setItemDelegateForColumn(CaseListModel::StageColumn, new BadgeDelegate(table));
    table->setColumnHidden(CaseListModel::NumbersColumn, true);
    table->setColumnHidden(CaseListModel::AgentColumn, true);
    table->setColumnWidth(CaseListModel::OwnerColumn, 180);
    table->setColumnWidth(CaseListModel::CountryColumn, 127);
    table->setColumnWidth(CaseListModel::CarrierColumn, 150);
    table->setColumnWidth(CaseListModel::StageColumn, 140);
    auto *card = new Card(title);
    card->body()->addWidget(table);
    connect(table, &TableView::rowActivated, this, [this, model](const QModelIndex &index) { Q_EMIT caseActivated(model->at(index.row()).id); });
    return card;
}

void TodayView::reload()
{
    const int ticket = ++m_newest;
    const QTimeZone zone = m_session.zone();
    const QDate today = m_session.clock().today(zone);
    m_date->setText(TimeWords::locale().toString(today, u"dddd d MMMM yyyy"_s));
    // Everything that is due before tomorrow begins.
    CaseQuery query;
    query.overdue = true;
    query.now = today.addDays(1).startOfDay(zone).toUTC();
    query.sort = CaseSort::Due;
    query.descending = false;
    query.limit = kMostShown;
    for (const Stage stage : allStages()) {
        if (isOpen(stage))
            query.stages << stage;
    }
    whenAnswered(m_session.find(query), this, [this, ticket](const Result<CasePage> &page) {
        if (ticket != m_newest)
            return;
        if (page) {
            show(*page);
            return;
        }
        m_empty->set(EmptyState::Kind::Failed, tr("What is due could not be read"), page.error().message);
        m_stack->setCurrentWidget(m_empty);
    });
}

void TodayView::show(const CasePage &page)
{
    const QDateTime now = m_session.clock().now();
    CasePage overdue;
    CasePage today;
    for (const CaseSummary &row : page.rows)
        (row.nextDue < now ? overdue : today).rows << row;
    m_overdueModel->setNow(now, m_session.zone());
    m_todayModel->setNow(now, m_session.zone());
    m_overdueModel->setPage(overdue);
    m_todayModel->setPage(today);
    m_overdue->setTitle(tr("Overdue, %1").arg(overdue.rows.size()));
    m_today->setTitle(tr("Due today, %1").arg(today.rows.size()));
    m_overdue->setVisible(!overdue.rows.isEmpty());
    m_today->setVisible(!today.rows.isEmpty());
    if (page.rows.isEmpty()) {
        m_empty->set(EmptyState::Kind::NothingYet, tr("Nothing is due today"), tr("Deadlines that end today or have passed appear here."));
        m_empty->setGlyph(Glyph::Check);
    }
    m_stack->setCurrentIndex(page.rows.isEmpty() ? 1 : 0);
    Q_EMIT countChanged(int(page.rows.size()), !overdue.rows.isEmpty());
}

} // namespace PortDesk

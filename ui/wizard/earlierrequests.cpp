// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/earlierrequests.h"
#include "ui/wizard/correction.h"

#include "core/desk/desksession.h"
#include "ui/delegates/tableview.h"
#include "ui/models/answer.h"
#include "ui/models/timewords.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/savedstate.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/draftwords.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

enum Column { OwnerColumn, ProgressColumn, NumbersColumn, SavedColumn, ColumnCount };
constexpr int kCases = 100;
constexpr QSize kSize(760, 480);

QList<QStandardItem *> rowOf(const QStringList &texts)
{
    QList<QStandardItem *> items;
    for (const QString &text : texts) {
        items << new QStandardItem(text);
        items.last()->setEditable(false);
    }
    return items;
}

} // namespace

EarlierRequests::EarlierRequests(DeskSession &session, DraftId open, QWidget *parent)
    : QDialog(parent), m_session(session), m_open(open), m_search(new QLineEdit), m_model(new QStandardItemModel(0, ColumnCount, this)), m_table(new TableView),
      m_empty(new EmptyState), m_bar(new MessageBar), m_continue(new QPushButton(tr("&Continue"))), m_copy(new QPushButton(tr("Copy as &Template"))),
      m_delete(new QPushButton(tr("&Delete")))
{
    setObjectName(u"earlierRequests"_s);
    setWindowTitle(tr("Earlier Requests"));
    resize(kSize);
    rememberGeometry(this, u"earlierRequests"_s);
    auto *sentence = new TextLabel(tr("Continue an unfinished request, or begin a new one with the values of an earlier one. Documents and dates are not copied."), TextRole::Body,
                                   TextLabel::Tone::Secondary);
    sentence->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::M);
    column->addWidget(sentence);
    column->addWidget(makeList(), 1);
    column->addWidget(m_bar);
    column->addWidget(makeFoot());
    connect(&session, &DeskSession::draftsChanged, this, &EarlierRequests::load);
    load();
    m_search->setFocus();
}

QWidget *EarlierRequests::makeList()
{
    m_search->setObjectName(u"earlierSearchEdit"_s);
    m_search->setAccessibleName(tr("Find an earlier request"));
    m_search->setPlaceholderText(tr("Find by owner, number, carrier or reference"));
    m_search->setClearButtonEnabled(true);
    m_model->setHorizontalHeaderLabels({tr("Owner"), tr("Progress"), tr("Numbers"), tr("Last change")});
    m_table->setObjectName(u"earlierTable"_s);
    m_table->setAccessibleName(tr("Earlier requests"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->resizeSection(OwnerColumn, 220);
    m_table->horizontalHeader()->resizeSection(ProgressColumn, 230);
    m_table->horizontalHeader()->resizeSection(NumbersColumn, 130);
    m_empty->set(EmptyState::Kind::NothingYet, tr("No earlier requests"), tr("Requests you begin or hand in are listed here."));
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    connect(m_search, &QLineEdit::textChanged, this, &EarlierRequests::load);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &EarlierRequests::selectionChanged);
    connect(m_table, &TableView::rowActivated, this, [this] { selectedDraft() ? resumeSelected() : copySelected(); });
    connect(new QShortcut(QKeySequence(QKeySequence::Delete), m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, &EarlierRequests::deleteSelected);
    connect(m_empty, &EmptyState::actionTriggered, m_search, &QLineEdit::clear);
    return list;
}

QWidget *EarlierRequests::makeFoot()
{
    m_continue->setObjectName(u"continueEarlierButton"_s);
    m_copy->setObjectName(u"copyEarlierButton"_s);
    m_delete->setObjectName(u"deleteEarlierButton"_s);
    auto *close = new QPushButton(tr("C&lose"));
    close->setObjectName(u"closeEarlierButton"_s);
    setPrimary(m_continue);
    setQuiet(m_delete);
    for (QPushButton *button : {m_continue, m_copy, m_delete, close})
        button->setAutoDefault(false);
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::S);
    row->addWidget(m_delete);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(m_copy);
    row->addWidget(m_continue);
    connect(m_continue, &QPushButton::clicked, this, &EarlierRequests::resumeSelected);
    connect(m_copy, &QPushButton::clicked, this, &EarlierRequests::copySelected);
    connect(m_delete, &QPushButton::clicked, this, &EarlierRequests::deleteSelected);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    selectionChanged();
    return foot;
}

void EarlierRequests::load()
{
    const int ticket = ++m_asked;
    whenAnswered(m_session.drafts(), this, [this, ticket](const Result<QList<Draft>> &drafts) {
        if (ticket != m_asked)
            return;
        if (!drafts)
            return m_bar->showMessage(State::Problem, drafts.error().message);
        QList<Draft> own = *drafts;
        own.removeIf([](const Draft &draft) { return correctedCase(draft).isValid(); }); // they are gone on with from their case
        CaseQuery query;
        query.text = m_search->text().trimmed();
        query.limit = kCases;
        whenAnswered(m_session.find(query), this, [this, ticket, found = own](const Result<CasePage> &cases) {
            if (ticket != m_asked)
                return;
            if (!cases)
                return m_bar->showMessage(State::Problem, cases.error().message);
            show(found, cases->rows);
        });
    });
}

void EarlierRequests::show(const QList<Draft> &drafts, const QList<CaseSummary> &cases)
{
    const QString wanted = m_search->text().trimmed();
    const QString chosen = keyOf(selectedRow());
    m_model->removeRows(0, m_model->rowCount());
    m_drafts.clear();
    m_cases = cases;
    for (const Draft &draft : drafts) {
        if (draft.id == m_open || !ownerText(draft).contains(wanted, Qt::CaseInsensitive))
            continue;
        m_drafts << draft;
        addDraft(draft);
    }
    for (const CaseSummary &row : cases)
        addCase(row);
    const bool any = m_model->rowCount() > 0;
    if (!any && !wanted.isEmpty())
        m_empty->set(EmptyState::Kind::NoMatch, tr("No such request"), tr("No unfinished request and no case has this in it."), tr("Show All"));
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    select(chosen);
    selectionChanged();
}

QString EarlierRequests::keyOf(int row) const
{
    if (row < 0)
        return {};
    if (row < m_drafts.size())
        return u"draft %1"_s.arg(m_drafts.at(row).id.value);
    return u"case %1"_s.arg(m_cases.at(row - m_drafts.size()).id.value);
}

/// The row that was chosen stays chosen when the list is read again; when it is gone, nothing takes its place by itself.
void EarlierRequests::select(const QString &key)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (key.isEmpty() || keyOf(row) == key)
            return m_table->selectRow(row);
    }
}

void EarlierRequests::addDraft(const Draft &draft)
{
    const QString saved = TimeWords::pastText(draft.savedAt, m_session.clock().now(), m_session.zone());
    m_model->appendRow(rowOf({ownerText(draft), progressText(draft), countText(draft.request), saved}));
}

void EarlierRequests::addCase(const CaseSummary &row)
{
    const int numbers = row.numbers;
    m_model->appendRow(rowOf({row.owner, tr("%1, %2", "reference and stage").arg(row.reference, stageText(row.stage)), tr("%n number(s)", nullptr, numbers),
                              TimeWords::pastText(row.updatedAt, m_session.clock().now(), m_session.zone())}));
}

int EarlierRequests::selectedRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

const Draft *EarlierRequests::selectedDraft() const
{
    const int row = selectedRow();
    return row >= 0 && row < m_drafts.size() ? &m_drafts.at(row) : nullptr;
}

void EarlierRequests::selectionChanged()
{
    m_continue->setEnabled(selectedDraft());
    m_delete->setEnabled(selectedDraft());
    m_copy->setEnabled(selectedRow() >= 0);
}

void EarlierRequests::resumeSelected()
{
    const Draft *draft = selectedDraft();
    if (!draft)
        return;
    Q_EMIT continueWanted(Draft(*draft));
    accept();
}

void EarlierRequests::copySelected()
{
    if (const Draft *draft = selectedDraft()) {
        Q_EMIT copyWanted(templateOf(draft->request, true), templateText(ownerText(*draft), true));
        return accept();
    }
    const int row = selectedRow() - int(m_drafts.size());
    if (row < 0 || row >= m_cases.size())
        return;
    whenAnswered(m_session.details(m_cases.at(row).id), this, [this](const Result<CaseDetails> &found) {
        if (!found)
            return m_bar->showMessage(State::Problem, found.error().message);
        const Case &portCase = found->portCase;
        const bool withNumbers = portCase.stage == Stage::Cancelled; // else they are on their way, or have moved
        Q_EMIT copyWanted(templateOf(portCase.request, withNumbers), templateText(portCase.reference, withNumbers));
        accept();
    });
}

void EarlierRequests::deleteSelected()
{
    const Draft *selected = selectedDraft();
    if (!selected)
        return;
    whenAnswered(m_session.deleteDraft(selected->id), this, [this, draft = *selected](const Result<void> &done) {
        if (!done)
            return m_bar->showMessage(State::Problem, done.error().message);
        auto *undo = new QAction(tr("Undo"), m_bar);
        undo->setObjectName(u"undoDeleteAction"_s);
        connect(undo, &QAction::triggered, this, [this, draft] { restore(draft); });
        m_bar->showMessage(State::Info, tr("The unfinished request of %1 was deleted.").arg(ownerText(draft)), {undo});
    });
}

void EarlierRequests::restore(Draft draft)
{
    draft.id = {};
    whenAnswered(m_session.saveDraft(draft), this, [this](const Result<DraftId> &saved) {
        if (saved)
            m_bar->clear();
        else
            m_bar->showMessage(State::Problem, saved.error().message);
    });
}

} // namespace PortDesk

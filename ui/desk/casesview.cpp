// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/casesview.h"

#include "core/desk/desksession.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/desk/caselistsource.h"
#include "ui/models/caselistmodel.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/searchkeys.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kTypingPause = 150; // ms

constexpr int kRoomForAll = 960; ///< width at which every column has its place
constexpr std::array kWidths{90, 154, 120, 78, 138, 148, 244, 50};
constexpr std::array kCompactWidths{78, 124, 114, 60, 110, 136, 226, 40};

QList<Stage> openStages()
{
    QList<Stage> stages = allStages();
    stages.removeIf([](Stage stage) { return !isOpen(stage); });
    return stages;
}

} // namespace

CasesView::CasesView(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new CaseListModel(this)), m_source(new CaseListSource(session, *m_model, this))
{
    setObjectName(u"casesView"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::XL);
    column->setSpacing(Spacing::M);
    column->addWidget(makeHead());
    column->addWidget(makeChips());
    column->addWidget(makeTable(), 1);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &CasesView::ask);
    connect(m_source, &CaseListSource::loaded, this, &CasesView::showLoaded);
    connect(m_source, &CaseListSource::failed, this, &CasesView::showFailed);
    restore();
    ask();
}

QWidget *CasesView::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::M);
    m_count = new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary);
    m_count->setObjectName(u"casesCountLabel"_s);
    m_search = new QLineEdit;
    m_search->setObjectName(u"caseSearchEdit"_s);
    m_search->setAccessibleName(tr("Search cases"));
    m_search->setPlaceholderText(tr("Number, name, address, reference…"));
    m_search->setToolTip(tr("Search cases (Ctrl+F). Down goes into the list, Return opens the only case found."));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(Glyph::Search), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(340);
    m_search->setMinimumWidth(200);
    m_letters = new QPushButton(themedIcon(Glyph::Mail), QString());
    m_letters->setObjectName(u"lettersButton"_s);
    m_letters->setToolTip(tr("Scanned letters: route them to their cases, assign what has no code (Ctrl+L)"));
    setQuiet(m_letters);
    setLettersWaiting(0);
    auto *create = new QPushButton(tr("New Request"));
    create->setObjectName(u"newRequestButton"_s);
    setPrimary(create);
    row->addWidget(new TextLabel(tr("Cases"), TextRole::Title));
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(m_search, 1);
    row->addWidget(m_letters);
    row->addWidget(create);
    connect(create, &QPushButton::clicked, this, &CasesView::newRequestWanted);
    connect(m_letters, &QPushButton::clicked, this, &CasesView::lettersWanted);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_keys->hold();
        m_typing.start();
    });
    return head;
}

void CasesView::setLettersWaiting(int waiting)
{
    m_letters->setText(waiting > 0 ? tr("Letters, %1").arg(waiting) : tr("Letters"));
}

QWidget *CasesView::makeChips()
{
    auto *chips = new QWidget;
    auto *row = new QHBoxLayout(chips);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::S);
    const auto add = [row](const QString &text, const QString &name) {
        auto *chip = new FilterChip(text);
        chip->setObjectName(name);
        row->addWidget(chip);
        return chip;
    };
    m_openChip = add(tr("Open"), u"openChip"_s);
    m_overdueChip = add(tr("Overdue"), u"overdueChip"_s);
    m_countryChip = add({}, u"countryChip"_s);
    m_stageChip = add({}, u"stageChip"_s);
    m_stageChip->setMenu(makeStageMenu());
    m_countryChip->setMenu(makeCountryMenu());
    m_clear = new QPushButton(tr("Clear Filters"));
    m_clear->setObjectName(u"clearFiltersButton"_s);
    setQuiet(m_clear);
    row->addStretch();
    row->addWidget(m_clear);
    connect(m_openChip, &FilterChip::toggled, this, &CasesView::ask);
    connect(m_overdueChip, &FilterChip::toggled, this, &CasesView::ask);
    connect(m_clear, &QPushButton::clicked, this, &CasesView::clearFilters);
    return chips;
}

QMenu *CasesView::makeStageMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"stageMenu"_s);
    const auto add = [this, menu](const QString &text, std::optional<Stage> stage) {
        QAction *action = menu->addAction(text);
        action->setObjectName(u"stage_%1Action"_s.arg(stage ? stageKey(*stage) : u"any"_s));
        connect(action, &QAction::triggered, this, [this, stage] {
            m_stage = stage;
            ask();
        });
    };
    add(tr("Any Stage"), std::nullopt);
    menu->addSeparator();
    for (const Stage stage : allStages())
        add(stageText(stage), stage);
    return menu;
}

QMenu *CasesView::makeCountryMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"countryMenu"_s);
    const auto add = [this, menu](const QString &text, const QString &code) {
        QAction *action = menu->addAction(text);
        action->setObjectName(u"country_%1Action"_s.arg(code.isEmpty() ? u"any"_s : code));
        connect(action, &QAction::triggered, this, [this, code] {
            m_country = code;
            ask();
        });
    };
    add(tr("Any Country"), {});
    menu->addSeparator();
    for (const QString &code : m_session.countries().codes())
        add(m_session.countries().country(code)->name, code);
    return menu;
}

QWidget *CasesView::makeTable()
{
    m_table = new TableView;
    m_table->setObjectName(u"casesTable"_s);
    m_table->setAccessibleName(tr("Cases"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(CaseListModel::StageColumn, new BadgeDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setFrameShape(QFrame::NoFrame);
    for (int column = 0; column < int(kWidths.size()); ++column)
        m_table->setColumnWidth(column, kWidths.at(size_t(column)));
    m_empty = new EmptyState;
    m_empty->setObjectName(u"casesEmpty"_s);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *card = new Card;
    card->setFlush(true);
    card->body()->addWidget(m_stack);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) { Q_EMIT caseActivated(m_model->at(index.row()).id); });
    m_keys = new SearchKeys(m_search, m_table);
    connect(m_keys, &SearchKeys::rowOpened, m_table, &TableView::rowActivated);
    connect(m_table, &QWidget::customContextMenuRequested, this, &CasesView::showMenu);
    connect(m_model, &CaseListModel::sortWanted, this, [this](CaseSort sort, bool descending) {
        m_sort = sort;
        m_descending = descending;
        ask();
    });
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_empty->kind() == EmptyState::Kind::NothingYet)
            Q_EMIT newRequestWanted();
        else if (m_empty->kind() == EmptyState::Kind::NoMatch)
            clearFilters();
        else
            ask();
    });
    return card;
}

void CasesView::restore()
{
    const QSignalBlocker open(m_openChip);
    const QSignalBlocker overdue(m_overdueChip);
    QSettings settings;
    m_openChip->setChecked(settings.value(u"cases/open"_s, true).toBool());
    m_overdueChip->setChecked(settings.value(u"cases/overdue"_s, false).toBool());
    m_stage = stageFromKey(settings.value(u"cases/stage"_s).toString());
    m_country = settings.value(u"cases/country"_s).toString();
    m_sort = CaseSort(qBound(0, settings.value(u"cases/sort"_s, int(CaseSort::Updated)).toInt(), int(CaseSort::Numbers)));
    m_descending = settings.value(u"cases/descending"_s, true).toBool();
    // The order is ours to remember: the header only shows it.
    m_model->setOrder(m_sort, m_descending);
    m_table->rememberColumns(u"cases/columns"_s);
    m_table->horizontalHeader()->setSortIndicator(CaseListModel::columnOf(m_sort), m_descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
}

void CasesView::remember() const
{
    QSettings settings;
    settings.setValue(u"cases/open"_s, m_openChip->isChecked());
    settings.setValue(u"cases/overdue"_s, m_overdueChip->isChecked());
    settings.setValue(u"cases/stage"_s, m_stage ? stageKey(*m_stage) : QString());
    settings.setValue(u"cases/country"_s, m_country);
    settings.setValue(u"cases/sort"_s, int(m_sort));
    settings.setValue(u"cases/descending"_s, m_descending);
}

CaseQuery CasesView::queryFromControls() const
{
    CaseQuery query;
    if (m_stage)
        query.stages = {*m_stage};
    else if (m_openChip->isChecked())
        query.stages = openStages();
    query.overdue = m_overdueChip->isChecked();
    query.country = m_country;
    query.text = m_search->text().trimmed();
    query.sort = m_sort;
    query.descending = m_descending;
    return query;
}

void CasesView::ask()
{
    m_typing.stop();
    m_keys->hold();
    showChips();
    remember();
    m_source->setQuery(queryFromControls());
}

void CasesView::showChips()
{
    m_stageChip->setText(tr("Stage: %1").arg(m_stage ? stageText(*m_stage) : tr("any")));
    m_stageChip->setChecked(m_stage.has_value());
    m_countryChip->setText(tr("Country: %1").arg(m_country.isEmpty() ? tr("any") : m_country));
    m_countryChip->setChecked(!m_country.isEmpty());
    m_stageChip->updateGeometry();
    m_countryChip->updateGeometry();
    m_clear->setVisible(isFiltered());
}

bool CasesView::isFiltered() const
{
    return m_stage || !m_country.isEmpty() || m_overdueChip->isChecked() || !m_openChip->isChecked() || !m_search->text().isEmpty();
}

void CasesView::clearFilters()
{
    m_stage.reset();
    m_country.clear();
    m_search->clear();
    {
        const QSignalBlocker overdue(m_overdueChip);
        const QSignalBlocker open(m_openChip);
        m_overdueChip->setChecked(false);
        m_openChip->setChecked(true);
    }
    ask();
}

void CasesView::showLoaded(qint64 matching, qint64 all)
{
    m_count->setText(tr("%1 of %2").arg(matching).arg(all));
    Q_EMIT countChanged(all);
    if (all == 0)
        m_empty->set(EmptyState::Kind::NothingYet, tr("No cases yet"), tr("A case appears here when a request is handed in."), tr("New Request"));
    else if (matching == 0)
        m_empty->set(EmptyState::Kind::NoMatch, tr("No case matches"), tr("No case fits the search and the filters."));
    m_stack->setCurrentIndex(matching == 0 ? 1 : 0);
    if (!m_typing.isActive()) // else this is the answer to less than what was typed
        m_keys->release();
}

void CasesView::showFailed(const Error &error)
{
    m_keys->forget();
    m_empty->set(EmptyState::Kind::Failed, tr("The cases could not be read"), error.message);
    m_stack->setCurrentIndex(1);
}

void CasesView::showMenu(const QPoint &place)
{
    const QModelIndex index = m_table->indexAt(place);
    if (!index.isValid())
        return;
    const CaseSummary row = m_model->at(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open %1").arg(row.reference), this, [this, row] { Q_EMIT caseActivated(row.id); });
    menu->addSeparator();
    menu->addAction(tr("Copy Reference"), this, [row] { QApplication::clipboard()->setText(row.reference); });
    menu->addAction(tr("Copy Rows"), this, [this] { QApplication::clipboard()->setText(m_table->selectionAsText()); });
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void CasesView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CasesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setCompact(width() < kRoomForAll);
}

/// In a small window the count of numbers and the agent make room for what comes next.
void CasesView::setCompact(bool compact)
{
    m_table->setColumnHidden(CaseListModel::NumbersColumn, compact);
    m_table->setColumnHidden(CaseListModel::AgentColumn, compact);
    if (m_compact == compact)
        return;
    m_compact = compact;
    const auto &widths = compact ? kCompactWidths : kWidths;
    for (int column = 0; column < int(widths.size()); ++column)
        m_table->setColumnWidth(column, widths.at(size_t(column)));
}

void CasesView::tick()
{
    m_model->setNow(m_session.clock().now(), m_session.zone());
}

CaseId CasesView::currentCase() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model->at(index.row()).id : CaseId{};
}

} // namespace PortDesk

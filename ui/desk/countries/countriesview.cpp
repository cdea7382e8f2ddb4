// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/countries/countriesview.h"

#include "core/countries/rulewords.h"
#include "core/desk/desksession.h"
#include "core/numbers/numberparser.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/desk/countries/overrideform.h"
#include "ui/desk/countries/rulespage.h"
#include "ui/desk/countries/usagepane.h"
#include "ui/models/answer.h"
#include "ui/models/countrymodel.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/listwalk.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/sidesheet.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QJsonArray>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kListWidth = 216;

/// The record's own part of a country's file.
QJsonObject recordIn(const QJsonObject &file, NumberType type)
{
    for (const QJsonValue record : file.value(u"records"_s).toArray()) {
        if (record[u"type"].toString() == numberTypeKey(type))
            return record.toObject();
    }
    return {};
}

QString capital(const QString &text)
{
    return text.isEmpty() ? text : text.at(0).toUpper() + text.mid(1);
}

} // namespace

CountriesView::CountriesView(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new CountryModel(session.countries(), this)), m_filter(new QSortFilterProxyModel(this)), m_search(new QLineEdit),
      m_list(new QListView), m_noMatch(new EmptyState), m_title(new TextLabel({}, TextRole::Title)), m_facts(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)),
      m_confidence(new Badge), m_types(new QTabBar), m_bar(new MessageBar), m_page(new RulesPage), m_undo(new QAction(tr("Undo"), this))
{
    setObjectName(u"countriesView"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeList());
    row->addWidget(makePage(), 1);
    m_sheet = new SideSheet(this);
    m_sheet->setObjectName(u"rulesSheet"_s);
    m_undo->setObjectName(u"undoWithdrawAction"_s);
    connect(m_search, &QLineEdit::textChanged, this, &CountriesView::filter);
    connect(m_noMatch, &EmptyState::actionTriggered, m_search, &QLineEdit::clear);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_filtering)
            choose(index.data(CountryModel::CodeRole).toString());
    });
    connect(m_types, &QTabBar::currentChanged, this, &CountriesView::chooseType);
    connect(m_page, &RulesPage::overrideWanted, this, &CountriesView::openOverride);
    connect(m_page, &RulesPage::usageWanted, this, &CountriesView::openUsage);
    connect(m_page, &RulesPage::withdrawWanted, this, [this](const RuleOverride &rule) { withdraw({rule}); });
    connect(m_sheet, &SideSheet::accepted, this, &CountriesView::save);
    connect(m_sheet, &SideSheet::closed, this, [this] { m_form = nullptr; });
    connect(m_undo, &QAction::triggered, this, [this] {
        whenAnswered(m_session.setRules(m_withdrawn), this, [this](const Result<QList<RuleOverride>> &saved) {
            if (saved)
                m_bar->clear();
            else
                m_bar->showMessage(State::Problem, saved.error().message);
        });
    });
    connect(&session, &DeskSession::rulesChanged, this, &CountriesView::showCountry);
}

/// The page is made when it is first looked at: opening the desk does not wait for it.
void CountriesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_country.isEmpty())
        restore();
    else if (m_stale)
        showCountry();
}

QWidget *CountriesView::makeList()
{
    m_search->setObjectName(u"rulesSearchEdit"_s);
    m_search->setPlaceholderText(tr("Find a country"));
    m_search->setAccessibleName(tr("Find a country by name, code or calling code"));
    m_search->setClearButtonEnabled(true);
    walkListFrom(m_search, m_list);
    m_list->setObjectName(u"rulesCountryList"_s);
    m_list->setAccessibleName(tr("Countries"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_filter->setSourceModel(m_model);
    m_filter->setFilterRole(CountryModel::SearchRole);
    m_list->setModel(m_filter);
    m_noMatch->setObjectName(u"noCountryEmpty"_s);
    m_noMatch->set(EmptyState::Kind::NoMatch, tr("No such country"), tr("There are no rules for a country of this name."), tr("Show All"));
    m_noMatch->hide();
    auto *left = new QWidget;
    left->setFixedWidth(kListWidth);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(Spacing::XL, Spacing::L, 0, Spacing::XL);
    column->setSpacing(Spacing::M);
    column->addWidget(new TextLabel(tr("Countries"), TextRole::Title));
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_noMatch, 1);
    return left;
}

QWidget *CountriesView::makePage()
{
    m_title->setObjectName(u"countryTitleLabel"_s);
    m_facts->setObjectName(u"countryFactsLabel"_s);
    m_confidence->setObjectName(u"confidenceBadge"_s);
    m_types->setObjectName(u"typeTabs"_s);
    m_types->setAccessibleName(tr("Type of number"));
    m_types->setDrawBase(false);
    m_types->setExpanding(false);
    m_bar->setObjectName(u"rulesMessageBar"_s);
    m_bar->setClosable(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(Spacing::M);
    head->addWidget(m_title);
    head->addWidget(m_facts);
    head->addStretch();
    head->addWidget(m_confidence);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, 0);
    top->setSpacing(Spacing::S);
    top->addLayout(head);
    top->addWidget(m_types, 0, Qt::AlignLeft);
    top->addWidget(m_bar);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_page, 1);
    return page;
}

void CountriesView::restore()
{
    const QSettings settings;
    const QString country = settings.value(u"countries/code"_s).toString();
    const NumberType type = numberTypeFromKey(settings.value(u"countries/type"_s).toString());
    const QStringList codes = m_session.countries().codes();
    showRules(codes.contains(country) ? country : codes.value(0), type);
}

void CountriesView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CountriesView::filter(const QString &typed)
{
    m_filtering = true; // what is shown stays while the list gets shorter
    m_filter->setFilterFixedString(countrySearchText(typed));
    const bool none = m_filter->rowCount() == 0;
    m_list->setVisible(!none);
    m_noMatch->setVisible(none);
    m_list->setCurrentIndex(m_filter->mapFromSource(m_model->index(m_model->rowOf(m_country))));
    m_filtering = false;
}

void CountriesView::showRules(const QString &country, NumberType type, const QString &path)
{
    if (!m_session.countries().country(country))
        return;
    if (!m_search->text().isEmpty())
        m_search->clear();
    m_type = type;
    m_country.clear(); // even when it is the same country, the type may be another
    choose(country);
    const QModelIndex index = m_filter->mapFromSource(m_model->index(m_model->rowOf(country)));
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_goal = path;
    goThere();
}

/// To the value that was asked for, once its page is there.
void CountriesView::goThere()
{
    if (!m_goal.isEmpty() && !m_stale)
        m_page->showRule(std::exchange(m_goal, {}));
}

void CountriesView::choose(const QString &country)
{
    if (country == m_country)
        return;
    m_country = country;
    m_sheet->close();
    m_bar->clear();
    const Country *rules = m_session.countries().country(country);
    if (!rules)
        return;
    const QSignalBlocker quiet(m_types);
    while (m_types->count() > 0)
        m_types->removeTab(0);
    int current = 0;
    for (const CountryRecord &record : rules->records) {
        m_types->addTab(capital(numberTypeText(record.type)));
        m_types->setTabData(m_types->count() - 1, int(record.type));
        if (record.type == m_type)
            current = m_types->count() - 1;
    }
    m_types->setCurrentIndex(current);
    chooseType(current);
}

void CountriesView::chooseType(int tab)
{
    m_type = NumberType(m_types->tabData(tab).toInt());
    m_sheet->close();
    QSettings settings;
    settings.setValue(u"countries/code"_s, m_country);
    settings.setValue(u"countries/type"_s, numberTypeKey(m_type));
    showCountry();
}

const CountryRecord *CountriesView::record() const
{
    return m_session.countries().record(m_country, m_type);
}

void CountriesView::showCountry()
{
    m_stale = !isVisible();
    if (m_stale)
        return;
    const Country *country = m_session.countries().country(m_country);
    const CountryRecord *rules = record();
    const auto file = m_session.countries().file(m_country);
    if (!country || !rules || !file)
        return;
    showHead(*country, *rules);
    const QDate today = m_session.clock().today(m_session.zone());
    m_page->showRecord(*rules, ruleSections(recordIn(*file, m_type), *rules, m_session.standingRules(), today), RuleService::maySet(m_session.actor()));
    goThere();
    showUnfit();
    readHistory();
}

void CountriesView::showHead(const Country &country, const CountryRecord &record)
{
    m_title->setText(country.name);
    const int calling = callingCode(country.code);
    QStringList facts{country.code};
    if (calling > 0)
        facts << u"+%1"_s.arg(calling);
    facts << country.zone << country.currency;
    m_facts->setText(facts.join(u" · "_s));
    const bool whole = record.confidence == "documented"_L1;
    m_confidence->setContent(whole ? BadgeContent{Glyph::Check, tr("documented"), State::Good} : BadgeContent{Glyph::Warning, tr("partly documented"), State::Waiting});
    m_confidence->setAccessibleName(m_confidence->content().text);
}

/// A newer pack may have no place for a value that was set before.
void CountriesView::showUnfit()
{
    QStringList sentences;
    for (const UnfitOverride &unfit : m_session.unfitRules()) {
        if (unfit.rule.country == m_country && (unfit.rule.type == m_type || unfit.rule.type == NumberType::Unknown))
            sentences << tr("The override of %1 does not hold. %2").arg(ruleLabel(*record(), unfit.rule.path), unfit.why);
    }
    if (!sentences.isEmpty())
        m_bar->showMessage(State::Waiting, sentences.join(u' '));
}

void CountriesView::readHistory()
{
    const int ticket = ++m_newest;
    whenAnswered(m_session.ruleHistory(m_country), this, [this, ticket](const Result<QList<OverrideEvent>> &events) {
        if (ticket == m_newest && events && record())
            m_page->showHistory(*events, *record());
    });
}

void CountriesView::openOverride(const RuleLine &line)
{
    const auto file = m_session.countries().file(m_country);
    if (!record() || !file)
        return;
    OverrideContext context{m_session.countries().country(m_country), record(), recordIn(*file, m_type), line, m_session.standingRules(),
                            m_session.clock().today(m_session.zone())};
    auto *form = new OverrideForm(context);
    m_sheet->openWith(form, tr("Override: %1").arg(line.label), tr("Override"));
    m_form = form;
}

void CountriesView::save()
{
    if (!m_form)
        return;
    if (const QString problem = m_form->problem(); !problem.isEmpty()) {
        m_sheet->showProblem(problem);
        return;
    }
    m_sheet->clearMessage();
    m_sheet->setBusy(true);
    whenAnswered(m_session.setRules(m_form->overrides()), this, [this](const Result<QList<RuleOverride>> &saved) {
        m_sheet->setBusy(false);
        if (saved)
            m_sheet->close();
        else
            m_sheet->showProblem(saved.error().message);
    });
}

void CountriesView::withdraw(const QList<RuleOverride> &rules)
{
    whenAnswered(m_session.withdrawRules(rules), this, [this, rules](const Result<void> &done) {
        if (!done) {
            m_bar->showMessage(State::Problem, done.error().message);
            return;
        }
        m_withdrawn = rules;
        for (RuleOverride &rule : m_withdrawn) {
            rule.id = {};
            rule.revision = 0;
        }
        m_bar->showMessage(State::Good, tr("%1 is as supplied again.").arg(record() ? ruleLabel(*record(), rules.first().path) : rules.first().path), {m_undo});
    });
}

void CountriesView::openUsage(const RuleLine &line)
{
    if (!record())
        return;
    auto *pane = new UsagePane;
    connect(pane, &UsagePane::caseActivated, this, [this](CaseId id) {
        m_sheet->close();
        Q_EMIT caseActivated(id);
    });
    m_sheet->openWith(pane, tr("Where it is used: %1").arg(line.label), {});
    m_form = nullptr;
    whenAnswered(m_session.ruleUsage(usageQuery(*record(), line.paths.first(), m_session.clock().now())), pane, [pane](const Result<RuleUsage> &usage) {
        if (usage)
            pane->showUsage(*usage);
        else
            pane->showProblem(usage.error().message);
    });
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/countrypage.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/models/countrymodel.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/listwalk.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scrollpage.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/countrysummary.h"
#include "ui/wizard/formpage.h"

#include <QLineEdit>
#include <QListView>
#include <QRadioButton>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {
constexpr int kListWidth = 264;
}

CountryPage::CountryPage(const WizardContext &pageContext, QWidget *parent)
    : WizardPage(u"countryPage"_s, pageContext, parent), m_model(new CountryModel(pageContext.session.countries(), this)),
      m_filter(new QSortFilterProxyModel(this)), m_search(new QLineEdit), m_list(new QListView), m_noMatch(new EmptyState), m_right(new QWidget)
{
    setHeading(tr("Where are the numbers from?"), tr("Choose the country and the type of most of your numbers. Others may follow in the list: they become a case of their own."));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(Spacing::XL);
    columns->addWidget(makeList());
    auto *right = new QVBoxLayout(m_right);
    right->setContentsMargins(0, 0, Spacing::M, 0);
    auto *scroll = new ScrollPage; // the list keeps its height beside a long summary
    scroll->setContent(m_right);
    columns->addWidget(scroll, 1);
    body()->addLayout(columns, 1);
    connect(m_search, &QLineEdit::textChanged, this, &CountryPage::filter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_loading)
            choose(index.data(CountryModel::CodeRole).toString());
    });
    connect(m_noMatch, &EmptyState::actionTriggered, m_search, &QLineEdit::clear);
}

QWidget *CountryPage::makeList()
{
    m_search->setObjectName(u"countrySearchEdit"_s);
    m_search->setPlaceholderText(tr("Find a country"));
    m_search->setAccessibleName(tr("Find a country by name or calling code"));
    m_search->setClearButtonEnabled(true);
    walkListFrom(m_search, m_list);
    m_list->setObjectName(u"countryList"_s);
    m_list->setAccessibleName(tr("Countries"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_filter->setSourceModel(m_model);
    m_filter->setFilterRole(CountryModel::SearchRole);
    m_list->setModel(m_filter);
    m_noMatch->set(EmptyState::Kind::NoMatch, tr("No such country"), tr("The country pack has no country of this name."), tr("Show All"));
    m_noMatch->hide();
    auto *left = new QWidget;
    left->setFixedWidth(kListWidth);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_noMatch, 1);
    return left;
}

QString CountryPage::stepSubtitle() const
{
    return draft().record() ? tr("%1, %2").arg(draft().countryName(), numberTypeText(draft().record()->type)) : QString();
}

bool CountryPage::owns(const QString &pointer) const
{
    return pointer == u"/country" || pointer == u"/type";
}

void CountryPage::enter()
{
    m_loading = true;
    const QModelIndex index = m_filter->mapFromSource(m_model->index(m_model->rowOf(request().country)));
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_loading = false;
    showCountry();
    showProblems();
}

void CountryPage::focusField(const QString &)
{
    m_search->setFocus(Qt::OtherFocusReason);
}

/// The choice is only a hint once there are numbers that tell their country.
bool CountryPage::hasErrors() const
{
    return WizardPage::hasErrors() || (!draft().record() && draft().checked().cases.isEmpty());
}

void CountryPage::showProblems()
{
    const QString missing = isRevealed() && !draft().record() ? tr("Choose a country and a number type: the questions and documents follow from them.") : QString();
    const QString text = missing.isEmpty() ? problemSentences(problems()) : missing;
    if (text.isEmpty())
        bar()->clear();
    else
        bar()->showMessage(State::Problem, text);
}

void CountryPage::filter(const QString &typed)
{
    m_loading = true;
    m_filter->setFilterFixedString(countrySearchText(typed));
    m_loading = false;
    m_list->setVisible(m_filter->rowCount() > 0);
    m_noMatch->setVisible(m_filter->rowCount() == 0);
    if (m_filter->rowCount() == 1)
        m_list->setCurrentIndex(m_filter->index(0, 0));
}

void CountryPage::choose(const QString &code)
{
    if (code == request().country)
        return;
    const Country *country = context().session.countries().country(code);
    if (!country)
        return;
    draft().edit([&](Request &request) {
        request.country = code;
        if (!context().session.countries().record(code, numberTypeFromKey(request.type)))
            request.type = country->records.isEmpty() ? QString() : numberTypeKey(country->records.first().type);
    });
    showCountry();
    Q_EMIT stepChanged();
}

void CountryPage::showCountry()
{
    delete m_details;
    m_details = new QWidget;
    auto *column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::L);
    m_right->layout()->addWidget(m_details);
    const Country *country = context().session.countries().country(request().country);
    if (!country) {
        auto *hint = new EmptyState;
        hint->set(EmptyState::Kind::NothingYet, tr("No country chosen"), tr("Choose one at the left to see what its carriers ask for."));
        hint->setGlyph(Glyph::Flag);
        column->addWidget(hint);
    } else {
        addTypes(*country);
        if (const CountryRecord *record = draft().record())
            column->addWidget(new CountrySummary(*record));
    }
    column->addStretch(1);
    m_details->show(); // at once: a layout shows new widgets only later
}

void CountryPage::addTypes(const Country &country)
{
    auto *card = new Card(country.name);
    for (const CountryRecord &record : country.records) {
        const QString key = numberTypeKey(record.type);
        //: %1 is a number type such as "mobile"
        const QString text = record.portability == Portability::Yes ? numberTypeText(record.type) : tr("%1: not documented, ask the carrier").arg(numberTypeText(record.type));
        auto *radio = new QRadioButton(text.left(1).toUpper() + text.mid(1));
        radio->setObjectName(key + u"Radio"_s);
        radio->setChecked(key == request().type);
        connect(radio, &QRadioButton::clicked, this, [this, key] {
            draft().edit([&](Request &request) { request.type = key; });
            Q_EMIT stepChanged();
            QMetaObject::invokeMethod(this, &CountryPage::showCountry, Qt::QueuedConnection);
            const QString name = key + u"Radio"_s; // the keyboard stays on the choice
            QMetaObject::invokeMethod(this, [this, name] {
                if (auto *again = findChild<QRadioButton *>(name))
                    again->setFocus();
            }, Qt::QueuedConnection);
        });
        card->body()->addWidget(radio);
    }
    m_details->layout()->addWidget(card);
}

} // namespace PortDesk

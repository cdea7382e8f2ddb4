// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/holidaysview.h"

#include "core/desk/desksession.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/models/answer.h"
#include "ui/models/holidayrows.h"
#include "ui/models/timewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QDateEdit>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

constexpr int kSideWidth = 320;
constexpr int kFirstYear = 2024; // of the table
constexpr int kLastYear = 2036;

/// "Saturday and Sunday": the days of a week nobody works.
QString weekendText(const BusinessCalendar &calendar)
{
    QStringList days;
    for (QDate day(2026, 6, 1); day <= QDate(2026, 6, 7); day = day.addDays(1))
        if (calendar.isWeekend(day))
            days << TimeWords::locale().dayName(day.dayOfWeek());
    return days.join(HolidaysView::tr(" and "));
}

} // namespace

HolidaysView::HolidaysView(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new HolidayRows(this)), m_bar(new MessageBar), m_country(new CountryCombo), m_region(new QComboBox),
      m_carrier(new QComboBox), m_year(new QSpinBox), m_summary(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_table(new TableView),
      m_date(new QDateEdit), m_name(new QLineEdit), m_reason(new QLineEdit), m_scope(new TextLabel({}, TextRole::Caption, TextLabel::Tone::Secondary)),
      m_dayCard(new Card(tr("Chosen day"))), m_dayText(new TextLabel), m_dayReason(new QLineEdit), m_change(new QPushButton)
{
    setObjectName(u"holidaysView"_s);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(Spacing::L);
    columns->addWidget(makeTable(), 1);
    columns->addWidget(makeSide());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::XL);
    column->setSpacing(Spacing::M);
    column->addWidget(makeHead());
    column->addWidget(makeChoice());
    column->addWidget(m_bar);
    column->addWidget(m_summary);
    column->addLayout(columns, 1);
    connect(&session, &DeskSession::ownDaysChanged, this, &HolidaysView::reload);
    const QDate today = session.clock().today(session.zone());
    m_date->setDate(today);
    showPlace({u"DE"_s}, today.year());
}

QWidget *HolidaysView::makeHead()
{
    auto *back = new QPushButton(themedIcon(Glyph::ArrowLeft), tr("Settings"));
    back->setObjectName(u"holidaysBackButton"_s);
    setQuiet(back);
    connect(back, &QPushButton::clicked, this, &HolidaysView::backWanted);
    const QString day = TimeWords::locale().toString(holidayDataDate(), u"d MMM yyyy"_s);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::M);
    row->addWidget(back);
    row->addWidget(new TextLabel(tr("Holidays"), TextRole::Title));
    row->addStretch(1);
    row->addWidget(new TextLabel(tr("Table of %1, from date-holidays, CC BY-SA 3.0").arg(day), TextRole::Caption, TextLabel::Tone::Tertiary));
    m_bar->setObjectName(u"holidaysMessageBar"_s);
    m_bar->setClosable(true);
    m_summary->setObjectName(u"holidaysSummaryLabel"_s);
    m_summary->setWordWrap(true);
    return head;
}

QWidget *HolidaysView::makeChoice()
{
    m_country->setObjectName(u"holidayCountryCombo"_s);
    QStringList codes;
    const QStringList known = calendarCountries();
    for (const QString &code : allCountryCodes())
        if (known.contains(code))
            codes << code;
    m_country->setCountries(codes);
    m_region->setObjectName(u"holidayRegionCombo"_s);
    m_carrier->setObjectName(u"holidayCarrierCombo"_s);
    m_carrier->setEditable(true);
    m_carrier->setInsertPolicy(QComboBox::NoInsert);
    m_carrier->lineEdit()->setPlaceholderText(tr("every carrier"));
    m_year->setObjectName(u"holidayYearSpin"_s);
    m_year->setRange(kFirstYear, kLastYear);
    auto *choice = new QWidget;
    auto *row = new QHBoxLayout(choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::M);
    row->addWidget(new FormField(tr("Country"), m_country), 3);
    row->addWidget(new FormField(tr("Region"), m_region), 3);
    row->addWidget(new FormField(tr("Carrier"), m_carrier), 3);
    row->addWidget(new FormField(tr("Year"), m_year), 1);
    connect(m_country, &CountryCombo::countryChanged, this, [this] {
        fillRegions();
        fillCarriers();
        reload();
    });
    connect(m_region, &QComboBox::currentIndexChanged, this, &HolidaysView::reload);
    connect(m_carrier, &QComboBox::currentTextChanged, this, &HolidaysView::reload);
    connect(m_year, &QSpinBox::valueChanged, this, &HolidaysView::reload);
    return choice;
}

QWidget *HolidaysView::makeTable()
{
    m_table->setObjectName(u"holidaysTable"_s);
    m_table->setAccessibleName(tr("Holidays"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(HolidayRows::StateColumn, new BadgeDelegate(m_table));
    m_table->setColumnWidth(HolidayRows::DayColumn, 108);
    m_table->setColumnWidth(HolidayRows::WhereColumn, 160);
    m_table->setColumnWidth(HolidayRows::StateColumn, 132);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(HolidayRows::NameColumn, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HolidaysView::showSelected);
    auto *card = new Card;
    card->setFlush(true);
    card->body()->addWidget(m_table);
    return card;
}

QWidget *HolidaysView::makeSide()
{
    auto *side = new QWidget;
    side->setFixedWidth(kSideWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    makeDayCard(column);
    makeAddCard(column);
    column->addStretch(1);
    return side;
}

void HolidaysView::makeDayCard(QVBoxLayout *column)
{
    m_dayText->setObjectName(u"chosenHolidayLabel"_s);
    m_dayText->setWordWrap(true);
    m_dayReason->setObjectName(u"takeOutReasonEdit"_s);
    m_dayReasonField = new FormField(tr("Why it is worked on"), m_dayReason);
    m_dayReasonField->setRequired(true);
    m_change->setObjectName(u"changeHolidayButton"_s);
    m_dayCard->body()->setSpacing(Spacing::M);
    m_dayCard->body()->addWidget(m_dayText);
    m_dayCard->body()->addWidget(m_dayReasonField);
    m_dayCard->body()->addWidget(m_change, 0, Qt::AlignLeft);
    column->addWidget(m_dayCard);
    connect(m_change, &QPushButton::clicked, this, &HolidaysView::changeSelected);
}

void HolidaysView::makeAddCard(QVBoxLayout *column)
{
    m_date->setObjectName(u"ownDayEdit"_s);
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(u"ddd d MMM yyyy"_s);
    m_date->setLocale(TimeWords::locale());
    m_date->setDateRange({kFirstYear, 1, 1}, {kLastYear, 12, 31});
    m_name->setObjectName(u"ownDayNameEdit"_s);
    m_reason->setObjectName(u"ownDayReasonEdit"_s);
    m_nameField = new FormField(tr("What it is called"), m_name);
    m_nameField->setRequired(true);
    m_reasonField = new FormField(tr("How you know"), m_reason);
    m_reasonField->setRequired(true);
    m_reasonField->setHint(tr("Stands on every deadline that passes over the day."));
    m_scope->setObjectName(u"ownDayScopeLabel"_s);
    m_scope->setWordWrap(true);
    auto *add = new QPushButton(tr("&Add Day"));
    add->setObjectName(u"addOwnDayButton"_s);
    setPrimary(add);
    auto *card = new Card(tr("Another day without work"));
    card->body()->setSpacing(Spacing::M);
    card->body()->addWidget(new FormField(tr("Day"), m_date));
    card->body()->addWidget(m_nameField);
    card->body()->addWidget(m_reasonField);
    card->body()->addWidget(m_scope);
    card->body()->addWidget(add, 0, Qt::AlignLeft);
    column->addWidget(card);
    connect(add, &QPushButton::clicked, this, &HolidaysView::addDay);
}

void HolidaysView::showPlace(const CalendarPlace &place, int year)
{
    {
        const QSignalBlocker quietCountry(m_country), quietRegion(m_region), quietCarrier(m_carrier), quietYear(m_year);
        m_country->setCountry(place.country);
        fillRegions();
        fillCarriers();
        m_region->setCurrentIndex(std::max(0, m_region->findData(place.region)));
        m_carrier->setEditText(place.carrier);
        m_year->setValue(year);
    }
    reload();
}

void HolidaysView::fillRegions()
{
    const QSignalBlocker quiet(m_region);
    m_region->clear();
    const QList<CalendarRegion> regions = calendarRegions(m_country->country());
    m_region->addItem(regions.isEmpty() ? tr("the whole country") : tr("all regions"), QString());
    for (const CalendarRegion &region : regions)
        m_region->addItem(region.name, region.code);
    m_region->setEnabled(!regions.isEmpty());
}

/// Carriers this desk has days of, to choose from; any other can be typed.
void HolidaysView::fillCarriers()
{
    const QSignalBlocker quiet(m_carrier);
    const QString before = m_carrier->currentText();
    QStringList names;
    for (const OwnDay &day : m_session.ownDays().days())
        if (day.place.country == m_country->country() && !day.place.carrier.isEmpty() && !names.contains(day.place.carrier))
            names << day.place.carrier;
    names.sort(Qt::CaseInsensitive);
    m_carrier->clear();
    m_carrier->addItems(names);
    m_carrier->setEditText(before);
}

CalendarPlace HolidaysView::chosen() const
{
    return {m_country->country(), m_region->currentData().toString(), m_carrier->currentText().trimmed()};
}

QString HolidaysView::chosenText() const
{
    const CalendarPlace place = chosen();
    const QString where = place.region.isEmpty() ? countryName(place.country) : tr("%1, %2").arg(countryName(place.country), m_region->currentText());
    return place.carrier.isEmpty() ? where : tr("%1, for %2 only").arg(where, place.carrier);
}

void HolidaysView::reload()
{
    const CalendarDay *before = selectedDay();
    const QDate selected = before ? before->date : QDate();
    const BusinessCalendar calendar = BusinessCalendar::forPlace(chosen(), m_session.ownDays());
    m_model->setCalendar(calendar, m_year->value());
    m_summary->setText(tr("%1: the weekend is %2; %n more day(s) without work in %3. Deadlines that run already keep their day.", nullptr, m_model->closedDays())
                           .arg(chosenText(), weekendText(calendar)).arg(m_year->value()));
    m_scope->setText(tr("Holds in %1.").arg(chosenText()));
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->at(row).date == selected)
            m_table->selectRow(row);
    showSelected();
}

const CalendarDay *HolidaysView::selectedDay() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() || rows.first().row() >= m_model->rowCount() ? nullptr : &m_model->at(rows.first().row());
}

void HolidaysView::showSelected()
{
    const CalendarDay *day = selectedDay();
    m_dayCard->setVisible(day);
    if (!day)
        return;
    const QString date = TimeWords::locale().toString(day->date, u"ddd d MMM yyyy"_s);
    m_dayReasonField->setVisible(!day->own);
    if (!day->own) {
        m_dayText->setText(tr("%1, %2. Take it out of %3 if work goes on there.").arg(date, day->name, chosenText()));
        m_change->setText(tr("&Take Out"));
    } else if (day->isTakenOut()) {
        m_dayText->setText(tr("%1, %2. Taken out by %3: %4").arg(date, day->name, day->own->who, day->own->reason));
        m_change->setText(tr("&Restore"));
    } else {
        m_dayText->setText(tr("%1, %2. Added by %3: %4").arg(date, day->name, day->own->who, day->own->reason));
        m_change->setText(tr("&Remove"));
    }
}

void HolidaysView::keep(const std::function<void(OwnDays &)> &change)
{
    m_bar->clear();
    whenAnswered(m_session.changeOwnDays(change), this, [this](const Result<void> &kept) {
        if (!kept)
            m_bar->showMessage(State::Problem, kept.error().message);
        fillCarriers();
    });
}

void HolidaysView::addDay()
{
    const QString name = m_name->text().simplified();
    const QString reason = m_reason->text().simplified();
    m_nameField->setError(name.isEmpty() ? tr("give the day a name.") : QString());
    m_reasonField->setError(reason.isEmpty() ? tr("say how you know, so that others can rely on it.") : QString());
    m_nameField->showError();
    m_reasonField->showError();
    if (name.isEmpty() || reason.isEmpty())
        return;
    const OwnDay day{OwnDay::Kind::Added, m_date->date(), chosen(), name, reason, m_session.actor().name};
    keep([day](OwnDays &days) { days.put(day); });
    m_year->setValue(day.date.year());
    m_name->clear();
    m_reason->clear();
}

void HolidaysView::changeSelected()
{
    const CalendarDay *selected = selectedDay();
    if (!selected)
        return;
    if (selected->own) { // back to what the table says
        keep([own = *selected->own](OwnDays &days) { days.drop(own.date, own.place); });
        return;
    }
    const QString reason = m_dayReason->text().simplified();
    m_dayReasonField->setError(reason.isEmpty() ? tr("say why, so that others can rely on it.") : QString());
    m_dayReasonField->showError();
    if (reason.isEmpty())
        return;
    const OwnDay day{OwnDay::Kind::Removed, selected->date, chosen(), selected->name, reason, m_session.actor().name};
    keep([day](OwnDays &days) { days.put(day); });
    m_dayReason->clear();
}

} // namespace PortDesk

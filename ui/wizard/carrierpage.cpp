// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/carrierpage.h"

#include "core/places/businesscalendar.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualLeadTime = 10; // business days, where the country documents none

QDate firstPossibleDay(const RequestDraft &draft)
{
    const CountryRecord *record = draft.record();
    const Request &request = draft.request();
    const QString region = request.addresses.isEmpty() || request.addresses.first().address.country != request.country ? QString() : calendarRegion(request.addresses.first().address);
    const BusinessCalendar calendar = BusinessCalendar::forPlace({request.country, region, request.losingCarrier.name}, draft.rules().ownDays);
    return calendar.addBusinessDays(draft.today(), record ? record->leadTimeMinimum.value_or(kUsualLeadTime) : kUsualLeadTime);
}

} // namespace

CarrierPage::CarrierPage(const WizardContext &pageContext, QWidget *parent)
    : FormPage(u"carrierPage"_s, pageContext, parent), m_full(new QRadioButton(tr("A&ll numbers of the account"))),
      m_partial(new QRadioButton(tr("Only &some of its numbers"))), m_rest(new QWidget), m_wish(new QCheckBox(tr("I wish a certain &day"))),
      m_date(new QDateEdit), m_dateField(nullptr)
{
    setHeading(tr("Where are the numbers now?"), tr("Everything asked here stands on the latest bill of your present carrier."));
    m_full->setObjectName(u"fullPortRadio"_s);
    m_partial->setObjectName(u"partialPortRadio"_s);
    m_wish->setObjectName(u"requestedDateBox"_s);
    m_date->setObjectName(u"requestedDateEdit"_s);
    m_date->setCalendarPopup(true);
    addAccount();
    addScope();
    addDate();
    body()->addStretch(1);
}

void CarrierPage::addAccount()
{
    FormField *name = addLine(u"carrierNameEdit"_s, tr("Carrier"), u"/losingCarrier/name"_s, [](const Request &r) { return r.losingCarrier.name; },
                              [](Request &r, const QString &text) { r.losingCarrier.name = text.trimmed(); });
    FormField *account = addLine(u"accountNumberEdit"_s, tr("Account number"), u"/losingCarrier/accountNumber"_s,
                                 [](const Request &r) { return r.losingCarrier.accountNumber; },
                                 [](Request &r, const QString &text) { r.losingCarrier.accountNumber = text.trimmed(); });
    name->setRequired(true);
    account->setRequired(true);
    account->setHint(tr("Also called customer or contract number."));
    addRow({name, account});
    FormField *billing = addLine(u"billingNumberEdit"_s, tr("Main billing number"), u"/losingCarrier/billingNumber"_s,
                                 [](const Request &r) { return r.losingCarrier.billingNumber; },
                                 [](Request &r, const QString &text) { r.losingCarrier.billingNumber = text.trimmed(); });
    billing->setHint(tr("The number the account is billed under, if the bill names one."));
    FormField *pin = addLine(u"pinEdit"_s, tr("PIN or passcode"), u"/losingCarrier/pin"_s, [](const Request &r) { return r.losingCarrier.pin; },
                             [](Request &r, const QString &text) { r.losingCarrier.pin = text.trimmed(); });
    pin->setHint(tr("Only if the carrier gave you one for porting."));
    addRow({billing, pin});
}

void CarrierPage::addScope()
{
    addSection(tr("What moves"));
    auto *choice = new QHBoxLayout;
    choice->setSpacing(Spacing::XL);
    choice->addWidget(m_full);
    choice->addWidget(m_partial);
    choice->addStretch(1);
    body()->addLayout(choice);
    auto *remaining = new QComboBox;
    remaining->setObjectName(u"remainingCombo"_s);
    remaining->addItem(tr("Please choose"), u"none"_s);
    remaining->addItem(tr("They stay with the carrier"), u"keep"_s);
    remaining->addItem(tr("They are disconnected"), u"disconnect"_s);
    auto *rest = new FormField(tr("What happens to the other numbers"), remaining);
    rest->setRequired(true);
    fields().add(u"/port/remaining"_s, rest,
                 [](const Request &r) { return r.remaining == Remaining::Keep ? u"keep"_s : r.remaining == Remaining::Disconnect ? u"disconnect"_s : u"none"_s; },
                 [](Request &r, const QString &key) {
                     r.remaining = key == u"keep" ? Remaining::Keep : key == u"disconnect" ? Remaining::Disconnect : Remaining::None;
                 });
    FormField *billing = addLine(u"newBillingNumberEdit"_s, tr("New billing number"), u"/port/newBillingNumber"_s,
                                 [](const Request &r) { return r.newBillingNumber; },
                                 [](Request &r, const QString &text) { r.newBillingNumber = text.trimmed(); });
    billing->setHint(tr("A number that stays, if the main billing number moves."));
    auto *row = new QHBoxLayout(m_rest);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::L);
    row->addWidget(rest, 1, Qt::AlignTop);
    row->addWidget(billing, 1, Qt::AlignTop);
    body()->addWidget(m_rest);
    connect(m_partial, &QRadioButton::toggled, this, [this](bool on) {
        if (m_loading)
            return;
        draft().edit([on](Request &request) { request.scope = on ? PortScope::Partial : PortScope::Full; });
        arrange();
    });
}

void CarrierPage::addDate()
{
    addSection(tr("When"));
    body()->addWidget(m_wish);
    m_dateField = new FormField(tr("Wished port date"), m_date);
    fields().add(u"/requestedDate"_s, m_dateField,
                 [this](const Request &r) { return (r.requestedDate.isValid() ? r.requestedDate : firstPossibleDay(draft())).toString(Qt::ISODate); },
                 [this](Request &r, const QString &day) { r.requestedDate = m_wish->isChecked() ? QDate::fromString(day, Qt::ISODate) : QDate(); });
    addRow({m_dateField, new QWidget});
    connect(m_wish, &QCheckBox::toggled, this, [this](bool on) {
        if (m_loading)
            return;
        draft().edit([&](Request &request) { request.requestedDate = on ? m_date->date() : QDate(); });
        arrange();
    });
}

bool CarrierPage::owns(const QString &pointer) const
{
    return pointer.startsWith(u"/losingCarrier") || pointer.startsWith(u"/port") || pointer == u"/requestedDate";
}

void CarrierPage::enter()
{
    m_loading = true;
    (request().scope == PortScope::Full ? m_full : m_partial)->setChecked(true);
    m_wish->setChecked(request().requestedDate.isValid());
    m_loading = false;
    const QDate first = firstPossibleDay(draft());
    const CountryRecord *record = draft().record();
    m_dateField->setHint(record && record->leadTimeMinimum
                             ? tr("The first possible day is %1, after the country's lead time of %n business day(s). The carrier decides.", nullptr, *record->leadTimeMinimum)
                                   .arg(locale().toString(first, QLocale::LongFormat))
                             : tr("No lead time is documented; the carrier decides."));
    arrange();
    FormPage::enter();
}

void CarrierPage::arrange()
{
    m_rest->setVisible(m_partial->isChecked());
    m_dateField->setVisible(m_wish->isChecked());
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/carrierpage.h"

#include "core/cases/pointer.h"
#include "core/cases/requirements.h"
#include "core/cases/staying.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/portdayedit.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/asides.h"
#include "ui/wizard/linefeaturelist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kStayingHeight = 76; // three lines

/// One number or range per entry, as they are pasted: by line, comma, semicolon or tab.
QStringList entriesOf(const QString &text)
{
    static const QRegularExpression parting(u"[\\n\\r\\t,;]+"_s);
    QStringList entries;
    for (const QString &entry : text.split(parting))
        entries << entry.trimmed();
    entries.removeAll(QString());
    return entries;
}

} // namespace

CarrierPage::CarrierPage(const WizardContext &pageContext, QWidget *parent)
    : FormPage(u"carrierPage"_s, pageContext, parent), m_full(new QRadioButton(tr("A&ll numbers of the account"))),
      m_partial(new QRadioButton(tr("Only &some of its numbers"))), m_rest(new QWidget), m_between(new QCheckBox(tr("I bought these numbers through &another company"))),
      m_reseller(new QWidget), m_features(new LineFeatureList), m_wish(new QCheckBox(tr("I wish a certain &day"))),
      m_date(new PortDayEdit), m_earliest(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_dateField(nullptr)
{
    setHeading(tr("Where are the numbers now?"), tr("Everything asked here stands on the latest bill of your present carrier."));
    m_full->setObjectName(u"fullPortRadio"_s);
    m_partial->setObjectName(u"partialPortRadio"_s);
    m_wish->setObjectName(u"requestedDateBox"_s);
    m_date->setObjectName(u"requestedDateEdit"_s);
    addAccount();
    addReseller();
    addScope();
    addFeatures();
    addDate();
    body()->addStretch(1);
    connect(&draft(), &RequestDraft::checkedChanged, this, [this] {
        if (!isVisible())
            return;
        adapt();
        showDays();
        countStaying();
    });
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
    m_account = account;
    addRow({name, account});
    FormField *billing = addLine(u"billingNumberEdit"_s, tr("Main billing number"), u"/losingCarrier/billingNumber"_s,
                                 [](const Request &r) { return r.losingCarrier.billingNumber; },
                                 [](Request &r, const QString &text) { r.losingCarrier.billingNumber = text.trimmed(); });
    billing->setHint(tr("The number the account is billed under, if the bill names one."));
    FormField *pin = addLine(u"pinEdit"_s, tr("PIN or passcode"), u"/losingCarrier/pin"_s, [](const Request &r) { return r.losingCarrier.pin; },
                             [](Request &r, const QString &text) { r.losingCarrier.pin = text.trimmed(); });
    m_pin = pin;
    addRow({billing, pin});
}

/// What the country's sources say about the account number and the PIN; a PIN that nobody asks for is not in the way.
void CarrierPage::adapt()
{
    const auto ruleOf = [this](const QString &pointer) -> std::optional<FieldRule> {
        std::optional<FieldRule> found;
        for (const CountryRecord *record : draft().records()) {
            for (const FieldRule &rule : applicableFields(*record, request().owner.kind)) {
                if (rule.requestPointer == pointer && (!found || rule.required))
                    found = rule;
            }
        }
        return found;
    };
    const auto hintOf = [](const std::optional<FieldRule> &rule, const QString &usual) {
        if (!rule)
            return usual;
        const QString where = rule->whereToFind.isEmpty() ? usual : tr("Where to find it: %1").arg(rule->whereToFind);
        return (rule->explanation + u' ' + where).trimmed();
    };
    m_account->setHint(hintOf(ruleOf(u"/losingCarrier/accountNumber"_s), tr("Also called customer or contract number; usually on the first page of the bill, near its date.")));
    const auto pin = ruleOf(u"/losingCarrier/pin"_s);
    m_pin->setRequired(pin && pin->required);
    m_pin->setHint(hintOf(pin, tr("Only if the carrier gave you one for porting.")));
    m_pin->setVisible(pin || !request().losingCarrier.pin.isEmpty() || draft().records().isEmpty());
}

void CarrierPage::addReseller()
{
    m_between->setObjectName(u"resellerBox"_s);
    m_between->setToolTip(tr("For example a dealer or an IT company that put the numbers on its own account with the carrier."));
    body()->addWidget(m_between);
    FormField *company = addLine(u"resellerCompanyEdit"_s, tr("Company you bought them from"), u"/reseller/company"_s, [](const Request &r) { return r.reseller.company; },
                                 [](Request &r, const QString &text) { r.reseller.company = text.trimmed(); });
    company->setRequired(true);
    company->setHint(tr("The carrier's record may name it instead of you: ask it for the account number and the name on record."));
    FormField *contact = addLine(u"resellerContactEdit"_s, tr("Contact there"), u"/reseller/contactName"_s, [](const Request &r) { return r.reseller.contactName; },
                                 [](Request &r, const QString &text) { r.reseller.contactName = text.trimmed(); });
    FormField *email = addLine(u"resellerEmailEdit"_s, tr("Its e-mail"), u"/reseller/email"_s, [](const Request &r) { return r.reseller.email; },
                               [](Request &r, const QString &text) { r.reseller.email = text.trimmed(); });
    auto *row = new QHBoxLayout(m_reseller);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::L);
    row->addWidget(company, 2, Qt::AlignTop);
    row->addWidget(contact, 1, Qt::AlignTop);
    row->addWidget(email, 1, Qt::AlignTop);
    body()->addWidget(m_reseller);
    connect(m_between, &QCheckBox::toggled, this, [this](bool on) {
        if (m_loading)
            return;
        chooseReseller(draft(), on);
        fields().load();
        arrange();
    });
}

/// The numbers of the account that stay: typed or pasted, counted while they are.
QWidget *CarrierPage::makeStaying()
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(u"stayingEdit"_s);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(kStayingHeight);
    m_staying = new FormField(tr("Numbers of the account that stay"), edit);
    fields().add(u"/port/staying"_s, m_staying, [](const Request &r) { return r.staying.join(u'\n'); },
                 [](Request &r, const QString &text) { r.staying = entriesOf(text); });
    connect(edit, &QPlainTextEdit::textChanged, this, &CarrierPage::countStaying);
    return m_staying;
}

void CarrierPage::countStaying()
{
    if (request().staying.isEmpty())
        return m_staying->setHint(tr("Paste them as they stand on the bill, one or more per line; ranges too. Some carriers reject an order that does not name them."));
    const QList<StayingNumber> read = readStaying(request(), draft().checked().cases);
    const auto bad = std::count_if(read.cbegin(), read.cend(), [](const StayingNumber &number) { return !number.phone.possible; });
    const QString numbers = tr("%n number(s) read.", nullptr, int(read.size() - bad));
    m_staying->setHint(bad ? tr("%1 %n entry(ies) cannot be read.", nullptr, int(bad)).arg(numbers) : numbers);
}

void CarrierPage::addFeatures()
{
    addSection(tr("What else runs on these lines?"));
    m_features->setObjectName(u"lineFeatureList"_s);
    body()->addWidget(m_features);
    connect(m_features, &LineFeatureList::edited, this, [this] {
        draft().edit([this](Request &request) { request.lineFeatures = m_features->chosen(); });
    });
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
    remaining->addItem(tr("They are kept with the carrier"), u"keep"_s);
    remaining->addItem(tr("They are disconnected"), u"disconnect"_s);
    auto *rest = new FormField(tr("What happens to them"), remaining);
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
    auto *column = new QVBoxLayout(m_rest);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::L);
    column->addWidget(makeStaying());
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::L);
    column->addLayout(row);
    row->addWidget(rest, 1, Qt::AlignTop);
    row->addWidget(billing, 1, Qt::AlignTop);
    body()->addWidget(m_rest);
    connect(m_partial, &QRadioButton::toggled, this, [this](bool on) {
        if (m_loading)
            return;
        choosePortScope(draft(), on ? PortScope::Partial : PortScope::Full);
        fields().load();
        arrange();
    });
}

bool CarrierPage::owns(const QString &pointer) const
{
    static const QStringList places{u"/losingCarrier"_s, u"/reseller"_s, u"/port"_s, u"/lineFeatures"_s, u"/requestedDate"_s};
    return std::any_of(places.cbegin(), places.cend(), [&](const QString &place) { return pointer == place || pointer.startsWith(place + u'/'); });
}

void CarrierPage::enter()
{
    m_loading = true;
    (request().scope == PortScope::Full ? m_full : m_partial)->setChecked(true);
    m_wish->setChecked(request().requestedDate.isValid());
    m_between->setChecked(!request().reseller.isEmpty());
    m_features->setChosen(request().lineFeatures);
    m_loading = false;
    adapt();
    showDays();
    arrange();
    FormPage::enter();
}

void CarrierPage::focusField(const QString &pointer)
{
    if (!pointer.startsWith(u"/lineFeatures"))
        return FormPage::focusField(pointer);
    m_features->focusFeature(request().lineFeatures.value(pointerSteps(pointer).value(1).toInt()));
}

/// What a line feature means stands beside its box already.
void CarrierPage::showRest(const QList<Problem> &rest)
{
    QList<Problem> others = rest;
    others.removeIf([](const Problem &problem) { return problem.code.startsWith(u"line-feature.") && problem.severity == Problem::Severity::Warning; });
    FormPage::showRest(others);
}

void CarrierPage::arrange()
{
    m_reseller->setVisible(m_between->isChecked());
    countStaying();
    m_rest->setVisible(m_partial->isChecked());
    m_dateField->setVisible(m_wish->isChecked());
}

} // namespace PortDesk

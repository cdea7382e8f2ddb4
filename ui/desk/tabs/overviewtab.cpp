// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/tabs/overviewtab.h"

#include "core/cases/rejection.h"
#include "core/cases/todolist.h"
#include "core/countries/portingwindow.h"
#include "core/countries/rulewords.h"
#include "core/places/address.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/desk/caseactions.h"
#include "ui/desk/tabs/warningscard.h"
#include "ui/models/casetables.h"
#include "ui/models/timewords.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kSideWidth = 296;
constexpr int kNumbersShown = 8;
constexpr int kEventsShown = 8;
constexpr int kWindowsShown = 2;

QString addressText(const PostalAddress &address)
{
    return formatAddress(address).join(u'\n');
}

QString leadTimeText(const CountryRecord &record)
{
    if (!record.leadTimeMinimum && !record.leadTimeMaximum)
        return OverviewTab::tr("not documented, ask the carrier");
    const int least = record.leadTimeMinimum.value_or(record.leadTimeMaximum.value_or(0));
    const int most = record.leadTimeMaximum.value_or(least);
    return least == most ? OverviewTab::tr("%n business day(s)", nullptr, most) : OverviewTab::tr("%1 to %2 business days").arg(least).arg(most);
}

} // namespace

OverviewTab::OverviewTab(QWidget *parent)
    : ScrollPage(parent), m_reasons(new Card), m_warnings(new WarningsCard), m_owner(new KeyValueGrid(2)), m_numbersCard(new Card(tr("Numbers"))), m_numbers(new CaseNumbersModel(this)),
      m_moreNumbers(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_countryCard(new Card), m_country(new KeyValueGrid), m_rules(new QPushButton(tr("Rules"))), m_timeline(new KeyValueGrid)
{
    setObjectName(u"overviewTab"_s);
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::L);
    row->setSpacing(Spacing::L);
    row->addWidget(makeMainColumn(), 1);
    row->addWidget(makeSideColumn());
    setContent(content);
}

QWidget *OverviewTab::makeMainColumn()
{
    auto *main = new QWidget;
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::L);
    m_reasons->setObjectName(u"reasonsCard"_s);
    m_reasons->setEdge(State::Problem);
    auto *owner = new Card(tr("Owner and account"));
    owner->body()->addWidget(m_owner);
    auto *table = new TableView;
    table->setObjectName(u"overviewNumbersTable"_s);
    table->setAccessibleName(tr("Numbers of the case"));
    table->setModel(m_numbers);
    table->setItemDelegateForColumn(CaseNumbersModel::OutcomeColumn, new BadgeDelegate(table));
    table->setColumnHidden(CaseNumbersModel::NoteColumn, true);
    table->setColumnHidden(CaseNumbersModel::HolderColumn, true); // the Numbers tab has the room for it
    table->setColumnWidth(CaseNumbersModel::NumberColumn, 150);
    table->setColumnWidth(CaseNumbersModel::TypeColumn, 92);
    table->setColumnWidth(CaseNumbersModel::AddressColumn, 92);
    table->setColumnWidth(CaseNumbersModel::PinColumn, 64);
    table->setEmbedded(true);
    m_numbersCard->body()->addWidget(table);
    m_numbersCard->body()->addWidget(m_moreNumbers);
    auto *all = new QPushButton(tr("Show All"));
    all->setObjectName(u"showNumbersButton"_s);
    m_numbersCard->addToHeader(all);
    connect(all, &QPushButton::clicked, this, [this] { Q_EMIT placeWanted(u"numbers"_s); });
    connect(m_warnings, &WarningsCard::confirmWanted, this, &OverviewTab::confirmWanted);
    column->addWidget(m_reasons);
    column->addWidget(m_warnings);
    column->addWidget(owner);
    column->addWidget(m_numbersCard);
    column->addStretch(1);
    return main;
}

QWidget *OverviewTab::makeSideColumn()
{
    auto *side = new QWidget;
    side->setFixedWidth(kSideWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::L);
    auto *timeline = new Card(tr("Timeline"));
    timeline->setObjectName(u"timelineCard"_s);
    timeline->body()->addWidget(m_timeline);
    m_countryCard->hide(); // until there is a case
    m_rules->setObjectName(u"openRulesButton"_s);
    m_rules->setAccessibleName(tr("Open the country's rules"));
    setQuiet(m_rules);
    m_countryCard->addToHeader(m_rules);
    connect(m_rules, &QPushButton::clicked, this, &OverviewTab::rulesWanted);
    m_countryCard->body()->addWidget(m_country);
    column->addWidget(m_countryCard);
    column->addWidget(timeline);
    column->addStretch(1);
    return side;
}

void OverviewTab::showCase(const CaseDetails &details, const ActionContext &context)
{
    showReasons(details.portCase);
    const bool mayConfirm = details.allowedActions.contains(u"confirm"_s);
    m_warnings->showWarnings(mayConfirm ? openWarnings(details.portCase, context) : QList<Problem>());
    showOwner(details.portCase, context.countries);
    showCountry(details.portCase, context.countries);
    showNumbers(details.portCase);
    showTimeline(details.timeline, context);
}

void OverviewTab::showReasons(const Case &portCase)
{
    const QList<Reason> reasons = reasonsOf(portCase);
    m_reasons->setVisible(!reasons.isEmpty());
    if (m_reasonRows) {
        while (QLayoutItem *item = m_reasonRows->takeAt(0)) {
            if (item->widget())
                item->widget()->deleteLater();
            delete item;
        }
    } else {
        m_reasonRows = new QVBoxLayout;
        m_reasonRows->setSpacing(Spacing::M);
        m_reasons->body()->addLayout(m_reasonRows);
    }
    const bool rejected = portCase.stage == Stage::Rejected;
    m_reasons->setTitle(rejected ? tr("The carrier gave %n reason(s)", nullptr, int(reasons.size())) : tr("The desk asks for %n change(s)", nullptr, int(reasons.size())));
    const QString words = rejected && !portCase.attempts.isEmpty() ? portCase.attempts.last().text : portCase.returnText;
    if (!words.isEmpty()) {
        auto *quoted = new TextLabel(tr("“%1”").arg(words), TextRole::Body, TextLabel::Tone::Secondary);
        quoted->setWordWrap(true);
        m_reasonRows->addWidget(quoted);
    }
    for (const Reason &reason : reasons) {
        QWidget *row = reasonRow(reason);
        m_reasonRows->addWidget(row);
        row->show(); // with the card, not an event later
    }
}

QWidget *OverviewTab::reasonRow(const Reason &reason)
{
    const RejectionReason *known = rejectionReason(reason.code);
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::M);
    auto *badge = new Badge({reason.answered ? Glyph::Check : Glyph::Cross, known ? known->title : reason.code, reason.answered ? State::Good : State::Problem});
    badge->setObjectName(u"reason_%1Badge"_s.arg(reason.code));
    badge->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QStringList papers;
    for (const QString &kind : reason.documents)
        papers << documentKindText(kind);
    const QString asked = papers.isEmpty() || reason.answered ? QString() : tr("Hand in again: %1.").arg(papers.join(u", "_s));
    const QString fix = known && asked.isEmpty() ? known->fix : asked;
    const QString said = reason.text.isEmpty() ? (reason.answered ? tr("Answered.") : fix) : reason.text;
    auto *text = new TextLabel(said);
    text->setWordWrap(true);
    row->addWidget(badge, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    if (reason.answered || !known)
        return widget;
    const QStringList fields = reasonFields(reason);
    const bool onlyPapers = fields.contains(u"/documents/*"_s) && fields.size() == 1;
    auto *open = new QPushButton(onlyPapers ? tr("Open Documents") : fields.isEmpty() ? tr("Answer") : tr("Open Field"));
    open->setObjectName(u"openField_%1Button"_s.arg(reason.code));
    open->setAccessibleName(tr("%1: %2", "button and reason").arg(open->text(), known->title));
    const QString pointer = fields.value(0);
    connect(open, &QPushButton::clicked, this, [this, onlyPapers, pointer] {
        if (onlyPapers)
            Q_EMIT placeWanted(u"documents"_s);
        else
            Q_EMIT fieldWanted(pointer);
    });
    row->addWidget(open, 0, Qt::AlignTop);
    return widget;
}

void OverviewTab::showOwner(const Case &portCase, const CountryPack &countries)
{
    const Request &request = portCase.request;
    m_owner->clear();
    m_owner->addRow(tr("Owner"), request.owner.displayName());
    m_owner->addRow(tr("Account"), request.losingCarrier.accountNumber);
    m_owner->addRow(tr("Authorised person"), request.authorisedPerson.displayName());
    m_owner->addRow(tr("Billing number"), request.losingCarrier.billingNumber.isEmpty() ? QString() : numberText(request.losingCarrier.billingNumber));
    for (const RequestAddress &address : request.addresses) {
        const QString label = request.addresses.size() == 1 ? tr("Service address") : tr("Address “%1”").arg(address.id);
        m_owner->addRow(label, addressText(address.address));
    }
    m_owner->addRow(tr("PIN"), request.losingCarrier.pin);
    m_owner->addRow(tr("E-mail"), request.owner.email);
    m_owner->addRow(tr("Phone"), request.owner.phone.isEmpty() ? QString() : numberText(request.owner.phone));
    const CountryRecord *record = countries.record(portCase.country, portCase.type);
    for (auto field = request.fields.cbegin(); field != request.fields.cend(); ++field) {
        const FieldRule *rule = record ? record->field(field.key()) : nullptr;
        m_owner->addRow(rule ? rule->label : field.key(), field.value());
    }
    if (request.requestedDate.isValid())
        m_owner->addRow(tr("Requested date"), TimeWords::locale().toString(request.requestedDate, u"ddd d MMM yyyy"_s));
}

void OverviewTab::showCountry(const Case &portCase, const CountryPack &countries)
{
    const Country *country = countries.country(portCase.country);
    const CountryRecord *record = countries.record(portCase.country, portCase.type);
    m_countryCard->setVisible(country && record);
    if (!country || !record)
        return;
    m_countryCard->setTitle(tr("What %1 asks").arg(country->name));
    m_country->clear();
    QStringList documents;
    for (const DocumentRule &rule : record->documents) {
        if (rule.required || rule.baseProcess)
            documents << documentKindText(rule.id);
    }
    m_country->addRow(tr("Documents"), documents.join(u", "_s));
    m_country->addRow(tr("Bill at most"), tr("%n day(s) old", nullptr, record->effectiveBillAge()));
    m_country->addRow(tr("Lead time"), leadTimeText(*record));
    // The windows as they are judged; the words of the sources where nothing more is known.
    const auto &windows = record->windows;
    const QString all = windows.isEmpty() ? record->portingWindow : portingWindowsText(windows);
    const bool many = windows.size() > kWindowsShown;
    if (!all.isEmpty()) {
        const QString shown = many ? tr("%1; %n more", nullptr, int(windows.size()) - 1).arg(portingWindowText(windows.first())) : all;
        TextLabel *value = m_country->addRow(tr("Porting window"), shown);
        value->setToolTip(many ? QString(all).replace(u"; "_s, u"\n"_s) : QString());
        value->setAccessibleDescription(many ? all : QString());
    }
    QStringList overridden;
    for (const AppliedOverride &applied : record->overrides)
        overridden << ruleLabel(*record, applied.rule.path);
    if (!overridden.isEmpty())
        m_country->addRow(tr("Overridden"), overridden.join(u"\n"_s));
}

void OverviewTab::setRulesLinkVisible(bool visible)
{
    m_rules->setVisible(visible);
}

void OverviewTab::showNumbers(const Case &portCase)
{
    Case shown = portCase;
    shown.numbers = portCase.numbers.mid(0, kNumbersShown);
    m_numbers->setCase(shown);
    const int more = int(portCase.numbers.size() - shown.numbers.size());
    m_moreNumbers->setText(tr("and %n more", nullptr, more));
    m_moreNumbers->setVisible(more > 0);
}

void OverviewTab::showTimeline(const QList<CaseEvent> &timeline, const ActionContext &context)
{
    m_timeline->clear();
    for (auto event = timeline.crbegin(); event != timeline.crend() && event - timeline.crbegin() < kEventsShown; ++event)
        m_timeline->addRow(TimeWords::pastText(event->at, context.now, context.zone), event->text);
}

} // namespace PortDesk

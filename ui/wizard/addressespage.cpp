// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/addressespage.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/addressform.h"
#include "ui/widgets/card.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/addressproblems.h"
#include "ui/wizard/formpage.h"
#include "ui/wizard/requestnumbers.h"

#include <QHeaderView>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {
constexpr int kListWidth = 264;
}

AddressesPage::AddressesPage(const WizardContext &pageContext, QWidget *parent)
    : WizardPage(u"addressesPage"_s, pageContext, parent), m_list(new QListWidget), m_remove(new QPushButton(tr("&Remove"))),
      m_card(new Card), m_form(new AddressForm(u"service"_s)), m_model(new RequestNumbers(this)), m_table(new TableView),
      m_assign(new QPushButton(tr("Assi&gn Selected Numbers"))), m_assignAll(new QPushButton(tr("A&ll Numbers to This Address")))
{
    setHeading(tr("Where are the numbers installed?"), tr("Every number needs the street address of its line, as the present carrier has it on record. Post office boxes are not accepted."));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(Spacing::L);
    columns->addWidget(makeList());
    makeForm(columns);
    body()->addLayout(columns);
    makeNumbers();
    connect(&draft(), &RequestDraft::numbersChanged, this, [this] {
        if (isVisible())
            m_model->setRequest(request());
    });
}

QWidget *AddressesPage::makeList()
{
    m_list->setObjectName(u"addressesList"_s);
    m_list->setAccessibleName(tr("Service addresses"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    auto *add = new QPushButton(tr("&Add Address"));
    add->setObjectName(u"addAddressButton"_s);
    m_remove->setObjectName(u"removeAddressButton"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::S);
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *left = new QWidget;
    left->setFixedWidth(kListWidth);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, &AddressesPage::addAddress);
    connect(m_remove, &QPushButton::clicked, this, &AddressesPage::removeAddress);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (!m_loading)
            showForm();
    });
    return left;
}

void AddressesPage::makeForm(QHBoxLayout *columns)
{
    m_form->setObjectName(u"serviceAddressForm"_s);
    m_form->countryCombo()->setCountries(context().session.countries().codes());
    m_card->body()->addWidget(m_form);
    columns->addWidget(m_card, 1);
    connect(m_form, &AddressForm::edited, this, &AddressesPage::writeForm);
    connect(m_form, &AddressForm::editingFinished, this, [this] {
        m_left.insert(currentId());
        showProblems();
    });
}

void AddressesPage::makeNumbers()
{
    m_table->setObjectName(u"addressNumbersTable"_s);
    m_table->setAccessibleName(tr("Numbers and their addresses"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    for (const int column : {RequestNumbers::TypeColumn, RequestNumbers::CountryColumn, RequestNumbers::AreaColumn, RequestNumbers::CheckColumn, RequestNumbers::RemoveColumn})
        m_table->setColumnHidden(column, true);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->resizeSection(RequestNumbers::NumberColumn, kListWidth);
    m_table->horizontalHeader()->setSectionResizeMode(RequestNumbers::AddressColumn, QHeaderView::Stretch);
    m_table->setMinimumHeight(150);
    m_assign->setObjectName(u"assignAddressButton"_s);
    m_assignAll->setObjectName(u"assignAllButton"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::S);
    buttons->addWidget(new TextLabel(tr("Numbers at these addresses"), TextRole::Section));
    buttons->addStretch(1);
    buttons->addWidget(m_assign);
    buttons->addWidget(m_assignAll);
    body()->addLayout(buttons);
    body()->addWidget(m_table, 1);
    m_assign->setEnabled(false);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { m_assign->setEnabled(m_table->selectionModel()->hasSelection()); });
    connect(m_assign, &QPushButton::clicked, this, [this] { assign(false); });
    connect(m_assignAll, &QPushButton::clicked, this, [this] { assign(true); });
}

QString AddressesPage::stepSubtitle() const
{
    const auto &addresses = request().addresses;
    if (addresses.isEmpty())
        return {};
    if (addresses.size() == 1)
        return addresses.first().address.locality;
    return tr("%n address(es)", nullptr, int(addresses.size()));
}

bool AddressesPage::owns(const QString &pointer) const
{
    return pointer.startsWith(u"/addresses") || (pointer.startsWith(u"/numbers") && pointer.endsWith(u"/address"));
}

void AddressesPage::enter()
{
    showAddresses();
    if (request().addresses.isEmpty())
        addAddress();
    m_model->setRequest(request());
    if (draft().isUpToDate())
        m_model->setVerdict(draft().checked());
    showProblems();
}

void AddressesPage::focusField(const QString &pointer)
{
    const int row = pointer.section(u'/', 2, 2).toInt();
    if (pointer.startsWith(u"/numbers")) {
        m_table->setFocus(Qt::OtherFocusReason);
        m_table->setCurrentIndex(m_model->index(row, 0));
        return;
    }
    m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
    const auto part = addressPartOf(pointer);
    FormField *field = m_form->field(part.value_or(AddressPart::Lines));
    (field ? static_cast<QWidget *>(field) : m_form)->setFocus(Qt::OtherFocusReason);
}

void AddressesPage::showProblems()
{
    if (draft().isUpToDate())
        m_model->setVerdict(draft().checked());
    const bool shown = isRevealed() || m_left.contains(currentId());
    QList<Problem> rest = showAddressProblems(*m_form, problems(), shown ? currentIndex() : -1);
    if (!isRevealed())
        rest.removeIf([](const Problem &problem) { return problem.code == u"address.missing"; });
    if (!shown)
        rest.removeIf([](const Problem &problem) { return problem.field.startsWith(u"/addresses"); });
    if (rest.isEmpty())
        bar()->clear();
    else
        bar()->showMessage(PortDesk::hasErrors(rest) ? State::Problem : State::Waiting, problemSentences(rest));
}

void AddressesPage::showAddresses()
{
    m_loading = true;
    const int row = qMax(0, m_list->currentRow());
    m_list->clear();
    for (const RequestAddress &address : request().addresses) {
        const QString line = address.address.lines.isEmpty() && address.address.locality.isEmpty() ? tr("New address") : addressLine(address.address);
        m_list->addItem(line);
    }
    m_list->setCurrentRow(qMin(row, m_list->count() - 1));
    m_loading = false;
    showForm();
}

void AddressesPage::showForm()
{
    const int row = currentIndex();
    m_card->setVisible(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_assignAll->setEnabled(row >= 0);
    if (row < 0)
        return;
    m_loading = true;
    m_form->setAddress(request().addresses.at(row).address);
    m_loading = false;
    showProblems();
}

void AddressesPage::addAddress()
{
    QString id;
    for (int n = int(request().addresses.size()) + 1; id.isEmpty(); ++n) {
        const QString candidate = u"address-%1"_s.arg(n);
        const bool taken = std::any_of(request().addresses.cbegin(), request().addresses.cend(), [&](const RequestAddress &a) { return a.id == candidate; });
        if (!taken)
            id = candidate;
    }
    RequestAddress added{id, {}};
    added.address.country = request().country;
    draft().edit([&](Request &request) { request.addresses << added; });
    if (request().addresses.size() == 1)
        assignEverywhere(draft(), id); // the only address: nothing to choose
    showAddresses();
    m_list->setCurrentRow(m_list->count() - 1);
    if (FormField *street = m_form->field(AddressPart::Lines))
        street->setFocus(Qt::OtherFocusReason);
    Q_EMIT stepChanged();
}

void AddressesPage::removeAddress()
{
    const QString id = currentId();
    if (id.isEmpty())
        return;
    draft().edit([&](Request &request) { request.addresses.removeIf([&](const RequestAddress &address) { return address.id == id; }); });
    QList<RequestNumber> numbers = request().numbers;
    for (RequestNumber &number : numbers) {
        if (number.address == id)
            number.address.clear();
    }
    draft().setNumbers(numbers, tr("Remove address"));
    showAddresses();
    m_model->setRequest(request());
    Q_EMIT stepChanged();
}

void AddressesPage::writeForm()
{
    const int row = currentIndex();
    if (m_loading || row < 0)
        return;
    draft().edit([&](Request &request) { request.addresses[row].address = m_form->address(); });
    if (QListWidgetItem *item = m_list->item(row))
        item->setText(addressLine(request().addresses.at(row).address));
    m_model->setRequest(request());
}

void AddressesPage::assign(bool all)
{
    const QString id = currentId();
    QList<RequestNumber> numbers = request().numbers;
    QSet<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.insert(index.row());
    for (int row = 0; row < numbers.size(); ++row) {
        if (all || rows.contains(row))
            numbers[row].address = id;
    }
    draft().setNumbers(numbers, tr("Assign address"));
}

QString AddressesPage::currentId() const
{
    return currentIndex() >= 0 ? request().addresses.at(currentIndex()).id : QString();
}

int AddressesPage::currentIndex() const
{
    return m_list->currentRow() < request().addresses.size() ? m_list->currentRow() : -1;
}

} // namespace PortDesk

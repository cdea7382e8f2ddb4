// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/addressespage.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/addressform.h"
#include "ui/widgets/card.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/addressproblems.h"
#include "ui/wizard/asides.h"
#include "ui/wizard/formpage.h"
#include "ui/wizard/numberareas.h"
#include "ui/wizard/numberwords.h"
#include "ui/wizard/requestnumbers.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {
constexpr int kListWidth = 264;
}

AddressesPage::AddressesPage(const WizardContext &pageContext, QWidget *parent)
    : WizardPage(u"addressesPage"_s, pageContext, parent), m_list(new QListWidget), m_remove(new QPushButton(tr("&Remove"))),
      m_card(new Card), m_form(new AddressForm(u"service"_s)), m_model(new RequestNumbers(this)), m_table(new TableView),
      m_unassigned(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_rule(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_prefix(new QComboBox),
      m_assign(new QPushButton), m_assignAll(new QPushButton(tr("A&ll Numbers to This Address"))), m_undo(new QPushButton(tr("Undo"))), m_redo(new QPushButton(tr("Redo")))
{
    setHeading(tr("Where are the numbers installed?"), tr("Every number needs the street address of its line, as the present carrier has it on record. Post office boxes are not accepted."));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(Spacing::L);
    columns->addWidget(makeList());
    makeForm(columns);
    body()->addLayout(columns);
    makeNumbers();
    addActions();
    connect(&draft(), &RequestDraft::numbersChanged, this, [this] {
        if (!isVisible())
            return;
        if (m_list->count() != request().addresses.size())
            showAddresses(); // a removed address came back, or went again
        m_model->setRequest(request());
        refreshNumbers();
    });
}

QWidget *AddressesPage::makeList()
{
    m_list->setObjectName(u"addressesList"_s);
    m_list->setAccessibleName(tr("Service addresses"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the delegate elides
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
    for (const int column : {RequestNumbers::TypeColumn, RequestNumbers::CountryColumn, RequestNumbers::AreaColumn, RequestNumbers::CheckColumn, RequestNumbers::RemoveColumn,
                             RequestNumbers::PinColumn, RequestNumbers::ActivateColumn})
        m_table->setColumnHidden(column, true);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->resizeSection(RequestNumbers::NumberColumn, kListWidth);
    m_table->horizontalHeader()->setSectionResizeMode(RequestNumbers::AddressColumn, QHeaderView::Stretch);
    m_table->setMinimumHeight(150);
    m_assign->setObjectName(u"assignAddressButton"_s);
    m_assignAll->setObjectName(u"assignAllButton"_s);
    m_unassigned->setObjectName(u"unassignedLabel"_s);
    m_rule->setObjectName(u"addressRuleLabel"_s);
    m_rule->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(Spacing::M);
    head->addWidget(new TextLabel(tr("Numbers at these addresses"), TextRole::Section));
    head->addWidget(m_unassigned, 1);
    for (QPushButton *button : {m_undo, m_redo}) {
        setQuiet(button);
        head->addWidget(button);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::S);
    buttons->addWidget(makePrefixCombo());
    buttons->addStretch(1);
    buttons->addWidget(m_assign);
    buttons->addWidget(m_assignAll);
    body()->addLayout(head);
    body()->addWidget(m_rule);
    body()->addLayout(buttons);
    body()->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AddressesPage::nameAssignButton);
    connect(m_assign, &QPushButton::clicked, this, [this] { assign(false); });
    connect(m_assignAll, &QPushButton::clicked, this, [this] { assign(true); });
    nameAssignButton();
}

/// Selecting by rule: the area codes of the numbers, those without an address, or a prefix that is typed.
QWidget *AddressesPage::makePrefixCombo()
{
    m_prefix->setObjectName(u"selectNumbersCombo"_s);
    m_prefix->setAccessibleName(tr("Select numbers by their beginning"));
    m_prefix->setEditable(true);
    m_prefix->setInsertPolicy(QComboBox::NoInsert);
    m_prefix->setCompleter(nullptr);
    m_prefix->setMinimumWidth(kListWidth);
    m_prefix->lineEdit()->setPlaceholderText(tr("Select by area code or prefix"));
    m_prefix->setToolTip(tr("Choose an area code, or type how the numbers begin and press Enter."));
    connect(m_prefix, &QComboBox::activated, this, [this](int index) {
        selectRows(index == 0 ? m_model->unassigned() : rowsWithPrefix(m_model->texts(), m_prefix->itemData(index).toString()));
    });
    connect(m_prefix->lineEdit(), &QLineEdit::returnPressed, this, [this] {
        if (m_prefix->findText(m_prefix->currentText()) < 0)
            selectRows(rowsWithPrefix(m_model->texts(), m_prefix->currentText()));
    });
    return m_prefix;
}

void AddressesPage::addActions()
{
    QUndoStack &stack = draft().undoStack();
    m_undo->setObjectName(u"undoAddressesButton"_s);
    m_redo->setObjectName(u"redoAddressesButton"_s);
    const auto wire = [this](QPushButton *button, const QKeySequence &keys, auto run) {
        button->setToolTip(keys.toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, this, run);
        connect(new QShortcut(keys, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, run); // fields have an undo of their own
    };
    wire(m_undo, QKeySequence(QKeySequence::Undo), [&stack] { stack.undo(); });
    wire(m_redo, QKeySequence(QKeySequence::Redo), [&stack] { stack.redo(); });
    connect(&stack, &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, m_redo, &QWidget::setEnabled);
    m_undo->setEnabled(stack.canUndo());
    m_redo->setEnabled(stack.canRedo());
}

void AddressesPage::selectRows(const QList<int> &rows)
{
    QItemSelection selection;
    for (const int row : rows)
        selection.select(m_model->index(row, 0), m_model->index(row, RequestNumbers::ColumnCount - 1));
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (rows.isEmpty())
        return;
    m_table->scrollTo(m_model->index(rows.first(), 0));
    m_table->setFocus(Qt::OtherFocusReason);
}

void AddressesPage::nameAssignButton()
{
    const int selected = int(m_table->selectionModel()->selectedRows().size());
    m_assign->setEnabled(selected > 0);
    m_assign->setText(selected > 0 ? tr("Assi&gn %n Selected to This Address", nullptr, selected) : tr("Assi&gn Selected to This Address"));
}

void AddressesPage::refreshNumbers()
{
    const int missing = int(m_model->unassigned().size());
    m_unassigned->setText(missing == 0 ? tr("All have an address.") : tr("%n row(s) without an address.", nullptr, missing));
    m_unassigned->setState(missing == 0 ? std::nullopt : std::optional(State::Waiting));
    const QSignalBlocker quiet(m_prefix);
    const QString typed = m_prefix->findText(m_prefix->currentText()) < 0 ? m_prefix->currentText() : QString(); // a verdict takes nothing away that is being typed
    m_prefix->clear();
    m_prefix->addItem(tr("Without an address (%1)").arg(missing));
    for (const NumberArea &area : numberAreas(m_model->texts()))
        m_prefix->addItem(tr("%1 (%n row(s))", nullptr, int(area.rows.size())).arg(area.prefix), area.prefix);
    m_prefix->setCurrentIndex(-1);
    m_prefix->setEditText(typed);
    m_rule->setText(ruleSentence());
    m_rule->setVisible(!m_rule->text().isEmpty());
}

/// Where the country's sources say that the address has to lie; said for the countries of this request.
QString AddressesPage::ruleSentence() const
{
    QStringList sentences;
    for (const CountryRecord *record : draft().records()) {
        const QString country = countryName(record->country);
        const QString type = numberTypeText(record->type);
        if (record->addressRule == AddressRule::InArea)
            sentences << tr("%1: the address of a %2 number must lie in the area of its prefix.").arg(country, type);
        else if (record->addressRule == AddressRule::InCountry)
            sentences << tr("%1: the address of a %2 number must lie in the country.").arg(country, type);
    }
    return sentences.join(u' ');
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
    m_form->setAsides(addressPartsAside(draft()));
    showAddresses();
    if (request().addresses.isEmpty())
        addAddress();
    m_model->setRequest(request());
    if (draft().isUpToDate())
        m_model->setVerdict(draft().checked());
    refreshNumbers();
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
    if (draft().isUpToDate()) {
        m_model->setVerdict(draft().checked());
        refreshNumbers();
    }
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
    m_form->setAddress(request().addresses.at(row).address, request().addresses.at(row).id);
    m_loading = false;
    showProblems();
}

void AddressesPage::addAddress()
{
    QString id;
    // An id is not given twice: an address that was removed may come back by undo.
    for (int n = qMax(int(request().addresses.size()), m_added) + 1; id.isEmpty(); ++n) {
        const QString candidate = u"address-%1"_s.arg(n);
        const bool taken = std::any_of(request().addresses.cbegin(), request().addresses.cend(), [&](const RequestAddress &a) { return a.id == candidate; });
        if (!taken) {
            id = candidate;
            m_added = n;
        }
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
    draft().removeAddress(id, tr("Remove address"));
    showAddresses();
    m_model->setRequest(request());
    refreshNumbers();
    Q_EMIT stepChanged();
}

void AddressesPage::writeForm()
{
    const int row = currentIndex();
    if (m_loading || row < 0)
        return;
    draft().edit([&](Request &request) { request.addresses[row].address = m_form->address(); });
    setAddressPartsAside(draft(), m_form->asides());
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

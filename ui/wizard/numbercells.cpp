// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// What every number has of its own, written into the table: the third part of NumbersPage.
#include "core/cases/requirements.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/wizard/numberspage.h"
#include "ui/wizard/requestnumbers.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kPinWidth = 80;
constexpr int kActivateWidth = 110;
constexpr int kCodeWidth = 130;

/// The editor of a cell says what it is for.
class CellDelegate final : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        auto *edit = new QLineEdit(parent);
        edit->setObjectName(u"numberCellEdit"_s);
        const QString column = index.model()->headerData(index.column(), Qt::Horizontal).toString();
        edit->setAccessibleName(column + u' ' + index.siblingAtColumn(RequestNumbers::NumberColumn).data().toString());
        return edit;
    }
};

QList<FieldRule> askedPerNumber(const RequestDraft &draft)
{
    QList<FieldRule> codes;
    for (const CountryRecord *record : draft.records()) {
        for (const FieldRule &rule : applicableFields(*record, draft.request().owner.kind)) {
            const bool known = std::any_of(codes.cbegin(), codes.cend(), [&](const FieldRule &code) { return code.id == rule.id; });
            if (rule.perNumber && !known)
                codes << rule;
        }
    }
    return codes;
}

bool asksPin(const RequestDraft &draft)
{
    const auto &numbers = draft.request().numbers;
    if (std::any_of(numbers.cbegin(), numbers.cend(), [](const RequestNumber &row) { return !row.pin.isEmpty(); }))
        return true;
    for (const CountryRecord *record : draft.records()) {
        for (const FieldRule &rule : record->fields) {
            if (rule.requestPointer == u"/losingCarrier/pin")
                return true;
        }
    }
    return false;
}

/// Blocks that move whole may hold numbers that are not wanted.
bool asksActivation(const RequestDraft &draft)
{
    const auto &numbers = draft.request().numbers;
    if (std::any_of(numbers.cbegin(), numbers.cend(), [](const RequestNumber &row) { return !row.activate.isEmpty(); }))
        return true;
    const bool blocks = std::any_of(numbers.cbegin(), numbers.cend(), [](const RequestNumber &row) { return !row.range.isEmpty(); });
    const auto records = draft.records();
    return blocks && std::any_of(records.cbegin(), records.cend(), [](const CountryRecord *record) { return record->wholeBlocks.value_or(false); });
}

/// Then a column need not tell it.
bool isOfOneCountry(const RequestDraft &draft)
{
    const auto records = draft.records();
    return std::all_of(records.cbegin(), records.cend(), [&](const CountryRecord *record) { return record->country == records.first()->country; });
}

} // namespace

void NumbersPage::makeCells()
{
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->installEventFilter(this);
    auto *delegate = new CellDelegate(m_table);
    m_table->setItemDelegateForColumn(RequestNumbers::PinColumn, delegate);
    m_table->setItemDelegateForColumn(RequestNumbers::ActivateColumn, delegate);
    m_table->horizontalHeader()->resizeSection(RequestNumbers::PinColumn, kPinWidth);
    m_table->horizontalHeader()->resizeSection(RequestNumbers::ActivateColumn, kActivateWidth);
    connect(m_model, &QAbstractItemModel::columnsInserted, this, [this, delegate](const QModelIndex &, int first, int last) {
        for (int column = first; column <= last; ++column) {
            m_table->setItemDelegateForColumn(column, delegate);
            m_table->horizontalHeader()->resizeSection(column, kCodeWidth);
        }
    });
    connect(m_model, &RequestNumbers::cellEdited, this, [this](int row, int column, const QString &text) {
        const QString what = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        //: name of a step of undo; %1 is a column such as "RIO code"
        const QString step = tr("Change %1").arg(what);
        writeCells({{row, m_model->withCell(request().numbers.at(row), column, text)}}, step);
    });
    showColumns();
}

/// Only what the countries of this request ask of single numbers has a column; then area and country give way.
void NumbersPage::showColumns()
{
    m_model->setCodes(askedPerNumber(draft()));
    const bool pin = asksPin(draft());
    const bool activate = asksActivation(draft());
    const bool any = pin || activate || !m_model->codes().isEmpty();
    m_table->setColumnHidden(RequestNumbers::PinColumn, !pin);
    m_table->setColumnHidden(RequestNumbers::ActivateColumn, !activate);
    m_table->setColumnHidden(RequestNumbers::AreaColumn, any);
    m_table->setColumnHidden(RequestNumbers::CountryColumn, any && isOfOneCountry(draft()));
    QHeaderView *header = m_table->horizontalHeader();
    if (header->visualIndex(RequestNumbers::CheckColumn) == header->count() - 2 && header->visualIndex(RequestNumbers::RemoveColumn) == header->count() - 1)
        return;
    for (const int column : {RequestNumbers::CheckColumn, RequestNumbers::RemoveColumn}) // after what is written
        header->moveSection(header->visualIndex(column), header->count() - 1);
}

void NumbersPage::writeCells(const QHash<int, RequestNumber> &rows, const QString &what)
{
    QList<RequestNumber> numbers = request().numbers;
    for (auto it = rows.cbegin(); it != rows.cend(); ++it)
        numbers[it.key()] = it.value();
    draft().setNumbers(numbers, what);
}

/// A column copied from a spreadsheet goes down from the current cell; one value goes into every selected row. One step of undo.
bool NumbersPage::pasteCells()
{
    const QModelIndex current = m_table->currentIndex();
    QString text = QApplication::clipboard()->text();
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    if (!current.isValid() || !RequestNumbers::isWritten(current.column()) || text.isEmpty())
        return false;
    QStringList lines = text.split(u'\n');
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    if (lines.size() > 1 || rows.size() < 2) {
        rows.clear();
        for (int row = current.row(); row < m_model->rowCount() && rows.size() < lines.size(); ++row)
            rows << row;
    }
    QHash<int, RequestNumber> changed;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString value = lines.value(lines.size() > 1 ? i : 0).section(u'\t', 0, 0);
        changed.insert(rows.at(i), m_model->withCell(request().numbers.at(rows.at(i)), current.column(), value));
    }
    writeCells(changed, tr("Paste %n value(s)", nullptr, int(changed.size())));
    return true;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/forms/quoteform.h"

#include "ui/theme/icons.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace PortDesk {

QuoteLineRow::QuoteLineRow(int index, QWidget *parent)
    : QWidget(parent), m_label(new QLineEdit), m_quantity(new QSpinBox), m_amount(new QLineEdit), m_perNumber(new QCheckBox(tr("For numbers that ported only")))
{
    auto *remove = new QToolButton;
    remove->setIcon(themedIcon(Glyph::Trash));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Remove this line"));
    m_remove = remove;
    m_quantity->setRange(1, 100000);
    m_quantity->setFixedWidth(76);
    m_amount->setFixedWidth(84);
    m_amount->setAlignment(Qt::AlignRight);
    m_amount->setPlaceholderText(tr("0.00"));
    m_label->setPlaceholderText(tr("What it is for"));
    auto *inputs = new QHBoxLayout;
    inputs->setSpacing(Spacing::S);
    inputs->addWidget(m_label, 1);
    inputs->addWidget(m_quantity);
    inputs->addWidget(m_amount);
    inputs->addWidget(remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::XS);
    column->addLayout(inputs);
    column->addWidget(m_perNumber);
    connect(m_label, &QLineEdit::textChanged, this, &QuoteLineRow::changed);
    connect(m_amount, &QLineEdit::textChanged, this, &QuoteLineRow::changed);
    connect(m_quantity, &QSpinBox::valueChanged, this, &QuoteLineRow::changed);
    connect(m_perNumber, &QCheckBox::toggled, this, &QuoteLineRow::changed);
    connect(remove, &QToolButton::clicked, this, &QuoteLineRow::removeWanted);
    setIndex(index);
}

void QuoteLineRow::setIndex(int index)
{
    const auto name = [index](QWidget *widget, const QString &objectName, const QString &spoken) {
        widget->setObjectName(objectName.arg(index));
        widget->setAccessibleName(spoken.arg(index + 1));
    };
    name(m_label, u"quoteLabel%1Edit"_s, tr("Label of line %1"));
    name(m_quantity, u"quoteQuantity%1Spin"_s, tr("Quantity of line %1"));
    name(m_amount, u"quoteAmount%1Edit"_s, tr("Amount each of line %1"));
    name(m_perNumber, u"quotePerNumber%1Check"_s, tr("Line %1 for numbers that ported only"));
    name(m_remove, u"quoteRemove%1Button"_s, tr("Remove line %1"));
}

void QuoteLineRow::set(const QString &label, int quantity, bool perNumber)
{
    m_label->setText(label);
    m_quantity->setValue(quantity);
    m_perNumber->setChecked(perNumber);
}

void QuoteLineRow::focusLabel() { m_label->setFocus(Qt::OtherFocusReason); }
QString QuoteLineRow::label() const { return m_label->text().trimmed(); }
/// A decimal comma is read as the point.
QString QuoteLineRow::amount() const { return m_amount->text().trimmed().replace(u',', u'.'); }
int QuoteLineRow::quantity() const { return m_quantity->value(); }
bool QuoteLineRow::perNumber() const { return m_perNumber->isChecked(); }

QuoteForm::QuoteForm(const FormContext &context, QWidget *parent)
    : ActionForm(parent), m_lines(new QVBoxLayout), m_currency(new QComboBox), m_total(new TextLabel({}, TextRole::Section)), m_numbers(int(context.portCase.numbers.size()))
{
    addNote(tr("The customer has 3 business days to answer; after that the fees are deemed accepted."));
    m_currency->setObjectName(u"quoteCurrencyCombo"_s);
    m_currency->setEditable(true);
    const Country *country = context.countries->country(context.portCase.country);
    QStringList currencies{u"EUR"_s, u"USD"_s, u"GBP"_s, u"CHF"_s, u"CAD"_s};
    if (country && !country->currency.isEmpty()) {
        currencies.removeAll(country->currency);
        currencies.prepend(country->currency);
    }
    m_currency->addItems(currencies);
    m_total->setObjectName(u"quoteTotalLabel"_s);
    m_lines->setSpacing(Spacing::M);
    auto *add = new QPushButton(themedIcon(Glyph::Plus), tr("Add &Line"));
    add->setObjectName(u"quoteAddLineButton"_s);
    auto *foot = new QHBoxLayout;
    foot->addWidget(add);
    foot->addStretch();
    foot->addWidget(m_total);
    body()->addWidget(new FormField(tr("Currency"), m_currency));
    body()->addLayout(m_lines);
    body()->addLayout(foot);
    body()->addStretch(1);
    addLine(tr("Porting fee"), m_numbers, true);
    connect(add, &QPushButton::clicked, this, [this] { addLine({}, 1, false)->focusLabel(); });
    connect(m_currency, &QComboBox::currentTextChanged, this, &QuoteForm::showTotal);
    showTotal();
}

QuoteLineRow *QuoteForm::addLine(const QString &label, int quantity, bool perNumber)
{
    auto *row = new QuoteLineRow(int(m_rows.size()));
    row->set(label, quantity, perNumber);
    m_rows << row;
    m_lines->addWidget(row);
    if (row->parentWidget())
        row->show(); // now, so that it can take the keyboard
    connect(row, &QuoteLineRow::changed, this, &QuoteForm::showTotal);
    connect(row, &QuoteLineRow::removeWanted, this, [this, row] { removeLine(row); });
    showTotal();
    return row;
}

void QuoteForm::removeLine(QuoteLineRow *row)
{
    m_rows.removeOne(row);
    row->hide();
    row->deleteLater();
    for (int i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->setIndex(i);
    showTotal();
}

QString QuoteForm::currency() const
{
    return m_currency->currentText().trimmed().toUpper();
}

void QuoteForm::showTotal()
{
    Money total{0, currency()};
    for (const QuoteLineRow *row : std::as_const(m_rows)) {
        if (const auto unit = parseMoney(row->amount(), total.currency))
            total.minor += unit->minor * row->quantity();
    }
    m_total->setText(currencyDecimals(total.currency) < 0 ? tr("Total –") : tr("Total %1").arg(formatMoney(total)));
}

QVariantMap QuoteForm::values() const
{
    QJsonArray lines;
    for (const QuoteLineRow *row : m_rows)
        lines << QJsonObject{{u"label"_s, row->label()}, {u"quantity"_s, row->quantity()}, {u"unitAmount"_s, row->amount()}, {u"perNumber"_s, row->perNumber()}};
    return {{u"lines"_s, QString::fromUtf8(QJsonDocument(lines).toJson(QJsonDocument::Compact))}, {u"currency"_s, currency()}};
}

QString QuoteForm::problem()
{
    if (m_rows.isEmpty())
        return tr("Add at least one line.");
    if (currencyDecimals(currency()) < 0)
        return tr("%1 is no currency code. Use three letters such as EUR.").arg(currency());
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i)->label().isEmpty())
            return tr("Say what line %1 is for.").arg(i + 1);
        if (const auto unit = parseMoney(m_rows.at(i)->amount(), currency()); !unit)
            return tr("Line %1: enter an amount such as 12.50.").arg(i + 1);
    }
    return {};
}

} // namespace PortDesk

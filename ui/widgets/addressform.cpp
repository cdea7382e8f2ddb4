// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/addressform.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kUsualRows = 3;

QString capitalised(const QString &text)
{
    return text.isEmpty() ? text : text.left(1).toUpper() + text.mid(1);
}

QPlainTextEdit *linesEdit()
{
    auto *edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(2 * edit->fontMetrics().lineSpacing() + 18);
    return edit;
}

/// The parts row by row as the country writes them. A tall form (Ireland has five rows) gets its short parts in pairs, in the same order.
QList<QList<AddressLayout::Part>> rowsOf(const AddressLayout &layout)
{
    QList<QList<AddressLayout::Part>> rows;
    for (const AddressLayout::Part &part : layout.parts) {
        if (rows.isEmpty() || part.newRow)
            rows.append(QList<AddressLayout::Part>());
        rows.last().append(part);
    }
    if (rows.size() <= kUsualRows)
        return rows;
    QList<QList<AddressLayout::Part>> paired;
    bool open = false; // the last row has room for one more
    for (const QList<AddressLayout::Part> &row : std::as_const(rows)) {
        const bool single = row.size() == 1 && row.first().part != AddressPart::Lines;
        if (single && open)
            paired.last().append(row.first());
        else
            paired.append(row);
        open = single && !open;
    }
    return paired;
}

} // namespace

AddressForm::AddressForm(const QString &prefix, QWidget *parent) : QWidget(parent), m_prefix(prefix), m_country(new CountryCombo), m_asideBar(new MessageBar)
{
    m_asideBar->setObjectName(prefix + u"AsideBar"_s);
    m_country->setObjectName(prefix + u"CountryCombo"_s);
    m_countryField = new FormField(tr("Country"), m_country);
    m_countryField->setRequired(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    column->addWidget(m_countryField);
    column->addWidget(m_asideBar);
    rebuild();
    connect(m_country, &CountryCombo::countryChanged, this, [this](const QString &code) {
        m_values = carriedTo(code, address(), m_asides[m_key]);
        rebuild();
        Q_EMIT edited();
    });
}

void AddressForm::setAddress(const PostalAddress &address, const QString &key)
{
    const QSignalBlocker quiet(this);
    const QSignalBlocker quietCountry(m_country);
    m_key = key;
    m_values = address;
    m_country->setCountry(address.country);
    rebuild();
}

PostalAddress AddressForm::address() const
{
    PostalAddress result = m_values;
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        setAddressPart(result, it.key(), it.value()->text());
    return result;
}

void AddressForm::setCountryVisible(bool visible)
{
    m_countryField->setVisible(visible);
}

void AddressForm::setError(AddressPart part, const QString &sentence)
{
    if (FormField *where = m_fields.value(part, m_fields.value(AddressPart::Lines)))
        where->setError(sentence);
}

void AddressForm::clearErrors()
{
    for (FormField *field : std::as_const(m_fields))
        field->setError({});
}

void AddressForm::showErrors()
{
    for (FormField *field : std::as_const(m_fields))
        field->showError();
}

QComboBox *AddressForm::regionCombo(const AddressLayout &layout) const
{
    auto *combo = new QComboBox;
    combo->setMaxVisibleItems(16);
    combo->addItem(QString(), QString());
    for (const auto &region : layout.regions)
        combo->addItem(region.localName.isEmpty() ? region.name : u"%1 %2"_s.arg(region.name, region.localName), region.key);
    if (!m_values.region.isEmpty() && !findRegion(layout.country, m_values.region))
        combo->addItem(tr("%1 (not in the list)").arg(m_values.region), m_values.region);
    return combo;
}

FormField *AddressForm::makeField(const AddressLayout &layout, const AddressLayout::Part &part)
{
    QWidget *input = nullptr;
    QString value = addressPartValue(m_values, part.part);
    const QString name = m_prefix + capitalised(addressPartKey(part.part));
    if (part.part == AddressPart::Lines) {
        input = linesEdit();
        input->setObjectName(name + u"Edit"_s);
    } else if (part.part == AddressPart::Region && !layout.regions.isEmpty()) {
        input = regionCombo(layout);
        input->setObjectName(name + u"Combo"_s);
        if (const auto region = findRegion(layout.country, value))
            value = region->key;
    } else {
        auto *edit = new QLineEdit;
        if (part.part == AddressPart::PostalCode && !layout.postcodeExample.isEmpty())
            edit->setPlaceholderText(tr("for example %1").arg(layout.postcodeExample));
        input = edit;
        input->setObjectName(name + u"Edit"_s);
    }
    auto *field = new FormField(part.label, input);
    field->setText(value);
    field->setRequired(part.required);
    connect(field, &FormField::edited, this, &AddressForm::edited);
    connect(field, &FormField::editingFinished, this, &AddressForm::editingFinished);
    return field;
}

void AddressForm::rebuild()
{
    m_fields.clear();
    if (m_parts) {
        m_parts->hide();
        m_parts->deleteLater();
    }
    m_parts = new QWidget;
    auto *rows = new QVBoxLayout(m_parts);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Spacing::M);
    const AddressLayout layout = addressLayout(m_values.country);
    for (const QList<AddressLayout::Part> &parts : rowsOf(layout)) {
        auto *row = new QHBoxLayout;
        row->setSpacing(Spacing::M);
        rows->addLayout(row);
        for (const AddressLayout::Part &part : parts) {
            FormField *field = makeField(layout, part);
            m_fields.insert(part.part, field);
            row->addWidget(field, part.part == AddressPart::PostalCode ? 1 : 2, Qt::AlignTop);
        }
    }
    static_cast<QVBoxLayout *>(this->layout())->addWidget(m_parts);
    m_parts->show(); // at once: a layout shows new widgets only later, and nobody could focus them until then
    sayAsides();
}

void AddressForm::setAsides(const QHash<QString, QList<AsidePart>> &asides)
{
    m_asides = asides;
    sayAsides();
}

void AddressForm::sayAsides()
{
    QStringList parts;
    for (const AsidePart &aside : m_asides.value(m_key))
        parts << tr("%1 (%2)").arg(aside.shown(), countryName(aside.country));
    if (parts.isEmpty())
        m_asideBar->clear();
    else
        m_asideBar->showMessage(State::Info, tr("Kept aside, because an address in %1 has no place for it: %2. It comes back with its country.").arg(countryName(m_values.country), parts.join(u", "_s)));
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/addressform.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/formfield.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

QString partValue(const PostalAddress &address, AddressPart part)
{
    switch (part) {
    case AddressPart::Lines: return address.lines.join(u'\n');
    case AddressPart::DependentLocality: return address.dependentLocality;
    case AddressPart::Locality: return address.locality;
    case AddressPart::Region: return address.region;
    case AddressPart::PostalCode: return address.postalCode;
    }
    return {};
}

void setPart(PostalAddress &address, AddressPart part, const QString &text)
{
    switch (part) {
    case AddressPart::Lines:
        address.lines.clear();
        for (const QString &line : text.split(u'\n')) {
            if (!line.trimmed().isEmpty())
                address.lines.append(line.trimmed());
        }
        break;
    case AddressPart::DependentLocality: address.dependentLocality = text.trimmed(); break;
    case AddressPart::Locality: address.locality = text.trimmed(); break;
    case AddressPart::Region: address.region = text.trimmed(); break;
    case AddressPart::PostalCode: address.postalCode = text.trimmed(); break;
    }
}

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

} // namespace

AddressForm::AddressForm(const QString &prefix, QWidget *parent) : QWidget(parent), m_prefix(prefix), m_country(new CountryCombo)
{
    m_country->setObjectName(prefix + u"CountryCombo"_s);
    m_countryField = new FormField(tr("Country"), m_country);
    m_countryField->setRequired(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    column->addWidget(m_countryField);
    rebuild({});
    connect(m_country, &CountryCombo::countryChanged, this, [this](const QString &code) {
        rebuild(code);
        Q_EMIT edited();
    });
}

void AddressForm::setAddress(const PostalAddress &address)
{
    const QSignalBlocker quiet(this);
    m_hidden = address;
    if (m_country->country() == address.country)
        rebuild(address.country);
    else
        m_country->setCountry(address.country);
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        it.value()->setText(partValue(address, it.key()));
}

PostalAddress AddressForm::address() const
{
    PostalAddress result = m_hidden;
    result.country = m_country->country();
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        setPart(result, it.key(), it.value()->text());
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

FormField *AddressForm::makeField(const AddressLayout &layout, const AddressLayout::Part &part)
{
    QWidget *input = nullptr;
    const QString name = m_prefix + capitalised(addressPartKey(part.part));
    if (part.part == AddressPart::Lines) {
        input = linesEdit();
        input->setObjectName(name + u"Edit"_s);
    } else if (part.part == AddressPart::Region && !layout.regions.isEmpty()) {
        auto *combo = new QComboBox;
        combo->addItem(QString(), QString());
        for (const auto &region : layout.regions)
            combo->addItem(region.name, region.key);
        input = combo;
        input->setObjectName(name + u"Combo"_s);
    } else {
        auto *edit = new QLineEdit;
        if (part.part == AddressPart::PostalCode && !layout.postcodeExample.isEmpty())
            edit->setPlaceholderText(tr("for example %1").arg(layout.postcodeExample));
        input = edit;
        input->setObjectName(name + u"Edit"_s);
    }
    auto *field = new FormField(part.label, input);
    field->setRequired(part.required);
    connect(field, &FormField::edited, this, &AddressForm::edited);
    connect(field, &FormField::editingFinished, this, &AddressForm::editingFinished);
    return field;
}

void AddressForm::rebuild(const QString &country)
{
    for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
        setPart(m_hidden, it.key(), it.value()->text());
    m_fields.clear();
    if (m_parts) {
        m_parts->hide();
        m_parts->deleteLater();
    }
    m_parts = new QWidget;
    auto *rows = new QVBoxLayout(m_parts);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Spacing::M);
    const AddressLayout layout = addressLayout(country);
    QHBoxLayout *row = nullptr;
    for (const auto &part : layout.parts) {
        if (!row || part.newRow) {
            row = new QHBoxLayout;
            row->setSpacing(Spacing::M);
            rows->addLayout(row);
        }
        FormField *field = makeField(layout, part);
        field->setText(partValue(m_hidden, part.part));
        m_fields.insert(part.part, field);
        row->addWidget(field, part.part == AddressPart::PostalCode ? 1 : 2, Qt::AlignTop);
    }
    static_cast<QVBoxLayout *>(this->layout())->addWidget(m_parts);
    m_parts->show(); // at once: a layout shows new widgets only later, and nobody could focus them until then
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/places/addresscarry.h"

#include <QHash>
#include <QWidget>

class QComboBox;

namespace PortDesk {

class CountryCombo;
class FormField;
class MessageBar;

/// The fields of a postal address in the order and words of its country. What another country has no place for when the person changes it
/// is kept aside, said in a bar, and comes back with its country.
class AddressForm final : public QWidget
{
    Q_OBJECT
public:
    /// `prefix` starts the objectNames: "service" -> "serviceLocalityEdit".
    explicit AddressForm(const QString &prefix = QStringLiteral("address"), QWidget *parent = nullptr);

    /// `key` tells several addresses apart that share the form: each keeps its own values aside.
    void setAddress(const PostalAddress &address, const QString &key = {});
    PostalAddress address() const;
    /// What is aside, by the key of its address, to be kept with a draft and given back.
    const QHash<QString, QList<AsidePart>> &asides() const { return m_asides; }
    void setAsides(const QHash<QString, QList<AsidePart>> &asides);
    /// The combo box of countries, to restrict its choices or hide its field.
    CountryCombo *countryCombo() const { return m_country; }
    void setCountryVisible(bool visible);
    /// Field of a part in the present country; nullptr when the country has no such part.
    FormField *field(AddressPart part) const { return m_fields.value(part); }
    FormField *countryField() const { return m_countryField; }
    /// Puts a sentence under a part ("" clears it); a part the country does not have puts it under the street.
    void setError(AddressPart part, const QString &sentence);
    void clearErrors();
    void showErrors();

Q_SIGNALS:
    void edited();
    void editingFinished();

private:
    void rebuild();
    void sayAsides();
    QComboBox *regionCombo(const AddressLayout &layout) const;
    FormField *makeField(const AddressLayout &layout, const AddressLayout::Part &part);

    QString m_prefix;
    CountryCombo *m_country;
    FormField *m_countryField;
    MessageBar *m_asideBar;
    QWidget *m_parts = nullptr;
    QHash<AddressPart, FormField *> m_fields;
    PostalAddress m_values; ///< as last set or carried; parts without a field stay as they came
    QString m_key;
    QHash<QString, QList<AsidePart>> m_asides; ///< by key
};

} // namespace PortDesk

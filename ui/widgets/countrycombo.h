// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace PortDesk {

/// English name of an ISO 3166 alpha-2 code; the code itself when Qt does not know it.
QString countryName(const QString &code);
/// The codes of all countries Qt knows, ordered by name.
QStringList allCountryCodes();

/// A combo box of countries: shows names, holds codes as data; typing finds a name anywhere in the list.
class CountryCombo final : public QComboBox
{
    Q_OBJECT
public:
    explicit CountryCombo(QWidget *parent = nullptr);

    /// Codes to offer, in this order; `preferred` stand first, above a line. All countries when never called.
    void setCountries(const QStringList &codes, const QStringList &preferred = {});
    QString country() const { return currentData().toString(); }
    /// Adds the code when the list does not have it, so that a stored value is never lost.
    void setCountry(const QString &code);

Q_SIGNALS:
    void countryChanged(const QString &code);
};

} // namespace PortDesk

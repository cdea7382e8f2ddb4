// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"

#include <QWidget>

namespace PortDesk {

/// What will be asked for a country and type: documents, fields, lead time, limits, and where that is written.
class CountrySummary final : public QWidget
{
    Q_OBJECT
public:
    explicit CountrySummary(const CountryRecord &record, QWidget *parent = nullptr);
};

/// "10 to 45 business days", or "not documented, ask the carrier".
QString leadTimeText(const CountryRecord &record);

} // namespace PortDesk

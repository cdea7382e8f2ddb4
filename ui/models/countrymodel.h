// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"

#include <QAbstractListModel>

namespace PortDesk {

/// The countries of the pack, by name; searchable by name, code and calling code.
class CountryModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { CodeRole = Qt::UserRole + 1, SearchRole };

    explicit CountryModel(const CountryPack &countries, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    int rowOf(const QString &code) const;

private:
    struct Row {
        QString code, name, search, calling;
    };
    QList<Row> m_rows;
};

/// "+49 Berlin" of a search box as CountryModel::SearchRole is written.
QString countrySearchText(const QString &typed);

} // namespace PortDesk

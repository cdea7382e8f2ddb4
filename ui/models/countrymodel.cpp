// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/countrymodel.h"

#include "core/base/folding.h"
#include "core/numbers/numberparser.h"
#include "ui/models/kitrole.h"

#include <QLocale>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

/// The country's name in its own language ("Deutschland"), so that it is found by it.
QString nativeName(const QString &code)
{
    const QLocale locale(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::codeToTerritory(code));
    return locale.nativeTerritoryName();
}

} // namespace

CountryModel::CountryModel(const CountryPack &countries, QObject *parent) : QAbstractListModel(parent)
{
    for (const QString &code : countries.codes()) {
        const Country *country = countries.country(code);
        const int calling = callingCode(code);
        Row row{code, country->name, {}, calling ? u'+' + QString::number(calling) : QString()};
        row.search = countrySearchText(QStringList{country->name, nativeName(code), code, row.calling}.join(u' '));
        m_rows << row;
    }
}

int CountryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CountryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return row.name;
    case Qt::AccessibleTextRole: return row.name;
    case SecondaryTextRole: return row.calling;
    case CodeRole: return row.code;
    case SearchRole: return row.search;
    default: return {};
    }
}

int CountryModel::rowOf(const QString &code) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).code == code)
            return i;
    }
    return -1;
}

QString countrySearchText(const QString &typed)
{
    return folded(typed);
}

} // namespace PortDesk

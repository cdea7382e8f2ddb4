// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/countrycombo.h"

#include <QCollator>
#include <QCompleter>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

QString countryName(const QString &code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

QStringList allCountryCodes()
{
    static const QStringList codes = [] {
        QStringList all;
        for (int i = 1; i <= int(QLocale::LastTerritory); ++i) {
            const QString code = QLocale::territoryToCode(QLocale::Territory(i));
            if (code.size() == 2 && code.at(0).isLetter() && !all.contains(code))
                all.append(code);
        }
        QCollator collator(QLocale(QLocale::English));
        std::sort(all.begin(), all.end(), [&](const QString &a, const QString &b) { return collator.compare(countryName(a), countryName(b)) < 0; });
        return all;
    }();
    return codes;
}

CountryCombo::CountryCombo(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    setMaxVisibleItems(14);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    lineEdit()->setPlaceholderText(tr("Choose a country"));
    setCountries(allCountryCodes());
    connect(this, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT countryChanged(country()); });
    // Text that is no country falls back to the last choice.
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        const int index = findText(currentText(), Qt::MatchFixedString);
        if (index >= 0)
            setCurrentIndex(index);
        setEditText(itemText(currentIndex()));
    });
}

void CountryCombo::setCountries(const QStringList &codes, const QStringList &preferred)
{
    const QString before = country();
    const QSignalBlocker quiet(this);
    clear();
    for (const QString &code : preferred)
        addItem(countryName(code), code);
    if (!preferred.isEmpty())
        insertSeparator(count());
    for (const QString &code : codes) {
        if (!preferred.contains(code))
            addItem(countryName(code), code);
    }
    setCurrentIndex(-1);
    if (!before.isEmpty())
        setCountry(before);
}

void CountryCombo::setCountry(const QString &code)
{
    if (!code.isEmpty() && findData(code) < 0)
        addItem(countryName(code), code);
    setCurrentIndex(code.isEmpty() ? -1 : findData(code));
}

} // namespace PortDesk

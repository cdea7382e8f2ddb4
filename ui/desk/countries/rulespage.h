// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"
#include "ui/models/rulesheet.h"
#include "ui/widgets/scrollpage.h"

class QVBoxLayout;

namespace PortDesk {

class RuleRow;

/// The rules of one country and type: a card for each section, the numbered sources, what the desk changed and when.
class RulesPage final : public ScrollPage
{
    Q_OBJECT
public:
    explicit RulesPage(QWidget *parent = nullptr);

    /// Shows the sections of a record. Keeps the place when it is the same record again.
    void showRecord(const CountryRecord &record, const QList<RuleSection> &sections, bool maySet);
    /// What happened to the overrides of this country, newest first.
    void showHistory(const QList<OverrideEvent> &events, const CountryRecord &record);
    /// Scrolls to the line that holds a value and gives it the keyboard.
    void showRule(const QString &path);
    RuleRow *row(const QString &lineId) const;

Q_SIGNALS:
    void overrideWanted(const PortDesk::RuleLine &line);
    void withdrawWanted(const PortDesk::RuleOverride &rule);
    void usageWanted(const PortDesk::RuleLine &line);

private:
    void clear();
    void settle();
    void addCard(QWidget *card);
    QWidget *sectionCard(const RuleSection &section, const QStringList &sources, bool maySet);
    QWidget *sourcesCard(const QStringList &sources);
    void connectRow(RuleRow *row);
    void step(RuleRow *from, int step);

    QVBoxLayout *m_column;
    QList<RuleRow *> m_rows;
    QWidget *m_history = nullptr;
    QString m_shown; ///< "FR geographic"
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/countries/countrypack.h"
#include "core/cases/ruleusage.h"
#include "ui/models/rulesheet.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QTabBar;

namespace PortDesk {

class Badge;
class CountryModel;
class DeskSession;
class EmptyState;
class MessageBar;
class OverrideForm;
class RulesPage;
class SideSheet;
class TextLabel;
class UsagePane;

/// The rules browser: a country and type at the left and above, its rules with their sources, what the desk set itself, where a rule is
/// used. Remembers what was looked at.
class CountriesView final : public QWidget
{
    Q_OBJECT
public:
    explicit CountriesView(DeskSession &session, QWidget *parent = nullptr);

    /// Shows the rules of a country and type, at a value ("" = the top).
    void showRules(const QString &country, NumberType type, const QString &path = {});
    void focusSearch();
    QString country() const { return m_country; }
    NumberType type() const { return m_type; }

Q_SIGNALS:
    void caseActivated(PortDesk::CaseId id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makePage();
    void restore();
    void filter(const QString &typed);
    void choose(const QString &country);
    void chooseType(int tab);
    void showCountry();
    void showRecord();
    void showHead(const Country &country, const CountryRecord &record);
    void goThere();
    void showUnfit();
    void readHistory();
    void openOverride(const RuleLine &line);
    void save();
    void withdraw(const QList<RuleOverride> &rules);
    void openUsage(const RuleLine &line);
    const CountryRecord *record() const;

    DeskSession &m_session;
    CountryModel *m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_search;
    QListView *m_list;
    EmptyState *m_noMatch;
    TextLabel *m_title;
    TextLabel *m_facts;
    Badge *m_confidence;
    QTabBar *m_types;
    MessageBar *m_bar;
    RulesPage *m_page;
    SideSheet *m_sheet;
    QAction *m_undo;
    OverrideForm *m_form = nullptr; ///< while it is open
    QList<RuleOverride> m_withdrawn; ///< what Undo sets again
    QString m_country;
    NumberType m_type = NumberType::Geographic;
    QString m_goal; ///< path of the value to go to
    int m_newest = 0;
    bool m_filtering = false;
    bool m_stale = false; ///< what is shown has to be made anew when it is seen again
};

} // namespace PortDesk

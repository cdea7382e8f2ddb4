// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace PortDesk {

class Card;
class CountryModel;
class EmptyState;

/// Country and number type, and what will be asked for them.
class CountryPage final : public WizardPage
{
    Q_OBJECT
public:
    explicit CountryPage(const WizardContext &context, QWidget *parent = nullptr);

    QString stepTitle() const override { return tr("Country and type"); }
    QString stepSubtitle() const override;
    QString nextWord() const override { return tr("country and type"); }
    bool owns(const QString &pointer) const override;
    void enter() override;
    void focusField(const QString &pointer) override;
    bool hasErrors() const override;

protected:
    void showProblems() override;

private:
    QWidget *makeList();
    void filter(const QString &typed);
    void choose(const QString &country);
    void showCountry();
    void addTypes(const Country &country);

    CountryModel *m_model;
    QSortFilterProxyModel *m_filter;
    QLineEdit *m_search;
    QListView *m_list;
    EmptyState *m_noMatch;
    QWidget *m_right;
    QWidget *m_details = nullptr;
    bool m_loading = false;
};

} // namespace PortDesk

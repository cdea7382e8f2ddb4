// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

class QComboBox;
class QListWidget;
class QPushButton;

namespace PortDesk {

class AddressForm;
class Card;
class RequestNumbers;
class TableView;
class TextLabel;

/// The service addresses, and which number is installed where.
class AddressesPage final : public WizardPage
{
    Q_OBJECT
public:
    explicit AddressesPage(const WizardContext &context, QWidget *parent = nullptr);

    QString stepTitle() const override { return tr("Addresses"); }
    QString stepSubtitle() const override;
    QString nextWord() const override { return tr("addresses"); }
    bool owns(const QString &pointer) const override;
    void enter() override;
    void focusField(const QString &pointer) override;

protected:
    void showProblems() override;

private:
    QWidget *makeList();
    void makeForm(class QHBoxLayout *columns);
    void makeNumbers();
    QWidget *makePrefixCombo();
    void addActions();
    void selectRows(const QList<int> &rows);
    void nameAssignButton();
    void refreshNumbers();
    QString ruleSentence() const;
    void showAddresses();
    void showForm();
    void addAddress();
    void removeAddress();
    void writeForm();
    void assign(bool all);
    QString currentId() const;
    int currentIndex() const;

    QListWidget *m_list;
    QPushButton *m_remove;
    Card *m_card;
    AddressForm *m_form;
    RequestNumbers *m_model;
    TableView *m_table;
    TextLabel *m_unassigned;
    TextLabel *m_rule;
    QComboBox *m_prefix;
    QPushButton *m_assign;
    QPushButton *m_assignAll;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QSet<QString> m_left; ///< ids of addresses whose form the person has left
    int m_added = 0; ///< number in the id given last
    bool m_loading = false;
};

} // namespace PortDesk

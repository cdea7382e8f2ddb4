// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/ruleusage.h"
#include "ui/models/rowsmodel.h"

#include <QWidget>

namespace PortDesk {

class TableView;
class TextLabel;

/// Cases a rule judges: reference, owner, stage, and the reasons a carrier gave that are tied to the rule.
class UsedCasesModel final : public RowsModel<UsedCase>
{
    Q_OBJECT
public:
    enum Column { ReferenceColumn, OwnerColumn, StageColumn, RejectedColumn };
    explicit UsedCasesModel(QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
};

/// Where a rule is used: how many cases, which, and how many were rejected for it.
class UsagePane final : public QWidget
{
    Q_OBJECT
public:
    explicit UsagePane(QWidget *parent = nullptr);
    void showUsage(const RuleUsage &usage);
    void showProblem(const QString &sentence);

Q_SIGNALS:
    void caseActivated(PortDesk::CaseId id);

private:
    TextLabel *m_summary;
    UsedCasesModel *m_model;
    TableView *m_table;
};

} // namespace PortDesk

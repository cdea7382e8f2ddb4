// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/countries/usagepane.h"

#include "core/cases/rejection.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/models/kitrole.h"
#include "ui/models/stagebadge.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QString reasonsText(const UsedCase &used)
{
    QStringList titles;
    for (const QString &code : used.rejectedFor) {
        const RejectionReason *reason = rejectionReason(code);
        titles << (reason ? reason->title : code);
    }
    return titles.join(u", "_s);
}

QString summaryText(const RuleUsage &usage)
{
    const qint64 all = usage.open + usage.closed;
    if (all == 0)
        return UsagePane::tr("No open case and none closed in the last year is judged by it.");
    QStringList parts{UsagePane::tr("It judges %n open case(s)", nullptr, int(usage.open)) + u' ' + UsagePane::tr("and %n case(s) closed in the last year.", nullptr, int(usage.closed))};
    if (usage.rejected > 0)
        parts << UsagePane::tr("Carriers rejected %n of them for a reason tied to it.", nullptr, int(usage.rejected));
    if (usage.cases.size() < all)
        parts << UsagePane::tr("The newest %1 are shown.").arg(usage.cases.size());
    return parts.join(u' ');
}

} // namespace

UsedCasesModel::UsedCasesModel(QObject *parent) : RowsModel({tr("Case"), tr("Owner"), tr("Stage"), tr("Rejected for")}, parent) {}

QVariant UsedCasesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UsedCase &used = at(index.row());
    if (role == KeyRole)
        return used.id.value;
    if (index.column() == StageColumn && role == BadgeRole)
        return QVariant::fromValue(stageBadge(used.stage));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case ReferenceColumn: return used.reference;
    case OwnerColumn: return used.owner;
    case StageColumn: return stageBadge(used.stage).text;
    default: return reasonsText(used);
    }
}

UsagePane::UsagePane(QWidget *parent)
    : QWidget(parent), m_summary(new TextLabel(tr("The cases are being looked for…"))), m_model(new UsedCasesModel(this)), m_table(new TableView)
{
    setObjectName(u"usagePane"_s);
    m_summary->setObjectName(u"usageSummaryLabel"_s);
    m_summary->setWordWrap(true);
    m_table->setObjectName(u"usedCasesTable"_s);
    m_table->setAccessibleName(tr("Cases judged by the rule"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(UsedCasesModel::StageColumn, new BadgeDelegate(m_table));
    m_table->setColumnWidth(UsedCasesModel::ReferenceColumn, 84);
    m_table->setColumnWidth(UsedCasesModel::OwnerColumn, 100);
    m_table->setColumnWidth(UsedCasesModel::StageColumn, 108);
    m_table->horizontalHeader()->setMinimumSectionSize(48);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    column->addStretch();
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) { Q_EMIT caseActivated(m_model->at(index.row()).id); });
}

void UsagePane::showUsage(const RuleUsage &usage)
{
    m_summary->setText(summaryText(usage));
    m_model->setRows(usage.cases);
    m_table->setColumnHidden(UsedCasesModel::RejectedColumn, usage.rejected == 0);
    m_table->setVisible(!usage.cases.isEmpty());
}

void UsagePane::showProblem(const QString &sentence)
{
    m_summary->setText(sentence);
}

} // namespace PortDesk

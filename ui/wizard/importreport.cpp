// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/importreport.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/filesaving.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/importmodels.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFileInfo>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

ImportReport::ImportReport(Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_prompts(prompts), m_model(new ReportModel(this)), m_table(new TableView), m_reason(new TextLabel),
      m_doubtful(new QCheckBox), m_copy(new QPushButton(tr("Copy &Refused Rows")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    makeChips(column);
    makeTable(column);
    makeFoot(column);
}

void ImportReport::makeChips(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    for (const QString &name : {u"all"_s, rowStateKey(RowState::Valid), rowStateKey(RowState::Doubtful), rowStateKey(RowState::Duplicate),
                                rowStateKey(RowState::Refused)}) {
        auto *chip = new FilterChip({});
        chip->setObjectName(name + u"Chip"_s);
        connect(chip, &QAbstractButton::clicked, this, [this, at = int(m_chips.size())] { filter(at); });
        m_chips.append(chip);
        row->addWidget(chip);
    }
    row->addStretch(1);
    column->addLayout(row);
}

void ImportReport::makeTable(QVBoxLayout *column)
{
    m_table->setObjectName(u"reportTable"_s);
    m_table->setAccessibleName(tr("Rows of the file"));
    m_table->setSortingEnabled(false);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(ReportModel::StateColumn, new BadgeDelegate(m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->resizeSection(ReportModel::PlaceColumn, 70);
    header->setSectionResizeMode(ReportModel::TextColumn, QHeaderView::Stretch);
    header->resizeSection(ReportModel::NumberColumn, 240);
    header->resizeSection(ReportModel::StateColumn, 210);
    column->addWidget(m_table, 1);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) {
        showReason(index.row());
        m_reason->setFocus(Qt::OtherFocusReason);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { showReason(index.row()); });
}

void ImportReport::makeFoot(QVBoxLayout *column)
{
    m_reason->setObjectName(u"reasonLabel"_s);
    m_reason->setAccessibleName(tr("Why the row is so"));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_reason->setFocusPolicy(Qt::StrongFocus);
    m_reason->setMinimumHeight(m_reason->fontMetrics().lineSpacing() * 2); // so that the table does not jump
    m_reason->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_reason);
    m_doubtful->setObjectName(u"doubtfulCheck"_s);
    m_doubtful->setChecked(true);
    m_copy->setObjectName(u"copyRefusedButton"_s);
    auto *saveButton = new QPushButton(tr("&Save Report…"));
    saveButton->setObjectName(u"saveReportButton"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    row->addWidget(m_doubtful);
    row->addStretch(1);
    row->addWidget(m_copy);
    row->addWidget(saveButton);
    column->addLayout(row);
    connect(m_doubtful, &QCheckBox::toggled, this, &ImportReport::choiceChanged);
    connect(m_copy, &QAbstractButton::clicked, this, &ImportReport::copyRefused);
    connect(saveButton, &QPushButton::clicked, this, &ImportReport::save);
}

void ImportReport::showReport(const std::shared_ptr<const ImportedTable> &imported, const QString &fileName)
{
    m_imported = imported;
    m_fileName = fileName;
    m_model->setReport(imported);
    const NumberReport &report = imported->report;
    const QStringList words{tr("%n row(s) read", nullptr, int(report.rows.size())), tr("Valid %1"), tr("Doubtful %1"), tr("Duplicate %1"),
                            tr("Refused %1")};
    for (int i = 0; i < m_chips.size(); ++i) {
        m_chips.at(i)->setText(i == 0 ? words.first() : words.at(i).arg(locale().toString(report.count(RowState(i - 1)))));
        m_chips.at(i)->setEnabled(i == 0 || report.count(RowState(i - 1)) > 0);
        m_chips.at(i)->updateGeometry();
    }
    const int doubtful = report.count(RowState::Doubtful);
    m_doubtful->setText(tr("Take the %n &doubtful row(s) over too", nullptr, doubtful));
    m_doubtful->setVisible(doubtful > 0);
    m_copy->setEnabled(report.count(RowState::Refused) > 0);
    filter(0);
    Q_EMIT choiceChanged();
}

void ImportReport::filter(int chip)
{
    for (int i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setChecked(i == chip);
    m_model->setFilter(chip == 0 ? std::nullopt : std::optional(RowState(chip - 1)));
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    else
        showReason(-1);
}

void ImportReport::showReason(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return m_reason->clear();
    const NumberReportRow &shown = m_model->reportRow(row);
    const QString sentence = rowSentence(shown);
    const QString place = m_model->index(row, ReportModel::PlaceColumn).data().toString();
    m_reason->setText(tr("%1: %2").arg(place, !sentence.isEmpty() ? sentence : tr("the number is in a known range and is taken over.")));
}

int ImportReport::numbers() const
{
    if (!m_imported)
        return 0;
    int numbers = 0;
    for (const NumberReportRow &row : m_imported->report.rows)
        numbers += row.state == RowState::Valid || (row.state == RowState::Doubtful && takesDoubtful()) ? row.count : 0;
    return numbers;
}

bool ImportReport::takesDoubtful() const
{
    return m_doubtful->isChecked();
}

void ImportReport::copyRefused()
{
    ReportModel refused;
    refused.setReport(m_imported);
    refused.setFilter(RowState::Refused);
    QString text;
    for (int row = 0; row < refused.rowCount(); ++row)
        text += refused.cellsText(row) + u'\t' + rowSentence(refused.reportRow(row)) + u'\n';
    QApplication::clipboard()->setText(text);
}

void ImportReport::save()
{
    const QString path = m_prompts.saveFile(this, tr("Save Report"), tr("%1 report.csv").arg(QFileInfo(m_fileName).completeBaseName()),
                                            tr("CSV files (*.csv)"));
    if (path.isEmpty())
        return;
    if (const auto saved = saveToFile(path, reportAsCsv(m_imported->table, m_imported->report)); !saved)
        m_prompts.message(this, State::Problem, tr("Report Not Saved"), saved.error().message);
}

} // namespace PortDesk

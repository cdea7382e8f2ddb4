// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/numberreport.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAbstractButton;
class QCheckBox;
class QVBoxLayout;

namespace PortDesk {

class FilterChip;
class Prompts;
class ReportModel;
class TableView;
class TextLabel;
struct ImportedTable;

/// Second half of the import: every row with its state; filters, the reason of each row, and ways to send the refused ones back.
class ImportReport final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportReport(Prompts &prompts, QWidget *parent = nullptr);

    /// `fileName` names the saved report.
    void showReport(const std::shared_ptr<const ImportedTable> &imported, const QString &fileName);
    /// Numbers to be taken over, with or without the doubtful ones.
    int numbers() const;
    bool takesDoubtful() const;

Q_SIGNALS:
    void choiceChanged();

private:
    void makeChips(QVBoxLayout *column);
    void makeTable(QVBoxLayout *column);
    void makeFoot(QVBoxLayout *column);
    void filter(int chip);
    void showReason(int row);
    void copyRefused();
    void save();

    Prompts &m_prompts;
    std::shared_ptr<const ImportedTable> m_imported;
    QString m_fileName;
    QList<FilterChip *> m_chips; ///< all, then by state
    ReportModel *m_model;
    TableView *m_table;
    TextLabel *m_reason;
    QCheckBox *m_doubtful;
    QAbstractButton *m_copy;
};

} // namespace PortDesk

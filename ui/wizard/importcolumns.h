// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/numbertable.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QTableView;

namespace PortDesk {

class MappingHeader;
class MessageBar;
class PreviewModel;
class TextLabel;

/// First half of the import: which sheet, how a text file is read, what the columns hold, over the first rows of the file.
class ImportColumns final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportColumns(const QString &country, QWidget *parent = nullptr);

    /// What was found out about the file; `sheet` is the one being read.
    void showInfo(const TableInfo &info, int sheet);
    /// Shows a read sheet with a guessed mapping.
    void showTable(const NumberTable &table);
    void showError(const QString &sentence);

    const TableMapping &mapping() const { return m_mapping; }

Q_SIGNALS:
    void sheetChosen(int sheet);
    /// Read the file again so.
    void readingChosen(const TableReading &reading);
    void mappingChanged();

private:
    void makeChoices();
    void fillSheets(const TableInfo &info, int sheet);
    void guess(int headerRow);
    void showNotes(const QString &hint);
    void showMapping();
    QStringList headings() const;

    QString m_country;
    NumberTable m_table;
    TableMapping m_mapping;
    TableInfo m_info;
    QComboBox *m_sheet;
    QComboBox *m_encoding;
    QComboBox *m_separator;
    QList<QWidget *> m_textOnly;
    QWidget *m_sheetLabel;
    QCheckBox *m_header;
    MessageBar *m_bar;
    PreviewModel *m_preview;
    QTableView *m_view;
    MappingHeader *m_choices;
};

} // namespace PortDesk

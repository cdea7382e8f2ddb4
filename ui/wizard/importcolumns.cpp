// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/importcolumns.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/importmodels.h"
#include "ui/wizard/mappingheader.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kColumnWidth = 190; // the longest meaning with its arrow

/// Encodings that tables come in, by the names of the worker.
QStringList encodings()
{
    return {u"UTF-8"_s,     u"UTF-16LE"_s,     u"UTF-16BE"_s,     u"windows-1252"_s, u"windows-1250"_s, u"windows-1251"_s,
            u"KOI8-R"_s,    u"windows-1253"_s, u"windows-1254"_s, u"windows-1255"_s, u"windows-1256"_s, u"IBM850"_s,
            u"Shift_JIS"_s, u"EUC-JP"_s,       u"GB18030"_s,      u"Big5"_s,         u"EUC-KR"_s};
}

QLabel *labelled(const QString &text, QWidget *input, QHBoxLayout *row)
{
    auto *label = new TextLabel(text, TextRole::Body, TextLabel::Tone::Secondary);
    label->setBuddy(input);
    row->addWidget(label);
    row->addWidget(input);
    return label;
}

} // namespace

ImportColumns::ImportColumns(const QString &country, QWidget *parent)
    : QWidget(parent), m_country(country), m_sheet(new QComboBox), m_encoding(new QComboBox), m_separator(new QComboBox),
      m_header(new QCheckBox), m_bar(new MessageBar), m_preview(new PreviewModel(this)), m_view(new TableView),
      m_choices(new MappingHeader(m_view))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    makeChoices();
    column->addWidget(m_bar);
    m_view->setObjectName(u"previewTable"_s);
    m_view->setAccessibleName(tr("First rows of the file"));
    m_view->setHorizontalHeader(m_choices);
    m_choices->show();
    m_view->setModel(m_preview);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setSortingEnabled(false);
    m_choices->setDefaultSectionSize(kColumnWidth);
    m_choices->setStretchLastSection(false);
    column->addWidget(m_view, 1);
    connect(m_choices, &MappingHeader::columnChosen, this, [this] {
        m_mapping.columns = m_choices->columns();
        showMapping();
    });
    connect(m_header, &QCheckBox::clicked, this, [this](bool checked) { guess(checked ? m_header->property("row").toInt() : -1); });
}

void ImportColumns::makeChoices()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    m_sheet->setObjectName(u"sheetCombo"_s);
    m_encoding->setObjectName(u"encodingCombo"_s);
    m_separator->setObjectName(u"separatorCombo"_s);
    m_header->setObjectName(u"headerCheck"_s);
    m_sheetLabel = labelled(tr("&Sheet"), m_sheet, row);
    m_textOnly = {labelled(tr("&Encoding"), m_encoding, row), m_encoding, labelled(tr("Se&parator"), m_separator, row), m_separator};
    row->addStretch(1);
    row->addWidget(m_header);
    for (const auto &[text, separator] :
         {std::pair{tr("Comma"), u","_s}, {tr("Semicolon"), u";"_s}, {tr("Tab"), u"\t"_s}, {tr("Bar"), u"|"_s}})
        m_separator->addItem(text, separator);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    const auto readAgain = [this] { Q_EMIT readingChosen({m_encoding->currentText(), m_separator->currentData().toString()}); };
    connect(m_encoding, &QComboBox::activated, this, readAgain);
    connect(m_separator, &QComboBox::activated, this, readAgain);
    connect(m_sheet, &QComboBox::activated, this, [this] { Q_EMIT sheetChosen(m_sheet->currentData().toInt()); });
}

void ImportColumns::fillSheets(const TableInfo &info, int sheet)
{
    m_sheet->clear();
    for (int i = 0; i < info.sheets.size(); ++i) {
        const TableSheet &one = info.sheets.at(i);
        const QString rows = one.rows ? tr("%n row(s)", nullptr, one.rows) : tr("empty");
        m_sheet->addItem(one.hidden ? tr("%1 (hidden, %2)").arg(one.name, rows) : tr("%1 (%2)").arg(one.name, rows), i);
    }
    m_sheet->setCurrentIndex(sheet);
    const bool choose = info.sheets.size() > 1;
    m_sheet->setVisible(choose);
    m_sheetLabel->setVisible(choose);
}

void ImportColumns::showInfo(const TableInfo &info, int sheet)
{
    m_info = info;
    fillSheets(info, sheet);
    const bool text = info.format == u"csv";
    for (QWidget *widget : std::as_const(m_textOnly))
        widget->setVisible(text);
    m_encoding->clear();
    m_encoding->addItems(encodings());
    if (text && m_encoding->findText(info.reading.encoding) < 0)
        m_encoding->addItem(info.reading.encoding);
    m_encoding->setCurrentText(info.reading.encoding);
    if (text && m_separator->findData(info.reading.separator) < 0)
        m_separator->addItem(info.reading.separator, info.reading.separator);
    m_separator->setCurrentIndex(m_separator->findData(info.reading.separator));
}

void ImportColumns::showTable(const NumberTable &table)
{
    m_table = table;
    m_preview->setTable(table);
    const TableMapping guessed = guessedMapping(table, m_country);
    m_header->setProperty("row", qMax(guessed.headerRow, 0));
    m_header->setText(tr("Row %1 holds the &headings").arg(table.row(qMax(guessed.headerRow, 0)).number));
    m_header->setChecked(guessed.headerRow >= 0);
    m_header->setEnabled(table.rowCount() > 0);
    m_mapping = guessed;
    showMapping();
}

void ImportColumns::guess(int headerRow)
{
    m_mapping = guessedMapping(m_table, m_country, headerRow);
    showMapping();
}

QStringList ImportColumns::headings() const
{
    QStringList names;
    const TableRow header = m_mapping.headerRow < 0 ? TableRow() : m_table.row(m_mapping.headerRow);
    for (int column = 0; column < m_table.columnCount(); ++column)
        names.append(cleanedCell(header.cell(column).text));
    return names;
}

void ImportColumns::showMapping()
{
    m_choices->setColumns(m_mapping.columns, headings());
    m_preview->setMapping(m_mapping);
    showNotes(
        m_mapping.hasNumbers()
            ? QString()
            : tr("No column holds the numbers yet. Choose “%1” above the column that does.").arg(tableColumnText(TableColumn::Number)));
    Q_EMIT mappingChanged();
}

/// What the file itself is noted for, and what is still to be done.
void ImportColumns::showNotes(const QString &hint)
{
    QStringList notes = m_info.warnings;
    const TableSheet sheet = m_info.sheets.value(m_sheet->currentData().toInt());
    if (sheet.mergedCount > 0)
        notes.append(tr("%n area(s) of merged cells (%1): the value stands in the first cell only, the others are empty.", nullptr,
                        sheet.mergedCount)
                         .arg(sheet.merged.mid(0, 3).join(u", "_s) + (sheet.mergedCount > 3 ? u", …"_s : QString())));
    if (!hint.isEmpty())
        notes.prepend(hint);
    if (notes.isEmpty())
        m_bar->clear();
    else
        m_bar->showMessage(State::Waiting, notes.join(u' '));
}

void ImportColumns::showError(const QString &sentence)
{
    m_table = {};
    m_mapping = {};
    m_preview->setTable(m_table);
    m_choices->setColumns({}, {});
    m_bar->showMessage(State::Problem, sentence);
    Q_EMIT mappingChanged();
}

} // namespace PortDesk

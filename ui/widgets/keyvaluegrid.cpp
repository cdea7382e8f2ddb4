// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyvaluegrid.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>

namespace PortDesk {

KeyValueGrid::KeyValueGrid(int pairsPerRow, QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this)), m_pairsPerRow(pairsPerRow)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Spacing::L);
    m_grid->setVerticalSpacing(Spacing::S);
    for (int pair = 0; pair < pairsPerRow; ++pair) {
        m_grid->setColumnStretch(2 * pair, 2);
        m_grid->setColumnStretch(2 * pair + 1, 3);
    }
}

TextLabel *KeyValueGrid::addRow(const QString &key, const QString &value)
{
    auto *label = new TextLabel(value.isEmpty() ? QString(QChar(0x2013)) : value);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus); // text to read, not a stop of the keyboard
    label->setAccessibleName(key);
    label->setAccessibleDescription(value);
    addRow(key, label);
    return label;
}

void KeyValueGrid::addRow(const QString &key, QWidget *value)
{
    auto *name = new TextLabel(key, TextRole::Body, TextLabel::Tone::Secondary);
    name->setWordWrap(true);
    const int row = m_count / m_pairsPerRow;
    const int column = 2 * (m_count % m_pairsPerRow);
    m_grid->addWidget(name, row, column, Qt::AlignTop);
    m_grid->addWidget(value, row, column + 1, Qt::AlignTop);
    ++m_count;
}

void KeyValueGrid::clear()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_count = 0;
}

} // namespace PortDesk

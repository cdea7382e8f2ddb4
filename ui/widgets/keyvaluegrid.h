// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace PortDesk {

class TextLabel;

/// Names and values in one or two columns of pairs, values selectable; for overviews.
class KeyValueGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyValueGrid(int pairsPerRow = 1, QWidget *parent = nullptr);

    /// An empty value shows "–". Returns the value's label.
    TextLabel *addRow(const QString &key, const QString &value);
    /// Takes ownership.
    void addRow(const QString &key, QWidget *value);
    void clear();

private:
    QGridLayout *m_grid;
    int m_pairsPerRow;
    int m_count = 0;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/numbertable.h"

#include <QHeaderView>

class QComboBox;

namespace PortDesk {

/// The heads of a table's columns with a choice each: what the column holds.
class MappingHeader final : public QHeaderView
{
    Q_OBJECT
public:
    explicit MappingHeader(QWidget *parent = nullptr);

    /// One choice a column; `names` are the headings of the file, for screen readers.
    void setColumns(const QList<TableColumn> &columns, const QStringList &names);
    QList<TableColumn> columns() const;

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The person chose another meaning of a column.
    void columnChosen();

protected:
    void updateGeometries() override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    void place();

    QList<QComboBox *> m_choices;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace PortDesk {

/// The program's table: rows of 38 px with a line below, whole rows selected and hovered, sorting by the header,
/// RowDelegate for every column unless set otherwise; Ctrl+C copies the selected rows as tab-separated text with a header line.
class TableView final : public QTableView
{
    Q_OBJECT
public:
    explicit TableView(QWidget *parent = nullptr);

    /// Remembers widths, order and sorting of the columns; call after setModel().
    void rememberColumns(const QString &key);
    /// The selected rows as tab-separated text, in the order shown.
    QString selectionAsText() const;
    /// No frame and no scroll bar of its own height: for a short table within a card.
    void setEmbedded(bool embedded);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int hoveredRow() const { return m_hovered; }
    /// Lays the new rows out at once, so that the scroll bar has its room before they are painted and not after.
    void reset() override;

Q_SIGNALS:
    /// Double click or Enter on a row.
    void rowActivated(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void setHovered(int row);
    int contentHeight() const;

    int m_hovered = -1;
    bool m_embedded = false;
};

} // namespace PortDesk

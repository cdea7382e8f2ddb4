// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/outline.h"

#include <QTreeView>

class QStandardItemModel;

namespace PortDesk {

/// A document's own table of contents; picking a line goes to its page. Arrows walk, Left and Right fold, Escape gives the keyboard back.
class OutlinePanel final : public QTreeView
{
    Q_OBJECT
public:
    explicit OutlinePanel(QWidget *parent = nullptr);
    /// Entries that lead to no page of `pages` are shown as headings.
    void setOutline(const QList<OutlineEntry> &entries, int pages);
    bool isEmpty() const;
    /// Pixels in which every unfolded title and its page number are seen whole.
    int contentWidth() const;
    /// Marks the line the page belongs to, without going anywhere.
    void setCurrentPage(int page);

Q_SIGNALS:
    void pageChosen(int page);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void choose(const QModelIndex &index);

    QStandardItemModel *m_model;
    QList<QPair<int, QPersistentModelIndex>> m_places; ///< page and line, in the outline's order
    bool m_following = false;
};

} // namespace PortDesk

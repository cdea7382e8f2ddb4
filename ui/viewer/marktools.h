// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/mark.h"

#include <QHash>
#include <QWidget>

class QAbstractButton;
class QGridLayout;
class QMenu;
class QToolButton;

namespace PortDesk {

class MarkBook;
class MarkLayer;

/// The tools of the marks as buttons, three in a row, with colours, undo and redo below.
class MarkTools final : public QWidget
{
    Q_OBJECT
public:
    /// The layer and the book outlive the buttons.
    MarkTools(MarkLayer &layer, MarkBook &book, QWidget *parent = nullptr);
    void setEditable(bool editable);

private:
    void addTools(QGridLayout *grid);
    QMenu *stampMenu();
    QWidget *makeColours();
    void refresh();

    MarkLayer &m_layer;
    MarkBook &m_book;
    QHash<MarkKind, QAbstractButton *> m_tools;
    QList<QToolButton *> m_colours;
};

} // namespace PortDesk

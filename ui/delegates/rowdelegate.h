// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/kitrole.h"
#include "ui/theme/textrole.h"

#include <QCache>
#include <QPair>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace PortDesk {

/// Texts laid out once, by text and font.
using TextCache = QCache<QPair<QString, QString>, QStaticText>;

/// Text of a cell with the kit's roles; hovers by row in a TableView. The default for every column.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    mutable TextCache m_texts{2000};
};

/// A badge (BadgeRole) in a cell: icon and word on their tint.
class BadgeDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/kitrole.h"
#include "ui/theme/textrole.h"

#include <QCache>
#include <QPair>
#include <QPixmap>
#include <QStaticText>
#include <QStyledItemDelegate>

namespace PortDesk {

/// Texts laid out once, by text and weight.
using TextCache = QCache<QPair<QString, int>, QStaticText>;

/// Text of a cell with the kit's roles; hovers by row in a TableView. The default for every column.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RowDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const QFont m_body, m_strong; ///< kept, because a fresh font has to find its engine again
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

private:
    mutable QCache<QString, QPixmap> m_pictures{200};
};

} // namespace PortDesk

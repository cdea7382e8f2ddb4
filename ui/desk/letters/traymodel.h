// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/lettertray.h"

#include <QAbstractListModel>
#include <QHash>
#include <QPixmap>
#include <QSet>
#include <QStyledItemDelegate>
#include <QTimeZone>

namespace PortDesk {

/// What waits in the tray, oldest first. Small pictures are asked for when a row is first painted.
class TrayModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ReasonRole = Qt::UserRole + 1, ArrivalRole };

    explicit TrayModel(const QTimeZone &zone, QObject *parent = nullptr);

    void setParts(const QList<TrayPart> &parts, const QDateTime &now);
    const TrayPart &at(int row) const { return m_parts.at(row); }
    int rowOf(TrayPartId id) const;
    void setPicture(TrayPartId id, const QPixmap &picture);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void pictureWanted(PortDesk::TrayPartId id) const;

private:
    QTimeZone m_zone;
    QDateTime m_now;
    QList<TrayPart> m_parts;
    QHash<TrayPartId, QPixmap> m_pictures;
    mutable QSet<TrayPartId> m_asked;
};

/// A row of the tray: picture of the page, file and pages, why it is here, when it came.
class TrayDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    static constexpr QSize kPicture{42, 58};

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace PortDesk

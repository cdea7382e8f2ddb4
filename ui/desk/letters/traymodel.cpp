// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/letters/traymodel.h"

#include "ui/models/timewords.h"
#include "ui/theme/spacing.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kRowHeight = 80;

/// At most two lines of a sentence, the second one elided.
void paintSentence(QPainter *painter, const QRect &room, const QString &text)
{
    QTextLayout layout(text, painter->font());
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(room.width());
    const int cut = first.textStart() + first.textLength();
    layout.endLayout();
    const int height = painter->fontMetrics().height();
    painter->drawText(QRect(room.left(), room.top(), room.width(), height), Qt::AlignLeft | Qt::TextSingleLine, text.left(cut).trimmed());
    const QString rest = painter->fontMetrics().elidedText(text.mid(cut), Qt::ElideRight, room.width());
    painter->drawText(QRect(room.left(), room.top() + height, room.width(), height), Qt::AlignLeft | Qt::TextSingleLine, rest);
}

} // namespace

TrayModel::TrayModel(const QTimeZone &zone, QObject *parent) : QAbstractListModel(parent), m_zone(zone) {}

void TrayModel::setParts(const QList<TrayPart> &parts, const QDateTime &now)
{
    m_now = now;
    if (parts == m_parts)
        return;
    beginResetModel();
    m_parts = parts;
    endResetModel();
}

int TrayModel::rowOf(TrayPartId id) const
{
    for (int row = 0; row < m_parts.size(); ++row) {
        if (m_parts.at(row).id == id)
            return row;
    }
    return -1;
}

void TrayModel::setPicture(TrayPartId id, const QPixmap &picture)
{
    m_pictures.insert(id, picture);
    if (const int row = rowOf(id); row >= 0)
        Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
}

int TrayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_parts.size());
}

QVariant TrayModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TrayPart &part = m_parts.at(index.row());
    const QString reason = trayReasonText(part.reason, part.about, part.reference);
    const QString arrival = TimeWords::pastText(part.arrived, m_now, m_zone);
    switch (role) {
    case Qt::DisplayRole:
        return part.fileName.endsWith(".pdf"_L1) ? part.fileName.chopped(4) : part.fileName;
    case ReasonRole:
        return reason;
    case ArrivalRole:
        return arrival;
    case Qt::ToolTipRole:
        return reason;
    case Qt::AccessibleTextRole:
        return tr("%1. %2 %3", "file and pages, why it is here, when it came").arg(data(index, Qt::DisplayRole).toString(), reason, arrival);
    case Qt::DecorationRole:
        if (!m_pictures.contains(part.id) && !m_asked.contains(part.id)) {
            m_asked.insert(part.id);
            Q_EMIT pictureWanted(part.id);
        }
        return m_pictures.value(part.id);
    default:
        return {};
    }
}

void TrayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    const Tokens &t = tokensFor(item.palette);
    painter->save();
    (item.widget ? item.widget->style() : QApplication::style())->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, item.widget);
    const QRect inner = item.rect.adjusted(Spacing::M, Spacing::S, -Spacing::M, -Spacing::S);
    const QRect frame(inner.topLeft() + QPoint(0, (inner.height() - kPicture.height()) / 2), kPicture);
    painter->setPen(t.line);
    painter->setBrush(t.sunken);
    painter->drawRect(frame);
    if (const auto picture = index.data(Qt::DecorationRole).value<QPixmap>(); !picture.isNull()) {
        const QSize size = (QSizeF(picture.size()) / picture.devicePixelRatio()).toSize().scaled(kPicture - QSize(2, 2), Qt::KeepAspectRatio);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawPixmap(QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, size, frame), picture);
    }
    const QRect room = inner.adjusted(kPicture.width() + Spacing::M, 0, 0, 0);
    const QString arrival = index.data(TrayModel::ArrivalRole).toString();
    painter->setFont(textFont(TextRole::Caption));
    const int time = painter->fontMetrics().horizontalAdvance(arrival);
    painter->setPen(t.secondary);
    painter->drawText(room, Qt::AlignRight | Qt::AlignTop | Qt::TextSingleLine, arrival);
    painter->setFont(textFont(TextRole::Strong));
    painter->setPen(t.text);
    const int line = painter->fontMetrics().height();
    painter->drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, room.width() - time - Spacing::M));
    painter->setFont(textFont(TextRole::Body));
    painter->setPen(t.secondary);
    paintSentence(painter, room.adjusted(0, line + Spacing::XS, 0, 0), index.data(TrayModel::ReasonRole).toString());
    painter->setPen(t.line);
    painter->drawLine(item.rect.bottomLeft(), item.rect.bottomRight());
    painter->restore();
}

QSize TrayDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, kRowHeight};
}

} // namespace PortDesk

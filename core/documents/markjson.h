// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/mark.h"

#include <QJsonObject>

#include <optional>

namespace PortDesk {

QString markKindKey(MarkKind kind); ///< "highlight note box ink text stamp"
std::optional<MarkKind> markKindFromKey(const QString &key);
QList<MarkKind> allMarkKinds();

/// Everything of a mark, boxes as [x, y, width, height] and points as [x, y] in 0..1 of the page; empty members are left out.
QJsonObject markToJson(const Mark &mark);
/// The mark of such an object; empty when its kind is unknown or its id or document is missing.
std::optional<Mark> markFromJson(const QJsonObject &object);

/// A new id: a UUID without braces.
QString newMarkId();

/// The box round everything a mark shows: its lines, its strokes, or its own box.
QRectF markBounds(const Mark &mark);
/// The mark with its box at another place and of another size; lines and strokes go along in proportion.
Mark placedAt(const Mark &mark, const QRectF &box);

} // namespace PortDesk

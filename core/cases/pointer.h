// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace PortDesk {

/// The decoded steps of a JSON pointer (RFC 6901): "/fields/a~1b" -> "fields", "a/b". Empty for "" and for a text that is no pointer.
QStringList pointerSteps(const QString &pointer);
/// A pointer one step deeper; the step is escaped.
QString pointerTo(const QString &pointer, const QString &step);
QString pointerTo(const QString &pointer, qsizetype index);

/// The value a pointer leads to; Undefined when it leads nowhere.
QJsonValue valueAt(const QJsonValue &root, const QString &pointer);

/// Pointers of the leaves that differ between two values; a member that only one side has counts with its leaves.
QStringList changedPointers(const QJsonValue &before, const QJsonValue &after);

/// True when `pattern` covers `pointer`: the same, a parent of it, or equal with "*" standing for any one step.
bool pointerMatches(const QString &pattern, const QString &pointer);

} // namespace PortDesk

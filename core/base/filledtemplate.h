// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QVariantMap>

namespace PortDesk {

/// Fills a text: {{name}} is a value; {{#name}}...{{/name}} stays once when the value is neither empty nor false, and is repeated for
/// each map of a list, whose values come before the outer ones. A tag alone on its line leaves no line behind.
/// Error::Internal names a value that is missing or a section that is not closed.
Result<QString> filledTemplate(const QString &text, const QVariantMap &values);

} // namespace PortDesk

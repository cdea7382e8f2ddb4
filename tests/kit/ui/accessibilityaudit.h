// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace PortDesk {

/// Findings about a shown window or page, empty when all is well: every control that takes the keyboard has an accessible name
/// and can be reached by Tab, and no access key stands twice. QCOMPARE the result with QStringList() to see the findings.
QStringList accessibilityFindings(QWidget *root);

} // namespace PortDesk

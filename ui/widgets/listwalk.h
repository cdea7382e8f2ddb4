// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QLineEdit;

namespace PortDesk {

/// Down and Up in a search field walk the list beside it, row by row, and the cursor stays in the field. Holds as long as both live.
void walkListFrom(QLineEdit *search, QAbstractItemView *list);

} // namespace PortDesk

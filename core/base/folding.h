// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace PortDesk {

/// Text folded for comparing and searching: ICU "Any-Latin; Latin-ASCII; Lower" (ß -> ss, ł -> l, Cyrillic to Latin),
/// white space simplified. Not for showing: Han is read as Mandarin. Thread-safe.
QString folded(const QString &text);

} // namespace PortDesk

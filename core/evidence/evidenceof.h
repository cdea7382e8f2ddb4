// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/evidence/evidence.h"

namespace PortDesk {

/// Looks for facts in the words of a document's pages; one Evidence for each fact, in their order. Pure and thread-safe, some
/// milliseconds a page; `today` gives the age of a date ("26 days old"), an invalid day leaves it out.
QList<Evidence> evidenceOf(const QList<Fact> &facts, const QList<PageReading> &pages, QDate today = {});

/// The words of a text layer as a reading; `pageSize` in points, as displayed.
PageReading readingOf(const QList<Word> &words, const QSizeF &pageSize);

} // namespace PortDesk

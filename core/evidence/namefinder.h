// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/labels.h"
#include "core/evidence/paper.h"

namespace PortDesk {

/// Finds names of people and companies: all their words, in any order, close together, over one or two lines. Legal forms may be left out or
/// abbreviated ("Limited", "Ltd"), never be another; umlauts may be written as two letters; titles do not count. In a text layer every letter has
/// to be right, a scan may misread one of a longer word.
class NameFinder
{
public:
    NameFinder(const Paper &paper, const QList<LabelHit> &labels) : m_paper(paper), m_labels(labels) {}

    Evidence find(const Fact &fact) const;

private:
    Hit atLabel() const;
    bool isLabelCell(int segment) const;

    const Paper &m_paper;
    const QList<LabelHit> &m_labels;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/labels.h"
#include "core/evidence/paper.h"

namespace PortDesk {

/// Finds account numbers and codes: letters and digits compared one by one, however they are grouped, as a whole and never as a part of a longer
/// one. What stands at the label instead differs; a code with one character changed differs anywhere.
class CodeFinder
{
public:
    CodeFinder(const Paper &paper, const QList<LabelHit> &labels) : m_paper(paper), m_labels(labels) {}

    Evidence findAccount(const Fact &fact) const;
    Evidence findCode(const Fact &fact) const;

private:
    Hit written(const QString &wanted, bool atLabelOnly) const;
    Hit inSegment(int segment, qsizetype from, const QString &wanted) const;
    Hit atLabel(const QString &wanted) const;
    Hit near(const QString &wanted) const;

    const Paper &m_paper;
    const QList<LabelHit> &m_labels;
};

} // namespace PortDesk

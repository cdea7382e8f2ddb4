// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/kit/papers/samplepapers.h"

#include <QMap>

namespace PortDesk::Test {

/// How well facts were found, against the truth of sample papers.
struct EvidenceScore {
    int facts = 0;
    int right = 0;        ///< the verdict is the truth
    int shown = 0;        ///< facts that are shown
    int found = 0;        ///< ... and were matched
    int falseMatches = 0; ///< matched although another value or none is shown
    QStringList mistakes; ///< "de bill changed: place:hq is notShown “…”, truth differs"

    double rightShare() const { return facts ? double(right) / facts : 1; }
    double recall() const { return shown ? double(found) / shown : 1; }
    double precision() const { return found + falseMatches ? double(found) / (found + falseMatches) : 1; }
};

/// Adds one paper's evidence to the scores by kind of fact, and to that of all ("").
inline void addScore(QMap<QString, EvidenceScore> &scores, const SamplePaper &paper, const QList<Evidence> &evidence)
{
    for (qsizetype i = 0; i < evidence.size(); ++i) {
        const Evidence &got = evidence.at(i);
        const Verdict truth = paper.truth.at(i);
        for (const QString &kind : {factKindKey(got.fact.kind), QString()}) {
            EvidenceScore &score = scores[kind];
            ++score.facts;
            score.right += got.verdict == truth;
            score.shown += truth == Verdict::Match;
            score.found += truth == Verdict::Match && got.verdict == Verdict::Match;
            score.falseMatches += truth != Verdict::Match && got.verdict == Verdict::Match;
            if (got.verdict != truth)
                score.mistakes.append(QStringLiteral("%1: %2 is %3 “%4”, truth %5").arg(paper.name, got.fact.id, verdictKey(got.verdict), got.found, verdictKey(truth)));
        }
    }
}

} // namespace PortDesk::Test

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/signaturefinder.h"

#include "core/documents/pdfsignature.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace PortDesk {

Evidence findSignature(const Paper &paper, const Fact &fact, const QList<LabelHit> &labels)
{
    static const QRegularExpression signedWords(u"%1|/s/ ?\\p{L}"_s.arg(electronicSignatureWords()));
    for (const PaperSegment &segment : paper.segments()) {
        const auto match = signedWords.match(segment.text);
        if (!match.hasMatch())
            continue;
        const Hit words{paper.wordsIn(segment, match.capturedStart(), segment.text.size()), 0.9, false};
        if (fact.expected.isEmpty())
            return evidenceAt(paper, fact, words, Verdict::Match);
        Evidence evidence = evidenceAt(paper, fact, words, Verdict::Differs);
        evidence.remark = QCoreApplication::translate("Evidence", "Carriers there accept only the paper signed by hand.");
        return evidence;
    }
    // The last one: a heading of the same word stands above the place it names.
    for (auto at = labels.crbegin(); at != labels.crend(); ++at) {
        const LabelHit &label = *at;
        const PaperSegment &segment = paper.segment(label.segment);
        if (label.label != Label::Signature || segment.words.size() > 6)
            continue; // a sentence that speaks of signing is no place to sign
        Evidence evidence = evidenceAt(paper, fact, {paper.wordsIn(segment, label.from, label.to), 0.2, false}, Verdict::NotShown);
        evidence.verdict = Verdict::NotShown;
        evidence.remark = QCoreApplication::translate("Evidence", "Look whether it is signed here.");
        return evidence;
    }
    return notShown(fact);
}

} // namespace PortDesk

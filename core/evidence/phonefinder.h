// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/areacodes.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace PortDesk {

/// Telephone numbers of a paper. A number is a run of digits with nothing but brackets, blanks, dots, hyphens, slashes and plus signs in it; it matches only as a
/// whole, so no part of a longer number is ever taken for one. Digits are never guessed. A number printed without its area code is one with the code that the paper states
/// for its place (AreaCodes); without such a statement it is not shown, and a remark says what was seen.
class PhoneFinder
{
public:
    /// `facts` are all facts of the document: a number that another fact asks for is no misprint of this one.
    PhoneFinder(const Paper &paper, const QList<LabelHit> &labels, const QList<Fact> &facts);

    Evidence find(const Fact &fact);

private:
    struct Run {
        QString digits;
        QList<int> words;
        bool plus = false;     ///< begins with a plus
        bool repaired = false; ///< letters were read as digits
        double score = 1;
    };
    /// A number that may lack its area code, and the one the paper states for it, "" when none.
    struct Local {
        QString digits, code;
        QList<int> words;
    };
    /// The ways a number may be written, digits only.
    struct Notations {
        QStringList international; ///< with the calling code, allowed behind a plus
        QStringList all;
        qsizetype own = 0; ///< last digits that are the number's own, without prefixes
    };
    struct Piece {
        qsizetype from = 0, to = 0;
    };

    static Notations notationsOf(const Fact &fact);
    void addSegment(const PaperSegment &segment, const QString &text, bool repaired);
    void addRun(const PaperSegment &segment, const QString &text, Piece piece, bool repaired);
    void addLocals(int segment);
    void addWrapped(const PaperSegment &upper, const PaperSegment &lower);
    void index(const Run &run);
    Hit written(const Notations &notations) const;
    Hit inRange(const Fact &fact);
    Hit nearTo(const Notations &notations) const;
    Evidence withoutCode(const Fact &fact) const;
    void readRanges(const QString &country, const QString &stem);

    const Paper &m_paper;
    AreaCodes m_codes;
    QList<Run> m_runs;
    QList<Local> m_locals;
    QMultiHash<QString, int> m_byDigits;
    QSet<QString> m_asked; ///< notations of all number facts
    struct RangeHit {
        QList<int> words;
    };
    QHash<QString, QHash<QString, RangeHit>> m_ranges; ///< by country and stem, then E.164
};

} // namespace PortDesk

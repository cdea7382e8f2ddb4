// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/evidence.h"

namespace PortDesk {

/// A word of the paper made comparable.
struct PaperWord {
    QString text;  ///< as read
    QString plain; ///< plainText()
    QRectF straight;
    QRectF box;
    float confidence = 1;
    int segment = -1;
    int read = -1; ///< in PageReading::words of its page
};

/// A piece of a word: letters and digits without a break.
struct PaperToken {
    QString text;
    QString other; ///< transcribed, equal to `text` when there is no umlaut
    int word = -1;
    int segment = -1;
};

/// Words of one line that stand together: a cell of a table, a line of one column. Neighbours are indexes, -1 for none.
struct PaperSegment {
    int page = 0;
    int line = 0;
    QRectF box; ///< straight
    QList<int> words;
    QString text;      ///< plain, one blank between words, a TAB where the gap is wider than between words
    QList<int> wordAt; ///< for each character of `text`, -1 for the gaps
    QList<PaperToken> tokens;
    int left = -1, right = -1, above = -1, below = -1;
};

/// All pages of a document as lines and columns of comparable words, at most 10,000 of a page and 100,000 of all. Built once for all facts.
class Paper
{
public:
    explicit Paper(const QList<PageReading> &pages);

    const QList<PaperWord> &words() const { return m_words; }
    const QList<PaperSegment> &segments() const { return m_segments; }
    const PaperSegment &segment(int index) const { return m_segments.at(index); }
    TextSource source(int page) const { return m_sources.at(page); }
    /// The words that the characters [from, to) of a segment touch.
    QList<int> wordsIn(const PaperSegment &segment, qsizetype from, qsizetype to) const;
    /// As the paper writes them, lines parted by a blank.
    QString written(const QList<int> &words) const;

private:
    void addPage(const PageReading &page, int index);
    void addLine(QList<int> line, int page, int number);
    void addSegment(const QList<int> &words, int page, int number);
    void connect(int first);

    QList<PaperWord> m_words;
    QList<PaperSegment> m_segments;
    QList<TextSource> m_sources;
};

/// A place of the paper that shows something of a fact.
struct Hit {
    QList<int> words; ///< of Paper::words(), in reading order
    double score = 1;
    bool repaired = false; ///< only by reading an O as a nought or the like
    explicit operator bool() const { return !words.isEmpty(); }
};

/// Least confidence of a word whose letters are taken as they were read; below it a letter off may be the scan's.
inline constexpr float kSureLetters = 0.75f;

/// The evidence of a hit: place, words, and "unreadable" instead of the verdict when the recognition was not sure of its words.
Evidence evidenceAt(const Paper &paper, const Fact &fact, const Hit &hit, Verdict verdict);

/// The evidence of a fact that is not there.
Evidence notShown(const Fact &fact);

} // namespace PortDesk

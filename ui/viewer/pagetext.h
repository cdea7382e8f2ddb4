// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

namespace PortDesk {

/// The words of one page, with what selection and search need.
class PageText
{
public:
    PageText() = default;
    explicit PageText(const QList<Word> &words);

    const QList<Word> &words() const { return m_words; }
    /// Index of the word under a point of the page (0..1), -1 when none.
    int wordAt(const QPointF &point) const;
    /// The word nearest to a point in reading order, -1 without words.
    int nearestWord(const QPointF &point) const;
    /// Text of the words first..last as one would copy it, with line breaks where a line ends.
    QString text(int first, int last) const;
    /// Where the words first..last stand: one box per line.
    QList<QRectF> lineBoxes(int first, int last) const;
    /// Ranges of words that show `query`, whatever its case, accents and spaces.
    QList<QPair<int, int>> find(const QString &query) const;

private:
    QString gapAfter(int index) const;

    QList<Word> m_words;
    QString m_folded;         ///< folded words without any space
    QList<int> m_wordOfChar;  ///< word of each character of m_folded
};

} // namespace PortDesk

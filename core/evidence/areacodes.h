// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/labels.h"

#include <QHash>
#include <QMultiHash>

namespace PortDesk {

/// An area code as a paper states it at a label: "Vorwahl: 0221", "Indicatif +33 4".
struct StatedCode {
    QString digits;    ///< as written; "" when the paper says more than one code here, or is not surely read
    bool plus = false; ///< begins with a plus
    QList<int> words;
    int segment = -1;
    qsizetype from = 0, to = 0; ///< in the segment's text
};

/// Which stated area code belongs to numbers that are printed without one. In doubt none: two halves that do not belong together would make a number that nobody printed.
/// A code belongs to what stands behind it in its line, in the column below it with nothing but numbers and a heading for numbers between, in the cell at the right of a
/// column of codes, and, when the page states no other, to numbers at a word for telephones a few lines below.
class AreaCodes
{
public:
    AreaCodes(const Paper &paper, const QList<LabelHit> &labels);

    bool isEmpty() const { return m_codes.isEmpty() && m_columns.isEmpty(); }
    /// The code for the number at [from, to) of a segment.
    StatedCode codeFor(int segment, qsizetype from, qsizetype to) const;
    /// A line that ends with a stated code goes on in the next one only where codeFor() says so.
    bool endsWithCode(int segment) const;
    /// Whether what stands at this place may be a telephone number, as far as the words before it tell: "Rechnungsnr. 909876" is none.
    bool mayBePhone(int segment, qsizetype from) const;

private:
    /// What the words before a number say.
    enum class Lead { None, Phone, Other };

    /// A line of a column.
    struct Row {
        bool ofNumbers = false;
        QStringList written; ///< digits of those that have their code
    };

    void takeLabel(const LabelHit &label);
    StatedCode codeIn(int segment, qsizetype from) const;
    const StatedCode *onlyCodeOf(int segment) const;
    int above(int segment) const;
    Lead leadIn(const QString &words) const;
    Lead leadOf(int segment, qsizetype from) const;
    StatedCode inLine(int segment, qsizetype from) const;
    StatedCode inColumnOfCodes(int segment) const;
    StatedCode inColumn(int segment, Lead lead, const QString &number) const;
    bool isHeading(int segment) const;
    StatedCode onlyOneOfPage(int segment, Lead lead) const;
    bool isRowOfNumbers(int segment, QStringList &written) const;
    Row rowAt(int segment) const;

    const Paper &m_paper;
    QList<StatedCode> m_codes;
    QMultiHash<int, int> m_bySegment; ///< codes by segment
    QList<int> m_columns;             ///< labels without a code beside them: the codes stand below
    mutable QHash<int, int> m_above;
    mutable QHash<int, Row> m_rows;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "tests/kit/papers/persona.h"

class QImage;
class QPainter;

namespace PortDesk::Test {

/// A line of a paper, in points of an A4 page.
struct PrintedLine {
    double x = 0, y = 0; ///< of the baseline
    QString text;
    double size = 10;
    bool bold = false;
};

/// An invented paper with what it is known to show.
struct SamplePaper {
    QString name; ///< "de bill changed"
    QString kind;
    QString language;
    QList<PrintedLine> lines;
    QList<Fact> facts;
    QList<Verdict> truth;  ///< for each fact
    bool twoColumns = false;
};

/// 60 papers: for each language three bills, two records and two letters; each kind once with everything right and once with planted differences (a digit changed, another
/// house number, a name that is missing, another postcode, an older date). The last four are bills whose numbers stand without their area code, which is stated once.
QList<SamplePaper> samplePapers();

/// The paper as a PDF with a text layer.
DocumentBytes asPdf(const SamplePaper &paper);

/// What a scanner did to a paper.
struct ScanFlaws {
    const char *name = "300 dpi";
    int dpi = 300;
    double skew = 0;       ///< degrees, clockwise
    int quarterTurns = 0;  ///< clockwise
    double noise = 0;      ///< standard deviation of the brightness
    bool fax = false;      ///< black and white, 1 bit
};
QList<ScanFlaws> scanFlaws();
/// The paper as a picture (JPEG, a fax PNG); the same flaws give the same picture.
DocumentBytes asScan(const SamplePaper &paper, const ScanFlaws &flaws);

} // namespace PortDesk::Test

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/textlayer.h"

#include "app/docworker/engine/pagepicture.h"
#include "app/docworker/engine/straightener.h"

#include <algorithm>

namespace PortDesk {

namespace {

constexpr int kEnoughWords = 15;
constexpr double kLargeGap = 0.25; // of the page, without a word: between the columns of a bill it is less, under its last line often more
constexpr double kSmallGap = 0.08; // of a page with few words
constexpr double kMostOddCharacters = 0.15; // share; fonts without a table of characters give private or no characters at all
constexpr double kLookDpi = 40;
constexpr int kInkBelow = 176; // grey; the paper of scans and pale backgrounds are lighter
constexpr double kInkedRows = 0.4;    // of a gap, that has more than a line or a logo
constexpr double kInkedColumns = 0.3; // of the page

struct Gap
{
    double from = 0; ///< 0..1 down the upright page
    double to = 0;
};

bool isOdd(QChar c)
{
    const auto category = c.category();
    return category == QChar::Other_PrivateUse || category == QChar::Other_Control || category == QChar::Other_NotAssigned ||
           c == QChar::ReplacementCharacter;
}

bool isMostlyOdd(const QList<Word> &words)
{
    qsizetype all = 0;
    qsizetype odd = 0;
    for (const Word &word : words) {
        all += word.text.size();
        odd += std::count_if(word.text.cbegin(), word.text.cend(), isOdd);
    }
    return double(odd) > kMostOddCharacters * double(all);
}

/// The stretches of the upright page without a word that are at least `least` high.
QList<Gap> gapsOf(const PageReading &reading, double least)
{
    QList<Gap> lines;
    for (const ReadWord &word : reading.words)
        lines.append({word.straight.top() / reading.straightSize.height(), word.straight.bottom() / reading.straightSize.height()});
    std::sort(lines.begin(), lines.end(), [](const Gap &a, const Gap &b) { return a.from < b.from; });
    lines.append({1, 1});
    QList<Gap> gaps;
    double reached = 0;
    for (const Gap &line : std::as_const(lines)) {
        if (line.from - reached >= least)
            gaps.append({reached, line.from});
        reached = qMax(reached, line.to);
    }
    return gaps;
}

/// Whether a stretch of the page holds a picture or drawing large enough to hold text.
bool isInked(const QImage &page, const Gap &gap)
{
    const int first = int(gap.from * page.height());
    const int rows = qMax(1, int(gap.to * page.height()) - first);
    int inkedRows = 0;
    QList<bool> inked(page.width());
    for (int y = first; y < qMin(first + rows, page.height()); ++y) {
        const uchar *line = page.constScanLine(y);
        bool any = false;
        for (int x = 0; x < page.width(); ++x) {
            if (line[x] < kInkBelow)
                any = inked[x] = true;
        }
        inkedRows += any;
    }
    return inkedRows > kInkedRows * rows && double(inked.count(true)) > kInkedColumns * page.width();
}

/// Whether an eye would see nothing on the page. Small letters are pale at this scale.
bool isBlank(const QImage &page)
{
    constexpr int paleInk = 215;
    constexpr double speckles = 0.0003; // share of the pixels
    qsizetype inked = 0;
    for (int y = 0; y < page.height(); ++y) {
        const uchar *line = page.constScanLine(y);
        inked += std::count_if(line, line + page.width(), [](uchar grey) { return grey < paleInk; });
    }
    return double(inked) <= speckles * page.width() * page.height();
}

} // namespace

bool layerSuffices(PageSource &source, int page, const PageText &text)
{
    if (isMostlyOdd(text.words))
        return false;
    const PageReading reading = layerReading(text, source.pageSize(page));
    const QList<Gap> gaps = gapsOf(reading, text.words.size() >= kEnoughWords ? kLargeGap : kSmallGap);
    if (gaps.isEmpty())
        return true;
    const auto painted = paintedGrey(source, page, kLookDpi);
    if (!painted)
        return true; // what cannot be painted cannot be recognised either
    if (text.words.isEmpty())
        return isBlank(*painted); // a scan of a short letter has little ink, and no layer tells what it says
    const QImage upright = text.quarterTurns == 0 ? *painted : painted->transformed(QTransform().rotate(90.0 * text.quarterTurns));
    return std::none_of(gaps.cbegin(), gaps.cend(), [&](const Gap &gap) { return isInked(upright, gap); });
}

PageReading layerReading(const PageText &text, const QSizeF &points)
{
    PageReading reading;
    reading.source = TextSource::Layer;
    reading.quarterTurns = text.quarterTurns;
    reading.straightSize = text.quarterTurns % 2 ? points.transposed() : points;
    const QTransform upright = QTransform::fromScale(points.width(), points.height()) * quarterTurned(text.quarterTurns, points);
    reading.words.reserve(text.words.size());
    for (const Word &word : text.words)
        reading.words.append({word.text, word.box, upright.mapRect(word.box), 1, word.spaceAfter});
    return reading;
}

} // namespace PortDesk

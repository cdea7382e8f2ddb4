// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/paper.h"

#include "core/evidence/plaintext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

// In heights of the words.
constexpr double kColumnGap = 2.2; ///< a wider gap parts columns
constexpr double kWordGap = 1.2;   ///< a wider gap is none between the digits of a number
constexpr double kLineGap = 1.6;   ///< lines of one block stand closer
constexpr double kSameLine = 0.45; ///< farthest centre of a word from that of its line

constexpr double kTallWord = 0.45; ///< share of a word's height that its line has at least
// What is looked at: the densest bill has a tenth of it. A file made to keep the desk busy has more, and the time grows faster than the words.
constexpr qsizetype kMostWords = 10'000; ///< of a page
constexpr qsizetype kMostWordsInAll = 100'000;

constexpr double kLevel = 0.003;  ///< a smaller tilt moves no word out of its line
constexpr float kReadable = 0.5f; ///< least confidence of every word of a hit

double overlap(double from, double to, double otherFrom, double otherTo)
{
    return std::min(to, otherTo) - std::max(from, otherFrom);
}

/// The line that words are gathered for: mean centre and height.
struct Band {
    double centre = 0;
    double height = 0;
    int count = 0;

    void add(const QRectF &box)
    {
        // Hyphens and dots say little about where a line runs.
        const double weight = count > 0 && box.height() < 0.6 * height ? 0 : 1;
        centre = (centre * count + box.center().y() * weight) / (count + weight);
        height = (height * count + box.height() * weight) / (count + weight);
        count += int(weight);
    }

    bool takes(const QRectF &box) const
    {
        const double away = std::abs(box.center().y() - centre);
        // A letter with an accent is a tall word where recognition takes it for one without; two lines' height is a letter of another line.
        if (box.height() < 0.6 * height || height < kTallWord * box.height())
            return away <= 0.5 * std::max(height, box.height()) && (box.height() < height || count == 1);
        return away <= kSameLine * std::min(height, 1.2 * box.height());
    }
};

/// The word that follows each word in its line, -1 for none.
QList<int> followers(const QList<PaperWord> &words, int first)
{
    QList<int> next(words.size(), -1);
    for (int i = first; i < words.size(); ++i) {
        const QRectF &here = words.at(i).straight;
        double nearest = kWordGap * here.height();
        for (int j = first; j < words.size(); ++j) {
            const QRectF &there = words.at(j).straight;
            const double gap = there.left() - here.right();
            const double away = std::abs(there.center().y() - here.center().y());
            if (j != i && gap > -0.2 * here.height() && gap < nearest && there.left() > here.left() && away < 0.5 * std::max(here.height(), there.height())) {
                nearest = gap;
                next[i] = j;
            }
        }
    }
    return next;
}

/// How much lines of a scan still fall to the right (points a point): pages with few lines do not tell the recognition how they are tilted.
double tiltOf(const QList<PaperWord> &words, int first)
{
    constexpr double kLongLine = 60; // points; shorter ones say little
    const QList<int> next = followers(words, first);
    QList<bool> follows(words.size(), false);
    for (const int word : next) {
        if (word >= 0)
            follows[word] = true;
    }
    QList<double> slopes;
    for (int i = first; i < words.size(); ++i) {
        double n = 0, x = 0, y = 0, xx = 0, xy = 0;
        for (int w = follows.at(i) ? -1 : i; w >= 0 && n < 200; w = next.at(w)) {
            const QPointF at = words.at(w).straight.center();
            ++n, x += at.x(), y += at.y(), xx += at.x() * at.x(), xy += at.x() * at.y();
        }
        const double spread = n > 0 ? xx - x * x / n : 0;
        if (n >= 3 && spread > kLongLine * kLongLine * n / 12)
            slopes.append((xy - x * y / n) / spread);
    }
    if (slopes.size() < 3)
        return 0;
    std::nth_element(slopes.begin(), slopes.begin() + slopes.size() / 2, slopes.end());
    return slopes.at(slopes.size() / 2);
}

/// Letters and digits without a break, each with the word it stands in.
QList<PaperToken> tokensOf(const PaperWord &word, int index)
{
    QList<PaperToken> tokens;
    const auto split = [](const QString &text) {
        QStringList parts;
        QString part;
        for (const QChar c : text) {
            if (c.isLetterOrNumber())
                part.append(c);
            else if (c != u'\'' && !part.isEmpty())
                parts.append(std::exchange(part, {}));
        }
        if (!part.isEmpty())
            parts.append(part);
        return parts;
    };
    const QStringList plain = split(word.plain);
    const QStringList other = split(transcribedText(word.text));
    for (qsizetype i = 0; i < plain.size(); ++i)
        tokens.append({plain.at(i), other.size() == plain.size() ? other.at(i) : plain.at(i), index, word.segment});
    return tokens;
}

} // namespace

Paper::Paper(const QList<PageReading> &pages)
{
    for (qsizetype i = 0; i < pages.size(); ++i) {
        m_sources.append(pages.at(i).source);
        addPage(pages.at(i), int(i));
    }
}

void Paper::addPage(const PageReading &page, int index)
{
    QList<int> order;
    const int firstWord = int(m_words.size());
    for (qsizetype i = 0; i < page.words.size(); ++i) {
        const ReadWord &read = page.words.at(i);
        const QString plain = plainText(read.text).simplified();
        if (plain.isEmpty())
            continue;
        if (order.size() >= kMostWords || m_words.size() >= kMostWordsInAll)
            break;
        order.append(int(m_words.size()));
        m_words.append({read.text, plain, read.straight, read.box, read.confidence, -1, int(i)});
    }
    if (const double tilt = page.source == TextSource::Ocr ? tiltOf(m_words, firstWord) : 0; std::abs(tilt) > kLevel) {
        for (const int word : std::as_const(order))
            m_words[word].straight.translate(0, -tilt * m_words.at(word).straight.center().x());
    }
    std::stable_sort(order.begin(), order.end(),
                     [this](int a, int b) { return m_words.at(a).straight.center().y() < m_words.at(b).straight.center().y(); });
    const int first = int(m_segments.size());
    QList<int> line;
    Band band;
    int number = 0;
    for (const int word : std::as_const(order)) {
        const QRectF &box = m_words.at(word).straight;
        if (!line.isEmpty() && !band.takes(box)) {
            addLine(std::exchange(line, {}), index, number++);
            band = {};
        }
        line.append(word);
        band.add(box);
    }
    addLine(line, index, number);
    connect(first);
}

void Paper::addLine(QList<int> line, int page, int number)
{
    std::stable_sort(line.begin(), line.end(), [this](int a, int b) { return m_words.at(a).straight.left() < m_words.at(b).straight.left(); });
    QList<int> together;
    const int first = int(m_segments.size());
    for (const int word : std::as_const(line)) {
        if (!together.isEmpty()) {
            const QRectF before = m_words.at(together.last()).straight;
            const QRectF here = m_words.at(word).straight;
            if (here.left() - before.right() > kColumnGap * std::max(before.height(), here.height()))
                addSegment(std::exchange(together, {}), page, number);
        }
        together.append(word);
    }
    if (!together.isEmpty())
        addSegment(together, page, number);
    for (int i = first + 1; i < m_segments.size(); ++i) {
        m_segments[i].left = i - 1;
        m_segments[i - 1].right = i;
    }
}

void Paper::addSegment(const QList<int> &words, int page, int number)
{
    PaperSegment segment;
    segment.page = page;
    segment.line = number;
    segment.words = words;
    for (qsizetype i = 0; i < words.size(); ++i) {
        PaperWord &word = m_words[words.at(i)];
        word.segment = int(m_segments.size());
        if (i > 0) {
            const PaperWord &before = m_words.at(words.at(i - 1));
            // The higher of two words: a hyphen is hardly a point high.
            const bool wide = word.straight.left() - before.straight.right() > kWordGap * std::max(word.straight.height(), before.straight.height());
            segment.text.append(wide ? u'\t' : u' ');
            segment.wordAt.append(-1);
        }
        segment.text.append(word.plain);
        segment.wordAt.append(QList<int>(word.plain.size(), words.at(i)));
        segment.tokens.append(tokensOf(word, words.at(i)));
        segment.box = segment.box.united(word.straight);
    }
    m_segments.append(segment);
}

/// Above and below: the nearest segment of the same column that stands close enough to belong to the same block.
void Paper::connect(int first)
{
    for (int i = first; i < m_segments.size(); ++i) {
        PaperSegment &upper = m_segments[i];
        for (int j = i + 1; j < m_segments.size(); ++j) {
            PaperSegment &lower = m_segments[j];
            if (lower.line == upper.line)
                continue;
            const double gap = lower.box.top() - upper.box.bottom();
            if (gap > kLineGap * upper.box.height())
                break;
            const double shared = overlap(upper.box.left(), upper.box.right(), lower.box.left(), lower.box.right());
            if (shared < 0.3 * std::min(upper.box.width(), lower.box.width()) || upper.below >= 0 || lower.above >= 0)
                continue;
            upper.below = j;
            lower.above = i;
        }
    }
}

QList<int> Paper::wordsIn(const PaperSegment &segment, qsizetype from, qsizetype to) const
{
    QList<int> found;
    for (qsizetype i = std::max<qsizetype>(from, 0); i < to && i < segment.wordAt.size(); ++i) {
        const int word = segment.wordAt.at(i);
        if (word >= 0 && (found.isEmpty() || found.last() != word))
            found.append(word);
    }
    return found;
}

QString Paper::written(const QList<int> &words) const
{
    QStringList texts;
    for (const int word : words)
        texts.append(m_words.at(word).text);
    return texts.join(u' ');
}

Evidence notShown(const Fact &fact)
{
    Evidence evidence;
    evidence.fact = fact;
    return evidence;
}

namespace {

/// Two words of a hit in one box: in one line, without the digits of anything else between them.
bool standTogether(const Paper &paper, int first, int second)
{
    const PaperSegment &segment = paper.segment(paper.words().at(first).segment);
    if (paper.words().at(second).segment != paper.words().at(first).segment)
        return false;
    const auto isOther = [&](int word) { return !digitsOf(paper.words().at(word).plain).isEmpty(); };
    const qsizetype from = segment.words.indexOf(first), to = segment.words.indexOf(second);
    return to <= from || std::none_of(segment.words.cbegin() + from + 1, segment.words.cbegin() + to, isOther);
}

} // namespace

Evidence evidenceAt(const Paper &paper, const Fact &fact, const Hit &hit, Verdict verdict)
{
    Evidence evidence = notShown(fact);
    if (!hit)
        return evidence;
    evidence.verdict = verdict;
    evidence.score = hit.score;
    evidence.found = paper.written(hit.words);
    while (evidence.found.endsWith(u',') || evidence.found.endsWith(u';') || evidence.found.endsWith(u':'))
        evidence.found.chop(1);
    int before = -1;
    float confidence = 1;
    for (const int index : hit.words) {
        const PaperWord &word = paper.words().at(index);
        if (before < 0 || !standTogether(paper, before, index))
            evidence.boxes.append(word.box);
        else
            evidence.boxes.last() = evidence.boxes.last().united(word.box);
        before = index;
        confidence = std::min(confidence, word.confidence);
    }
    evidence.page = paper.segment(paper.words().at(hit.words.first()).segment).page;
    if (confidence < kReadable || hit.repaired) {
        evidence.verdict = Verdict::Unreadable;
        evidence.score = std::min(evidence.score, 0.5);
    }
    return evidence;
}

} // namespace PortDesk

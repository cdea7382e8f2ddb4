// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/closerlook.h"

#include "core/evidence/paper.h"
#include "core/evidence/plaintext.h"

#include <QtMath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr float kSureWord = 0.75f;     ///< below it a word is read again
constexpr float kSureNumber = 0.89f;   ///< the same for a line with digits while a number is missing
constexpr float kClear = 0.92f;        ///< a second reading as sure is believed in its digits
constexpr float kUnbelieved = 0.3f;    ///< confidence of a line whose two readings disagree
constexpr qsizetype kLeastDigits = 5;  ///< of a line that may show a number
constexpr double kGap = 0.4;           ///< heights kept from a neighbour
constexpr double kLetter = 0.62;       ///< width of a letter in heights of its line

bool isOfDigits(FactKind kind)
{
    return kind == FactKind::Number || kind == FactKind::BillingNumber || kind == FactKind::AccountNumber || kind == FactKind::Code || kind == FactKind::Place;
}

/// From points of the upright page to 0..1 of the page as displayed.
QPointF displayed(const PageReading &page, QPointF at)
{
    const double width = page.straightSize.width(), height = page.straightSize.height();
    const double angle = qDegreesToRadians(page.skew);
    const QPointF middle(width / 2, height / 2);
    const QPointF from = at - middle;
    at = middle + QPointF(from.x() * std::cos(angle) - from.y() * std::sin(angle), from.x() * std::sin(angle) + from.y() * std::cos(angle));
    switch (page.quarterTurns) {
    case 1:
        return {at.y() / height, 1 - at.x() / width};
    case 2:
        return {1 - at.x() / width, 1 - at.y() / height};
    case 3:
        return {1 - at.y() / height, at.x() / width};
    default:
        return {at.x() / width, at.y() / height};
    }
}

QRectF displayed(const PageReading &page, const QRectF &box)
{
    QRectF all;
    for (const QPointF &corner : {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()}) {
        const QPointF at = displayed(page, corner);
        all = all.isNull() ? QRectF(at, QSizeF(1e-9, 1e-9)) : QRectF(QPointF(std::min(all.left(), at.x()), std::min(all.top(), at.y())), QPointF(std::max(all.right(), at.x()), std::max(all.bottom(), at.y())));
    }
    return all.intersected(QRectF(0, 0, 1, 1));
}

/// Whether a word would come into the picture of a line, be it with the tips of its letters.
bool sharesHeight(const QRectF &a, const QRectF &b)
{
    return std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top()) > -0.25 * std::min(a.height(), b.height());
}

/// From the word before to the word behind, whatever line they were put into.
QRectF betweenNeighbours(const PageReading &page, const QList<int> &own, const QRectF &box)
{
    double left = 0, right = page.straightSize.width();
    for (int i = 0; i < page.words.size(); ++i) {
        const QRectF &other = page.words.at(i).straight;
        if (own.contains(i) || !sharesHeight(box, other))
            continue;
        if (other.center().x() < box.left())
            left = std::max(left, other.right());
        else if (other.center().x() > box.right())
            right = std::min(right, other.left());
    }
    const double gap = kGap * box.height();
    return {QPointF(std::min(box.left(), left + gap), box.top()), QPointF(std::max(box.right(), right - gap), box.bottom())};
}

float leastConfidence(const PageReading &page, const QList<int> &words)
{
    float least = 1;
    for (const int word : words)
        least = std::min(least, page.words.at(word).confidence);
    return least;
}

QString textOf(const PageReading &page, const QList<int> &words)
{
    QStringList texts;
    for (const int word : words)
        texts.append(page.words.at(word).text);
    return texts.join(u' ');
}

/// The words of a second reading, put where they may stand: only the line as a whole was measured.
QList<ReadWord> spread(const PageReading &page, const DoubtfulLine &line, const ReadWord &seen)
{
    QRectF old;
    for (const int word : line.words)
        old = old.united(page.words.at(word).straight);
    const QStringList texts = seen.text.split(u' ', Qt::SkipEmptyParts);
    const double room = std::min(std::max(old.width(), double(seen.text.size()) * kLetter * old.height()), line.straight.right() - old.left());
    const double letter = room / double(std::max<qsizetype>(1, seen.text.size()));
    QList<ReadWord> words;
    double x = old.left();
    for (qsizetype i = 0; i < texts.size(); ++i) {
        QRectF straight(x, old.top(), double(texts.at(i).size()) * letter, old.height());
        if (texts.size() == line.words.size())
            straight = page.words.at(line.words.at(i)).straight;
        words.append({texts.at(i), displayed(page, straight), straight, seen.confidence, i + 1 < texts.size()});
        x += double(texts.at(i).size() + 1) * letter;
    }
    return words;
}

} // namespace

QList<DoubtfulLine> doubtfulLines(const PageReading &page, const QList<Evidence> &evidence)
{
    const auto isOpen = [](const Evidence &e) { return e.verdict != Verdict::Match; };
    if (page.source != TextSource::Ocr || std::none_of(evidence.cbegin(), evidence.cend(), isOpen))
        return {};
    const bool digitsMissing = std::any_of(evidence.cbegin(), evidence.cend(), [&](const Evidence &e) { return isOpen(e) && isOfDigits(e.fact.kind); });
    QList<std::pair<float, DoubtfulLine>> found;
    const Paper paper({page});
    for (const PaperSegment &segment : paper.segments()) {
        DoubtfulLine line;
        for (const int word : segment.words)
            line.words.append(paper.words().at(word).read);
        const float least = leastConfidence(page, line.words);
        const bool number = digitsMissing && digitsOf(segment.text).size() >= kLeastDigits;
        if (least >= (number ? kSureNumber : kSureWord))
            continue;
        QRectF box;
        for (const int word : std::as_const(line.words))
            box = box.united(page.words.at(word).straight);
        line.straight = betweenNeighbours(page, line.words, box);
        line.box = displayed(page, line.straight);
        found.append({least, line});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<DoubtfulLine> lines;
    for (qsizetype i = 0; i < found.size() && i < kMostLines; ++i)
        lines.append(found.at(i).second);
    return lines;
}

namespace {

enum class Believed { First, Second, Neither };

/// Which of two readings of a line is believed. Digits are never guessed: where they disagree the second one must be clear.
Believed believed(const QString &firstText, float first, const ReadWord &second)
{
    const QString digits = digitsOf(plainText(second.text));
    if (second.text.isEmpty())
        return Believed::First;
    if (digits == digitsOf(plainText(firstText)))
        return second.confidence > first ? Believed::Second : Believed::First;
    if (second.confidence >= kClear)
        return Believed::Second;
    if (first >= kSureWord && second.confidence >= kSureWord)
        return Believed::Neither;
    if (second.confidence <= first)
        return Believed::First;
    return digits.size() >= kLeastDigits ? Believed::Neither : Believed::Second;
}

} // namespace

PageReading withCloserLook(const PageReading &page, const QList<DoubtfulLine> &lines, const QList<ReadWord> &seen)
{
    PageReading better = page;
    QList<bool> replaced(page.words.size(), false);
    for (qsizetype i = 0; i < lines.size() && i < seen.size(); ++i) {
        const DoubtfulLine &line = lines.at(i);
        const float first = leastConfidence(page, line.words);
        const Believed result = believed(textOf(page, line.words), first, seen.at(i));
        if (result == Believed::First)
            continue;
        ReadWord second = seen.at(i);
        if (result == Believed::Neither)
            second.confidence = kUnbelieved;
        for (const int word : line.words)
            replaced[word] = true;
        better.words += spread(page, line, second);
    }
    QList<ReadWord> kept;
    for (qsizetype i = 0; i < better.words.size(); ++i) {
        if (i >= replaced.size() || !replaced.at(i))
            kept.append(better.words.at(i));
    }
    better.words = kept;
    return better;
}

} // namespace PortDesk

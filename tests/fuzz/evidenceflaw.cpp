// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidenceof.h"
#include "core/numbers/numberparser.h"
#include "tests/fuzz/targets.h"
#include "tests/kit/typedpage.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace PortDesk::Fuzz {

namespace {

constexpr qsizetype kMostFacts = 6;
constexpr qsizetype kMostLines = 60;

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.digitValue() >= 0)
            digits += QChar(u'0' + c.digitValue());
    }
    return digits;
}

/// "number|+493023125017|DE".
Fact factOf(const QString &line)
{
    const QStringList parts = line.split(u'|');
    Fact fact;
    for (int kind = 0; kind <= int(FactKind::Code); ++kind) {
        if (factKindKey(FactKind(kind)) == parts.value(0))
            fact.kind = FactKind(kind);
    }
    fact.id = parts.value(0);
    fact.expected = parts.value(1);
    fact.country = parts.value(2, u"DE"_s);
    fact.day = QDate::fromString(fact.expected, Qt::ISODate);
    return fact;
}

/// "@10,20,30,40 word": a word in points.
void addPlaced(PageReading &page, const QString &line)
{
    const QStringList box = line.section(u' ', 0, 0).mid(1).split(u',');
    const auto at = [&](int i) { return box.value(i).toDouble(); };
    const QRectF straight(at(0), at(1), at(2), at(3));
    for (int i = 0; i < 4; ++i) {
        if (!(std::abs(at(i)) < 1e10) || (i > 1 && at(i) < 0))
            return; // refused by the protocol
    }
    const QRectF unit = QRectF(at(0) / 595, at(1) / 842, at(2) / 595, at(3) / 842).intersected(QRectF(0, 0, 1, 1));
    page.words.append({line.section(u' ', 1), unit, straight, box.size() > 4 ? float(qBound(0.0, at(4), 1.0)) : 1, true});
}

PageReading pageOf(const QStringList &lines, TextSource source)
{
    QStringList typed;
    for (const QString &line : lines)
        typed.append(line.startsWith(u'@') ? QString() : line);
    PageReading page = Test::typedPage(typed, source, source == TextSource::Ocr ? 0.96F : 1);
    for (const QString &line : lines) {
        if (line.startsWith(u'@'))
            addPlaced(page, line);
    }
    return page;
}

/// Whether a box lies within what the words take up together. QRectF's own sums leave empty boxes out.
bool isAmong(const QList<ReadWord> &words, const QRectF &box)
{
    constexpr double slack = 0.001;
    double left = 1e10, top = 1e10, right = -1e10, bottom = -1e10;
    for (const ReadWord &word : words) {
        left = std::min(left, word.box.left());
        top = std::min(top, word.box.top());
        right = std::max(right, word.box.right());
        bottom = std::max(bottom, word.box.bottom());
    }
    return box.left() >= left - slack && box.top() >= top - slack && box.right() <= right + slack && box.bottom() <= bottom + slack;
}

QString flawOf(const Evidence &evidence, const PageReading &page)
{
    for (const QRectF &box : evidence.boxes) {
        if (evidence.verdict != Verdict::NotShown && !isAmong(page.words, box))
            return u"a place beside the words"_s;
    }
    if (evidence.verdict != Verdict::Match)
        return {};
    if (evidence.page != 0)
        return u"a match on a page that is not there"_s;
    const bool number = evidence.fact.kind == FactKind::Number || evidence.fact.kind == FactKind::BillingNumber;
    if (!number || page.source == TextSource::Ocr)
        return {};
    if (digitsOf(evidence.found).isEmpty())
        return u"a number matches without digits"_s;
    // A range covers numbers it does not write; everything else shows the last digits of what was asked for.
    const QString last = digitsOf(evidence.fact.expected).right(4);
    const bool written = digitsOf(evidence.found).contains(last);
    static const QRegularExpression between(u"[\\p{L}\\p{Pd}/~…]"_s); // "-", "to", "bis"
    const bool range = looksLikeRange(evidence.found) || evidence.found.contains(between);
    return written || range ? QString() : u"a match without its digits: %1 in %2"_s.arg(evidence.fact.expected, evidence.found);
}

} // namespace

QString evidenceFlaw(const QByteArray &bytes)
{
    QStringList lines = QString::fromUtf8(bytes).split(u'\n').mid(0, kMostLines);
    const qsizetype empty = qMax<qsizetype>(0, lines.indexOf(QString()));
    QList<Fact> facts;
    for (const QString &line : lines.mid(0, qMin(empty, kMostFacts)))
        facts.append(factOf(line));
    const PageReading page = pageOf(lines.mid(empty), bytes.startsWith("code") ? TextSource::Ocr : TextSource::Layer);
    const QList<Evidence> found = evidenceOf(facts, {page}, QDate(2026, 11, 23));
    if (found.size() != facts.size())
        return u"%1 facts, %2 answers"_s.arg(facts.size()).arg(found.size());
    for (qsizetype i = 0; i < facts.size(); ++i) {
        if (found.at(i).fact != facts.at(i))
            return u"the answer to another fact"_s;
        if (const QString flaw = flawOf(found.at(i), page); !flaw.isEmpty())
            return flaw;
    }
    return {};
}

} // namespace PortDesk::Fuzz

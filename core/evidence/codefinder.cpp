// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/codefinder.h"

#include "core/cases/ownername.h"
#include "core/evidence/phonestretches.h"
#include "core/evidence/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qsizetype kTelling = 6;    ///< a shorter account number may stand anywhere by chance
constexpr qsizetype kMostGroups = 8; ///< words an account number is written in

bool hasDigit(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
}

bool allDigits(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
}

/// One word of a segment, from character `from` on.
struct Group {
    qsizetype from = 0, to = 0;
    QString kept;
    bool afterGap = false; ///< a wide gap stands before it
};

QList<Group> groupsOf(const QString &text, qsizetype from)
{
    QList<Group> groups;
    bool gap = false;
    for (qsizetype i = from; i < text.size();) {
        if (text.at(i) == u' ' || text.at(i) == u'\t') {
            gap = gap || text.at(i++) == u'\t';
            continue;
        }
        qsizetype end = i;
        while (end < text.size() && text.at(end) != u' ' && text.at(end) != u'\t')
            ++end;
        // "Kundennummer:4711" is a label and a value
        const qsizetype colon = text.lastIndexOf(u':', end - 1);
        const qsizetype begin = colon >= i ? colon + 1 : i;
        const QString kept = lettersAndDigits(QStringView(text).mid(begin, end - begin));
        if (!kept.isEmpty())
            groups.append({begin, end, kept, std::exchange(gap, false)});
        i = end;
    }
    return groups;
}

/// True when more of the number follows or leads: digits beside digits.
bool continues(const QList<Group> &groups, qsizetype first, qsizetype end, const QString &wanted)
{
    const bool before = first > 0 && !groups.at(first).afterGap && allDigits(groups.at(first - 1).kept) && wanted.front().isDigit();
    const bool after = end < groups.size() && !groups.at(end).afterGap && allDigits(groups.at(end).kept) && wanted.back().isDigit();
    return before || after;
}

} // namespace

Hit CodeFinder::inSegment(int index, qsizetype from, const QString &wanted) const
{
    const PaperSegment &segment = m_paper.segment(index);
    const bool scan = m_paper.source(segment.page) == TextSource::Ocr;
    for (const bool repair : {false, true}) {
        if (repair && !scan)
            break;
        const QString text = repair ? withDigitsRepaired(segment.text) : segment.text;
        const QList<Group> groups = groupsOf(text, from);
        for (qsizetype first = 0; first < groups.size(); ++first) {
            QString joined;
            for (qsizetype last = first; last < groups.size() && last < first + kMostGroups && joined.size() < wanted.size(); ++last) {
                joined += groups.at(last).kept;
                if (joined == wanted && !continues(groups, first, last + 1, wanted))
                    return {m_paper.wordsIn(segment, groups.at(first).from, groups.at(last).to), 1, repair};
            }
        }
    }
    return {};
}

Hit CodeFinder::written(const QString &wanted, bool atLabelOnly) const
{
    Hit repaired;
    const auto take = [&repaired](const Hit &hit) {
        if (hit && hit.repaired && !repaired)
            repaired = hit;
        return hit && !hit.repaired;
    };
    for (const LabelHit &label : m_labels) {
        if (label.label != Label::Account)
            continue;
        const auto places = valuesOf(m_paper, label);
        for (const LabelValue &place : places) {
            if (const Hit hit = inSegment(place.segment, place.from, wanted); take(hit))
                return hit;
        }
    }
    for (int i = 0; i < m_paper.segments().size() && !atLabelOnly; ++i) {
        if (const Hit hit = inSegment(i, 0, wanted); take(hit))
            return hit;
    }
    return repaired;
}

/// What stands at the label of the account number: the words with digits, without what follows.
Hit CodeFinder::atLabel(const QString &wanted) const
{
    Hit best;
    for (const LabelHit &label : m_labels) {
        if (label.label != Label::Account)
            continue;
        const auto places = valuesOf(m_paper, label);
        for (const LabelValue &place : places) {
            const PaperSegment &segment = m_paper.segment(place.segment);
            QString shown;
            qsizetype from = -1, to = -1;
            const QList<Group> groups = groupsOf(segment.text, place.from);
            for (const Group &group : groups) {
                if (!hasDigit(group.kept) || (from >= 0 && group.afterGap))
                    break;
                from = from < 0 ? group.from : from;
                to = group.to;
                shown += group.kept;
            }
            if (shown.size() < 3)
                continue;
            const int distance = editDistance(shown, wanted, 2);
            if (distance <= 2 || !best) {
                best = {m_paper.wordsIn(segment, from, to), distance <= 2 ? 0.5 : 0.3, false};
                if (distance <= 2)
                    return best;
            }
            break;
        }
    }
    return best;
}

/// The same code with one character changed, anywhere.
Hit CodeFinder::near(const QString &wanted) const
{
    for (int i = 0; i < m_paper.segments().size() && wanted.size() > kTelling; ++i) {
        const QList<Group> groups = groupsOf(m_paper.segment(i).text, 0);
        for (qsizetype first = 0; first < groups.size(); ++first) {
            QString joined;
            for (qsizetype last = first; last < groups.size() && last < first + kMostGroups && joined.size() < wanted.size(); ++last) {
                joined += groups.at(last).kept;
                if (joined.size() == wanted.size() && editDistance(joined, wanted, 1) == 1 && !continues(groups, first, last + 1, wanted))
                    return {m_paper.wordsIn(m_paper.segment(i), groups.at(first).from, groups.at(last).to), 0.5, false};
            }
        }
    }
    return {};
}

Evidence CodeFinder::findAccount(const Fact &fact) const
{
    const QString wanted = lettersAndDigits(plainText(fact.expected));
    if (wanted.isEmpty())
        return notShown(fact);
    Hit hit = written(wanted, wanted.size() < kTelling);
    const bool match = bool(hit);
    if (!match)
        hit = near(wanted);
    if (!hit)
        hit = atLabel(wanted);
    Evidence evidence = evidenceAt(m_paper, fact, hit, match ? Verdict::Match : Verdict::Differs);
    evidence.value = evidence.found;
    while (!evidence.value.isEmpty() && !evidence.value.back().isLetterOrNumber())
        evidence.value.chop(1);
    return evidence;
}

Evidence CodeFinder::findCode(const Fact &fact) const
{
    const QString wanted = lettersAndDigits(plainText(fact.expected));
    if (wanted.isEmpty())
        return notShown(fact);
    // The country in front of a number for value added tax is written or left out.
    QStringList forms{wanted};
    const QString country = plainText(fact.country);
    if (wanted.startsWith(country) && wanted.size() > kTelling + 2)
        forms.append(wanted.mid(country.size()));
    else if (wanted.size() > kTelling)
        forms.append(country + wanted);
    for (const QString &form : std::as_const(forms)) {
        if (const Hit hit = written(form, false)) {
            Evidence evidence = evidenceAt(m_paper, fact, hit, Verdict::Match);
            evidence.value = evidence.found;
            return evidence;
        }
    }
    Evidence evidence = evidenceAt(m_paper, fact, near(wanted), Verdict::Differs);
    evidence.value = evidence.found;
    return evidence;
}

} // namespace PortDesk

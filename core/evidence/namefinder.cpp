// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/namefinder.h"

#include "core/cases/ownername.h"
#include "core/evidence/plaintext.h"
#include "core/evidence/streetkey.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qsizetype kLooseWords = 4; ///< words that may stand between those of a name
constexpr qsizetype kCodeDigits = 3; ///< a line with as many digits is no name ("o.o." may be read as "0.0.")
constexpr qsizetype kShortLine = 7;  ///< words of a line that is a name rather than a sentence

/// Legal forms under one name each, plain; longer spellings and single letters ("s.a.r.l.") fall together.
const QHash<QString, QString> &legalForms()
{
    static const QHash<QString, QString> forms = [] {
        QHash<QString, QString> made;
        for (const char *row : {"ltd limited", "plc", "llc", "llp", "inc incorporated", "corp corporation", "co company cie", "gmbh mbh", "ag aktiengesellschaft", "kg", "ohg", "gbr", "ug haftungsbeschrankt",
                                "ek ekfr ekfm", "ev", "se", "sa", "sas sasu", "sarl", "eurl", "sci", "snc", "srl srls", "spa", "sl slu", "sau", "scp", "bv", "nv", "vof", "cv", "lda limitada", "unipessoal",
                                "spzoo sp zoo", "ab", "as", "aps", "oy", "kft", "sro", "doo", "pty", "pte", "gesellschaft", "beschrankter", "haftung"}) {
            const QStringList words = QString::fromLatin1(row).split(u' ');
            for (const QString &word : words)
                made.insert(word, words.first());
        }
        return made;
    }();
    return forms;
}

bool isSilent(const QString &token)
{
    static const QSet<QString> words{u"and"_s, u"und"_s, u"et"_s, u"y"_s, u"e"_s, u"en"_s, u"i"_s, u"the"_s, u"mit"_s,
                                     u"mr"_s, u"mrs"_s, u"ms"_s, u"miss"_s, u"dr"_s, u"prof"_s, u"herr"_s, u"herrn"_s, u"frau"_s, u"firma"_s, u"m"_s, u"mme"_s, u"mlle"_s,
                                     u"sr"_s, u"sra"_s, u"d"_s, u"dna"_s, u"don"_s, u"dona"_s, u"sig"_s, u"sigra"_s, u"dott"_s, u"ing"_s, u"dhr"_s, u"mevr"_s, u"mw"_s, u"pan"_s, u"pani"_s};
    return words.contains(token);
}

/// Letters that stand alone belong together: "S. A. R. L.", "sp. z o.o.".
QList<PaperToken> joinedLetters(const QList<PaperToken> &tokens)
{
    QList<PaperToken> joined;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        qsizetype end = i;
        QString letters;
        while (end < tokens.size() && end - i < 5 && (tokens.at(end).text.size() == 1 || tokens.at(end).text == "sp"_L1))
            letters += tokens.at(end++).text;
        bool taken = false;
        for (; end > i + 1 && !taken; --end, letters.chop(1)) {
            if (legalForms().contains(letters)) {
                joined.append({letters, letters, tokens.at(i).word, tokens.at(i).segment});
                i = end - 1;
                taken = true;
            }
        }
        if (!taken)
            joined.append(tokens.at(i));
    }
    return joined;
}

struct WantedName {
    QList<PaperToken> core;
    QSet<QString> legal;

    explicit WantedName(const QString &text)
    {
        const QList<PaperToken> tokens = joinedLetters(typedTokens(text));
        for (const PaperToken &token : tokens) {
            if (legalForms().contains(token.text))
                legal.insert(legalForms().value(token.text));
            else if (!isSilent(token.text))
                core.append(token);
        }
        if (core.isEmpty())
            core = tokens;
    }
};

bool isSame(const PaperToken &a, const PaperToken &b)
{
    return a.text == b.text || a.other == b.other || a.text == b.other || a.other == b.text;
}

/// Close to it, but not the same: one letter changed in a word of four or more, two in one of eight or more.
bool isClose(const PaperToken &a, const PaperToken &b)
{
    const qsizetype size = std::min(a.text.size(), b.text.size());
    if (size < 4 || std::any_of(a.text.cbegin(), a.text.cend(), [](QChar c) { return c.isDigit(); }))
        return false;
    const int limit = size >= 8 ? 2 : 1;
    return editDistance(a.text, b.text, limit) <= limit;
}

bool isInitial(const PaperToken &wanted, const PaperToken &shown)
{
    return shown.text.size() == 1 && wanted.text.size() > 1 && wanted.text.front() == shown.text.front();
}

struct Try {
    QList<qsizetype> exact, close, initial; ///< indexes of tokens
    qsizetype letters = 0, exactLetters = 0;
    qsizetype missing = 0;
    /// A name without a letter is nowhere, not everywhere.
    bool complete() const { return missing == 0 && exact.size() + close.size() + initial.size() > 0; }
};

/// The name in a list of words, from token `from` on, within the reach of a name.
Try tryAt(const QList<PaperToken> &tokens, qsizetype from, const WantedName &wanted)
{
    Try result;
    QSet<qsizetype> used;
    const qsizetype end = std::min(tokens.size(), from + wanted.core.size() + kLooseWords);
    for (qsizetype w = 0; w < wanted.core.size(); ++w) {
        const PaperToken &want = wanted.core.at(w);
        result.letters += want.text.size();
        const auto take = [&](auto fits, QList<qsizetype> &into) {
            for (qsizetype i = from; i < end; ++i) {
                if (!used.contains(i) && fits(want, tokens.at(i))) {
                    used.insert(i);
                    into.append(i);
                    return true;
                }
            }
            return false;
        };
        if (take(isSame, result.exact))
            result.exactLetters += want.text.size();
        else if (!take(isClose, result.close) && (w + 1 == wanted.core.size() || !take(isInitial, result.initial)))
            ++result.missing;
    }
    return result;
}

/// The legal forms that follow the words of a name at once.
QSet<QString> formsAfter(const QList<PaperToken> &tokens, qsizetype last)
{
    QSet<QString> forms;
    for (qsizetype i = last + 1; i < tokens.size() && i < last + 6; ++i) {
        if (isSilent(tokens.at(i).text) || tokens.at(i).text == "z"_L1)
            continue;
        if (!legalForms().contains(tokens.at(i).text))
            break;
        forms.insert(legalForms().value(tokens.at(i).text));
    }
    return forms;
}

/// The words of a segment and of the one below, a word parted by a hyphen at the line's end put together.
QList<PaperToken> windowOf(const Paper &paper, const PaperSegment &segment)
{
    QList<PaperToken> tokens = joinedLetters(segment.tokens);
    if (segment.below < 0 || tokens.isEmpty())
        return tokens;
    const QList<PaperToken> below = joinedLetters(paper.segment(segment.below).tokens);
    if (segment.text.endsWith(u'-') && !below.isEmpty()) {
        const PaperToken &end = tokens.last();
        tokens.append({end.text + below.first().text, end.other + below.first().other, end.word, end.segment});
    }
    return tokens + below;
}

bool isOfForm(const QString &token)
{
    return legalForms().contains(token) || token == "z"_L1;
}

/// The words of a name with what stands between them in each line ("Miller & Sons").
QList<int> wholeLines(const Paper &paper, const QList<int> &words)
{
    QMap<int, QSet<int>> bySegment;
    for (const int word : words)
        bySegment[paper.words().at(word).segment].insert(word);
    QList<int> whole;
    for (auto it = bySegment.cbegin(); it != bySegment.cend(); ++it) {
        const QList<int> &line = paper.segment(it.key()).words;
        qsizetype first = line.size(), last = -1;
        for (qsizetype i = 0; i < line.size(); ++i) {
            if (it->contains(line.at(i))) {
                first = std::min(first, i);
                last = i;
            }
        }
        whole += line.mid(first, last + 1 - first);
    }
    return whole;
}

/// The letters that stand alone behind a word in its line, "z o. o.".
QList<int> singleLettersBehind(const Paper &paper, int word)
{
    const QList<int> &line = paper.segment(paper.words().at(word).segment).words;
    QList<int> letters;
    for (qsizetype i = line.indexOf(word) + 1; i < line.size() && lettersAndDigits(paper.words().at(line.at(i)).plain).size() == 1; ++i)
        letters.append(line.at(i));
    return letters;
}

struct Candidate {
    Hit hit;
    Verdict verdict = Verdict::NotShown;
};

Candidate judged(const Paper &paper, const QList<PaperToken> &tokens, const Try &found, const WantedName &wanted, bool scan)
{
    QList<qsizetype> places = found.exact + found.close + found.initial;
    std::sort(places.begin(), places.end());
    const QSet<QString> forms = formsAfter(tokens, places.last());
    const bool otherForm = !wanted.legal.isEmpty() && !forms.isEmpty() && !wanted.legal.intersects(forms);
    Candidate candidate;
    for (const qsizetype place : std::as_const(places)) {
        if (!candidate.hit.words.contains(tokens.at(place).word))
            candidate.hit.words.append(tokens.at(place).word);
    }
    for (qsizetype next = places.last() + 1; !forms.isEmpty() && next < tokens.size() && isOfForm(tokens.at(next).text); ++next)
        candidate.hit.words += QList<int>{tokens.at(next).word} + singleLettersBehind(paper, tokens.at(next).word);
    candidate.hit.words = wholeLines(paper, candidate.hit.words);
    const bool misread = !found.close.isEmpty();
    const bool differs = otherForm || misread;
    // A letter off is another name, on paper as in a scan, unless the scan itself was not sure of the word.
    const bool unsure = scan && misread && std::any_of(found.close.cbegin(), found.close.cend(), [&](qsizetype i) { return paper.words().at(tokens.at(i).word).confidence < kSureLetters; });
    candidate.verdict = otherForm || (differs && !unsure) ? Verdict::Differs : differs ? Verdict::Unreadable : Verdict::Match;
    candidate.hit.score = differs ? 0.5 : 1 - 0.1 * double(found.close.size()) - 0.1 * double(found.initial.size()) - (wanted.legal.isEmpty() || wanted.legal == forms ? 0 : 0.05);
    return candidate;
}

/// A line that shows a part of the name and is no sentence: another name at its place.
bool isNearLine(const PaperSegment &segment, const Try &found, const WantedName &wanted)
{
    return segment.tokens.size() <= kShortLine && wanted.core.size() > 1 && found.exactLetters * 2 >= found.letters - 2 && found.exactLetters >= 3;
}

/// The better of two: a match before a difference, then by score.
void keepBetter(Candidate &best, const Candidate &candidate)
{
    const bool first = best.verdict == Verdict::NotShown;
    const bool matches = candidate.verdict == Verdict::Match && best.verdict != Verdict::Match;
    if (first || matches || (candidate.verdict == best.verdict && candidate.hit.score > best.hit.score))
        best = candidate;
}

} // namespace

/// The name that stands at a label of the customer. In a form of several columns the cell at its right may be the next label.
Hit NameFinder::atLabel() const
{
    for (const LabelHit &label : m_labels) {
        const auto places = label.label == Label::Owner ? valuesOf(m_paper, label) : QList<LabelValue>();
        for (const LabelValue &place : places) {
            const PaperSegment &segment = m_paper.segment(place.segment);
            if (place.segment != label.segment && isLabelCell(place.segment))
                continue;
            if (segment.tokens.size() <= kShortLine && digitsOf(segment.text).size() < kCodeDigits)
                return {m_paper.wordsIn(segment, place.from, segment.text.size()), 0.3, false};
            break;
        }
    }
    return {};
}

/// A cell with nothing but a label in it.
bool NameFinder::isLabelCell(int segment) const
{
    const QString &text = m_paper.segment(segment).text;
    return std::any_of(m_labels.cbegin(), m_labels.cend(), [&](const LabelHit &hit) { return hit.segment == segment && hit.from <= 1 && hit.to + 2 >= text.size(); });
}

Evidence NameFinder::find(const Fact &fact) const
{
    const WantedName wanted(fact.expected);
    Candidate best;
    Hit near;
    for (const PaperSegment &segment : m_paper.segments()) {
        const bool scan = m_paper.source(segment.page) == TextSource::Ocr;
        const QList<PaperToken> tokens = windowOf(m_paper, segment);
        for (qsizetype from = 0; from < segment.tokens.size() && from < tokens.size(); ++from) {
            const Try found = tryAt(tokens, from, wanted);
            if (found.complete())
                keepBetter(best, judged(m_paper, tokens, found, wanted, scan));
            else if (!near && fact.kind != FactKind::CarrierName && isNearLine(segment, found, wanted))
                near = {segment.words, 0.4, false};
        }
    }
    if (best.verdict == Verdict::NotShown)
        best = {!near && fact.kind == FactKind::Owner ? atLabel() : near, Verdict::Differs};
    Evidence evidence = evidenceAt(m_paper, fact, best.hit, best.verdict);
    evidence.value = evidence.found;
    return evidence;
}

} // namespace PortDesk

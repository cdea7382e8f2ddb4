// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/phonefinder.h"

#include "core/cases/ownername.h"
#include "core/evidence/phonestretches.h"
#include "core/evidence/plaintext.h"
#include "core/numbers/numberparser.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qsizetype kLongest = 17;   ///< digits of a number with an international prefix
constexpr qsizetype kNearLength = 8; ///< shorter numbers have too many neighbours
constexpr qsizetype kVaries = 4;     ///< last digits in which the numbers of a range differ
constexpr qsizetype kShortestLocal = 5, kLongestLocal = 8, kLongestCode = 5; ///< digits without an area code
constexpr double kInTwoParts = 0.95; ///< score of a number whose area code stands elsewhere

bool isPhone(const Fact &fact)
{
    return fact.kind == FactKind::Number || fact.kind == FactKind::BillingNumber;
}

QString significant(const PhoneNumber &phone)
{
    return phone.e164.mid(1 + QString::number(callingCode(phone.country)).size());
}

/// One of the last `own` digits changed, left out or doubled, or two neighbours in the wrong order.
bool isNear(const QString &a, const QString &b, qsizetype own)
{
    const qsizetype prefix = b.size() - own;
    if (a.left(prefix) != b.left(prefix))
        return false;
    if (a.size() != b.size())
        return a.size() >= kNearLength + 1 && qAbs(a.size() - b.size()) == 1 && editDistance(a, b, 1) == 1;
    QList<qsizetype> different;
    for (qsizetype i = 0; i < a.size() && different.size() <= 2; ++i) {
        if (a.at(i) != b.at(i))
            different.append(i);
    }
    if (different.size() == 1)
        return true;
    return different.size() == 2 && different.at(1) == different.at(0) + 1 && a.at(different.at(0)) == b.at(different.at(1))
        && a.at(different.at(1)) == b.at(different.at(0));
}

bool endsOpen(const QString &text)
{
    const QString end = text.trimmed();
    return end.endsWith(u'-') || end.endsWith(u'/') || end.endsWith(u'(');
}

/// "2. 90 98 77": characters of the row's number.
qsizetype ordinalLength(const QString &text)
{
    static const QRegularExpression form(u"^[1-9]\\d{0,2}[.)] +(?=\\d)"_s);
    return form.match(text).capturedLength();
}

/// True when a number of a line comes from a range or from a list of endings ("0100/0101") that stands there as a whole.
bool standsFor(const QString &text, const PhoneNumber &number)
{
    static const QRegularExpression endings(u"/ ?-?\\d{1,4}$"_s);
    const QString written = number.range.isEmpty() ? number.input : number.range;
    if (number.range.isEmpty() && !endings.match(written).hasMatch())
        return false;
    const qsizetype at = text.indexOf(written);
    const auto glues = [&text](qsizetype i) { return i >= 0 && i < text.size() && (text.at(i).isLetterOrNumber() || text.at(i) == u'/'); };
    return at < 0 || (!glues(at - 1) && !glues(at + written.size()));
}

/// A line of running text may break within a number; the cells of a list do not.
bool mayWrap(const QString &text)
{
    return endsOpen(text) || std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isLetter(); }) > 3;
}

} // namespace

PhoneFinder::PhoneFinder(const Paper &paper, const QList<LabelHit> &labels, const QList<Fact> &facts) : m_paper(paper), m_codes(paper, labels)
{
    for (const Fact &fact : facts) {
        if (!isPhone(fact))
            continue;
        const QStringList written = notationsOf(fact).all;
        m_asked.unite(QSet<QString>(written.cbegin(), written.cend()));
    }
    if (m_asked.isEmpty())
        return;
    for (int i = 0; i < paper.segments().size(); ++i) {
        const PaperSegment &segment = paper.segment(i);
        addSegment(segment, segment.text, false);
        addLocals(i);
        if (segment.below >= 0 && !m_codes.endsWithCode(i))
            addWrapped(segment, paper.segment(segment.below));
        if (paper.source(segment.page) == TextSource::Ocr) {
            if (const QString repaired = withDigitsRepaired(segment.text); repaired != segment.text)
                addSegment(segment, repaired, true);
        }
    }
}

PhoneFinder::Notations PhoneFinder::notationsOf(const Fact &fact)
{
    const PhoneNumber phone = parseNumber(fact.expected, fact.country);
    const QString nsn = significant(phone);
    const QString code = QString::number(callingCode(phone.country));
    if (phone.e164.isEmpty() || phone.country.isEmpty())
        return {{}, {digitsOf(plainText(fact.expected))}, digitsOf(fact.expected).size()};
    Notations made;
    made.own = nsn.size();
    made.international = {code + nsn};
    QStringList national{nsn};
    const QString inland = digitsOf(phone.national);
    if (inland != nsn && inland.endsWith(nsn)) {
        national.append(inland);
        made.international.append(code + inland); // "+49 (0)30"
    } else if (!nsn.startsWith(u'0') && code != "1"_L1) {
        made.international.append(code + u'0' + nsn); // some write a nought where the country has none
    }
    made.all = made.international + national;
    for (const QString &prefix : {u"00"_s, u"011"_s, u"0011"_s}) {
        for (const QString &number : std::as_const(made.international))
            made.all.append(prefix + number);
    }
    return made;
}

void PhoneFinder::addSegment(const PaperSegment &segment, const QString &text, bool repaired)
{
    const QList<PhoneStretch> stretches = phoneStretches(text);
    for (const PhoneStretch &stretch : stretches)
        addRun(segment, text, {stretch.from, stretch.to}, repaired);
}

/// Numbers that may lack their area code, and each with the code that the paper states for it.
void PhoneFinder::addLocals(int index)
{
    const PaperSegment &segment = m_paper.segment(index);
    const QList<PhoneStretch> stretches = phoneStretches(segment.text);
    for (const PhoneStretch &stretch : stretches) {
        const qsizetype from = stretch.from + ordinalLength(segment.text.mid(stretch.from, stretch.to - stretch.from));
        const QString text = segment.text.mid(from, stretch.to - from);
        const QString digits = digitsOf(text);
        if (digits.size() < kShortestLocal || digits.size() > kLongestLocal || text.startsWith(u'+') || endsOpen(text))
            continue;
        Local local{digits, {}, m_paper.wordsIn(segment, from, stretch.to)};
        if (const StatedCode code = m_codes.codeFor(index, from, stretch.to); !code.digits.isEmpty()) {
            local.code = m_paper.written(code.words);
            this->index({code.digits + digits, code.words + local.words, code.plus, false, kInTwoParts});
        }
        if (!local.code.isEmpty() || m_codes.mayBePhone(index, from))
            m_locals.append(local);
    }
}

void PhoneFinder::addRun(const PaperSegment &segment, const QString &text, Piece piece, bool repaired)
{
    const QString written = text.mid(piece.from, piece.to - piece.from);
    if (endsOpen(written))
        return; // "030 23125-": the rest stands elsewhere
    index({digitsOf(written), m_paper.wordsIn(segment, piece.from, piece.to), written.contains(u'+'), repaired});
}

void PhoneFinder::addWrapped(const PaperSegment &upper, const PaperSegment &lower)
{
    const QString end = upper.text.trimmed();
    if (end.isEmpty() || (!end.back().isDigit() && end.back() != u')' && !endsOpen(end)) || !mayWrap(end))
        return;
    // A blank keeps the digits of the two lines apart, so what belongs to neither number stays outside.
    qsizetype from = upper.text.size();
    while (from > 0 && (upper.text.at(from - 1).isDigit() || u" ()-./+"_s.contains(upper.text.at(from - 1))))
        --from;
    qsizetype to = 0;
    while (to < lower.text.size() && (lower.text.at(to).isDigit() || u" ()-./"_s.contains(lower.text.at(to))))
        ++to;
    const bool glued = (from > 0 && upper.text.at(from - 1).isLetter() && upper.text.at(from).isDigit()) || (to < lower.text.size() && lower.text.at(to).isLetter() && to > 0 && lower.text.at(to - 1).isDigit());
    if (to == 0 || glued || from == upper.text.size())
        return;
    const QString joined = upper.text.mid(from) + u' ' + lower.text.left(to);
    const QString digits = digitsOf(joined);
    const bool parted = phoneStretches(joined).size() != 1; // "0221" above a date
    if (parted || digits.size() > kLongest || digitsOf(lower.text.left(to)).isEmpty())
        return;
    index({digits, m_paper.wordsIn(upper, from, upper.text.size()) + m_paper.wordsIn(lower, 0, to), joined.contains(u'+'), false});
}

void PhoneFinder::index(const Run &run)
{
    if (run.digits.size() > kLongest || run.words.isEmpty())
        return;
    m_byDigits.insert(run.digits, int(m_runs.size()));
    m_runs.append(run);
}

Hit PhoneFinder::written(const Notations &notations) const
{
    Hit best;
    for (const QString &notation : notations.all) {
        for (auto it = m_byDigits.constFind(notation); it != m_byDigits.cend() && it.key() == notation; ++it) {
            const Run &run = m_runs.at(it.value());
            if (run.plus && !notations.international.contains(notation))
                continue;
            const double score = run.repaired ? 0.5 : run.score;
            if (!best || score > best.score || (score == best.score && run.words.first() < best.words.first()))
                best = {run.words, score, run.repaired};
        }
    }
    return best;
}

Hit PhoneFinder::nearTo(const Notations &notations) const
{
    for (const Run &run : m_runs) {
        if (run.repaired || m_asked.contains(run.digits) || run.digits.size() < kNearLength)
            continue;
        for (const QString &notation : notations.all) {
            if ((!run.plus || notations.international.contains(notation)) && isNear(run.digits, notation, notations.own))
                return {run.words, 0.5, false};
        }
    }
    return {};
}

void PhoneFinder::readRanges(const QString &country, const QString &stem)
{
    static const QRegularExpression form(u"\\d[\\d()/ ]*(?:-|\\.{2,}|\u2026|[x*]{1,}|/|\\b(?:bis|to|thru|through|a|al|au|do|tot|t/m|ate|hasta|jusqu'a|fino)\\b)"_s);
    QHash<QString, RangeHit> &known = m_ranges[country + u':' + stem];
    const auto take = [&](const QString &text, const QList<int> &words) {
        const ParsedNumbers parsed = parseNumbers(text, country);
        for (const PhoneNumber &number : parsed.numbers) {
            if (number.possible && !known.contains(number.e164) && standsFor(text, number))
                known.insert(number.e164, {words});
        }
    };
    for (const PaperSegment &segment : m_paper.segments()) {
        if (!digitsOf(segment.text).contains(stem))
            continue;
        if (form.match(segment.text).hasMatch())
            take(m_paper.written(segment.words), segment.words);
        if (segment.below >= 0 && endsOpen(segment.text)) {
            const QList<int> words = segment.words + m_paper.segment(segment.below).words;
            take(m_paper.written(words), words);
        }
    }
}

Hit PhoneFinder::inRange(const Fact &fact)
{
    const PhoneNumber phone = parseNumber(fact.expected, fact.country);
    const QString nsn = significant(phone);
    if (nsn.size() < kVaries + 3)
        return {};
    const QString stem = nsn.chopped(kVaries);
    if (!m_ranges.contains(phone.country + u':' + stem))
        readRanges(phone.country, stem);
    const auto &known = m_ranges[phone.country + u':' + stem];
    const auto found = known.constFind(phone.e164);
    if (found == known.cend())
        return {};
    Hit hit{{}, 0.9, false};
    for (const int word : found->words) {
        const QString &plain = m_paper.words().at(word).plain;
        const bool digits = std::any_of(plain.cbegin(), plain.cend(), [](QChar c) { return c.isDigit(); });
        if (digits || plain.size() <= 3)
            hit.words.append(word);
    }
    return hit;
}

/// Not shown, but with the place of what would be its local part.
Evidence PhoneFinder::withoutCode(const Fact &fact) const
{
    const QString nsn = significant(parseNumber(fact.expected, fact.country));
    for (const Local &local : m_locals) {
        const qsizetype code = nsn.size() - local.digits.size();
        if (code < 1 || code > kLongestCode || !nsn.endsWith(local.digits))
            continue;
        Evidence evidence = evidenceAt(m_paper, fact, {local.words, 0, false}, Verdict::NotShown);
        evidence.verdict = Verdict::NotShown;
        evidence.remark = local.code.isEmpty() ? QCoreApplication::translate("Evidence", "The local part %1 is shown, without the area code.").arg(evidence.found)
                                               : QCoreApplication::translate("Evidence", "The local part %1 is shown, with the area code %2.").arg(evidence.found, local.code);
        return evidence;
    }
    return notShown(fact);
}

Evidence PhoneFinder::find(const Fact &fact)
{
    const Notations notations = notationsOf(fact);
    Hit hit = written(notations);
    if (!hit || hit.repaired) {
        if (const Hit range = inRange(fact))
            hit = range;
    }
    if (hit) {
        Evidence evidence = evidenceAt(m_paper, fact, hit, Verdict::Match);
        evidence.value = fact.expected;
        return evidence;
    }
    const Hit near = nearTo(notations);
    if (!near)
        return withoutCode(fact);
    Evidence evidence = evidenceAt(m_paper, fact, near, Verdict::Differs);
    evidence.value = parseNumber(evidence.found, fact.country).e164;
    return evidence;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/addressfinder.h"

#include "core/evidence/plaintext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kBlockLines = 6;          ///< an address is not longer
constexpr qsizetype kLongestStreet = 8; ///< words

QString addressId(const Fact &fact)
{
    return fact.id.section(u':', 1);
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
}

bool isSame(const PaperToken &a, const PaperToken &b)
{
    return a.text == b.text || a.other == b.other || a.text == b.other || a.other == b.text;
}

/// "Hauptstrabe": ß is not a letter everywhere, and recognition takes it for what looks like it.
QString withSharpS(const QString &token)
{
    static const QRegularExpression form(u"stra(?:b|8|13|l3|s)e$"_s);
    return QString(token).replace(form, u"strasse"_s);
}

QList<int> wordsOf(const QList<PaperToken> &tokens, qsizetype from, qsizetype to)
{
    QList<int> words;
    for (qsizetype i = std::max<qsizetype>(from, 0); i < to && i < tokens.size(); ++i) {
        if (!words.contains(tokens.at(i).word))
            words.append(tokens.at(i).word);
    }
    return words;
}

/// "50667 Köln": the postcode as letters and digits, and the words of the town. The postcode is what has digits, with a part in letters beside it ("NW1 6XE", "1011 AB").
void splitPlace(const Fact &fact, QString &postcode, QList<PaperToken> &locality)
{
    const QList<PaperToken> tokens = typedTokens(fact.expected);
    qsizetype end = 0;
    while (end < tokens.size() && hasDigit(tokens.at(end).text))
        postcode += tokens.at(end++).text;
    if (fact.country == "NL"_L1 && end == 1 && tokens.size() > 2 && tokens.at(1).text.size() == 2)
        postcode += tokens.at(end++).text;
    locality = tokens.mid(end);
}

} // namespace

AddressFinder::AddressFinder(const Paper &paper, const QList<LabelHit> &labels) : m_paper(paper), m_labels(labels) {}

/// "n.2 45" in a scan: the sign of "n.º", which recognition takes for a digit.
bool AddressFinder::isOrdinalSign(const QList<PaperToken> &tokens, qsizetype at) const
{
    if (at < 1 || at + 1 >= tokens.size() || tokens.at(at).text.size() != 1 || tokens.at(at - 1).text != "n"_L1 || tokens.at(at - 1).word != tokens.at(at).word)
        return false;
    const PaperToken &next = tokens.at(at + 1);
    const bool scan = m_paper.source(m_paper.segment(tokens.at(at).segment).page) == TextSource::Ocr;
    return scan && next.segment == tokens.at(at).segment && next.word != tokens.at(at).word && next.text.front().isDigit();
}

bool AddressFinder::houseBeside(const QList<PaperToken> &tokens, qsizetype from, qsizetype to, const StreetKey &wanted, StreetHit &hit) const
{
    qsizetype at = to;
    while (at < tokens.size() && at < to + 2 && (streetWord(tokens.at(at).text).isEmpty() || isOrdinalSign(tokens, at)))
        ++at;
    qsizetype next = at;
    const bool sameLine = at < tokens.size() && tokens.at(at).segment == tokens.at(to - 1).segment; // below stands the postcode
    const QString behind = sameLine ? houseNumberAt(tokens, at, &next) : QString();
    const bool isUnit = next < tokens.size() && isUnitWord(tokens.at(next).text) && next == at + 1 && behind != wanted.house; // "3. OG"
    if (!behind.isEmpty() && !isUnit) {
        hit.house = behind;
        hit.hit.words = wordsOf(tokens, from, next);
        if (behind == wanted.house)
            return true;
    }
    for (qsizetype begin = std::max<qsizetype>(0, from - 3); begin < from; ++begin) {
        qsizetype end = begin;
        const QString before = houseNumberAt(tokens, begin, &end);
        if (before.isEmpty() || end != from || (begin > 0 && isUnitWord(tokens.at(begin - 1).text)) || (!hit.house.isEmpty() && before != wanted.house))
            continue;
        hit.house = before;
        hit.hit.words = wordsOf(tokens, begin, to);
        return true;
    }
    return !hit.house.isEmpty();
}

AddressFinder::StreetHit AddressFinder::houseHit(const QList<PaperToken> &tokens, qsizetype from, qsizetype to, const StreetKey &wanted) const
{
    StreetHit hit;
    if (!houseBeside(tokens, from, to, wanted, hit))
        hit.hit.words = wordsOf(tokens, from, to);
    return hit;
}

/// How well a street is spelt; only recognition mistakes signs.
Likeness AddressFinder::likenessOf(const QString &text, const QString &other, const StreetKey &wanted, bool scan) const
{
    if (text == wanted.street || other == wanted.other || text == wanted.other || other == wanted.street)
        return Likeness::Same;
    const Likeness alike = likeness(wanted.street, text);
    return alike == Likeness::Misread && !scan ? Likeness::Close : alike;
}

AddressFinder::StreetHit AddressFinder::streetIn(int index, const StreetKey &wanted) const
{
    const PaperSegment &segment = m_paper.segment(index);
    QList<PaperToken> tokens = segment.tokens;
    if (segment.below >= 0)
        tokens += m_paper.segment(segment.below).tokens;
    const bool scan = m_paper.source(segment.page) == TextSource::Ocr;
    StreetHit best;
    for (qsizetype from = 0; from < segment.tokens.size(); ++from) {
        if (streetWord(tokens.at(from).text).isEmpty() && from + 1 < segment.tokens.size())
            continue;
        QString text, other;
        bool misread = false;
        for (qsizetype to = from; to < tokens.size() && to < from + kLongestStreet && text.size() <= wanted.street.size() + 2; ++to) {
            if (isOrdinalSign(tokens, to))
                continue;
            const QString sharp = scan ? withSharpS(tokens.at(to).text) : tokens.at(to).text;
            misread |= sharp != tokens.at(to).text;
            text += streetWord(sharp);
            other += streetWord(scan ? withSharpS(tokens.at(to).other) : tokens.at(to).other);
            Likeness alike = likenessOf(text, other, wanted, scan);
            if (misread && alike != Likeness::Other)
                alike = alike == Likeness::Same ? Likeness::Misread : Likeness::Close;
            if (alike == Likeness::Other)
                continue;
            StreetHit hit = houseHit(tokens, from, to + 1, wanted);
            hit.segment = index;
            const bool right = hit.house == wanted.house;
            hit.verdict = right && (scan || alike == Likeness::Same) ? verdictOf(alike, m_paper, hit.hit) : Verdict::Differs;
            hit.hit.score = right ? (alike == Likeness::Same ? 1 : alike == Likeness::Misread ? 0.8 : 0.6) : 0.5;
            if ((right || alike >= Likeness::Misread) && (best.segment < 0 || hit.hit.score > best.hit.score))
                best = hit;
        }
    }
    return best;
}

AddressFinder::StreetHit AddressFinder::searchStreet(const StreetKey &wanted) const
{
    StreetHit best;
    if (wanted.street.size() < 2)
        return best;
    for (int i = 0; i < m_paper.segments().size(); ++i) {
        const StreetHit hit = streetIn(i, wanted);
        if (hit.segment >= 0 && (best.segment < 0 || hit.hit.score > best.hit.score))
            best = hit;
    }
    return best;
}

QList<int> AddressFinder::block(int segment) const
{
    QList<int> lines;
    for (int i = segment, count = 0; i >= 0 && count < kBlockLines; i = m_paper.segment(i).below, ++count) {
        lines.append(i);
        for (int cell = m_paper.segment(i).right; count == 0 && cell >= 0; cell = m_paper.segment(cell).right)
            lines.append(cell);
    }
    return lines;
}

/// Where an address of the customer may stand: below the owner's name, at a label that says so.
QList<int> AddressFinder::anchored() const
{
    QList<int> lines;
    for (const int owner : m_owner)
        lines += block(owner);
    for (const LabelHit &label : m_labels) {
        if (label.label != Label::ServiceAddress && label.label != Label::Owner)
            continue;
        const QList<LabelValue> places = valuesOf(m_paper, label);
        if (!places.isEmpty())
            lines += block(places.first().segment);
        lines += block(label.segment);
    }
    QList<int> once;
    QSet<int> seen;
    for (const int line : std::as_const(lines)) {
        if (!seen.contains(line)) {
            seen.insert(line);
            once.append(line);
        }
    }
    return once;
}

/// Another street at the place of the address: the line with a number and a word, above one that begins with a postcode.
AddressFinder::StreetHit AddressFinder::otherStreet() const
{
    const QList<int> lines = anchored();
    for (const int index : lines) {
        const PaperSegment &segment = m_paper.segment(index);
        const bool label = std::any_of(m_labels.cbegin(), m_labels.cend(), [index](const LabelHit &l) { return l.segment == index; });
        if (label || segment.below < 0 || m_owner.contains(index) || segment.tokens.size() > kLongestStreet + 4)
            continue;
        const bool word = std::any_of(segment.tokens.cbegin(), segment.tokens.cend(), [](const PaperToken &t) { return t.text.size() > 3 && !hasDigit(t.text); });
        const bool number = std::any_of(segment.tokens.cbegin(), segment.tokens.cend(), [](const PaperToken &t) { return hasDigit(t.text) && t.text.size() <= 4; });
        if (word && number && hasDigit(m_paper.segment(segment.below).text))
            return {{segment.words, 0.3, false}, Verdict::Differs, index, {}};
    }
    return {};
}

Evidence AddressFinder::findStreet(const Fact &fact)
{
    StreetHit found = searchStreet(streetKey(fact.expected));
    if (found.segment < 0) {
        // The first part alone may be the name of a building: "Tower One, Main Street 5".
        const QStringList parts = fact.expected.split(u',', Qt::SkipEmptyParts);
        for (qsizetype i = 0; parts.size() > 1 && found.segment < 0 && i < parts.size(); ++i) {
            const StreetKey key = streetKey(parts.at(i).trimmed());
            if (!key.house.isEmpty() && key.street.size() > 3)
                found = searchStreet(key);
        }
    }
    if (found.segment < 0)
        found = otherStreet();
    if (found.segment < 0)
        return notShown(fact);
    m_streets.insert(addressId(fact), found.segment);
    Evidence evidence = evidenceAt(m_paper, fact, found.hit, found.verdict);
    evidence.value = evidence.found;
    return evidence;
}

QList<AddressFinder::Postcode> AddressFinder::postcodes(const QString &wanted, const QString &country) const
{
    QList<Postcode> found;
    for (int i = 0; i < m_paper.segments().size(); ++i) {
        const QList<PaperToken> &tokens = m_paper.segment(i).tokens;
        for (qsizetype from = 0; from < tokens.size(); ++from) {
            QString text;
            for (qsizetype to = from; to < tokens.size() && to < from + 3 && text.size() < wanted.size(); ++to) {
                text += tokens.at(to).text;
                const bool before = from > 0 && tokens.at(from - 1).word == tokens.at(from).word && hasDigit(tokens.at(from - 1).text);
                const bool after = to + 1 < tokens.size() && tokens.at(to + 1).word == tokens.at(to).word && hasDigit(tokens.at(to + 1).text);
                const bool plusFour = country == "US"_L1; // "10001-1234"
                if (text == wanted && !before && (!after || plusFour))
                    found.append({i, from, to + 1 - from, true});
                else if (plusFour && wanted.size() == 9 && text.size() == 5 && wanted.startsWith(text) && !before && !after)
                    found.append({i, from, to + 1 - from, true});
            }
        }
    }
    return found;
}

/// The town in one line, every word of it.
AddressFinder::Town AddressFinder::localityIn(int index, const QList<PaperToken> &wanted) const
{
    const PaperSegment &segment = m_paper.segment(index);
    const bool scan = m_paper.source(segment.page) == TextSource::Ocr;
    Town town{{}, Likeness::Same};
    for (const PaperToken &want : wanted) {
        Likeness best = Likeness::Other;
        int word = -1;
        for (const PaperToken &token : segment.tokens) {
            const Likeness alike = isSame(want, token) ? Likeness::Same : scan && !hasDigit(want.text) ? likeness(want.text, token.text) : Likeness::Other;
            if (alike > best) {
                best = alike;
                word = token.word;
            }
        }
        town.likeness = std::min(town.likeness, best);
        if (word >= 0 && !town.hit.words.contains(word))
            town.hit.words.append(word);
    }
    return town.likeness == Likeness::Other ? Town() : town;
}

AddressFinder::Town AddressFinder::localityBeside(int index, const QList<PaperToken> &wanted) const
{
    const PaperSegment &own = m_paper.segment(index);
    QList<int> near{index, own.above, own.below};
    for (int cell = own.left; cell >= 0; cell = m_paper.segment(cell).left)
        near.append(cell);
    for (int cell = own.right; cell >= 0; cell = m_paper.segment(cell).right)
        near.append(cell);
    Town best;
    for (const int segment : std::as_const(near)) {
        const Town town = segment < 0 ? Town() : localityIn(segment, wanted);
        if (town.hit && town.likeness > best.likeness)
            best = town;
    }
    return best;
}

Verdict AddressFinder::townVerdict(const Town &town) const
{
    return verdictOf(town.likeness, m_paper, town.hit);
}

/// The words of the postcode and of the town in the order of the paper.
Hit AddressFinder::joined(const Postcode &code, const Hit &town) const
{
    const PaperSegment &segment = m_paper.segment(code.segment);
    Hit hit{wordsOf(segment.tokens, code.first, code.first + code.count), 1, false};
    for (const int word : town.words) {
        if (!hit.words.contains(word))
            hit.words.append(word);
    }
    std::sort(hit.words.begin(), hit.words.end(), [this](int a, int b) {
        const PaperWord &x = m_paper.words().at(a);
        const PaperWord &y = m_paper.words().at(b);
        return std::pair(x.segment, x.straight.left()) < std::pair(y.segment, y.straight.left());
    });
    return hit;
}

Evidence AddressFinder::placeIn(const QList<int> &where, const Fact &fact, const QString &postcode, const QList<PaperToken> &locality) const
{
    if (postcode.isEmpty()) {
        Town best;
        for (const int line : where) {
            if (const Town town = localityBeside(line, locality); town.likeness > best.likeness)
                best = town;
        }
        return best.hit ? evidenceAt(m_paper, fact, best.hit, townVerdict(best)) : notShown(fact);
    }
    Evidence other = notShown(fact);
    const QList<Postcode> found = postcodes(postcode, fact.country);
    for (const Postcode &code : found) {
        if (!where.contains(code.segment))
            continue;
        const Town town = localityBeside(code.segment, locality);
        const Verdict verdict = locality.isEmpty() ? Verdict::Match : town.hit ? townVerdict(town) : Verdict::Differs;
        if (verdict == Verdict::Match)
            return evidenceAt(m_paper, fact, joined(code, town.hit), verdict);
        if (town.hit)
            other = evidenceAt(m_paper, fact, joined(code, town.hit), verdict);
        else if (other.verdict == Verdict::NotShown)
            other = evidenceAt(m_paper, fact, {m_paper.segment(code.segment).words, 0.5, false}, Verdict::Differs);
    }
    return other.verdict == Verdict::NotShown ? otherPlace(where, fact, postcode, locality) : other;
}

/// Another town at its place: the same word with another postcode, or a postcode of the same form.
Evidence AddressFinder::otherPlace(const QList<int> &where, const Fact &fact, const QString &postcode, const QList<PaperToken> &locality) const
{
    for (const int line : where) {
        const PaperSegment &segment = m_paper.segment(line);
        const bool form = std::any_of(segment.tokens.cbegin(), segment.tokens.cend(), [&](const PaperToken &t) { return t.text.size() == postcode.size() && hasDigit(t.text); });
        const bool town = !locality.isEmpty() && hasDigit(segment.text) && segment.tokens.size() <= kLongestStreet
            && std::any_of(segment.tokens.cbegin(), segment.tokens.cend(), [&](const PaperToken &t) { return isSame(t, locality.first()); });
        if (form || town)
            return evidenceAt(m_paper, fact, {segment.words, 0.4, false}, Verdict::Differs);
    }
    return notShown(fact);
}

Evidence AddressFinder::findPlace(const Fact &fact)
{
    QString postcode;
    QList<PaperToken> locality;
    splitPlace(fact, postcode, locality);
    const auto street = m_streets.constFind(addressId(fact));
    QList<int> where = street == m_streets.cend() ? anchored() : block(*street);
    if (street != m_streets.cend()) {
        for (int cell = m_paper.segment(*street).left; cell >= 0; cell = m_paper.segment(cell).left)
            where.append(cell);
        if (const int above = m_paper.segment(*street).above; above >= 0)
            where.append(above); // where the town leads
    }
    Evidence evidence = placeIn(where, fact, postcode, locality);
    evidence.value = evidence.found;
    return evidence;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/picturecheck.h"

#include "core/cases/ownername.h"
#include "core/evidence/phonestretches.h"
#include "core/evidence/plaintext.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr float kSure = 0.8f; ///< confidence from which a changed digit is one

bool isOfDigits(FactKind kind)
{
    return kind == FactKind::Number || kind == FactKind::BillingNumber || kind == FactKind::AccountNumber || kind == FactKind::Code;
}

/// What has to agree: the digits of numbers, letters and digits of everything else.
QString essence(const QString &text, FactKind kind)
{
    const QString plain = plainText(text);
    if (kind == FactKind::Number || kind == FactKind::BillingNumber)
        return digitsOf(withDigitsRepaired(plain));
    QString kept = lettersAndDigits(plain);
    // Recognition takes these for each other, in letters and in codes.
    kept.replace(u'o', u'0').replace(u'l', u'1').replace(u'i', u'1');
    return kept;
}

/// Of the words as they are: in their essence letters count as digits, and a letter of the word beside the place would be one too many.
bool sameDigits(const QString &found, const QString &seen)
{
    return digitsOf(plainText(found)) == digitsOf(plainText(seen));
}

/// Every word that was found stands in the picture in the same order, with others between: what stands inside an address that is not asked for,
/// such as a county, lies in the same rectangle. Every letter and digit counts here, but for those that recognition takes for each other.
bool seenWithMoreWords(const Evidence &evidence, const QString &seen)
{
    const QStringList found = plainText(evidence.found).split(u' ', Qt::SkipEmptyParts);
    const QStringList shown = plainText(seen).split(u' ', Qt::SkipEmptyParts);
    qsizetype next = 0;
    for (const QString &word : shown) {
        if (next < found.size() && essence(word, evidence.fact.kind) == essence(found.at(next), evidence.fact.kind))
            ++next;
    }
    return !found.isEmpty() && next == found.size();
}

enum class Agreement { Same, Unsure, Other };

Agreement agreement(const Evidence &evidence, const QString &seen, float confidence)
{
    const QString behind = essence(evidence.found, evidence.fact.kind);
    const QString shown = essence(seen, evidence.fact.kind);
    if (behind == shown || behind.isEmpty())
        return Agreement::Same;
    const int slack = isOfDigits(evidence.fact.kind) ? 1 : std::max(1, int(behind.size()) / 6);
    const bool near = editDistance(behind, shown, slack) <= slack;
    if (!near)
        return !isOfDigits(evidence.fact.kind) && seenWithMoreWords(evidence, seen) ? Agreement::Same : Agreement::Other;
    if (!isOfDigits(evidence.fact.kind))
        return sameDigits(evidence.found, seen) || digitsOf(behind) == digitsOf(shown) || confidence < kSure ? Agreement::Same : Agreement::Other;
    return confidence < kSure ? Agreement::Unsure : Agreement::Other;
}

} // namespace

QStringList recognitionLanguages(const QStringList &countries)
{
    static const QHash<QString, QString> known{
        {u"DE"_s, u"deu"_s}, {u"AT"_s, u"deu"_s}, {u"CH"_s, u"deu+fra+ita"_s}, {u"LI"_s, u"deu"_s}, {u"LU"_s, u"fra+deu"_s}, {u"FR"_s, u"fra"_s}, {u"BE"_s, u"nld+fra"_s}, {u"NL"_s, u"nld"_s},
        {u"ES"_s, u"spa"_s}, {u"MX"_s, u"spa"_s}, {u"AR"_s, u"spa"_s}, {u"CL"_s, u"spa"_s}, {u"CO"_s, u"spa"_s}, {u"PE"_s, u"spa"_s}, {u"IT"_s, u"ita"_s}, {u"PT"_s, u"por"_s}, {u"BR"_s, u"por"_s},
        {u"PL"_s, u"pol"_s}, {u"CZ"_s, u"ces"_s}, {u"SK"_s, u"slk"_s}, {u"SE"_s, u"swe"_s}, {u"DK"_s, u"dan"_s}, {u"NO"_s, u"nor"_s}, {u"FI"_s, u"fin"_s}, {u"HU"_s, u"hun"_s}, {u"RO"_s, u"ron"_s},
        {u"BG"_s, u"bul"_s}, {u"GR"_s, u"ell"_s}, {u"HR"_s, u"hrv"_s}, {u"SI"_s, u"slv"_s}, {u"TR"_s, u"tur"_s}, {u"JP"_s, u"jpn"_s}, {u"CA"_s, u"eng+fra"_s}, {u"UA"_s, u"ukr"_s}, {u"LT"_s, u"lit"_s}, {u"LV"_s, u"lav"_s}, {u"EE"_s, u"est"_s}};
    QStringList languages;
    for (const QString &country : countries) {
        const QStringList of = known.value(country).split(u'+', Qt::SkipEmptyParts);
        for (const QString &language : of) {
            if (!languages.contains(language) && language != "eng"_L1 && languages.size() < 3)
                languages.append(language);
        }
    }
    return languages << u"eng"_s;
}

bool picturesAgree(const Evidence &evidence, const QString &seen, float confidence)
{
    return agreement(evidence, seen, confidence) == Agreement::Same;
}

void leaveUnproven(Evidence &evidence)
{
    if (evidence.verdict == Verdict::Match)
        evidence.verdict = Verdict::Unreadable;
    evidence.remark = QCoreApplication::translate("Evidence", "The picture could not be compared with the text behind it; look at the page.");
    evidence.score = std::min(evidence.score, 0.5);
}

void comparePicture(Evidence &evidence, const QString &seen, float confidence)
{
    const Agreement said = agreement(evidence, seen, confidence);
    if (said == Agreement::Same)
        return;
    if (said == Agreement::Unsure) {
        if (evidence.verdict == Verdict::Match)
            evidence.verdict = Verdict::Unreadable;
        evidence.remark = QCoreApplication::translate("Evidence", "The picture is not clear here; look at the page.");
        evidence.score = std::min(evidence.score, 0.5);
        return;
    }
    evidence.pictureDiffers = true;
    evidence.verdict = seen.trimmed().isEmpty() ? Verdict::NotShown : Verdict::Differs;
    evidence.remark = QCoreApplication::translate("Evidence", "The text behind the picture says something else: “%1”.").arg(evidence.found);
    evidence.found = seen.simplified();
    evidence.value.clear();
    evidence.score = 0;
}

} // namespace PortDesk

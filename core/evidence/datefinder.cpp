// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/datefinder.h"

#include "core/cases/ownername.h"
#include "core/evidence/plaintext.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qsizetype kLabelReach = 32; ///< characters between a label and its date

const QHash<QString, int> &months()
{
    static const QHash<QString, int> all = [] {
        QHash<QString, int> made;
        for (const auto language : {QLocale::English, QLocale::German, QLocale::French, QLocale::Spanish, QLocale::Italian, QLocale::Dutch, QLocale::Portuguese, QLocale::Polish,
                                    QLocale::Swedish, QLocale::Danish, QLocale::NorwegianBokmal, QLocale::Finnish, QLocale::Czech, QLocale::Romanian, QLocale::Catalan, QLocale::Turkish}) {
            const QLocale locale(language);
            for (int month = 1; month <= 12; ++month) {
                for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                    for (const QString &name : {locale.monthName(month, format), locale.standaloneMonthName(month, format)}) {
                        const QString plain = plainText(name).remove(u'.').trimmed();
                        if (plain.size() >= 3 && !plain.front().isDigit() && !made.contains(plain))
                            made.insert(plain, month);
                    }
                }
            }
        }
        made.insert(u"sept"_s, 9);
        made.insert(u"janner"_s, 1);
        return made;
    }();
    return all;
}

int monthOf(const QString &word, bool scan)
{
    if (const auto found = months().constFind(word); found != months().cend())
        return *found;
    if (!scan || word.size() < 5)
        return 0;
    for (auto it = months().cbegin(); it != months().cend(); ++it) {
        if (it.key().size() >= 5 && editDistance(it.key(), word, 1) <= 1)
            return it.value();
    }
    return 0;
}

const QRegularExpression &form()
{
    // 2026-10-28 | 28.10.2026 28/10/26 | 28 October 2026, 28-okt-2026, 1er octobre 2026, 28 de outubro de 2026 | October 28, 2026
    static const QRegularExpression pattern(u"(?<![\\d.\\-/])(?:"
                                            "(?<iy>20\\d\\d)(?:[\\-/.]|\\x{5e74})(?<im>\\d\\d?)(?:[\\-/.]|\\x{6708})(?<id>\\d\\d?)"
                                            "|(?<a>\\d\\d?) ?(?<sep>[./\\-]) ?(?<b>\\d\\d?) ?\\k<sep> ?(?<y>20\\d\\d|\\d\\d)"
                                            "|(?<dd>\\d\\d?)(?:\\.|st|nd|rd|th|er|o)?[ \\-/.]?(?:of |de |d')?(?<dm>\\p{L}{3,12})(?:[.,\\-/ ]| de | del )*(?<dy>20\\d\\d)"
                                            "|(?<mm>\\p{L}{3,12})\\.? ?(?<md>\\d\\d?)(?:st|nd|rd|th)?,? (?<my>20\\d\\d)"
                                            ")(?![\\d/\\-]|\\.\\d)"_s);
    return pattern;
}

bool isMonthFirst(const QString &country)
{
    return country == "US"_L1 || country == "PR"_L1 || country == "PH"_L1 || country == "CA"_L1;
}

bool isOpenOrder(const QString &country)
{
    return country == "CA"_L1 || country == "PH"_L1 || country.isEmpty();
}

PaperDate numeric(const QRegularExpressionMatch &match, const QString &country)
{
    const int a = match.captured(u"a").toInt();
    const int b = match.captured(u"b").toInt();
    const QString year = match.captured(u"y");
    const int y = year.size() == 2 ? 2000 + year.toInt() : year.toInt();
    const QDate dayFirst(y, b, a);
    const QDate monthFirst(y, a, b);
    PaperDate date;
    const bool american = isMonthFirst(country) && match.captured(u"sep") != u"."_s;
    date.day = (american && monthFirst.isValid()) || !dayFirst.isValid() ? monthFirst : dayFirst;
    if (isOpenOrder(country) && dayFirst.isValid() && monthFirst.isValid() && dayFirst != monthFirst)
        date.other = date.day == dayFirst ? monthFirst : dayFirst;
    return date;
}

PaperDate read(const QRegularExpressionMatch &match, const QString &country, bool scan)
{
    PaperDate date;
    if (match.hasCaptured(u"iy"))
        date.day = {match.captured(u"iy").toInt(), match.captured(u"im").toInt(), match.captured(u"id").toInt()};
    else if (match.hasCaptured(u"a"))
        date = numeric(match, country);
    else if (match.hasCaptured(u"dm"))
        date.day = {match.captured(u"dy").toInt(), monthOf(match.captured(u"dm"), scan), match.captured(u"dd").toInt()};
    else
        date.day = {match.captured(u"my").toInt(), monthOf(match.captured(u"mm"), scan), match.captured(u"md").toInt()};
    return date;
}

bool isOfDates(Label label)
{
    return label == Label::IssueDate || label == Label::WeakDate || label == Label::OtherDate || label == Label::SignDate;
}

/// The label before a date: nearest in its own line, else that of the cell at its left, else of the cell above.
void label(PaperDate &date, const Paper &paper, const QList<LabelHit> &labels, int segment, qsizetype from, qsizetype after)
{
    qsizetype nearest = -1;
    const PaperSegment &own = paper.segment(segment);
    const auto take = [&](const LabelHit &hit, qsizetype rank) {
        if (rank > nearest) {
            nearest = rank;
            date.label = hit.label;
            date.labelled = true;
        }
    };
    constexpr qsizetype kOwnLine = 1'000'000, kLeftCell = 1000;
    for (const LabelHit &hit : labels) {
        if (!isOfDates(hit.label))
            continue;
        if (hit.segment == segment && hit.to <= from && hit.from >= after && from - hit.to <= kLabelReach)
            take(hit, kOwnLine + hit.to);
        else if (hit.segment == own.left && after == 0 && own.text.left(from).count(u' ') <= 3)
            take(hit, kLeftCell + hit.to);
        else if (hit.segment == own.above && after == 0 && from < 4 && paper.segment(own.above).words.size() <= 5)
            take(hit, hit.to);
        else if (hit.segment == own.below && after == 0 && from < 4 && nearest < 0 && hit.label == Label::SignDate)
            take(hit, 0); // forms write the label below the line
    }
}

QString twoReadings()
{
    return QCoreApplication::translate("Evidence", "The date can be read in two ways.");
}

Evidence judged(const Paper &paper, const Fact &fact, const PaperDate &date, QDate today)
{
    const bool match = !fact.day.isValid() || fact.day == date.day || fact.day == date.other;
    Evidence evidence = evidenceAt(paper, fact, date.hit, match ? Verdict::Match : Verdict::Differs);
    const QDate day = fact.day.isValid() && fact.day == date.other ? date.other : date.day;
    evidence.value = day.toString(Qt::ISODate);
    evidence.remark = ageText(day, today);
    if (date.other.isValid())
        evidence.remark = (evidence.remark + u' ' + twoReadings()).trimmed();
    return evidence;
}

/// How well a date fits as the date of the document; 0 = not at all.
int fitness(const PaperDate &date, Label wanted)
{
    if (date.labelled && date.label == wanted)
        return 4;
    if (date.labelled && date.label == Label::WeakDate)
        return 3;
    return date.labelled ? 0 : 1;
}

Evidence best(const Paper &paper, const Fact &fact, const QList<PaperDate> &dates, Label wanted, QDate today)
{
    const PaperDate *chosen = nullptr;
    int most = 0;
    QList<QDate> plain;
    for (const PaperDate &date : dates) {
        int fits = fitness(date, wanted);
        if (fits == 1 && !plain.contains(date.day))
            plain.append(date.day);
        if (fits == 1 && fact.day.isValid() && date.day == fact.day)
            fits = 2;
        if (fits > most || (fits == most && fits > 2 && chosen && date.day == fact.day && chosen->day != fact.day)) {
            most = fits;
            chosen = &date;
        }
    }
    // A date without any label is only worth something when it is what was typed, or the only one.
    if (!chosen || (most == 1 && plain.size() != 1))
        return notShown(fact);
    Evidence evidence = judged(paper, fact, *chosen, today);
    if (most < 3)
        evidence.score = std::min(evidence.score, 0.7);
    return evidence;
}

} // namespace

QList<PaperDate> datesOf(const Paper &paper, const QList<LabelHit> &labels, const QString &country)
{
    QList<PaperDate> found;
    for (int i = 0; i < paper.segments().size(); ++i) {
        const PaperSegment &segment = paper.segment(i);
        if (digitsOf(segment.text).size() < 3)
            continue;
        const bool scan = paper.source(segment.page) == TextSource::Ocr;
        qsizetype after = 0;
        QString text = segment.text;
        text.replace(u'\t', u' ');
        for (auto it = form().globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            PaperDate date = read(match, country, scan);
            if (!date.day.isValid())
                continue;
            date.hit.words = paper.wordsIn(segment, match.capturedStart(), match.capturedEnd());
            label(date, paper, labels, i, match.capturedStart(), after);
            after = match.capturedEnd();
            found.append(date);
        }
    }
    return found;
}

Evidence findBillDate(const Paper &paper, const Fact &fact, const QList<PaperDate> &dates, QDate today)
{
    return best(paper, fact, dates, Label::IssueDate, today);
}

Evidence findLoaDate(const Paper &paper, const Fact &fact, const QList<PaperDate> &dates, QDate today)
{
    return best(paper, fact, dates, Label::SignDate, today);
}

QString ageText(QDate day, QDate today)
{
    if (!day.isValid() || !today.isValid())
        return {};
    const int days = int(day.daysTo(today));
    if (days == 0)
        return QCoreApplication::translate("Evidence", "of today");
    if (days < 0)
        return QCoreApplication::translate("Evidence", "dated %n day(s) ahead", nullptr, -days);
    return QCoreApplication::translate("Evidence", "%n day(s) old", nullptr, days);
}

} // namespace PortDesk

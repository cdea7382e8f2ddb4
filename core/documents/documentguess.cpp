// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folding.h"
#include "core/documents/document.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

// All texts are compared folded: lower case, no accents, white space as one blank.
namespace PortDesk {

namespace {

struct KindWords
{
    QString kind;
    QRegularExpression words;
};

QRegularExpression anyOf(const QStringList &words)
{
    return QRegularExpression(u"(?<![a-z])(?:%1)(?![a-z])"_s.arg(words.join(u'|')));
}

// The order decides: a letter of authorisation speaks of the bill, a bill does not speak of a letter of authorisation.
const QList<KindWords> &kindWords()
{
    static const QList<KindWords> kinds{
        {u"loa"_s, anyOf({u"loa"_s, u"letters? of (?:authori[sz]ation|authority|agency)"_s, u"vollmacht"_s, u"portierungsauftrag"_s,
                          u"anbieterwechselauftrag"_s, u"mandat(?: de portabilite)?"_s, u"procuration"_s, u"carta de autorizacion"_s,
                          u"poder de representacion"_s, u"solicitud de portabilidad"_s, u"lettera di autorizzazione"_s, u"delega"_s,
                          u"machtiging"_s, u"volmacht"_s})},
        {u"csr"_s, anyOf({u"csr"_s, u"customer service records?"_s})},
        {u"id_document"_s, anyOf({u"passports?"_s, u"reisepass"_s, u"personalausweis"_s, u"identity card"_s, u"id card"_s,
                                  u"carte (?:nationale )?d'identite"_s, u"passeport"_s, u"documento nacional de identidad"_s,
                                  u"pasaporte"_s, u"carta d'identita"_s, u"passaporto"_s, u"identiteitskaart"_s, u"paspoort"_s,
                                  u"driving licence"_s, u"driver'?s license"_s})},
        {u"bill"_s, anyOf({u"(?:phone |telephone )?bills?"_s, u"invoices?"_s, u"statement"_s, u"[a-z]*rechnung"_s, u"rechnungsdatum"_s,
                           u"rechnungsnummer"_s, u"factures?"_s, u"facturas?"_s, u"fatturas?"_s, u"fatture"_s, u"bolletta"_s, u"factuur"_s,
                           u"faturas?"_s})},
    };
    return kinds;
}

QString kindIn(const QString &foldedText)
{
    for (const KindWords &candidate : kindWords()) {
        if (candidate.words.match(foldedText).hasMatch())
            return candidate.kind;
    }
    return {};
}

enum class Label { Issue, Weak, Other };

// What stands before a date, with its meaning. "Other" takes dates out: due dates, periods, births.
const QHash<QString, Label> &labels()
{
    static const QHash<QString, Label> all = [] {
        QHash<QString, Label> made;
        for (const QString &text : {u"bill date"_s,
                                    u"billing date"_s,
                                    u"date of bill"_s,
                                    u"invoice date"_s,
                                    u"date of invoice"_s,
                                    u"statement date"_s,
                                    u"issue date"_s,
                                    u"date of issue"_s,
                                    u"issued"_s,
                                    u"dated"_s,
                                    u"tax point"_s,
                                    u"rechnungsdatum"_s,
                                    u"rechnung vom"_s,
                                    u"datum der rechnung"_s,
                                    u"ausstellungsdatum"_s,
                                    u"belegdatum"_s,
                                    u"date de facture"_s,
                                    u"date de la facture"_s,
                                    u"date facture"_s,
                                    u"date de facturation"_s,
                                    u"facture du"_s,
                                    u"date d'emission"_s,
                                    u"emise le"_s,
                                    u"fecha de factura"_s,
                                    u"fecha de la factura"_s,
                                    u"fecha factura"_s,
                                    u"fecha de emision"_s,
                                    u"fecha de expedicion"_s,
                                    u"data fattura"_s,
                                    u"data della fattura"_s,
                                    u"data di emissione"_s,
                                    u"data emissione"_s,
                                    u"fattura del"_s,
                                    u"factuurdatum"_s,
                                    u"datum factuur"_s,
                                    u"rekeningdatum"_s,
                                    u"notadatum"_s,
                                    u"data da fatura"_s,
                                    u"data de emissao"_s})
            made.insert(text, Label::Issue);
        for (const QString &text : {u"date"_s, u"datum"_s, u"fecha"_s, u"data"_s})
            made.insert(text, Label::Weak);
        for (const QString &text :
             {u"due"_s,       u"due date"_s,     u"payment date"_s, u"delivery date"_s, u"pay by"_s,    u"payable"_s,
              u"period"_s,    u"until"_s,        u"next bill"_s,    u"birth"_s,         u"fallig"_s,    u"zahlbar"_s,
              u"zeitraum"_s,  u"geburtsdatum"_s, u"lastschrift"_s,  u"echeance"_s,      u"avant le"_s,  u"periode"_s,
              u"naissance"_s, u"vencimiento"_s,  u"periodo"_s,      u"nacimiento"_s,    u"cargo"_s,     u"scadenza"_s,
              u"nascita"_s,   u"entro il"_s,     u"vervaldatum"_s,  u"vervaldag"_s,     u"uiterlijk"_s, u"geboortedatum"_s,
              u"vencimento"_s})
            made.insert(text, Label::Other);
        return made;
    }();
    return all;
}

/// The label nearest to the end of `before`; of two that end together the longer.
std::optional<Label> nearestLabel(const QString &before)
{
    std::optional<Label> nearest;
    std::pair<qsizetype, qsizetype> best{-1, 0};
    for (auto it = labels().cbegin(); it != labels().cend(); ++it) {
        const qsizetype at = before.lastIndexOf(it.key());
        if (at < 0 || (at > 0 && before.at(at - 1).isLetter()))
            continue;
        const std::pair place{at + it.key().size(), it.key().size()};
        if (place > best) {
            best = place;
            nearest = it.value();
        }
    }
    return nearest;
}

const QHash<QString, int> &months()
{
    static const QHash<QString, int> all = [] {
        QHash<QString, int> made;
        for (const auto language : {QLocale::English, QLocale::German, QLocale::French, QLocale::Spanish, QLocale::Italian, QLocale::Dutch,
                                    QLocale::Portuguese}) {
            const QLocale locale(language);
            for (int month = 1; month <= 12; ++month) {
                for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                    made.insert(folded(locale.monthName(month, format)).remove(u'.'), month);
                    made.insert(folded(locale.standaloneMonthName(month, format)).remove(u'.'), month);
                }
            }
        }
        made.insert(u"sept"_s, 9);
        return made;
    }();
    return all;
}

int fullYear(const QString &digits)
{
    const int year = digits.toInt();
    return digits.size() == 2 ? 2000 + year : year;
}

QDate numericDate(const QRegularExpressionMatch &match, bool monthFirst)
{
    const int a = match.captured(u"a").toInt();
    const int b = match.captured(u"b").toInt();
    const int year = fullYear(match.captured(u"y"));
    const bool slash = match.captured(u"sep") == u"/";
    const QDate dayFirst(year, b, a);
    const QDate american(year, a, b);
    return (slash && monthFirst && american.isValid()) || !dayFirst.isValid() ? american : dayFirst;
}

QDate dateOf(const QRegularExpressionMatch &match, bool monthFirst)
{
    if (match.hasCaptured(u"iy"))
        return {match.captured(u"iy").toInt(), match.captured(u"im").toInt(), match.captured(u"id").toInt()};
    if (match.hasCaptured(u"a"))
        return numericDate(match, monthFirst);
    const bool dayFirst = match.hasCaptured(u"dm");
    const int month = months().value(match.captured(dayFirst ? u"dm"_s : u"mm"_s));
    return {match.captured(dayFirst ? u"dy"_s : u"my"_s).toInt(), month, match.captured(dayFirst ? u"dd"_s : u"md"_s).toInt()};
}

const QRegularExpression &datePattern()
{
    // 2026-10-28 | 28.10.2026 28/10/26 | 28 October 2026, 28. Oktober 2026, 28 de octubre de 2026, 1er octobre 2026 | October 28, 2026
    static const QRegularExpression pattern(
        u"(?<![\\d.\\-/])(?:"
        "(?<iy>20\\d\\d)[\\-/.](?<im>\\d\\d?)[\\-/.](?<id>\\d\\d?)"
        "|(?<a>\\d\\d?)(?<sep>[./\\-]) ?(?<b>\\d\\d?)\\k<sep> ?(?<y>20\\d\\d|\\d\\d)"
        "|(?<dd>\\d\\d?)(?:\\.|st|nd|rd|th|er)? (?:of |de )?(?<dm>[a-z]{3,12})\\.?,?(?: de| del)? (?<dy>20\\d\\d)"
        "|(?<mm>[a-z]{3,12})\\.? (?<md>\\d\\d?)(?:st|nd|rd|th)?,? (?<my>20\\d\\d)"
        ")(?![\\d/\\-])"_s);
    return pattern;
}

constexpr qsizetype kLabelReach = 40; // characters before a date in which its label is looked for

} // namespace

QString guessedKind(const QString &fileName, const QString &firstPageText)
{
    static const QRegularExpression separators(u"[^a-z']+"_s);
    const QString byName = kindIn(folded(fileName).replace(separators, u" "_s));
    return byName.isEmpty() ? kindIn(folded(firstPageText)) : byName;
}

QDate guessedIssueDate(const QString &firstPageText)
{
    const QString text = folded(firstPageText);
    const bool monthFirst =
        text.contains(u'$') && !text.contains(u"fecha"_s); // US and Canada in English; where "$" is a peso the day comes first
    QDate weak;
    QList<QDate> unlabelled;
    qsizetype previousEnd = 0;
    for (auto it = datePattern().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QDate date = dateOf(match, monthFirst);
        if (!date.isValid())
            continue;
        const qsizetype from = qMax(previousEnd, match.capturedStart() - kLabelReach);
        const auto label = nearestLabel(text.mid(from, match.capturedStart() - from));
        previousEnd = match.capturedEnd();
        if (label == Label::Issue)
            return date;
        if (label == Label::Weak && !weak.isValid())
            weak = date;
        if (!label && !unlabelled.contains(date))
            unlabelled.append(date);
    }
    // Without any label a date is only worth guessing when it is the only one.
    return weak.isValid() ? weak : unlabelled.size() == 1 ? unlabelled.first() : QDate();
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/letter.h"

#include "core/base/filledtemplate.h"
#include "core/documents/lettercode.h"
#include "core/documents/letterrows.h"

#include <QFile>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

/// Words as values of the frame: "wTitle" the word, "gTitle" its gloss, "lTitle" both.
void addWords(QVariantMap &values, const LetterInput &in)
{
    const QString carrier = letterValueOrBlank(in.plan.carrier.name, in.words);
    for (const QString &key : in.words.keys()) {
        const QString name = key.at(0).toUpper() + key.mid(1);
        const QString gloss = in.words.gloss(key);
        values.insert(u'w' + name, in.words.text(key).toHtmlEscaped());
        values.insert(u'g' + name, gloss.isEmpty() ? QString() : gloss + u"<br>"_s);
        values.insert(u'l' + name, in.words.label(key).replace("{carrier}"_L1, carrier));
    }
    values.insert(u"language"_s, in.words.language());
    values.insert(u"start"_s, in.words.rightToLeft() ? u"right"_s : u"left"_s);
    values.insert(u"end"_s, in.words.rightToLeft() ? u"left"_s : u"right"_s);
}

void addRows(QVariantMap &values, const LetterInput &in)
{
    const QVariantList details = detailRows(in), byHand = handRows(in), numbers = numberRows(in), staying = stayingRows(in);
    values.insert(u"holderRows"_s, holderRows(in));
    values.insert(u"carrierRows"_s, carrierRows(in));
    values.insert(u"detailRows"_s, details);
    values.insert(u"hasDetails"_s, !details.isEmpty());
    values.insert(u"handRows"_s, byHand);
    values.insert(u"hasHand"_s, !byHand.isEmpty());
    values.insert(u"codeTitles"_s, codeTitles(in));
    values.insert(u"numbers"_s, numbers);
    values.insert(u"total"_s, numbers.size());
    values.insert(u"staying"_s, staying);
    values.insert(u"hasStaying"_s, !staying.isEmpty());
}

void addScope(QVariantMap &values, const LetterInput &in)
{
    const Request &request = in.request;
    const bool partial = request.scope == PortScope::Partial;
    values.insert(u"fullBox"_s, partial ? u"[ &nbsp; ]"_s : u"[X]"_s);
    values.insert(u"partialBox"_s, partial ? u"[X]"_s : u"[ &nbsp; ]"_s);
    values.insert(u"keep"_s, partial && request.remaining == Remaining::Keep);
    values.insert(u"disconnect"_s, partial && request.remaining == Remaining::Disconnect);
    const bool asked = partial && documentedRows(in.record).contains(u"newBilling"_s);
    values.insert(u"newBilling"_s, !partial ? QString() : asked ? letterValueOrBlank(request.newBillingNumber, in.words) : letterValue(request.newBillingNumber, in.words));
    const bool dated = request.requestedDate.isValid();
    values.insert(u"requestedDate"_s, dated ? in.words.day(request.requestedDate)
                                            : documentedRows(in.record).contains(u"requestedDate"_s) ? letterValueOrBlank({}, in.words) : QString());
}

void addSignature(QVariantMap &values, const LetterInput &in)
{
    const CountryRecord &record = in.record;
    const QSet<QString> rows = documentedRows(record);
    const bool stamp = record.companyStamp.value_or(false) || rows.contains(u"stamp"_s) || in.words.stampIsUsual();
    values.insert(u"person"_s, letterValueOrBlank(signerOf(in.request), in.words));
    values.insert(u"wet"_s, record.signature == SignatureKind::Wet);
    values.insert(u"unknown"_s, record.signature == SignatureKind::Unknown); // no rule is documented: the letter claims none
    values.insert(u"electronic"_s, record.signature == SignatureKind::Electronic || record.signature == SignatureKind::Either);
    values.insert(u"stamp"_s, stamp && in.request.owner.kind == OwnerKind::Business);
    // A contract is given up only where the country's own form does so and nothing of it stays.
    values.insert(u"termination"_s, rows.contains(u"termination"_s) && in.request.scope == PortScope::Full);
    values.insert(u"approval"_s, rows.contains(u"approval"_s));
    values.insert(u"copies"_s, rows.contains(u"copies"_s));
}

/// Text between two marks of the filled letter, unescaped as far as our own frame needs it.
QString between(const QString &text, const QString &before, const QString &after)
{
    const qsizetype start = text.indexOf(before);
    const qsizetype end = start < 0 ? -1 : text.indexOf(after, start + before.size());
    if (end < 0)
        return {};
    QString found = text.mid(start + before.size(), end - start - before.size()).simplified();
    return found.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1).replace("&amp;"_L1, "&"_L1);
}

Result<LetterContent> letterOf(const QVariantMap &values, const LetterInput &in, const QString &reference)
{
    QFile file(u":/portdesk/loa/frame.html"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Internal, u"The letter's frame is missing. Please report this to the makers of PortDesk."_s, file.fileName()};
    const auto filled = filledTemplate(QString::fromUtf8(file.readAll()), values);
    if (!filled)
        return Error{Error::Code::Internal, u"The letter could not be written. Please report this to the makers of PortDesk."_s, filled.error().message};
    static const QStringList letterPaper{u"US"_s, u"CA"_s, u"PR"_s, u"MX"_s};
    LetterContent letter;
    letter.title = between(*filled, u"<title>"_s, u"</title>"_s);
    letter.footer = between(*filled, u"<meta name=\"footer\" content=\""_s, u"\">"_s);
    letter.html = *filled;
    letter.qrText = reference.isEmpty() ? QString() : letterCodeText(reference, in.plan.e164());
    letter.language = in.words.language();
    letter.rightToLeft = in.words.rightToLeft();
    letter.pageSize = letterPaper.contains(in.record.country) ? u"Letter"_s : u"A4"_s;
    letter.note = loaNote(in.record);
    return letter;
}

} // namespace

QString loaLanguage(const CountryRecord &record)
{
    return LetterWords::languageFor(record);
}

QString loaNote(const CountryRecord &record)
{
    QStringList sentences;
    if (record.loaLanguages.isEmpty())
        sentences << u"No source documents in which language the letter must be written."_s;
    const DocumentRule *form = record.document(u"portability_form"_s);
    if (form && form->required)
        sentences << u"Carriers there ask for a form of their own as well."_s;
    else if (record.loaLanguages.isEmpty() || record.loaFields.isEmpty())
        sentences << u"The carrier may ask for its own form; this letter holds what such forms usually show."_s;
    return sentences.join(u' ');
}

Result<LetterContent> loaLetter(const Request &request, const CasePlan &plan, const CountryPack &countries, const QString &reference, QDate today)
{
    const CountryRecord *record = countries.record(plan.country, plan.type);
    if (!record) {
        return Error{Error::Code::NotFound,
                     u"There are no rules for %1 numbers of %2, so no letter can be written. Ask the desk for the carrier's own form."_s.arg(
                         numberTypeText(plan.type), plan.country.isEmpty() ? u"this country"_s : plan.country)};
    }
    const auto words = LetterWords::load(*record);
    if (!words)
        return words.error();
    const LetterInput in{request, plan, *record, *words};
    const QString printed = (reference.isEmpty() ? request.reference : reference).simplified();
    QVariantMap values{{u"reference"_s, letterValue(printed, *words)}, {u"issued"_s, words->day(today)}};
    addWords(values, in);
    addRows(values, in);
    addScope(values, in);
    addSignature(values, in);
    return letterOf(values, in, printed);
}

} // namespace PortDesk

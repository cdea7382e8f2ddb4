// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/letter.h"

#include "core/base/filledtemplate.h"
#include "core/cases/requirements.h"

#include <QFile>
#include <QLocale>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kIsolate(0x2068);
constexpr QChar kEndIsolate(0x2069);
const QString kBlank = u"________________________"_s; ///< to be filled in by hand

QString templatePath(const QString &language)
{
    return u":/portdesk/loa/%1.html"_s.arg(language);
}

/// A value for HTML; text written from right to left is isolated, so that it does not turn what stands beside it.
QString html(const QString &value)
{
    const bool rightToLeft = std::any_of(value.cbegin(), value.cend(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
    const QString escaped = value.simplified().toHtmlEscaped();
    return rightToLeft ? kIsolate + escaped + kEndIsolate : escaped;
}

QString orBlank(const QString &value)
{
    return value.trimmed().isEmpty() ? kBlank : html(value);
}

/// The day as the letter's language writes it.
QString dayText(QDate day, const QString &language)
{
    const QString form = language == "de"_L1                             ? u"d. MMMM yyyy"_s
                         : language == "es"_L1 || language == "pt"_L1 ? u"d 'de' MMMM 'de' yyyy"_s
                                                                         : u"d MMMM yyyy"_s;
    return QLocale(language).toString(day, form);
}

/// The address in one line as its country writes it; with the country's name when it is abroad.
QString addressLine(const PostalAddress &address, const QString &home)
{
    QStringList lines = formatAddress(address);
    lines.removeAll(QString());
    if (address.country == home)
        return lines.join(u", "_s);
    const QString country = QLocale::territoryToString(QLocale::codeToTerritory(address.country));
    if (!address.country.isEmpty())
        lines.append(country.isEmpty() || country == "Default"_L1 ? address.country : country);
    return lines.join(u", "_s);
}

QString addressOf(const Request &request, const QString &id, const QString &home)
{
    for (const RequestAddress &entry : request.addresses) {
        if (entry.id == id)
            return addressLine(entry.address, home);
    }
    return {};
}

/// The wish of a record's documented letter, by a word of its list.
bool asksFor(const CountryRecord &record, QLatin1StringView word)
{
    return std::any_of(record.loaFields.cbegin(), record.loaFields.cend(),
                       [&](const QString &field) { return field.contains(word, Qt::CaseInsensitive); });
}

bool usesStamp(const CountryRecord &record, const Request &request)
{
    static const QStringList countries{u"DE"_s, u"FR"_s, u"ES"_s, u"PT"_s, u"IT"_s};
    return request.owner.kind == OwnerKind::Business && (countries.contains(record.country) || asksFor(record, "stamp"_L1));
}

void addHolder(QVariantMap &values, const Request &request, const CasePlan &plan)
{
    const Owner &owner = request.owner;
    const AuthorisedPerson &person = request.authorisedPerson;
    const QString signer = person.displayName();
    values.insert(u"owner"_s, orBlank(owner.displayName()));
    values.insert(u"person"_s, orBlank(signer.isEmpty() ? u"%1 %2"_s.arg(owner.firstName, owner.lastName) : signer));
    values.insert(u"position"_s, html(person.title));
    values.insert(u"phone"_s, html(owner.phone));
    values.insert(u"email"_s, html(owner.email.isEmpty() ? person.email : owner.email));
    QStringList lines;
    for (const ResolvedNumber &number : plan.numbers)
        lines.append(addressOf(request, number.addressId, plan.country));
    lines.removeAll(QString());
    lines.removeDuplicates();
    if (lines.isEmpty())
        lines.append(QString());
    QVariantList addresses;
    for (const QString &line : lines)
        addresses.append(QVariantMap{{u"address"_s, orBlank(line)}});
    values.insert(u"addresses"_s, addresses);
}

void addCarrier(QVariantMap &values, const CasePlan &plan)
{
    values.insert(u"carrier"_s, orBlank(plan.carrier.name));
    values.insert(u"account"_s, orBlank(plan.carrier.accountNumber));
    values.insert(u"billing"_s, html(plan.carrier.billingNumber));
    values.insert(u"pin"_s, html(plan.carrier.pin));
}

/// Fields of the record that have no row of their own in the letter.
void addFields(QVariantMap &values, const Request &request, const CountryRecord &record)
{
    QVariantList fields;
    for (const FieldRule &rule : applicableFields(record, request.owner.kind)) {
        const QString value = request.fields.value(rule.id);
        if (rule.requestPointer.isEmpty() && (rule.required || !value.trimmed().isEmpty()))
            fields.append(QVariantMap{{u"label"_s, html(rule.label)}, {u"value"_s, orBlank(value)}});
    }
    values.insert(u"fields"_s, fields);
    values.insert(u"hasFields"_s, !fields.isEmpty());
}

void addScope(QVariantMap &values, const Request &request, const QString &language)
{
    const bool partial = request.scope == PortScope::Partial;
    values.insert(u"fullBox"_s, partial ? u"[ &nbsp; ]"_s : u"[X]"_s);
    values.insert(u"partialBox"_s, partial ? u"[X]"_s : u"[ &nbsp; ]"_s);
    values.insert(u"keep"_s, partial && request.remaining == Remaining::Keep);
    values.insert(u"disconnect"_s, partial && request.remaining == Remaining::Disconnect);
    values.insert(u"newBilling"_s, partial ? html(request.newBillingNumber) : QString());
    values.insert(u"requestedDate"_s, dayText(request.requestedDate, language));
}

void addNumbers(QVariantMap &values, const Request &request, const CasePlan &plan)
{
    QVariantList numbers;
    for (const ResolvedNumber &number : plan.numbers) {
        const QString written = number.phone.international.isEmpty() ? number.phone.input : number.phone.international;
        numbers.append(QVariantMap{{u"index"_s, numbers.size() + 1}, {u"number"_s, html(written)}, {u"address"_s, html(addressOf(request, number.addressId, plan.country))}});
    }
    values.insert(u"total"_s, numbers.size());
    values.insert(u"numbers"_s, numbers);
}

void addSignature(QVariantMap &values, const Request &request, const CountryRecord &record)
{
    values.insert(u"wet"_s, record.signature == SignatureKind::Wet || record.signature == SignatureKind::Unknown);
    values.insert(u"electronic"_s, record.signature == SignatureKind::Electronic || record.signature == SignatureKind::Either);
    values.insert(u"stamp"_s, usesStamp(record, request));
    // A contract is given up only where the country's own form does so and nothing of it stays.
    values.insert(u"termination"_s, asksFor(record, "termination of the old contract"_L1) && request.scope == PortScope::Full);
    values.insert(u"approval"_s, asksFor(record, "handwritten approval"_L1));
}

/// Text between two marks of the filled letter, unescaped as far as our own templates need it.
QString between(const QString &text, const QString &before, const QString &after)
{
    const qsizetype start = text.indexOf(before);
    const qsizetype end = start < 0 ? -1 : text.indexOf(after, start + before.size());
    if (end < 0)
        return {};
    QString found = text.mid(start + before.size(), end - start - before.size()).simplified();
    return found.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1).replace("&amp;"_L1, "&"_L1);
}

Result<LetterContent> letterOf(const QVariantMap &values, const QString &language, const QString &reference)
{
    QFile file(templatePath(language));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Internal, u"The letter's template is missing. Please report this to the makers of PortDesk."_s, file.fileName()};
    const auto filled = filledTemplate(QString::fromUtf8(file.readAll()), values);
    if (!filled)
        return Error{Error::Code::Internal, u"The letter could not be written. Please report this to the makers of PortDesk."_s, filled.error().message};
    LetterContent letter;
    letter.title = between(*filled, u"<title>"_s, u"</title>"_s);
    letter.footer = between(*filled, u"<meta name=\"footer\" content=\""_s, u"\">"_s);
    letter.html = *filled;
    letter.qrText = reference.isEmpty() ? QString() : u"PORTDESK:"_s + reference;
    letter.language = language;
    return letter;
}

} // namespace

QString loaLanguage(const CountryRecord &record)
{
    for (const QString &language : record.loaLanguages) {
        if (QFile::exists(templatePath(language)))
            return language;
    }
    return u"en"_s;
}

Result<LetterContent> loaLetter(const Request &request, const CasePlan &plan, const CountryPack &countries, const QString &reference, QDate today)
{
    const CountryRecord *record = countries.record(plan.country, plan.type);
    if (!record) {
        return Error{Error::Code::NotFound,
                     u"There are no rules for %1 numbers of %2, so no letter can be written. Ask the desk for the carrier's own form."_s.arg(
                         numberTypeText(plan.type), plan.country.isEmpty() ? u"this country"_s : plan.country)};
    }
    const QString language = loaLanguage(*record);
    const QString printed = (reference.isEmpty() ? request.reference : reference).simplified();
    QVariantMap values{{u"reference"_s, html(printed)}, {u"issued"_s, dayText(today, language)}};
    addHolder(values, request, plan);
    addCarrier(values, plan);
    addFields(values, request, *record);
    addScope(values, request, language);
    addNumbers(values, request, plan);
    addSignature(values, request, *record);
    return letterOf(values, language, printed);
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/letterrows.h"

#include "core/cases/requirements.h"
#include "core/numbers/numberparser.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar kIsolate(0x2068);
constexpr QChar kEndIsolate(0x2069);
constexpr int kBlankRows = 3;
const QString kBlank = u"________________________"_s; ///< to be filled in by hand
const QString kFieldPrefix = u"field:"_s;

bool isRightToLeft(QChar c)
{
    return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
}

const QHash<QString, QStringList> &rowsOfEntries()
{
    static const QHash<QString, QStringList> rows = [] {
        QHash<QString, QStringList> found;
        QFile file(u":/portdesk/loa/fields.json"_s);
        const QJsonObject entries = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
        for (auto it = entries.constBegin(); it != entries.constEnd(); ++it) {
            for (const QJsonValue row : it.value().toArray())
                found[it.key()].append(row.toString());
        }
        return found;
    }();
    return rows;
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

QStringList addressesOf(const LetterInput &in)
{
    QStringList lines;
    for (const ResolvedNumber &number : in.plan.numbers)
        lines.append(addressOf(in.request, number.addressId, in.plan.country));
    lines.removeAll(QString());
    lines.removeDuplicates();
    return lines.isEmpty() ? QStringList{QString()} : lines;
}

/// Adds rows in turn; optional ones only with a value or when the country's form has them.
class Rows
{
public:
    explicit Rows(const LetterInput &in) : m_in(in), m_asked(documentedRows(in.record)) {}

    void always(const QString &key, const QString &value) { add(m_in.words.label(key), letterValueOrBlank(value, m_in.words)); }
    void optional(const QString &key, const QString &value)
    {
        if (!value.trimmed().isEmpty() || m_asked.contains(key))
            always(key, value);
    }
    void add(const QString &label, const QString &value) { m_rows.append(QVariantMap{{u"label"_s, label}, {u"value"_s, value}}); }
    bool asks(const QString &key) const { return m_asked.contains(key); }
    const QVariantList &rows() const { return m_rows; }

private:
    const LetterInput &m_in;
    QSet<QString> m_asked;
    QVariantList m_rows;
};

/// Codes of single lines that this owner may have to give.
QList<FieldRule> lineCodes(const LetterInput &in)
{
    QList<FieldRule> rules = applicableFields(in.record, in.request.owner.kind);
    rules.removeIf([](const FieldRule &rule) { return !rule.perNumber; });
    return rules;
}

/// "yes", "no", or nothing when the request names no billing number.
QString billingMoves(const LetterInput &in)
{
    if (in.plan.carrier.billingNumber.trimmed().isEmpty())
        return {};
    const QString billing = parseNumber(in.plan.carrier.billingNumber, in.plan.country).e164;
    const auto &numbers = in.plan.numbers;
    const bool moves = std::any_of(numbers.cbegin(), numbers.cend(), [&](const ResolvedNumber &number) { return number.phone.e164 == billing; });
    return in.words.text(moves ? u"yes"_s : u"no"_s);
}

/// Numbers of Request::staying that belong to the case's country, as people write them; what cannot be read stays as it is.
QStringList stayingNumbers(const LetterInput &in)
{
    QStringList numbers;
    for (const QString &written : in.request.staying) {
        const PhoneNumber phone = parseNumber(written, in.plan.country);
        if (!phone.possible)
            numbers.append(written);
        else if (phone.country == in.plan.country)
            numbers.append(phone.international.isEmpty() ? written : phone.international);
    }
    return numbers;
}

} // namespace

QSet<QString> documentedRows(const CountryRecord &record)
{
    QSet<QString> rows;
    for (const QString &entry : record.loaFields) {
        for (const QString &row : rowsOfEntries().value(entry, {entry})) {
            const bool isField = row.startsWith(kFieldPrefix);
            // A field the record does not have is a row to be filled in by hand, named as the form names it.
            rows.insert(isField && !record.field(row.sliced(kFieldPrefix.size())) ? entry : row);
        }
    }
    return rows;
}

QString letterValue(const QString &value, const LetterWords &words)
{
    const QString escaped = value.simplified().toHtmlEscaped();
    const bool against = words.rightToLeft() ? !escaped.isEmpty() : std::any_of(value.cbegin(), value.cend(), isRightToLeft);
    return against ? kIsolate + escaped + kEndIsolate : escaped;
}

QString letterValueOrBlank(const QString &value, const LetterWords &words)
{
    return value.trimmed().isEmpty() ? kBlank : letterValue(value, words);
}

QString signerOf(const Request &request)
{
    const QString signer = request.authorisedPerson.displayName();
    return signer.isEmpty() ? u"%1 %2"_s.arg(request.owner.firstName, request.owner.lastName).trimmed() : signer;
}

QVariantList holderRows(const LetterInput &in)
{
    const Owner &owner = in.request.owner;
    Rows rows(in);
    rows.add(in.words.label(u"owner"_s), u"<b>%1</b>"_s.arg(letterValueOrBlank(owner.displayName(), in.words)));
    rows.always(u"person"_s, signerOf(in.request));
    rows.optional(u"position"_s, in.request.authorisedPerson.title);
    rows.optional(u"phone"_s, owner.phone);
    rows.optional(u"email"_s, owner.email.isEmpty() ? in.request.authorisedPerson.email : owner.email);
    for (const QString &line : addressesOf(in))
        rows.always(u"address"_s, line);
    return rows.rows();
}

QVariantList carrierRows(const LetterInput &in)
{
    const LosingCarrier &carrier = in.plan.carrier;
    Rows rows(in);
    rows.always(u"carrier"_s, carrier.name);
    rows.always(u"account"_s, carrier.accountNumber);
    rows.optional(u"billing"_s, carrier.billingNumber);
    if (rows.asks(u"billingMoves"_s))
        rows.always(u"billingMoves"_s, billingMoves(in));
    rows.optional(u"pin"_s, carrier.pin);
    return rows.rows();
}

QVariantList detailRows(const LetterInput &in)
{
    Rows rows(in);
    for (const FieldRule &rule : applicableFields(in.record, in.request.owner.kind)) {
        const QString value = in.request.fields.value(rule.id);
        const bool wanted = rule.required || rows.asks(kFieldPrefix + rule.id) || !value.trimmed().isEmpty();
        if (rule.requestPointer.isEmpty() && !rule.perNumber && wanted)
            rows.add(letterValue(rule.label, in.words), letterValueOrBlank(value, in.words));
    }
    return rows.rows();
}

QVariantList handRows(const LetterInput &in)
{
    Rows rows(in);
    for (const char *key : {"receiving", "distributor", "carrierAddress", "billingAddress", "signerId", "connection", "heads", "window", "hours", "carrierPart"}) {
        if (rows.asks(QString::fromLatin1(key)))
            rows.always(QString::fromLatin1(key), {});
    }
    for (const QString &entry : in.record.loaFields) { // rows of the form that neither the program nor the record knows
        if (rows.asks(entry) && in.words.text(entry).isEmpty())
            rows.add(letterValue(entry.at(0).toUpper() + entry.mid(1), in.words), kBlank);
    }
    return rows.rows();
}

QVariantList codeTitles(const LetterInput &in)
{
    QVariantList titles;
    for (const FieldRule &rule : lineCodes(in))
        titles.append(QVariantMap{{u"title"_s, letterValue(rule.label, in.words)}});
    return titles;
}

QVariantList numberRows(const LetterInput &in)
{
    const QList<FieldRule> rules = lineCodes(in);
    QVariantList rows;
    for (const ResolvedNumber &number : in.plan.numbers) {
        const auto own = number.row < in.request.numbers.size() ? in.request.numbers.at(number.row).fields : QMap<QString, QString>();
        QVariantList codes;
        for (const FieldRule &rule : rules)
            codes.append(QVariantMap{{u"code"_s, letterValue(own.value(rule.id, in.request.fields.value(rule.id)), in.words)}});
        const QString written = number.phone.international.isEmpty() ? number.phone.input : number.phone.international;
        rows.append(QVariantMap{{u"index"_s, rows.size() + 1},
                                {u"number"_s, letterValue(written, in.words)},
                                {u"codes"_s, codes},
                                {u"address"_s, letterValue(addressOf(in.request, number.addressId, in.plan.country), in.words)}});
    }
    return rows;
}

QVariantList stayingRows(const LetterInput &in)
{
    if (in.request.scope == PortScope::Full)
        return {};
    QStringList numbers = stayingNumbers(in);
    if (numbers.isEmpty() && in.record.lettersStaying.value_or(false))
        numbers = QStringList(kBlankRows, QString());
    const QString fate = in.request.remaining == Remaining::Keep         ? in.words.label(u"kept"_s)
                         : in.request.remaining == Remaining::Disconnect ? in.words.label(u"disconnected"_s)
                                                                         : kBlank;
    QVariantList rows;
    for (const QString &number : numbers)
        rows.append(QVariantMap{{u"index"_s, rows.size() + 1}, {u"number"_s, letterValueOrBlank(number, in.words)}, {u"fate"_s, number.isEmpty() ? kBlank : fate}});
    return rows;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/countrypack.h"
#include "core/countries/packreader.h"
#include "core/countries/rulepatch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

/// One country on its way to the rules that hold.
class CountryRules
{
public:
    CountryRules(const Country &supplied, const QJsonObject &file) : m_supplied(supplied), m_file(file), m_country(supplied), m_suppliedFile(file) {}

    /// Writes one override and reads the country anew; the sentence why it does not fit, "" = done.
    QString add(const RuleOverride &rule);
    /// Writes those that belong together: each may fit only when the others are there (a minimum above the supplied maximum).
    QList<UnfitOverride> addAll(QList<RuleOverride> rules);

    const Country &country() const { return m_country; }
    const QJsonObject &file() const { return m_file; }

private:
    QString write(const QList<RuleOverride> &rules);
    QString writeInto(QJsonObject &file, const RuleOverride &rule) const;
    void remember(const QList<RuleOverride> &rules);

    const Country &m_supplied;
    QJsonObject m_file;
    Country m_country;
    QJsonObject m_suppliedFile;
    QList<RuleOverride> m_written;
};

bool concerns(const RuleOverride &rule, const QJsonObject &record)
{
    return rule.type == NumberType::Unknown || numberTypeKey(rule.type) == record.value(u"type"_s).toString();
}

/// The base process asks for these three in every country (design, section 6): a customer may declare one unavailable and an agent may
/// waive it in a case, but no country goes without.
QString baseProcessBroken(const Country &country)
{
    for (const CountryRecord &record : country.records) {
        for (const QString &id : {u"loa"_s, u"csr"_s, u"bill"_s}) {
            const DocumentRule *rule = record.document(id);
            if (!rule || (!rule->required && !rule->baseProcess))
                return u"The %1 belongs to the base process of every country. Allow customers to declare it unavailable instead; an agent can then waive it in a case."_s.arg(
                    documentKindText(id));
        }
    }
    return {};
}

/// "The country rules in FR.json are wrong: records[0].leadTimeMinimum is above leadTimeMaximum." as a sentence about the value.
QString sentenceOf(const Error &error)
{
    static const QRegularExpression record(u"\\brecords\\[\\d+\\]\\."_s);
    return u"The value does not fit the rules: %1"_s.arg(error.message.section(u": "_s, 1).remove(record));
}

QString CountryRules::writeInto(QJsonObject &file, const RuleOverride &rule) const
{
    QJsonArray records = file.value(u"records"_s).toArray();
    QString why = u"%1 has no rules for this type of number."_s.arg(m_supplied.name);
    bool written = false;
    for (int i = 0; i < records.size(); ++i) {
        QJsonObject record = records.at(i).toObject();
        if (!concerns(rule, record))
            continue;
        const auto done = writeOverride(record, rule);
        if (done)
            records.replace(i, record);
        else
            why = done.error().message;
        written = written || done;
    }
    file.insert(u"records"_s, records);
    return written ? QString() : why;
}

QString CountryRules::write(const QList<RuleOverride> &rules)
{
    QJsonObject changed = m_file;
    for (const RuleOverride &rule : rules) {
        if (const QString why = writeInto(changed, rule); !why.isEmpty())
            return why;
    }
    const auto country = readCountry(QJsonDocument(changed).toJson(QJsonDocument::Compact), m_supplied.code + u".json"_s);
    if (!country)
        return sentenceOf(country.error());
    if (const QString broken = baseProcessBroken(*country); !broken.isEmpty() && baseProcessBroken(m_supplied).isEmpty())
        return broken;
    m_file = changed;
    m_country = *country;
    m_written += rules;
    remember(m_written);
    return {};
}

QString CountryRules::add(const RuleOverride &rule)
{
    return write({rule});
}

/// Reading a country anew forgets who set what.
void CountryRules::remember(const QList<RuleOverride> &rules)
{
    const QJsonArray supplied = m_suppliedFile.value(u"records"_s).toArray();
    for (int i = 0; i < supplied.size() && i < m_country.records.size(); ++i) {
        QList<AppliedOverride> &applied = m_country.records[i].overrides;
        applied.clear();
        for (const RuleOverride &rule : rules) {
            const QJsonObject record = supplied.at(i).toObject();
            QJsonObject trial = record;
            if (!concerns(rule, record) || !writeOverride(trial, rule))
                continue;
            applied.removeIf([&rule](const AppliedOverride &other) { return other.rule.path == rule.path; }); // one for all types yields
            const QJsonValue was = ruleValueAt(record, rule.path);
            applied.append({rule, was.isUndefined() ? QJsonValue(QJsonValue::Null) : was});
        }
    }
}

QList<UnfitOverride> CountryRules::addAll(QList<RuleOverride> rules)
{
    // Those for every type first, so that one for a single type has the last word.
    std::stable_sort(rules.begin(), rules.end(), [](const RuleOverride &a, const RuleOverride &b) {
        return a.type == NumberType::Unknown && b.type != NumberType::Unknown;
    });
    if (write(rules).isEmpty())
        return {};
    QList<UnfitOverride> unfit;
    for (bool progress = true; progress && !rules.isEmpty();) {
        progress = false;
        unfit.clear();
        QList<RuleOverride> left;
        for (const RuleOverride &rule : std::as_const(rules)) {
            const QString why = add(rule);
            progress = progress || why.isEmpty();
            if (!why.isEmpty()) {
                left.append(rule);
                unfit.append({rule, why});
            }
        }
        rules = left;
    }
    return unfit;
}

} // namespace

OverriddenPack CountryPack::withOverrides(const QList<RuleOverride> &overrides, QDate day) const
{
    OverriddenPack answer{*this};
    QMap<QString, QList<RuleOverride>> byCountry;
    for (const RuleOverride &rule : overrides) {
        if (rule.inForce(day))
            byCountry[rule.country].append(rule);
    }
    for (auto entry = byCountry.cbegin(); entry != byCountry.cend(); ++entry) {
        const Country *supplied = country(entry.key());
        const auto rules = file(entry.key());
        if (!supplied || !rules) {
            for (const RuleOverride &rule : entry.value())
                answer.unfit.append({rule, u"There are no rules for the country %1."_s.arg(rule.country)});
            continue;
        }
        CountryRules effective(*supplied, *rules);
        answer.unfit += effective.addAll(entry.value());
        answer.pack.m_countries.insert(entry.key(), effective.country());
        answer.pack.m_changed.insert(entry.key(), effective.file());
    }
    return answer;
}

} // namespace PortDesk

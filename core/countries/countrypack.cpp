// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/countrypack.h"

#include "core/countries/packreader.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

// Q_INIT_RESOURCE must stand outside every namespace. In a static library nothing else would pull the resource object in.
static void keepCountryResources()
{
    Q_INIT_RESOURCE(portdesk_countries);
}

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

constexpr int baseBillAgeDays = 30;

template<typename Rule> const Rule *ruleById(const QList<Rule> &rules, const QString &id)
{
    const auto found = std::find_if(rules.cbegin(), rules.cend(), [&id](const Rule &rule) { return rule.id == id; });
    return found == rules.cend() ? nullptr : &*found;
}

} // namespace

int CountryRecord::effectiveBillAge() const
{
    return std::min(baseBillAgeDays, billMaxAgeDays.value_or(baseBillAgeDays));
}

const DocumentRule *CountryRecord::document(const QString &id) const
{
    return ruleById(documents, id);
}

const FieldRule *CountryRecord::field(const QString &id) const
{
    return ruleById(fields, id);
}

const AppliedOverride *CountryRecord::overrideOf(const QString &path) const
{
    const auto found = std::find_if(overrides.cbegin(), overrides.cend(), [&path](const AppliedOverride &o) { return o.rule.path == path; });
    return found == overrides.cend() ? nullptr : &*found;
}

Result<CountryPack> CountryPack::load(const QString &folder)
{
    keepCountryResources();
    const QStringList files = QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return Error{Error::Code::NotFound, u"There are no country rules in %1. Install PortDesk again."_s.arg(folder)};
    CountryPack pack;
    pack.m_folder = folder;
    for (const QString &name : files) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            return Error{Error::Code::Io, u"The country rules in %1 cannot be read: %2."_s.arg(name, file.errorString())};
        Result<Country> country = readCountry(file.readAll(), name);
        if (!country)
            return country.error();
        pack.m_countries.insert(country->code, country.value());
    }
    return pack;
}

QStringList CountryPack::codes() const
{
    QStringList codes = m_countries.keys();
    std::sort(codes.begin(), codes.end(), [this](const QString &a, const QString &b) {
        return m_countries.constFind(a)->name < m_countries.constFind(b)->name;
    });
    return codes;
}

const Country *CountryPack::country(const QString &code) const
{
    const auto found = m_countries.constFind(code);
    return found == m_countries.cend() ? nullptr : &*found;
}

const CountryRecord *CountryPack::record(const QString &code, NumberType type) const
{
    const Country *found = country(code);
    if (!found)
        return nullptr;
    const auto &records = found->records;
    const auto record = std::find_if(records.cbegin(), records.cend(), [type](const CountryRecord &r) { return r.type == type; });
    return record == records.cend() ? nullptr : &*record;
}

Result<QJsonObject> CountryPack::file(const QString &code) const
{
    if (const auto changed = m_changed.constFind(code); changed != m_changed.cend())
        return *changed;
    QFile file(u"%1/%2.json"_s.arg(m_folder, code));
    if (!m_countries.contains(code) || !file.open(QIODevice::ReadOnly))
        return Error{Error::Code::NotFound, u"There are no rules for the country %1."_s.arg(code)};
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace PortDesk

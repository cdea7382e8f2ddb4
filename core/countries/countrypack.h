// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/countries/ruleoverride.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace PortDesk {

/// A document the country and type asks for. Ids: loa csr bill portability_form id_document proof_of_address business_registration ...
struct DocumentRule {
    QString id;
    bool required = false;
    bool baseProcess = false; ///< asked by the base process (LOA, CSR, bill) although the country's sources do not name it: may be declared unavailable
    QString note;
    QStringList sources;
    QString appliesTo = {}; ///< "business" or "person" when only owners of that kind need it, "" for both
};

/// A field the country and type asks for, by pack id ("rio_code").
struct FieldRule {
    QString id;
    QString label; ///< for people: "RIO code"
    bool required = false;
    QString pattern;     ///< anchored, for the value after removing spaces, dots, hyphens and upper-casing; "" when none
    QString explanation; ///< what it is and its format, in a sentence
    QString checksum;    ///< name of the check-digit rule, "" when none
    QString note;
    QString whereToFind; ///< "" when nothing is documented
    QString requestPointer; ///< JSON pointer of the request member that already holds it ("/losingCarrier/accountNumber"), "" = /fields/<id>
    QStringList sources;
    QString appliesTo = {}; ///< "business" or "person" when only owners of that kind need it, "" for both
};

enum class Portability { Yes, Unknown };
enum class SignatureKind { Wet, Electronic, Either, Unknown };

/// One country and number type. Empty or unset means "not documented", never "not needed".
struct CountryRecord {
    QString country;
    NumberType type = NumberType::Unknown;
    Portability portability = Portability::Unknown;
    QList<DocumentRule> documents;
    QList<FieldRule> fields;
    std::optional<int> billMaxAgeDays; ///< hint for the waiver when above 30; the rule is effectiveBillAge()
    std::optional<int> loaMaxAgeDays;
    SignatureKind signature = SignatureKind::Unknown;
    QStringList loaLanguages; ///< "de"
    QStringList loaFields;
    std::optional<int> leadTimeMinimum; ///< business days
    std::optional<int> leadTimeMaximum;
    QString leadTimeNote;
    std::optional<int> maximumNumbers;
    QString maximumNumbersNote;
    QString partialPort; ///< "allowed" "restricted" "unknown"
    QString portingWindow;
    QString regulator;
    QStringList restrictions;
    QStringList commonRejections;
    QStringList sources;
    QString confidence; ///< "documented" "partial"
    QList<AppliedOverride> overrides = {}; ///< values of this record that the desk set itself

    /// The base rule of 30 days, or less where the country is stricter.
    int effectiveBillAge() const;
    const DocumentRule *document(const QString &id) const;
    const FieldRule *field(const QString &id) const;
    /// The desk's own value at a path ("leadTimeMaximum", "documents/csr"); nullptr while the supplied one holds.
    const AppliedOverride *overrideOf(const QString &path) const;
};

struct Country {
    QString code;
    QString name; ///< English
    QString zone; ///< IANA zone of the capital, for port dates
    QString currency;
    QList<CountryRecord> records;
};

struct OverriddenPack;

/// The rules of all countries, compiled in from resources/countries/<CC>.json. Immutable after load; share it.
/// The pack of a desk with overrides is another CountryPack (withOverrides): whoever reads rules reads the effective ones.
class CountryPack
{
public:
    /// Reads every file; Error::Invalid names the file and the key that is wrong.
    static Result<CountryPack> load(const QString &folder = QStringLiteral(":/portdesk/countries"));

    QStringList codes() const; ///< sorted by English name
    const Country *country(const QString &code) const;
    const CountryRecord *record(const QString &country, NumberType type) const;
    /// The country's file as it holds now, with overridden values in their places; for showing each value with its sources.
    Result<QJsonObject> file(const QString &code) const;

    /// This supplied pack with the overrides that are in force on `day`.
    OverriddenPack withOverrides(const QList<RuleOverride> &overrides, QDate day) const;

private:
    QString m_folder;
    QHash<QString, Country> m_countries;
    QHash<QString, QJsonObject> m_changed; ///< files of countries with overrides
};

/// A pack with overrides, and those that do not fit the supplied rules (a newer program may supply others).
struct OverriddenPack {
    CountryPack pack;
    QList<UnfitOverride> unfit = {};
};

/// "Letter of Authorisation", "Customer Service Record", "Latest phone bill" ... for a document id.
QString documentKindText(const QString &id);
/// All document ids the program knows.
QStringList documentKinds();

} // namespace PortDesk

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
    QString appliesTo = {};  ///< "business" or "person" when only owners of that kind need it, "" for both
    QString acceptance = {}; ///< what must hold for the document to be accepted, in a sentence or two
};

/// How the value of a field is written.
enum class FieldFormat { Pattern, Text, Unknown };

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
    bool textField = false; ///< a name, an address, a word: has no format. Without it and without a pattern the format is not documented
    bool perNumber = false; ///< every number has its own (RIO, migration code, PAC): asked per number, checked with that number

    FieldFormat format() const { return !pattern.isEmpty() ? FieldFormat::Pattern : textField ? FieldFormat::Text : FieldFormat::Unknown; }
};

/// Times of day at which one carrier moves numbers. The hours are those of `zone`; `to` before `from` is on the next day.
struct PortingWindow {
    QList<int> weekdays; ///< 1 Monday to 7 Sunday; empty = not documented
    QString from, to;    ///< "06:00"; both "" when only the days are documented
    QString zone;        ///< IANA zone, the country's own where the source names none
    QString by;          ///< whose window it is ("AWS"), "" when the source speaks for all
    friend bool operator==(const PortingWindow &, const PortingWindow &) = default;
};

/// Until when before the port date it can still be moved or cancelled. Exactly one of days and hours is set.
struct ChangeLock {
    int businessDays = 0; ///< 0 = counted in hours
    int hours = 0;
    QString until;        ///< "17:00" on that day, "" = the whole day
    QString note;         ///< what it covers, in the source's words
    friend bool operator==(const ChangeLock &, const ChangeLock &) = default;
};

enum class Portability { Yes, Unknown };
enum class SignatureKind { Wet, Electronic, Either, Unknown };

/// Where a number's service address has to lie.
enum class AddressRule { Unknown, Anywhere, InCountry, InArea };

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
    AddressRule addressRule = AddressRule::Unknown; ///< InArea: in the area of the number's prefix
    QString partialPort; ///< "allowed" "restricted" "unknown"
    QString portingWindow; ///< as the sources say it
    QList<PortingWindow> windows; ///< the same as data; several carriers, several windows
    std::optional<ChangeLock> changeLock;
    std::optional<int> companyNameLetters; ///< what order systems keep of a company's name; longer ones are cut
    std::optional<int> personNameLetters;  ///< and of the authorised person's
    std::optional<bool> plainAccountNumber; ///< the account number is taken without spaces and hyphens
    std::optional<bool> wholeBlocks;       ///< blocks of numbers move as a whole only
    QStringList partialPortRules;
    std::optional<bool> companyStamp;      ///< companies stamp the letter
    std::optional<bool> lettersStaying;    ///< the letter lists the numbers that stay
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

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberparser.h"

#include "core/numbers/numberblob.h"
#include "core/numbers/numbertext.h"
#include "core/numbers/phonelibrary.h"

#include <phonenumbers/logger.h>
#include <phonenumbers/shortnumberinfo.h>

namespace PortDesk {

using namespace Qt::StringLiterals;
using PhoneLibrary::lib::PhoneNumberUtil;
using LibraryNumber = PhoneLibrary::lib::PhoneNumber;

namespace PhoneLibrary {

const PhoneNumberUtil &util()
{
    static const PhoneNumberUtil *instance = [] {
        NumberBlob::use(); // without this line the linker leaves our number data out
        PhoneNumberUtil *made = PhoneNumberUtil::GetInstance();
        // The library takes the logger over and keeps it to the end of the process.
        made->SetLogger(new lib::NullLogger);
        return made;
    }();
    return *instance;
}

std::string region(const QString &country)
{
    return country.isEmpty() ? std::string("ZZ") : country.toUpper().toStdString();
}

std::string significantNumber(const LibraryNumber &number)
{
    std::string digits;
    util().GetNationalSignificantNumber(number, &digits);
    return digits;
}

} // namespace PhoneLibrary

namespace {

constexpr qsizetype kLongestInput = 250; ///< the library's time grows with the square of the length, and it has no limit of its own

NumberType mapped(PhoneNumberUtil::PhoneNumberType type)
{
    switch (type) {
    case PhoneNumberUtil::FIXED_LINE:
    case PhoneNumberUtil::FIXED_LINE_OR_MOBILE: // North America cannot tell them apart; its carriers port them as local numbers
        return NumberType::Geographic;
    case PhoneNumberUtil::MOBILE:
        return NumberType::Mobile;
    case PhoneNumberUtil::TOLL_FREE:
        return NumberType::TollFree;
    case PhoneNumberUtil::PREMIUM_RATE:
        return NumberType::Premium;
    case PhoneNumberUtil::SHARED_COST:
        return NumberType::SharedCost;
    case PhoneNumberUtil::VOIP:
        return NumberType::Voip;
    case PhoneNumberUtil::UAN:
    case PhoneNumberUtil::PERSONAL_NUMBER:
        return NumberType::National;
    case PhoneNumberUtil::PAGER:
    case PhoneNumberUtil::VOICEMAIL:
    case PhoneNumberUtil::UNKNOWN:
        break;
    }
    return NumberType::Unknown;
}

/// What the library's data calls otherwise than the numbering plans do.
NumberType correctedType(NumberType type, const QString &e164)
{
    // Germany's 032 are "nationale Teilnehmerrufnummern" (Bundesnetzagentur), of no place; the data counts them to the fixed lines.
    if (type == NumberType::Geographic && e164.startsWith("+4932"_L1))
        return NumberType::National;
    // The exchange 555 of North American area codes belongs to no mobile network (ATIS-0300115); Jamaica's data counts it in with its neighbours.
    const bool exchange555 = e164.startsWith("+1"_L1) && QStringView(e164).sliced(2).mid(3, 3) == "555"_L1;
    return type == NumberType::Mobile && exchange555 ? NumberType::Geographic : type;
}

QString errorReason(PhoneNumberUtil::ErrorType error)
{
    switch (error) {
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR:
        return u"invalid-country-code"_s;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN:
        return u"too-short"_s;
    case PhoneNumberUtil::TOO_LONG_NSN:
        return u"too-long"_s;
    default:
        return u"not-a-number"_s;
    }
}

QString lengthReason(PhoneNumberUtil::ValidationResult result, bool international)
{
    switch (result) {
    case PhoneNumberUtil::IS_POSSIBLE:
        return {};
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY:
        // With a country code in front nothing is left to be dialled locally.
        return international ? u"too-short"_s : u"local-only"_s;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE:
        return u"invalid-country-code"_s;
    case PhoneNumberUtil::TOO_SHORT:
        return u"too-short"_s;
    case PhoneNumberUtil::TOO_LONG:
        return u"too-long"_s;
    case PhoneNumberUtil::INVALID_LENGTH:
        break;
    }
    return u"invalid-length"_s;
}

/// The length verdict of a number outside every known range. The library counts pagers and voice mail in, which makes
/// "+49 30 23" possible; nobody ports those, so only the lengths of portable types count.
PhoneNumberUtil::ValidationResult possibility(const LibraryNumber &number)
{
    const PhoneNumberUtil &util = PhoneLibrary::util();
    const auto general = util.IsPossibleNumberWithReason(number);
    if (general != PhoneNumberUtil::IS_POSSIBLE)
        return general;
    for (const auto type : {PhoneNumberUtil::FIXED_LINE, PhoneNumberUtil::MOBILE, PhoneNumberUtil::TOLL_FREE, PhoneNumberUtil::PREMIUM_RATE,
                            PhoneNumberUtil::SHARED_COST, PhoneNumberUtil::VOIP, PhoneNumberUtil::PERSONAL_NUMBER, PhoneNumberUtil::UAN}) {
        if (util.IsPossibleNumberForTypeWithReason(number, type) == PhoneNumberUtil::IS_POSSIBLE)
            return general;
    }
    return util.IsPossibleNumberForTypeWithReason(number, PhoneNumberUtil::FIXED_LINE);
}

/// Country of a number. Several countries share +1, +7 or +44, and a number outside the known ranges belongs to none of them for
/// the library: then the hint decides when it has the same code, else the code's main country.
QString countryOf(const LibraryNumber &number, const std::string &hint)
{
    const PhoneNumberUtil &util = PhoneLibrary::util();
    std::string region;
    util.GetRegionCodeForNumber(number, &region);
    if (region == "ZZ") {
        if (util.GetCountryCodeForRegion(hint) == number.country_code())
            region = hint;
        else
            util.GetRegionCodeForCountryCode(number.country_code(), &region);
    }
    return region == "ZZ" || region == "001" ? QString() : QString::fromStdString(region);
}

/// 110, 911, 116117: read as a number it is too short, and nobody ports it this way.
bool isShortCode(const LibraryNumber &number, const std::string &region)
{
    static const PhoneLibrary::lib::ShortNumberInfo codes;
    return codes.IsValidShortNumberForRegion(number, region);
}

QString formatted(const LibraryNumber &number, PhoneNumberUtil::PhoneNumberFormat format)
{
    std::string text;
    PhoneLibrary::util().Format(number, format, &text);
    return QString::fromStdString(text);
}

} // namespace

PhoneNumber parseNumber(const QString &text, const QString &country)
{
    const PhoneNumberUtil &util = PhoneLibrary::util();
    const std::string hint = PhoneLibrary::region(country);
    const QString clean = NumberText::cleaned(text).trimmed();
    PhoneNumber result;
    result.input = text.trimmed();
    if (clean.size() > kLongestInput) {
        result.reason = u"too-long"_s;
        return result;
    }
    LibraryNumber number;
    if (const auto error = util.Parse(clean.toStdString(), hint, &number); error != PhoneNumberUtil::NO_PARSING_ERROR) {
        result.reason = errorReason(error);
        return result;
    }
    const auto type = util.GetNumberType(number);
    // Same as IsValidNumber(), without looking the region and the patterns up a second time.
    result.valid = type != PhoneNumberUtil::UNKNOWN;
    result.type = mapped(type);
    result.country = countryOf(number, hint);
    result.reason = lengthReason(result.valid ? PhoneNumberUtil::IS_POSSIBLE : possibility(number), clean.startsWith(u'+'));
    result.possible = result.reason.isEmpty();
    if (result.possible && !result.valid)
        result.reason = u"unknown-range"_s;
    else if (!result.possible && isShortCode(number, hint))
        result.reason = u"short-code"_s;
    result.e164 = formatted(number, PhoneNumberUtil::E164);
    result.type = correctedType(result.type, result.e164);
    result.national = formatted(number, PhoneNumberUtil::NATIONAL);
    result.international = formatted(number, PhoneNumberUtil::INTERNATIONAL);
    return result;
}

QString internationalNumber(const QString &e164)
{
    LibraryNumber number;
    if (e164.size() > kLongestInput || PhoneLibrary::util().Parse(e164.toStdString(), "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return {};
    return formatted(number, PhoneNumberUtil::INTERNATIONAL);
}

QString exampleNumber(const QString &country, NumberType type)
{
    const PhoneNumberUtil &util = PhoneLibrary::util();
    for (int candidate = 0; candidate < PhoneNumberUtil::UNKNOWN; ++candidate) {
        const auto libraryType = static_cast<PhoneNumberUtil::PhoneNumberType>(candidate);
        LibraryNumber number;
        if (mapped(libraryType) == type && util.GetExampleNumberForType(PhoneLibrary::region(country), libraryType, &number))
            return formatted(number, PhoneNumberUtil::E164);
    }
    return {};
}

int callingCode(const QString &country)
{
    return PhoneLibrary::util().GetCountryCodeForRegion(PhoneLibrary::region(country));
}

} // namespace PortDesk

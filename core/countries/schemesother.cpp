// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/checkdigits.h"
#include "core/countries/idschemes.h"

#include <QDate>

#include <array>

using namespace Qt::StringLiterals;

// Asia, Africa, Oceania, and what belongs to no country.
namespace PortDesk {
namespace {

bool calendarDate(QStringView value, QStringView)
{
    return QDate::fromString(value.toString(), u"yyyyMMdd"_s).isValid();
}

/// First digit less one, weights 10 1 3 5 ... 19, a multiple of 89; the two check digits run from 11 to 99.
bool australianBusiness(QStringView value, QStringView)
{
    return value.first(2) >= u"11" && (weightedSum(value, {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}) - 10) % 89 == 0;
}

/// Companies begin with 5.
bool israeliCompany(QStringView value, QStringView)
{
    return value[0] == u'5' && luhn(value);
}

bool indianGstin(QStringView value, QStringView)
{
    const int state = value.first(2).toInt();
    const bool known = (state >= 1 && state <= 38) || state == 97; // 38 Ladakh, 97 other territory
    const bool holder = QStringView(u"ABCFGHLJPTK").contains(value[5]);
    return known && holder && value.sliced(7, 4) != u"0000" && luhn36(value);
}

/// The check digit stands first: nine minus the sum modulo nine, weights 1 and 2 in turn from the right.
bool japaneseCorporation(QStringView value, QStringView)
{
    return 9 - weightedSum(value.sliced(1), {2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1}) % 9 == digitAt(value, 0);
}

/// Weights 1 3 7 1 3 7 1 3 5, the ninth digit's product counts by its tens as well; office from 101, no empty part.
bool koreanBusiness(QStringView value, QStringView)
{
    const int sum = weightedSum(value, {1, 3, 7, 1, 3, 7, 1, 3, 5}) + digitAt(value, 8) * 5 / 10;
    const bool parts = value.first(3) >= u"101" && value.sliced(3, 2) != u"00" && value.sliced(5, 4) != u"0000";
    return parts && (10 - sum % 10) % 10 == digitAt(value, 9);
}

constexpr QStringView uenKinds = u"CC CD CH CL CM CP CS CX DP FB FC FM FN GA GB GS HS LL LP MB MC MD MH MM MQ NB NR PA PB PF RF RP SM SS TC TU VH XL";

/// R, S or T, year, kind of entity, four digits: values in an alphabet without I, O, Y and Z.
bool otherUen(QStringView value)
{
    constexpr QStringView alphabet = u"ABCDEFGHJKLMNPQRSTUVWX0123456789";
    constexpr std::array weights = {4, 3, 5, 3, 10, 2, 2, 5, 7};
    int sum = 0;
    for (qsizetype i = 0; i < 9; ++i)
        sum += int(alphabet.indexOf(value[i])) * weights[size_t(i)];
    return uenKinds.contains(value.sliced(3, 2)) && alphabet[(sum - 5) % 11] == value[9];
}

/// Three kinds of entity: businesses (8 digits and a letter), local companies (year, 5 digits and a letter), others (ACRA).
bool singaporeanEntity(QStringView value, QStringView)
{
    if (value.size() == 9)
        return u"XMKECAWLJDB"_s[weightedSum(value, {10, 4, 9, 3, 8, 2, 7, 1}) % 11] == value[8];
    if (value[0].isLetter())
        return otherUen(value);
    return u"ZKCMDNERGWH"_s[weightedSum(value, {10, 8, 6, 4, 9, 7, 5, 3, 1}) % 11] == value[9];
}

bool turkishTaxNumber(QStringView value, QStringView)
{
    int sum = 0;
    for (int i = 1; i <= 9; ++i) {
        const int shifted = (digitAt(value, 9 - i) + i) % 10;
        const int folded = shifted * (1 << i) % 9;
        sum += shifted != 0 && folded == 0 ? 9 : folded;
    }
    return (10 - sum % 10) % 10 == digitAt(value, 9);
}

/// The tenth digit is seven times the digits in odd places less those in even ones, the eleventh the sum of the ten before it.
bool turkishPerson(QStringView value)
{
    int odd = 0, even = 0;
    for (qsizetype i = 0; i < 9; ++i)
        (i % 2 == 0 ? odd : even) += digitAt(value, i);
    const int tenth = ((7 * odd - even) % 10 + 10) % 10;
    return value[0] != u'0' && tenth == digitAt(value, 9) && (odd + even + tenth) % 10 == digitAt(value, 10);
}

/// VKN of a company, TC kimlik number of a person.
bool turkishTaxId(QStringView value, QStringView number)
{
    return value.size() == 11 ? turkishPerson(value) : turkishTaxNumber(value, number);
}

/// Weights 1 2 1 2 1 2 4 1, every product by its digits. Numbers given since April 2023 need a multiple of five only (Ministry of Finance), older ones
/// are multiples of ten and so pass too; a 7 in seventh place may count one more.
bool taiwaneseBusiness(QStringView value, QStringView)
{
    constexpr std::array weights = {1, 2, 1, 2, 1, 2, 4, 1};
    int sum = 0;
    for (qsizetype i = 0; i < 8; ++i) {
        const int product = digitAt(value, i) * weights[size_t(i)];
        sum += product / 10 + product % 10;
    }
    return sum % 5 == 0 || (value[6] == u'7' && (sum + 1) % 5 == 0);
}

/// Date of birth, sequence, citizenship (0 citizen, 1 resident), Luhn. The century is not written; 2000 has the same leap years as the years people were born in.
bool southAfricanPerson(QStringView value, QStringView)
{
    const bool born = QDate::isValid(2000 + value.first(2).toInt(), value.sliced(2, 2).toInt(), value.sliced(4, 2).toInt());
    return born && digitAt(value, 10) <= 1 && luhn(value);
}

constexpr SchemeRow table[] = {
    {"date", "", "", R"(^\d{8}$)", calendarDate},
    {"au.abn", "AU", "", R"(^\d{11}$)", australianBusiness},
    {"au.acn", "AU", "", R"(^\d{9}$)", nextCompletes<10, 8, 7, 6, 5, 4, 3, 2, 1>},
    {"il.hp", "IL", "", R"(^\d{9}$)", israeliCompany},
    {"in.gstin", "IN", "", R"(^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$)", indianGstin},
    {"in.upc", "IN", "", R"(^[A-Z]{2}[A-Z0-9]{6}$)", nullptr},
    {"jp.cn", "JP", "", R"(^\d{13}$)", japaneseCorporation},
    {"kr.brn", "KR", "", R"(^\d{10}$)", koreanBusiness},
    {"ph.usc", "PH", "", R"(^\d{9}$)", nullptr},
    {"sg.uen", "SG", "", R"(^(\d{8}[A-Z]|\d{9}[A-Z]|[RST]\d{2}[A-HJ-NP-X]{2}\d{4}[A-HJ-NP-X0-9])$)", singaporeanEntity},
    {"tr.tax", "TR", "", R"(^\d{10,11}$)", turkishTaxId},
    {"tr.vkn", "TR", "", R"(^\d{10}$)", turkishTaxNumber},
    {"tw.ubn", "TW", "", R"(^\d{8}$)", taiwaneseBusiness},
    {"za.idnr", "ZA", "", R"(^\d{13}$)", southAfricanPerson},
};

} // namespace

std::span<const SchemeRow> otherSchemes()
{
    return table;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/checkdigits.h"
#include "core/countries/idschemes.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

// North, Central and South America.
namespace PortDesk {
namespace {

/// Prefixes the tax office gives out (irs.gov, "How EINs are assigned and valid EIN prefixes"); the number has no check digit.
bool employerNumber(QStringView value, QStringView)
{
    static const QStringList unused{u"00"_s, u"07"_s, u"08"_s, u"09"_s, u"17"_s, u"18"_s, u"19"_s, u"28"_s, u"29"_s,
                                    u"49"_s, u"69"_s, u"70"_s, u"78"_s, u"79"_s, u"89"_s, u"96"_s, u"97"_s};
    return !unused.contains(value.first(2).toString());
}

/// Nine digits by Luhn; a programme account (RT0001) may follow.
bool canadianBusiness(QStringView value, QStringView)
{
    return luhn(value.first(9));
}

/// Sum over characters valued ASCII - 48, weights 2..9 from the right; letters are allowed since July 2026 (Receita Federal).
int cnpjDigit(QStringView text)
{
    int sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        sum += (text[i].unicode() - u'0') * int((text.size() - 1 - i) % 8 + 2);
    const int check = 11 - sum % 11;
    return check > 9 ? 0 : check;
}

bool cnpj(QStringView value, QStringView)
{
    const bool empty = std::all_of(value.cbegin(), value.cend(), [](QChar c) { return c == u'0'; });
    return !empty && cnpjDigit(value.first(12)) == digitAt(value, 12) && cnpjDigit(value.first(13)) == digitAt(value, 13);
}

bool cpf(QStringView value, QStringView)
{
    const int first = weightedSum(value, {10, 9, 8, 7, 6, 5, 4, 3, 2}) * 10 % 11 % 10;
    const int second = weightedSum(value, {11, 10, 9, 8, 7, 6, 5, 4, 3, 2}) * 10 % 11 % 10;
    return isPositive(value) && first == digitAt(value, 9) && second == digitAt(value, 10);
}

/// The last character over the twelve before it, weights 13 to 2, in an alphabet of 39; companies have a blank in front. The suffix and the date of
/// birth or foundation have forms of their own.
bool rfc(QStringView value, QStringView)
{
    static const QRegularExpression suffix(u"^[1-9A-V][1-9A-Z][0-9A]$"_s);
    constexpr QStringView alphabet = u"0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ \u00d1";
    const QString body = value.chopped(1).toString().rightJustified(12, u' ');
    int sum = 0;
    for (qsizetype i = 0; i < body.size(); ++i)
        sum += int(alphabet.indexOf(body[i])) * int(13 - i);
    const QStringView day = value.sliced(value.size() - 9, 6);
    return suffix.match(value.last(3)).hasMatch() && QDate::isValid(2000 + day.first(2).toInt(), day.sliced(2, 2).toInt(), day.last(2).toInt())
        && alphabet[(11 - sum % 11) % 11] == value.last();
}

/// The two digits in front are the kind of holder; ten is written as nine.
bool cuit(QStringView value, QStringView)
{
    static const QStringList kinds{u"20"_s, u"23"_s, u"24"_s, u"27"_s, u"30"_s, u"33"_s, u"34"_s, u"50"_s, u"51"_s, u"55"_s};
    const int check = 11 - weightedSum(value, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11;
    const int digit = check == 11 ? 0 : check == 10 ? 9 : check;
    return kinds.contains(value.first(2).toString()) && digit == digitAt(value, 10);
}

/// Weights 2 to 7 in turn from the right; ten is K.
bool rut(QStringView value, QStringView)
{
    int sum = 0;
    for (qsizetype i = 0; i + 1 < value.size(); ++i)
        sum += digitAt(value, value.size() - 2 - i) * int(2 + i % 6);
    return u"0123456789K"_s[(11 - sum % 11) % 11] == value.last();
}

/// Prime weights from the right; rests of nought and one stand for themselves.
bool nit(QStringView value, QStringView)
{
    constexpr int weights[] = {3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71};
    int sum = 0;
    for (qsizetype i = 0; i + 1 < value.size(); ++i)
        sum += digitAt(value, value.size() - 2 - i) * weights[i];
    return digitAt(u"01987654321", sum % 11) == digitOf(value.last());
}

/// 10, 15 and 17 are persons, 20 companies.
bool ruc(QStringView value, QStringView)
{
    static const QStringList kinds{u"10"_s, u"15"_s, u"17"_s, u"20"_s};
    return kinds.contains(value.first(2).toString()) && (11 - weightedSum(value, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 10 == digitAt(value, 10);
}

bool rnc(QStringView value, QStringView)
{
    const int rest = weightedSum(value, {7, 9, 8, 6, 5, 4, 3, 2}) % 11;
    return (10 - rest) % 9 + 1 == digitAt(value, 8);
}

constexpr SchemeRow table[] = {
    {"ar.cuit", "AR", "", R"(^\d{11}$)", cuit},
    {"br.cnpj", "BR", "", R"(^[0-9A-Z]{12}\d{2}$)", cnpj},
    {"br.cpf", "BR", "", R"(^\d{11}$)", cpf},
    {"ca.bn", "CA", "", R"(^\d{9}((RC|RM|RP|RT)\d{4})?$)", canadianBusiness},
    {"cl.rut", "CL", "CL", R"(^(CL)?\d{7,8}[0-9K]$)", rut},
    {"co.nip", "CO", "", R"(^\d{5}$)", nullptr},
    {"co.nit", "CO", "", R"(^\d{8,16}$)", nit},
    {"do.rnc", "DO", "", R"(^\d{9}$)", rnc},
    {"mx.nip", "MX", "", R"(^\d{4}$)", nullptr},
    {"mx.rfc", "MX", "", R"(^[A-Z&\x{D1}]{3,4}\d{6}[A-Z0-9]{3}$)", rfc},
    {"pe.ruc", "PE", "", R"(^\d{11}$)", ruc},
    {"us.ein", "US", "", R"(^\d{9}$)", employerNumber},
};

} // namespace

std::span<const SchemeRow> americanSchemes()
{
    return table;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/checkdigits.h"
#include "core/countries/idschemes.h"

#include <QDate>

using namespace Qt::StringLiterals;

// Northern, central and south-eastern Europe.
namespace PortDesk {
namespace {

bool danishCvr(QStringView value, QStringView number)
{
    return value[0] != u'0' && sumVanishes<11, 2, 7, 6, 5, 4, 3, 2, 1>(value, number);
}

/// Month 1 to 12 with 80, 20, 40 or 60 added for the centuries 1800 and 2000 to 2200, and a check digit over weights 1 3 7 9.
bool polishPerson(QStringView value, QStringView number)
{
    const int month = value.sliced(2, 2).toInt();
    const int century = month > 80 ? 1800 : 1900 + month / 20 * 100;
    const bool born = QDate::isValid(century + value.first(2).toInt(), month % 20, value.sliced(4, 2).toInt());
    return born && sumVanishes<10, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1>(value, number);
}

/// NIP of a business, PESEL of a person.
bool polishTaxNumber(QStringView value, QStringView number)
{
    return value.size() == 11 ? polishPerson(value, number) : sumVanishes<11, 6, 5, 7, 2, 3, 4, 5, 6, 7, -1>(value, number);
}

/// Luhn; the third digit of an organisation is at least two, because lower ones would be a month of birth.
bool swedishOrganisation(QStringView value, QStringView)
{
    return digitAt(value, 2) >= 2 && luhn(value);
}

/// The subscriber id is 16 and the ten digits of the organisation or person, or zeros before a shorter id, which has no rule.
bool swedishSubscriber(QStringView value, QStringView)
{
    return !value.startsWith(u"16") || luhn(value.sliced(2));
}

/// Nought is written as one, ten as nought: 11 minus the rest, last digit.
bool czechIco(QStringView value, QStringView)
{
    return (11 - weightedSum(value, {8, 7, 6, 5, 4, 3, 2}) % 11) % 10 == digitAt(value, 7);
}

/// A multiple of eleven; the third digit tells the kind of person, and only these are given.
bool slovakVat(QStringView value, QStringView)
{
    return value[0] != u'0' && QStringView(u"234789").contains(value[2]) && value.toLongLong() % 11 == 0;
}

/// The first eight digits; the VAT code and county that may follow have no check.
bool hungarianTaxNumber(QStringView value, QStringView number)
{
    return sumVanishes<10, 9, 7, 3, 1, 9, 7, 3, 1>(value, number);
}

bool romanianCui(QStringView value, QStringView)
{
    const QString padded = value.chopped(1).toString().rightJustified(9, u'0');
    return value[0] != u'0' && weightedSum(padded, {7, 5, 3, 2, 1, 7, 5, 3, 2}) * 10 % 11 % 10 == digitOf(value.last());
}

/// Weights 1 to 8, or 3 to 10 when the rest is ten. A branch has four more digits, which are not checked.
bool bulgarianEik(QStringView value, QStringView)
{
    int rest = weightedSum(value, {1, 2, 3, 4, 5, 6, 7, 8}) % 11;
    if (rest == 10)
        rest = weightedSum(value, {3, 4, 5, 6, 7, 8, 9, 10}) % 11;
    return rest % 10 == digitAt(value, 8);
}

/// EL or GR may stand in front; the eight digits of old numbers get a nought.
bool greekAfm(QStringView value, QStringView)
{
    const QStringView digits = value[0].isLetter() ? value.sliced(2) : value;
    const QString padded = digits.toString().rightJustified(9, u'0');
    return weightedSum(padded, {256, 128, 64, 32, 16, 8, 4, 2}) % 11 % 10 == digitAt(padded, 8);
}

bool croatianOib(QStringView value, QStringView)
{
    return iso7064Mod11And10(value);
}

/// Eleven minus the rest, ten written as nought; a rest of nought is never given.
bool slovenianVat(QStringView value, QStringView)
{
    const int check = 11 - weightedSum(value, {8, 7, 6, 5, 4, 3, 2}) % 11;
    return value[0] != u'0' && check < 11 && check % 10 == digitAt(value, 7);
}

constexpr SchemeRow table[] = {
    {"bg.eik", "BG", "BG", R"(^(BG)?\d{9}(\d{4})?$)", bulgarianEik},
    {"cz.ico", "CZ", "CZ", R"(^(CZ)?\d{8}$)", czechIco},
    {"dk.cvr", "DK", "DK", R"(^(DK)?\d{8}$)", danishCvr},
    {"ee.kmkr", "EE", "EE", R"(^(EE)?\d{9}$)", sumVanishes<10, 3, 7, 1, 3, 7, 1, 3, 7, 1>},
    {"fi.ytunnus", "FI", "FI", R"(^(FI)?\d{8}$)", sumVanishes<11, 7, 9, 10, 5, 8, 4, 2, 1>},
    {"gr.afm", "GR", "", R"(^(EL|GR)?\d{8,9}$)", greekAfm},
    {"hr.oib", "HR", "HR", R"(^(HR)?\d{11}$)", croatianOib},
    {"hu.adoszam", "HU", "HU", R"(^(HU)?\d{8}(\d{3})?$)", hungarianTaxNumber},
    {"no.orgnr", "NO", "", R"(^\d{9}$)", sumVanishes<11, 3, 2, 7, 6, 5, 4, 3, 2, 1>},
    {"pl.nip", "PL", "PL", R"(^(PL)?\d{10}$)", sumVanishes<11, 6, 5, 7, 2, 3, 4, 5, 6, 7, -1>},
    {"pl.tax", "PL", "PL", R"(^(PL)?\d{10}$|^\d{11}$)", polishTaxNumber},
    {"ro.cui", "RO", "RO", R"(^(RO)?\d{2,10}$)", romanianCui},
    {"se.orgnr", "SE", "", R"(^\d{10}$)", swedishOrganisation},
    {"se.subscriber", "SE", "", R"(^\d{12}$)", swedishSubscriber},
    {"si.ddv", "SI", "SI", R"(^(SI)?\d{8}$)", slovenianVat},
    {"sk.icdph", "SK", "SK", R"(^(SK)?\d{10}$)", slovakVat},
};

} // namespace

std::span<const SchemeRow> otherEuropeanSchemes()
{
    return table;
}

} // namespace PortDesk

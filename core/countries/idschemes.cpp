// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/idschemes.h"

#include "core/countries/checkdigits.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

// Rules as the issuing authorities publish them; the samples that prove them stand in tests/core/tst_fieldcheck.cpp.
namespace PortDesk {
namespace {

int digitAt(QStringView text, qsizetype index)
{
    return text[index].unicode() - u'0';
}

QStringView without(QStringView text, QStringView prefix)
{
    return text.startsWith(prefix) ? text.sliced(prefix.size()) : text;
}

bool plainLuhn(QStringView value, QStringView)
{
    return luhn(value);
}

/// La Poste's establishments share the SIREN 356000000 and only need a digit sum divisible by five (INSEE); its head office is older than that rule.
bool siret(QStringView value, QStringView)
{
    if (value.startsWith(u"356000000")) {
        int sum = 0;
        for (qsizetype i = 0; i < value.size(); ++i)
            sum += digitAt(value, i);
        return sum % 5 == 0 || value == u"35600000000048";
    }
    return luhn(value) && luhn(value.first(9));
}

/// The two key characters are computed only when they are digits; letters are a newer series without a published rule.
bool frenchVat(QStringView value, QStringView)
{
    const QStringView siren = value.sliced(4);
    if (!luhn(siren))
        return false;
    bool numeric = false;
    const int key = value.sliced(2, 2).toInt(&numeric);
    return !numeric || key == (12 + 3 * mod97(siren)) % 97;
}

/// Three control characters over the first nine of the RIO and the ten digits of the line, alphabet A-Z 0-9 +, modulo 37.
bool rio(QStringView value, QStringView number)
{
    if (number.isEmpty())
        return true;
    constexpr QStringView alphabet = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+";
    int a = 0, b = 0, c = 0;
    for (const QChar ch : QString(value.first(9).toString() + number.toString())) {
        const auto v = int(alphabet.indexOf(ch));
        if (v < 0)
            return false;
        a = (a + v) % 37;
        b = (2 * b + v) % 37;
        c = (4 * c + v) % 37;
    }
    return value[9] == alphabet[a] && value[10] == alphabet[b] && value[11] == alphabet[c];
}

/// DNI and NIE: the letter is the number modulo 23; X, Y, Z of a NIE count as 0, 1, 2.
bool spanishPerson(QStringView value, QStringView)
{
    QString digits = value.first(8).toString();
    if (const auto series = u"XYZ"_s.indexOf(digits[0]); series >= 0)
        digits[0] = QChar(u'0' + int(series));
    return u"TRWAGMYFPDXBNJZSQVHLCKE"_s[digits.toInt() % 23] == value[8];
}

/// CIF: Luhn digit, or its letter. Public bodies and foreign entities (N P Q R S W) carry the letter, A B E H the digit unless not resident (province 00).
bool cif(QStringView value, QStringView)
{
    int check = 0;
    while (check < 10 && !luhn(QString(value.sliced(1, 7).toString() + QString::number(check))))
        ++check;
    const bool isDigit = value[8] == QChar(u'0' + check);
    const bool isLetter = value[8] == u"JABCDEFGHI"_s[check];
    if (QStringView(u"NPQRSW").contains(value[0]))
        return isLetter;
    const bool digitOnly = QStringView(u"ABEH").contains(value[0]) && value.sliced(1, 2) != u"00";
    return isDigit || (isLetter && !digitOnly);
}

bool spanishVat(QStringView value, QStringView number)
{
    const QStringView id = without(value, u"ES");
    return id[0].isDigit() || QStringView(u"XYZ").contains(id[0]) ? spanishPerson(id, number) : cif(id, number);
}

/// Digits 8 to 10 name the tax office: 001-100, 120, 121, 888 or 999 (Agenzia delle Entrate).
bool partitaIva(QStringView value, QStringView)
{
    const QStringView digits = without(value, u"IT");
    const int office = digits.sliced(7, 3).toInt();
    const bool known = (office >= 1 && office <= 100) || office == 120 || office == 121 || office == 888 || office == 999;
    return known && luhn(digits);
}

/// Personal code of 16 characters, or the 11 digits of a company, whose code is its partita IVA.
bool codiceFiscale(QStringView value, QStringView number)
{
    if (value.size() == 11)
        return partitaIva(value, number);
    constexpr std::array odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
    int sum = 0;
    for (qsizetype i = 0; i < 15; ++i) {
        const int rank = value[i].isDigit() ? digitAt(value, i) : value[i].unicode() - u'A';
        sum += i % 2 == 0 ? odd[size_t(rank)] : rank;
    }
    return value[15] == QChar(u'A' + sum % 26);
}

/// Since 2020 sole traders have numbers of their own, checked by mod 97-10; older ones pass the 11-test.
bool dutchVat(QStringView value, QStringView)
{
    const QStringView digits = value.sliced(2, 9);
    const int sum = weightedSum(digits, {9, 8, 7, 6, 5, 4, 3, 2});
    return value.last(2) != u"00" && (sum % 11 == digitAt(digits, 8) || mod97(value) == 1);
}

bool germanVat(QStringView value, QStringView)
{
    return iso7064Mod11And10(without(value, u"DE"));
}

/// 97 for older numbers, 97 with an offset of 55 for those given since 2009.
bool britishVat(QStringView value, QStringView)
{
    const QStringView digits = without(value, u"GB");
    const int sum = weightedSum(digits, {8, 7, 6, 5, 4, 3, 2, 10, 1});
    return sum % 97 == 0 || sum % 97 == 42;
}

/// The letter is the weighted sum modulo 23; the second letter, given since 2013, counts nine times.
bool irishVat(QStringView value, QStringView)
{
    const QStringView id = without(value, u"IE");
    int sum = weightedSum(id, {8, 7, 6, 5, 4, 3, 2});
    if (id.size() == 9)
        sum += 9 * (id[8] == u'W' ? 0 : id[8].unicode() - u'A' + 1);
    return u"WABCDEFGHIJKLMNOPQRSTUV"_s[sum % 23] == id[7];
}

bool belgianVat(QStringView value, QStringView)
{
    const QStringView digits = without(value, u"BE");
    return 97 - digits.first(8).toInt() % 97 == digits.last(2).toInt();
}

bool portugueseNif(QStringView value, QStringView)
{
    const int check = (11 - weightedSum(value, {9, 8, 7, 6, 5, 4, 3, 2}) % 11) % 11;
    return check % 10 == digitAt(value, 8);
}

bool norwegianOrganisation(QStringView value, QStringView)
{
    return weightedSum(value, {3, 2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
}

/// The subscriber id is 16 and the ten digits of the organisation, or zeros before a shorter id, which has no rule.
bool swedishSubscriber(QStringView value, QStringView)
{
    return !value.startsWith(u"16") || luhn(value.sliced(2));
}

bool australianBusiness(QStringView value, QStringView)
{
    return value[0] != u'0' && (weightedSum(value, {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19}) - 10) % 89 == 0;
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
    return cnpjDigit(value.first(12)) == digitAt(value, 12) && cnpjDigit(value.first(13)) == digitAt(value, 13);
}

bool cpf(QStringView value, QStringView)
{
    const int first = weightedSum(value, {10, 9, 8, 7, 6, 5, 4, 3, 2}) * 10 % 11 % 10;
    const int second = weightedSum(value, {11, 10, 9, 8, 7, 6, 5, 4, 3, 2}) * 10 % 11 % 10;
    return first == digitAt(value, 9) && second == digitAt(value, 10);
}

bool peruvianRuc(QStringView value, QStringView)
{
    return (11 - weightedSum(value, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11) % 10 == digitAt(value, 10);
}

bool calendarDate(QStringView value, QStringView)
{
    return QDate::fromString(value.toString(), u"yyyyMMdd"_s).isValid();
}

constexpr SchemeRow table[] = {
    {"date", "", R"(^\d{8}$)", calendarDate},
    {"au.abn", "AU", R"(^\d{11}$)", australianBusiness},
    {"be.vat", "BE", R"(^(BE)?[01]\d{9}$)", belgianVat},
    {"br.cnpj", "BR", R"(^[0-9A-Z]{12}\d{2}$)", cnpj},
    {"br.cpf", "BR", R"(^\d{11}$)", cpf},
    {"ca.bn", "CA", R"(^\d{9}$)", plainLuhn},
    {"de.vat", "DE", R"(^DE[1-9]\d{8}$)", germanVat},
    {"es.cif", "ES", R"(^[A-HJNP-SUVW]\d{7}[0-9A-J]$)", cif},
    {"es.nif", "ES", R"(^(\d{8}|[XYZ]\d{7})[A-HJ-NP-TV-Z]$)", spanishPerson},
    {"es.vat", "ES", R"(^(ES)?(\d{8}[A-HJ-NP-TV-Z]|[XYZ]\d{7}[A-HJ-NP-TV-Z]|[A-HJNP-SUVW]\d{7}[0-9A-J])$)", spanishVat},
    {"fr.rio", "FR", R"(^[A-Z0-9]{2}[A-Z][A-Z0-9]{6}[A-Z0-9+]{3}$)", rio},
    {"fr.siren", "FR", R"(^\d{9}$)", plainLuhn},
    {"fr.siret", "FR", R"(^\d{14}$)", siret},
    {"fr.vat", "FR", R"(^FR[0-9A-HJ-NP-Z]{2}\d{9}$)", frenchVat},
    {"gb.pac", "GB", R"(^[A-Z]{3}\d{6}$)", nullptr},
    {"gb.vat", "GB", R"(^(GB)?\d{9}(\d{3})?$)", britishVat},
    {"ie.vat", "IE", R"(^(IE)?\d{7}[A-W][A-IW]?$)", irishVat},
    {"it.codice-fiscale", "IT", R"(^([A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]|\d{11})$)", codiceFiscale},
    {"it.partita-iva", "IT", R"(^(IT)?\d{11}$)", partitaIva},
    {"nl.btw", "NL", R"(^NL\d{9}B\d{2}$)", dutchVat},
    {"nl.kvk", "NL", R"(^\d{8}$)", nullptr},
    {"no.orgnr", "NO", R"(^\d{9}$)", norwegianOrganisation},
    {"pe.ruc", "PE", R"(^\d{11}$)", peruvianRuc},
    {"pt.nif", "PT", R"(^\d{9}$)", portugueseNif},
    {"se.subscriber", "SE", R"(^\d{12}$)", swedishSubscriber},
    {"us.ein", "US", R"(^\d{9}$)", nullptr},
};

} // namespace

std::span<const SchemeRow> schemeTable()
{
    return table;
}

const SchemeRow *schemeRow(QStringView name)
{
    const auto found = std::find_if(std::begin(table), std::end(table), [name](const SchemeRow &row) { return name == QLatin1StringView(row.name); });
    return found == std::end(table) ? nullptr : &*found;
}

} // namespace PortDesk

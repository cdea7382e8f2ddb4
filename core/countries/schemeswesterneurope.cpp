// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/checkdigits.h"
#include "core/countries/idschemes.h"

#include <QDate>

#include <array>

using namespace Qt::StringLiterals;

// France, Spain, Portugal, Italy, Germany, Austria, Switzerland, Benelux, Ireland, Great Britain.
namespace PortDesk {
namespace {

bool plainLuhn(QStringView value, QStringView)
{
    return luhn(value);
}

/// La Poste's establishments share the SIREN 356000000 and only need a digit sum divisible by five (INSEE); its head office is older than that rule.
bool siret(QStringView value, QStringView)
{
    if (value.startsWith(u"356000000")) {
        int sum = 0;
        for (const QChar c : value)
            sum += digitOf(c);
        return sum % 5 == 0 || value == u"35600000000048";
    }
    return luhn(value) && luhn(value.first(9));
}

/// Keys with a letter count the two characters in an alphabet without I and O and are checked modulo 11.
bool frenchLetterKey(QStringView key, QStringView siren)
{
    constexpr QStringView alphabet = u"0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const auto first = int(alphabet.indexOf(key[0]));
    const auto second = int(alphabet.indexOf(key[1]));
    const int check = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
    return (siren.toLongLong() + 1 + check / 11) % 11 == check % 11;
}

/// The SIREN behind the key passes Luhn, except Monaco's, which begin with 000 and are no SIREN.
bool frenchVat(QStringView value, QStringView)
{
    const QStringView siren = value.sliced(2);
    if (!siren.startsWith(u"000") && !luhn(siren))
        return false;
    bool numeric = false;
    const int key = value.first(2).toInt(&numeric);
    return numeric ? key == (12 + 3 * mod97(siren)) % 97 : frenchLetterKey(value.first(2), siren);
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

/// DNI and NIE: the letter is the number modulo 23; X, Y, Z of a NIE count as 0, 1, 2 and K, L, M are left out.
bool spanishPerson(QStringView value, QStringView)
{
    QString digits = value.first(8).toString();
    if (const auto series = u"XYZ"_s.indexOf(digits[0]); series >= 0)
        digits[0] = QChar(u'0' + int(series));
    else if (!digits[0].isDigit())
        digits.remove(0, 1);
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
    return value[0].isDigit() || QStringView(u"KLMXYZ").contains(value[0]) ? spanishPerson(value, number) : cif(value, number);
}

bool portugueseNif(QStringView value, QStringView number)
{
    return value[0] != u'0' && nextCompletes<11, 9, 8, 7, 6, 5, 4, 3, 2>(value, number);
}

/// Digits 8 to 10 name the tax office: 001-100, 120, 121, 888 or 999 (Agenzia delle Entrate).
bool partitaIva(QStringView value, QStringView)
{
    const int office = value.sliced(7, 3).toInt();
    const bool known = (office >= 1 && office <= 100) || office == 120 || office == 121 || office == 888 || office == 999;
    return known && isPositive(value.first(7)) && luhn(value);
}

/// Digits of a personal code, some of which letters replace when two people would share one (omocodia).
int omocodeDigit(QChar c)
{
    return c.isDigit() ? digitOf(c) : int(u"LMNPQRSTUV"_s.indexOf(c));
}

/// Year, month letter and day of birth; women count 40 days more.
bool hasBirthday(QStringView value)
{
    const int year = omocodeDigit(value[6]) * 10 + omocodeDigit(value[7]);
    const int month = int(u"ABCDEHLMPRST"_s.indexOf(value[8])) + 1;
    const int day = (omocodeDigit(value[9]) * 10 + omocodeDigit(value[10])) % 40;
    return QDate::isValid(year < 20 ? 2000 + year : 1900 + year, month, day);
}

/// Personal code of 16 characters, or the 11 digits of a company, whose code is its partita IVA.
bool codiceFiscale(QStringView value, QStringView number)
{
    if (value.size() == 11)
        return partitaIva(value, number);
    constexpr std::array odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
    int sum = 0;
    for (qsizetype i = 0; i < 15; ++i) {
        const int rank = value[i].isDigit() ? digitOf(value[i]) : value[i].unicode() - u'A';
        sum += i % 2 == 0 ? odd[size_t(rank)] : rank;
    }
    return value[15] == QChar(u'A' + sum % 26) && hasBirthday(value);
}

bool germanVat(QStringView value, QStringView)
{
    return iso7064Mod11And10(value);
}

/// What the Luhn sum of the first seven digits lacks to six modulo ten.
bool austrianUid(QStringView value, QStringView)
{
    return (16 - luhnSum(value.sliced(1, 7)) % 10) % 10 == digitAt(value, 8);
}

bool belgianVat(QStringView value, QStringView)
{
    return 97 - value.first(8).toInt() % 97 == value.last(2).toInt();
}

/// Since 2020 sole traders have numbers of their own, checked by mod 97-10; older ones pass the 11-test.
bool dutchVat(QStringView value, QStringView)
{
    const QStringView digits = value.first(9);
    const bool elevenTest = weightedSum(digits, {9, 8, 7, 6, 5, 4, 3, 2}) % 11 == digitAt(digits, 8);
    return value.last(2) != u"00" && isPositive(digits) && (elevenTest || mod97(QString(u"NL"_s + value.toString())) == 1);
}

bool swissUid(QStringView value, QStringView)
{
    const int check = (11 - weightedSum(value, {5, 4, 3, 2, 7, 6, 5, 4}) % 11) % 11;
    return check == digitAt(value, 8); // ten is never given
}

bool luxembourgVat(QStringView value, QStringView)
{
    return value.first(6).toInt() % 89 == value.last(2).toInt();
}

/// The letter is the weighted sum modulo 23; the second letter, given since 2013, counts nine times. Numbers of the old form carry a letter or a sign
/// in second place and count their first digit last.
bool irishVat(QStringView value, QStringView)
{
    constexpr QStringView alphabet = u"WABCDEFGHIJKLMNOPQRSTUV";
    const bool old = digitAt(value, 1) < 0;
    const QString digits = old ? u'0' + value.sliced(2, 5).toString() + value[0] : value.first(7).toString();
    int sum = weightedSum(digits, {8, 7, 6, 5, 4, 3, 2});
    if (value.size() == 9)
        sum += 9 * int(alphabet.indexOf(value[8]));
    return alphabet[sum % 23] == value[7];
}

/// 97 for older numbers; from 100 on also with an offset of 55 (since 2009). Departments (GD) go up to 499, health authorities (HA) begin with 500.
bool britishVat(QStringView value, QStringView)
{
    const QStringView id = value.startsWith(u"XI") ? value.sliced(2) : value;
    if (id.startsWith(u"GD") || id.startsWith(u"HA"))
        return (id.sliced(2).toInt() < 500) == id.startsWith(u"GD");
    const int rest = weightedSum(id, {8, 7, 6, 5, 4, 3, 2, 10, 1}) % 97;
    return rest == 0 || (id[0] != u'0' && (rest == 42 || rest == 55));
}

constexpr SchemeRow table[] = {
    {"at.uid", "AT", "AT", R"(^(AT)?U\d{8}$)", austrianUid},
    {"be.vat", "BE", "BE", R"(^(BE)?[01]\d{9}$)", belgianVat},
    {"ch.uid", "CH", "CHE", R"(^CHE\d{9}$)", swissUid},
    {"de.vat", "DE", "DE", R"(^DE[1-9]\d{8}$)", germanVat},
    {"es.cif", "ES", "", R"(^[A-HJNP-SUVW]\d{7}[0-9A-J]$)", cif},
    {"es.nif", "ES", "", R"(^(\d{8}|[KLMXYZ]\d{7})[A-HJ-NP-TV-Z]$)", spanishPerson},
    {"es.vat", "ES", "ES", R"(^(ES)?(\d{8}[A-HJ-NP-TV-Z]|[KLMXYZ]\d{7}[A-HJ-NP-TV-Z]|[A-HJNP-SUVW]\d{7}[0-9A-J])$)", spanishVat},
    {"fr.naf", "FR", "", R"(^\d{4}[A-Z]$)", nullptr},
    {"fr.rio", "FR", "", R"(^[A-Z0-9]{2}[A-Z][A-Z0-9]{6}[A-Z0-9+]{3}$)", rio},
    {"fr.siren", "FR", "", R"(^\d{9}$)", plainLuhn},
    {"fr.siret", "FR", "", R"(^\d{14}$)", siret},
    {"fr.vat", "FR", "FR", R"(^FR[0-9A-HJ-NP-Z]{2}\d{9}$)", frenchVat},
    {"gb.pac", "GB", "", R"(^[A-Z]{3}\d{6}$)", nullptr},
    {"gb.stac", "GB", "", R"(^\d{6}[A-Z]{3}$)", nullptr},
    {"gb.vat", "GB", "GB", R"(^(GB|XI)?(\d{9}(\d{3})?|(GD|HA)\d{3})$)", britishVat},
    {"ie.vat", "IE", "IE", R"(^(IE)?(\d{7}[A-W][A-W]?|\d[A-Z+*]\d{5}[A-W])$)", irishVat},
    {"it.codice-fiscale", "IT", "", R"(^([A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]|\d{11})$)", codiceFiscale},
    {"it.partita-iva", "IT", "IT", R"(^(IT)?\d{11}$)", partitaIva},
    {"lu.vat", "LU", "LU", R"(^LU\d{8}$)", luxembourgVat},
    {"nl.btw", "NL", "NL", R"(^NL\d{9}B\d{2}$)", dutchVat},
    {"nl.kvk", "NL", "", R"(^\d{8}$)", nullptr},
    {"pt.nif", "PT", "PT", R"(^(PT)?\d{9}$)", portugueseNif},
};

} // namespace

std::span<const SchemeRow> westernEuropeanSchemes()
{
    return table;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/streetkey.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// Every spelling with the one that stands for all.
const QHash<QString, QString> &spellings()
{
    static const QHash<QString, QString> all = [] {
        QHash<QString, QString> made;
        for (const char *row : {"str strasse straat strase", "st street saint sankt sainte santa san santo sw", "av ave avenue avenida avda avd aven", "bd blvd boulevard boul bld bulevar", "rd road", "dr drive drv",
                                "ln lane laan", "pl place platz plaza plac plein piazza pza pzza plz placa", "sq square", "ct court", "hwy highway", "pkwy parkway", "ter terrace terr", "gdns gardens", "cres crescent",
                                "n north", "s south", "e east", "w west", "nw northwest", "ne northeast", "se southeast", "r rue rua", "v via", "vle viale", "cso corso", "al aleja aleje alei", "os osiedle", "pso paseo",
                                "ctra carretera", "cno camino", "che chemin ch", "imp impasse", "rte route", "fbg faubourg", "tv travessa trav", "lg largo", "pc praca prc", "est estrada estr", "all allee", "weg wg"}) {
            const QStringList words = QString::fromLatin1(row).split(u' ');
            for (const QString &word : words)
                made.insert(word, words.first());
        }
        return made;
    }();
    return all;
}

bool isLetter(const QString &token)
{
    return token.size() == 1 && token.front().isLetter();
}

bool hasLetter(const QString &token)
{
    return std::any_of(token.cbegin(), token.cend(), [](QChar c) { return c.isLetter(); });
}

bool beginsWithDigit(const QString &token)
{
    return !token.isEmpty() && token.front().isDigit();
}

/// Takes floors, flats and suites out: the word with the number behind it, or before it ("3. OG").
QList<PaperToken> withoutUnits(const QList<PaperToken> &tokens)
{
    QList<PaperToken> kept;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (!isUnitWord(tokens.at(i).text)) {
            kept.append(tokens.at(i));
            continue;
        }
        const bool numberBefore = kept.size() > 1 && beginsWithDigit(kept.last().text);
        const bool numberBehind = i + 1 < tokens.size() && (beginsWithDigit(tokens.at(i + 1).text) || isLetter(tokens.at(i + 1).text));
        if (numberBehind)
            ++i;
        else if (numberBefore)
            kept.removeLast();
    }
    return kept;
}

} // namespace

bool isUnitWord(const QString &plainToken)
{
    static const QSet<QString> words{u"og"_s,    u"eg"_s,    u"dg"_s,     u"ug"_s,     u"etage"_s,  u"stock"_s,   u"whg"_s,   u"wohnung"_s, u"flat"_s,  u"apt"_s,    u"apartment"_s, u"suite"_s, u"ste"_s,
                                     u"unit"_s,  u"floor"_s, u"fl"_s,     u"room"_s,   u"rm"_s,     u"piso"_s,    u"puerta"_s, u"pta"_s,    u"esc"_s,   u"escalera"_s, u"planta"_s,   u"izq"_s,   u"izda"_s,
                                     u"dcha"_s,  u"der"_s,   u"bat"_s,    u"batiment"_s, u"appt"_s, u"appartement"_s, u"interno"_s, u"int"_s, u"scala"_s, u"piano"_s, u"andar"_s,     u"esq"_s,   u"dto"_s,
                                     u"lok"_s,   u"lokal"_s, u"pietro"_s, u"haus"_s,   u"aufgang"_s, u"hinterhaus"_s, u"building"_s, u"bldg"_s, u"bloque"_s};
    return words.contains(plainToken);
}

QString streetWord(const QString &plainToken)
{
    static const QSet<QString> silent{u"de"_s, u"la"_s, u"las"_s, u"los"_s, u"del"_s, u"du"_s, u"des"_s, u"di"_s, u"da"_s, u"do"_s, u"dos"_s, u"das"_s, u"der"_s, u"the"_s, u"of"_s,
                                      u"c"_s,  u"cl"_s, u"calle"_s, u"ul"_s, u"ulica"_s, u"n"_s, u"o"_s, u"no"_s, u"nr"_s, u"nro"_s, u"num"_s, u"numero"_s};
    if (silent.contains(plainToken))
        return {};
    if (const auto found = spellings().constFind(plainToken); found != spellings().cend())
        return *found;
    for (const auto &ending : {"strasse"_L1, "straat"_L1}) {
        if (plainToken.size() > ending.size() + 1 && plainToken.endsWith(ending))
            return plainToken.chopped(ending.size()) + u"str"_s;
    }
    return plainToken.endsWith("platz"_L1) && plainToken.size() > 6 ? plainToken.chopped(5) + u"pl"_s : plainToken;
}

QString houseNumberAt(const QList<PaperToken> &tokens, qsizetype at, qsizetype *next)
{
    static const QSet<QString> additions{u"bis"_s, u"ter"_s, u"quater"_s};
    if (at < 0 || at >= tokens.size() || !beginsWithDigit(tokens.at(at).text) || tokens.at(at).text.size() > 6)
        return {};
    QString house = tokens.at(at).text;
    qsizetype end = at + 1;
    const bool more = end < tokens.size() && tokens.at(end).segment == tokens.at(at).segment;
    const bool sameWord = more && tokens.at(end).word == tokens.at(at).word;
    // "17 D-10827" is no house 17d
    const bool leads = end + 1 < tokens.size() && tokens.at(end + 1).word == tokens.at(end).word;
    if (sameWord && beginsWithDigit(tokens.at(end).text)) // "5-7"
        house += u'-' + tokens.at(end++).text;
    else if (more && !leads && !hasLetter(house) && (additions.contains(tokens.at(end).text) || (isLetter(tokens.at(end).text) && tokens.at(end).text < u"i"_s)))
        house += tokens.at(end++).text;
    if (next)
        *next = end;
    return house;
}

QList<PaperToken> typedTokens(const QString &text)
{
    PageReading reading;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i)
        reading.words.append({words.at(i), {}, QRectF(double(i) * 11, 0, 10, 10), 1, true});
    const Paper paper({reading});
    return paper.segments().isEmpty() ? QList<PaperToken>() : paper.segment(0).tokens;
}

StreetKey streetKey(const QString &text)
{
    const QList<PaperToken> tokens = withoutUnits(typedTokens(text));
    StreetKey key;
    // The house number leads ("12 bis, avenue …") or is the last number that follows a word.
    qsizetype from = 0, skipFrom = -1;
    if (const QString leading = houseNumberAt(tokens, 0, &from); !leading.isEmpty() && from < tokens.size()) {
        key.house = leading;
    } else {
        from = 0;
        for (qsizetype i = 1; i < tokens.size(); ++i) {
            qsizetype next = i + 1;
            const QString house = houseNumberAt(tokens, i, &next);
            if (house.isEmpty())
                continue;
            key.house = house;
            skipFrom = i;
            i = next - 1;
        }
    }
    for (qsizetype i = from; i < tokens.size(); ++i) {
        if (i >= skipFrom && skipFrom >= 0)
            break; // what follows the number names no street
        key.street += streetWord(tokens.at(i).text);
        key.other += streetWord(tokens.at(i).other);
    }
    return key;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folding.h"
#include "core/places/address.h"

#include <QRegularExpression>

#include <algorithm>
#include <span>
#include <vector>

using namespace Qt::StringLiterals;

// Most expressions are matched against the folded line (Latin letters, lower case), so that "P.O. BOX", "п.к." and "Τ.Θ." meet one table
// and letters that look alike in two alphabets do not matter. Scripts that fold to sounds (Han, Thai, Hebrew …) are matched as written.
// Short forms ("bp 4", "pl 12", "cp 123") are boxes only in some countries and streets elsewhere: those rows name theirs.
namespace PortDesk {
namespace {

struct Row {
    const char *countries; ///< "DE AT"; "" for everywhere
    const char *pattern;
};

// Words that are long enough to mean the same everywhere.
constexpr Row boxWords[] = {
    {"", R"(\bp ?\.? ?o ?\.? ?b(ox|x)\b)"},
    {"", R"(\bp\.? ?o\.? ?b\.? ?(no\.? ?)?#?\d)"},
    {"", R"(\b(post|postal) ?office ?box\b)"},
    {"", R"(\bpost(al)? ?box ?(no\.? ?|number ?|#)?\d)"},
    {"", R"(\bp\.? ?o\.? ?drawer\b)"},
    {"", R"(\bg\.? ?p\.? ?o\.? ?box\b)"},
    {"", R"(\bpostfach\b|\bpostschliessfach\b)"},                          // German
    {"", R"((?<!\bla )\bboite ?postale\b)"},                               // French
    {"", R"((?<!\bla )\bcase ?postale\b)"},
    {"", R"(\b(casella|cassetta) ?postale\b|\bchascha postala\b)"},        // Italian, Romansh
    {"", R"(\bcaixa ?postal\b)"},                                          // Portuguese
    {"", R"(\b(apartado|apdo\.?|ap\.|casilla)( ?de)? (correos?|postal|aereo)\b)"}, // Spanish, Galician
    {"", R"(\bapartat( de correus| postal)\b|\bposta-? ?kutxa(tila)?\b)"}, // Catalan, Basque
    {"", R"(\b(postbus|antwoordnummer)\b)"},                               // Dutch
    {"", R"(\bpostbo(ks|x)\b ?\d)"},                                       // Danish, Norwegian
    {"", R"(\bpostboks\b|\bpostilokero\b|\bpostholf\b|\bpostkast\b)"},     // ... Finnish, Icelandic, Estonian
    {"", R"(\bposbus\b|\bprivaatsak\b)"},                                  // Afrikaans
    {"", R"(\b(skrytka|skrzynka) ?pocztowa\b)"},                           // Polish
    {"", R"(\b(postovni|postova) (prihradka|schranka)\b)"},                // Czech
    {"", R"(\bpostovy priecinok\b|\bpostova schranka\b)"},                 // Slovak
    {"", R"(\bpostafiok\b)"},                                              // Hungarian
    {"", R"(\bcasuta ?postala\b)"},                                        // Romanian
    {"", R"(\bpostni predal\b|\bpostanski (predal|pretinac|fah|pregradak)\b)"}, // Slovene, Croatian, Serbian
    {"", R"(\bposta ?kutusu\b)"},                                          // Turkish
    {"", R"(\b(kotak|tromol) ?pos\b)"},                                    // Indonesian
    {"", R"(\bpeti ?surat\b)"},                                            // Malay
    {"", R"(\bh(op|om) thu( so)? ?\d)"},                                   // Vietnamese
    {"", R"(\b(abonents'?ka|postova) skrin'?ka\b)"},                       // Ukrainian
    {"", R"(\babonentskij asik\b|\bpoctovyj asik\b)"},                     // Russian
    {"", R"(\bposenska kutia\b)"},                                         // Bulgarian
    {"", R"(\btachydromike thyrida\b)"},                                   // Greek
    {"", R"(\bpasto (dezute|d\.)|\babonentine (dezute|skrynele)\b)"},      // Lithuanian
    {"", R"(\b(pasta|abonenta) kastite\b)"},                               // Latvian
    {"", R"(\bbosca (poist|phoist)\b)"},                                   // Irish
    {"", R"(\bpackstation ?\d|\bpaczkomat\b|\bparcel locker\b)"},          // lockers: mail is fetched, no line is installed there
};

// Short forms, in the countries where they are boxes.
constexpr Row boxShorts[] = {
    {"US CA PR", R"((^|, ?)(box|drawer|lock ?box) #?\d)"},
    {"GB SE FI NZ AU BB JM TT AG LC BS", R"((^|, ?)box \d)"},
    {"AU NZ", R"(\b(locked|private) bag\b)"},
    {"ZA UG", R"(\b(private bag|pvt bag|p ?/ ?bag)\b)"},
    {"MY BN", R"(\bbeg berkunci\b|\bp ?/ ?s ?\d)"},
    {"IN", R"(\b(post ?bag|p\.? ?b\.?) ?(no\.? ?)?\d)"},
    {"SG HK", R"(\blocked bag\b)"},
    {"DE AT CH LU", R"(^p\.? ?f\.? ?\d)"},
    {"DE", R"(\bpostfiliale ?\d)"},
    {"FR BE LU CH MF", R"((^|, ?)b\.? ?p\.? ?(n\S{0,2} ?)?\d)"},
    {"CA", R"(\bc\.? ?p\.? \d)"},
    {"CH IT BR PT", R"((^|, ?)c\.? ?p\.? ?\d)"},
    {"IT CH", R"(\bcas(ella|\.)? ?post(ale|\.)?(\b|$))"},
    {"PT ES MX CO PE CR DO EC GT HN NI PA SV PR BO", R"((^|, ?)(apartado|apdo\.?|aptdo\.?|apto\.? post(al|\.)) ?(n\S{0,2} ?)?\d)"},
    {"MX", R"((^|, ?)a\.? ?p\.? ?\d)"},
    {"CO", R"((^|, ?)a\. ?a\.? ?\d)"},
    {"AR CL PE BO EC", R"((^|, ?)casilla ?(n\S{0,2} ?)?\d)"},
    {"AR", R"((^|, ?)c\.? ?c\.? ?\d)"},
    {"NO DK", R"((^|, ?)(boks|pb|p\.b\.)\.? ?\d)"},
    {"FI", R"((^|, ?)(pl|pb) ?\d)"},
    {"IS", R"(\bholf ?\d)"},
    {"PL", R"(\bskr(ytka|\.)? ?(poczt(owa|\.)?)? ?(n\S{0,2} ?)?\d)"},
    {"CZ", R"((^|, ?)p\.? ?p\.? ?\d)"},
    {"SK", R"((^|, ?)p\.? ?p\.? ?\d|(^|, ?)priecinok ?(c\.? ?)?\d)"},
    {"SI", R"((^|, ?)p\.? ?p\.? ?\d|(^|, ?)predal ?(st\.? ?)?\d)"},
    {"HR RS", R"((^|, ?)(p\.? ?p\.?|p\.? ?fah|fah|pretinac|pregradak) ?\d)"},
    {"HU", R"((^|, ?)pf\.? ?\d)"},
    {"RO MD", R"((^|, ?)c\.? ?p\.? ?\d|\bo\.? ?p\.? ?\d+,? c\.? ?p\.? ?\d)"},
    {"BG TR", R"((^|, ?)p\.? ?k\.? ?(no\.? ?:? ?)?\d)"},
    {"GR CY", R"((^|, ?)(t\.? ?th\.?|t\. ?o\.|thyrida) ?(ar\.? ?)?\d)"}, // the Greek theta is often typed as a Latin O
    {"UA RU", R"((^|, ?)(a ?/ ?(a|c|s|ya)|p ?/ ?a) ?(no\.? ?)?\d)"},     // a/c in Latin letters looks the same as the Ukrainian form
    {"LT", R"((^|, ?)(a|p)\. ?d\.? ?\d)"},
    {"LV", R"((^|, ?)a ?/ ?k ?\d)"},
    {"EE", R"((^|, ?)pk ?\d)"},
    {"ID", R"((^|, ?)ktk\.? ?pos ?\d)"},
};

// Scripts whose folding loses the word: matched as written.
constexpr Row boxScripts[] = {
    {"", "私書箱|私书箱"},                       // Japanese, Chinese
    {"", "(郵政|郵局|邮政|邮局|專用|专用)信箱"}, // Chinese
    {"TW HK SG CN MO", "信箱 ?(第 ?)?[0-9０-９]|[0-9０-９]+ ?號信箱|[0-9０-９]+ ?号信箱"},
    {"", "사서함"},                              // Korean
    {"", "ตู้ ?(ป\\.? ?ณ\\.?|ปณ\\.?|ไปรษณีย์)"}, // Thai
    {"", "ת\\.? ?[\"״׳']?ד\\.? ?[0-9]|תא דואר"}, // Hebrew
    {"", "საფოსტო ყუთი|ს/ყ ?[0-9]"},              // Georgian
    {"", "ص\\.? ?ب\\.? ?[0-9٠-٩]|صندوق ?(ال)?بريد"}, // Arabic
    {"", "صندوق پستی"},                          // Persian
    {"", "पोस्ट ?बॉक्स|पोस्ट ?बाक्स"},            // Hindi
};

// A door is not where these lead, or not for certain.
constexpr Row deliveries[] = {
    {"FR MF MC LU BE", R"(\bcedex\b)"},
    {"FR MF MC", R"((^|, ?)(cs|tsa|cidex) ?(n\S{0,2} ?)?\d)"},
    {"US CA PR", R"(\bpmb ?#?\d|\bgeneral delivery\b)"},
    {"GB", R"(\bfreepost\b|\bbfpo ?\d)"},
    {"AU NZ", R"(\bfreepost\b|\breply paid ?\d|\bcare (p\.?o\.?|post)\b|\bcmb ?\d|\broadside mail\b)"},
    {"SE", R"((^|, ?)fe ?\d{2,4}\b)"}, // where invoices are scanned
    {"DE AT CH", R"(\bpostlagernd\b|\bgrosskunden-?plz\b)"},
    {"CH", R"(\bposte restante\b)"},
    {"", R"(\bposte restante\b|\blista de correos\b|\bfermo posta\b)"},
};

struct CompiledRow {
    QStringList countries;
    QRegularExpression pattern;
};
using Table = std::vector<CompiledRow>;

void append(Table &table, std::span<const Row> rows, QRegularExpression::PatternOptions options = {})
{
    for (const Row &row : rows)
        table.push_back({QString::fromLatin1(row.countries).split(u' ', Qt::SkipEmptyParts), QRegularExpression(QString::fromUtf8(row.pattern), options)});
}

const Table &foldedBoxes()
{
    static const Table table = [] {
        Table rows;
        append(rows, boxWords);
        append(rows, boxShorts);
        return rows;
    }();
    return table;
}

const Table &writtenBoxes()
{
    static const Table table = [] {
        Table rows;
        append(rows, boxScripts, QRegularExpression::UseUnicodePropertiesOption);
        return rows;
    }();
    return table;
}

const Table &deliveryRows()
{
    static const Table table = [] {
        Table rows;
        append(rows, deliveries);
        return rows;
    }();
    return table;
}

bool matches(const Table &table, const QString &text, const QString &country)
{
    return std::any_of(table.cbegin(), table.cend(), [&](const CompiledRow &row) {
        return (row.countries.isEmpty() || row.countries.contains(country)) && row.pattern.match(text).hasMatch();
    });
}

} // namespace

bool isPoBox(const QString &line, const QString &country)
{
    const QString written = line.normalized(QString::NormalizationForm_KC).simplified();
    const bool latin = std::all_of(written.cbegin(), written.cend(), [](QChar c) { return c.unicode() < 0x250; });
    return matches(foldedBoxes(), folded(written), country) || (!latin && matches(writtenBoxes(), written, country));
}

bool isBusinessDelivery(const QString &line, const QString &country)
{
    return matches(deliveryRows(), folded(line), country);
}

} // namespace PortDesk

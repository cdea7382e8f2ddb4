// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folding.h"
#include "core/places/address.h"

#include <QRegularExpression>

#include <vector>

using namespace Qt::StringLiterals;

// Every expression is matched against the folded line (Latin letters, lower case), so that "P.O. BOX", "п.к." and "私書箱" meet one
// table. Short forms ("bp 4", "pl 12", "cp 123") are boxes only in some countries and streets elsewhere: those rows name theirs.
namespace PortDesk {
namespace {

struct BoxRow {
    const char *countries; ///< "DE AT"; "" for everywhere
    const char *pattern;
};

// The words that are long enough to mean the same everywhere.
constexpr BoxRow rows[] = {
    {"", R"(\bp ?\.? ?o ?\.? ?b(ox|x)\b)"},
    {"", R"(\bp\.? ?o\.? ?b\.? ?(no\.? ?)?\d)"},
    {"", R"(\b(post|postal) ?office ?box\b)"},
    {"", R"(\bpost(al)? ?box\b)"},
    {"", R"(\bp\.? ?o\.? ?drawer\b)"},
    {"", R"(\bg\.? ?p\.? ?o\.? ?box\b)"},
    {"", R"(\bpostfach\b)"},
    {"", R"(\bpostschliessfach\b)"},
    {"", R"(\bboite ?postale\b)"},
    {"", R"(\bcase ?postale\b)"},
    {"", R"(\bcasella ?postale\b)"},
    {"", R"(\bcaixa ?postal\b)"},
    {"", R"(\b(apartado|apdo\.?|casilla)( ?de)? (correos?|postal|aereo)\b)"},
    {"", R"(\b(postbus|antwoordnummer)\b)"},
    {"", R"(\bpostbo(ks|x)\b)"},
    {"", R"(\bpostilokero\b)"},
    {"", R"(\bpostholf\b)"},
    {"", R"(\bskrytka ?pocztowa\b)"},
    {"", R"(\b(postovni|postova) (prihradka|schranka)\b)"},
    {"", R"(\bpostovy priecinok\b)"},
    {"", R"(\bpostafiok\b)"},
    {"", R"(\bcasuta ?postala\b)"},
    {"", R"(\b(postanski (pretinac|fah)|postni predal)\b)"},
    {"", R"(\bpostkast\b)"},
    {"", R"(\bposta ?kutusu\b)"},
    {"", R"(\bkotak ?pos\b)"},
    {"", R"(\bpeti ?surat\b)"},
    {"", R"(\bhop thu\b)"},
    {"", R"(\babonentskij a)"},
    {"", R"(\bposhtenska kutia?)"},
    {"", R"(si shu xiang)"},
    {"", R"((you zheng|you ju) xin xiang|xin xiang)"},
    {"", R"(saseoham)"},
    // By country.
    {"US CA PR", R"(^(box|drawer|lock ?box) #?\d)"},
    {"GB SE FI NZ AU BB JM TT", R"(^box \d)"},
    {"AU NZ", R"(\b(locked|private) bag\b)"},
    {"ZA UG", R"(\b(private bag|privaatsak|posbus|pvt bag)\b)"},
    {"IN", R"(\b(post ?bag|p\.? ?b\.?) ?(no\.? ?)?\d)"},
    {"IE", R"(\bbosca (poist|phoist)\b)"},
    {"DE AT CH LU", R"(^p\.? ?f\.? ?\d)"},
    {"FR BE LU CH MF", R"(\bb\.? ?p\.? ?(n\S{0,2} ?)?\d)"},
    {"FR MF", R"(\btsa \d)"},
    {"CA", R"(\bc\.? ?p\.? \d)"},
    {"CH IT BR", R"(\bc\.? ?p\.? ?\d)"},
    {"IT CH", R"(\bcas(ella|\.)? ?post(ale|\.)?\b)"},
    {"PT ES MX CO PE CR DO EC GT HN NI PA SV", R"((^|, ?)(apartado|apdo\.?|aptdo\.?|apto\.? post(al|\.)) ?(n\S{0,2} ?)?\d)"},
    {"CO", R"(\ba\.? ?a\.? ?\d)"},
    {"AR CL PE BO EC", R"(\bcasilla ?(n\S{0,2} ?)?\d)"},
    {"AR", R"(\bc\.? ?c\.? ?\d)"},
    {"CL", R"(\bcasilla\b)"},
    {"NO DK", R"(\b(boks|pb|p\.b\.) ?\d)"},
    {"FI", R"(\b(pl|pb) ?\d)"},
    {"IS", R"(\bholf ?\d)"},
    {"PL", R"(\bskr(ytka|\.)? ?(poczt(owa|\.)?)? ?(n\S{0,2} ?)?\d)"},
    {"CZ SK", R"(\bp\.? ?p\.? ?\d|\bpriecinok\b)"},
    {"HR RS SI", R"(\bp\.? ?p\.? ?\d|\bpredal\b|\bpretinac\b)"},
    {"HU", R"(\bpf\.? ?\d)"},
    {"RO MD", R"(\bc\.? ?p\.? ?\d|\bo\.? ?p\.? ?\d+,? c\.? ?p\.? ?\d)"},
    {"BG TR", R"(\bp\.? ?k\.? ?\d)"},
    {"GR CY", R"(\bt\.? ?th\.? ?\d|\btachydromike thyrida\b|\bthyrida ?\d)"},
    {"UA RU", R"(\ba/(a|s|ya) ?\d)"},
    {"LT", R"(\ba\.? ?d\.? ?\d|\bpasto deze\b)"},
    {"LV", R"(\ba/k ?\d|\b(pasta|abonenta) kastite\b)"},
    {"EE", R"(\bpk ?\d)"},
    {"IL", R"(\bt\.? ?d\.? ?\d)"},
    {"TH", R"(\btu p\.? ?n\.?)"},
};

struct CompiledRow {
    QStringList countries;
    QRegularExpression pattern;
};

const std::vector<CompiledRow> &compiled()
{
    static const std::vector<CompiledRow> list = [] {
        std::vector<CompiledRow> result;
        for (const BoxRow &row : rows)
            result.push_back({QString::fromLatin1(row.countries).split(u' ', Qt::SkipEmptyParts), QRegularExpression(QString::fromLatin1(row.pattern))});
        return result;
    }();
    return list;
}

} // namespace

bool isPoBox(const QString &line, const QString &country)
{
    const QString text = folded(line);
    for (const CompiledRow &row : compiled())
        if ((row.countries.isEmpty() || row.countries.contains(country)) && row.pattern.match(text).hasMatch())
            return true;
    return false;
}

} // namespace PortDesk

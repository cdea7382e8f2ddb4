// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/labels.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

struct LabelWords {
    Label label;
    const char *words; ///< plain, alternatives of a regular expression
};

constexpr std::array kWords{
    LabelWords{Label::Owner, "customer(?: name)?|account (?:holder|name)|subscriber|bill to|end user|name of (?:the )?(?:subscriber|account holder)|kunde|kunden?name|anschlussinhaber(?:in)?"
                             "|vertragspartner|inhaber|titulaire(?: de la ligne| du contrat)?|client|abonne|titular(?: de la linea| do contrato)?|cliente|abonado|intestatario|intestata a"
                             "|klant|klantnaam|contractant|naam|assinante|nome do cliente|abonent|klient|nabywca|nazwa klienta"},
    LabelWords{Label::Account, "(?:customer |billing )?account (?:number|no|nr|#)|account|customer (?:number|no|id)|kunden(?:nummer|nr|-nr)|vertragskonto(?:nummer)?|buchungskonto|kundenkonto"
                               "|n[.o0-9\\x{b0}]{0,3} ?(?:de )?(?:client|compte)|numero (?:de )?(?:client|compte)|reference client|compte client|n[.o0-9\\x{b0}]{0,3} ?(?:de )?(?:cuenta|cliente|conta)|numero (?:de )?(?:cuenta|cliente|conta)"
                               "|codice cliente|numero cliente|conto (?:telefonico|cliente)|klantnummer|klantnr|rekeningnummer|contractnummer|numero da conta|n[.o0-9]{0,3} da conta|conta|codigo de cliente"
                               "|numer (?:klienta|konta|abonenta)|nr (?:klienta|konta|abonenta)"},
    LabelWords{Label::Billing, "billing (?:telephone )?number|btn|main (?:billing )?number|pilot number|hauptrufnummer|rechnungsrufnummer|stammnummer|kopfnummer|numero (?:principal|de facturation)|tete de ligne"
                               "|numero principale|numero de facturacion|hoofdnummer|factuurnummer telefoon|numer glowny"},
    LabelWords{Label::IssueDate, "bill(?:ing)? date|date of (?:the )?(?:bill|invoice|issue)|invoice date|statement date|issue date|date issued|issued(?: on)?|dated|tax point|rechnungsdatum|rechnung vom"
                                 "|datum der rechnung|ausstellungsdatum|ausgestellt am|belegdatum|date de (?:la )?facture|date facture|date de facturation|facture du|date d'emission|emise? le|editee? le"
                                 "|fecha de (?:la )?factura|fecha factura|fecha de (?:emision|expedicion)|emitida el|data (?:della )?fattura|data di emissione|data emissione|fattura del|emessa il"
                                 "|factuurdatum|datum factuur|rekeningdatum|notadatum|data da fatura|data da factura|data de emissao|emitida em|data (?:wystawienia|faktury)|wystawion[oay](?: dnia)?"},
    LabelWords{Label::WeakDate, "date|datum|fecha|data|le|el|il|am|den|dnia"},
    LabelWords{Label::OtherDate, "due(?: date| by| on)?|payment (?:date|due)|pay(?:able)? by|payable|delivery date|period|until|next bill|(?:date of )?birth|direct debit|collected on|fallig(?: am)?|zahlbar(?: bis)?"
                                 "|zahlungsziel|zeitraum|leistungszeitraum|abrechnungszeitraum|geburtsdatum|geboren am|lastschrift|abgebucht|echeance|a payer avant|avant le|periode|date limite|prelevement"
                                 "|nee? le|naissance|vencimiento|fecha de (?:vencimiento|cargo|pago)|periodo|nacimiento|cargo|scadenza|entro il|data di nascita|nascita|vervaldatum|vervaldag|uiterlijk"
                                 "|te betalen voor|periode van|geboortedatum|vencimento|data (?:limite|de vencimento)|pagar ate|nascimento|termin (?:platnosci|zaplaty)|platne do|do dnia|okres(?: rozliczeniowy)?"
                                 "|data (?:sprzedazy|urodzenia)|desired|requested|wunschtermin|portierungsdatum|port date|gewunscht|from|to|bis|vom|von"},
    LabelWords{Label::SignDate, "date of signature|signed on|date signed|signature date|place(?: and |, )date|datum der unterschrift|unterschrieben am|ort(?: und |, )datum|date de (?:la )?signature|fait (?:a|le)|signe le"
                                "|lieu et date|fecha de (?:la )?firma|firmado el|lugar y fecha|data (?:della )?firma|firmato il|luogo e data|datum (?:van )?ondertekening|ondertekend op|plaats(?: en |, )datum"
                                "|data da assinatura|assinado em|local e data|data podpis(?:u|ania)|podpisano dnia|miejscowosc i data|authorisation date|authorization date"},
    LabelWords{Label::Signature, "(?:authori[sz]ed )?signature|signed(?: by)?|unterschrift|signature du (?:titulaire|client)|firma(?: del (?:titular|cliente))?|firma dell'intestatario|handtekening|assinatura|podpis"},
    LabelWords{Label::ServiceAddress, "service (?:address|location)|installation address|location of (?:the )?service|anschluss(?:adresse|anschrift)|standort|installationsadresse|adresse (?:du service|d'installation|de la ligne)"
                                      "|direccion (?:del servicio|de instalacion|de suministro)|indirizzo (?:di installazione|del servizio|di attivazione)|installatieadres|adres van (?:de )?aansluiting|morada (?:de instalacao|do servico)"
                                      "|endereco de instalacao|adres (?:instalacji|uslugi|swiadczenia uslugi)|address|anschrift|adresse|direccion|indirizzo|adres|morada"},
    LabelWords{Label::AreaCode, "area code|dial(?:l)?ing code|std code|vorwahl(?:nummer)?|ortsvorwahl|ortsnetzkennzahl|indicatif(?: (?:regional|local))?|prefi(?:x|xe|ks|jo|sso)|indicativo|netnummer|kengetal"
                                "|prefixo|codigo de area|ddd|(?:numer )?kierunkowy"}};

const std::array<std::pair<Label, QRegularExpression>, kWords.size()> &patterns()
{
    static const auto compiled = [] {
        std::array<std::pair<Label, QRegularExpression>, kWords.size()> made;
        for (std::size_t i = 0; i < kWords.size(); ++i) {
            made[i] = {kWords[i].label, QRegularExpression(u"(?<![a-z])(?:%1)(?![a-z])"_s.arg(QLatin1StringView(kWords[i].words)))};
            made[i].second.optimize();
        }
        return made;
    }();
    return compiled;
}

bool isValueAt(const QString &text, qsizetype from)
{
    return std::any_of(text.cbegin() + from, text.cend(), [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

QList<LabelHit> labelsOf(const Paper &paper)
{
    QList<LabelHit> found;
    for (int i = 0; i < paper.segments().size(); ++i) {
        const QString &text = paper.segment(i).text;
        QList<LabelHit> here;
        for (const auto &[label, pattern] : patterns()) {
            for (auto it = pattern.globalMatch(text); it.hasNext();) {
                const auto match = it.next();
                here.append({label, i, match.capturedStart(), match.capturedEnd()});
            }
        }
        for (const LabelHit &hit : std::as_const(here)) {
            const bool inside = std::any_of(here.cbegin(), here.cend(), [&hit](const LabelHit &other) {
                return other.from <= hit.from && other.to >= hit.to && other.to - other.from > hit.to - hit.from;
            });
            if (!inside)
                found.append(hit);
        }
    }
    return found;
}

QList<LabelValue> valuesOf(const Paper &paper, const LabelHit &label)
{
    const PaperSegment &segment = paper.segment(label.segment);
    QList<LabelValue> places;
    if (isValueAt(segment.text, label.to))
        places.append({label.segment, label.to});
    if (segment.right >= 0)
        places.append({segment.right, 0});
    if (segment.below >= 0)
        places.append({segment.below, 0});
    return places;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/papers/persona.h"

using namespace Qt::StringLiterals;

namespace PortDesk::Test {

namespace {

Persona italian()
{
    Persona p;
    p.language = u"it"_s;
    p.country = u"IT"_s;
    p.words = {u"La tua fattura"_s, u"Scheda cliente"_s, u"Lettera di autorizzazione"_s, u"Intestatario"_s, u"Codice cliente"_s, u"Numero principale"_s, u"Indirizzo di installazione"_s,
               u"Data fattura"_s, u"Scadenza"_s, u"Periodo"_s, u"Fattura n."_s, u"Numero"_s, u"Offerta"_s, u"Importo"_s, u"Totale da pagare"_s,
               u"Autorizzo %1 a cedere i seguenti numeri al nuovo operatore: %2. Sono autorizzato a firmare per l'intestatario."_s, u"Luogo e data"_s, u"Firma"_s,
               u"Le chiamate verso i fissi sono comprese in ogni offerta. Si prega di indicare il numero della fattura. Il canone viene addebitato con un mese di anticipo."_s};
    p.carrier = u"Voce Chiara S.p.A."_s;
    p.carrierAddress = u"Corso Italia 8, 20121 Milano"_s;
    p.owner = u"Officine Rossi & Figli S.r.l."_s;
    p.ownerWritten = u"OFFICINE ROSSI & FIGLI SRL"_s;
    p.ownerOther = u"Pasticceria Bianchi SRL"_s;
    p.person = u"Niccolò Rossi"_s;
    p.street = u"Via Vittorio Emanuele 12"_s;
    p.streetWritten = u"V. Vittorio Emanuele, 12"_s;
    p.streetOther = u"Via Vittorio Emanuele 112"_s;
    p.place = u"20121 Milano"_s;
    p.placeWritten = u"20121 MILANO (MI)"_s;
    p.placeOther = u"20122 Milano"_s;
    p.account = u"IT88023451"_s;
    p.accountWritten = u"IT 880 23451"_s;
    p.accountOther = u"IT88023471"_s;
    p.billed = {2026, 10, 28};
    p.billedWritten = u"28 ottobre 2026"_s;
    p.otherDay = {2026, 9, 28};
    p.otherDayWritten = u"28 settembre 2026"_s;
    p.dueWritten = u"14/11/2026"_s;
    p.letterDay = {2026, 11, 16};
    p.letterDayWritten = u"Milano, 16/11/2026"_s;
    p.billing = {u"+390212345678"_s, u"02 1234 5678"_s};
    p.numbers = {{u"+390212345680"_s, u"+39 02 12345680"_s}, {u"+390687654321"_s, u"06-87654321"_s}, {u"+390552345678"_s, u"055 234 5678"_s}, {u"+390115566778"_s, u"011/5566778"_s}};
    p.changed = {u"+390687654321"_s, u"06-87654821"_s};
    p.range = u"02 12345700 - 02 12345709"_s;
    p.inRange = {u"+390212345700"_s, u"+390212345703"_s};
    p.absent = {u"+390811234567"_s, {}};
    return p;
}

Persona dutch()
{
    Persona p;
    p.language = u"nl"_s;
    p.country = u"NL"_s;
    p.words = {u"Uw telefoonfactuur"_s, u"Klantgegevens"_s, u"Machtiging"_s, u"Klant"_s, u"Klantnummer"_s, u"Hoofdnummer"_s, u"Installatieadres"_s, u"Factuurdatum"_s, u"Vervaldatum"_s,
               u"Periode"_s, u"Factuurnr."_s, u"Nummer"_s, u"Abonnement"_s, u"Bedrag"_s, u"Totaal"_s,
               u"Ik machtig %1 om de volgende nummers aan de nieuwe aanbieder over te dragen: %2. Ik mag namens de contractant tekenen."_s, u"Plaats en datum"_s, u"Handtekening"_s,
               u"Bellen naar vaste nummers is in elk abonnement inbegrepen. Vermeld het factuurnummer bij vragen. Het abonnement wordt een maand vooraf berekend."_s};
    p.carrier = u"Polderbel B.V."_s;
    p.carrierAddress = u"Stationsplein 2, 1017 GC Amsterdam"_s;
    p.owner = u"Bakkerij van der Berg B.V."_s;
    p.ownerWritten = u"Bakkerij Van der Berg BV"_s;
    p.ownerOther = u"Kapsalon Jansen"_s;
    p.person = u"Joëlle van der Berg"_s;
    p.street = u"Kerkstraat 101"_s;
    p.streetWritten = u"Kerkstr. 101"_s;
    p.streetOther = u"Kerkstraat 110"_s;
    p.place = u"1017 GC Amsterdam"_s;
    p.placeWritten = u"1017 GC  Amsterdam"_s;
    p.placeOther = u"1017 GK Amsterdam"_s;
    p.account = u"NL-330918-7"_s;
    p.accountWritten = u"NL330918-7"_s;
    p.accountOther = u"NL-330978-7"_s;
    p.billed = {2026, 10, 28};
    p.billedWritten = u"28 oktober 2026"_s;
    p.otherDay = {2026, 9, 28};
    p.otherDayWritten = u"28 september 2026"_s;
    p.dueWritten = u"14-11-2026"_s;
    p.letterDay = {2026, 11, 16};
    p.letterDayWritten = u"Amsterdam, 16-11-2026"_s;
    p.billing = {u"+31201234567"_s, u"020-123 45 67"_s};
    p.numbers = {{u"+31201234570"_s, u"+31 (0)20 123 45 70"_s}, {u"+31102345678"_s, u"010 234 56 78"_s}, {u"+31703456789"_s, u"(070) 3456789"_s}, {u"+31302223344"_s, u"0031 30 2223344"_s}};
    p.changed = {u"+31703456789"_s, u"(070) 3456189"_s};
    p.range = u"020 1234580 t/m 020 1234589"_s;
    p.inRange = {u"+31201234580"_s, u"+31201234589"_s};
    p.absent = {u"+31401112223"_s, {}};
    return p;
}

Persona portuguese()
{
    Persona p;
    p.language = u"pt"_s;
    p.country = u"PT"_s;
    p.words = {u"A sua fatura"_s, u"Ficha do cliente"_s, u"Carta de autorização"_s, u"Titular"_s, u"N.º de cliente"_s, u"Número principal"_s, u"Morada de instalação"_s, u"Data da fatura"_s,
               u"Data limite"_s, u"Período"_s, u"Fatura n.º"_s, u"Número"_s, u"Tarifário"_s, u"Valor"_s, u"Total a pagar"_s,
               u"Autorizo a %1 a ceder os seguintes números ao novo operador: %2. Estou autorizado a assinar pelo titular."_s, u"Local e data"_s, u"Assinatura"_s,
               u"As chamadas para fixos estão incluídas em todos os tarifários. Indique o número da fatura quando nos contactar. A mensalidade é cobrada com um mês de antecedência."_s};
    p.carrier = u"Linha Atlântica S.A."_s;
    p.carrierAddress = u"Avenida da Liberdade 9, 1100-062 Lisboa"_s;
    p.owner = u"Livraria Gonçalves Lda"_s;
    p.ownerWritten = u"Livraria Goncalves Lda."_s;
    p.ownerOther = u"Padaria Moreira Lda"_s;
    p.person = u"João Gonçalves"_s;
    p.street = u"Rua do Ouro 25"_s;
    p.streetWritten = u"R. do Ouro, 25"_s;
    p.streetOther = u"Rua do Ouro 28"_s;
    p.place = u"1100-062 Lisboa"_s;
    p.placeWritten = u"1100-062 LISBOA"_s;
    p.placeOther = u"1100-068 Lisboa"_s;
    p.account = u"PT20077431"_s;
    p.accountWritten = u"PT 2007 7431"_s;
    p.accountOther = u"PT20071431"_s;
    p.billed = {2026, 10, 28};
    p.billedWritten = u"28 de outubro de 2026"_s;
    p.otherDay = {2026, 9, 28};
    p.otherDayWritten = u"28 de setembro de 2026"_s;
    p.dueWritten = u"14/11/2026"_s;
    p.letterDay = {2026, 11, 16};
    p.letterDayWritten = u"Lisboa, 16 de novembro de 2026"_s;
    p.billing = {u"+351212345678"_s, u"212 345 678"_s};
    p.numbers = {{u"+351212345680"_s, u"+351 21 234 56 80"_s}, {u"+351223334455"_s, u"22 333 44 55"_s}, {u"+351239445566"_s, u"239445566"_s}, {u"+351289778899"_s, u"00351 289 778 899"_s}};
    p.changed = {u"+351223334455"_s, u"22 383 44 55"_s};
    p.range = u"212 345 700 a 212 345 709"_s;
    p.inRange = {u"+351212345700"_s, u"+351212345708"_s};
    p.absent = {u"+351253112233"_s, {}};
    return p;
}

Persona polish()
{
    Persona p;
    p.language = u"pl"_s;
    p.country = u"PL"_s;
    p.words = {u"Faktura za usługi telefoniczne"_s, u"Karta abonenta"_s, u"Pełnomocnictwo"_s, u"Abonent"_s, u"Numer klienta"_s, u"Numer główny"_s, u"Adres instalacji"_s, u"Data wystawienia"_s,
               u"Termin płatności"_s, u"Okres rozliczeniowy"_s, u"Nr faktury"_s, u"Numer"_s, u"Taryfa"_s, u"Kwota"_s, u"Do zapłaty"_s,
               u"Upoważniam %1 do przekazania następujących numerów nowemu operatorowi: %2. Jestem uprawniony do podpisu za abonenta."_s, u"Miejscowość i data"_s, u"Podpis"_s,
               u"Połączenia stacjonarne są wliczone w każdą taryfę. W korespondencji prosimy podawać numer faktury. Abonament jest pobierany z góry za jeden miesiąc."_s};
    p.carrier = u"Wisła Telekom S.A."_s;
    p.carrierAddress = u"ul. Mokotowska 3, 00-238 Warszawa"_s;
    p.owner = u"Księgarnia Wójcik Sp. z o.o."_s;
    p.ownerWritten = u"KSIĘGARNIA WÓJCIK SP. Z O.O."_s;
    p.ownerOther = u"Cukiernia Nowak Sp. z o.o."_s;
    p.person = u"Małgorzata Wójcik"_s;
    p.street = u"ul. Długa 47"_s;
    p.streetWritten = u"Długa 47"_s;
    p.streetOther = u"ul. Długa 41"_s;
    p.place = u"00-238 Warszawa"_s;
    p.placeWritten = u"00-238 Warszawa"_s;
    p.placeOther = u"00-288 Warszawa"_s;
    p.account = u"PL/88321/26"_s;
    p.accountWritten = u"PL/88321/26"_s;
    p.accountOther = u"PL/88327/26"_s;
    p.billed = {2026, 10, 28};
    p.billedWritten = u"28 października 2026 r."_s;
    p.otherDay = {2026, 9, 28};
    p.otherDayWritten = u"28 września 2026 r."_s;
    p.dueWritten = u"14.11.2026"_s;
    p.letterDay = {2026, 11, 16};
    p.letterDayWritten = u"Warszawa, 16.11.2026"_s;
    p.billing = {u"+48221234567"_s, u"22 123 45 67"_s};
    p.numbers = {{u"+48221234570"_s, u"+48 22 123 45 70"_s}, {u"+48124445566"_s, u"(12) 444 55 66"_s}, {u"+48613334455"_s, u"61 333-44-55"_s}, {u"+48587778899"_s, u"587778899"_s}};
    p.changed = {u"+48124445566"_s, u"(12) 444 56 66"_s};
    p.range = u"22 123 46 00 - 22 123 46 09"_s;
    p.inRange = {u"+48221234600"_s, u"+48221234606"_s};
    p.absent = {u"+48717776655"_s, {}};
    return p;
}

} // namespace

QList<Persona> otherPersonas();

QList<Persona> otherPersonas()
{
    return {italian(), dutch(), portuguese(), polish()};
}

} // namespace PortDesk::Test

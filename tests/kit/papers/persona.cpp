// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/papers/persona.h"

using namespace Qt::StringLiterals;

namespace PortDesk::Test {

namespace {

Persona english()
{
    Persona p;
    p.language = u"en"_s;
    p.country = u"GB"_s;
    p.words = {u"Your phone bill"_s, u"Customer service record"_s, u"Letter of authorisation"_s, u"Customer"_s, u"Account number"_s, u"Billing number"_s, u"Service address"_s,
               u"Bill date"_s, u"Payment due"_s, u"Period"_s, u"Invoice no."_s, u"Number"_s, u"Plan"_s, u"Amount"_s, u"Total due"_s,
               u"I authorise %1 to release the following telephone numbers to the new provider: %2. I am entitled to sign for the account holder."_s, u"Place and date"_s, u"Signature"_s,
               u"Calls to landlines are included in every plan. Please quote the invoice number when you write to us. Line rental is charged one month in advance and usage in arrears."_s};
    p.carrier = u"Northgate Telecom plc"_s;
    p.carrierAddress = u"12 Harbour Road, London NW1 6XE, registered in England 01234567"_s;
    p.owner = u"Harrington & Doyle Ltd"_s;
    p.ownerWritten = u"Harrington and Doyle Limited"_s;
    p.ownerOther = u"Blackwood Catering Ltd"_s;
    p.person = u"Siobhán O'Connor-Smith"_s;
    p.street = u"Flat 4, 221B Baker Street"_s;
    p.streetWritten = u"Flat 4, 221B Baker St"_s;
    p.streetOther = u"Flat 4, 212B Baker Street"_s;
    p.place = u"NW1 6XE London"_s;
    p.placeWritten = u"London NW1 6XE"_s;
    p.placeOther = u"London NW1 8XE"_s;
    p.account = u"NG-0048-221937"_s;
    p.accountWritten = u"NG 0048 221937"_s;
    p.accountOther = u"NG-0048-221987"_s;
    p.billed = {2026, 10, 28};
    p.billedWritten = u"28 October 2026"_s;
    p.otherDay = {2026, 9, 28};
    p.otherDayWritten = u"28 September 2026"_s;
    p.dueWritten = u"14 November 2026"_s;
    p.letterDay = {2026, 11, 16};
    p.letterDayWritten = u"London, 16 November 2026"_s;
    p.billing = {u"+442079460018"_s, u"(0)20 7946 0018"_s};
    p.numbers = {{u"+442079460024"_s, u"020 7946 0024"_s}, {u"+442079460031"_s, u"+44 20 7946 0031"_s}, {u"+441614960102"_s, u"0161 496 0102"_s}, {u"+441134960547"_s, u"(0113) 496-0547"_s}};
    p.changed = {u"+442079460031"_s, u"+44 20 7946 0037"_s};
    p.range = u"020 7946 0050 - 0059"_s;
    p.inRange = {u"+442079460050"_s, u"+442079460055"_s};
    p.absent = {u"+441214960888"_s, {}};
    return p;
}

Persona german()
{
    Persona p;
    p.language = u"de"_s;
    p.country = u"DE"_s;
    p.words = {u"Ihre Telefonrechnung"_s, u"Kundenstammblatt"_s, u"Vollmacht"_s, u"Kunde"_s, u"Kundennummer"_s, u"Hauptrufnummer"_s, u"Anschlussadresse"_s, u"Rechnungsdatum"_s, u"Fällig am"_s,
               u"Zeitraum"_s, u"Rechnungsnr."_s, u"Rufnummer"_s, u"Tarif"_s, u"Betrag"_s, u"Gesamtbetrag"_s,
               u"Ich bevollmächtige %1, die folgenden Rufnummern an den neuen Anbieter abzugeben: %2. Ich darf für den Anschlussinhaber unterschreiben."_s, u"Ort, Datum"_s, u"Unterschrift"_s,
               u"Gespräche in das Festnetz sind in jedem Tarif enthalten. Bitte geben Sie bei Rückfragen die Rechnungsnummer an. Der Grundpreis wird einen Monat im Voraus berechnet."_s};
    p.carrier = u"Rheinruf Telefon GmbH"_s;
    p.carrierAddress = u"Am Ring 1, 50667 Köln, HRB 12345"_s;
    p.owner = u"Lüdenscheidt Maschinenbau GmbH & Co. KG"_s;
    p.ownerWritten = u"Luedenscheidt Maschinenbau GmbH & Co KG"_s;
    p.ownerOther = u"Bergmann Handels AG"_s;
    p.person = u"Jürgen Müller-Lüdenscheidt"_s;
    p.street = u"Königsberger Straße 17, 3. OG"_s;
    p.streetWritten = u"Königsberger Str. 17"_s;
    p.streetOther = u"Königsberger Straße 71"_s;
    p.place = u"50667 Köln"_s;
    p.placeWritten = u"D-50667 Köln"_s;
    p.placeOther = u"50677 Köln"_s;
    p.account = u"4711-998877"_s;
    p.accountWritten = u"4711 998877"_s;
    p.accountOther = u"4711-998817"_s;
    p.billed = {2026, 10, 28};
    p.billedWritten = u"28.10.2026"_s;
    p.otherDay = {2026, 9, 28};
    p.otherDayWritten = u"28.09.2026"_s;
    p.dueWritten = u"14.11.2026"_s;
    p.letterDay = {2026, 11, 16};
    p.letterDayWritten = u"Köln, 16. November 2026"_s;
    p.billing = {u"+493023125017"_s, u"(030) 23125 017"_s};
    p.numbers = {{u"+493023125018"_s, u"030/23125-018"_s}, {u"+493023125019"_s, u"+49 (0)30 23125 019"_s}, {u"+49221909876"_s, u"0221 90 98 76"_s}, {u"+498912345670"_s, u"089-12345670"_s}};
    p.changed = {u"+49221909876"_s, u"0221 90 93 76"_s};
    p.range = u"030 23125-200 bis -299"_s;
    p.inRange = {u"+493023125200"_s, u"+493023125277"_s};
    p.absent = {u"+496912345678"_s, {}};
    return p;
}

Persona french()
{
    Persona p;
    p.language = u"fr"_s;
    p.country = u"FR"_s;
    p.words = {u"Votre facture téléphone"_s, u"Fiche client"_s, u"Mandat de portabilité"_s, u"Titulaire"_s, u"Nº de client"_s, u"Numéro de facturation"_s, u"Adresse d'installation"_s,
               u"Date de facture"_s, u"Échéance"_s, u"Période"_s, u"Facture nº"_s, u"Numéro"_s, u"Forfait"_s, u"Montant"_s, u"Total à payer"_s,
               u"Je donne mandat à %1 de céder les numéros suivants au nouvel opérateur : %2. Je suis habilité à signer pour le titulaire."_s, u"Lieu et date"_s, u"Signature"_s,
               u"Les appels vers les fixes sont inclus dans chaque forfait. Merci de rappeler le numéro de la facture dans vos courriers. L'abonnement est facturé un mois à l'avance."_s};
    p.carrier = u"Télécom Lumière SA"_s;
    p.carrierAddress = u"8 quai de Seine, 75001 Paris, au capital de 1 000 000 €"_s;
    p.owner = u"Boulangerie Lefèvre-Béranger SARL"_s;
    p.ownerWritten = u"BOULANGERIE LEFEVRE-BERANGER S.A.R.L."_s;
    p.ownerOther = u"Garage Dubois SAS"_s;
    p.person = u"Zoé Lefèvre-Béranger"_s;
    p.street = u"12 bis, avenue de l'Opéra"_s;
    p.streetWritten = u"12bis av. de l'Opéra"_s;
    p.streetOther = u"21 bis, avenue de l'Opéra"_s;
    p.place = u"75001 Paris"_s;
    p.placeWritten = u"75001 PARIS"_s;
    p.placeOther = u"75007 Paris"_s;
    p.account = u"55 201 884 07"_s;
    p.accountWritten = u"5520188407"_s;
    p.accountOther = u"55 201 834 07"_s;
    p.billed = {2026, 10, 28};
    p.billedWritten = u"28 octobre 2026"_s;
    p.otherDay = {2026, 9, 28};
    p.otherDayWritten = u"28 septembre 2026"_s;
    p.dueWritten = u"14 novembre 2026"_s;
    p.letterDay = {2026, 11, 16};
    p.letterDayWritten = u"Paris, 16/11/2026"_s;
    p.billing = {u"+33199001234"_s, u"01 99 00 12 34"_s};
    p.numbers = {{u"+33199001235"_s, u"01.99.00.12.35"_s}, {u"+33199001236"_s, u"+33 1 99 00 12 36"_s}, {u"+33465712290"_s, u"04 65 71 22 90"_s}, {u"+33261910417"_s, u"02-61-91-04-17"_s}};
    p.changed = {u"+33465712290"_s, u"04 65 71 23 90"_s};
    p.range = u"01 99 00 14 00 à 01 99 00 14 09"_s;
    p.inRange = {u"+33199001400"_s, u"+33199001405"_s};
    p.absent = {u"+33536490123"_s, {}};
    return p;
}

Persona spanish()
{
    Persona p;
    p.language = u"es"_s;
    p.country = u"ES"_s;
    p.words = {u"Su factura telefónica"_s, u"Ficha del cliente"_s, u"Carta de autorización"_s, u"Titular"_s, u"N.º de cuenta"_s, u"Número de facturación"_s, u"Dirección del servicio"_s,
               u"Fecha de factura"_s, u"Vencimiento"_s, u"Periodo"_s, u"Factura n.º"_s, u"Número"_s, u"Tarifa"_s, u"Importe"_s, u"Total a pagar"_s,
               u"Autorizo a %1 a ceder los siguientes números al nuevo operador: %2. Estoy facultado para firmar por el titular."_s, u"Lugar y fecha"_s, u"Firma"_s,
               u"Las llamadas a fijos están incluidas en todas las tarifas. Indique el número de factura en sus consultas. La cuota se cobra con un mes de antelación."_s};
    p.carrier = u"Teléfonos del Sur S.A."_s;
    p.carrierAddress = u"Paseo del Prado 3, 28014 Madrid, CIF A-12345678"_s;
    p.owner = u"Talleres Núñez García S.L."_s;
    p.ownerWritten = u"Talleres Nuñez Garcia SL"_s;
    p.ownerOther = u"Panadería Ortega S.A."_s;
    p.person = u"José Ángel Núñez García"_s;
    p.street = u"Calle Alcalá, 45"_s;
    p.streetWritten = u"C/ Alcalá, n.º 45, 2.º izq."_s;
    p.streetOther = u"C/ Alcalá, n.º 54"_s;
    p.place = u"28014 Madrid"_s;
    p.placeWritten = u"28014 Madrid"_s;
    p.placeOther = u"28041 Madrid"_s;
    p.account = u"ES-7730-01982"_s;
    p.accountWritten = u"ES 7730 01982"_s;
    p.accountOther = u"ES-7730-01932"_s;
    p.billed = {2026, 10, 28};
    p.billedWritten = u"28 de octubre de 2026"_s;
    p.otherDay = {2026, 9, 28};
    p.otherDayWritten = u"28 de septiembre de 2026"_s;
    p.dueWritten = u"14/11/2026"_s;
    p.letterDay = {2026, 11, 16};
    p.letterDayWritten = u"Madrid, 16 de noviembre de 2026"_s;
    p.billing = {u"+34910123456"_s, u"910 123 456"_s};
    p.numbers = {{u"+34910123457"_s, u"91 012 34 57"_s}, {u"+34910123458"_s, u"+34 910 12 34 58"_s}, {u"+34955012233"_s, u"(955) 01 22 33"_s}, {u"+34932201144"_s, u"93.220.11.44"_s}};
    p.changed = {u"+34955012233"_s, u"(955) 01 32 33"_s};
    p.range = u"910 123 500 - 910 123 509"_s;
    p.inRange = {u"+34910123500"_s, u"+34910123504"_s};
    p.absent = {u"+34976445566"_s, {}};
    return p;
}

} // namespace

QList<Persona> otherPersonas();

QList<Persona> personas()
{
    return QList<Persona>{english(), german(), french(), spanish()} + otherPersonas();
}

} // namespace PortDesk::Test

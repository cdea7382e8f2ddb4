// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tablecolumn.h"

#include "core/base/folding.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

struct Words
{
    TableColumn column;
    QString text;
    QString words; ///< folded, nothing but letters and digits; "phone*" = begins with, "*telefon*" = has it anywhere
};

/// The first match counts, so the narrow words stand before the wide ones.
const QList<Words> &table()
{
    static const QList<Words> all{
        {TableColumn::Nothing, u"(leave out)"_s,
         u"*contact* *ansprechpartner* *email* fax* *notes* *bemerkung* *comment* *date* *datum* name firstname lastname *companyname "
         u"*customername username "
         u"displayname accountname accountholder* kontaktname id nr no"_s},
        {TableColumn::Pin, u"PIN"_s,
         u"pin* portpin portingpin *passcode* accountpin transferpin numberpin portierungspin"_s},
        {TableColumn::Code, u"Porting code (RIO, PAC …)"_s,
         u"rio rio* coderio pac paccode stac nip upc oku usc transfercode portingcode portabilitycode migrationcode codicemigrazione codicedimigrazione mnp* "
         u"numerodereserva"_s},
        {TableColumn::Account, u"Account number"_s,
         u"account* customernumber customerno customerid billingaccount ban *kundennummer* *kundennr* *vertragskonto* *vertragsnummer* "
         u"numeroclient "
         u"*numerodeclient* numerodecompte compte *numerodecliente* numerocliente codicecliente numerocuenta *numerodecuenta* klantnummer contract contractnumber"_s},
        {TableColumn::Carrier, u"Losing carrier"_s,
         u"carrier* provider* *losingcarrier *losingprovider operator* currentcarrier currentprovider *anbieter *netzbetreiber operateur* "
         u"operador* operatore* "
         u"fournisseur* telco serviceprovider"_s},
        {TableColumn::RangeFirst, u"Range: first number"_s,
         u"from von start begin anfang first firstnumber startnumber rangestart rangefrom numberfrom blockstart rufnummervon desde du da van debut de"_s},
        {TableColumn::RangeLast, u"Range: last number"_s,
         u"to bis end ende last lastnumber endnumber rangeend rangeto numberto blockend rufnummerbis hasta tot fin fine ate"_s},
        {TableColumn::Number, u"Phone number"_s,
         u"number numbers numberstoport numbertoport portnumber* portingnumber* phone* telephone* tel telno telnr nummer nummern did dids "
         u"ddi ddis msisdn e164 lineuri tn line lines numero numeros cell cellphone mobil mobile* handy* "
         u"landline* movil portable cellulare *rufnummer* *telefon* *telephone* *phonenumber* *telefoon* puhelin* *dianhuahaoma* *dianhuafanhao* dianhua"_s},
        {TableColumn::PostalCode, u"Postcode"_s,
         u"*postcode* postalcode* zip* plz *postleitzahl* codepostal* codigopostal* codicepostale cap cp cep postnummer postnr eircode"_s},
        {TableColumn::City, u"City or town"_s,
         u"*city *town locality ort stadt wohnort ville ciudad localidad citta cidade plaats woonplaats stad by municipality poblacion miasto"_s},
        {TableColumn::Region, u"State or region"_s,
         u"*state region province provincia county bundesland estado departement canton kanton"_s},
        {TableColumn::Country, u"Country"_s, u"country* land pays pais paese kraj"_s},
        {TableColumn::Street, u"Street (joined when several)"_s,
         u"*street* *strasse* str hausnummer hausnr hnr housenumber houseno rue calle via rua straat addressline* address1 address2 line1 line2 voie"_s},
        {TableColumn::Site, u"Site"_s, u"site* location* standort* sede filiale niederlassung branch office agence building emplacement"_s},
        {TableColumn::Address, u"Address in one cell"_s,
         u"*address* *adresse* *anschrift* *direccion* *indirizzo* *endereco* adres domicilio"_s},
    };
    return all;
}

bool fits(const QString &heading, const QString &word)
{
    const bool anyStart = word.startsWith(u'*');
    const bool anyEnd = word.endsWith(u'*');
    const QString stem = word.sliced(anyStart, word.size() - anyStart - anyEnd);
    if (anyStart && anyEnd)
        return heading.contains(stem);
    return anyEnd ? heading.startsWith(stem) : anyStart ? heading.endsWith(stem) : heading == stem;
}

QHash<QString, QString> countryNames()
{
    QHash<QString, QString> names;
    for (const QLocale &locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
        const QString code = QLocale::territoryToCode(locale.territory());
        if (code.size() != 2)
            continue;
        names.insert(code.toLower(), code);
        names.insert(folded(QLocale::territoryToString(locale.territory())), code);
        names.insert(folded(locale.nativeTerritoryName()), code);
    }
    names.remove(QString()); // some locales have no name of their own for their country
    for (const auto &[name, code] : {std::pair{u"uk"_s, u"GB"_s},
                                     {u"great britain"_s, u"GB"_s},
                                     {u"england"_s, u"GB"_s},
                                     {u"usa"_s, u"US"_s},
                                     {u"holland"_s, u"NL"_s}})
        names.insert(name, code);
    return names;
}

} // namespace

QList<TableColumn> tableColumns()
{
    return {TableColumn::Nothing, TableColumn::Number, TableColumn::RangeFirst, TableColumn::RangeLast, TableColumn::Address,
            TableColumn::Street,  TableColumn::City,   TableColumn::PostalCode, TableColumn::Region,    TableColumn::Country,
            TableColumn::Site,    TableColumn::Pin,    TableColumn::Code,      TableColumn::Account,    TableColumn::Carrier};
}

QString tableColumnText(TableColumn column)
{
    for (const Words &words : table()) {
        if (words.column == column)
            return words.text;
    }
    return {};
}

TableColumn columnOfHeading(const QString &heading)
{
    QString plain;
    for (const QChar c : folded(heading)) {
        if (c.isLetterOrNumber())
            plain += c;
    }
    if (plain.isEmpty())
        return TableColumn::Nothing;
    for (const Words &words : table()) {
        for (const QString &word : words.words.split(u' ')) {
            if (fits(plain, word))
                return words.column;
        }
    }
    return TableColumn::Nothing;
}

QString countryOfText(const QString &text)
{
    static const QHash<QString, QString> names = countryNames();
    return names.value(folded(text));
}

} // namespace PortDesk

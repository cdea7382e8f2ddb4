// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/requirements.h"
#include "core/documents/letter.h"
#include "core/numbers/numberparser.h"
#include "tests/kit/requestbuilder.h"

#include <QTest>

using namespace PortDesk;
using namespace Qt::StringLiterals;

class TestLetter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void writesEveryRecord();
    void speaksTheLanguage_data();
    void speaksTheLanguage();
    void escapesWhatIsEntered();
    void tellsTheScope_data();
    void tellsTheScope();
    void hasTheSignatureOfTheCountry_data();
    void hasTheSignatureOfTheCountry();
    void writesManyNumbers();
    void codesTheReference();
    void isolatesRightToLeft();
    void leavesBlanksToBeFilled();
    void needsARecord();

private:
    CountryPack m_countries;
};

namespace {

Request sampleRequest()
{
    Request request = Test::RequestBuilder().build();
    request.owner = {OwnerKind::Business, u"Müller & <Söhne> \"GmbH\""_s, u"Anna"_s, u"O'Neill"_s, u"anna@example.org"_s, u"+493012345678"_s};
    request.authorisedPerson = {u"Zoë"_s, u"Ó Briain & Co"_s, u"Director <EMEA>"_s, u"zoe@example.org"_s};
    request.losingCarrier = {u"Tele & Com <AG>"_s, u"ACC-4711&2"_s, u"PIN<99>"_s, u"+49 30 23125010"_s};
    request.requestedDate = QDate(2026, 12, 15);
    return request;
}

CasePlan planFor(const Request &request, const QString &country, NumberType type)
{
    CasePlan plan;
    plan.country = country;
    plan.type = type;
    plan.carrier = request.losingCarrier;
    const QString example = exampleNumber(country, type);
    plan.numbers = {{parseNumber(example.isEmpty() ? u"+493023125017"_s : example, country), 0, request.addresses.first().id, {}, request.losingCarrier}};
    return plan;
}

Result<LetterContent> letterFor(const CountryPack &countries, const QString &country, const Request &request, NumberType type = NumberType::Geographic)
{
    return loaLetter(request, planFor(request, country, type), countries, u"PD-2041"_s, QDate(2026, 11, 23));
}

} // namespace

void TestLetter::initTestCase()
{
    auto loaded = CountryPack::load();
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
    m_countries = *loaded;
}

void TestLetter::writesEveryRecord()
{
    int records = 0;
    const QStringList codes = m_countries.codes();
    for (const QString &code : codes) {
        for (const CountryRecord &record : m_countries.country(code)->records) {
            ++records;
            Request request = sampleRequest();
            for (const FieldRule &rule : record.fields)
                request.fields.insert(rule.id, u"V&"_s + rule.id);
            const auto letter = letterFor(m_countries, code, request, record.type);
            QVERIFY2(letter.ok(), letter.ok() ? "" : qPrintable(code + u' ' + letter.error().message + letter.error().detail));
            QCOMPARE(letter->language, loaLanguage(record));
            QVERIFY(!letter->html.contains(u"{{"_s));
            QStringList values{request.owner.company, request.authorisedPerson.displayName(), request.losingCarrier.accountNumber};
            for (const FieldRule &rule : applicableFields(record, request.owner.kind)) {
                if (rule.requestPointer.isEmpty())
                    values << request.fields.value(rule.id) << rule.label;
            }
            for (const QString &value : values)
                QVERIFY2(letter->html.contains(value.toHtmlEscaped()), qPrintable(code + u' ' + value));
        }
    }
    QVERIFY2(records >= 164, qPrintable(QString::number(records)));
}

void TestLetter::speaksTheLanguage_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("footer");
    const auto row = [](const char *name, const QString &country, const QString &language, const QString &title, const QString &footer) {
        QTest::newRow(name) << country << language << title << footer;
    };
    row("United States", u"US"_s, u"en"_s, u"Letter of Authorisation"_s, u"Page %1 of %2"_s);
    row("Germany", u"DE"_s, u"de"_s, u"Vollmacht zur Rufnummernmitnahme"_s, u"Seite %1 von %2"_s);
    row("France", u"FR"_s, u"fr"_s, u"Mandat de portabilité"_s, u"Page %1 sur %2"_s);
    row("Spain", u"ES"_s, u"es"_s, u"Autorización de portabilidad"_s, u"Página %1 de %2"_s);
    row("Italy", u"IT"_s, u"it"_s, u"Autorizzazione alla portabilità"_s, u"Pagina %1 di %2"_s);
    row("Netherlands", u"NL"_s, u"nl"_s, u"Machtiging voor nummerbehoud"_s, u"Pagina %1 van %2"_s);
    row("Portugal", u"PT"_s, u"pt"_s, u"Autorização de portabilidade"_s, u"Página %1 de %2"_s);
    row("Poland, no template", u"PL"_s, u"en"_s, u"Letter of Authorisation"_s, u"Page %1 of %2"_s);
}

void TestLetter::speaksTheLanguage()
{
    QFETCH(QString, country);
    QFETCH(QString, title);
    QFETCH(QString, footer);
    const auto letter = letterFor(m_countries, country, sampleRequest());
    QVERIFY2(letter.ok(), letter.ok() ? "" : qPrintable(letter.error().message));
    QTEST(letter->language, "language");
    QCOMPARE(letter->title, title + u" PD-2041"_s);
    QVERIFY(letter->footer.contains(footer));
    QVERIFY(letter->html.contains(u"<h1>%1</h1>"_s.arg(title)));
    QVERIFY(!letter->rightToLeft);
}

void TestLetter::escapesWhatIsEntered()
{
    const Request request = sampleRequest();
    const QString html = letterFor(m_countries, u"DE"_s, request)->html;
    const QStringList values{request.owner.company,       request.owner.email,           request.owner.phone,       request.authorisedPerson.displayName(),
                             request.losingCarrier.name,  request.losingCarrier.pin,     request.losingCarrier.accountNumber,
                             request.losingCarrier.billingNumber, request.authorisedPerson.title};
    for (const QString &value : values)
        QVERIFY2(html.contains(value.toHtmlEscaped()), qPrintable(value));
    QVERIFY(!html.contains(u"<Söhne>"_s));
    for (const QString &line : request.addresses.first().address.lines)
        QVERIFY(html.contains(line.toHtmlEscaped()));
    QVERIFY(html.contains(u"15. Dezember 2026"_s));
    QVERIFY(!html.contains(u"Germany"_s)); // at home
    QVERIFY(letterFor(m_countries, u"US"_s, request)->html.contains(u", Germany"_s));
    Request hostile = request;
    hostile.losingCarrier.name = u"{{pin}}<img src=\"file:///etc/passwd\">"_s;
    const QString safe = letterFor(m_countries, u"DE"_s, hostile)->html;
    QCOMPARE(safe.count(u"<img"_s), 1);
    QVERIFY(safe.contains(u"{{pin}}&lt;img"_s));
}

void TestLetter::tellsTheScope_data()
{
    QTest::addColumn<int>("scope");
    QTest::addColumn<int>("remaining");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("absent");
    QTest::newRow("full") << int(PortScope::Full) << int(Remaining::None) << u"[X] All numbers"_s << u"unchanged"_s;
    QTest::newRow("partial, rest kept") << int(PortScope::Partial) << int(Remaining::Keep) << u"stay with the present provider, unchanged"_s << u"[X] All"_s;
    QTest::newRow("partial, rest given up") << int(PortScope::Partial) << int(Remaining::Disconnect) << u"to be disconnected"_s << u"unchanged"_s;
    QTest::newRow("new billing number") << int(PortScope::Partial) << int(Remaining::Keep) << u"+1 415 555 2699"_s << u"[X] All"_s;
}

void TestLetter::tellsTheScope()
{
    QFETCH(int, scope);
    QFETCH(int, remaining);
    QFETCH(QString, expected);
    QFETCH(QString, absent);
    Request request = sampleRequest();
    request.scope = PortScope(scope);
    request.remaining = Remaining(remaining);
    request.newBillingNumber = u"+1 415 555 2699"_s;
    const QString html = letterFor(m_countries, u"US"_s, request)->html;
    QVERIFY(html.contains(expected));
    QVERIFY(!html.contains(absent));
    QVERIFY(html.contains(u"stays open and paid"_s));
}

void TestLetter::hasTheSignatureOfTheCountry_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("stamp");
    QTest::newRow("Germany") << u"DE"_s << u"Firmenstempel"_s;
    QTest::newRow("France") << u"FR"_s << u"Cachet de l’entreprise"_s;
    QTest::newRow("Spain") << u"ES"_s << u"Sello de la empresa"_s;
    QTest::newRow("Portugal") << u"PT"_s << u"Carimbo da empresa"_s;
    QTest::newRow("Italy") << u"IT"_s << u"Timbro dell’azienda"_s;
}

void TestLetter::hasTheSignatureOfTheCountry()
{
    QFETCH(QString, country);
    QFETCH(QString, stamp);
    Request request = sampleRequest();
    QVERIFY(letterFor(m_countries, country, request)->html.contains(stamp));
    request.owner.kind = OwnerKind::Person;
    QVERIFY(!letterFor(m_countries, country, request)->html.contains(stamp));
    QVERIFY(!letterFor(m_countries, u"US"_s, sampleRequest())->html.contains(u"Company stamp"_s));
}

void TestLetter::writesManyNumbers()
{
    const Request request = sampleRequest();
    CasePlan plan = planFor(request, u"DE"_s, NumberType::Geographic);
    const auto range = expandRange(u"+49 30 12340000 - 0499"_s, u"DE"_s);
    plan.numbers.clear();
    for (const PhoneNumber &number : *range)
        plan.numbers.append({number, 0, request.addresses.first().id, {}, request.losingCarrier});
    const auto letter = loaLetter(request, plan, m_countries, u"PD-1"_s, QDate(2026, 11, 23));
    QVERIFY(letter->html.contains(u"<thead>"_s)); // repeated on every page
    for (const PhoneNumber &number : *range)
        QVERIFY(letter->html.contains(number.international));
    QVERIFY(letter->html.contains(u"Gesamt: <b>500</b>"_s));
}

void TestLetter::codesTheReference()
{
    Request request = sampleRequest();
    const CasePlan plan = planFor(request, u"US"_s, NumberType::Geographic);
    const QDate today(2026, 11, 23);
    QCOMPARE(loaLetter(request, plan, m_countries, u"PD-7"_s, today)->qrText, u"PORTDESK:PD-7"_s);
    request.reference = u"my-own"_s;
    QCOMPARE(loaLetter(request, plan, m_countries, {}, today)->qrText, u"PORTDESK:my-own"_s);
    QVERIFY(loaLetter(request, plan, m_countries, {}, today)->html.contains(u"<img src=\"qr:\""_s));
    request.reference.clear();
    const auto without = loaLetter(request, plan, m_countries, {}, today);
    QCOMPARE(without->qrText, QString());
    QVERIFY(!without->html.contains(u"qr:"_s));
    QVERIFY(without->html.contains(u"23 November 2026"_s));
}

void TestLetter::isolatesRightToLeft()
{
    Request request = sampleRequest();
    request.owner.company = u"شركة الاتصالات"_s;
    const QString html = letterFor(m_countries, u"US"_s, request)->html;
    QVERIFY(html.contains(QChar(0x2068) + request.owner.company + QChar(0x2069)));
}

void TestLetter::leavesBlanksToBeFilled()
{
    const CountryRecord *record = m_countries.record(u"FR"_s, NumberType::Geographic);
    QVERIFY(record && record->field(u"siret"_s));
    Request request = sampleRequest();
    request.fields.clear();
    const QString html = letterFor(m_countries, u"FR"_s, request)->html;
    QVERIFY(html.contains(record->field(u"siret"_s)->label.toHtmlEscaped()));
    QVERIFY(html.contains(u"<td>________________________</td>"_s));
}

void TestLetter::needsARecord()
{
    const auto letter = letterFor(m_countries, u"XX"_s, sampleRequest());
    QVERIFY(!letter.ok());
    QCOMPARE(letter.error().code, Error::Code::NotFound);
    QVERIFY(letter.error().message.endsWith(u'.'));
}

QTEST_GUILESS_MAIN(TestLetter)
#include "tst_letter.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/requirements.h"
#include "core/documents/letter.h"
#include "core/documents/lettercode.h"
#include "core/documents/letterrows.h"
#include "core/numbers/numberparser.h"
#include "tests/kit/letters.h"

#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

class TestLetter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void writesEveryRecord();
    void showsTheDocumentedFields_data();
    void showsTheDocumentedFields();
    void listsWhatStays_data();
    void listsWhatStays();
    void showsTheCodeOfEveryLine();
    void saysWhetherTheBillingNumberMoves_data();
    void saysWhetherTheBillingNumberMoves();
    void saysWhatIsNotDocumented_data();
    void saysWhatIsNotDocumented();
    void escapesWhatIsEntered();
    void tellsTheScope_data();
    void tellsTheScope();
    void hasTheSignatureOfTheCountry_data();
    void hasTheSignatureOfTheCountry();
    void asksForTheSignatureOfTheCountry_data();
    void asksForTheSignatureOfTheCountry();
    void writesManyNumbers();
    void codesTheReference();
    void leavesBlanksToBeFilled();
    void needsARecord();

private:
    CountryPack m_countries;
};

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
            QVERIFY2(!record.companyStamp.value_or(false) || letter->html.contains(u"width=\"50%\" border=\"1\""_s), qPrintable(code));
            QCOMPARE(letter->rightToLeft, letter->language == u"he");
        }
    }
    QVERIFY2(records >= 164, qPrintable(QString::number(records)));
}

void TestLetter::showsTheDocumentedFields_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<NumberType>("type");
    for (const QString &code : m_countries.codes())
        for (const CountryRecord &record : m_countries.country(code)->records)
            if (!record.loaFields.isEmpty())
                QTest::addRow("%s %s", qPrintable(code), qPrintable(numberTypeKey(record.type))) << code << record.type;
}

/// Every entry of the country's documented form is in the letter: by its English word, which stands beside every other one.
void TestLetter::showsTheDocumentedFields()
{
    QFETCH(QString, country);
    QFETCH(NumberType, type);
    const CountryRecord &record = *m_countries.record(country, type);
    const auto english = LetterWords::load(*m_countries.record(u"US"_s, NumberType::Geographic));
    Request request = sampleRequest(); // nothing optional is given: what the form has must appear all the same
    request.owner.phone.clear();
    request.owner.email.clear();
    request.authorisedPerson.email.clear();
    request.authorisedPerson.title.clear();
    request.losingCarrier.billingNumber.clear();
    request.losingCarrier.pin.clear();
    request.requestedDate = {};
    const QString full = letterFor(m_countries, country, request, type)->html;
    request.scope = PortScope::Partial;
    const QString partial = letterFor(m_countries, country, request, type)->html;
    QVERIFY(!documentedRows(record).isEmpty());
    for (const QString &row : documentedRows(record)) {
        const FieldRule *field = row.startsWith(u"field:"_s) ? record.field(row.sliced(6)) : nullptr;
        // Personal fields concern other owners; the letter of a business leaves them out.
        if (field && field->appliesTo == u"person")
            continue;
        const QString word = row == u"numbers" ? u"Numbers to be moved"_s : row == u"scope" ? u"Extent of the port"_s : field ? field->label : english->text(row);
        const QString wanted = word.isEmpty() ? row.at(0).toUpper() + row.mid(1) : word.section(u"{carrier}"_s, 0, 0);
        QVERIFY2(full.contains(wanted.toHtmlEscaped()) || partial.contains(wanted.toHtmlEscaped()), qPrintable(row + u": "_s + wanted));
    }
}

void TestLetter::listsWhatStays_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<int>("scope");
    QTest::addColumn<int>("remaining");
    QTest::addColumn<QStringList>("staying");
    QTest::addColumn<QStringList>("expected");
    const int partial = int(PortScope::Partial);
    const QString heading = u"Numbers that stay"_s;
    QTest::newRow("named and kept") << u"GB"_s << partial << int(Remaining::Keep) << QStringList{u"020 7946 0018"_s}
                                    << QStringList{heading, u"+44 20 7946 0018"_s, u"stays with the present provider"_s};
    QTest::newRow("named and given up") << u"GB"_s << partial << int(Remaining::Disconnect) << QStringList{u"020 7946 0018"_s}
                                        << QStringList{heading, u"+44 20 7946 0018"_s, u"to be disconnected"_s};
    QTest::newRow("asked and not named") << u"GB"_s << partial << int(Remaining::Keep) << QStringList{} << QStringList{heading, u"________"_s};
    QTest::newRow("not asked, named all the same") << u"US"_s << partial << int(Remaining::Keep) << QStringList{u"+1 415 555 2671"_s}
                                                   << QStringList{heading, u"+1 415-555-2671"_s};
    QTest::newRow("not asked and not named") << u"US"_s << partial << int(Remaining::Keep) << QStringList{} << QStringList{};
    QTest::newRow("of another country") << u"US"_s << partial << int(Remaining::Keep) << QStringList{u"+44 20 7946 0018"_s} << QStringList{};
    QTest::newRow("nothing stays") << u"GB"_s << int(PortScope::Full) << int(Remaining::None) << QStringList{u"020 7946 0018"_s} << QStringList{};
}

void TestLetter::listsWhatStays()
{
    QFETCH(QString, country);
    QFETCH(int, scope);
    QFETCH(int, remaining);
    QFETCH(QStringList, staying);
    QFETCH(QStringList, expected);
    Request request = sampleRequest();
    request.scope = PortScope(scope);
    request.remaining = Remaining(remaining);
    request.staying = staying;
    const QString html = letterFor(m_countries, country, request)->html;
    for (const QString &text : std::as_const(expected))
        QVERIFY2(html.contains(text), qPrintable(text));
    QCOMPARE(html.contains(u"Numbers that stay"_s), !expected.isEmpty());
}

void TestLetter::showsTheCodeOfEveryLine()
{
    Request request = sampleRequest();
    request.fields.insert(u"rio_code"_s, u"02P1234564NH"_s);
    CasePlan plan = planFor(request, u"FR"_s, NumberType::Geographic);
    plan.numbers.append(plan.numbers.first());
    plan.numbers.last().row = 1;
    request.numbers = {{}, {}};
    request.numbers[1].fields.insert(u"rio_code"_s, u"01EABC123DLQ"_s);
    const QString html = loaLetter(request, plan, m_countries, {}, QDate(2026, 11, 23))->html;
    QVERIFY(html.contains(u"<th align=\"left\">RIO code</th>"_s));
    QVERIFY(html.contains(u"<td>02P1234564NH</td>"_s));
    QVERIFY(html.contains(u"<td>01EABC123DLQ</td>"_s));
}

void TestLetter::saysWhetherTheBillingNumberMoves_data()
{
    QTest::addColumn<QString>("billing");
    QTest::addColumn<QString>("answer");
    QTest::newRow("it moves") << exampleNumber(u"CA"_s, NumberType::Geographic) << u"<td>yes</td>"_s;
    QTest::newRow("it stays") << u"+1 204 234 9999"_s << u"<td>no</td>"_s;
    QTest::newRow("not named") << QString() << u"<td>________________________</td>"_s;
}

void TestLetter::saysWhetherTheBillingNumberMoves()
{
    QFETCH(QString, billing);
    QFETCH(QString, answer);
    Request request = sampleRequest();
    request.losingCarrier.billingNumber = billing;
    const QString html = letterFor(m_countries, u"CA"_s, request)->html;
    QVERIFY(html.contains(u"Does the billing number move?</td>"_s + answer));
}

void TestLetter::saysWhatIsNotDocumented_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("expected");
    QTest::newRow("United States, all documented") << u"US"_s << QString();
    QTest::newRow("Greece, language") << u"GR"_s << u"No source documents in which language"_s;
    QTest::newRow("Japan, a form of its own") << u"JP"_s << u"a form of their own"_s;
}

void TestLetter::saysWhatIsNotDocumented()
{
    QFETCH(QString, country);
    QFETCH(QString, expected);
    const QString note = letterFor(m_countries, country, sampleRequest())->note;
    QVERIFY2(expected.isEmpty() ? note.isEmpty() : note.contains(expected), qPrintable(note));
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

void TestLetter::asksForTheSignatureOfTheCountry_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("never");
    QTest::newRow("Germany") << u"DE"_s << u"wet"_s << u"Eingefügte oder gedruckte Unterschriften werden nicht anerkannt."_s << u"elektronische Unterschrift"_s;
    QTest::newRow("Netherlands") << u"NL"_s << u"unknown"_s << u"Onderteken met de hand, met een pen."_s << u"niet aanvaard"_s;
    QTest::newRow("United Kingdom") << u"GB"_s << u"electronic"_s << u"An electronic signature is accepted, and so is a signature by hand."_s << u"not accepted"_s;
}

/// Undocumented is not forbidden, and a certificate is spoken of where one is, in the signature itself.
void TestLetter::asksForTheSignatureOfTheCountry()
{
    QFETCH(QString, country);
    QFETCH(QString, kind);
    const SignatureKind rule = m_countries.record(country, NumberType::Geographic)->signature;
    const QString found = rule == SignatureKind::Wet ? u"wet"_s : rule == SignatureKind::Unknown ? u"unknown"_s : u"electronic"_s;
    QCOMPARE(found, kind);
    const QString html = letterFor(m_countries, country, sampleRequest())->html;
    QFETCH(QString, words);
    QVERIFY2(html.contains(words.toHtmlEscaped()), qPrintable(html));
    QFETCH(QString, never);
    QVERIFY(!html.contains(never));
    QVERIFY(!html.contains(u"certificate"_s) && !html.contains(u"certificaat"_s));
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
    const QString text = loaLetter(request, plan, m_countries, u"PD-7"_s, today)->qrText;
    QVERIFY2(text.startsWith(u"PORTDESK:PD-7;n="_s) && text.endsWith(u";p={page}/{pages}"_s), qPrintable(text));
    const auto code = letterCodeOf(QString(text).replace(u"{page}"_s, u"1"_s).replace(u"{pages}"_s, u"2"_s));
    QCOMPARE(code, (LetterCode{u"PD-7"_s, numbersKey(plan.e164()), 1, 2}));
    request.reference = u"my-own"_s;
    QVERIFY(loaLetter(request, plan, m_countries, {}, today)->qrText.startsWith(u"PORTDESK:my-own;"_s));
    QVERIFY(loaLetter(request, plan, m_countries, {}, today)->html.contains(u"<img src=\"qr:\""_s));
    request.reference.clear();
    const auto without = loaLetter(request, plan, m_countries, {}, today);
    QCOMPARE(without->qrText, QString());
    QVERIFY(!without->html.contains(u"qr:"_s));
    QVERIFY(without->html.contains(u"23 November 2026"_s));
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

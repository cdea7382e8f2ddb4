// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidenceof.h"
#include "core/evidence/facts.h"
#include "core/evidence/takeover.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/typedpage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using namespace PortDesk::Test;

using Values = QMap<QString, QString>;

/// "Take over what the bill says": which parts of the form a paper's words become, and that the store keeps the old ones.
class TestTakeOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streets_data();
    void streets();
    void places_data();
    void places();
    void names_data();
    void names();
    void othersAsTheyAre();
    void throughTheStore_data();
    void throughTheStore();
};

namespace {

Request withAddress(const PostalAddress &address)
{
    Request request = RequestBuilder().build();
    request.addresses.first().address = address;
    return request;
}

Evidence said(FactKind kind, const QString &field, const QString &value)
{
    Evidence evidence;
    evidence.fact = {factKindKey(kind), kind, {}, field, {}, {}};
    evidence.verdict = Verdict::Differs;
    evidence.found = evidence.value = value;
    return evidence;
}

} // namespace

void TestTakeOver::streets_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QStringList>("after");
    const auto row = [](const char *name, const char *country, const QStringList &before, const QString &found, const QStringList &after) {
        QTest::newRow(name) << QString::fromLatin1(country) << before << found << after;
    };
    row("house number", "DE", {u"Königsallee 17"_s}, u"Königsallee 71"_s, {u"Königsallee 71"_s});
    row("floor stays", "DE", {u"Königsallee 17, 3. OG"_s}, u"Königsallee 71"_s, {u"Königsallee 71, 3. OG"_s});
    row("other line stays", "DE", {u"Hinterhaus"_s, u"Königsallee 17"_s}, u"Königsallee 71"_s, {u"Hinterhaus"_s, u"Königsallee 71"_s});
    row("another street", "DE", {u"Aufgang B"_s, u"Königsallee 17"_s}, u"Torstraße 5"_s, {u"Aufgang B"_s, u"Torstraße 5"_s});
    row("town in the same line", "DE", {u"Königsallee 17"_s}, u"Torstraße 5, 10119 Berlin"_s, {u"Torstraße 5"_s});
    row("flat before the house", "GB", {u"Flat 4, 221B Baker Street"_s}, u"222B Baker St"_s, {u"Flat 4, 222B Baker St"_s});
    row("building in a line of its own", "GB", {u"Tower One"_s, u"5 Main Street"_s}, u"7 Main Street"_s, {u"Tower One"_s, u"7 Main Street"_s});
    row("house number first", "FR", {u"12 bis, avenue de l'Opéra"_s}, u"21 bis, avenue de l'Opéra"_s, {u"21 bis, avenue de l'Opéra"_s});
    row("house number behind a comma", "ES", {u"Calle Alcalá, 45"_s}, u"C/ Alcalá, 54"_s, {u"C/ Alcalá, 54"_s});
    row("nothing new", "DE", {u"Königsallee 17"_s}, u"Königsallee 17"_s, {});
}

void TestTakeOver::streets()
{
    QFETCH(QString, country);
    QFETCH(QStringList, before);
    QFETCH(QString, found);
    QFETCH(QStringList, after);
    const Request request = withAddress({before, {}, u"Ort"_s, {}, {}, country});
    const Values values = takenOver(request, said(FactKind::Street, u"/addresses/0/lines"_s, found));
    if (after.isEmpty())
        QCOMPARE(values, Values());
    else
        QCOMPARE(withValues(request, values).value().addresses.first().address.lines, after);
}

void TestTakeOver::places_data()
{
    QTest::addColumn<PostalAddress>("before");
    QTest::addColumn<QString>("found");
    QTest::addColumn<Values>("values");
    const auto row = [](const char *name, const char *country, const QString &town, const QString &code, const QString &found, const Values &values, const QString &region = {}) {
        QTest::newRow(name) << PostalAddress{{u"Weg 1"_s}, {}, town, region, code, QString::fromLatin1(country)} << found << values;
    };
    const QString code = u"/addresses/0/postalCode"_s, town = u"/addresses/0/locality"_s, region = u"/addresses/0/region"_s;
    row("German postcode", "DE", u"Köln"_s, u"50667"_s, u"50668 Köln"_s, {{code, u"50668"_s}});
    row("German, both", "DE", u"Köln"_s, u"50667"_s, u"10119 Berlin"_s, {{code, u"10119"_s}, {town, u"Berlin"_s}});
    row("German with the country", "DE", u"Köln"_s, u"50667"_s, u"D-53111 Bonn"_s, {{code, u"53111"_s}, {town, u"Bonn"_s}});
    row("German, spelling of the form stays", "DE", u"Köln"_s, u"50667"_s, u"50668 KOELN"_s, {{code, u"50668"_s}, {town, u"KOELN"_s}});
    row("German capitals", "DE", u"Köln"_s, u"50667"_s, u"50668 KÖLN"_s, {{code, u"50668"_s}});
    row("German, one line", "DE", u"Köln"_s, u"50667"_s, u"Weg 1, 53111 Bonn"_s, {{code, u"53111"_s}, {town, u"Bonn"_s}});
    row("German, several words", "DE", u"Köln"_s, u"50667"_s, u"60311 Frankfurt am Main"_s, {{code, u"60311"_s}, {town, u"Frankfurt am Main"_s}});
    row("British, town first", "GB", u"London"_s, u"NW1 6XE"_s, u"Leeds LS1 4AP"_s, {{code, u"LS1 4AP"_s}, {town, u"Leeds"_s}});
    row("British, town with a comma", "GB", u"London"_s, u"NW1 6XE"_s, u"London, NW1 7XE"_s, {{code, u"NW1 7XE"_s}});
    row("American", "US", u"New York"_s, u"10118"_s, u"Newark, NJ 07102-0110"_s, {{code, u"07102-0110"_s}, {town, u"Newark"_s}, {region, u"NJ"_s}}, u"NY"_s);
    row("American, same state", "US", u"New York"_s, u"10118"_s, u"New York, NY 10119"_s, {{code, u"10119"_s}}, u"NY"_s);
    row("Dutch", "NL", u"Amsterdam"_s, u"1017 GC"_s, u"1018GC Amsterdam"_s, {{code, u"1018GC"_s}});
    row("Italian", "IT", u"Roma"_s, u"00184"_s, u"20121 MILANO (MI)"_s, {{code, u"20121"_s}, {town, u"MILANO"_s}, {region, u"MI"_s}}, u"RM"_s);
    row("Portuguese", "PT", u"Lisboa"_s, u"1100-062"_s, u"4000-007 Porto"_s, {{code, u"4000-007"_s}, {town, u"Porto"_s}});
    row("Polish", "PL", u"Warszawa"_s, u"00-238"_s, u"00-239 Warszawa"_s, {{code, u"00-239"_s}});
    row("no postcode there", "DE", u"Köln"_s, u"50667"_s, u"Köln am Rhein"_s, {});
    row("house number of five digits", "DE", u"Köln"_s, u"50667"_s, u"Weg 12345, 53111 Bonn"_s, {{code, u"53111"_s}, {town, u"Bonn"_s}});
}

void TestTakeOver::places()
{
    QFETCH(PostalAddress, before);
    QFETCH(QString, found);
    QFETCH(Values, values);
    QCOMPARE(takenOver(withAddress(before), said(FactKind::Place, u"/addresses/0/postalCode"_s, found)), values);
}

void TestTakeOver::names_data()
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<Values>("values");
    const QString first = u"/owner/firstName"_s, last = u"/owner/lastName"_s;
    QTest::newRow("other surname") << u"Jürgen Schneider"_s << Values{{last, u"Schneider"_s}};
    QTest::newRow("other first name") << u"Petra Müller-Lüdenscheidt"_s << Values{{first, u"Petra"_s}};
    QTest::newRow("surname first") << u"Schneider, Petra"_s << Values{{first, u"Petra"_s}, {last, u"Schneider"_s}};
    QTest::newRow("surname of two words") << u"Petra van Dyck"_s << Values{{first, u"Petra"_s}, {last, u"van Dyck"_s}};
    QTest::newRow("one word") << u"Schneider"_s << Values();
}

void TestTakeOver::names()
{
    QFETCH(QString, found);
    QFETCH(Values, values);
    QCOMPARE(takenOver(RequestBuilder().build(), said(FactKind::Owner, u"/owner/lastName"_s, found)), values);
}

void TestTakeOver::othersAsTheyAre()
{
    const Request request = RequestBuilder().build();
    QCOMPARE(takenOver(request, said(FactKind::Number, u"/numbers/0/number"_s, u"+49221909876"_s)), (Values{{u"/numbers/0/number"_s, u"+49221909876"_s}}));
    QCOMPARE(takenOver(request, said(FactKind::Owner, u"/owner/company"_s, u"Berger AG"_s)), (Values{{u"/owner/company"_s, u"Berger AG"_s}}));
    QCOMPARE(takenOver(request, said(FactKind::Street, u"/addresses/7/lines"_s, u"Weg 1"_s)), Values());
    QCOMPARE(takenOver(request, said(FactKind::Number, u"/numbers/0/number"_s, {})), Values());
}

void TestTakeOver::throughTheStore_data()
{
    QTest::addColumn<PostalAddress>("form");
    QTest::addColumn<QStringList>("paper");
    QTest::addColumn<PostalAddress>("after");
    QTest::newRow("German order") << PostalAddress{{u"Königsallee 17, 3. OG"_s}, {}, u"Berlin"_s, {}, u"10827"_s, u"DE"_s} << QStringList{u"Königsallee 71"_s, u"10829 Berlin"_s}
                                  << PostalAddress{{u"Königsallee 71, 3. OG"_s}, {}, u"Berlin"_s, {}, u"10829"_s, u"DE"_s};
    QTest::newRow("British order") << PostalAddress{{u"Flat 4, 221B Baker Street"_s}, {}, u"London"_s, {}, u"NW1 6XE"_s, u"GB"_s} << QStringList{u"222B Baker St"_s, u"Leeds NW1 6XE"_s}
                                   << PostalAddress{{u"Flat 4, 222B Baker St"_s}, {}, u"Leeds"_s, {}, u"NW1 6XE"_s, u"GB"_s};
    QTest::newRow("French order") << PostalAddress{{u"12 bis, avenue de l'Opéra"_s}, {}, u"Paris"_s, {}, u"75001"_s, u"FR"_s} << QStringList{u"21 bis, avenue de l'Opéra"_s, u"75007 Paris"_s}
                                  << PostalAddress{{u"21 bis, avenue de l'Opéra"_s}, {}, u"Paris"_s, {}, u"75007"_s, u"FR"_s};
}

/// From the paper's words to the stored case: the new values stand there, the old ones in its history, and the next reading agrees.
void TestTakeOver::throughTheStore()
{
    QFETCH(PostalAddress, form);
    QFETCH(QStringList, paper);
    QFETCH(PostalAddress, after);
    TestDesk desk;
    QCOMPARE(desk.open(), QString());
    const QString reference = desk.submit(RequestBuilder().build()).first();
    const QString address = QString::fromUtf8(QJsonDocument(requestToJson(withAddress(form)).value(u"addresses"_s).toArray()).toJson(QJsonDocument::Compact));
    desk.apply(reference, u"correct"_s, {{u"/addresses"_s, address}});
    const auto read = [&](const Case &portCase) {
        CaseDocument bill;
        for (const CaseDocument &document : portCase.documents)
            bill = document.kind == "bill"_L1 ? document : bill;
        QList<Fact> facts = factsOf(portCase, bill, desk.session().countries());
        facts.removeIf([](const Fact &fact) { return fact.kind != FactKind::Street && fact.kind != FactKind::Place; });
        return evidenceOf(facts, {typedPage(paper)});
    };
    for (const FactKind kind : {FactKind::Street, FactKind::Place}) {
        const Case before = desk.details(reference).portCase;
        for (const Evidence &evidence : read(before)) {
            if (evidence.fact.kind != kind)
                continue;
            QCOMPARE(evidence.verdict, Verdict::Differs);
            QVariantMap values{{u"source"_s, u"bill"_s}};
            const Values taken = takenOver(before.request, evidence);
            QVERIFY(!taken.isEmpty());
            for (auto it = taken.cbegin(); it != taken.cend(); ++it)
                values.insert(it.key(), it.value());
            const CaseDetails done = desk.apply(reference, u"correct"_s, values);
            const QString text = done.timeline.last().text;
            const QString old = kind == FactKind::Street ? form.lines.first() : form.postalCode == after.postalCode ? form.locality : form.postalCode;
            QVERIFY2(text.contains(u"before “%1”"_s.arg(old)), qPrintable(text));
        }
    }
    const Case stored = desk.details(reference).portCase;
    QCOMPARE(stored.request.addresses.first().address, after);
    for (const Evidence &evidence : read(stored))
        QVERIFY2(evidence.verdict == Verdict::Match, qPrintable(evidence.fact.expected + u" / "_s + evidence.found));
}

QTEST_GUILESS_MAIN(TestTakeOver)
#include "tst_takeover.moc"

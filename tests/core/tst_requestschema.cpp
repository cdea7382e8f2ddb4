// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/linefeatures.h"
#include "tests/kit/requestbuilder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::RequestBuilder;

/// The published schema and the reader say the same about a request.
class TestRequestSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writtenRequestsFollowTheSchema();
    void requestsOfTheTestsFollowTheSchema();
    void bothRefuse_data();
    void bothRefuse();
    void knowsEveryLineFeature();
};

namespace {

struct Verdict {
    bool fits = false;
    QString text;
};

/// Asks python3-jsonschema.
Verdict schemaSays(const QString &path)
{
    QProcess check;
    const QString root = QStringLiteral(PORTDESK_SOURCE_DIR);
    check.setProcessChannelMode(QProcess::MergedChannels);
    check.start(QStringLiteral(PORTDESK_PYTHON), {root + u"/resources/data/tools/check_requests.py"_s, root + u"/resources/schema/request.schema.json"_s, path});
    if (!check.waitForFinished(60000))
        qFatal("the schema check does not end");
    return {check.exitCode() == 0, QString::fromUtf8(check.readAll())};
}

void write(const QString &path, const QJsonObject &json)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(file.errorString()));
    file.write(QJsonDocument(json).toJson());
}

Request everyMember()
{
    Request request = RequestBuilder().requestedDate(QDate(2026, 12, 15)).field(u"rio_code"_s, u"01EABC123DLQ"_s).build();
    request.country = u"DE"_s;
    request.type = u"geographic"_s;
    request.scope = PortScope::Partial;
    request.remaining = Remaining::Keep;
    request.staying = {u"+49 30 23125030"_s};
    request.reseller = {u"Wiederverkauf GmbH"_s, u"Petra Klein"_s, u"klein@example.org"_s};
    request.lineFeatures = {u"dsl"_s, u"isdn"_s};
    request.confirmations = {{u"number.invalid"_s, u"/numbers/0/number"_s, u"new range, on the bill"_s}};
    request.numbers[0].losingCarrier = LosingCarrier{u"Other"_s, u"1"_s, u"2"_s, u"3"_s};
    request.numbers[1].fields = {{u"rio_code"_s, u"02P1234564NH"_s}};
    request.numbers[1].pin = u"0042"_s;
    request.numbers.append({{}, u"+49 30 2312510-19"_s, u"hq"_s, {}, {}, {u"0"_s, u"5-9"_s}, {}});
    request.documents[0].sha256 = u"ab"_s;
    return request;
}

} // namespace

void TestRequestSchema::writtenRequestsFollowTheSchema()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"empty.json"_s), requestToJson(Request{}));
    write(folder.filePath(u"kit.json"_s), RequestBuilder().json());
    write(folder.filePath(u"all.json"_s), requestToJson(everyMember()));
    Request person = RequestBuilder().build();
    person.owner.kind = OwnerKind::Person;
    person.remaining = Remaining::Disconnect;
    write(folder.filePath(u"person.json"_s), requestToJson(person));
    const Verdict verdict = schemaSays(folder.path());
    QVERIFY2(verdict.fits, qPrintable(verdict.text));
    QVERIFY2(verdict.text.startsWith(u"4 requests"), qPrintable(verdict.text));
}

void TestRequestSchema::requestsOfTheTestsFollowTheSchema()
{
    const Verdict verdict = schemaSays(QStringLiteral(PORTDESK_SOURCE_DIR) + u"/tests/data/request"_s);
    QVERIFY2(verdict.fits, qPrintable(verdict.text));
}

void TestRequestSchema::bothRefuse_data()
{
    QTest::addColumn<QString>("parent");
    QTest::addColumn<QJsonValue>("value");
    const QJsonValue text(u"x"_s);
    for (const QString &parent : {u""_s, u"owner"_s, u"authorisedPerson"_s, u"reseller"_s, u"losingCarrier"_s, u"port"_s, u"addresses"_s, u"numbers"_s, u"documents"_s,
                                  u"confirmations"_s})
        QTest::newRow(qPrintable(u"an unknown key in /"_s + parent)) << parent << text;
    QTest::newRow("a number as field") << u"fields"_s << QJsonValue(5);
}

void TestRequestSchema::bothRefuse()
{
    QFETCH(QString, parent);
    QFETCH(QJsonValue, value);
    QJsonObject json = requestToJson(everyMember());
    QVERIFY(requestFromJson(json).ok());
    const QString key = u"unheardOf"_s;
    if (parent.isEmpty()) {
        json.insert(key, value);
    } else if (json.value(parent).isArray()) {
        QJsonArray rows = json.value(parent).toArray();
        QJsonObject row = rows.first().toObject();
        row.insert(key, value);
        rows.replace(0, row);
        json.insert(parent, rows);
    } else {
        QJsonObject object = json.value(parent).toObject();
        object.insert(key, value);
        json.insert(parent, object);
    }
    const auto read = requestFromJson(json);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(key), qPrintable(read.error().message));
    const QTemporaryDir folder;
    write(folder.filePath(u"request.json"_s), json);
    const Verdict verdict = schemaSays(folder.path());
    QVERIFY(!verdict.fits);
    QVERIFY2(verdict.text.contains(key), qPrintable(verdict.text));
}

void TestRequestSchema::knowsEveryLineFeature()
{
    QVERIFY(lineFeatures().size() >= 10);
    QSet<QString> ids;
    for (const LineFeature &feature : lineFeatures()) {
        QVERIFY2(!feature.label.isEmpty() && !feature.remark.isEmpty() && !feature.sources.isEmpty(), qPrintable(feature.id));
        QVERIFY2(!ids.contains(feature.id), qPrintable(feature.id));
        ids.insert(feature.id);
        QVERIFY(lineFeature(feature.id) == &feature);
    }
    for (const QString &id : {u"dsl"_s, u"alarm"_s, u"huntGroup"_s, u"isdn"_s, u"fax"_s, u"elevator"_s, u"cardTerminal"_s})
        QVERIFY2(ids.contains(id), qPrintable(id));
    QVERIFY(!lineFeature(u"unheardOf"_s));
}

QTEST_GUILESS_MAIN(TestRequestSchema)
#include "tst_requestschema.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirunner.h"
#include "core/evidence/picturecheck.h"
#include "core/storage/store.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

/// A request that agrees with bill-deu.pdf in every value.
QJsonObject german(const QString &file)
{
    const QByteArray json = "{\"format\": \"portdesk-request/1\", \"country\": \"DE\", "
        "\"owner\": {\"kind\": \"person\", \"firstName\": \"Jürgen\", \"lastName\": \"Müller-Lüdenscheidt\", \"email\": \"jml@example.org\"}, "
        "\"losingCarrier\": {\"name\": \"Rheinruf Telefon GmbH\", \"accountNumber\": \"4711-998877\", \"billingNumber\": \"+49 30 23125017\"}, "
        "\"port\": {\"scope\": \"full\", \"remaining\": \"none\"}, "
        "\"addresses\": [{\"id\": \"hq\", \"lines\": [\"Königsallee 17\"], \"locality\": \"Köln\", \"postalCode\": \"50667\", \"country\": \"DE\"}], "
        "\"numbers\": [{\"range\": \"+49 30 23125017-19\", \"address\": \"hq\"}, {\"number\": \"0221 909876\", \"address\": \"hq\"}], "
        "\"documents\": [{\"kind\": \"bill\", \"issued\": \"2026-10-28\"}]}";
    QJsonObject request = QJsonDocument::fromJson(json).object();
    QJsonObject bill = request[u"documents"_s].toArray().first().toObject();
    bill.insert(u"file"_s, file);
    request.insert(u"documents"_s, QJsonArray{bill});
    return request;
}

/// The same for the bill of bill-eng.pdf and its scans.
QJsonObject english(const QString &file)
{
    const QByteArray json = "{\"format\": \"portdesk-request/1\", \"country\": \"GB\", "
        "\"owner\": {\"kind\": \"person\", \"firstName\": \"Siobhán\", \"lastName\": \"O'Connor-Smith\", \"email\": \"so@example.org\"}, "
        "\"losingCarrier\": {\"name\": \"Northgate Telecom plc\", \"accountNumber\": \"NG-0048-221937\", \"billingNumber\": \"+44 20 7946 0018\"}, "
        "\"port\": {\"scope\": \"full\", \"remaining\": \"none\"}, "
        "\"addresses\": [{\"id\": \"hq\", \"lines\": [\"Flat 4, 221B Baker Street\"], \"locality\": \"London\", \"postalCode\": \"NW1 6XE\", \"country\": \"GB\"}], "
        "\"numbers\": [{\"number\": \"020 7946 0018\", \"address\": \"hq\"}, {\"number\": \"020 7946 0024\", \"address\": \"hq\"}, {\"number\": \"0161 496 0102\", \"address\": \"hq\"}], "
        "\"documents\": [{\"kind\": \"bill\", \"issued\": \"2026-10-28\", \"file\": \"x\"}]}";
    QJsonObject request = QJsonDocument::fromJson(json).object();
    request.insert(u"documents"_s, QJsonArray{QJsonObject{{u"kind"_s, u"bill"_s}, {u"issued"_s, u"2026-10-28"_s}, {u"file"_s, file}}});
    return request;
}

QJsonObject factOf(const QJsonObject &document, const QString &id)
{
    const QJsonArray facts = document[u"facts"_s].toArray();
    for (const QJsonValue &fact : facts) {
        if (fact[u"fact"_s] == id)
            return fact.toObject();
    }
    return {};
}

QStringList verdicts(const QJsonObject &document, const QString &other)
{
    QStringList ids;
    const QJsonArray facts = document[u"facts"_s].toArray();
    for (const QJsonValue &fact : facts) {
        if (fact[u"verdict"_s] != other)
            ids << fact[u"fact"_s].toString() + u'=' + fact[u"verdict"_s].toString() + u' ' + fact[u"found"_s].toString();
    }
    return ids;
}

} // namespace

/// `portdesk-cli evidence`: what papers prove of a request, as scripts read it (contract section 1).
class TestCliEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void provesABill_data();
    void provesABill();
    void saysWhatDiffers_data();
    void saysWhatDiffers();
    void scans_data();
    void scans();
    void textForPeople();
    void unreadableDocuments();
    void badUse_data();
    void badUse();
    void checkWarnsOfEvidence();
    void readingsAreKeptInTheStore();
    void looksMakeNoStore();

private:
    CliRunner cli() const { return CliRunner(m_folder->path()); }
    CliRunner::Answer evidence(const QJsonObject &request, bool json = true)
    {
        QFile file(m_folder->filePath(u"request.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(request).toJson()) < 0)
            qFatal("request.json");
        file.close();
        QStringList arguments{u"evidence"_s, u"request.json"_s};
        if (json)
            arguments << u"--json"_s;
        return cli().run(arguments, u"2026-11-23T10:00:00Z"_s);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliEvidence::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QDir samples(QStringLiteral(PORTDESK_SAMPLES_DIR));
    for (const QString &name : samples.entryList({u"bill-*"_s}, QDir::Files))
        QVERIFY(QFile::copy(samples.filePath(name), m_folder->filePath(name)));
}

void TestCliEvidence::provesABill_data()
{
    QTest::addColumn<QJsonObject>("request");
    QTest::newRow("German") << german(u"bill-deu.pdf"_s);
    QTest::newRow("English") << english(u"bill-eng.pdf"_s);
}

void TestCliEvidence::provesABill()
{
    QFETCH(QJsonObject, request);
    const auto answer = evidence(request);
    const QJsonArray documents = answer.json()[u"documents"_s].toArray();
    QCOMPARE(documents.size(), 1);
    const QJsonObject bill = documents.first().toObject();
    QCOMPARE(verdicts(bill, u"match"_s), QStringList());
    QCOMPARE(answer.status, 0);
    QCOMPARE(bill[u"kind"_s].toString(), u"bill"_s);
    QCOMPARE(bill[u"pages"_s].toInt(), 1);
    QCOMPARE(bill[u"textSource"_s].toString(), u"layer"_s);
    const QJsonObject date = factOf(bill, u"bill-date"_s);
    QCOMPARE(date[u"value"_s].toString(), u"2026-10-28"_s);
    QCOMPARE(date[u"remark"_s].toString(), u"26 days old"_s);
    QCOMPARE(date[u"page"_s].toInt(), 1);
    const QJsonArray box = date[u"box"_s].toArray();
    QCOMPARE(box.size(), 4);
    for (const QJsonValue &value : box)
        QVERIFY(value.toDouble() > 0 && value.toDouble() < 1);
}

void TestCliEvidence::saysWhatDiffers_data()
{
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("found");
    const QJsonObject carrier = german({})[u"losingCarrier"_s].toObject();
    QJsonObject account = carrier;
    account.insert(u"accountNumber"_s, u"4711-998876"_s);
    QTest::newRow("account") << u"account:4711-998876"_s << u"losingCarrier"_s << QJsonValue(account) << u"differs"_s << u"4711-998877"_s;
    QJsonObject address = german({})[u"addresses"_s].toArray().first().toObject();
    address.insert(u"lines"_s, QJsonArray{u"Königsallee 71"_s});
    QTest::newRow("house number") << u"street:hq"_s << u"addresses"_s << QJsonValue(QJsonArray{address}) << u"differs"_s << u"Königsallee 17"_s;
    QTest::newRow("number with another digit") << u"number:+49221909878"_s << u"numbers"_s
                                               << QJsonValue(QJsonArray{QJsonObject{{u"number"_s, u"0221 909878"_s}, {u"address"_s, u"hq"_s}}}) << u"differs"_s << u"0221 90 98 76"_s;
    QTest::newRow("number that is not there") << u"number:+496912345678"_s << u"numbers"_s
                                              << QJsonValue(QJsonArray{QJsonObject{{u"number"_s, u"069 12345678"_s}, {u"address"_s, u"hq"_s}}}) << u"notShown"_s << QString();
}

void TestCliEvidence::saysWhatDiffers()
{
    QFETCH(QString, fact);
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QJsonObject request = german(u"bill-deu.pdf"_s);
    request.insert(member, value);
    const auto answer = evidence(request);
    QCOMPARE(answer.status, 1);
    const QJsonObject got = factOf(answer.json()[u"documents"_s][0].toObject(), fact);
    QTEST(got[u"verdict"_s].toString(), "verdict");
    QTEST(got[u"found"_s].toString(), "found");
    QCOMPARE(got[u"page"_s].isNull(), got[u"verdict"_s] == u"notShown"_s);
}

void TestCliEvidence::scans_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("150 dpi photograph") << u"bill-eng-150.jpg"_s;
    QTest::newRow("fax") << u"bill-eng-fax.tif"_s;
}

void TestCliEvidence::scans()
{
    QFETCH(QString, file);
    const auto answer = evidence(english(file));
    const QJsonObject bill = answer.json()[u"documents"_s][0].toObject();
    QCOMPARE(bill[u"textSource"_s].toString(), u"ocr"_s);
    const QJsonArray facts = bill[u"facts"_s].toArray();
    const QStringList wrong = verdicts(bill, u"match"_s);
    QVERIFY2(facts.size() >= 9 && wrong.size() <= 1, qPrintable(wrong.join(u"; "_s)));
    for (const QString &id : {u"number:+442079460018"_s, u"number:+442079460024"_s, u"number:+441614960102"_s})
        QCOMPARE(factOf(bill, id)[u"verdict"_s].toString(), u"match"_s);
}

void TestCliEvidence::textForPeople()
{
    QJsonObject request = german(u"bill-deu.pdf"_s);
    request.insert(u"numbers"_s, QJsonArray{QJsonObject{{u"number"_s, u"0221 909878"_s}, {u"address"_s, u"hq"_s}}});
    const auto answer = evidence(request, false);
    QCOMPARE(answer.status, 1);
    const QString text = QString::fromUtf8(answer.out);
    QVERIFY2(text.startsWith("bill-deu.pdf (Latest phone bill), 1 page\n"_L1), qPrintable(text));
    QVERIFY2(text.contains(u"differs    the number +49 221 909878, expected “+49 221 909878”: “0221 90 98 76” on page 1"_s), qPrintable(text));
    QVERIFY2(text.contains(u"match      the date of the bill: “28.10.2026” on page 1 (26 days old)"_s), qPrintable(text));
}

void TestCliEvidence::unreadableDocuments()
{
    const auto answer = evidence(german(u"bill-enc.pdf"_s));
    QCOMPARE(answer.status, 1);
    const QJsonObject bill = answer.json()[u"documents"_s][0].toObject();
    QCOMPARE(bill[u"pages"_s].toInt(), 0);
    QVERIFY(bill[u"textSource"_s].isNull());
    QVERIFY(!bill[u"problem"_s].toString().isEmpty());
}

void TestCliEvidence::badUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no file") << QStringList{u"evidence"_s};
    QTest::newRow("two files") << QStringList{u"evidence"_s, u"a.json"_s, u"b.json"_s};
    QTest::newRow("a file that is not there") << QStringList{u"evidence"_s, u"missing.json"_s};
}

void TestCliEvidence::badUse()
{
    QFETCH(QStringList, arguments);
    const auto answer = cli().run(arguments);
    QCOMPARE(answer.status, 2);
    QVERIFY(answer.out.isEmpty());
    QVERIFY(!answer.err.isEmpty());
}

void TestCliEvidence::checkWarnsOfEvidence()
{
    QJsonObject request = german(u"bill-deu.pdf"_s);
    request.insert(u"numbers"_s, QJsonArray{QJsonObject{{u"number"_s, u"0221 909878"_s}, {u"address"_s, u"hq"_s}}, QJsonObject{{u"number"_s, u"069 12345678"_s}, {u"address"_s, u"hq"_s}}});
    evidence(request);
    const auto answer = cli().run({u"check"_s, u"request.json"_s, u"--evidence"_s, u"--json"_s}, u"2026-11-23T10:00:00Z"_s);
    QJsonObject differs, notShown;
    const QJsonArray warnings = answer.json()[u"warnings"_s].toArray();
    for (const QJsonValue &warning : warnings) {
        if (warning[u"code"_s] == u"evidence.differs"_s)
            differs = warning.toObject();
        if (warning[u"code"_s] == u"evidence.not-shown"_s)
            notShown = warning.toObject();
    }
    QCOMPARE(differs[u"field"_s].toString(), u"/numbers/0/number"_s);
    QVERIFY(differs[u"confirmable"_s].toBool());
    QVERIFY2(differs[u"message"_s].toString().contains(u"0221 90 98 76"_s), qPrintable(differs[u"message"_s].toString()));
    QCOMPARE(notShown[u"field"_s].toString(), u"/numbers/1/number"_s);
    QVERIFY2(notShown[u"message"_s].toString().contains(u"the number +49 69 12345678"_s), qPrintable(notShown[u"message"_s].toString()));
}

void TestCliEvidence::readingsAreKeptInTheStore()
{
    const QString path = m_folder->filePath(u"kept.db"_s);
    QFile scan(m_folder->filePath(u"bill-eng-150.jpg"_s));
    QVERIFY(scan.open(QIODevice::ReadOnly));
    const PageReadingKey key{documentBytes(scan.readAll(), {}).sha256, 0, {recognitionLanguages({u"GB"_s}), false}};
    QVERIFY(openStore(path).ok());
    evidence(english(u"bill-eng-150.jpg"_s));
    const QStringList arguments{u"evidence"_s, u"request.json"_s, u"--json"_s, u"--db"_s, path};
    const auto first = cli().run(arguments, u"2026-11-23T10:00:00Z"_s);
    {
        const auto store = openStore(path);
        QVERIFY(store.ok());
        auto kept = (*store)->pageReadings().find(key);
        QVERIFY(kept.ok() && kept->has_value());
        QVERIFY((*kept)->words.size() > 50);
        for (ReadWord &word : (*kept)->words)
            word.text.replace(u"221937"_s, u"221938"_s);
        QVERIFY((*store)->transact([&] { return (*store)->pageReadings().keep(key, **kept); }).ok());
    }
    // What was kept is believed: the scan is not read again.
    const auto second = cli().run(arguments, u"2026-11-23T10:00:00Z"_s);
    const QString account = u"account:NG-0048-221937"_s;
    QCOMPARE(factOf(first.json()[u"documents"_s][0].toObject(), account)[u"verdict"_s].toString(), u"match"_s);
    QCOMPARE(factOf(second.json()[u"documents"_s][0].toObject(), account)[u"verdict"_s].toString(), u"differs"_s);
}

void TestCliEvidence::looksMakeNoStore()
{
    evidence(german(u"bill-deu.pdf"_s));
    const auto answer = cli().run({u"evidence"_s, u"request.json"_s, u"--db"_s, u"none.db"_s}, u"2026-11-23T10:00:00Z"_s);
    QCOMPARE(answer.status, 0);
    QVERIFY(!QFile::exists(m_folder->filePath(u"none.db"_s)));
}

QTEST_GUILESS_MAIN(TestCliEvidence)
#include "tst_clievidence.moc"

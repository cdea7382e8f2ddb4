// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/clirunner.h"
#include "tests/kit/letterscans.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// `route` of the command line on a desk's own store: exit status and answer as the contract says.
class TestCliRoute final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void routes();
    void triesWithoutTouching();
    void refusesBadUse_data();
    void refusesBadUse();

private:
    CliRunner::Answer run(const QStringList &arguments) { return CliRunner(m_desk->folder().path()).run(QStringList{u"route"_s} + arguments + QStringList{u"--db"_s, m_desk->storePath()}, u"2026-11-23T10:00:00Z"_s); }

    std::unique_ptr<TestDesk> m_desk;
    QString m_reference;
};

/// A letter and a bill as one file, the letter alone as another.
void TestCliRoute::init()
{
    m_desk = std::make_unique<TestDesk>();
    QCOMPARE(m_desk->open(), QString());
    m_reference = m_desk->submit(requestWithNumber(u"+493023125101"_s)).first();
    const QList<QImage> letter = scannedPages(*m_desk, composedLetterOf(*m_desk, m_reference));
    QFile bill(QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-eng.pdf"));
    QVERIFY(bill.open(QIODevice::ReadOnly));
    const QImage other = scannedPages(*m_desk, documentBytes(bill.readAll(), u"bill.pdf"_s)).first();
    for (const auto &[name, sheets] : {std::pair(u"pile.pdf"_s, letter + QList<QImage>{other}), std::pair(u"letter.pdf"_s, letter)}) {
        QFile file(m_desk->folder().filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(scannedPdf(*m_desk, sheets, name).bytes);
    }
}

void TestCliRoute::routes()
{
    const auto first = run({u"letter.pdf"_s, u"--json"_s});
    QVERIFY2(first.status == 0, qPrintable(first.err));
    const QJsonObject part = first.json().object().value("parts"_L1).toArray().first().toObject();
    QCOMPARE(part.value("file"_L1).toString(), u"letter.pdf"_s);
    QCOMPARE(part.value("pages"_L1).toArray(), (QJsonArray{1, 2}));
    QCOMPARE(part.value("went"_L1).toString(), u"case"_s);
    QCOMPARE(part.value("reference"_L1).toString(), m_reference);
    QVERIFY(part.value("reason"_L1).isNull());

    const auto second = run({u"pile.pdf"_s});
    QCOMPARE(second.status, 1); // something waits for a person
    const QString out = QString::fromUtf8(second.out);
    QVERIFY2(out.contains(u"pile.pdf, pages 1, 2: "_s + u"Added to %1 as its letter of authorisation."_s.arg(m_reference)), qPrintable(out));
    QVERIFY2(out.contains(u"pile.pdf, page 3: No code of a letter is on the page."_s), qPrintable(out));
    const auto again = run({u"pile.pdf"_s, u"--json"_s});
    QCOMPARE(again.status, 0);
    for (const QJsonValue known : again.json().object().value("parts"_L1).toArray())
        QCOMPARE(known.toObject().value("went"_L1).toString(), u"known"_s);
    QCOMPARE(valueOf(await(m_desk->session().letters().tray())).size(), 1);
    const auto nothing = run({}); // nothing was left over
    QCOMPARE(nothing.status, 0);
    QVERIFY(nothing.out.isEmpty());
}

void TestCliRoute::triesWithoutTouching()
{
    const qsizetype before = m_desk->details(m_reference).portCase.documents.size();
    const auto tried = run({u"pile.pdf"_s, u"letter.pdf"_s, u"--dry-run"_s, u"--json"_s});
    QCOMPARE(tried.status, 1);
    QCOMPARE(tried.json().object().value("dryRun"_L1).toBool(), true);
    QCOMPARE(tried.json().object().value("parts"_L1).toArray().size(), 3);
    QCOMPARE(m_desk->details(m_reference).portCase.documents.size(), before);
    QVERIFY(valueOf(await(m_desk->session().letters().tray())).isEmpty());
}

void TestCliRoute::refusesBadUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    QTest::newRow("a file that is not there, after one that is") << QStringList{u"letter.pdf"_s, u"gone.pdf"_s} << u"gone.pdf"_s;
    QTest::newRow("no document") << QStringList{u"desk.sqlite"_s} << u"is not a PDF"_s;
    QTest::newRow("a damaged one") << QStringList{QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-encowner.pdf"), u"letter.pdf"_s, QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-enc.pdf")} << u"password"_s;
    QTest::newRow("a trial of nothing") << QStringList{u"--dry-run"_s} << u"takes the scanned files"_s;
}

void TestCliRoute::refusesBadUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const auto answer = run(arguments);
    QCOMPARE(answer.status, 2);
    QVERIFY2(answer.err.contains(says), qPrintable(answer.err));
    QCOMPARE(answer.err.count(u'\n'), 1);
    QCOMPARE(m_desk->details(m_reference).timeline.last().what, u"submit"_s); // nothing was written
}

QTEST_GUILESS_MAIN(TestCliRoute)
#include "tst_cliroute.moc"

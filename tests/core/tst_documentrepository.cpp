// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/store.h"
#include "tests/kit/casesamples.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

class TestDocumentRepository final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void keepsBytes_data();
    void keepsBytes();
    void storesTheSameContentOnce();
    void refusesBytesOfAnotherHash();
    void saysWhatIsMissing();
    void keepsContentAfterReopening();

private:
    DocumentRepository &documents() { return m_store->documents(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
};

void TestDocumentRepository::initTestCase_data()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("sqlite") << u"sqlite"_s;
}

void TestDocumentRepository::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_store = openStore(m_dir->filePath(u"desk.sqlite"_s)).value();
}

void TestDocumentRepository::cleanup()
{
    m_store.reset();
    m_dir.reset();
}

void TestDocumentRepository::keepsBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a text") << QByteArray("%PDF-1.7 text");
    QTest::newRow("zero bytes and all others") << [] {
        QByteArray all;
        for (int i = 0; i < 512; ++i)
            all.append(char(i % 256));
        return all;
    }();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("25 MiB") << QByteArray(25 * 1024 * 1024, '\xa7');
}

void TestDocumentRepository::keepsBytes()
{
    QFETCH(QByteArray, bytes);
    const DocumentBytes document = bytesOf(bytes);
    const auto stored = documents().putContent(document, u"application/pdf"_s);
    QVERIFY2(stored.ok(), stored ? "" : qPrintable(stored.error().detail));
    const auto read = documents().content(document.sha256);
    QVERIFY(read.ok());
    QVERIFY(*read == bytes);
    QVERIFY(documents().hasContent(document.sha256).value());
}

void TestDocumentRepository::storesTheSameContentOnce()
{
    const DocumentBytes document = bytesOf("same");
    QVERIFY(documents().putContent(document, u"application/pdf"_s).ok());
    QVERIFY(documents().putContent(document, u"image/png"_s).ok());
    QVERIFY(documents().putContent(bytesOf("other"), u"image/png"_s).ok());
    QCOMPARE(documents().contentHashes().value().size(), 2);
}

void TestDocumentRepository::refusesBytesOfAnotherHash()
{
    DocumentBytes document = bytesOf("one");
    document.bytes = "two";
    const auto refused = documents().putContent(document, u"application/pdf"_s);
    QCOMPARE(refused.error().code, Error::Code::Document);
    QVERIFY(refused.error().message.contains(document.fileName));
    QVERIFY(documents().contentHashes().value().isEmpty());
}

void TestDocumentRepository::saysWhatIsMissing()
{
    QCOMPARE(documents().content(u"00"_s).error().code, Error::Code::NotFound);
    QVERIFY(!documents().hasContent(u"00"_s).value());
}

void TestDocumentRepository::keepsContentAfterReopening()
{
    const DocumentBytes document = bytesOf("kept");
    QVERIFY(documents().putContent(document, u"application/pdf"_s).ok());
    m_store.reset();
    m_store = openStore(m_dir->filePath(u"desk.sqlite"_s)).value();
    QCOMPARE(documents().content(document.sha256).value(), QByteArray("kept"));
}

QTEST_GUILESS_MAIN(TestDocumentRepository)
#include "tst_documentrepository.moc"

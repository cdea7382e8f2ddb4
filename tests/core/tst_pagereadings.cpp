// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connection.h"
#include "tests/kit/storetest.h"
#include "tests/kit/typedpage.h"

#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// What was read from pages, in the store.
class TestPageReadings : public StoreTest
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryMember_data();
    void keepsEveryMember();
    void otherPagesAndOptionsAreOtherReadings();
    void replaces();
    void forgets();
    void survivesReopening();
    void damagedRowsAreNoAnswer();
};

namespace {

const PageReadingKey kKey{u"abc"_s, 0, {{u"deu"_s, u"eng"_s}, false}};

PageReading sample()
{
    PageReading reading = typedPage({u"Königsallee 17"_s, u"\u65e5\u672c 030"_s}, TextSource::Ocr, 0.75f);
    reading.quarterTurns = 1;
    reading.skew = -1.25;
    reading.words.first().spaceAfter = false;
    return reading;
}

} // namespace

void TestPageReadings::keepsEveryMember_data()
{
    QTest::addColumn<PageReading>("reading");
    QTest::newRow("recognised") << sample();
    QTest::newRow("text layer") << typedPage({u"a b c"_s});
    QTest::newRow("empty page") << PageReading();
}

void TestPageReadings::keepsEveryMember()
{
    QFETCH(PageReading, reading);
    QVERIFY(m_store->pageReadings().keep(kKey, reading).ok());
    QCOMPARE(m_store->pageReadings().find(kKey).value(), std::optional(reading));
}

void TestPageReadings::otherPagesAndOptionsAreOtherReadings()
{
    QVERIFY(m_store->pageReadings().keep(kKey, sample()).ok());
    PageReadingKey page = kKey, language = kKey, picture = kKey, document = kKey;
    page.page = 1;
    language.options.languages = {u"eng"_s};
    picture.options.fromPicture = true;
    document.sha256 = u"abd"_s;
    for (const PageReadingKey &key : {page, language, picture, document})
        QVERIFY(!m_store->pageReadings().find(key)->has_value());
}

void TestPageReadings::replaces()
{
    QVERIFY(m_store->pageReadings().keep(kKey, sample()).ok());
    const PageReading newer = typedPage({u"newer"_s});
    QVERIFY(m_store->pageReadings().keep(kKey, newer).ok());
    QCOMPARE(m_store->pageReadings().find(kKey).value(), std::optional(newer));
}

void TestPageReadings::forgets()
{
    QVERIFY(m_store->pageReadings().keep(kKey, sample()).ok());
    QVERIFY(m_store->pageReadings().forget(u"other"_s).ok());
    QVERIFY(m_store->pageReadings().find(kKey)->has_value());
    QVERIFY(m_store->pageReadings().forget(kKey.sha256).ok());
    QVERIFY(!m_store->pageReadings().find(kKey)->has_value());
}

void TestPageReadings::survivesReopening()
{
    QVERIFY(m_store->pageReadings().keep(kKey, sample()).ok());
    m_store.reset();
    m_store = openStore(m_dir->filePath(u"desk.sqlite"_s)).value();
    QCOMPARE(m_store->pageReadings().find(kKey).value(), std::optional(sample()));
    QVERIFY(m_store->verify()->problems.isEmpty());
}

void TestPageReadings::damagedRowsAreNoAnswer()
{
    QVERIFY(m_store->pageReadings().keep(kKey, sample()).ok());
    auto connection = Connection::open(m_dir->filePath(u"desk.sqlite"_s));
    QVERIFY(connection.ok());
    QVERIFY((*connection)->execute(u"update page_reading set words = x'00000010789c0123'"_s).ok());
    QVERIFY(!m_store->pageReadings().find(kKey)->has_value());
}

QTEST_GUILESS_MAIN(TestPageReadings)
#include "tst_pagereadings.moc"

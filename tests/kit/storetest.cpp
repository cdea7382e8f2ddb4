// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/storetest.h"

#include "tests/kit/casesamples.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace PortDesk::Test {

void StoreTest::initTestCase_data()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("sqlite") << u"sqlite"_s;
}

void StoreTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto store = openStore(m_dir->filePath(u"desk.sqlite"_s));
    QVERIFY2(store.ok(), store ? "" : qPrintable(store.error().message));
    m_store = std::move(store).value();
}

void StoreTest::cleanup()
{
    m_store.reset();
    m_dir.reset();
}

Case StoreTest::add(const Case &portCase, const QDateTime &at)
{
    auto added = m_store->cases().insertCase(portCase, {eventOf(u"created"_s, at)}, at);
    if (!added)
        qFatal("%s", qPrintable(added.error().detail));
    return std::move(added).value();
}

} // namespace PortDesk::Test

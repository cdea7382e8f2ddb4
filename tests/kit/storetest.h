// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/store.h"
#include "tests/kit/requestbuilder.h"

#include <QTemporaryDir>

#include <memory>

namespace PortDesk::Test {

/// A test of repositories: each test function has a fresh store. One data row per back end: every test runs on each.
class StoreTest : public QObject
{
    Q_OBJECT

protected:
    /// Stores a case with the event "created"; ends the test on an error.
    Case add(const Case &portCase, const QDateTime &at = testNow());

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
};

} // namespace PortDesk::Test

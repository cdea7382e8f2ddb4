// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/desksession.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/ui/fakeprompts.h"

#include <QTemporaryDir>

namespace PortDesk::Test {

/// A real session on a store of its own, at testNow(), with prepared answers instead of dialogs.
class DeskWorld
{
public:
    explicit DeskWorld(const IntakeLimits &limits = {})
    {
        auto pack = CountryPack::load();
        Q_ASSERT_X(pack.ok(), "DeskWorld", "the country pack does not load");
        DeskSessionOptions options;
        options.storeUrl = m_home.filePath(QStringLiteral("desk.sqlite"));
        options.clock = clock;
        options.countries = std::make_shared<const CountryPack>(std::move(*pack));
        options.zone = testZone();
        options.actor = {Role::Customer, QStringLiteral("Jürgen Müller-Lüdenscheidt")};
        options.limits = limits;
#ifdef PORTDESK_BIN_DIR
        options.worker.program = QStringLiteral(PORTDESK_BIN_DIR "/portdesk-docworker");
#endif
        session = std::make_unique<DeskSession>(options);
        opened = session->open().result().ok(); // a test may wait; the GUI never does
    }

    /// A file in the world's own folder.
    QString file(const QString &name) const { return m_home.filePath(name); }

    std::shared_ptr<FixedClock> clock = std::make_shared<FixedClock>(testNow());
    FakePrompts prompts;
    bool opened = false;

private:
    QTemporaryDir m_home;

public:
    std::unique_ptr<DeskSession> session; // ends first
};

} // namespace PortDesk::Test

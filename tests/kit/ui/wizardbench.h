// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/kit/ui/deskworld.h"
#include "tests/kit/ui/guidriver.h"
#include "ui/wizard/wizardview.h"

namespace PortDesk::Test {

/// Path of a sample document.
QString sample(const QString &name);

/// The wizard in a world of its own.
struct WizardBench {
    explicit WizardBench(const IntakeLimits &limits = {}) : world(limits), view(*world.session, world.prompts), driver(&view) {}

    DeskWorld world;
    WizardView view;
    GuiDriver driver;

    /// Waits for a page by its objectName.
    bool at(const QString &page);
    bool next() { return driver.click(QStringLiteral("nextButton")); }
    /// Waits for the preflight of what the draft holds now.
    bool checked();
    /// The words shown beside a field of the current page.
    QString fieldError(const QString &field);
    /// The text of the page's message bar.
    QString bar();
    int documents() { return int(view.draft().request().documents.size()); }
};

// One page each, filled for a German business with three numbers, and on to the next.
bool fillCountry(WizardBench &b);
bool fillOwner(WizardBench &b);
bool fillCarrier(WizardBench &b);
bool fillNumbers(WizardBench &b);
bool fillAddress(WizardBench &b);
/// Attaches a sample file to the row of a document kind.
bool attach(WizardBench &b, const QString &kind, const QString &file);
bool fillDocuments(WizardBench &b);
bool fillLetter(WizardBench &b);
/// Ticks every acknowledgement of the review page.
bool confirmAll(WizardBench &b);

} // namespace PortDesk::Test

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/plurals.h"
#include "tests/kit/ui/modelwatch.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace PortDesk {

/// Offscreen with a screen of 1920x1080 (the platform's own is 800x800 and moves menus). Call before QApplication; leaves a
/// platform the person chose alone.
void useLargeOffscreen();

/// The world of a window test: offscreen screen, theme, settings in a folder of its own.
class GuiTestApplication
{
public:
    GuiTestApplication(int &argc, char **argv);

    QApplication application;
    QTemporaryDir home;
    Theme theme;
    EnglishPlurals plurals;
};

/// Fails the running test when the model breaks a rule of models.
inline std::unique_ptr<QAbstractItemModelTester> watchModel(QAbstractItemModel *model)
{
    return std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
}

} // namespace PortDesk

/// main() of a window test. A test that switches the theme makes a Theme of its own on *qApp.
#define PORTDESK_GUI_TEST_MAIN(TestClass) \
    int main(int argc, char **argv) \
    { \
        PortDesk::GuiTestApplication world(argc, argv); \
        const PortDesk::ModelWatch models; \
        TestClass test; \
        return QTest::qExec(&test, argc, argv); \
    }

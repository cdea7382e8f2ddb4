// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/docworker.h"
#include "tests/kit/testscanner.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/scan/scandialog.h"
#include "ui/scan/scannernames.h"

#include <QComboBox>
#include <QSettings>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// How scanners are told apart, by rows and in the dialog with two of SANE's own test devices.
class TestScannerNames final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QSettings().clear(); }

    void names_data()
    {
        QTest::addColumn<QList<ScannerDevice>>("devices");
        QTest::addColumn<QStringList>("names");
        const auto devices = [](const QList<std::pair<QString, QString>> &all) {
            QList<ScannerDevice> list;
            for (const auto &[id, name] : all)
                list << ScannerDevice{id, name};
            return list;
        };
        QTest::newRow("none") << QList<ScannerDevice>() << QStringList();
        QTest::newRow("one") << devices({{u"genesys:libusb:001:004"_s, u"LiDE 300"_s}}) << QStringList{u"LiDE 300"_s};
        QTest::newRow("two models") << devices({{u"a:1"_s, u"LiDE 300"_s}, {u"a:2"_s, u"fi-7160"_s}}) << QStringList{u"LiDE 300"_s, u"fi-7160"_s};
        QTest::newRow("two of one model on one bus") << devices({{u"genesys:libusb:001:004"_s, u"LiDE 300"_s}, {u"genesys:libusb:001:014"_s, u"LiDE 300"_s}})
                                                     << QStringList{u"LiDE 300 (004)"_s, u"LiDE 300 (014)"_s};
        QTest::newRow("one in the network") << devices({{u"genesys:libusb:001:004"_s, u"LiDE 300"_s}, {u"net:office:genesys:libusb:001:004"_s, u"LiDE 300"_s}})
                                            << QStringList{u"LiDE 300 (genesys:libusb:001:004)"_s, u"LiDE 300 (net:office:genesys:libusb:001:004)"_s};
        QTest::newRow("two of one beside another") << devices({{u"a:1"_s, u"LiDE 300"_s}, {u"b:1"_s, u"fi-7160"_s}, {u"a:2"_s, u"LiDE 300"_s}})
                                                   << QStringList{u"LiDE 300 (1)"_s, u"fi-7160"_s, u"LiDE 300 (2)"_s};
        QTest::newRow("one id begins with the other") << devices({{u"a:1"_s, u"LiDE 300"_s}, {u"a:1:2"_s, u"LiDE 300"_s}}) << QStringList{u"LiDE 300 (1)"_s, u"LiDE 300 (1:2)"_s};
    }
    void names()
    {
        QFETCH(QList<ScannerDevice>, devices);
        QTEST(scannerNames(devices), "names");
    }

    void twoOfOneModelDifferInTheDialog()
    {
        const TestScanner scanners;
        DocWorkerOptions options;
        options.program = QStringLiteral(PORTDESK_BIN_DIR "/portdesk-docworker");
        DocWorker worker(options);
        FakePrompts prompts;
        ScanDialog dialog(worker, prompts, {u"Scan"_s, u"bill.pdf"_s, 0});
        GuiDriver driver(&dialog);
        QVERIFY(driver.show({960, 680}));
        auto *box = dialog.findChild<QComboBox *>(u"scannerCombo"_s); // hidden until there is one
        QVERIFY(driver.waitFor([&] { return box->count() == 2 && !dialog.isBusy(); }, u"two scanners"_s, 60'000));
        QVERIFY2(box->itemText(0) != box->itemText(1), qPrintable(box->itemText(0)));
        for (int row = 0; row < 2; ++row) {
            box->setCurrentIndex(row);
            QVERIFY2(box->toolTip().startsWith(box->itemText(row)) && box->toolTip().endsWith(box->itemData(row).toString()), qPrintable(box->toolTip()));
            QCOMPARE(box->itemData(row, Qt::ToolTipRole), box->itemData(row));
            QVERIFY(driver.waitFor([&] { return !dialog.isBusy(); }, u"what it can do"_s, 60'000));
        }
    }
};

PORTDESK_GUI_TEST_MAIN(TestScannerNames)
#include "tst_scannernames.moc"

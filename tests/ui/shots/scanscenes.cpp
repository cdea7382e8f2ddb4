// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/testscanner.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/ui/shots/scene.h"
#include "ui/scan/scandialog.h"
#include "ui/scan/scannedpages.h"
#include "ui/scan/scanview.h"

#include <QPushButton>

#include <cstring>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

QImage bill()
{
    return QImage(QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-deu-r2.jpg")).scaledToHeight(kLookPixels, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
}

/// A page as the scanner program sends it.
ScannedPage billPage()
{
    const QImage look = bill();
    const std::shared_ptr<uchar[]> pixels(new uchar[size_t(look.sizeInBytes())]);
    std::memcpy(pixels.get(), look.constBits(), size_t(look.sizeInBytes()));
    ScannedPage page;
    page.bytes = QByteArray(1'900'000, ' ');
    page.look = {look.width(), look.height(), int(look.bytesPerLine()), std::shared_ptr<const uchar>(pixels, pixels.get())};
    return page;
}

/// The dialog on SANE's test device, whose pictures give way to a bill. A test device shows only patterns.
class ScanScene final : public QWidget
{
public:
    enum class Stage { Empty, Preview, Pages };

    explicit ScanScene(Stage stage)
        : m_stage(stage), m_scanners("test-picture \"Solid white\"\n", stage == Stage::Empty ? Test::TestScanner::Devices::None : Test::TestScanner::Devices::Two),
          m_dialog(new ScanDialog(m_worker, m_prompts, {u"Scan: Latest phone bill"_s, u"bill.pdf"_s, 25 * 1024 * 1024}, this))
    {
        m_dialog->setWindowFlags(Qt::Widget);
    }
    ~ScanScene() override { delete m_dialog; }

    bool isReady()
    {
        if (m_dialog->isBusy())
            return false;
        if (m_done || m_stage == Stage::Empty)
            return true;
        if (!m_asked) {
            m_asked = true;
            m_dialog->findChild<QPushButton *>(u"previewScanButton"_s)->click();
            return false;
        }
        m_done = true;
        auto *glass = m_dialog->findChild<ScanView *>(u"glassView"_s);
        glass->setPicture(bill(), {210, 297});
        glass->setPart({8, 10, 194, 150});
        Q_EMIT glass->partChanged(glass->part());
        if (m_stage == Stage::Pages) {
            for (int i = 0; i < 3; ++i)
                m_dialog->pages().append(billPage());
            m_dialog->pages().turn(1);
            m_dialog->findChild<QWidget *>(u"scannedPagesList"_s)->setFocus();
        }
        return false; // once more, to be painted
    }

protected:
    void resizeEvent(QResizeEvent *) override { m_dialog->setGeometry(rect()); }

private:
    Stage m_stage;
    Test::TestScanner m_scanners;
    FakePrompts m_prompts;
    DocWorker m_worker;
    ScanDialog *m_dialog;
    bool m_asked = false;
    bool m_done = false;
};

Scene scanScene(const QString &name, ScanScene::Stage stage)
{
    return {name, {960, 680}, [stage] { return std::make_unique<ScanScene>(stage); }, [](QWidget *widget) { return static_cast<ScanScene *>(widget)->isReady(); }};
}

} // namespace

QList<Scene> scanScenes()
{
    return {scanScene(u"scan-none"_s, ScanScene::Stage::Empty), scanScene(u"scan-preview"_s, ScanScene::Stage::Preview), scanScene(u"scan-pages"_s, ScanScene::Stage::Pages)};
}

} // namespace PortDesk

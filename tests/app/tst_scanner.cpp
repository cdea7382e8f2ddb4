// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/scannerclient.h"
#include "core/documents/scannerprotocol.h"
#include "tests/app/docworkerkit.h"
#include "tests/kit/testscanner.h"

#include <QBuffer>
#include <QImageReader>
#include <QSignalSpy>

#include <csignal>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// The scanner program and its client, with SANE's own test device.
class TestScannerProgram final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsDevices();
    void tellsWhatTheScannerCan();
    void scansThePageInItsSize_data();
    void scansThePageInItsSize();
    void scansThePartThatWasMarked();
    void previewHasNoBytes();
    void feederEndsNormally();
    void pagesBecomeOnePdf();
    void troubleIsSaidInWords_data();
    void troubleIsSaidInWords();
    void unknownDeviceIsNotFound();
    void cancelEndsTheScan();
    void cancelKillsAHungDriver();
    void killedProgramCostsOneAnswer();
    void hungDriverCostsNoAnswer();
    void programThatLeftIsStartedAgain();
    void badProgramIsSaidInWords_data();
    void badProgramIsSaidInWords();
    void closingInTheMiddleLeavesNothing();
    void hostileFramesAreRefused_data();
    void hostileFramesAreRefused();
};

namespace {

const QString kDevice = u"sane:test:0"_s;
const QByteArray kSlow = "read-delay true\nread-delay-duration 200000\n";

/// A client that collects what comes.
struct Bench {
    explicit Bench(const ScannerOptions &options = {}) : client(options)
    {
        QObject::connect(&client, &ScannerClient::pageScanned, &client, [this](const ScannedPage &page) { pages << page; });
    }
    Result<int> scan(const ScanSettings &settings) { return answerOf(client.scan(kDevice, settings)); }

    ScannerClient client;
    QList<ScannedPage> pages;
};

QImage decoded(const ScannedPage &page)
{
    return QImage::fromData(page.bytes);
}

ScanSettings a4(int dpi, ScanMode mode = ScanMode::Grey)
{
    return {ScanSource::Flatbed, mode, dpi, QRectF(0, 0, 210, 297), false};
}

/// Roughly: a blank page has one.
qsizetype coloursIn(const QImage &image)
{
    QSet<QRgb> found;
    for (int y = 0; y < image.height(); y += 7) {
        for (int x = 0; x < image.width(); x += 7)
            found << (image.pixel(x, y) & 0xffe0e0e0);
    }
    return found.size();
}

bool isRunning(qint64 pid)
{
    return ::kill(pid_t(pid), 0) == 0;
}

/// A program for the client to start instead of the real one.
QString script(const QTemporaryDir &folder, const QByteArray &lines)
{
    QFile file(folder.filePath(u"scanner.sh"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + lines + "\n") < 0)
        qFatal("no script");
    file.setPermissions(file.permissions() | QFile::ExeOwner);
    return file.fileName();
}

} // namespace

void TestScannerProgram::listsDevices()
{
    Bench b;
    {
        const TestScanner scanners;
        const auto found = answerOf(b.client.devices());
        QVERIFY2(found.ok(), problemOf(found));
        QCOMPARE(found->size(), 2);
        QCOMPARE(found->first().id, kDevice);
        QCOMPARE(found->first().name, u"frontend-tester"_s);
    }
    const TestScanner none({}, TestScanner::Devices::None);
    const auto found = answerOf(b.client.devices()); // looked for afresh
    QVERIFY2(found.ok(), problemOf(found));
    QVERIFY(found->isEmpty());
}

void TestScannerProgram::tellsWhatTheScannerCan()
{
    const TestScanner scanners;
    Bench b;
    const auto sources = answerOf(b.client.abilities(kDevice));
    QVERIFY2(sources.ok(), problemOf(sources));
    QCOMPARE(sources->size(), 2);
    QCOMPARE(sources->at(0).source, ScanSource::Flatbed);
    QCOMPARE(sources->at(1).source, ScanSource::Feeder);
    for (const int dpi : {150, 200, 300, 600})
        QVERIFY(sources->at(0).resolutions.contains(dpi));
    QVERIFY(qAbs(sources->at(0).area.width() - 300) < 0.1 && qAbs(sources->at(0).area.height() - 300) < 0.1);
}

void TestScannerProgram::scansThePageInItsSize_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("dpi");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("pixels");
    QTest::newRow("grey, 150 dpi") << int(ScanMode::Grey) << 150 << QByteArray("jpeg") << int(QImage::Format_Grayscale8);
    QTest::newRow("colour, 100 dpi") << int(ScanMode::Colour) << 100 << QByteArray("jpeg") << int(QImage::Format_RGB32);
    QTest::newRow("black and white, 300 dpi") << int(ScanMode::BlackWhite) << 300 << QByteArray("png") << int(QImage::Format_Mono);
}

void TestScannerProgram::scansThePageInItsSize()
{
    QFETCH(int, mode);
    QFETCH(int, dpi);
    const TestScanner scanners;
    Bench b;
    const QSignalSpy progress(&b.client, &ScannerClient::progressed);
    const auto done = b.scan(a4(dpi, ScanMode(mode)));
    QVERIFY2(done.ok(), problemOf(done));
    QCOMPARE(*done, 1);
    QCOMPARE(b.pages.size(), 1);
    const ScannedPage page = b.pages.first();
    QCOMPARE(page.dpi, dpi);
    QBuffer buffer;
    buffer.setData(page.bytes);
    QImageReader reader(&buffer);
    QTEST(reader.format(), "format");
    const QImage image = reader.read();
    QTEST(int(image.format()), "pixels");
    QCOMPARE(image.size(), page.size);
    QVERIFY2(qAbs(image.width() - 210 / 25.4 * dpi) < 2 && qAbs(image.height() - 297 / 25.4 * dpi) < 2, qPrintable(u"%1 x %2"_s.arg(image.width()).arg(image.height())));
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), dpi);
    QVERIFY(qMax(page.look.width, page.look.height) <= kLookPixels);
    QVERIFY(!progress.isEmpty());
    QVERIFY2(coloursIn(image) > 1, "the pattern, not a blank");
    if (ScanMode(mode) == ScanMode::Colour)
        QVERIFY(!image.allGray());
}

void TestScannerProgram::scansThePartThatWasMarked()
{
    const TestScanner scanners;
    Bench b;
    ScanSettings settings = a4(100, ScanMode::BlackWhite);
    QVERIFY(b.scan(settings).ok());
    settings.area = QRectF(50.8, 76.2, 101.6, 50.8); // 2, 3, 4 and 2 inches
    QVERIFY(b.scan(settings).ok());
    const QImage whole = decoded(b.pages.at(0)), part = decoded(b.pages.at(1));
    QVERIFY(qAbs(part.width() - 400) <= 1 && qAbs(part.height() - 200) <= 1);
    settings.area = QRectF(250, 250, 200, 200); // sticks out: as much as there is
    QVERIFY(b.scan(settings).ok());
    QVERIFY(qAbs(b.pages.at(2).size.width() - 50 / 25.4 * 100) < 2);
    QVERIFY(qAbs(whole.width() - 827) <= 2);
}

void TestScannerProgram::previewHasNoBytes()
{
    const TestScanner scanners;
    Bench b;
    ScanSettings settings{ScanSource::Flatbed, ScanMode::Grey, 75, {}, true};
    QVERIFY(b.scan(settings).ok());
    QCOMPARE(b.pages.size(), 1);
    QVERIFY(b.pages.first().bytes.isEmpty());
    QVERIFY(qAbs(b.pages.first().look.width - 886) < 3); // 300 mm
}

void TestScannerProgram::feederEndsNormally()
{
    const TestScanner scanners;
    Bench b;
    ScanSettings settings = a4(100);
    settings.source = ScanSource::Feeder;
    const auto done = b.scan(settings);
    QVERIFY2(done.ok(), problemOf(done));
    QCOMPARE(*done, 10);
    QCOMPARE(b.pages.size(), 10);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(b.pages.at(i).number, i + 1);
    const auto again = b.scan(settings); // and the scanner can be used again
    QVERIFY2(again.ok(), problemOf(again));
}

/// The bytes go into the PDF as they are, turned for the reader only.
void TestScannerProgram::pagesBecomeOnePdf()
{
    const TestScanner scanners;
    Bench b;
    QVERIFY(b.scan(a4(150)).ok());
    QVERIFY(b.scan(a4(150, ScanMode::BlackWhite)).ok());
    DocWorker worker(options());
    QList<DocumentBytes> files;
    for (const ScannedPage &page : b.pages)
        files << documentBytes(page.bytes, u"page"_s);
    const auto pdf = answerOf(worker.toPdf(files, {0, 1}));
    QVERIFY2(pdf.ok(), problemOf(pdf));
    const QByteArray jpeg = b.pages.first().bytes;
    QVERIFY(pdf->contains(jpeg.mid(jpeg.size() / 2, 1000)));
    const auto info = answerOf(worker.inspect(documentBytes(*pdf, u"scan.pdf"_s)));
    QVERIFY2(info.ok(), problemOf(info));
    QCOMPARE(info->pages(), 2);
    QVERIFY(info->scanned);
    QVERIFY(qAbs(info->pageSizes.at(0).width() - 595) < 2 && qAbs(info->pageSizes.at(0).height() - 842) < 2);
    QVERIFY(qAbs(info->pageSizes.at(1).width() - 842) < 2); // turned
}

void TestScannerProgram::troubleIsSaidInWords_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("feeder");
    QTest::addColumn<QString>("words");
    QTest::newRow("jammed") << QByteArray("JAMMED") << true << u"jammed"_s;
    QTest::newRow("cover open") << QByteArray("COVER_OPEN") << false << u"cover is open"_s;
    QTest::newRow("access denied") << QByteArray("ACCESS_DENIED") << false << u"group \"scanner\""_s;
    QTest::newRow("busy") << QByteArray("DEVICE_BUSY") << false << u"another program"_s;
    QTest::newRow("out of memory") << QByteArray("NO_MEM") << false << u"memory"_s;
    QTest::newRow("broken") << QByteArray("IO_ERROR") << false << u"stopped with an error"_s;
    QTest::newRow("empty feeder") << QByteArray("NO_DOCS") << true << u"no paper in the feeder"_s;
}

void TestScannerProgram::troubleIsSaidInWords()
{
    QFETCH(QByteArray, status);
    QFETCH(bool, feeder);
    QFETCH(QString, words);
    const TestScanner scanners("read-status-code \"SANE_STATUS_" + status + "\"\n");
    Bench b;
    ScanSettings settings = a4(100);
    settings.source = feeder ? ScanSource::Feeder : ScanSource::Flatbed;
    const auto done = b.scan(settings);
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.contains(words), problemOf(done));
    QVERIFY(b.pages.isEmpty());
}

void TestScannerProgram::unknownDeviceIsNotFound()
{
    const TestScanner scanners;
    Bench b;
    const auto sources = answerOf(b.client.abilities(u"sane:gone:7"_s));
    QVERIFY(!sources.ok());
    QCOMPARE(sources.error().code, Error::Code::NotFound);
    QVERIFY2(sources.error().message.contains(u"cannot be reached"_s), problemOf(sources));
    QVERIFY(b.scan(a4(100)).ok());
}

void TestScannerProgram::cancelEndsTheScan()
{
    const TestScanner scanners(kSlow);
    ScannerOptions options;
    options.cancelGraceMs = 300'000; // nobody kills it
    Bench b(options);
    QSignalSpy progress(&b.client, &ScannerClient::progressed);
    auto running = b.client.scan(kDevice, a4(600, ScanMode::Colour));
    QVERIFY(progress.wait(20'000));
    b.client.cancel();
    const auto done = answerOf(running);
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, Error::Code::Cancelled);
    QVERIFY(b.pages.isEmpty());
    const auto next = answerOf(b.client.abilities(kDevice));
    QVERIFY2(next.ok(), problemOf(next));
}

void TestScannerProgram::cancelKillsAHungDriver()
{
    const TestScanner scanners(kSlow);
    ScannerOptions options;
    options.cancelGraceMs = 200;
    Bench b(options);
    QSignalSpy progress(&b.client, &ScannerClient::progressed);
    auto running = b.client.scan(kDevice, a4(600, ScanMode::Colour));
    QVERIFY(progress.wait(20'000));
    const qint64 program = b.client.processId();
    QCOMPARE(::kill(pid_t(program), SIGSTOP), 0);
    b.client.cancel();
    const auto done = answerOf(running);
    QCOMPARE(done.ok() ? Error::Code::Internal : done.error().code, Error::Code::Cancelled);
    QTRY_VERIFY(!isRunning(program));
    QVERIFY(answerOf(b.client.abilities(kDevice)).ok());
}

void TestScannerProgram::killedProgramCostsOneAnswer()
{
    const TestScanner scanners(kSlow);
    Bench b;
    QSignalSpy progress(&b.client, &ScannerClient::progressed);
    auto running = b.client.scan(kDevice, a4(600, ScanMode::Colour));
    QVERIFY(progress.wait(20'000));
    QCOMPARE(::kill(pid_t(b.client.processId()), SIGKILL), 0);
    const auto done = answerOf(running);
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.contains(u"stopped unexpectedly"_s), problemOf(done));
    const auto next = answerOf(b.client.abilities(kDevice));
    QVERIFY2(next.ok(), problemOf(next));
}

/// A driver may wait for ever when it lets go of its device: the answer is out by then, and the next request gets a new program.
void TestScannerProgram::hungDriverCostsNoAnswer()
{
    const TestScanner scanners("read-status-code \"SANE_STATUS_IO_ERROR\"\n");
    ScannerOptions options;
    options.letGoMs = 300;
    Bench b(options);
    const QByteArray asan = qgetenv("ASAN_OPTIONS");
    qputenv("ASAN_OPTIONS", asan + ":verify_asan_link_order=0");
    qputenv("LD_PRELOAD", PORTDESK_HUNG_DRIVER);
    auto running = b.client.scan(kDevice, a4(100));
    QTRY_VERIFY(b.client.processId() > 0);
    const qint64 program = b.client.processId();
    const auto done = answerOf(running);
    qunsetenv("LD_PRELOAD");
    qputenv("ASAN_OPTIONS", asan);
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.contains(u"stopped with an error"_s), problemOf(done));
    const auto next = answerOf(b.client.abilities(kDevice));
    QVERIFY2(next.ok(), problemOf(next));
    QVERIFY(b.client.processId() != program);
    QVERIFY(!isRunning(program));
}

/// A program may leave between two requests; nobody is to blame and nothing is lost.
void TestScannerProgram::programThatLeftIsStartedAgain()
{
    const TestScanner scanners;
    Bench b;
    QVERIFY(answerOf(b.client.abilities(kDevice)).ok());
    const qint64 program = b.client.processId();
    const auto next = b.client.abilities(kDevice);
    QCOMPARE(::kill(pid_t(program), SIGKILL), 0);
    QVERIFY(answerOf(next).ok());
    QVERIFY(b.client.processId() != program);
}

void TestScannerProgram::badProgramIsSaidInWords_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("words");
    QTest::newRow("silent") << QByteArray("exec cat >/dev/null") << u"did not answer"_s;
    QTest::newRow("leaves at once") << QByteArray("exit 0") << u"stopped unexpectedly"_s;
    QTest::newRow("talks nonsense") << QByteArray("echo hello, I am a driver; exec cat >/dev/null") << u"stopped unexpectedly"_s;
    QTest::newRow("a frame of another protocol") << QByteArray("printf '\\000\\000\\000\\003abc'; exec cat >/dev/null") << u"stopped unexpectedly"_s;
    QTest::newRow("is not there") << QByteArray() << u"could not be started"_s;
}

void TestScannerProgram::badProgramIsSaidInWords()
{
    QFETCH(QByteArray, lines);
    QFETCH(QString, words);
    const QTemporaryDir folder;
    ScannerOptions options;
    options.program = lines.isEmpty() ? folder.filePath(u"nothing"_s) : script(folder, lines);
    options.listTimeoutMs = 1500;
    ScannerClient client(options);
    const auto found = answerOf(client.devices());
    QVERIFY(!found.ok());
    QVERIFY2(found.error().message.contains(words), problemOf(found));
}

void TestScannerProgram::closingInTheMiddleLeavesNothing()
{
    const TestScanner scanners(kSlow);
    qint64 program = 0;
    QFuture<Result<int>> running;
    {
        Bench b;
        QSignalSpy progress(&b.client, &ScannerClient::progressed);
        running = b.client.scan(kDevice, a4(600, ScanMode::Colour));
        QVERIFY(progress.wait(20'000));
        program = b.client.processId();
    }
    QVERIFY(running.isFinished()); // told at once
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(program), 10'000);
}

void TestScannerProgram::hostileFramesAreRefused_data()
{
    using namespace ScannerProtocol;
    QTest::addColumn<QByteArray>("frame");
    const auto payload = [](const Answer &answer) { return encoded(AnswerFrame{1, answer}).mid(4); };
    ScannedPage page;
    page.number = 1;
    page.dpi = 300;
    page.size = {10, 10};
    const std::shared_ptr<uchar[]> pixels(new uchar[400]());
    page.look = {10, 10, 40, std::shared_ptr<const uchar>(pixels, pixels.get())};
    QVERIFY(decodedAnswer(payload(page)));
    QTest::newRow("cut off") << payload(page).chopped(1);
    QTest::newRow("too long") << payload(page) + 'x';
    QTest::newRow("another version") << QByteArray(payload(page)).replace(1, 1, "\x09");
    page.look.height = 9; // fewer pixels than it says: the bytes no longer fit
    QTest::newRow("picture without its pixels") << QByteArray(payload(page)).replace(QByteArray("\0\0\0\x09", 4), QByteArray("\0\0\0\x0a", 4));
    page.look.height = 10;
    page.size = {100'000, 100'000};
    QTest::newRow("too many pixels") << payload(page);
    page.size = {10, 10};
    page.number = kMostScannedPages + 1;
    QTest::newRow("too many pages") << payload(page);
    QTest::newRow("percent") << payload(Progress{1, 101});
    QTest::newRow("endless paper") << payload(QList<ScannerSource>{{ScanSource::Flatbed, {300}, {210, qInf()}}});
    QTest::newRow("no resolution at all") << payload(QList<ScannerSource>{{ScanSource::Flatbed, {0}, {210, 297}}});
    QTest::newRow("a name without end") << payload(QList<ScannerDevice>{{u"id"_s, QString(100'000, u'x')}});
    QTest::newRow("unknown trouble") << QByteArray(payload(Trouble{ScanTrouble::Cancelled, {}})).replace(7, 1, "\x40");
}

void TestScannerProgram::hostileFramesAreRefused()
{
    QFETCH(QByteArray, frame);
    QVERIFY(!ScannerProtocol::decodedAnswer(frame));
}

QTEST_GUILESS_MAIN(TestScannerProgram)
#include "tst_scanner.moc"

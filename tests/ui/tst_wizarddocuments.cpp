// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/wizardbench.h"
#include "ui/viewer/documentviewer.h"
#include "ui/wizard/documentspage.h"
#include "ui/wizard/draftkeeper.h"

#include <QDir>
#include <QDropEvent>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// The wizard's papers, driven as a person would.
class TestWizardDocuments final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileIsRefusedInWords_data();
    void fileIsRefusedInWords();
    void sameFileTwiceIsRefused();
    void resumedFilesAreKnownAgain();
    void dropTakesEveryDocument();
    void dropOfSomethingElseIsNotTaken();
};

void TestWizardDocuments::fileIsRefusedInWords_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("encrypted") << sample(u"bill-enc.pdf"_s) << QByteArray() << u"password"_s;
    QTest::newRow("truncated") << QString() << QByteArray("%PDF-1.7\n1 0 obj\n<< /Type /Catalog") << u"broken.pdf"_s;
    QTest::newRow("empty") << QString() << QByteArray("") << u"empty"_s;
    QTest::newRow("too large") << QString() << QByteArray("%PDF-1.7\n").append(QByteArray(200'000, ' ')) << u"at most"_s;
    QTest::newRow("a program named .pdf") << QString() << QByteArray("MZ\x90\x00 this is no document", 24) << u"PDF"_s;
}

void TestWizardDocuments::fileIsRefusedInWords()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    IntakeLimits limits;
    limits.maximumBytes = 150'000;
    WizardBench b(limits);
    QVERIFY(b.driver.show());
    b.view.startNew(RequestBuilder().withoutDocument(u"bill"_s).build());
    b.view.openPage(u"documentsPage"_s);
    if (file.isEmpty()) {
        file = b.world.file(u"broken.pdf"_s);
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(bytes);
    }
    const int before = b.documents();
    b.view.findChild<DocumentsPage *>()->takeFiles({file});
    QTRY_VERIFY2(b.bar().contains(words), qPrintable(b.bar()));
    QVERIFY(b.bar().contains(QFileInfo(file).fileName()));
    QCOMPARE(b.documents(), before);
}

void TestWizardDocuments::sameFileTwiceIsRefused()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    Request request;
    request.country = u"DE"_s;
    request.type = u"geographic"_s;
    b.view.startNew(request);
    b.view.openPage(u"documentsPage"_s);
    auto *page = b.view.findChild<DocumentsPage *>();
    page->takeFiles({sample(u"bill-deu.pdf"_s)});
    QTRY_COMPARE(b.documents(), 1);
    QCOMPARE(b.view.draft().request().documents.first().kind, u"bill"_s);
    QVERIFY(b.view.draft().request().documents.first().issued.isValid());
    QTRY_VERIFY(b.view.findChild<DocumentViewer *>(u"previewView"_s)->isLoaded());
    page->takeFiles({sample(u"bill-deu.pdf"_s)});
    QTRY_VERIFY(b.bar().contains(u"already"_s));
    QCOMPARE(b.documents(), 1);
}

void TestWizardDocuments::resumedFilesAreKnownAgain()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(RequestBuilder().withoutDocument(u"bill"_s).build());
    b.view.openPage(u"documentsPage"_s);
    b.view.findChild<DocumentsPage *>()->takeFiles({sample(u"bill-deu.pdf"_s)});
    const int before = b.documents();
    QTRY_COMPARE(b.documents(), before + 1);
    b.view.saveDraft();
    QTRY_VERIFY(b.view.keeper().isClean());
    WizardView second(*b.world.session, b.world.prompts);
    second.resumeLatest();
    QTRY_VERIFY(second.currentPage());
    const QString hash = second.draft().request().documents.last().sha256;
    QTRY_VERIFY(second.draft().knowsFacts(hash));
    QCOMPARE(second.draft().factsOf(hash).pages, 1);
}

/// Several files in one drop: each is taken or refused for itself, in words that name it and say what to do.
void TestWizardDocuments::dropTakesEveryDocument()
{
    IntakeLimits limits;
    limits.maximumBytes = 150'000;
    WizardBench b(limits);
    QVERIFY(b.driver.show());
    Request request;
    request.country = u"DE"_s;
    request.type = u"geographic"_s;
    b.view.startNew(request);
    b.view.openPage(u"documentsPage"_s);
    const auto written = [&b](const QString &name, const QByteArray &bytes) {
        QFile file(b.world.file(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? QUrl::fromLocalFile(file.fileName()) : QUrl();
    };
    QVERIFY(QDir().mkpath(b.world.file(u"scans"_s)));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(sample(u"bill-deu.pdf"_s)), QUrl::fromLocalFile(b.world.file(u"scans"_s)), written(u"note.pdf"_s, "Dear Sir or Madam"),
                  written(u"huge.pdf"_s, QByteArray("%PDF-1.7\n").append(QByteArray(200'000, ' '))), written(u"empty.pdf"_s, ""),
                  QUrl::fromLocalFile(sample(u"bill-eng.pdf"_s)), QUrl(u"https://example.org/bill.pdf"_s)});
    QVERIFY(b.driver.drop(u"dropZone"_s, data));
    QTRY_COMPARE(b.documents(), 2);
    QTRY_COMPARE(b.bar().count(u'\n'), 3);
    for (const QString &words : {u"\"scans\" is a folder. Open it and choose the documents in it."_s, u"\"note.pdf\" is not a PDF, JPEG, PNG, TIFF or HEIC. Save or print it as a PDF"_s,
                                 u"at most"_s, u"\"empty.pdf\" is empty."_s})
        QVERIFY2(b.bar().contains(words), qPrintable(b.bar()));
    QStringList files;
    for (const RequestDocument &document : b.view.draft().request().documents)
        files << document.file;
    files.sort();
    QCOMPARE(files, (QStringList{u"bill-deu.pdf"_s, u"bill-eng.pdf"_s}));
}

void TestWizardDocuments::dropOfSomethingElseIsNotTaken()
{
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(RequestBuilder().build());
    b.view.openPage(u"documentsPage"_s);
    const int before = b.documents();
    QMimeData text;
    text.setText(u"only words"_s);
    auto *zone = b.driver.findWidget(u"dropZone"_s);
    QVERIFY(zone);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &text, Qt::LeftButton, {});
    QApplication::sendEvent(zone, &enter);
    QVERIFY(!enter.isAccepted());
    // A picture copied in another program is taken as it is.
    QMimeData picture;
    QImage image(300, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    picture.setImageData(image);
    QVERIFY(b.driver.drop(u"dropZone"_s, picture));
    QTRY_COMPARE(b.documents(), before + 1);
    QCOMPARE(b.view.draft().request().documents.last().file, u"pasted picture.png"_s);
}

PORTDESK_GUI_TEST_MAIN(TestWizardDocuments)
#include "tst_wizarddocuments.moc"

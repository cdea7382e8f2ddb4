// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/guitest.h"
#include "tests/ui/viewerkit.h"
#include "ui/viewer/outlinepanel.h"
#include "ui/viewer/outlinesplit.h"

#include <QAction>
#include <QSettings>
#include <QSplitterHandle>

using namespace PortDesk;
using namespace PortDesk::ViewerKit;
using namespace Qt::StringLiterals;

namespace {

/// Two pages with an outline of one title.
DocumentBytes titled(const QByteArray &title)
{
    const QByteArray page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";
    return documentBytes(PdfBytes::pdfOf({"<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>", page, page,
                                          "<</Type/Outlines/First 6 0 R/Last 6 0 R>>", "<</Title(" + title + ")/Parent 5 0 R/Dest[4 0 R/Fit]>>"}),
                         QString::fromLatin1(title).left(8) + u".pdf"_s);
}

const QByteArray kLong = "2 Porting to another carrier, deadlines and duties";
const QByteArray kEndless = QByteArray("A title nobody can show whole ").repeated(12);

/// A viewer whose outline is wanted, with a worker of its own.
struct Viewer {
    explicit Viewer(const QSize &size = {1000, 700}) : viewer(worker)
    {
        QSettings().setValue(u"viewer/outline"_s, true);
        viewer.resize(size);
    }
    bool open(const DocumentBytes &document)
    {
        viewer.show();
        viewer.setDocument(document);
        return QTest::qWaitFor([&] { return viewer.isLoaded() && outline()->isVisible(); }, 30'000);
    }
    OutlinePanel *outline() const { return viewer.findChild<OutlinePanel *>(); }
    OutlineSplit *split() const { return viewer.findChild<OutlineSplit *>(); }
    bool titleIsWhole() const
    {
        const QModelIndex title = outline()->model()->index(0, 0);
        return outline()->visualRect(title).width() >= outline()->fontMetrics().horizontalAdvance(title.data().toString());
    }
    bool draw(int by) const
    {
        QSplitterHandle *handle = split()->handle(1);
        if (!QTest::qWaitFor([&] { return handle->isVisible() && handle->x() > 0; }, 30'000))
            return false;
        const QPoint at = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, at);
        QMouseEvent move(QEvent::MouseMove, at + QPoint(by, 0), handle->mapToGlobal(at + QPoint(by, 0)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(handle, &move);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, at);
        return true;
    }

    DocWorker worker{workerOptions()};
    DocumentViewer viewer;
};

} // namespace

/// How wide the outline is, with the real worker.
class TestViewerOutline final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QSettings().remove(u"viewer"_s); }

    void showsItsTitlesWhole()
    {
        Viewer viewer;
        QVERIFY(viewer.open(titled(kLong)));
        QVERIFY2(viewer.titleIsWhole(), qPrintable(QString::number(viewer.outline()->width())));
        QCOMPARE(viewer.outline()->model()->index(0, 0).data(Qt::ToolTipRole).toString(), QString::fromLatin1(kLong));
        const int needed = viewer.outline()->width();
        QVERIFY(viewer.open(titled("Fees"))); // short titles leave the room to the pages
        QVERIFY(viewer.outline()->width() < needed);
    }

    void leavesThePagesTheirRoom()
    {
        Viewer viewer;
        QVERIFY(viewer.open(titled(kEndless)));
        QCOMPARE(viewer.outline()->width(), 1000 * 2 / 5);
        QVERIFY(!viewer.titleIsWhole());
        viewer.viewer.resize(500, 700);
        QTRY_COMPARE(viewer.outline()->width(), 500 * 2 / 5);
    }

    void remembersTheWidthItWasDrawnTo()
    {
        int drawn = 0;
        {
            Viewer viewer;
            QVERIFY(viewer.open(titled(kLong)));
            const int wide = viewer.outline()->width();
            QVERIFY(viewer.draw(-90));
            drawn = viewer.outline()->width();
            QVERIFY2(drawn < wide && !viewer.titleIsWhole(), qPrintable(QString::number(drawn)));
            QVERIFY(viewer.open(titled("Fees")));
            QCOMPARE(viewer.outline()->width(), drawn);
        }
        Viewer later;
        QVERIFY(later.open(titled(kLong)));
        QCOMPARE(later.outline()->width(), drawn);
    }
};

PORTDESK_GUI_TEST_MAIN(TestViewerOutline)
#include "tst_vieweroutline.moc"

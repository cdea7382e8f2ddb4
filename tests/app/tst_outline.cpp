// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/docworkerkit.h"
#include "tests/app/pdfbytes.h"

#include <csignal>

using namespace PortDesk;
using namespace PortDesk::DocWorkerKit;
using namespace Qt::StringLiterals;

namespace {

QByteArray ref(qsizetype object)
{
    return QByteArray::number(object) + " 0 R";
}

/// A document of two pages (objects 3 and 4) with the outline's objects from number 5; 5 is its root.
DocumentBytes withOutline(const QList<QByteArray> &outline)
{
    const QByteArray page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";
    return documentBytes(PdfBytes::pdfOf(QList<QByteArray>{"<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>", page, page} + outline),
                         u"outline.pdf"_s);
}

QByteArray root(qsizetype first, qsizetype last)
{
    return "<</Type/Outlines/First " + ref(first) + "/Last " + ref(last) + ">>";
}

QByteArray entry(const QByteArray &title, const QByteArray &more)
{
    return "<</Title(" + title + ")/Parent 5 0 R" + more + ">>";
}

/// `levels` lists of two, each of which has the next list as children: 2^levels entries out of a handful of objects.
QList<QByteArray> multiplying(int levels)
{
    QList<QByteArray> objects{root(6, 7)};
    for (int level = 0; level < levels; ++level) {
        const qsizetype first = 6 + 2 * level;
        const QByteArray children = level + 1 < levels ? "/First " + ref(first + 2) + "/Last " + ref(first + 3) : QByteArray();
        objects << entry("a", "/Next " + ref(first + 1) + children) << entry("b", children);
    }
    return objects;
}

QList<QByteArray> chain(int count, const QByteArray &link)
{
    QList<QByteArray> objects{root(6, link == "/Next " ? 5 + count : 6)};
    for (int i = 0; i < count; ++i)
        objects << entry("e" + QByteArray::number(i), (i + 1 < count ? link + ref(7 + i) : QByteArray()) + "/Dest[3 0 R/Fit]");
    return objects;
}

} // namespace

/// A document's table of contents through the real worker, honest and hostile.
class TestOutline final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTitlesLevelsAndPages()
    {
        DocWorker worker(options());
        const auto outline = answerOf(worker.outline(withOutline({root(6, 8), entry("Bill", "/Next 8 0 R/First 7 0 R/Last 7 0 R/Dest[3 0 R/Fit]"),
                                                                  entry("Numbers", "/Dest[4 0 R/XYZ 0 400 0]"), entry("Terms", "/A<</S/GoTo/D[4 0 R/Fit]>>")})));
        QVERIFY2(outline.ok(), problemOf(outline));
        const QList<OutlineEntry> expected{{u"Bill"_s, 0, 0}, {u"Numbers"_s, 1, 1}, {u"Terms"_s, 1, 0}};
        QCOMPARE(*outline, expected);
    }

    void aDocumentWithoutOneHasNone()
    {
        DocWorker worker(options());
        for (const char *name : {"bill-deu.pdf", "bill-eng-150.jpg"}) {
            const auto outline = answerOf(worker.outline(sample(QString::fromLatin1(name))));
            QVERIFY2(outline.ok(), problemOf(outline));
            QVERIFY(outline->isEmpty());
        }
    }

    void hostileOutlinesAreCutOff_data()
    {
        QTest::addColumn<DocumentBytes>("document");
        QTest::addColumn<int>("most"); // entries that may come back
        QTest::newRow("brothers in a ring") << withOutline({root(6, 7), entry("a", "/Next 7 0 R"), entry("b", "/Next 6 0 R")}) << 2;
        QTest::newRow("its own child") << withOutline({root(6, 6), entry("a", "/First 6 0 R/Last 6 0 R")}) << kMaximumOutlineLevel + 1;
        QTest::newRow("its own grandchild") << withOutline({root(6, 6), entry("a", "/First 7 0 R/Last 7 0 R"), entry("b", "/First 6 0 R/Last 6 0 R")}) << kMaximumOutlineLevel + 1;
        QTest::newRow("the root as child") << withOutline({root(6, 6), entry("a", "/First 5 0 R/Last 5 0 R")}) << kMaximumOutlineLevel + 1;
        QTest::newRow("lists that multiply") << withOutline(multiplying(40)) << kMaximumOutlineEntries;
        QTest::newRow("very many brothers") << withOutline(chain(60'000, "/Next ")) << kMaximumOutlineEntries;
        QTest::newRow("very deep") << withOutline(chain(20'000, "/First ")) << kMaximumOutlineLevel + 1;
        QTest::newRow("nothing where entries should be") << withOutline({root(99, 99)}) << 0;
    }
    void hostileOutlinesAreCutOff()
    {
        QFETCH(DocumentBytes, document);
        QFETCH(int, most);
        DocWorker worker(options());
        const auto outline = answerOf(worker.outline(document));
        QVERIFY2(outline.ok(), problemOf(outline));
        QVERIFY2(outline->size() <= most, qPrintable(QString::number(outline->size())));
        for (const OutlineEntry &one : *outline)
            QVERIFY(one.level <= kMaximumOutlineLevel);
        const auto page = answerOf(worker.render(document, 1, 20)); // the pages are none the worse
        QVERIFY2(page.ok(), problemOf(page));
    }

    void placesOutsideTheDocumentLeadNowhere()
    {
        DocWorker worker(options());
        const QByteArray longTitle(100'000, 'x');
        const auto outline = answerOf(worker.outline(
            withOutline({root(6, 9), entry("far", "/Next 7 0 R/Dest[99999 /Fit]"), entry("named", "/Next 8 0 R/Dest/nowhere"),
                         entry("other file", "/Next 9 0 R/A<</S/GoToR/F(other.pdf)/D[0/Fit]>>"), entry(longTitle, "/A<</S/Launch/F(/bin/sh)>>")})));
        QVERIFY2(outline.ok(), problemOf(outline));
        QCOMPARE(outline->size(), 4);
        for (const OutlineEntry &one : *outline) {
            QCOMPARE(one.page, -1);
            QVERIFY(one.title.size() <= kMaximumOutlineTitle);
        }
    }

    /// A worker that an outline ends costs the outline; the pages are still shown, however often it is tried.
    void anOutlineThatEndsTheWorkerCostsOnlyItself()
    {
        DocWorkerOptions quick = options();
        quick.pageTimeoutMs = 1000;
        DocWorker worker(quick);
        const DocumentBytes document = sample(u"bill-deu.pdf"_s);
        for (int turn = 0; turn < 3; ++turn) {
            QVERIFY(answerOf(worker.inspect(document)).ok());
            QCOMPARE(::kill(pid_t(worker.processId()), SIGSTOP), 0);
            QVERIFY(!answerOf(worker.outline(document)).ok());
        }
        QVERIFY(answerOf(worker.inspect(document)).ok());
    }
};

QTEST_GUILESS_MAIN(TestOutline)
#include "tst_outline.moc"

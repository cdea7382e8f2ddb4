// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/markjson.h"
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/viewer/documentviewer.h"
#include "ui/viewer/marklayer.h"
#include "ui/viewer/marklist.h"
#include "ui/viewer/marktools.h"

#include <QListView>
#include <QPlainTextEdit>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

DocumentBytes sample(const QString &name)
{
    QFile file(QStringLiteral(PORTDESK_SAMPLES_DIR "/") + name);
    return file.open(QIODevice::ReadOnly) ? documentBytes(file.readAll(), name) : DocumentBytes();
}

const QDateTime kNow = QDateTime::fromString(u"2026-11-23T09:20:00Z"_s, Qt::ISODate);

/// What a store does with changes: revisions, and the marks as they are kept.
struct FakeStore {
    QHash<QString, StoredMark> kept;
    int calls = 0;
    bool refuses = false;

    QFuture<Result<MarkChange>> take(const MarkChange &change)
    {
        ++calls;
        QPromise<Result<MarkChange>> promise;
        promise.start();
        promise.addResult(answer(change));
        promise.finish();
        return promise.future();
    }
    Result<MarkChange> answer(const MarkChange &change)
    {
        MarkChange next = change;
        for (const StoredMark &mark : change.saved + change.removed) {
            if (refuses || mark.revision != kept.value(mark.mark.id).revision)
                return Error{Error::Code::Conflict, u"Somebody else changed this mark."_s, {}};
        }
        for (StoredMark &mark : next.saved) {
            ++mark.revision;
            kept.insert(mark.mark.id, mark);
        }
        for (StoredMark &mark : next.removed) {
            ++mark.revision;
            gone << mark.mark.id;
            kept.insert(mark.mark.id, mark);
        }
        for (const StoredMark &mark : next.saved)
            gone.removeAll(mark.mark.id);
        return next;
    }
    QStringList gone;
    QList<Mark> marks() const
    {
        QList<Mark> all;
        for (const StoredMark &mark : kept) {
            if (!gone.contains(mark.mark.id))
                all << mark.mark;
        }
        return all;
    }
};

/// The viewer with marks, tools and list, as the review puts them together.
class MarkBench final : public QWidget
{
public:
    explicit MarkBench(DocWorker &worker)
        : viewer(new DocumentViewer(worker)), layer(new MarkLayer(*viewer->pages(), book, this)), tools(new MarkTools(*layer, book)), list(new MarkList(book))
    {
        book.setPerson(u"Anna Weber"_s, [this] { return now; }, [this](const MarkChange &change) { return store.take(change); });
        auto *side = new QVBoxLayout;
        side->addWidget(tools);
        side->addWidget(list);
        auto *row = new QHBoxLayout(this);
        row->addWidget(viewer, 1);
        row->addLayout(side);
        QObject::connect(list, &MarkList::markChosen, layer, &MarkLayer::goTo);
        QObject::connect(layer, &MarkLayer::selectionChanged, list, &MarkList::select);
    }
    ~MarkBench() override { delete layer; }

    FakeStore store;
    QDateTime now = kNow;
    MarkBook book;
    DocumentViewer *viewer;
    MarkLayer *layer;
    MarkTools *tools;
    MarkList *list;
};

} // namespace

/// Marks on a real page: every kind by mouse and keyboard, undo and redo, the list, what reaches the store.
class TestMarks : public QObject
{
    Q_OBJECT

    std::unique_ptr<DocWorker> m_worker;
    std::unique_ptr<MarkBench> m_bench;

    PageView *pages() const { return m_bench->viewer->pages(); }
    MarkBook &book() const { return m_bench->book; }
    MarkLayer &layer() const { return *m_bench->layer; }
    QPoint at(double x, double y, int page = 0) const { return pages()->toView(page).map(QPointF(x, y)).toPoint(); }
    void drag(const QPoint &from, const QPoint &to) const
    {
        QWidget *view = pages()->viewport();
        QTest::mousePress(view, Qt::LeftButton, {}, from);
        QTest::mouseMove(view, (from + to) / 2);
        QTest::mouseMove(view, to);
        QTest::mouseRelease(view, Qt::LeftButton, {}, to);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(pages(), key, modifiers); }
    void finishText(const QString &text) const
    {
        auto *editor = m_bench->findChild<QPlainTextEdit *>(u"markTextEdit"_s);
        QVERIFY(editor);
        editor->setPlainText(text);
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    }
    QRectF onView(const Mark &mark) const { return markRect(mark, {pages()->toView(mark.page), pages()->pagePoints(mark.page)}); }

private Q_SLOTS:
    void init()
    {
        DocWorkerOptions options;
        options.program = QStringLiteral(PORTDESK_BIN_DIR "/portdesk-docworker");
        m_worker = std::make_unique<DocWorker>(options);
        m_bench = std::make_unique<MarkBench>(*m_worker);
        m_bench->resize(1100, 900);
        m_bench->show();
        m_bench->activateWindow();
        const DocumentBytes bill = sample(u"bill-deu.pdf"_s);
        m_bench->viewer->setDocument(bill);
        m_bench->book.open(bill.sha256, {});
        QVERIFY(QTest::qWaitFor([this] { return m_bench->viewer->isLoaded() && m_bench->viewer->isSettled(); }, 20000));
        pages()->setFocus();
    }
    void cleanup()
    {
        m_bench.reset();
        m_worker.reset();
    }

    void everyKindByMouse_data()
    {
        QTest::addColumn<int>("kind");
        for (const MarkKind kind : allMarkKinds())
            QTest::newRow(qPrintable(markKindKey(kind))) << int(kind);
    }
    void everyKindByMouse()
    {
        QFETCH(int, kind);
        layer().setTool(MarkKind(kind));
        const bool words = MarkKind(kind) == MarkKind::Highlight;
        const QRectF word = words ? pages()->text(0)->words().first().box : QRectF();
        if (words)
            drag(at(word.left() + 0.002, word.center().y()), at(word.right() + 0.1, word.center().y()));
        else
            drag(at(0.2, 0.3), at(0.5, 0.4));
        if (MarkKind(kind) == MarkKind::Note || MarkKind(kind) == MarkKind::Text)
            finishText(u"Ask the customer"_s);
        QCOMPARE(book().marks().size(), 1);
        const Mark mark = book().marks().first();
        QCOMPARE(mark.kind, MarkKind(kind));
        QCOMPARE(mark.author, u"Anna Weber"_s);
        QCOMPARE(mark.created, kNow);
        QCOMPARE(mark.sha256, book().sha256());
        QCOMPARE(layer().selected(), mark.id);
        if (words)
            QVERIFY(mark.lines.first().intersects(word));
        else
            QVERIFY2(QRectF(0.19, 0.29, 0.32, 0.12).contains(markBounds(mark).center()), qPrintable(book().dump()));
        QTRY_VERIFY(book().isSaved());
        QCOMPARE(m_bench->store.marks(), QList<Mark>{mark});
        QVERIFY(onView(mark).isValid());
    }

    void undoAndRedoGoBothWays()
    {
        QStringList states{book().dump()};
        const auto step = [&] { states << book().dump(); };
        layer().setTool(MarkKind::Box);
        drag(at(0.2, 0.3), at(0.5, 0.4));
        step();
        key(Qt::Key_Right);
        key(Qt::Key_Right); // one intention
        step();
        drag(onView(book().marks().first()).topLeft().toPoint() + QPoint(20, 0), at(0.6, 0.6));
        step();
        layer().setColour(u"#1565c0"_s);
        step();
        layer().setTool(MarkKind::Note);
        QTest::mouseClick(pages()->viewport(), Qt::LeftButton, {}, at(0.3, 0.7));
        finishText(u"Last digit 6"_s);
        book().undoStack()->undo(); // the words
        step();
        book().undoStack()->redo();
        states.last() = book().dump();
        key(Qt::Key_Delete);
        step();
        QVERIFY(states.at(1) != states.at(2) && states.at(2) != states.at(3) && states.at(3) != states.at(4));
        const int commands = book().undoStack()->count();
        QCOMPARE(commands, 7); // box, nudge, drag, colour, note, its words, delete
        while (book().undoStack()->canUndo())
            key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(book().dump(), states.first());
        QStringList redone{book().dump()};
        while (book().undoStack()->canRedo()) {
            key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
            redone << book().dump();
        }
        QCOMPARE(redone.last(), states.last());
        for (const QString &state : std::as_const(states))
            QVERIFY2(redone.contains(state), qPrintable(state));
        QTRY_VERIFY(book().isSaved());
        QCOMPARE(m_bench->store.marks(), book().marks());
    }

    void keyboardOnly()
    {
        key(Qt::Key_S);
        QCOMPARE(layer().tool(), std::optional(MarkKind::Stamp));
        key(Qt::Key_Return);
        QCOMPARE(book().marks().size(), 1);
        const Mark stamp = book().marks().first();
        QCOMPARE(stamp.text, u"Verified"_s);
        key(Qt::Key_Down);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(book().marks().first().box.top() > stamp.box.top());
        QVERIFY(book().marks().first().box.width() > stamp.box.width());
        key(Qt::Key_N);
        key(Qt::Key_Return);
        finishText(u"by hand"_s);
        QCOMPARE(book().marks().size(), 2);
        QVERIFY(pages()->hasFocus());
        const QString note = layer().selected();
        key(Qt::Key_BracketRight);
        QVERIFY(layer().selected() != note);
        key(Qt::Key_F2);
        finishText(u"Verified by telephone"_s);
        QCOMPARE(book().mark(stamp.id)->text, u"Verified by telephone"_s);
        key(Qt::Key_Delete);
        QCOMPARE(book().marks().size(), 1);
        key(Qt::Key_Escape);
        QVERIFY(layer().selected().isEmpty());
        pages()->selectAll();
        key(Qt::Key_H);
        QCOMPARE(book().marks().size(), 2);
        QVERIFY(book().marks().last().lines.size() + book().marks().first().lines.size() > 3);
    }

    void handlesResize()
    {
        layer().setTool(MarkKind::Box);
        drag(at(0.2, 0.3), at(0.5, 0.4));
        const QRectF box = book().marks().first().box;
        drag(onView(book().marks().first()).bottomRight().toPoint() + QPoint(2, 2), at(0.7, 0.6));
        const QRectF larger = book().marks().first().box;
        QCOMPARE(larger.topLeft(), box.topLeft());
        QVERIFY2(qAbs(larger.right() - 0.7) < 0.01 && qAbs(larger.bottom() - 0.6) < 0.01, "the corner did not follow");
    }

    void staysOnThePaperAtEveryZoomAndTurn_data()
    {
        QTest::addColumn<double>("zoom");
        QTest::addColumn<int>("turns");
        for (const double zoom : {0.5, 1.0, 2.0}) {
            for (int turns = 0; turns < 4; ++turns)
                QTest::addRow("%d %%, %d turns", int(zoom * 100), turns) << zoom << turns;
        }
    }
    void staysOnThePaperAtEveryZoomAndTurn()
    {
        QFETCH(double, zoom);
        QFETCH(int, turns);
        pages()->setZoom(zoom);
        pages()->rotate(turns);
        const QRectF wanted(0.4, 0.45, 0.2, 0.05);
        pages()->showBox(0, wanted);
        layer().setTool(MarkKind::Box);
        drag(at(wanted.left(), wanted.top()), at(wanted.right(), wanted.bottom()));
        const QRectF box = book().marks().first().box;
        const double pixel = 3 / std::min(pages()->toView(0).mapRect(QRectF(0, 0, 1, 1)).width(), pages()->toView(0).mapRect(QRectF(0, 0, 1, 1)).height());
        QVERIFY2(qAbs(box.left() - wanted.left()) < pixel && qAbs(box.bottom() - wanted.bottom()) < pixel, "drawn elsewhere");
        layer().select({}); // without the handles
        const QImage picture = pages()->viewport()->grab().toImage();
        const QColor ink = picture.pixelColor(at(box.left(), box.center().y()));
        QVERIFY2(ink.red() > ink.green() + 60, qPrintable(u"no red line at the edge: "_s + ink.name()));
    }

    void highlightsLeaveTheWordsReadable()
    {
        const QRectF word = pages()->text(0)->words().first().box;
        const auto picked = [&] { return pages()->viewport()->grab().toImage().copy(pages()->toView(0).mapRect(word).toAlignedRect()); };
        const auto darkest = [&] {
            const QImage picture = picked();
            int least = 255;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x)
                    least = std::min(least, qGray(picture.pixel(x, y)));
            }
            return least;
        };
        const int before = darkest();
        layer().highlight(0, {word});
        layer().select({});
        QVERIFY(qAbs(darkest() - before) < 30);
        const QImage picture = picked();
        const QColor paper = picture.pixelColor(picture.width() - 2, 2);
        QVERIFY(before < 200);
        QVERIFY2(paper.blue() < paper.red() - 20, qPrintable(paper.name()));
    }

    void listFiltersAndGoesThere()
    {
        layer().highlight(0, {{0.1, 0.1, 0.2, 0.02}}, u"first"_s);
        layer().setTool(MarkKind::Box);
        drag(at(0.2, 0.3), at(0.5, 0.4));
        auto *view = m_bench->findChild<QListView *>(u"marksView"_s);
        QCOMPARE(view->model()->rowCount(), 2);
        GuiDriver driver(m_bench.get());
        QVERIFY(driver.choose(u"markKindCombo"_s, u"Box"_s));
        QCOMPARE(view->model()->rowCount(), 1);
        QVERIFY(driver.choose(u"markKindCombo"_s, u"All kinds"_s));
        QVERIFY(driver.type(u"markFilterEdit"_s, u"FIRST"_s));
        QCOMPARE(view->model()->rowCount(), 1);
        QVERIFY(driver.clickRow(u"marksView"_s, 0));
        QCOMPARE(book().mark(layer().selected())->text, u"first"_s);
        QVERIFY(driver.type(u"markFilterEdit"_s, u"no such"_s));
        QCOMPARE(view->model()->rowCount(), 0);
        QVERIFY(driver.has(u"marksEmptyLabel"_s));
    }

    void clickPicksAHighlightAndDragSelectsBelowIt()
    {
        const QRectF word = pages()->text(0)->words().first().box;
        layer().highlight(0, {word});
        const QString id = layer().selected();
        layer().select({});
        QTest::mouseClick(pages()->viewport(), Qt::LeftButton, {}, at(word.center().x(), word.center().y()));
        QCOMPARE(layer().selected(), id);
        layer().select({});
        drag(at(word.left() + 0.001, word.center().y()), at(word.right() + 0.1, word.center().y()));
        QVERIFY(!pages()->selectedText().isEmpty());
    }

    void evidenceBoxesReportClicks()
    {
        QSignalSpy clicked(pages(), &PageView::highlightClicked);
        pages()->setHighlights({{0, {0.1, 0.5, 0.4, 0.2}, State::Good, false}, {0, {0.2, 0.55, 0.1, 0.05}, State::Problem, false}});
        QTest::mouseClick(pages()->viewport(), Qt::LeftButton, {}, at(0.25, 0.57));
        QTest::mouseClick(pages()->viewport(), Qt::LeftButton, {}, at(0.45, 0.52));
        QTest::mouseClick(pages()->viewport(), Qt::LeftButton, {}, at(0.8, 0.9));
        QCOMPARE(clicked.size(), 2);
        QCOMPARE(clicked.at(0).first().toInt(), 1); // the smaller one lies on top
        QCOMPARE(clicked.at(1).first().toInt(), 0);
    }

    void emptyNotesLeaveNothing()
    {
        layer().setTool(MarkKind::Note);
        QTest::mouseClick(pages()->viewport(), Qt::LeftButton, {}, at(0.3, 0.7));
        finishText(u"  "_s);
        QVERIFY(book().marks().isEmpty());
        QTRY_VERIFY(book().isSaved());
        QVERIFY(m_bench->store.marks().isEmpty());
    }

    void refusedSavesAreSaid()
    {
        QSignalSpy failed(&book(), &MarkBook::saveFailed);
        m_bench->store.refuses = true;
        layer().highlight(0, {{0.1, 0.1, 0.2, 0.02}});
        QTRY_COMPARE(failed.size(), 1);
    }

    void thoseWhoOnlyLookChangeNothing()
    {
        layer().highlight(0, {{0.1, 0.1, 0.2, 0.02}});
        book().setPerson(u"Jürgen"_s, [] { return kNow; }, {});
        key(Qt::Key_N);
        QVERIFY(!layer().tool());
        key(Qt::Key_Delete);
        QCOMPARE(book().marks().size(), 1);
    }

    void canBeUsedByEverybody()
    {
        layer().highlight(0, {{0.1, 0.1, 0.2, 0.02}});
        layer().highlight(0, {{0.1, 0.2, 0.2, 0.02}});
        QCOMPARE(accessibilityFindings(m_bench.get()), QStringList());
    }
};

PORTDESK_GUI_TEST_MAIN(TestMarks)
#include "tst_marks.moc"

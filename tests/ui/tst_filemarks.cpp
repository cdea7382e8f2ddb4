// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/markjson.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "tests/ui/viewerkit.h"
#include "ui/viewer/markbook.h"
#include "ui/viewer/marklist.h"

#include <QListView>
#include <QPromise>
#include <QPushButton>
#include <QSignalSpy>

using namespace PortDesk;
using namespace PortDesk::ViewerKit;
using namespace Qt::StringLiterals;

namespace {

const QDateTime kThen = QDateTime::fromString(u"2026-10-05T08:15:00Z"_s, Qt::ISODate);
const QDateTime kNow = QDateTime::fromString(u"2026-11-23T09:20:00Z"_s, Qt::ISODate);

Mark madeBy(const QString &author, MarkKind kind, const QRectF &box, const QString &text)
{
    Mark mark;
    mark.id = newMarkId();
    mark.kind = kind;
    mark.box = box;
    mark.text = text;
    mark.colour = u"#c62828"_s;
    mark.author = author;
    mark.created = kThen;
    mark.modified = kThen;
    return mark;
}

QFuture<Result<MarkChange>> stored(const MarkChange &change)
{
    MarkChange next = change;
    for (StoredMark &mark : next.saved)
        ++mark.revision;
    for (StoredMark &mark : next.removed)
        ++mark.revision;
    QPromise<Result<MarkChange>> promise;
    promise.start();
    promise.addResult(Result<MarkChange>(next));
    promise.finish();
    return promise.future();
}

} // namespace

/// Annotations that a received file brought along: listed as such, and taken over as marks of the desk.
class TestFileMarks : public QObject
{
    Q_OBJECT

    std::unique_ptr<DocWorker> m_worker;
    QList<Mark> m_inFile; ///< as the worker reads them from a file another program annotated
    std::unique_ptr<MarkBook> m_book;
    std::unique_ptr<MarkList> m_list;

    template<typename T> Result<T> answerOf(QFuture<Result<T>> future) const
    {
        const bool finished = QTest::qWaitFor([&] { return future.isFinished(); }, 20000);
        return finished && future.resultCount() > 0 ? future.result() : Result<T>(Error{Error::Code::Internal, u"no answer"_s});
    }
    QListView &view() const { return *m_list->findChild<QListView *>(u"marksView"_s); }
    int rows() const { return view().model()->rowCount(); }
    QModelIndex row(int row) const { return view().model()->index(row, 0); }
    int rowsInFile() const
    {
        int count = 0;
        for (int i = 0; i < rows(); ++i)
            count += row(i).data(MarkListModel::InFileRole).toBool();
        return count;
    }
    QPushButton &button() const { return *m_list->findChild<QPushButton *>(u"takeOverMarkButton"_s); }

private Q_SLOTS:
    void initTestCase()
    {
        m_worker = std::make_unique<DocWorker>(workerOptions());
        DocumentBytes bill = sample(u"bill-deu.pdf"_s);
        QList<Mark> marks{madeBy(u"Otto Kern"_s, MarkKind::Box, {0.2, 0.3, 0.2, 0.1}, u"paid?"_s), madeBy(u"Otto Kern"_s, MarkKind::Note, {0.5, 0.6, 0, 0}, u"see page 2"_s)};
        for (Mark &mark : marks)
            mark.sha256 = bill.sha256;
        const auto copy = answerOf(m_worker->withMarks(bill, marks, true));
        QVERIFY(copy.ok());
        const auto found = answerOf(m_worker->annotations(documentBytes(*copy, u"annotated.pdf"_s)));
        QVERIFY(found.ok());
        QCOMPARE(found->size(), 2);
        m_inFile = *found;
    }
    void cleanupTestCase() { m_worker.reset(); }
    void init()
    {
        m_book = std::make_unique<MarkBook>();
        m_book->setPerson(u"Anna Weber"_s, [] { return kNow; }, stored);
        m_book->open(m_inFile.first().sha256, {});
        m_list = std::make_unique<MarkList>(*m_book);
        m_list->resize(300, 500);
        m_list->show();
        m_list->setFileMarks(m_inFile);
    }
    void cleanup()
    {
        m_list.reset();
        m_book.reset();
    }

    void theyAreListedAsTheFilesOwn()
    {
        QCOMPARE(rows(), 2);
        QCOMPARE(rowsInFile(), 2);
        QVERIFY(row(0).data(MarkListModel::HeadRole).toString().contains(u"In the file: Otto Kern, page 1"_s));
        QCOMPARE(row(0).data().toString(), u"paid?"_s);
        QVERIFY(button().isVisible());
        QSignalSpy place(m_list.get(), &MarkList::placeChosen);
        QVERIFY(GuiDriver(m_list.get()).clickRow(u"marksView"_s, 0));
        QCOMPARE(place.count(), 1);
        QCOMPARE(place.at(0).at(0).toInt(), 0);
        QVERIFY((place.at(0).at(1).toRectF().topLeft() - QPointF(0.2, 0.3)).manhattanLength() < 0.02);
        m_list->setFileMarks({}); // another document
        QCOMPARE(rows(), 0);
        QVERIFY(!button().isVisible());
    }

    void oneIsTakenOverWithItsAuthor()
    {
        view().setCurrentIndex(row(0));
        view().setFocus();
        QTest::keyClick(&view(), Qt::Key_Insert);
        QCOMPARE(m_book->marks().size(), 1);
        const Mark mark = m_book->marks().first();
        QCOMPARE(mark.author, u"Otto Kern"_s);
        QCOMPARE(mark.text, u"paid?"_s);
        QCOMPARE(mark.created, kThen);
        QCOMPARE(mark.modified, kNow);
        QCOMPARE(mark.sha256, m_book->sha256());
        QVERIFY(mark.id != m_inFile.first().id); // the store may know that one already, of another copy
        QCOMPARE(rowsInFile(), 1);
        QCOMPARE(rows(), 2);
        m_book->undoStack()->undo();
        QVERIFY(m_book->marks().isEmpty());
        QCOMPARE(rowsInFile(), 2);
        m_book->undoStack()->redo();
        QCOMPARE(rowsInFile(), 1);
        QTRY_VERIFY(m_book->isSaved());
    }

    void allAreTakenOverInOneStep()
    {
        button().click();
        QCOMPARE(m_book->marks().size(), 2);
        QCOMPARE(rowsInFile(), 0);
        QVERIFY(!button().isVisible());
        m_book->undoStack()->undo();
        QVERIFY(m_book->marks().isEmpty());
        QCOMPARE(rowsInFile(), 2);
    }

    void whatWasTakenOverIsKnownAgain()
    {
        button().click();
        Mark moved = m_book->marks().first();
        moved.box.translate(0.1, 0.2);
        moved.text += u" yes"_s;
        m_book->change(moved, u"Move"_s);
        QCOMPARE(rowsInFile(), 0);
        QList<StoredMark> kept;
        for (const Mark &mark : m_book->marks())
            kept.append({mark, 1});
        m_book->open(m_book->sha256(), kept); // another day
        QCOMPARE(rowsInFile(), 0);
        m_book->remove(moved.id);
        QCOMPARE(rowsInFile(), 1);
    }

    void whoOnlyLooksTakesNothingOver()
    {
        m_book->setPerson(u"Jan Kunde"_s, [] { return kNow; }, {});
        m_list->setFileMarks(m_inFile);
        QVERIFY(!button().isVisible());
        view().setCurrentIndex(row(0));
        QTest::keyClick(&view(), Qt::Key_Insert);
        QVERIFY(m_book->marks().isEmpty());
    }

    void theFilterKnowsTheirAuthors()
    {
        m_book->add([this] {
            Mark mark = m_book->draft(MarkKind::Note, 0);
            mark.text = u"mine"_s;
            return mark;
        }());
        GuiDriver driver(m_list.get());
        QVERIFY(driver.choose(u"markAuthorCombo"_s, u"Otto Kern"_s));
        QCOMPARE(rows(), 2);
        QVERIFY(driver.choose(u"markAuthorCombo"_s, u"Anna Weber"_s));
        QCOMPARE(rows(), 1);
    }
};

PORTDESK_GUI_TEST_MAIN(TestFileMarks)
#include "tst_filemarks.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/markservice.h"
#include "core/documents/markjson.h"
#include "core/storage/connection.h"
#include "tests/kit/storetest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using PortDesk::Test::testNow;

namespace {

Mark markOfKind(MarkKind kind, int page = 0)
{
    Mark mark;
    mark.id = newMarkId();
    mark.sha256 = u"abc"_s;
    mark.page = page;
    mark.kind = kind;
    mark.box = {0.1, 0.2, 0.3, 0.04};
    mark.text = u"Last digit 6, form says 7 – “ask”"_s;
    mark.colour = u"#ffd54f"_s;
    mark.author = u"Anna Weber"_s;
    mark.created = testNow();
    mark.modified = testNow().addSecs(60);
    if (kind == MarkKind::Highlight)
        mark.lines = {{0.1, 0.2, 0.3, 0.02}, {0.1, 0.22, 0.2, 0.02}};
    if (kind == MarkKind::Ink)
        mark.strokes = {{{0.1, 0.2}, {0.4, 0.24}}, {{0.2, 0.2}, {0.2, 0.23}}};
    mark.internal = kind == MarkKind::Note;
    return mark;
}

const Actor kAgent{Role::Agent, u"Anna Weber"_s};
const Actor kCustomer{Role::Customer, u"Jürgen"_s};

} // namespace

/// Marks as values and in the store. One data row per back end.
class TestMarkRepository : public Test::StoreTest
{
    Q_OBJECT
private Q_SLOTS:
    void valueGoesThroughJson_data();
    void valueGoesThroughJson();
    void badValuesAreNoMarks();
    void movingTakesEverythingAlong();
    void keepsEveryMember_data();
    void keepsEveryMember();
    void inOrderOfPagesAndTime();
    void changesWithTheRevision();
    void removedComesBack();
    void everyChangeIsAnEvent();
    void historyIsAppendOnly();
    void verifyMissesAnEvent();
    void serviceStoresTogetherOrNotAtAll();
    void customersSeeWhatIsNotInternal();

private:
    MarkRepository &marks() { return m_store->marks(); }
    StoredMark saved(const StoredMark &mark)
    {
        auto done = marks().save(mark, u"Anna Weber"_s, testNow());
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
        return *done;
    }
    FixedClock m_clock{testNow()};
};

void TestMarkRepository::valueGoesThroughJson_data()
{
    QTest::addColumn<int>("kind");
    for (const MarkKind kind : allMarkKinds())
        QTest::newRow(qPrintable(markKindKey(kind))) << int(kind);
}

void TestMarkRepository::valueGoesThroughJson()
{
    QFETCH(int, kind);
    const Mark mark = markOfKind(MarkKind(kind), 3);
    const auto back = markFromJson(markToJson(mark));
    QVERIFY(back.has_value());
    QCOMPARE(*back, mark);
    QCOMPARE(markKindFromKey(markKindKey(MarkKind(kind))), std::optional(MarkKind(kind)));
}

void TestMarkRepository::badValuesAreNoMarks()
{
    QVERIFY(!markFromJson({}));
    QJsonObject object = markToJson(markOfKind(MarkKind::Box));
    object.insert(u"kind"_s, u"circle"_s);
    QVERIFY(!markFromJson(object));
    QJsonObject nameless = markToJson(markOfKind(MarkKind::Box));
    nameless.remove(u"id"_s);
    QVERIFY(!markFromJson(nameless));
    QVERIFY(newMarkId() != newMarkId());
}

void TestMarkRepository::movingTakesEverythingAlong()
{
    const Mark ink = placedAt(markOfKind(MarkKind::Ink), {0.5, 0.5, 0.6, 0.08});
    QCOMPARE(markBounds(ink), QRectF(0.5, 0.5, 0.6, 0.08));
    QCOMPARE(ink.strokes.at(0).last(), QPointF(1.1, 0.58));
    const Mark highlight = placedAt(markOfKind(MarkKind::Highlight), {0.2, 0.3, 0.3, 0.04});
    QCOMPARE(highlight.lines.at(1), QRectF(0.2, 0.32, 0.2, 0.02));
    Mark across = markOfKind(MarkKind::Ink);
    across.strokes = {{{0.1, 0.2}, {0.4, 0.2}}};
    QCOMPARE(placedAt(across, {0.2, 0.4, 0.3, 0}).strokes.first().last(), QPointF(0.5, 0.4));
}

void TestMarkRepository::keepsEveryMember_data()
{
    valueGoesThroughJson_data();
}

void TestMarkRepository::keepsEveryMember()
{
    QFETCH(int, kind);
    const StoredMark stored = saved({markOfKind(MarkKind(kind)), 0});
    QCOMPARE(stored.revision, 1);
    QCOMPARE(marks().marksOf(u"abc"_s).value(), QList<StoredMark>{stored});
    QVERIFY(marks().marksOf(u"another"_s)->isEmpty());
}

void TestMarkRepository::inOrderOfPagesAndTime()
{
    Mark late = markOfKind(MarkKind::Box, 1);
    late.created = testNow().addSecs(9);
    const Mark second = markOfKind(MarkKind::Text, 1);
    const Mark first = markOfKind(MarkKind::Note, 0);
    for (const Mark &mark : {late, second, first})
        saved({mark, 0});
    const auto found = marks().marksOf(u"abc"_s).value();
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).mark.id, first.id);
    QCOMPARE(found.at(1).mark.id, second.id);
    QCOMPARE(found.at(2).mark.id, late.id);
}

void TestMarkRepository::changesWithTheRevision()
{
    StoredMark stored = saved({markOfKind(MarkKind::Note), 0});
    StoredMark other = stored;
    other.mark.text = u"another"_s;
    QCOMPARE(saved(other).revision, 2);
    stored.mark.text = u"too late"_s;
    const auto refused = marks().save(stored, u"Jonas"_s, testNow());
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, Error::Code::Conflict);
    QCOMPARE(marks().remove(stored, u"Jonas"_s, testNow()).error().code, Error::Code::Conflict);
    QCOMPARE(marks().marksOf(u"abc"_s)->first().mark.text, u"another"_s);
    QCOMPARE(marks().save({stored.mark, 0}, u"Jonas"_s, testNow()).error().code, Error::Code::Conflict); // made twice
}

void TestMarkRepository::removedComesBack()
{
    const StoredMark stored = saved({markOfKind(MarkKind::Ink), 0});
    const auto removed = marks().remove(stored, u"Anna Weber"_s, testNow());
    QVERIFY(removed.ok());
    QCOMPARE(removed->revision, 2);
    QVERIFY(marks().marksOf(u"abc"_s)->isEmpty());
    QCOMPARE(marks().remove(*removed, u"Anna Weber"_s, testNow()).error().code, Error::Code::Conflict);
    QCOMPARE(saved(*removed).revision, 3);
    QCOMPARE(marks().marksOf(u"abc"_s)->first().mark, stored.mark);
}

void TestMarkRepository::everyChangeIsAnEvent()
{
    StoredMark stored = saved({markOfKind(MarkKind::Note), 0});
    stored = saved(stored);
    stored = marks().remove(stored, u"Jonas Berg"_s, testNow().addSecs(5)).value();
    saved(stored);
    QStringList lines;
    const auto history = marks().history(u"abc"_s);
    QVERIFY(history.ok());
    for (const MarkEvent &event : *history)
        lines << event.what + u' ' + event.who;
    QCOMPARE(lines, (QStringList{u"made Anna Weber"_s, u"changed Anna Weber"_s, u"removed Jonas Berg"_s, u"restored Anna Weber"_s}));
    QCOMPARE(history->at(2).at, testNow().addSecs(5));
    QVERIFY(m_store->verify()->problems.isEmpty());
}

void TestMarkRepository::historyIsAppendOnly()
{
    saved({markOfKind(MarkKind::Note), 0});
    m_store.reset();
    auto connection = Connection::open(m_dir->filePath(u"desk.sqlite"_s)).value();
    QVERIFY(!connection->execute(u"update mark_event set who = 'nobody'"_s).ok());
    QVERIFY(!connection->execute(u"delete from mark_event"_s).ok());
}

void TestMarkRepository::verifyMissesAnEvent()
{
    saved({markOfKind(MarkKind::Note), 0});
    {
        auto connection = Connection::open(m_dir->filePath(u"desk.sqlite"_s)).value();
        QVERIFY(connection->execute(u"update mark set revision = 5"_s).ok());
    }
    const auto report = m_store->verify();
    QCOMPARE(report->problems.size(), 1);
    QVERIFY2(report->problems.first().contains(u"5 times"), qPrintable(report->problems.first()));
}

void TestMarkRepository::serviceStoresTogetherOrNotAtAll()
{
    MarkService service(*m_store, m_clock);
    const StoredMark stale{markOfKind(MarkKind::Box), 7};
    const auto failed = service.change({{{markOfKind(MarkKind::Note), 0}, stale}, {}}, kAgent);
    QCOMPARE(failed.error().code, Error::Code::Conflict);
    QVERIFY(marks().marksOf(u"abc"_s)->isEmpty());
    const auto done = service.change({{{markOfKind(MarkKind::Note), 0}, {markOfKind(MarkKind::Box), 0}}, {}}, kAgent);
    QVERIFY(done.ok());
    QCOMPARE(done->saved.size(), 2);
    const auto swapped = service.change({{{markOfKind(MarkKind::Ink), 0}}, {done->saved.at(1)}}, kAgent);
    QCOMPARE(swapped->removed.first().revision, 2);
    QCOMPARE(marks().marksOf(u"abc"_s)->size(), 2);
}

void TestMarkRepository::customersSeeWhatIsNotInternal()
{
    MarkService service(*m_store, m_clock);
    QVERIFY(service.change({{{markOfKind(MarkKind::Note), 0}, {markOfKind(MarkKind::Box), 0}}, {}}, kAgent).ok());
    QCOMPARE(service.marks(u"abc"_s, kAgent)->size(), 2);
    const auto seen = service.marks(u"abc"_s, kCustomer).value();
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.first().mark.kind, MarkKind::Box);
    QCOMPARE(service.change({{}, {seen.first()}}, kCustomer).error().code, Error::Code::Refused);
}

QTEST_GUILESS_MAIN(TestMarkRepository)
#include "tst_markrepository.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the desk's list with 100,000 demo cases against an empty store; both in the same run, turn by turn. Milliseconds, medians.
//   list-open   what a person waits for: from opening the store to the list having its rows and counts and having painted them
//   list-query  the store's share of it, without a window: open, counts, first page
// Further lines: other questions to the list. PORTDESK_BENCH_STORE names a file to keep the 100,000 cases in from run to run.
#include "core/desk/demo.h"
#include "core/desk/desksession.h"
#include "tests/bench/benchjson.h"
#include "tests/kit/casejourney.h"
#include "tests/kit/ui/guitest.h"
#include "ui/desk/caselistsource.h"
#include "ui/desk/casesview.h"
#include "ui/models/answer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QTableView>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kCases = 100'000;
constexpr int kWindowRounds = 21;
constexpr int kQueryRounds = 60;

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void fill(const QString &file)
{
    auto store = openStore(file);
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    QElapsedTimer timer;
    timer.start();
    if (const auto made = makeDemo(**store, testCountries(), {kCases, testNow(), testZone()}); !made)
        qFatal("%s %s", qPrintable(made.error().message), qPrintable(made.error().detail));
    std::fprintf(stderr, "bench_list: %d demo cases in %.0f s\n", kCases, milliseconds(timer) / 1000);
}

/// Sees when something of the window was painted.
class PaintWatch final : public QObject
{
public:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

    bool painted = false;
};

DeskSessionOptions sessionOptions(const QString &file)
{
    // The pack is read at program start, whatever the store holds; it is not part of opening the list.
    static const auto countries = std::make_shared<const CountryPack>(testCountries());
    return {file, std::make_shared<FixedClock>(testNow()), countries, testZone(), {Role::Agent, u"Anna Weber"_s}};
}

/// As the program does it: session, open, then the list in a window.
double openWindow(const QString &file, bool rowsExpected)
{
    PaintWatch watch;
    std::unique_ptr<CasesView> view;
    bool counted = false;
    QElapsedTimer timer;
    timer.start();
    DeskSession session(sessionOptions(file));
    whenAnswered(session.open(), &session, [&](const Result<MigrationOutcome> &opened) {
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        view = std::make_unique<CasesView>(session);
        QObject::connect(view.get(), &CasesView::countChanged, &session, [&] {
            counted = true;
            watch.painted = false; // only a paint with rows and counts ends the wait
        });
        view->resize(1280, 800);
        view->show();
        qApp->installEventFilter(&watch);
    });
    while (!counted || !watch.painted)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    const double waited = milliseconds(timer);
    qApp->removeEventFilter(&watch);
    const auto *table = view->findChild<QTableView *>(u"casesTable"_s);
    if (!table || (table->isVisible() && table->model()->rowCount() > 0) != rowsExpected)
        qFatal("the list did not show what it should");
    return waited;
}

double openList(const QString &file)
{
    QElapsedTimer timer;
    timer.start();
    CaseQuery page;
    page.limit = CaseListSource::kPage;
    auto store = openStore(file);
    if (!store || !(*store)->cases().find(page).ok() || !(*store)->cases().count(page).ok() || !(*store)->cases().countByStage().ok())
        qFatal("the list did not open");
    return milliseconds(timer);
}

/// Full against empty, turn by turn, after one turn to warm up.
template<typename Open> void alternate(const char *name, const char *unit, int rounds, Open open)
{
    QList<double> full, empty;
    for (int round = 0; round <= rounds; ++round) {
        const double without = open(false), with = open(true);
        if (round > 0) {
            empty.append(without);
            full.append(with);
        }
    }
    Bench::printLine(name, Bench::median(full), Bench::median(empty), unit);
}

double asked(Store &store, const CaseQuery &query)
{
    QList<double> times;
    QElapsedTimer timer;
    for (int round = 0; round < 15; ++round) {
        timer.start();
        if (!store.cases().find(query).ok() || !store.cases().count(query).ok())
            qFatal("no answer");
        times.append(milliseconds(timer));
    }
    return Bench::median(times);
}

/// The same question to both stores; not a promise, but figures to watch.
void questions(Store &full, Store &empty)
{
    const auto compare = [&](const char *name, const CaseQuery &query) {
        Bench::printLine(name, asked(full, query), asked(empty, query), "ms per page and count");
    };
    CaseQuery query;
    for (const auto &[name, sort] : {std::pair{"list-by-owner", CaseSort::Owner}, {"list-by-due", CaseSort::Due}, {"list-by-stage", CaseSort::Stage}}) {
        query.sort = sort;
        compare(name, query);
    }
    query = {};
    query.stages = {Stage::Quoted, Stage::Rejected, Stage::Returned};
    compare("list-three-stages", query);
    query = {};
    query.overdue = true;
    query.now = testNow();
    compare("list-overdue", query);
    for (const auto &[name, text] : {std::pair{"search-name", u"muller"_s}, {"search-common", u"strasse"_s}, {"search-account", u"AC-154321"_s},
                                     {"search-fragment", u"12345"_s}, {"search-prefix", u"+4930"_s}, {"search-short", u"lu"_s}}) {
        query = {};
        query.text = text;
        compare(name, query);
    }
}

} // namespace

int main(int argc, char **argv)
{
    GuiTestApplication world(argc, argv);
    QLoggingCategory::setFilterRules(u"default.warning=false"_s); // the offscreen platform complains about every window
    const QTemporaryDir dir;
    const QString kept = qEnvironmentVariable("PORTDESK_BENCH_STORE");
    const QString fullFile = kept.isEmpty() ? dir.filePath(u"full.sqlite"_s) : kept, emptyFile = dir.filePath(u"empty.sqlite"_s);
    if (!QFile::exists(fullFile))
        fill(fullFile);
    alternate("list-open", "ms until the list is painted", kWindowRounds, [&](bool full) { return openWindow(full ? fullFile : emptyFile, full); });
    alternate("list-query", "ms to open the store and ask for its list", kQueryRounds, [&](bool full) { return openList(full ? fullFile : emptyFile); });
    questions(*openStore(fullFile).value(), *openStore(emptyFile).value());
    return 0;
}

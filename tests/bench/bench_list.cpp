// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Opening the desk's list (open the store, counts by stage, first page of 200 rows) with 100,000 cases against an empty store.
// Both in the same run, turn by turn. Milliseconds, medians. Further lines: filling, and the other questions to the list.
#include "core/storage/store.h"
#include "tests/bench/benchjson.h"
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kCases = 100'000;
constexpr int kRounds = 60;

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

Case invented(int i)
{
    static const QStringList names{u"Müller & Söhne"_s, u"Śląska Poczta"_s, u"Café Crème"_s, u"O'Neil Ltd"_s, u"Быстрая Связь"_s};
    static const QStringList cities{u"Köln"_s, u"Łódź"_s, u"Orléans"_s, u"Cork"_s, u"Riga"_s};
    Case portCase = plainCase(names.at(i % 5) + u" %1"_s.arg(i), {}, allStages().at(i % 10));
    portCase.request.losingCarrier = {u"Carrier %1"_s.arg(i % 40), u"%1-%2"_s.arg(i % 997).arg(i), {}, {}};
    portCase.request.addresses = {
        {u"hq"_s, {{u"Hauptstraße %1"_s.arg(i % 200)}, {}, cities.at(i % 5), {}, u"%1"_s.arg(10000 + i % 80000), u"DE"_s}}};
    portCase.numbers.clear();
    for (int n = 0; n < 3; ++n)
        portCase.numbers.append({u"+4930%1"_s.arg(1'000'000 + 3 * i + n), NumberType::Geographic, u"hq"_s, {}, Outcome::Pending, {}});
    portCase.clocks.first().due = testNow().addSecs(i % 100'000 - 20'000);
    return portCase;
}

double fill(const QString &file)
{
    auto store = openStore(file);
    QElapsedTimer timer;
    timer.start();
    const auto done = (*store)->transact([&]() -> Result<void> {
        for (int i = 0; i < kCases; ++i) {
            auto added = (*store)->cases().insertCase(invented(i), {eventOf(u"created"_s, testNow())}, testNow().addSecs(i % 50'000));
            if (!added)
                return added.error();
        }
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
    return milliseconds(timer);
}

double openList(const QString &file)
{
    QElapsedTimer timer;
    timer.start();
    auto store = openStore(file);
    if (!store || !(*store)->cases().countByStage().ok() || !(*store)->cases().count({}).ok() || !(*store)->cases().find({}).ok())
        qFatal("the list did not open");
    return milliseconds(timer);
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

/// The same question to both stores; not a promise, but a figure to watch.
void compare(const char *name, Store &full, Store &empty, const CaseQuery &query)
{
    Bench::printLine(name, asked(full, query), asked(empty, query), "ms per page and count");
}

void questions(Store &full, Store &empty)
{
    for (const auto &[name, sort] :
         {std::pair{"list-by-owner", CaseSort::Owner}, {"list-by-due", CaseSort::Due}, {"list-by-stage", CaseSort::Stage}}) {
        CaseQuery query;
        query.sort = sort;
        compare(name, full, empty, query);
    }
    CaseQuery query;
    query.stages = {Stage::Quoted};
    compare("list-one-stage", full, empty, query);
    query.stages = {Stage::Quoted, Stage::Rejected, Stage::Returned};
    compare("list-three-stages", full, empty, query);
    query = {};
    query.overdue = true;
    query.now = testNow();
    compare("list-overdue", full, empty, query);
    for (const auto &[name, text] : {std::pair{"search-name", u"muller 77"_s},
                                     {"search-common", u"strasse"_s},
                                     {"search-fragment", u"12345"_s},
                                     {"search-prefix", u"+49301000"_s},
                                     {"search-short", u"mu"_s}}) {
        query = {};
        query.text = text;
        compare(name, full, empty, query);
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir dir;
    const QString fullFile = dir.filePath(u"full.sqlite"_s), emptyFile = dir.filePath(u"empty.sqlite"_s);
    openList(emptyFile);
    std::fprintf(stderr, "bench_list: filled with %.0f cases per second\n", kCases / fill(fullFile) * 1000);
    QList<double> full, empty;
    for (int round = 0; round < kRounds; ++round) {
        empty.append(openList(emptyFile));
        full.append(openList(fullFile));
    }
    Bench::printLine("list-open", Bench::median(full), Bench::median(empty), "ms to open the store and its list");
    questions(*openStore(fullFile).value(), *openStore(emptyFile).value());
    return 0;
}

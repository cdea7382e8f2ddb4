// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// One action (load, change, case row, clock, event, message; durable) against a bare SQLite transaction that writes the same rows
// into the same schema. Both in the same run, turn by turn, with WAL and synchronous=FULL. Milliseconds, medians.
#include "core/storage/store.h"
#include "tests/bench/benchjson.h"
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 1500;

template<typename T> T checked(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    return std::move(result).value();
}

void checked(const Result<void> &result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().message), qPrintable(result.error().detail));
}

void ourAction(Store &store, CaseId id, int round)
{
    const QDateTime at = testNow().addSecs(round);
    checked(store.transact([&]() -> Result<void> {
        Case portCase = checked(store.cases().load(id));
        portCase.stage = round % 2 ? Stage::UnderReview : Stage::WithCarrier;
        portCase.stageSince = at;
        portCase.clocks.last().due = at.addDays(1);
        auto updated = store.cases().updateCase(portCase, {eventOf(u"approve"_s, at)}, at);
        if (!updated)
            return updated.error();
        auto message = store.outbox().add(messageTo(*updated, at));
        return message ? Result<void>() : Result<void>(message.error());
    }));
}

/// The last row of a table, as our action has just written it.
struct Row
{
    QString table;
    QStringList columns;
    QVariantList values;
};

Row lastRow(QSqlDatabase database, const QString &table, const QString &order)
{
    QSqlQuery query(database);
    if (!query.exec(u"select * from %1 order by %2 desc limit 1"_s.arg(table, order)) || !query.next())
        qFatal("%s", qPrintable(query.lastError().text()));
    Row row{table, {}, {}};
    for (int i = 0; i < query.record().count(); ++i) {
        row.columns.append(query.record().fieldName(i));
        row.values.append(query.value(i));
    }
    return row;
}

/// The bare side: four prepared statements in one transaction.
class BareWriter
{
public:
    explicit BareWriter(const QString &file) : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bare"_s))
    {
        m_database.setDatabaseName(file);
        if (!m_database.open())
            qFatal("%s", qPrintable(m_database.lastError().text()));
        for (const QString &pragma : {u"pragma journal_mode = wal"_s, u"pragma synchronous = full"_s, u"pragma foreign_keys = on"_s})
            QSqlQuery(m_database).exec(pragma);
    }

    void write(const QList<Row> &rows)
    {
        run(statement(u"begin immediate"_s), {});
        for (const Row &row : rows) {
            QStringList marks(row.columns.size(), u"?"_s);
            const bool appended = row.table == u"event"_s || row.table == u"outbox"_s;
            if (appended)
                run(statement(u"insert into %1 (%2) values (%3)"_s.arg(row.table, row.columns.join(u','), marks.join(u','))), row.values);
            else if (row.table == u"case_clock"_s)
                run(statement(u"replace into %1 (%2) values (%3)"_s.arg(row.table, row.columns.join(u','), marks.join(u','))), row.values);
            else
                run(statement(u"update %1 set %2 = ? where id = %3"_s.arg(row.table, row.columns.mid(1).join(u" = ?, "_s),
                                                                          row.values.first().toString())),
                    row.values.mid(1));
        }
        run(statement(u"commit"_s), {});
    }

private:
    QSqlQuery &statement(const QString &sql)
    {
        auto found = m_statements.find(sql);
        if (found == m_statements.end()) {
            found = m_statements.insert(sql, std::make_shared<QSqlQuery>(m_database));
            if (!(*found)->prepare(sql))
                qFatal("%s", qPrintable((*found)->lastError().text()));
        }
        return **found;
    }

    void run(QSqlQuery &query, const QVariantList &values)
    {
        for (int i = 0; i < values.size(); ++i)
            query.bindValue(i, values.at(i));
        if (!query.exec())
            qFatal("%s", qPrintable(query.lastError().text()));
        query.finish();
    }

    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
};

CaseId prepare(Store &store)
{
    return checked(store.cases().insertCase(fullCase(), {eventOf(u"created"_s, testNow())}, testNow())).id;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir dir;
    const QString ourFile = dir.filePath(u"ours.sqlite"_s), bareFile = dir.filePath(u"bare.sqlite"_s);
    auto store = checked(openStore(ourFile));
    const CaseId id = prepare(*store);
    prepare(*checked(openStore(bareFile)));
    QSqlDatabase reader = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reader"_s);
    reader.setDatabaseName(ourFile);
    if (!reader.open())
        return 1;
    BareWriter bare(bareFile);
    QList<double> ours, reference;
    QElapsedTimer timer;
    for (int round = 0; round < kRounds; ++round) {
        timer.start();
        ourAction(*store, id, round);
        ours.append(double(timer.nsecsElapsed()) / 1e6);
        const QList<Row> rows{lastRow(reader, u"portcase"_s, u"id"_s), lastRow(reader, u"case_clock"_s, u"position"_s),
                              lastRow(reader, u"event"_s, u"id"_s), lastRow(reader, u"outbox"_s, u"id"_s)};
        timer.start();
        bare.write(rows);
        reference.append(double(timer.nsecsElapsed()) / 1e6);
    }
    Bench::printLine("commit", Bench::median(ours), Bench::median(reference), "ms per action");
    return 0;
}

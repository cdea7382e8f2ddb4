// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// One action of the desk (CaseService::apply: the agent quotes; load, guards, decision, case row, clocks, event, message, and the
// details it answers) against a bare SQLite transaction that writes the same rows into the same schema. Both in the same run, turn by
// turn, with WAL and synchronous=FULL. Milliseconds, medians.
#include "core/desk/caseservice.h"
#include "tests/bench/benchjson.h"
#include "tests/kit/casejourney.h"

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

constexpr int kRounds = 600; // each on a case of its own

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

ActionRequest quote()
{
    return {u"quote"_s, {{u"amount"_s, u"60.00"_s}, {u"currency"_s, u"EUR"_s}}, actorOf(Role::Agent)};
}

/// A row as our action has just written it.
struct Row
{
    QString table;
    QStringList columns;
    QVariantList values;
};

/// The rows of one action: the case, its clocks, the newest event and message.
QList<Row> writtenRows(const QSqlDatabase &database, CaseId id)
{
    QList<Row> rows;
    for (const auto &[table, where] : {std::pair{u"portcase"_s, u"id = %1"_s}, {u"case_clock"_s, u"case_id = %1"_s},
                                       {u"event"_s, u"case_id = %1 and what = 'quote'"_s}, {u"outbox"_s, u"case_id = %1"_s}}) {
        QSqlQuery query(database);
        if (!query.exec(u"select * from %1 where "_s.arg(table) + where.arg(id.value)))
            qFatal("%s", qPrintable(query.lastError().text()));
        const qsizetype before = rows.size();
        while (query.next()) {
            Row row{table, {}, {}};
            for (int i = 0; i < query.record().count(); ++i) {
                row.columns.append(query.record().fieldName(i));
                row.values.append(query.value(i));
            }
            rows.append(row);
        }
        if (rows.size() == before)
            qFatal("the action wrote nothing into %s", qPrintable(table));
    }
    return rows;
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
                run(statement(u"update %1 set %2 = ? where id = ?"_s.arg(row.table, row.columns.mid(1).join(u" = ?, "_s))),
                    row.values.mid(1) << row.values.first());
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

/// Submitted cases, and the same in a second store.
QList<CaseId> prepare(Store &store, const QString &copy)
{
    const CaseJourney journey;
    QList<CaseId> ids;
    checked(store.transact([&]() -> Result<void> {
        for (int i = 0; i < kRounds; ++i) {
            Case portCase = journey.portCase;
            portCase.reference.clear();
            ids.append(checked(store.cases().insertCase(portCase, journey.events, testNow())).id);
        }
        return {};
    }));
    checked(store.backup(copy));
    return ids;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir dir;
    const QString ourFile = dir.filePath(u"ours.sqlite"_s), bareFile = dir.filePath(u"bare.sqlite"_s);
    auto store = checked(openStore(ourFile));
    const QList<CaseId> ids = prepare(*store, bareFile);
    const FixedClock clock(testNow());
    CaseService service(*store, clock, testCountries(), testZone());
    QSqlDatabase reader = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"reader"_s);
    reader.setDatabaseName(ourFile);
    if (!reader.open())
        return 1;
    BareWriter bare(bareFile);
    QList<double> ours, reference;
    QElapsedTimer timer;
    for (const CaseId id : ids) {
        timer.start();
        checked(service.apply(id, 0, quote()));
        ours.append(double(timer.nsecsElapsed()) / 1e6);
        const QList<Row> rows = writtenRows(reader, id);
        timer.start();
        bare.write(rows);
        reference.append(double(timer.nsecsElapsed()) / 1e6);
    }
    Bench::printLine("commit", Bench::median(ours), Bench::median(reference), "ms per action");
    return 0;
}

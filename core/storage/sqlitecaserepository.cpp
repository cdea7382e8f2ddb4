// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlitecaserepository.h"

#include "core/storage/casedata.h"
#include "core/storage/caserow.h"

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// "PD-2041" -> 2041, so that PD-10000 sorts behind PD-9999.
qint64 referenceNumber(const QString &reference)
{
    qsizetype digits = reference.size();
    while (digits > 0 && reference.at(digits - 1) >= u'0' && reference.at(digits - 1) <= u'9')
        --digits;
    return reference.mid(digits).toLongLong();
}

QString insertSql()
{
    const QStringList &columns = caseColumns();
    QStringList marks(columns.size() + 2, u"?"_s);
    return u"insert into portcase (reference, reference_no, %1, revision, events, chain) values (%2, 1, 0, '')"_s.arg(columns.join(u", "),
                                                                                                                      marks.join(u", "));
}

QString updateSql()
{
    QStringList assignments;
    for (const QString &name : caseColumns())
        assignments.append(name + u" = ?"_s);
    return u"update portcase set %1, revision = revision + 1 where id = ? and revision = ?"_s.arg(assignments.join(u", "));
}

Error notThere()
{
    return {Error::Code::NotFound, u"This case is not in the store. Check the reference, or reload the list."_s};
}

} // namespace

SqliteCaseRepository::SqliteCaseRepository(Connection &connection)
    : m_connection(connection), m_children(connection), m_search(connection), m_events(connection), m_drafts(connection)
{
}

Result<QStringList> SqliteCaseRepository::reserveReferences(int n)
{
    Statement update(m_connection, u"update sequence set value = value + ? where name = 'reference' returning value"_s);
    if (auto done = update.run(n); !done)
        return done.error();
    if (!update.next())
        return Error{Error::Code::Storage,
                     u"The store has lost its count of references. Nothing was changed. Restore your latest backup."_s};
    const qint64 last = update.integer(0);
    QStringList references;
    for (qint64 number = last - n + 1; number <= last; ++number)
        references.append(u"PD-%1"_s.arg(number));
    return references;
}

Result<RequestId> SqliteCaseRepository::insertRequest(const Request &request, const QDateTime &at)
{
    Statement insert(m_connection, u"insert into request (reference, data, created_at) values (?, ?, ?)"_s);
    if (auto done = insert.run(request.reference, QString::fromUtf8(requestData(request)), at); !done)
        return done.error();
    return RequestId{insert.insertedId()};
}

Result<Request> SqliteCaseRepository::loadRequest(RequestId id)
{
    Statement select(m_connection, u"select data from request where id = ?"_s);
    if (auto done = select.run(id); !done)
        return done.error();
    if (select.next())
        return readRequestData(select.text(0).toUtf8());
    return Error{Error::Code::NotFound, u"This request is not in the store. Check the reference."_s};
}

Result<void> SqliteCaseRepository::updateRequest(RequestId id, const Request &request)
{
    Statement update(m_connection, u"update request set reference = ?, data = ? where id = ?"_s);
    if (auto done = update.run(request.reference, QString::fromUtf8(requestData(request)), id); !done)
        return done;
    if (update.changes() != 1)
        return Error{Error::Code::NotFound, u"This request is not in the store. Check the reference."_s};
    return {};
}

Result<QList<CaseId>> SqliteCaseRepository::casesOfRequest(RequestId id)
{
    Statement select(m_connection, u"select id from portcase where request_id = ? order by id"_s);
    if (auto done = select.run(id); !done)
        return done.error();
    QList<CaseId> cases;
    while (select.next())
        cases.append(CaseId{select.integer(0)});
    if (auto failure = select.failure())
        return *failure;
    return cases;
}

Result<QList<CaseId>> SqliteCaseRepository::casesOfRequest(const QString &reference)
{
    Statement select(m_connection, u"select c.id from request r join portcase c on c.request_id = r.id where r.reference = ? order by c.id"_s);
    if (auto done = select.run(reference); !done)
        return done.error();
    QList<CaseId> cases;
    while (select.next())
        cases.append(CaseId{select.integer(0)});
    if (auto failure = select.failure())
        return *failure;
    return cases;
}

Result<Case> SqliteCaseRepository::insertCase(const Case &portCase, const QList<CaseEvent> &events, const QDateTime &at)
{
    Case stored = portCase;
    if (auto done = inTransaction(m_connection, [&] { return writeNew(stored, events, at); }); !done)
        return done.error();
    return stored;
}

Result<void> SqliteCaseRepository::writeNew(Case &portCase, const QList<CaseEvent> &events, const QDateTime &at)
{
    if (portCase.reference.isEmpty()) {
        auto references = reserveReferences(1);
        if (!references)
            return references.error();
        portCase.reference = references->first();
    }
    static const QString sql = insertSql();
    Statement insert(m_connection, sql);
    QVariantList values = caseValues(portCase, at);
    values.prepend(referenceNumber(portCase.reference));
    values.prepend(portCase.reference);
    if (auto done = insert.runList(values); !done)
        return done;
    portCase.id = {insert.insertedId()};
    portCase.revision = 1;
    if (auto done = m_children.insert(portCase); !done)
        return done;
    if (auto done = HistoryTable(m_connection).noteOwner(portCase.request.owner.displayName()); !done)
        return done;
    Statement search(m_connection, u"insert into case_search (rowid, text) values (?, ?)"_s);
    if (auto done = search.run(portCase.id, searchText(portCase, portCase.reference)); !done)
        return done;
    return writeEvents(portCase, events);
}

Result<Case> SqliteCaseRepository::updateCase(const Case &portCase, const QList<CaseEvent> &events, const QDateTime &at)
{
    Case stored = portCase;
    if (auto done = inTransaction(m_connection, [&] { return writeChanged(stored, events, at); }); !done)
        return done.error();
    return stored;
}

Result<void> SqliteCaseRepository::writeChanged(Case &portCase, const QList<CaseEvent> &events, const QDateTime &at)
{
    if (auto done = writeRow(portCase, at); !done)
        return done;
    if (auto done = m_children.update(portCase); !done)
        return done;
    if (auto done = writeSearchText(portCase); !done)
        return done;
    return writeEvents(portCase, events);
}

Result<void> SqliteCaseRepository::writeRow(Case &portCase, const QDateTime &at)
{
    static const QString sql = updateSql();
    Statement update(m_connection, sql);
    QVariantList values = caseValues(portCase, at);
    values << portCase.id.value << portCase.revision;
    if (auto done = update.runList(values); !done)
        return done;
    if (update.changes() == 1) {
        ++portCase.revision;
        return {};
    }
    Statement select(m_connection, u"select revision from portcase where id = ?"_s);
    if (auto done = select.run(portCase.id); !done)
        return done;
    if (!select.next())
        return notThere();
    return Error{Error::Code::Conflict,
                 u"Case %1 was changed by somebody else in the meantime. Nothing was saved. Reload the case and do it again."_s.arg(
                     portCase.reference),
                 u"revision %1, stored %2"_s.arg(portCase.revision).arg(select.integer(0))};
}

Result<void> SqliteCaseRepository::writeEvents(const Case &portCase, const QList<CaseEvent> &events)
{
    if (events.isEmpty())
        return {};
    Statement select(m_connection, u"select chain, events from portcase where id = ?"_s);
    if (auto done = select.run(portCase.id); !done)
        return done;
    if (!select.next())
        return notThere();
    auto end = m_events.append(portCase.id, {select.text(0), int(select.integer(1))}, events);
    if (!end)
        return end.error();
    Statement update(m_connection, u"update portcase set chain = ?, events = ? where id = ?"_s);
    return update.run(end->head, end->events, portCase.id);
}

Result<void> SqliteCaseRepository::writeSearchText(const Case &portCase)
{
    const QString text = searchText(portCase, portCase.reference);
    Statement select(m_connection, u"select text from case_search where rowid = ?"_s);
    if (auto done = select.run(portCase.id); !done)
        return done;
    if (select.next() && select.text(0) == text) // most actions change no name or address
        return {};
    Statement update(m_connection, u"update case_search set text = ? where rowid = ?"_s);
    if (auto done = update.run(text, portCase.id); !done)
        return done;
    return HistoryTable(m_connection).noteOwner(portCase.request.owner.displayName()); // the text has the owner in it
}

Result<Case> SqliteCaseRepository::loaded(Statement &select)
{
    if (auto failure = select.failure())
        return *failure;
    if (!select.next())
        return notThere();
    auto portCase = caseOf(select);
    if (!portCase)
        return portCase;
    if (auto done = m_children.read(portCase.value()); !done)
        return done.error();
    return portCase;
}

Result<Case> SqliteCaseRepository::load(CaseId id)
{
    Statement select(m_connection, u"select id, revision, %1 from portcase where id = ?"_s.arg(caseBaseColumns()));
    if (auto done = select.run(id); !done)
        return done.error();
    return loaded(select);
}

Result<Case> SqliteCaseRepository::loadByReference(const QString &reference)
{
    Statement select(m_connection, u"select id, revision, %1 from portcase where reference = ?"_s.arg(caseBaseColumns()));
    if (auto done = select.run(reference); !done)
        return done.error();
    auto portCase = loaded(select);
    if (!portCase && portCase.error().code == Error::Code::NotFound)
        return Error{Error::Code::NotFound, u"There is no case %1 in this store. Check the reference."_s.arg(reference)};
    return portCase;
}

Result<QList<DueClock>> SqliteCaseRepository::dueClocks(const QDateTime &now, int limit)
{
    Statement select(m_connection,
                     u"select k.case_id, c.reference, k.position, k.due from case_clock k join portcase c on c.id = k.case_id "
                     "where k.waiting = 1 and k.due <= ? order by k.due, k.case_id, k.position limit ?"_s);
    if (auto done = select.run(now, limit); !done)
        return done.error();
    QList<DueClock> clocks;
    while (select.next())
        clocks.append({{select.integer(0)}, select.text(1), int(select.integer(2)), select.instant(3)});
    if (auto failure = select.failure())
        return *failure;
    return clocks;
}

Result<QHash<QString, QString>> SqliteCaseRepository::openCasesOf(const QStringList &e164)
{
    Statement select(m_connection, u"select c.reference from case_number n join portcase c on c.id = n.case_id "
                                   "where n.e164 = ? and c.stage not in ('completed', 'cancelled') order by c.id limit 1"_s);
    QHash<QString, QString> references;
    for (const QString &number : e164) {
        if (auto done = select.run(number); !done)
            return done.error();
        if (select.next())
            references.insert(number, select.text(0));
        if (auto failure = select.failure())
            return *failure;
    }
    return references;
}

} // namespace PortDesk

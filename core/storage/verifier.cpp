// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/verifier.h"

#include "core/storage/casedata.h"
#include "core/storage/eventlog.h"
#include "core/storage/statement.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace PortDesk {

Result<VerifyReport> Verifier::run()
{
    for (const auto check : {&Verifier::checkFile, &Verifier::checkCases, &Verifier::checkDocuments, &Verifier::checkOverrides, &Verifier::checkMarks, &Verifier::checkTray,
                             &Verifier::checkCounters}) {
        if (auto done = (this->*check)(); !done)
            return done.error();
    }
    const std::pair<QString, qint64 *> tables[] = {{u"portcase"_s, &m_report.cases},
                                                   {u"case_number"_s, &m_report.numbers},
                                                   {u"event"_s, &m_report.events},
                                                   {u"document_content"_s, &m_report.documents},
                                                   {u"outbox"_s, &m_report.messages}};
    for (const auto &[table, rows] : tables) {
        if (auto done = count(table, *rows); !done)
            return done.error();
    }
    return m_report;
}

Result<void> Verifier::checkFile()
{
    if (auto done = report(u"select integrity_check from pragma_integrity_check where integrity_check <> 'ok'"_s,
                           u"The file is damaged inside: %1. Restore your latest backup."_s);
        !done)
        return done;
    return report(u"select \"table\", rowid, parent from pragma_foreign_key_check"_s,
                  u"Row %2 of %1 belongs to a row of %3 that is missing."_s);
}

Result<void> Verifier::checkCases()
{
    Statement select(m_connection, u"select id, reference, numbers, documents, events, chain, data from portcase order by id"_s);
    if (auto done = select.run(); !done)
        return done;
    while (select.next()) {
        const QVariantList promised{select.value(2), select.value(3), select.value(4), select.value(5), select.value(6)};
        if (auto done = checkCase(select.integer(0), select.text(1), promised); !done)
            return done;
    }
    if (auto failure = select.failure())
        return *failure;
    return {};
}

Result<void> Verifier::checkCase(qint64 id, const QString &reference, const QVariantList &promised)
{
    Statement select(m_connection, u"select (select count(*) from case_number where case_id = ?), "
                                   "(select count(*) from case_document where case_id = ?), "
                                   "(select count(*) from case_search where rowid = ?)"_s);
    if (auto done = select.run(id, id, id); !done || !select.next())
        return done;
    if (select.integer(0) != promised.at(0).toLongLong())
        m_report.problems +=
            u"Case %1 has %2 numbers in the store but should have %3."_s.arg(reference, select.text(0), promised.at(0).toString());
    if (select.integer(1) != promised.at(1).toLongLong())
        m_report.problems +=
            u"Case %1 has %2 documents in the store but should have %3."_s.arg(reference, select.text(1), promised.at(1).toString());
    if (select.integer(2) != 1)
        m_report.problems += u"Case %1 cannot be found by the search."_s.arg(reference);
    Case unused;
    if (auto read = readCaseData(promised.at(4).toString().toUtf8(), unused); !read)
        m_report.problems += u"The data of case %1 cannot be read: %2."_s.arg(reference, read.error().detail);
    return checkEvents(id, reference, promised);
}

Result<void> Verifier::checkEvents(qint64 id, const QString &reference, const QVariantList &promised)
{
    int broken = 0;
    auto chain = EventLog(m_connection).recomputed({id}, broken);
    if (!chain)
        return chain.error();
    if (broken > 0)
        m_report.problems +=
            u"The timeline of case %1 was changed: %2 of its events do not carry their own hash."_s.arg(reference).arg(broken);
    if (chain->events != promised.at(2).toInt())
        m_report.problems +=
            u"Case %1 has %2 events in the store but should have %3."_s.arg(reference).arg(chain->events).arg(promised.at(2).toInt());
    else if (chain->head != promised.at(3).toString())
        m_report.problems += u"The last event of case %1 is not the one the case was saved with."_s.arg(reference);
    return {};
}

Result<void> Verifier::checkDocuments()
{
    Statement select(m_connection, u"select sha256, size, bytes from document_content order by id"_s);
    if (auto done = select.run(); !done)
        return done;
    while (select.next()) {
        const QByteArray bytes = select.bytes(2);
        const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        if (hash != select.text(0) || bytes.size() != select.integer(1))
            m_report.problems += u"The document %1 is damaged: its bytes do not match its hash."_s.arg(select.text(0));
    }
    if (auto failure = select.failure())
        return *failure;
    return report(u"select c.reference, d.file_name from case_document d join portcase c on c.id = d.case_id where d.sha256 <> '' "
                  "and not exists (select 1 from document_content t where t.sha256 = d.sha256) order by d.id"_s,
                  u"The document %2 of case %1 is missing from the store."_s);
}

Result<void> Verifier::checkOverrides()
{
    return report(u"select country, path, revision, (select count(*) from rule_override_event e where e.override_id = o.id) as events from rule_override o "
                  "where revision <> (select count(*) from rule_override_event e where e.override_id = o.id)"_s,
                  u"The override of %2 in %1 was changed %3 times, but its history tells of %4."_s);
}

Result<void> Verifier::checkMarks()
{
    return report(u"select id, revision, (select count(*) from mark_event e where e.mark_id = m.id) as events from mark m "
                  "where revision <> (select count(*) from mark_event e where e.mark_id = m.id)"_s,
                  u"The mark %1 was changed %2 times, but its history tells of %3."_s);
}

Result<void> Verifier::checkTray()
{
    Statement select(m_connection, u"select file_name, sha256, size, bytes from tray_part union all select file_name, sha256, length(bytes), bytes from letter_batch"_s);
    if (auto done = select.run(); !done)
        return done;
    while (select.next()) {
        const QByteArray bytes = select.bytes(3);
        const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        if (hash != select.text(1) || bytes.size() != select.integer(2))
            m_report.problems += u"The scan %1 in the tray is damaged: its bytes do not match its hash."_s.arg(select.text(0));
    }
    if (auto failure = select.failure())
        return *failure;
    return report(u"select file_name from tray_part p where not exists (select 1 from tray_event e where e.part_id = p.id)"_s,
                  u"Nothing tells how %1 came into the tray."_s);
}

Result<void> Verifier::checkCounters()
{
    if (auto done = report(u"select s.stage, s.cases, (select count(*) from portcase c where c.stage = s.stage) as rows from stage_count s "
                           "where s.cases <> (select count(*) from portcase c where c.stage = s.stage)"_s,
                           u"The store counts %2 cases in stage %1 but has %3."_s);
        !done)
        return done;
    return report(
        u"select value, (select max(reference_no) from portcase where reference like 'PD-%') from sequence where name = 'reference' "
        "and value < (select max(reference_no) from portcase where reference like 'PD-%')"_s,
        u"References are counted up to %1, but case PD-%2 exists: the next reference would be given twice."_s);
}

Result<void> Verifier::report(const QString &sql, const QString &sentence)
{
    Statement select(m_connection, sql);
    if (auto done = select.run(); !done)
        return done;
    while (select.next()) {
        QString problem = sentence;
        for (int i = 1; problem.contains(u"%%1"_s.arg(i)); ++i)
            problem.replace(u"%%1"_s.arg(i), select.text(i - 1));
        m_report.problems += problem;
    }
    if (auto failure = select.failure())
        return *failure;
    return {};
}

Result<void> Verifier::count(const QString &table, qint64 &rows)
{
    auto value = m_connection.value(u"select count(*) from "_s + table);
    if (!value)
        return value.error();
    rows = value->toLongLong();
    return {};
}

} // namespace PortDesk

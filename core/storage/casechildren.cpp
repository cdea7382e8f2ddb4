// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/casechildren.h"

#include "core/storage/caserow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

Result<void> CaseChildren::read(Case &portCase)
{
    auto numberRows = numbers(portCase.id);
    auto documentRows = documents(portCase.id);
    auto clockRows = clocks(portCase.id);
    if (!numberRows)
        return numberRows.error();
    if (!documentRows)
        return documentRows.error();
    if (!clockRows)
        return clockRows.error();
    portCase.numbers = std::move(numberRows).value();
    portCase.documents = std::move(documentRows).value();
    for (const auto &[clock, waiting] : *clockRows)
        portCase.clocks.append(clock);
    return {};
}

Result<void> CaseChildren::insert(Case &portCase)
{
    if (auto done = writeNumbers(portCase.id, portCase.numbers, {}); !done)
        return done;
    if (auto done = writeDocuments(portCase, {}); !done)
        return done;
    return writeClocks(portCase, {});
}

Result<void> CaseChildren::update(Case &portCase)
{
    auto numbersBefore = numbers(portCase.id);
    if (!numbersBefore)
        return numbersBefore.error();
    if (auto done = writeNumbers(portCase.id, portCase.numbers, *numbersBefore); !done)
        return done;
    auto documentsBefore = documents(portCase.id);
    if (!documentsBefore)
        return documentsBefore.error();
    if (auto done = writeDocuments(portCase, *documentsBefore); !done)
        return done;
    auto clocksBefore = clocks(portCase.id);
    if (!clocksBefore)
        return clocksBefore.error();
    return writeClocks(portCase, *clocksBefore);
}

Result<QList<CaseNumber>> CaseChildren::numbers(CaseId id)
{
    Statement select(m_connection,
                     u"select e164, type, address_id, pin, outcome, note from case_number where case_id = ? order by position"_s);
    if (auto done = select.run(id); !done)
        return done.error();
    QList<CaseNumber> rows;
    while (select.next()) {
        rows.append({select.text(0), numberTypeFromKey(select.text(1)), select.text(2), select.text(3),
                     outcomeFromKey(select.text(4)).value_or(Outcome::Pending), select.text(5)});
    }
    if (auto failure = select.failure())
        return *failure;
    return rows;
}

Result<void> CaseChildren::writeNumbers(CaseId id, const QList<CaseNumber> &now, const QList<CaseNumber> &before)
{
    if (now == before)
        return {};
    Statement write(m_connection,
                    u"insert into case_number (case_id, position, e164, reversed, type, address_id, pin, outcome, note) "
                    "values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (case_id, position) do update set e164 = excluded.e164, "
                    "reversed = excluded.reversed, type = excluded.type, address_id = excluded.address_id, pin = excluded.pin, "
                    "outcome = excluded.outcome, note = excluded.note"_s);
    for (int i = 0; i < now.size(); ++i) {
        const CaseNumber &number = now.at(i);
        if (i < before.size() && before.at(i) == number)
            continue;
        if (auto done = write.run(id, i, number.e164, reversedText(number.e164), numberTypeKey(number.type), number.addressId, number.pin,
                                  outcomeKey(number.outcome), number.note);
            !done)
            return done;
    }
    if (now.size() >= before.size())
        return {};
    Statement remove(m_connection, u"delete from case_number where case_id = ? and position >= ?"_s);
    return remove.run(id, int(now.size()));
}

Result<QList<CaseDocument>> CaseChildren::documents(CaseId id)
{
    Statement select(m_connection, u"select id, kind, file_name, sha256, size, pages, mime_type, issued, signed_on, unavailable, waived "
                                   "from case_document where case_id = ? order by position"_s);
    if (auto done = select.run(id); !done)
        return done.error();
    QList<CaseDocument> rows;
    while (select.next()) {
        rows.append({{select.integer(0)},
                     select.text(1),
                     select.text(2),
                     select.text(3),
                     select.integer(4),
                     int(select.integer(5)),
                     select.text(6),
                     select.day(7),
                     select.day(8),
                     select.text(9),
                     select.text(10)});
    }
    if (auto failure = select.failure())
        return *failure;
    return rows;
}

Result<void> CaseChildren::insertDocument(CaseId id, int position, CaseDocument &document)
{
    Statement insert(m_connection,
                     u"insert into case_document (case_id, position, kind, file_name, sha256, size, pages, mime_type, issued, signed_on, "
                     "unavailable, waived) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (auto done = insert.run(id, position, document.kind, document.fileName, document.sha256, document.size, document.pages,
                               document.mimeType, document.issued, document.signedOn, document.unavailable, document.waived);
        !done)
        return done;
    document.id = {insert.insertedId()};
    return {};
}

Result<void> CaseChildren::writeDocuments(Case &portCase, const QList<CaseDocument> &before)
{
    if (portCase.documents == before)
        return {};
    if (auto done = removeDocuments(portCase.documents, before); !done)
        return done;
    for (int i = 0; i < portCase.documents.size(); ++i) {
        CaseDocument &document = portCase.documents[i];
        if (i < before.size() && before.at(i) == document)
            continue;
        if (before.isEmpty() || !document.id.isValid()) { // the rows of a new case are new, whatever ids it was built from
            if (auto done = insertDocument(portCase.id, i, document); !done)
                return done;
            continue;
        }
        Statement update(m_connection,
                         u"update case_document set position = ?, kind = ?, file_name = ?, sha256 = ?, size = ?, pages = ?, "
                         "mime_type = ?, issued = ?, signed_on = ?, unavailable = ?, waived = ? where id = ? and case_id = ?"_s);
        if (auto done = update.run(i, document.kind, document.fileName, document.sha256, document.size, document.pages, document.mimeType,
                                   document.issued, document.signedOn, document.unavailable, document.waived, document.id, portCase.id);
            !done)
            return done;
        if (update.changes() != 1)
            return Error{Error::Code::NotFound, u"A document of the case is no longer there. Nothing was changed. Reload the case."_s};
    }
    return {};
}

Result<void> CaseChildren::removeDocuments(const QList<CaseDocument> &now, const QList<CaseDocument> &before)
{
    for (const CaseDocument &document : before) {
        if (std::any_of(now.begin(), now.end(), [&](const CaseDocument &kept) { return kept.id == document.id; }))
            continue;
        Statement remove(m_connection, u"delete from case_document where id = ?"_s);
        if (auto done = remove.run(document.id); !done)
            return done;
    }
    return {};
}

Result<QList<std::pair<CaseClock, bool>>> CaseChildren::clocks(CaseId id)
{
    Statement select(
        m_connection,
        u"select name, due, calendar, explanation, action, fired, waiting from case_clock where case_id = ? order by position"_s);
    if (auto done = select.run(id); !done)
        return done.error();
    QList<std::pair<CaseClock, bool>> rows;
    while (select.next()) {
        rows.append(
            {CaseClock{select.text(0), select.instant(1), select.text(2), select.text(3), select.text(4), select.flag(5)}, select.flag(6)});
    }
    if (auto failure = select.failure())
        return *failure;
    return rows;
}

Result<void> CaseChildren::writeClocks(const Case &portCase, const QList<std::pair<CaseClock, bool>> &before)
{
    Statement write(m_connection,
                    u"insert into case_clock (case_id, position, name, due, calendar, explanation, action, fired, waiting) "
                    "values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (case_id, position) do update set name = excluded.name, "
                    "due = excluded.due, calendar = excluded.calendar, explanation = excluded.explanation, action = excluded.action, "
                    "fired = excluded.fired, waiting = excluded.waiting"_s);
    for (int i = 0; i < portCase.clocks.size(); ++i) {
        const CaseClock &clock = portCase.clocks.at(i);
        const bool waiting = isOpen(portCase.stage) && !clock.fired;
        if (i < before.size() && before.at(i) == std::pair(clock, waiting))
            continue;
        if (auto done =
                write.run(portCase.id, i, clock.name, clock.due, clock.calendar, clock.explanation, clock.action, clock.fired, waiting);
            !done)
            return done;
    }
    if (portCase.clocks.size() >= before.size())
        return {};
    Statement remove(m_connection, u"delete from case_clock where case_id = ? and position >= ?"_s);
    return remove.run(portCase.id, int(portCase.clocks.size()));
}

} // namespace PortDesk

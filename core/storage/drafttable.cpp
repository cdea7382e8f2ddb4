// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/drafttable.h"

#include "core/storage/casedata.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

Error gone()
{
    return {Error::Code::NotFound,
            u"This draft is no longer there. It was submitted or deleted. Choose another one or start a new request."_s};
}

// A draft is stored as its request; what was put aside stands in it as a member of its own, which no request has.
const QString kAside = u"aside"_s;

QString draftData(const Draft &draft)
{
    if (draft.aside.isEmpty())
        return QString::fromUtf8(requestData(draft.request));
    QJsonObject object = requestToJson(draft.request);
    object.insert(kAside, draft.aside);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<Draft> draftOf(const Statement &row)
{
    const QByteArray stored = row.text(1).toUtf8();
    QJsonObject object = QJsonDocument::fromJson(stored).object(); // one that cannot be read is refused below
    const QJsonObject aside = object.take(kAside).toObject();
    auto request = readRequestData(aside.isEmpty() ? stored : QJsonDocument(object).toJson(QJsonDocument::Compact));
    if (!request)
        return request.error();
    return Draft{{row.integer(0)}, std::move(request).value(), row.text(2), row.instant(3), aside};
}

} // namespace

Result<DraftId> DraftTable::save(const Draft &draft)
{
    const QString request = draftData(draft);
    if (!draft.id.isValid()) {
        Statement insert(m_connection, u"insert into draft (request, page, saved_at) values (?, ?, ?)"_s);
        if (auto done = insert.run(request, draft.page, draft.savedAt.toMSecsSinceEpoch()); !done)
            return done.error();
        return DraftId{insert.insertedId()};
    }
    Statement update(m_connection, u"update draft set request = ?, page = ?, saved_at = ? where id = ?"_s);
    if (auto done = update.run(request, draft.page, draft.savedAt.toMSecsSinceEpoch(), draft.id); !done)
        return done.error();
    if (update.changes() == 0)
        return gone();
    return draft.id;
}

Result<Draft> DraftTable::load(DraftId id)
{
    Statement select(m_connection, u"select id, request, page, saved_at from draft where id = ?"_s);
    if (auto done = select.run(id); !done)
        return done.error();
    return select.next() ? draftOf(select) : gone();
}

Result<QList<Draft>> DraftTable::all()
{
    Statement select(m_connection, u"select id, request, page, saved_at from draft order by saved_at desc, id desc"_s);
    if (auto done = select.run(); !done)
        return done.error();
    QList<Draft> drafts;
    while (select.next()) {
        auto draft = draftOf(select);
        if (!draft)
            return draft.error();
        drafts.append(std::move(draft).value());
    }
    if (auto failure = select.failure())
        return *failure;
    return drafts;
}

Result<void> DraftTable::remove(DraftId id)
{
    Statement remove(m_connection, u"delete from draft where id = ?"_s);
    if (auto done = remove.run(id); !done)
        return done;
    return remove.changes() == 1 ? Result<void>() : gone();
}

} // namespace PortDesk

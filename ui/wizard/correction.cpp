// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/correction.h"

#include "core/cases/caseplaces.h"
#include "core/cases/rejection.h"
#include "core/cases/standing.h"
#include "core/desk/desksession.h"
#include "ui/models/requestfields.h"
#include "ui/models/reviewwords.h"
#include "ui/wizard/requestdraft.h"

#include <QJsonArray>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

const QString kTopic = u"correction"_s;

QStringList texts(const QJsonValue &list)
{
    QStringList all;
    for (const QJsonValue entry : list.toArray())
        all << entry.toString();
    return all;
}

/// What the customer changed since `base`, on top of what the case says now. New files stay, and so does the absence of those they replaced.
Request rebased(const Request &fresh, const Request &base, const Request &own)
{
    Request merged = withPlacesOf(fresh, own, changedPlaces(base, own));
    const auto contains = [](const Request &request, const RequestDocument &document) {
        return std::any_of(request.documents.cbegin(), request.documents.cend(), [&](const RequestDocument &other) { return other.kind == document.kind && other.sha256 == document.sha256; });
    };
    merged.documents.removeIf([&](const RequestDocument &document) { return contains(base, document) && !contains(own, document); });
    for (const RequestDocument &document : own.documents) {
        if (!contains(base, document) && !contains(merged, document))
            merged.documents << document;
    }
    merged.confirmations = own.confirmations;
    return merged;
}

/// Why documents of a kind were refused, and the newest of them.
void describeDocument(const Case &portCase, ToDoEntry &entry)
{
    QString words;
    for (const CaseDocument &document : portCase.documents) {
        const Review *review = document.kind == entry.item.document ? reviewOf(portCase, document) : nullptr;
        if (!review || review->accepted)
            continue;
        words = reviewWords(*review); // of several the last one counts
        entry.sha256 = document.sha256;
        entry.fileName = document.fileName;
    }
    if (!words.isEmpty())
        entry.words = words;
}

} // namespace

Correction::Correction(DeskSession &session, RequestDraft &draft, QObject *parent) : QObject(parent), m_session(session), m_draft(draft)
{
    connect(&draft, &RequestDraft::changed, this, [this] {
        if (isActive())
            Q_EMIT changed();
    });
}

void Correction::begin(const CaseDetails &details)
{
    end();
    m_case = details.portCase;
    m_base = standingRequest(m_case, {m_session.countries(), m_session.clock().now(), m_session.zone(), m_session.ownDays()});
    m_draft.reset(m_base);
    keep();
}

QString Correction::resume(const CaseDetails &details, const Draft &draft)
{
    end();
    const QJsonObject kept = draft.aside.value(kTopic).toObject();
    const auto base = requestFromJson(kept.value(u"base"_s).toObject());
    m_asIs = texts(kept.value(u"asIs"_s));
    m_text = kept.value(u"text"_s).toString();
    m_unlocked = texts(kept.value(u"unlocked"_s));
    m_base = base ? *base : draft.request;
    m_draft.reset(draft.request, draft.aside);
    m_case = details.portCase;
    if (kept.value(u"revision"_s).toInt() == m_case.revision) {
        keep();
        return {};
    }
    return rebase(details);
}

QString Correction::rebase(const CaseDetails &details)
{
    m_case = details.portCase;
    if (!isWaiting()) {
        keep();
        return tr("%1 is “%2” now and waits for no changes any more. Nothing can be sent back; what you entered stays here until you discard it.").arg(m_case.reference, m_case.stageLabel());
    }
    const Request fresh = standingRequest(m_case, {m_session.countries(), m_session.clock().now(), m_session.zone(), m_session.ownDays()});
    const Request merged = rebased(fresh, m_base, m_draft.request());
    m_base = fresh;
    m_draft.reset(merged, m_draft.aside());
    keep();
    return tr("%1 was changed by somebody else in the meantime. What you entered stays; everything else is shown as it is now. Look it over and send it back again.").arg(m_case.reference);
}

void Correction::end()
{
    m_case = {};
    m_base = {};
    m_asIs.clear();
    m_text.clear();
    m_unlocked.clear();
}

QList<ToDoEntry> Correction::entries() const
{
    QList<ToDoEntry> all;
    for (const ToDoItem &item : toDoItems(m_case))
        all << entryOf(item);
    return all;
}

ToDoEntry Correction::entryOf(const ToDoItem &item) const
{
    const RejectionReason *known = rejectionReason(item.code);
    ToDoEntry entry{item, known ? known->title : item.code, known ? known->fix : QString(), {}};
    if (!item.document.isEmpty()) {
        entry.title = tr("Hand in again: %1").arg(documentKindText(item.document));
        entry.place = documentPlace(item.document);
        describeDocument(m_case, entry);
    } else if (!item.fields.isEmpty()) {
        entry.place = item.fields.first();
        entry.place.replace(u"/*"_s, entry.place.startsWith(u"/documents") ? QString() : u"/0"_s);
        const QString label = item.fields.size() == 1 ? requestFieldLabel(m_case, item.fields.first(), m_session.countries()) : QString();
        if (!label.isEmpty()) {
            entry.words = tr("%1. %2", "reason and what to do").arg(entry.title, entry.words);
            entry.title = label;
        }
    }
    entry.asIs = m_asIs.contains(item.code);
    const bool inWords = entry.place.isEmpty() && !m_text.isEmpty();
    entry.done = (entry.asIs && !m_text.isEmpty()) || inWords || isDone(item, m_base, m_draft.request());
    return entry;
}

/// The row of the document to replace, or the list of documents when there is none.
QString Correction::documentPlace(const QString &kind) const
{
    if (kind == u"loa")
        return u"/documents/loa"_s;
    const auto &documents = m_draft.request().documents;
    for (qsizetype i = 0; i < documents.size(); ++i) {
        if (documents.at(i).kind == kind)
            return u"/documents/%1"_s.arg(i);
    }
    return u"/documents"_s;
}

QHash<QString, QString> Correction::refusals() const
{
    QHash<QString, QString> words;
    for (const CaseDocument &document : m_case.documents) {
        const Review *review = document.sha256.isEmpty() ? nullptr : reviewOf(m_case, document);
        if (review && !review->accepted)
            words.insert(document.sha256, verdictWords(*review));
    }
    return words;
}

int Correction::openCount() const
{
    const QList<ToDoEntry> all = entries();
    return int(std::count_if(all.cbegin(), all.cend(), [](const ToDoEntry &entry) { return !entry.done; }));
}

bool Correction::hasChanges() const
{
    return m_draft.request() != m_base || !m_text.isEmpty() || !m_asIs.isEmpty();
}

void Correction::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    keep();
}

void Correction::setAsIs(const QString &code, bool asIs)
{
    if (m_asIs.contains(code) == asIs)
        return;
    m_asIs.removeAll(code);
    if (asIs)
        m_asIs << code;
    keep();
}

void Correction::unlock(const QString &page)
{
    if (m_unlocked.contains(page))
        return;
    m_unlocked << page;
    keep();
}

/// Into the draft, which tells of the change and is saved.
void Correction::keep()
{
    m_draft.setAside(kTopic, {{u"case"_s, m_case.id.value},
                              {u"reference"_s, m_case.reference},
                              {u"revision"_s, m_case.revision},
                              {u"base"_s, requestToJson(m_base)},
                              {u"asIs"_s, QJsonArray::fromStringList(m_asIs)},
                              {u"text"_s, m_text},
                              {u"unlocked"_s, QJsonArray::fromStringList(m_unlocked)}});
}

ReturnAnswer Correction::answer(DraftId draft) const
{
    return {m_case.id, m_case.revision, m_draft.request(), m_asIs, m_text, draft};
}

CaseId correctedCase(const Draft &draft)
{
    return CaseId{draft.aside.value(kTopic).toObject().value(u"case"_s).toInteger()};
}

QString correctedReference(const Draft &draft)
{
    return draft.aside.value(kTopic).toObject().value(u"reference"_s).toString();
}

} // namespace PortDesk

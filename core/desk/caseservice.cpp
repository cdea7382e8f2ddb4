// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/caseservice.h"

#include "core/cases/actions.h"
#include "core/desk/storequestions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

const QString kOwnDaysSetting = u"calendar.ownDays"_s;

Error conflict(const Case &stored)
{
    return {Error::Code::Conflict,
            QCoreApplication::translate("CaseService", "Somebody else changed %1 in the meantime. Reload the case and apply your change again.").arg(stored.reference),
            u"revision %1"_s.arg(stored.revision)};
}

Error stoppedBy(const QList<Problem> &errors)
{
    QStringList codes;
    for (const Problem &problem : errors)
        codes << problem.code + u' ' + problem.field;
    return {Error::Code::Invalid,
            QCoreApplication::translate("CaseService", "The request cannot be submitted yet. %1").arg(problemText(errors.first())), codes.join(u'\n')};
}

} // namespace

CaseService::CaseService(Store &store, const Clock &clock, const CountryPack &countries, const QTimeZone &zone)
    : m_store(store), m_clock(clock), m_countries(&countries), m_zone(zone)
{
}

ActionContext CaseService::context() const
{
    return {*m_countries, m_clock.now(), m_zone, ownDays()};
}

ActionContext CaseService::contextOf(const Case &portCase) const
{
    ActionContext context = this->context();
    for (const CaseDocument &document : portCase.documents) {
        const auto known = document.kind == "loa"_L1 && !document.sha256.isEmpty() ? m_store.pageReadings().findSignatures(document.sha256)
                                                                                   : Result<std::optional<SignatureFindings>>(std::nullopt);
        if (known && known->has_value() && (*known)->isElectronic())
            context.signedElectronically.append(document.sha256);
    }
    return context;
}

Result<QList<DocumentBytes>> CaseService::lettersToLookAt(CaseId id) const
{
    auto stored = m_store.cases().load(id);
    if (!stored)
        return stored.error();
    QList<DocumentBytes> letters;
    const CountryRecord *record = m_countries->record(stored->country, stored->type);
    if (!record || record->signature != SignatureKind::Wet)
        return letters;
    for (const CaseDocument &document : stored->documents) {
        if (document.kind != "loa"_L1 || document.sha256.isEmpty())
            continue;
        const auto known = m_store.pageReadings().findSignatures(document.sha256);
        const auto bytes = known && known->has_value() ? Result<QByteArray>(QByteArray()) : m_store.documents().content(document.sha256);
        if (bytes && !bytes->isEmpty())
            letters.append({*bytes, document.sha256, document.fileName});
    }
    return letters;
}

OwnDays CaseService::ownDays() const
{
    // Another desk may have changed them: the text is read every time, and only a new one is parsed.
    auto kept = m_store.setting(kOwnDaysSetting);
    const QString text = kept ? *kept : QString();
    if (text != m_ownDaysText) {
        auto days = OwnDays::fromJson(text.toUtf8());
        m_ownDays = days ? *days : OwnDays();
        m_ownDaysText = text;
    }
    return m_ownDays;
}

Result<OwnDays> CaseService::changeOwnDays(const std::function<void(OwnDays &)> &change)
{
    std::optional<OwnDays> changed;
    auto done = m_store.transact([&]() -> Result<void> {
        // Read inside the transaction: what another desk kept a moment ago is in it. A list that cannot be read is not written over.
        auto kept = m_store.setting(kOwnDaysSetting);
        if (!kept && kept.error().code != Error::Code::NotFound)
            return kept.error();
        auto days = OwnDays::fromJson(kept ? kept->toUtf8() : QByteArray());
        if (!days)
            return days.error();
        change(*days);
        changed = *days;
        return m_store.setSetting(kOwnDaysSetting, QString::fromUtf8(days->toJson()));
    });
    if (!done)
        return done.error();
    return *changed;
}

PreflightResult CaseService::check(const Request &request, const QHash<int, DocumentFacts> &documents, const QString &ownCase) const
{
    PreflightContext context{*m_countries, m_clock.today(m_zone)};
    context.documents = documents;
    askStore(context, m_store, ownCase);
    context.ownDays = ownDays();
    return preflight(request, context);
}

Result<QList<Case>> CaseService::submit(const Submission &submission)
{
    Request request = submission.request;
    for (const SubmittedFile &file : submission.files)
        request.documents[file.index].sha256 = file.document.sha256;

    QList<Case> opened;
    auto done = m_store.transact([&]() -> Result<void> {
        const PreflightResult checked = check(request, factsOf(submission.files));
        if (const QList<Problem> errors = checked.errors(); !errors.isEmpty())
            return stoppedBy(errors);
        for (const SubmittedFile &file : submission.files) {
            if (auto stored = m_store.documents().putContent(file.document, file.mimeType); !stored)
                return stored.error();
        }
        auto requestId = m_store.cases().insertRequest(request, m_clock.now());
        if (!requestId)
            return requestId.error();
        const QList<Decision> decisions = openCases(request, true, submission.actor, context());
        auto references = m_store.cases().reserveReferences(int(decisions.size()));
        if (!references)
            return references.error();
        for (int i = 0; i < decisions.size(); ++i) {
            Decision decision = decisions.at(i);
            completeDocuments(decision.after.documents, submission.files);
            auto inserted = insert(std::move(decision), references->at(i), *requestId);
            if (!inserted)
                return inserted.error();
            opened << *inserted;
        }
        if (submission.finishedDraft.isValid())
            return m_store.cases().deleteDraft(submission.finishedDraft);
        return {};
    });
    if (!done)
        return done.error();
    return opened;
}

Result<CaseDetails> CaseService::apply(CaseId id, int revision, const ActionRequest &request)
{
    std::optional<Case> changed;
    auto done = m_store.transact([&]() -> Result<void> {
        auto stored = loadAt(id, revision);
        auto after = stored ? actOn(*stored, request) : stored;
        if (!after)
            return after.error();
        changed = *after;
        return {};
    });
    if (!done)
        return done.error();
    return detailsOf(*changed, request.actor);
}

Result<Case> CaseService::loadAt(CaseId id, int revision) const
{
    auto stored = m_store.cases().load(id);
    if (stored && revision != 0 && stored->revision != revision)
        return conflict(*stored);
    return stored;
}

Result<Case> CaseService::actOn(const Case &stored, const ActionRequest &request)
{
    auto decision = decide(stored, request, contextOf(stored));
    return decision ? applyDecision(stored, *decision, request.actor) : Result<Case>(decision.error());
}

Result<Case> CaseService::applyDecision(const Case &before, Decision decision, const Actor &actor)
{
    const bool completed = decision.after.stage == Stage::Completed && before.stage != Stage::Completed;
    if (auto next = completed ? followUp(decision.after, actor, context()) : std::nullopt) {
        auto reference = m_store.cases().reserveReferences(1);
        if (!reference)
            return reference.error();
        const int numbers = int(next->after.numbers.size());
        CaseEvent event{m_clock.now(), actor.name, actor.role, u"follow-up"_s, Stage::Completed, Stage::Completed, {}, {}};
        event.text = QCoreApplication::translate("CaseService", "%1 takes up %n failed number(s)", nullptr, numbers).arg(reference->first());
        event.data = {{u"reference"_s, reference->first()}};
        decision.events << event;
        if (auto inserted = insert(*next, reference->first(), before.requestId); !inserted)
            return inserted.error();
    }
    return write(decision);
}

Result<Case> CaseService::write(const Decision &decision)
{
    auto stored = m_store.cases().updateCase(decision.after, decision.events, m_clock.now());
    if (!stored)
        return stored.error();
    if (auto sent = send(*stored, decision.messages, decision.events); !sent)
        return sent.error();
    return stored;
}

Result<Case> CaseService::insert(Decision decision, const QString &reference, RequestId request)
{
    decision.after.reference = reference;
    decision.after.requestId = request;
    auto inserted = m_store.cases().insertCase(decision.after, decision.events, m_clock.now());
    if (!inserted)
        return inserted.error();
    if (auto sent = send(*inserted, decision.messages, decision.events); !sent)
        return sent.error();
    return inserted;
}

Result<void> CaseService::send(const Case &portCase, const QList<OutgoingMessage> &messages, const QList<CaseEvent> &events)
{
    // A message carries the time of what it tells: a missed tick is told with the time it fell due.
    const QDateTime at = events.isEmpty() ? m_clock.now() : events.last().at;
    for (const OutgoingMessage &outgoing : messages) {
        auto message = renderMessage(outgoing, portCase, at, m_zone);
        if (!message)
            return message.error();
        if (auto own = isForDesk(message->templateId) ? m_store.setting(kDeskAddressSetting) : Result<QString>(QString()); own && !own->isEmpty())
            message->toAddress = *own;
        if (auto added = m_store.outbox().add(*message); !added)
            return added.error();
    }
    return {};
}

Result<CaseDetails> CaseService::addDocument(CaseId id, int revision, const SubmittedFile &file, const CaseDocument &document, const Actor &actor)
{
    std::optional<Case> changed;
    auto done = m_store.transact([&]() -> Result<void> {
        auto placed = placeDocument(id, revision, file, document, actor);
        if (!placed)
            return placed.error();
        changed = *placed;
        return {};
    });
    if (!done)
        return done.error();
    return detailsOf(*changed, actor);
}

Result<Case> CaseService::placeDocument(CaseId id, int revision, const SubmittedFile &file, const CaseDocument &document, const Actor &actor)
{
    auto stored = loadAt(id, revision);
    if (!stored)
        return stored.error();
    if (!isOpen(stored->stage))
        return Error{Error::Code::Refused, QCoreApplication::translate("CaseService", "%1 is closed: documents are added to open cases only.").arg(stored->reference), u"stage|documents"_s};
    if (auto put = m_store.documents().putContent(file.document, file.mimeType); !put)
        return put.error();
    CaseDocument added = document;
    added.sha256 = file.document.sha256;
    added.size = file.document.bytes.size();
    added.mimeType = file.mimeType;
    added.pages = file.pages;
    if (added.fileName.isEmpty())
        added.fileName = file.document.fileName;
    Case after = *stored;
    const CaseEvent event = attach(after, added, actor);
    return write({after, {event}, {}});
}

/// A document stands beside the older ones of its kind; what asked for it is answered.
CaseEvent CaseService::attach(Case &after, const CaseDocument &added, const Actor &actor) const
{
    // What was declared unavailable is there now.
    after.documents.removeIf([&](const CaseDocument &other) { return other.kind == added.kind && !other.unavailable.isEmpty(); });
    after.documents << added;
    answerReasons(after, added);
    CaseEvent event{m_clock.now(), actor.name, actor.role, u"document-added"_s, after.stage, after.stage, {}, {}};
    event.text = QCoreApplication::translate("CaseService", "%1 added: %2").arg(documentKindText(added.kind), added.fileName);
    event.data = {{u"kind"_s, added.kind}, {u"sha256"_s, added.sha256}};
    return event;
}

Result<CaseDetails> CaseService::details(CaseId id, const Actor &actor) const
{
    auto stored = m_store.cases().load(id);
    return stored ? detailsOf(*stored, actor) : Result<CaseDetails>(stored.error());
}

Result<CaseDetails> CaseService::details(const QString &reference, const Actor &actor) const
{
    auto stored = m_store.cases().loadByReference(reference);
    return stored ? detailsOf(*stored, actor) : Result<CaseDetails>(stored.error());
}

Result<CaseDetails> CaseService::detailsOf(const Case &portCase, const Actor &actor) const
{
    auto timeline = m_store.cases().events(portCase.id);
    if (!timeline)
        return timeline.error();
    auto messages = m_store.outbox().ofCase(portCase.id);
    if (!messages)
        return messages.error();
    const ActionContext now = contextOf(portCase);
    return CaseDetails{portCase, *timeline, *messages, PortDesk::allowedActions(portCase, actor, &now), now.signedElectronically};
}

Result<QList<TickEntry>> CaseService::tick()
{
    QList<TickEntry> applied;
    // A clock that fires can start another one that is due already (the desk was closed for a week), hence the rounds.
    for (;;) {
        auto due = m_store.cases().dueClocks(m_clock.now());
        if (!due)
            return due.error();
        bool progress = false;
        for (const DueClock &clock : *due) {
            TickEntry entry{clock.reference, {}, {}, clock.due};
            auto fired = applyClock(clock, entry);
            if (!fired && fired.error().code != Error::Code::Conflict)
                return fired.error(); // what was applied so far stands; a conflict means another desk was first
            if (fired && *fired) {
                applied << entry;
                progress = true;
            }
        }
        if (!progress)
            return applied;
    }
}

Result<bool> CaseService::applyClock(const DueClock &due, TickEntry &entry)
{
    bool fired = false;
    auto done = m_store.transact([&]() -> Result<void> {
        auto stored = m_store.cases().load(due.caseId);
        if (!stored)
            return stored.error();
        const bool stillDue = due.index < stored->clocks.size() && !stored->clocks.at(due.index).fired && stored->clocks.at(due.index).due == due.due;
        if (!stillDue)
            return {};
        entry.clock = stored->clocks.at(due.index).name;
        entry.action = stored->clocks.at(due.index).action;
        auto decision = decideClock(*stored, due.index, context());
        if (!decision)
            return decision.error();
        if (auto written = write(*decision); !written)
            return written.error();
        fired = true;
        return {};
    });
    if (!done)
        return done.error();
    return fired;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/letterdesk.h"

#include "core/numbers/numberparser.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

const QString kLetterKind = u"loa"_s;
constexpr int kMostHints = 5;
constexpr int kMostCountries = 6; ///< whose way of writing numbers is tried on a page
constexpr int kRemovedDays = 30;  ///< after which a removed part is deleted for good

PartPlace inTray(TrayReason reason, const QString &about, const QString &reference)
{
    return {PartPlace::Kind::Tray, {}, reference, reason, about};
}

QString keyOf(const Case &portCase)
{
    QStringList e164;
    for (const CaseNumber &number : portCase.numbers)
        e164 << number.e164;
    return numbersKey(e164);
}

bool hasDocument(const Case &portCase, const QString &sha256)
{
    return std::any_of(portCase.documents.cbegin(), portCase.documents.cend(), [&](const CaseDocument &document) { return document.sha256 == sha256; });
}

/// The place in one case that a letter names for certain.
PartPlace placeIn(const Case &portCase, const LetterCode &code)
{
    if (!isOpen(portCase.stage)) {
        return inTray(TrayReason::Refused, QCoreApplication::translate("LetterDesk", "%1 is closed: documents are added to open cases only.").arg(portCase.reference),
                      portCase.reference);
    }
    if (!code.numbersKey.isEmpty() && code.numbersKey != keyOf(portCase))
        return inTray(TrayReason::OtherNumbers, {}, portCase.reference);
    return {PartPlace::Kind::Attached, portCase.id, portCase.reference, {}, {}};
}

/// Among the cases of one request: the numbers tell, else the only one that is open.
PartPlace placeAmong(const QList<Case> &cases, const LetterCode &code)
{
    if (cases.size() == 1)
        return placeIn(cases.first(), code);
    QList<Case> open = cases;
    open.removeIf([](const Case &portCase) { return !isOpen(portCase.stage); });
    QStringList references;
    for (const Case &portCase : std::as_const(open))
        references << portCase.reference;
    if (open.isEmpty())
        return placeIn(cases.last(), code);
    if (code.numbersKey.isEmpty() && open.size() == 1)
        return placeIn(open.first(), code);
    open.removeIf([&](const Case &portCase) { return code.numbersKey.isEmpty() || keyOf(portCase) != code.numbersKey; });
    return open.size() == 1 ? placeIn(open.first(), code) : inTray(TrayReason::SeveralCases, references.join(u", "_s), code.reference);
}

} // namespace

QString placeText(const PartPlace &place)
{
    switch (place.kind) {
    case PartPlace::Kind::Attached:
        return QCoreApplication::translate("LetterDesk", "Added to %1 as its letter of authorisation.").arg(place.reference);
    case PartPlace::Kind::Known:
        return place.caseId.isValid() ? QCoreApplication::translate("LetterDesk", "%1 has exactly this document already.").arg(place.reference)
                                      : QCoreApplication::translate("LetterDesk", "Exactly this waits in the tray already.");
    case PartPlace::Kind::Tray:
        return trayReasonText(place.reason.value_or(TrayReason::NoCode), place.about, place.reference);
    }
    return {};
}

Result<LetterBatch> LetterDesk::keep(const DocumentBytes &file, const Actor &actor)
{
    if (actor.role != Role::Agent && actor.role != Role::Supervisor)
        return Error{Error::Code::Refused, QCoreApplication::translate("LetterDesk", "Scanned letters are routed by the porting desk."), u"actor|letters"_s};
    std::optional<LetterBatch> kept;
    auto done = m_store.transact([&]() -> Result<void> {
        if (auto purged = m_store.letterTray().purge(m_clock.now().addDays(-kRemovedDays)); !purged)
            return purged;
        auto batch = m_store.letterTray().addBatch(file, actor.name, m_clock.now());
        if (!batch)
            return batch.error();
        kept = *batch;
        return {};
    });
    if (!done)
        return done.error();
    return *kept;
}

Result<void> LetterDesk::finish(LetterBatchId id)
{
    return m_store.transact([&] { return m_store.letterTray().finishBatch(id); });
}

Result<PartPlace> LetterDesk::placeOf(const LetterPart &part) const
{
    if (part.tray)
        return inTray(*part.tray, part.about, part.code.reference);
    auto named = m_store.cases().loadByReference(part.code.reference);
    if (named)
        return placeIn(*named, part.code);
    if (named.error().code != Error::Code::NotFound)
        return named.error();
    auto ids = m_store.cases().casesOfRequest(part.code.reference);
    if (!ids)
        return ids.error();
    QList<Case> cases;
    for (const CaseId id : *ids) {
        auto portCase = m_store.cases().load(id);
        if (!portCase)
            return portCase.error();
        cases << *portCase;
    }
    return cases.isEmpty() ? inTray(TrayReason::UnknownCase, {}, part.code.reference) : placeAmong(cases, part.code);
}

Result<PartPlace> LetterDesk::place(const LetterBatch &batch, const LetterPart &part, const SubmittedFile &file, const Actor &actor)
{
    auto place = placeOf(part);
    if (!place)
        return place;
    if (place->kind == PartPlace::Kind::Attached) {
        auto attached = attach(batch, part, file, *place, actor);
        if (attached || attached.error().code != Error::Code::Refused)
            return attached;
        place = inTray(TrayReason::Refused, attached.error().message, place->reference);
    }
    return putAside(batch, part, file, *place, actor);
}

Result<PartPlace> LetterDesk::attach(const LetterBatch &batch, const LetterPart &part, const SubmittedFile &file, const PartPlace &place, const Actor &actor)
{
    PartPlace found = place;
    auto done = m_store.transact([&]() -> Result<void> {
        if (auto placed = m_store.letterTray().markPlaced(batch.id, part.pages); !placed)
            return placed;
        auto portCase = m_store.cases().load(place.caseId);
        if (!portCase)
            return portCase.error();
        if (hasDocument(*portCase, file.document.sha256)) {
            found.kind = PartPlace::Kind::Known;
            return {};
        }
        CaseDocument document;
        document.kind = kLetterKind;
        auto changed = m_cases.placeDocument(place.caseId, 0, file, document, actor);
        return changed ? Result<void>() : changed.error();
    });
    if (!done)
        return done.error();
    return found;
}

Result<PartPlace> LetterDesk::putAside(const LetterBatch &batch, const LetterPart &part, const SubmittedFile &file, const PartPlace &place, const Actor &actor)
{
    PartPlace found = place;
    auto done = m_store.transact([&]() -> Result<void> {
        if (auto placed = m_store.letterTray().markPlaced(batch.id, part.pages); !placed)
            return placed;
        auto waiting = m_store.letterTray().parts();
        if (!waiting)
            return waiting.error();
        if (std::any_of(waiting->cbegin(), waiting->cend(), [&](const TrayPart &other) { return other.sha256 == file.document.sha256; })) {
            found.kind = PartPlace::Kind::Known;
            return {};
        }
        TrayPart aside{{}, file.document.sha256, file.document.bytes.size(), file.mimeType, file.document.fileName, batch.fileName, part.pages,
                       place.reason.value_or(TrayReason::NoCode), place.about, place.reference, actor.name, m_clock.now()};
        auto added = m_store.letterTray().addPart(aside, file.document.bytes);
        return added ? record(u"arrived"_s, *added, trayReasonKey(aside.reason), actor) : added.error();
    });
    if (!done)
        return done.error();
    return found;
}

Result<void> LetterDesk::record(const QString &what, const TrayPart &part, const QString &detail, const Actor &actor)
{
    return m_store.letterTray().record({m_clock.now(), actor.name, what, part.id, part.fileName, detail});
}

Result<void> LetterDesk::each(const QList<TrayPartId> &parts, const std::function<Result<void>(TrayPartId)> &work)
{
    return m_store.transact([&]() -> Result<void> {
        for (const TrayPartId id : parts) {
            if (auto done = work(id); !done)
                return done;
        }
        return {};
    });
}

Result<CaseDetails> LetterDesk::assign(const TrayAssignment &assignment, const Actor &actor)
{
    std::optional<Case> changed;
    auto done = m_store.transact([&]() -> Result<void> {
        CaseDocument document;
        document.kind = assignment.kind;
        auto placed = m_cases.placeDocument(assignment.caseId, 0, {0, assignment.file, assignment.mimeType, assignment.pages}, document, actor);
        if (!placed)
            return placed.error();
        changed = *placed;
        return each(assignment.parts, [&](TrayPartId id) -> Result<void> {
            auto part = m_store.letterTray().part(id);
            if (!part)
                return part.error();
            if (auto gone = m_store.letterTray().deletePart(id); !gone)
                return gone;
            return record(u"assigned"_s, *part, placed->reference, actor);
        });
    });
    if (!done)
        return done.error();
    return m_cases.details(changed->id, actor);
}

Result<void> LetterDesk::remove(const QList<TrayPartId> &parts, const Actor &actor)
{
    return each(parts, [&](TrayPartId id) -> Result<void> {
        auto part = m_store.letterTray().part(id);
        if (!part)
            return part.error();
        if (auto removed = m_store.letterTray().removePart(id, m_clock.now()); !removed)
            return removed;
        return record(u"removed"_s, *part, {}, actor);
    });
}

Result<void> LetterDesk::restore(const QList<TrayPartId> &parts, const Actor &actor)
{
    return each(parts, [&](TrayPartId id) -> Result<void> {
        if (auto back = m_store.letterTray().restorePart(id); !back)
            return back;
        auto part = m_store.letterTray().part(id);
        return part ? record(u"restored"_s, *part, {}, actor) : part.error();
    });
}

Result<void> LetterDesk::divide(TrayPartId id, const QList<DocumentBytes> &pages, const Actor &actor)
{
    return m_store.transact([&]() -> Result<void> {
        auto whole = m_store.letterTray().part(id);
        if (!whole)
            return whole.error();
        if (auto gone = m_store.letterTray().deletePart(id); !gone)
            return gone;
        if (auto told = record(u"parted"_s, *whole, QString::number(pages.size()), actor); !told)
            return told;
        for (qsizetype i = 0; i < pages.size(); ++i) {
            TrayPart page = *whole;
            page.sha256 = pages.at(i).sha256;
            page.size = pages.at(i).bytes.size();
            page.mimeType = sniffedType(pages.at(i).bytes);
            page.pages = {whole->pages.value(i, int(i))};
            page.fileName = partFileName(whole->batchName, page.pages);
            auto added = m_store.letterTray().addPart(page, pages.at(i).bytes);
            if (!added)
                return added.error();
            if (auto told = record(u"arrived"_s, *added, trayReasonKey(page.reason), actor); !told)
                return told;
        }
        return {};
    });
}

Result<QHash<QString, int>> LetterDesk::casesByNumbers(const QString &text) const
{
    CaseQuery query;
    for (const Stage stage : allStages()) {
        if (isOpen(stage))
            query.stages << stage;
    }
    auto open = m_store.cases().find(query);
    if (!open)
        return open.error();
    QStringList countries{QString()}; // numbers as the world writes them, then as the desk's countries do
    for (const CaseSummary &row : open->rows) {
        if (!countries.contains(row.country) && countries.size() <= kMostCountries)
            countries << row.country;
    }
    QSet<QString> e164;
    for (const QString &country : std::as_const(countries)) {
        for (const PhoneNumber &number : parseNumbers(text, country).numbers)
            e164.insert(number.e164);
    }
    auto found = m_store.cases().openCasesOf(QStringList(e164.cbegin(), e164.cend()));
    if (!found)
        return found.error();
    QHash<QString, int> counts;
    for (const QString &reference : std::as_const(*found))
        ++counts[reference];
    return counts;
}

Result<QList<CaseHint>> LetterDesk::hints(const QString &text, const QString &reference) const
{
    auto counts = casesByNumbers(text);
    if (!counts)
        return counts.error();
    static const QRegularExpression written(u"\\bPD-\\d{1,9}\\b"_s, QRegularExpression::CaseInsensitiveOption);
    QStringList named{reference};
    for (auto it = written.globalMatch(text); it.hasNext();)
        named << it.next().captured().toUpper();
    QStringList references = counts->keys();
    for (const QString &name : std::as_const(named)) {
        if (!name.isEmpty() && !references.contains(name))
            references << name;
    }
    QList<CaseHint> hints;
    for (const QString &candidate : std::as_const(references)) {
        auto portCase = m_store.cases().loadByReference(candidate);
        if (portCase && isOpen(portCase->stage))
            hints.append({portCase->id, candidate, portCase->request.owner.displayName(), portCase->country, counts->value(candidate), named.contains(candidate)});
    }
    std::stable_sort(hints.begin(), hints.end(), [](const CaseHint &a, const CaseHint &b) {
        return std::tuple(a.named, a.numbers, b.reference) > std::tuple(b.named, b.numbers, a.reference);
    });
    return hints.mid(0, kMostHints);
}

} // namespace PortDesk

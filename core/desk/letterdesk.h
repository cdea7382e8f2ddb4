// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/caseservice.h"
#include "core/documents/lettertray.h"

namespace PortDesk {

/// Where a part of a scanned file went, or would go.
struct PartPlace {
    enum class Kind {
        Attached, ///< to the case, as its signed letter
        Known,    ///< nowhere: the case (or the tray) has exactly this already
        Tray
    };
    Kind kind = Kind::Tray;
    CaseId caseId = {};
    QString reference = {};           ///< of the case; in the tray what the letter names
    std::optional<TrayReason> reason = {};
    QString about = {};
    friend bool operator==(const PartPlace &, const PartPlace &) = default;
};
/// For people: "Added to PD-2041 as its letter of authorisation."
QString placeText(const PartPlace &place);

/// What an agent takes out of the tray for a case: one part, or several bound into one document.
struct TrayAssignment {
    QList<TrayPartId> parts;
    CaseId caseId;
    QString kind;       ///< "loa"
    DocumentBytes file; ///< what the case gets
    QString mimeType;
    int pages = 0;
};

/// A case that a page in the tray probably belongs to.
struct CaseHint {
    CaseId id;
    QString reference, owner, country;
    int numbers = 0;       ///< of the case that stand on the page
    bool named = false;    ///< its reference stands on the page
    friend bool operator==(const CaseHint &, const CaseHint &) = default;
};

/// Scanned letters in the store: what is on its way, where it belongs, and the tray. On the store's thread. Every part is placed in a transaction
/// of its own: document, timeline and the note that its pages have their place, all or nothing.
class LetterDesk
{
public:
    LetterDesk(Store &store, CaseService &cases, const Clock &clock) : m_store(store), m_cases(cases), m_clock(clock) {}

    /// Keeps a file until all its pages have their place.
    Result<LetterBatch> keep(const DocumentBytes &file, const Actor &actor);
    Result<QList<LetterBatch>> unfinished() const { return m_store.letterTray().batches(); }
    Result<DocumentBytes> file(LetterBatchId id) const { return m_store.letterTray().batchFile(id); }
    /// Forgets a file: all its pages have their place, or an agent does not want the rest.
    Result<void> finish(LetterBatchId id);

    /// Where a part belongs by its code and what the store knows.
    Result<PartPlace> placeOf(const LetterPart &part) const;
    /// Puts it there. `file` is the part as a document of its own. Error::Conflict when another desk was faster.
    Result<PartPlace> place(const LetterBatch &batch, const LetterPart &part, const SubmittedFile &file, const Actor &actor);

    Result<QList<TrayPart>> tray() const { return m_store.letterTray().parts(); }
    Result<qint64> waiting() const { return m_store.letterTray().count(); }
    Result<DocumentBytes> trayFile(TrayPartId id) const { return m_store.letterTray().partFile(id); }
    /// Error::NotFound when a part waits no more, Error::Refused when the case is closed.
    Result<CaseDetails> assign(const TrayAssignment &assignment, const Actor &actor);
    Result<void> remove(const QList<TrayPartId> &parts, const Actor &actor);
    Result<void> restore(const QList<TrayPartId> &parts, const Actor &actor);
    /// Puts the pages of a part in its place, each as a part of its own.
    Result<void> divide(TrayPartId id, const QList<DocumentBytes> &pages, const Actor &actor);
    /// Cases whose reference or numbers stand in the text of a page, the best first; five at most.
    Result<QList<CaseHint>> hints(const QString &text, const QString &reference) const;

private:
    Result<PartPlace> attach(const LetterBatch &batch, const LetterPart &part, const SubmittedFile &file, const PartPlace &place, const Actor &actor);
    Result<PartPlace> putAside(const LetterBatch &batch, const LetterPart &part, const SubmittedFile &file, const PartPlace &place, const Actor &actor);
    Result<void> record(const QString &what, const TrayPart &part, const QString &detail, const Actor &actor);
    Result<void> each(const QList<TrayPartId> &parts, const std::function<Result<void>(TrayPartId)> &work);
    Result<QHash<QString, int>> casesByNumbers(const QString &text) const;

    Store &m_store;
    CaseService &m_cases;
    const Clock &m_clock;
};

} // namespace PortDesk

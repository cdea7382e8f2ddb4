// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"
#include "core/cases/todolist.h"
#include "core/desk/caseservice.h"

#include <QObject>

namespace PortDesk {

class DeskSession;
class RequestDraft;

/// One thing the desk asks for, in words, and whether it is done.
struct ToDoEntry {
    ToDoItem item;
    QString title;   ///< "Account number", "Hand in again: Latest phone bill"
    QString words;   ///< the desk's reason and remark
    QString place;   ///< pointer into the draft's request that the wizard opens, "" = it is answered in words
    QString sha256 = {};   ///< of the document that was refused
    QString fileName = {};
    bool done = false;
    bool asIs = false; ///< the customer says it is right as it stands
};

/// A returned case while its customer mends it in the wizard: what it began with, what is done, which pages were opened beyond that. The draft
/// keeps it (Draft::aside), so that it can be gone on with later. Inactive while a new request is written.
class Correction final : public QObject
{
    Q_OBJECT
public:
    /// Session and draft outlive it.
    Correction(DeskSession &session, RequestDraft &draft, QObject *parent = nullptr);

    bool isActive() const { return m_case.id.isValid(); }
    /// Fills the draft with the case's request.
    void begin(const CaseDetails &details);
    /// Goes on with a kept draft. What the desk changed in the case meanwhile is taken over below what the customer changed; then a sentence
    /// says so, else "".
    QString resume(const CaseDetails &details, const Draft &draft);
    /// The case as it is now, when it turned out to be another one; the customer's changes stay. A sentence says what happened.
    QString rebase(const CaseDetails &details);
    void end();

    const Case &portCase() const { return m_case; }
    /// False when the case waits for nothing any more.
    bool isWaiting() const { return m_case.stage == Stage::Returned; }
    QList<ToDoEntry> entries() const;
    /// What the desk says of each document it refused, by SHA-256.
    QHash<QString, QString> refusals() const;
    int openCount() const;
    /// True when something was changed or said.
    bool hasChanges() const;

    /// The customer's words to the desk, and the reasons they say need no change.
    QString text() const { return m_text; }
    void setText(const QString &text);
    void setAsIs(const QString &code, bool asIs);
    /// Pages the customer opened although nothing on them is asked for.
    bool isUnlocked(const QString &page) const { return m_unlocked.contains(page); }
    void unlock(const QString &page);

    ReturnAnswer answer(DraftId draft) const;

Q_SIGNALS:
    /// What is done or open is something else now.
    void changed();

private:
    ToDoEntry entryOf(const ToDoItem &item) const;
    QString documentPlace(const QString &kind) const;
    void keep();

    DeskSession &m_session;
    RequestDraft &m_draft;
    Case m_case;
    Request m_base; ///< what the case's request said when the correction began
    QStringList m_asIs;
    QString m_text;
    QStringList m_unlocked;
};

/// The case that a kept draft corrects; invalid for the draft of a new request.
CaseId correctedCase(const Draft &draft);
/// "PD-2041"; "" for the draft of a new request.
QString correctedReference(const Draft &draft);

} // namespace PortDesk

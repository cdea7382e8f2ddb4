// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/evidence.h"
#include "ui/wizard/requestdraft.h"

namespace PortDesk {

class DeskSession;

/// Reads the attached documents against the request while it is written: what they show otherwise, or do not show, becomes known to the draft's
/// running check. Reads again after a pause when a value or a document has changed; pages that were read once come from the store.
class EvidenceWatch final : public QObject
{
    Q_OBJECT
public:
    /// Session and draft outlive it.
    EvidenceWatch(DeskSession &session, RequestDraft &draft, QObject *parent = nullptr);

    /// What a document shows, by its index in the request; nothing while it was not read.
    const DocumentEvidence *evidence(int document) const;
    bool isReading(int document) const;
    /// Why a document could not be read, a sentence; "" = it could, or was not asked yet.
    QString problem(int document) const;

Q_SIGNALS:
    void evidenceChanged();

private:
    struct Paper {
        QList<Fact> facts; ///< as asked last
        QString kind;
        DocumentEvidence evidence;
        QString problem;
        int ticket = 0;
        bool reading = false;
        bool known = false;
    };

    const Paper *paper(int document) const;
    void look();
    void read(const RequestDocument &document, const QList<Fact> &facts);
    void take(const QString &sha256, int ticket, const Result<DocumentEvidence> &evidence);

    DeskSession &m_session;
    RequestDraft &m_draft;
    QTimer m_pause;
    QHash<QString, Paper> m_papers; ///< by content
    int m_lastTicket = 0;
};

/// "7 of 9 values found. Differs: the street." for people; "" for a document that need not show anything.
QString evidenceSummary(const DocumentEvidence &evidence);

} // namespace PortDesk

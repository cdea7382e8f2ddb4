// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"
#include "core/documents/letter.h"

#include <QTimeZone>

namespace PortDesk {

/// Who reads a dossier. The losing carrier gets what it needs to port: no fees, no notes of the desk, no names of its people.
enum class DossierAudience { Desk, LosingCarrier };

/// A document of the case in the order of the dossier: letters first, then CSR, bill, everything else; those without a file last.
struct DossierDocument {
    CaseDocument document;
    QString entryName;   ///< in the archive: "02-bill-bill-deu.pdf", "" without a file
    QString leftOut = {}; ///< why it is not bound into the PDF, a sentence; "" = it is
    QString signature = {}; ///< of a file signed with a certificate: by whom, and that the copy bound here does not hold it
};
QList<DossierDocument> dossierDocuments(const Case &portCase);

/// What a dossier tells about a case.
struct DossierInput {
    Case portCase;
    QList<CaseEvent> timeline; ///< oldest first
    QList<DossierDocument> documents;
    DossierAudience audience = DossierAudience::Desk;
    QString countryName = {}; ///< "Germany"; the code stands in for it
    QDateTime made;
    QTimeZone zone; ///< of the times on the sheets
};

/// The sheets in front of the documents: case, numbers with outcomes, documents, attempts, timeline; for the desk also the fees.
Result<LetterContent> dossierSheet(const DossierInput &input);

/// The events an audience sees: for the losing carrier only what it took part in.
QList<CaseEvent> dossierEvents(const QList<CaseEvent> &timeline, DossierAudience audience);

/// An entry of a dossier's archive.
struct DossierEntry {
    QString name;
    QByteArray bytes;
};

/// The archive (ZIP) with the dossier, the originals byte for byte and "manifest.json" (format portdesk-dossier/1: every entry with its size
/// and SHA-256). Error::Io when it cannot be made.
Result<QByteArray> dossierArchive(const DossierInput &input, const QList<DossierEntry> &entries);

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/storequestions.h"

namespace PortDesk {

namespace {

/// True when the case waits for the customer to change this very request.
bool waitsFor(Store &store, const QString &caseReference, const QString &reference)
{
    auto found = store.cases().loadByReference(caseReference);
    if (!found || (found->stage != Stage::Draft && found->stage != Stage::Returned))
        return false;
    return found->request.reference == reference || found->reference == reference;
}

} // namespace

void askStore(PreflightContext &context, Store &store, const QString &reference)
{
    context.history = [&store, reference](const QStringList &e164) {
        auto found = store.cases().historyOf(e164);
        if (!found)
            return QHash<QString, NumberHistory>{};
        QHash<QString, bool> own; // by reference of the case
        for (NumberHistory &known : *found) {
            if (known.openCase.isEmpty() || reference.isEmpty())
                continue;
            if (!own.contains(known.openCase))
                own.insert(known.openCase, waitsFor(store, known.openCase, reference));
            if (own.value(known.openCase))
                known.openCase.clear();
        }
        return *found;
    };
    context.ownersLike = [&store](const QString &name) {
        auto found = store.cases().ownersLike(name);
        return found ? *found : QStringList{};
    };
}

QHash<int, DocumentFacts> factsOf(const QList<SubmittedFile> &files)
{
    QHash<int, DocumentFacts> facts;
    for (const SubmittedFile &file : files) {
        DocumentFacts fact;
        fact.size = file.document.bytes.size();
        fact.pages = file.pages;
        facts.insert(file.index, fact);
    }
    return facts;
}

void completeDocuments(QList<CaseDocument> &documents, const QList<SubmittedFile> &files)
{
    for (CaseDocument &document : documents) {
        for (const SubmittedFile &file : files) {
            if (document.sha256 != file.document.sha256 || document.sha256.isEmpty())
                continue;
            document.size = file.document.bytes.size();
            document.mimeType = file.mimeType;
            document.pages = file.pages;
        }
    }
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/storequestions.h"

namespace PortDesk {

void askStore(PreflightContext &context, Store &store)
{
    context.history = [&store](const QStringList &e164) {
        auto found = store.cases().historyOf(e164);
        return found ? *found : QHash<QString, NumberHistory>{};
    };
    context.ownersLike = [&store](const QString &name) {
        auto found = store.cases().ownersLike(name);
        return found ? *found : QStringList{};
    };
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

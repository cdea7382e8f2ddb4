// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/deskdocuments.h"

#include "core/desk/deskstore.h"

namespace PortDesk {

QFuture<Result<DocumentBytes>> DeskDocuments::store(const DocumentBytes &document)
{
    return m_desk.run([document](DeskStore &desk) -> Result<DocumentBytes> {
        auto done = desk.store->transact([&] { return desk.store->documents().putContent(document, sniffedType(document.bytes)); });
        if (!done)
            return done.error();
        return document;
    });
}

QFuture<Result<DocumentBytes>> DeskDocuments::content(const QString &sha256, const QString &fileName)
{
    return m_desk.run([sha256, fileName](DeskStore &desk) -> Result<DocumentBytes> {
        auto bytes = desk.store->documents().content(sha256);
        if (!bytes)
            return bytes.error();
        return DocumentBytes{*bytes, sha256, fileName};
    });
}

QFuture<Result<QList<StoredMark>>> DeskDocuments::marks(const QString &sha256, const Actor &actor)
{
    return m_desk.run([this, sha256, actor](DeskStore &desk) { return MarkService(*desk.store, m_clock).marks(sha256, actor); });
}

QFuture<Result<MarkChange>> DeskDocuments::changeMarks(const MarkChange &change, const Actor &actor)
{
    return m_desk.run([this, change, actor](DeskStore &desk) { return MarkService(*desk.store, m_clock).change(change, actor); });
}

Result<QList<SubmittedFile>> storedFiles(Store &store, const Request &request, const QHash<int, DocumentFacts> &documents)
{
    QList<SubmittedFile> files;
    for (int i = 0; i < request.documents.size(); ++i) {
        const RequestDocument &document = request.documents.at(i);
        if (document.sha256.isEmpty())
            continue;
        auto bytes = store.documents().content(document.sha256);
        if (!bytes)
            return bytes.error();
        files << SubmittedFile{i, {*bytes, document.sha256, document.file}, sniffedType(*bytes), documents.value(i).pages};
    }
    return files;
}

} // namespace PortDesk

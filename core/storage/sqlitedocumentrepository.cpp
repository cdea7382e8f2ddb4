// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlitedocumentrepository.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

Result<void> SqliteDocumentRepository::putContent(const DocumentBytes &document, const QString &mimeType)
{
    if (hashOf(document.bytes) != document.sha256) {
        return Error{Error::Code::Document,
                     u"The file %1 changed while it was read and was not stored. Add it again."_s.arg(document.fileName),
                     u"expected "_s + document.sha256};
    }
    Statement insert(
        m_connection,
        u"insert into document_content (sha256, mime_type, size, bytes) values (?, ?, ?, ?) on conflict (sha256) do nothing"_s);
    return insert.run(document.sha256, mimeType, qint64(document.bytes.size()), document.bytes);
}

Result<QByteArray> SqliteDocumentRepository::content(const QString &sha256)
{
    Statement select(m_connection, u"select bytes from document_content where sha256 = ?"_s);
    if (auto done = select.run(sha256); !done)
        return done.error();
    if (!select.next())
        return Error{Error::Code::NotFound, u"The document is not in the store. Ask the customer for it again, or add it again."_s, sha256};
    const QByteArray bytes = select.bytes(0);
    if (hashOf(bytes) != sha256) {
        return Error{Error::Code::Storage,
                     u"The stored document is damaged and is not shown. Restore your latest backup, or add the document again."_s, sha256};
    }
    return bytes;
}

Result<bool> SqliteDocumentRepository::hasContent(const QString &sha256)
{
    Statement select(m_connection, u"select 1 from document_content where sha256 = ?"_s);
    if (auto done = select.run(sha256); !done)
        return done.error();
    return select.next();
}

Result<QStringList> SqliteDocumentRepository::contentHashes()
{
    Statement select(m_connection, u"select sha256 from document_content order by sha256"_s);
    if (auto done = select.run(); !done)
        return done.error();
    QStringList hashes;
    while (select.next())
        hashes.append(select.text(0));
    if (auto failure = select.failure())
        return *failure;
    return hashes;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/cases/stagetable.h"

#include <QDateTime>

namespace PortDesk {

/// A message of the outbox. Written in the transaction of the action that causes it; never changed, only marked.
struct Message {
    MessageId id;
    CaseId caseId;
    QString reference; ///< of the case
    QString templateId;
    QString language = QStringLiteral("en");
    QString toName, toAddress;
    QString subject;
    QString body; ///< plain text
    QDateTime createdAt;
    QDateTime sentAt; ///< invalid = still in the outbox
};

/// True for reminders of overdue work, which go to the desk itself.
bool isForDesk(const QString &templateId);
/// Where mail to the desk itself goes while the setting kDeskAddressSetting of the store is empty: the address it also sends from.
inline const QString kDeskAddress = QStringLiteral("desk@localhost");
inline const QString kDeskAddressSetting = QStringLiteral("desk.email");

/// Renders an outgoing message of a case from resources/messages/<id>.<language>.txt (first line "Subject: ..."). Error::NotFound
/// for a missing template, Error::Internal for a placeholder without a value (a test renders all).
Result<Message> renderMessage(const OutgoingMessage &outgoing, const Case &portCase, const QDateTime &at, const QTimeZone &zone);

/// Every template id, e.g. "submitted returned quote-sent deemed-accepted ...".
QStringList messageTemplates();

/// An RFC 5322 message with headers, quoted-printable text and CRLF, ready for any mail program. `from` as "PortDesk <desk@example.org>".
Result<QByteArray> toEml(const Message &message, const QString &fromName, const QString &fromAddress);

/// What the outbox needs kept.
class OutboxRepository
{
public:
    virtual ~OutboxRepository() = default;
    virtual Result<MessageId> add(const Message &message) = 0;
    virtual Result<QList<Message>> ofCase(CaseId id) = 0;
    /// Newest first.
    virtual Result<QList<Message>> list(bool unsentOnly, int limit) = 0;
    virtual Result<Message> load(MessageId id) = 0;
    virtual Result<qint64> unsentCount() = 0;
    virtual Result<void> markSent(MessageId id, const QDateTime &at) = 0;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/messages/message.h"

#include "core/messages/messagevalues.h"
#include "core/base/filledtemplate.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

const QString kFolder = u":/portdesk/messages"_s;
const QString kEnding = u".en.txt"_s;
const QString kSubject = u"Subject: "_s;

void address(Message &message, const Case &portCase)
{
    if (isForDesk(message.templateId)) {
        message.toName = portCase.agent.isEmpty() ? u"Porting desk"_s : portCase.agent;
        message.toAddress = kDeskAddress;
        return;
    }
    const Owner &owner = portCase.request.owner;
    const AuthorisedPerson &person = portCase.request.authorisedPerson;
    const bool toOwner = !owner.email.isEmpty();
    message.toName = toOwner || person.displayName().isEmpty() ? owner.displayName() : person.displayName();
    message.toAddress = toOwner ? owner.email : person.email;
}

} // namespace

bool isForDesk(const QString &templateId)
{
    return templateId == "reminder-overdue"_L1;
}

Result<Message> renderMessage(const OutgoingMessage &outgoing, const Case &portCase, const QDateTime &at, const QTimeZone &zone)
{
    QFile file(kFolder + u'/' + outgoing.templateId + kEnding);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{Error::Code::NotFound, u"There is no message template \"%1\". Please report this to the makers of PortDesk."_s.arg(outgoing.templateId),
                     file.errorString()};
    }
    const QString text = QString::fromUtf8(file.readAll());
    const auto filled = filledTemplate(text, messageValues(outgoing, portCase, zone, text.contains("{{number}}"_L1)));
    if (!filled) {
        return Error{Error::Code::Internal, u"The message \"%1\" could not be written. Please report this to the makers of PortDesk."_s.arg(outgoing.templateId),
                     filled.error().message};
    }
    const qsizetype firstLine = filled->indexOf(u'\n');
    Message message;
    message.caseId = portCase.id;
    message.reference = portCase.reference;
    message.templateId = outgoing.templateId;
    message.subject = filled->left(firstLine).mid(kSubject.size()).simplified();
    static const QRegularExpression gap(u"\\n{3,}"_s); // left behind by a section without content
    message.body = filled->mid(firstLine + 1).trimmed().replace(gap, u"\n\n"_s) + u'\n';
    message.createdAt = at.toUTC();
    address(message, portCase);
    return message;
}

QStringList messageTemplates()
{
    QStringList ids = QDir(kFolder).entryList({u'*' + kEnding}, QDir::Files, QDir::Name);
    for (QString &id : ids)
        id.chop(kEnding.size());
    return ids;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/dossier.h"

#include "core/exchange/zipwriter.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

int rankOf(const CaseDocument &document)
{
    static const QStringList order{u"loa"_s, u"csr"_s, u"bill"_s};
    const qsizetype rank = order.indexOf(document.kind);
    const int among = rank < 0 ? int(order.size()) : int(rank);
    return document.sha256.isEmpty() ? 100 + among : among;
}

/// A file name that every system takes: no folders, no control characters, not longer than 80 characters before its ending.
QString plainName(const QString &fileName)
{
    static const QRegularExpression unwanted(u"[\\\\/:*?\"<>|\\x00-\\x1f\\x7f]+"_s);
    QString name = QString(fileName).replace(unwanted, u"_"_s).trimmed();
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = dot > 0 ? name.mid(dot).left(12) : QString();
    return name.left(dot > 0 ? qMin<qsizetype>(dot, 80) : 80) + ending;
}

/// What the losing carrier took part in, or was told.
bool concernsCarrier(const CaseEvent &event)
{
    static const QStringList actions{u"send-to-carrier"_s, u"schedule"_s, u"reject"_s, u"resubmit"_s, u"outcome"_s, u"complete"_s};
    return actions.contains(event.what);
}

} // namespace

QList<DossierDocument> dossierDocuments(const Case &portCase)
{
    QList<CaseDocument> sorted = portCase.documents;
    std::stable_sort(sorted.begin(), sorted.end(), [](const CaseDocument &a, const CaseDocument &b) { return rankOf(a) < rankOf(b); });
    QList<DossierDocument> documents;
    for (const CaseDocument &document : std::as_const(sorted)) {
        const QString position = QString::number(documents.size() + 1).rightJustified(2, u'0');
        documents << DossierDocument{document, document.sha256.isEmpty() ? QString()
                                                                         : u"%1-%2-%3"_s.arg(position, document.kind, plainName(document.fileName))};
    }
    return documents;
}

QList<CaseEvent> dossierEvents(const QList<CaseEvent> &timeline, DossierAudience audience)
{
    if (audience == DossierAudience::Desk)
        return timeline;
    QList<CaseEvent> events;
    std::copy_if(timeline.cbegin(), timeline.cend(), std::back_inserter(events), concernsCarrier);
    return events;
}

Result<QByteArray> dossierArchive(const DossierInput &input, const QList<DossierEntry> &entries)
{
    QJsonArray rows;
    ZipWriter archive(input.made);
    for (const DossierEntry &entry : entries) {
        rows << QJsonObject{{u"name"_s, entry.name},
                            {u"size"_s, entry.bytes.size()},
                            {u"sha256"_s, QString::fromLatin1(QCryptographicHash::hash(entry.bytes, QCryptographicHash::Sha256).toHex())}};
        if (auto added = archive.add(entry.name, entry.bytes); !added)
            return added.error();
    }
    const QJsonObject manifest{{u"format"_s, u"portdesk-dossier/1"_s},
                               {u"reference"_s, input.portCase.reference},
                               {u"audience"_s, input.audience == DossierAudience::Desk ? u"desk"_s : u"losing-carrier"_s},
                               {u"created"_s, input.made.toUTC().toString(Qt::ISODate)},
                               {u"entries"_s, rows}};
    if (auto added = archive.add(u"manifest.json"_s, QJsonDocument(manifest).toJson()); !added)
        return added.error();
    return archive.finished();
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/documentintake.h"
#include "ui/models/answer.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

QString textOf(const QList<Word> &words)
{
    QString text;
    for (const Word &word : words) {
        text += word.text;
        if (word.spaceAfter)
            text += u' ';
    }
    return text;
}

} // namespace

DocumentIntake::DocumentIntake(DeskSession &session, QObject *parent) : QObject(parent), m_session(session) {}

void DocumentIntake::takeFile(const QString &path)
{
    count(1);
    whenAnswered(QtConcurrent::run([path, limits = m_session.limits()] { return readForIntake(path, limits); }), this,
                 [this, path](const Result<DocumentBytes> &read) { inspect(QFileInfo(path).fileName(), read); });
}

void DocumentIntake::takeBytes(const QByteArray &bytes, const QString &fileName)
{
    count(1);
    inspect(fileName, checkForIntake(bytes, fileName, m_session.limits()));
}

void DocumentIntake::inspect(const QString &fileName, const Result<DocumentBytes> &read)
{
    if (!read)
        return refuse(fileName, read.error());
    whenAnswered(m_session.worker().inspect(*read), this, [this, document = *read](const Result<DocumentInfo> &info) {
        if (!info)
            return refuse(document.fileName, info.error());
        if (info->pages() > m_session.limits().maximumPages)
            return refuse(document.fileName, {Error::Code::Document, tr("%1 has %2 pages; at most %3 are accepted. Divide it and attach the part that matters.")
                                                      .arg(document.fileName).arg(info->pages()).arg(m_session.limits().maximumPages)});
        scan({document, *info, {}, {}, {}});
    });
}

void DocumentIntake::scan(const TakenDocument &document)
{
    whenAnswered(m_scanner.scan(document.document.bytes), this, [this, document](const VirusVerdict &verdict) {
        if (verdict.state == VirusVerdict::State::Found)
            return refuse(document.document.fileName, VirusScanner::refusal(document.document.fileName, verdict));
        TakenDocument scanned = document;
        scanned.virus = verdict;
        store(scanned);
    });
}

void DocumentIntake::store(const TakenDocument &document)
{
    whenAnswered(m_session.storeDocument(document.document), this, [this, document](const Result<DocumentBytes> &stored) {
        if (!stored)
            return refuse(document.document.fileName, stored.error());
        m_session.signatures(document.document); // known from then on, to the desk too
        guess(document);
    });
}

void DocumentIntake::guess(TakenDocument document)
{
    whenAnswered(m_session.worker().words(document.document, 0), this, [this, document](const Result<QList<Word>> &words) mutable {
        const QString text = words ? textOf(*words) : QString(); // a scan without a text layer has only its name
        document.kind = guessedKind(document.document.fileName, text);
        document.issued = guessedIssueDate(text);
        finish(document);
    });
}

void DocumentIntake::finish(const TakenDocument &document)
{
    Q_EMIT taken(document);
    count(-1);
}

void DocumentIntake::refuse(const QString &fileName, const Error &error)
{
    //: %1 is a file's name, %2 a sentence about it
    Q_EMIT refused(error.message.contains(fileName) ? error.message : tr("%1: %2").arg(fileName, error.message));
    count(-1);
}

void DocumentIntake::count(int step)
{
    m_running += step;
    Q_EMIT runningChanged(m_running);
}

} // namespace PortDesk

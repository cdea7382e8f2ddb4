// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/documentintake.h"

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
    QtConcurrent::run([path, limits = m_session.limits()] { return readForIntake(path, limits); }).then(this, [this](const Result<DocumentBytes> &read) { inspect(read); });
}

void DocumentIntake::takeBytes(const QByteArray &bytes, const QString &fileName)
{
    count(1);
    inspect(checkForIntake(bytes, fileName, m_session.limits()));
}

void DocumentIntake::inspect(const Result<DocumentBytes> &read)
{
    if (!read)
        return refuse(read.error());
    m_session.worker().inspect(*read).then(this, [this, document = *read](const Result<DocumentInfo> &info) {
        if (!info)
            return refuse(info.error());
        if (info->pages() > m_session.limits().maximumPages)
            return refuse({Error::Code::Document, tr("%1 has %2 pages; at most %3 are accepted. Divide it and attach the part that matters.")
                                                      .arg(document.fileName).arg(info->pages()).arg(m_session.limits().maximumPages)});
        store({document, *info, {}, {}});
    });
}

void DocumentIntake::store(const TakenDocument &document)
{
    m_session.storeDocument(document.document).then(this, [this, document](const Result<DocumentBytes> &stored) {
        if (!stored)
            return refuse(stored.error());
        guess(document);
    });
}

void DocumentIntake::guess(TakenDocument document)
{
    m_session.worker().words(document.document, 0).then(this, [this, document](const Result<QList<Word>> &words) mutable {
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

void DocumentIntake::refuse(const Error &error)
{
    Q_EMIT refused(error.message);
    count(-1);
}

void DocumentIntake::count(int step)
{
    m_running += step;
    Q_EMIT runningChanged(m_running);
}

} // namespace PortDesk

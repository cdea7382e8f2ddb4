// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/desksession.h"
#include "core/documents/virusscanner.h"

#include <QObject>

namespace PortDesk {

/// A file that passed intake: stored, opened by the worker, with guesses of what it is.
struct TakenDocument {
    DocumentBytes document;
    DocumentInfo info;
    QString kind; ///< guessed, "" = no idea
    QDate issued; ///< guessed, invalid = no idea
    VirusVerdict virus = {}; ///< clean or not scanned; what has something in it is refused
};

/// The way of a received file into the draft: read with the limits, opened in the worker, stored, kind and date guessed.
/// Nothing blocks the GUI; a refused file changes nothing and is named in a sentence with the next step.
class DocumentIntake final : public QObject
{
    Q_OBJECT
public:
    explicit DocumentIntake(DeskSession &session, QObject *parent = nullptr);

    void takeFile(const QString &path);
    void takeBytes(const QByteArray &bytes, const QString &fileName);
    /// Files on their way.
    int running() const { return m_running; }

Q_SIGNALS:
    void taken(const PortDesk::TakenDocument &document);
    void refused(const QString &sentence);
    void runningChanged(int running);

private:
    void inspect(const QString &fileName, const Result<DocumentBytes> &read);
    void scan(const TakenDocument &document);
    void store(const TakenDocument &document);
    void guess(TakenDocument document);
    void finish(const TakenDocument &document);
    void refuse(const QString &fileName, const Error &error);
    void count(int step);

    DeskSession &m_session;
    VirusScanner m_scanner;
    int m_running = 0;
};

} // namespace PortDesk

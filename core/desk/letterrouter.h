// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/letteroffice.h"
#include "core/documents/docworker.h"

#include <deque>

namespace PortDesk {

/// Where one part of a file went, or would go.
struct RoutedPart {
    QString file;
    QList<int> pages; ///< 0-based
    PartPlace place;
};

/// A file that could not be routed, and why.
struct UnroutedFile {
    QString file;
    Error error;
};

struct RoutingReport {
    QList<RoutedPart> parts;
    QList<UnroutedFile> failed;
    bool cancelled = false; ///< what has no place yet is kept, and goes on with resume()

    int count(PartPlace::Kind kind) const;
};

/// Takes scanned files apart by the codes of their letters and brings each part to its case or to the tray. Runs through the document worker, page by
/// page; every part is placed in a transaction of its own, and a file is kept until all its pages have their place: what a crash, a cancel or a
/// power cut leaves is taken up again by resume().
class LetterRouter final : public QObject
{
    Q_OBJECT
public:
    /// Both outlive the router.
    LetterRouter(LetterOffice &office, DocWorker &worker, QObject *parent = nullptr);
    ~LetterRouter() override;

    /// Routes files, one after the other. A dry run only says what would happen. One run at a time: Error::Conflict while another goes on.
    QFuture<Result<RoutingReport>> route(const QList<DocumentBytes> &files, bool dryRun = false);
    /// Goes on with the files that have pages without a place.
    QFuture<Result<RoutingReport>> resume();
    /// The words of a page, for proposing cases; waits for its turn while a run goes on.
    QFuture<Result<PageReading>> readPage(const DocumentBytes &file, int page);
    bool isRunning() const;
    /// Ends the run after the page or part in hand.
    void cancel();

Q_SIGNALS:
    /// While the pages of a file are looked at: `page` of `pages` is done.
    void pageRead(const QString &file, int page, int pages);
    void partPlaced(const PortDesk::RoutedPart &part);
    void runningChanged(bool running);

private:
    class Run;
    QFuture<Result<RoutingReport>> start(std::unique_ptr<Run> run);

    LetterOffice &m_office;
    DocWorker &m_worker;
    std::unique_ptr<Run> m_run;
};

} // namespace PortDesk

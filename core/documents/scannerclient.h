// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/scan.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace PortDesk {

struct ScannerOptions
{
    QString program; ///< path of portdesk-scanner; "" = beside the running program, or $PORTDESK_SCANNER
    int listTimeoutMs = 40'000;    ///< some drivers search the network
    int openTimeoutMs = 30'000;
    int silenceTimeoutMs = 90'000; ///< of a scan that does not get on: lamps warm up for a minute
    int letGoMs = 10'000;          ///< for the driver to let go of its device after the answer, before its program ends
    int cancelGraceMs = 3'000;     ///< for the driver to stop by itself, so that the carriage goes home
};

/// The asynchronous client of the scanners. Drivers are foreign code that hangs and crashes, so they live in portdesk-scanner: a crash or a
/// time-out costs one answer (Error with a sentence) and the next request starts a new program. Nothing blocks; requests are answered in order.
class ScannerClient final : public QObject
{
    Q_OBJECT
public:
    explicit ScannerClient(const ScannerOptions &options = {}, QObject *parent = nullptr);
    ~ScannerClient() override;

    /// Looks for scanners, afresh each time. None is an empty list.
    QFuture<Result<QList<ScannerDevice>>> devices();
    /// What a scanner can do: at least one source.
    QFuture<Result<QList<ScannerSource>>> abilities(const QString &device);
    /// Scans a page from the glass, or the feeder until it is empty: pageScanned() for each page, then the number of pages. An empty feeder is
    /// the normal end, and an error only when there was no page at all.
    QFuture<Result<int>> scan(const QString &device, const ScanSettings &settings);
    /// Ends what runs, with Error::Cancelled. A driver that does not stop in time is killed. Pages that came stay.
    void cancel();

    /// Process id of the running program, 0 when none (tests kill it).
    qint64 processId() const;

Q_SIGNALS:
    /// Of a scan: page from 1, percent of it.
    void progressed(int page, int percent);
    void pageScanned(const PortDesk::ScannedPage &page);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace PortDesk

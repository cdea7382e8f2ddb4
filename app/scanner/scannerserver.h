// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scanner/insane.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace PortDesk {

/// Takes frames from the desk and answers them one after the other. A thread of its own reads, so that Cancel is heard while a driver works.
class ScannerServer
{
public:
    /// `letGoMs`: how long a driver may take to let go of its device, before this program ends.
    ScannerServer(int input, int output, int letGoMs);
    /// Until the desk closes the pipe. False when it spoke something that is not the protocol.
    bool run();

private:
    void readFrames();
    bool readExactly(char *bytes, qint64 count) const;
    void send(quint32 id, const ScannerProtocol::Answer &answer);
    /// False when this program has served its time.
    bool serve(const ScannerProtocol::CommandFrame &frame);
    bool serveScan(quint32 id, const ScannerProtocol::Scan &scan);

    int m_input;
    int m_output;
    int m_letGoMs;
    Insane m_scanners;
    std::mutex m_lock;
    std::condition_variable m_changed;
    std::deque<ScannerProtocol::CommandFrame> m_waiting;
    bool m_closed = false;
    bool m_confused = false;
    std::atomic<bool> m_stopped = false;   ///< the pipe is closed: nothing is wanted any more
    std::atomic<quint32> m_cancelled = 0;  ///< id of the last cancelled request
};

} // namespace PortDesk

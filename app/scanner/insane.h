// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/scannerprotocol.h"

#include <functional>

struct lis_api;

namespace PortDesk {

/// Where a scan's pages go, and where it hears that it shall stop.
struct ScanSink {
    std::function<void(int page, int percent)> progress;
    std::function<void(const ScannedPage &page)> page;
    std::function<bool()> cancelled;
    std::function<void(const ScannerProtocol::Answer &answer)> finished; ///< before the device is let go, where drivers hang
};

/// The scanners of this machine, through libinsane. Calls block as long as the drivers like; nothing here may run in the desk.
class Insane
{
public:
    Insane();
    ~Insane();
    Insane(const Insane &) = delete;
    Insane &operator=(const Insane &) = delete;

    /// A list, or Trouble; so do the others.
    ScannerProtocol::Answer devices();
    ScannerProtocol::Answer abilities(const QString &device);
    /// Opens and closes the device, so that other programs can use it between two scans. Tells Done or Trouble, then lets go of the device.
    void scan(const QString &device, const ScanSettings &settings, const ScanSink &sink);

private:
    lis_api *m_api = nullptr;
    int m_error = 0; ///< of libinsane
};

} // namespace PortDesk

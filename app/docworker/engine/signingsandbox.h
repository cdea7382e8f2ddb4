// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace PortDesk {

/// Shuts the calling process in for one import of a certificate or one signature: no network, no other program or process, 2 GiB of memory, 20 s of
/// processor time, no core dump (a password is in its memory). Where the kernel has Landlock, files are read only in readablePlaces() and changed
/// only in `folder`, the certificate's own. False when the kernel refuses the call filter; nothing may be read then.
bool enterSigningSandbox(const QString &folder);

} // namespace PortDesk

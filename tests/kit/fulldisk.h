// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace PortDesk::Test {

/// While it lives, files below a folder can grow by `bytesLeft` in all; then the system call that writes them answers "no space left on
/// device", after as much as still fits, as a full disk does. What is there already can be read and overwritten. One at a time.
class FullDisk
{
public:
    explicit FullDisk(const QString &folder, qint64 bytesLeft = 0);
    ~FullDisk();

    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

    /// How many writes found no space: a test that counts 0 has proved nothing.
    int refusedWrites() const;
};

} // namespace PortDesk::Test

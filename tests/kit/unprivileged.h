// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <unistd.h>

namespace PortDesk::Test {

/// File permissions do not hold root back: for its life the process (all its threads) is nobody, whose files these then are not.
/// Does nothing for an ordinary user.
class Unprivileged
{
public:
    Unprivileged() : m_changed(::geteuid() == 0 && ::seteuid(65534) == 0) {}
    ~Unprivileged()
    {
        if (m_changed && ::seteuid(0) != 0)
            qFatal("cannot become root again");
    }

    Unprivileged(const Unprivileged &) = delete;
    Unprivileged &operator=(const Unprivileged &) = delete;

private:
    bool m_changed;
};

} // namespace PortDesk::Test

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>

namespace PortDesk {

/// What the virus scanner says about a file.
struct VirusVerdict {
    enum class State { Clean, Found, NotScanned };
    State state = State::NotScanned;
    QString name;   ///< of what was found
    QString reason; ///< why it was not scanned, a sentence

    friend bool operator==(const VirusVerdict &, const VirusVerdict &) = default;
};

/// Asks a running clamd over its local socket (INSTREAM, see clamd(8)). Nothing leaves the machine. Without a clamd every answer is NotScanned,
/// which people are shown: it must never look like "clean".
class VirusScanner final : public QObject // no Q_OBJECT: it has no signals
{
public:
    /// `socket` "" = $PORTDESK_CLAMD, else where Debian's, Fedora's and FreeBSD's packages put it.
    explicit VirusScanner(const QString &socket = {}, QObject *parent = nullptr);

    /// The socket that is asked, "" when there is none.
    QString socket() const;
    /// Asks; answers within 20 s.
    QFuture<VirusVerdict> scan(const QByteArray &bytes);

    /// The refusal of a file in which something was found; `fileName` as people know it.
    static Error refusal(const QString &fileName, const VirusVerdict &verdict);

private:
    QString m_socket;
};

/// What an answer of clamd to INSTREAM means.
VirusVerdict virusVerdict(const QByteArray &answer);

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/documents/virusscanner.h"

#include <QJsonArray>

#include <optional>

namespace PortDesk::Cli {

class Session;

/// The virus scanner's word on files that a verb takes in, as the desk's windows ask for it: what has something in it is refused, what was not scanned is said.
class VirusCheck
{
public:
    /// Asks about one file; the refusal when something was found in it.
    Result<void> look(const DocumentBytes &document);
    /// The first refusal.
    const std::optional<Error> &found() const { return m_found; }
    /// Names of the files that nobody scanned.
    QJsonArray notScanned() const { return QJsonArray::fromStringList(m_notScanned); }
    /// One line on standard error about them, once they are taken in.
    void tell(Session &session) const;

private:
    VirusScanner m_scanner;
    std::optional<Error> m_found;
    QStringList m_notScanned;
    QString m_reason;
};

} // namespace PortDesk::Cli

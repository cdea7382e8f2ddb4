// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/viruscheck.h"

#include "app/cli/verb.h"

using namespace Qt::StringLiterals;

namespace PortDesk::Cli {

Result<void> VirusCheck::look(const DocumentBytes &document)
{
    const VirusVerdict verdict = await(m_scanner.scan(document.bytes));
    if (verdict.state == VirusVerdict::State::Found) {
        const Error refusal = VirusScanner::refusal(document.fileName, verdict);
        if (!m_found)
            m_found = refusal;
        return refusal;
    }
    if (verdict.state == VirusVerdict::State::NotScanned) {
        m_notScanned << document.fileName;
        m_reason = verdict.reason;
    }
    return {};
}

void VirusCheck::tell(Session &session) const
{
    if (!m_notScanned.isEmpty())
        session.note(u"not scanned for viruses: %1. %2"_s.arg(m_notScanned.join(u", "_s), m_reason));
}

} // namespace PortDesk::Cli

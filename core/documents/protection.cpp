// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/protection.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

struct ProtectionText
{
    Q_DECLARE_TR_FUNCTIONS(ProtectionText)
public:
    static QString calls(const WorkerProtection &protection)
    {
        return protection.callFilter ? tr("It cannot write files, reach the network, start programs or touch other processes.")
                                     : tr("It is not kept from writing files, the network or other programs.");
    }

    static QString files(const WorkerProtection &protection)
    {
        return protection.landlock > 0 ? tr("It can open only fonts, libraries and language data, none of your files (Landlock %1).").arg(protection.landlock)
                                       : tr("This machine's kernel has no Landlock: a document that takes the reader over could read your files, but not send them anywhere.");
    }

    static QString limits(const WorkerProtection &protection)
    {
        const bool limited = protection.memoryBytes > 0 && protection.cpuSeconds > 0 && protection.fileBytes == 0;
        return limited ? tr("It is stopped above %1 of memory or %2 s of processor time.")
                             .arg(QLocale().formattedDataSize(protection.memoryBytes, 1), QLocale().toString(protection.cpuSeconds))
                       : tr("Its memory or its processor time is not limited.");
    }
};

} // namespace

QStringList protectionSentences(const WorkerProtection &protection)
{
    return {ProtectionText::calls(protection), ProtectionText::files(protection), ProtectionText::limits(protection)};
}

} // namespace PortDesk

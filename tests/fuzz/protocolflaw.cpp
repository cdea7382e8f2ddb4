// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/workerprotocol.h"
#include "tests/fuzz/targets.h"

using namespace Qt::StringLiterals;

namespace PortDesk::Fuzz {

using namespace WorkerProtocol;

namespace {

/// Compared as bytes: figures that are no numbers are not equal to themselves.
template<typename Decode> QString roundTrip(const QByteArray &bytes, Decode decoded, const QString &what)
{
    const auto first = decoded(bytes);
    if (!first)
        return {};
    const QByteArray once = encoded(*first);
    if (frameLength(once.constData()) != once.size() - 4)
        return what + u": the length is wrong"_s;
    const auto second = decoded(once.mid(4));
    if (!second)
        return what + u": what was written cannot be read"_s;
    return encoded(*second) == once ? QString() : what + u": reads differently again"_s;
}

} // namespace

QString protocolFlaw(const QByteArray &bytes)
{
    const QString command = roundTrip(bytes, decodedCommand, u"command"_s);
    return command.isEmpty() ? roundTrip(bytes, decodedAnswer, u"answer"_s) : command;
}

} // namespace PortDesk::Fuzz

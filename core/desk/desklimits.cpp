// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/desklimits.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {
const QString kMaximumBytes = u"documents.maximumBytes"_s;
}

Result<IntakeLimits> intakeLimits(Store &store, IntakeLimits limits)
{
    auto kept = store.setting(kMaximumBytes);
    if (!kept)
        return kept.error().code == Error::Code::NotFound ? Result<IntakeLimits>(limits) : Result<IntakeLimits>(kept.error());
    bool isNumber = false;
    const qint64 bytes = kept->toLongLong(&isNumber);
    if (isNumber && bytes >= kSmallestDocumentLimit && bytes <= kLargestDocumentLimit)
        limits.maximumBytes = bytes;
    return limits;
}

Result<void> setMaximumDocumentBytes(Store &store, qint64 bytes)
{
    if (bytes < kSmallestDocumentLimit || bytes > kLargestDocumentLimit)
        return Error{Error::Code::Invalid, QCoreApplication::translate("DeskLimits", "The largest document may be 1 to 500 MiB."), {}};
    return store.transact([&] { return store.setSetting(kMaximumBytes, QString::number(bytes)); });
}

} // namespace PortDesk

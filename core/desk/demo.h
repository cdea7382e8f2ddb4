// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/letter.h"
#include "core/storage/store.h"

#include <QTimeZone>

#include <functional>

namespace PortDesk {

struct DemoOptions {
    int cases = 60;
    QDateTime now;
    QTimeZone zone;
    /// Makes a letter into a PDF (the document worker); without it the demo's documents are the invented bill only.
    std::function<Result<QByteArray>(const LetterContent &)> composeLetter = {};
};

/// Fills an empty store with invented cases in every stage, each led there through the stage table with its events, clocks and
/// messages. Answers how many were made. Error::Conflict when the store holds cases already.
Result<int> makeDemo(Store &store, const CountryPack &countries, const DemoOptions &options);

} // namespace PortDesk

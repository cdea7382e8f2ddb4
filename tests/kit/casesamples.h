// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"
#include "core/documents/document.h"
#include "core/messages/message.h"

namespace PortDesk::Test {

/// An invented case that uses every member: quote, two attempts, clocks, documents, outcomes. Without id and reference.
Case fullCase();
/// A plain case in `stage` for lists, of `owner` with one number and one clock.
Case plainCase(const QString &owner, const QString &e164, Stage stage = Stage::Submitted);
/// What happened to it.
CaseEvent eventOf(const QString &what, const QDateTime &at);
Message messageTo(const Case &portCase, const QDateTime &at);
DocumentBytes bytesOf(const QByteArray &bytes);

} // namespace PortDesk::Test

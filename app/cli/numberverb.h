// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "core/numbers/phonenumber.h"

#include <QJsonObject>

namespace PortDesk::Cli {

/// A number as contract section 1 wants it.
QJsonObject toJson(const PhoneNumber &number);

/// True for the names of table files: .xlsx .ods .csv .tsv (what they are is judged by their content).
bool isTableFile(const QString &path);

/// `numbers` of a table file: the rows of the contract with "row", "cell", "state"; the sheet with most numbers is read.
int runNumberTable(Session &session, const QString &path);

} // namespace PortDesk::Cli

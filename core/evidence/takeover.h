// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/request.h"
#include "core/evidence/evidence.h"

#include <QMap>

namespace PortDesk {

/// What the form gets when it takes over what a paper says: values by JSON pointer, as the action "correct" reads them. A street goes into its line and leaves floors and other
/// lines alone; a town is parted into postcode, town and state in the order of its country's envelopes or any other; a person's name into first and last name.
/// Only what changes. Empty when the words do not fit into the form's parts; then a person has to type.
QMap<QString, QString> takenOver(const Request &request, const Evidence &evidence);

} // namespace PortDesk

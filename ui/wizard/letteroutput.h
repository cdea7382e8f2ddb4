// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

class QWidget;

namespace PortDesk {

/// Prints a PDF that PortDesk composed; asks for the printer first.
void printPdf(const QByteArray &pdf, const QString &title, QWidget *parent);

/// Writes a file whole or not at all. Error::Io with a sentence.
Result<void> saveBytes(const QString &path, const QByteArray &bytes);

} // namespace PortDesk

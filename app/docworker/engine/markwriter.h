// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/documents/mark.h"

namespace PortDesk {

/// A PDF copy of a document with the marks as standard annotations that carry their own pictures, so that every reader shows them alike.
/// Pictures are wrapped without loss first. What would run when the copy is opened (scripts, actions) is left out; an encrypted file stays
/// encrypted with its passwords. The copy is written anew, so signatures of the original do not hold in it.
/// Errors: Error::Document when the file cannot be read; Error::Invalid when a mark is on no page of it or belongs to another document.
Result<QByteArray> markedPdf(const DocumentBytes &document, const QString &password, const QList<Mark> &marks);

} // namespace PortDesk

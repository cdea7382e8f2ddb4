// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/mark.h"

#include <QByteArray>
#include <QColor>
#include <QRectF>

namespace PortDesk {

/// What a mark looks like on paper; every reader of PDF shows these pictures instead of its own.

/// Its colour; yellow for what is no colour.
QColor markColour(const Mark &mark);

/// The rectangle the mark's picture fills, in points of the page as displayed (`page` large), origin top left.
QRectF markPlace(const Mark &mark, const QSizeF &page);

/// The picture of a note, box, ink, text or stamp: a PDF of one page as large as `place`.
QByteArray paintedMark(const Mark &mark, const QRectF &place, const QSizeF &page);

/// The content stream of a highlight in a box as large as `place`, origin at its lower left. It wants a graphics state /M that multiplies.
QByteArray highlightContent(const Mark &mark, const QRectF &place, const QSizeF &page);

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/inkpicture.h"

#include <QDateTime>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

namespace PortDesk {

enum class MarkKind { Highlight, Note, Box, Ink, Text, Stamp };

/// An annotation by a person on a page of a document. Kept as our value; the document's bytes are never changed. All places are 0..1 of the
/// page as displayed (rotation applied), origin top left.
struct Mark {
    QString id;     ///< UUID without braces
    QString sha256; ///< of the document's content
    int page = 0;   ///< 0-based
    MarkKind kind = MarkKind::Highlight;
    QRectF box;                     ///< of the whole mark; of a note its sign's corner
    QList<QRectF> lines;            ///< of a highlight: one box per line of words
    QList<QList<QPointF>> strokes;  ///< of ink
    QString text;                   ///< of a note, a text or a stamp; a comment on any other
    QString colour;                 ///< "#rrggbb"
    QString author;
    QDateTime created;  ///< UTC
    QDateTime modified; ///< UTC
    bool internal = false; ///< not for the losing carrier or the customer
    InkPicture picture = {}; ///< of a stamp that is a picture (of a signature): shown in its box instead of the text
    friend bool operator==(const Mark &, const Mark &) = default;
};

} // namespace PortDesk

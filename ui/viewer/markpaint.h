// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/mark.h"

#include <QColor>
#include <QTransform>

class QPainter;

namespace PortDesk {

/// The page a mark is painted on.
struct MarkPaper {
    QTransform toView; ///< 0..1 of the page to pixels, rotation in it
    QSizeF points;     ///< of the page: text keeps its size on paper at every zoom
};

/// Paints one mark. Highlights multiply, so that what is written stays readable; a note is a slip of constant size on the screen.
void paintMark(QPainter &painter, const Mark &mark, const MarkPaper &paper);
/// Where a mark can be seen, in pixels: of a note its slip.
QRectF markRect(const Mark &mark, const MarkPaper &paper);
/// True when a click there means the mark: ink and boxes by their lines, all others by their surface.
bool hitsMark(const Mark &mark, const MarkPaper &paper, const QPointF &viewPoint);

/// The colours offered for marks, with the word for each, and the one a kind starts with.
struct MarkColour {
    QString hex;
    QString name;
};
QList<MarkColour> markColours();
QString startColour(MarkKind kind);

/// "Highlight", "Note" ... for buttons and lists.
QString markKindText(MarkKind kind);
/// The stamps that are offered: keys "verified" "refused" "date" "own" and their words.
QStringList stampKeys();
QString stampTitle(const QString &key);

/// Size of a stamp or text on the page, 0..1, when it is placed by a click.
QSizeF startSize(MarkKind kind, const QSizeF &points);

} // namespace PortDesk

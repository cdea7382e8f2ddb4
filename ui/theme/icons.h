// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

class QPainter;

namespace PortDesk {

/// The single-colour pictures of the program; resources/icons/<key>.svg.
enum class Glyph {
    None, Today, Cases, Calendar, Mail, Chart, Book, Gear, Phone, Check, Cross, Warning, Clock, Dot, Search, Plus, Minus, Trash, File, Folder,
    ZoomIn, ZoomOut, Rotate, FitWidth, FitPage, Print, Save, Undo, Redo, ChevronUp, ChevronDown, ChevronLeft, ChevronRight, User, Flag, Lock,
    Info, ArrowRight, ArrowLeft, Copy, Edit, Refresh, Download, Upload, Money, Pin, Filter, More, Pages, Truck,
};

/// "zoom-in": name of the file in resources/icons.
QString glyphKey(Glyph glyph);
QList<Glyph> allGlyphs();

/// An icon tinted when it is painted, so that it follows the theme: secondary text by default, accent when checked, tertiary when disabled.
QIcon themedIcon(Glyph glyph);

/// Paints the picture in one colour, crisp at the painter's device pixel ratio.
void paintGlyph(QPainter *painter, const QRect &rect, Glyph glyph, const QColor &color);

/// The picture as a pixmap of `size` logical pixels.
QPixmap glyphPixmap(Glyph glyph, int size, const QColor &color, qreal devicePixelRatio);

} // namespace PortDesk

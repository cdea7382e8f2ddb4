// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/markpainter.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kUnitsPerPoint = 10; // of the PDF writer
constexpr double kBoxPen = 1.5;    // points
constexpr double kInkPen = 2;
constexpr double kStampPen = 2;
constexpr double kNoteSign = 20;
constexpr double kLeastSide = 4; // a picture of nothing is no PDF
constexpr int kTextSize = 11;
constexpr int kLeastTextSize = 5;
constexpr double kPadding = 2;

QRectF scaled(const QRectF &unit, const QSizeF &page)
{
    return {unit.x() * page.width(), unit.y() * page.height(), unit.width() * page.width(), unit.height() * page.height()};
}

QPointF scaled(const QPointF &unit, const QSizeF &page)
{
    return {unit.x() * page.width(), unit.y() * page.height()};
}

QFont markFont(int size, bool bold)
{
    QFont font;
    font.setFamilies({u"Noto Sans"_s, u"Noto Sans Arabic"_s, u"Noto Sans Hebrew"_s, u"Noto Sans Thai"_s, u"Noto Sans CJK SC"_s});
    font.setPixelSize(size);
    font.setBold(bold);
    return font;
}

QList<QRectF> highlightLines(const Mark &mark)
{
    return mark.lines.isEmpty() ? QList<QRectF>{mark.box} : mark.lines;
}

QRectF inkPlace(const Mark &mark, const QSizeF &page)
{
    QPolygonF all;
    for (const QList<QPointF> &stroke : mark.strokes) {
        for (const QPointF &point : stroke)
            all.append(scaled(point, page));
    }
    return (all.isEmpty() ? scaled(mark.box, page) : all.boundingRect()).adjusted(-kInkPen, -kInkPen, kInkPen, kInkPen);
}

void paintNote(QPainter &painter, const QRectF &area, const QColor &colour)
{
    const QRectF leaf = area.adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(QPen(colour.darker(180), 1));
    painter.setBrush(colour.lighter(120));
    painter.drawRoundedRect(leaf, 3, 3);
    for (int line = 1; line <= 3; ++line) {
        const double y = leaf.top() + leaf.height() * line / 4;
        painter.drawLine(QPointF(leaf.left() + 4, y), QPointF(leaf.right() - (line == 3 ? 8 : 4), y));
    }
}

void paintInk(QPainter &painter, const Mark &mark, const QRectF &place, const QSizeF &page, const QColor &colour)
{
    painter.setPen(QPen(colour, kInkPen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QList<QPointF> &stroke : mark.strokes) {
        QPolygonF line;
        for (const QPointF &point : stroke)
            line.append(scaled(point, page) - place.topLeft());
        if (line.size() == 1)
            painter.drawPoint(line.first());
        else
            painter.drawPolyline(line);
    }
}

void paintText(QPainter &painter, const QRectF &area, const QString &text, const QColor &colour)
{
    painter.fillRect(area, QColor(255, 255, 255, 220)); // readable over print
    const QRectF body = area.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    constexpr int flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    for (int size = kTextSize; size >= kLeastTextSize; --size) {
        painter.setFont(markFont(size, false));
        const QRectF needed = painter.boundingRect(body, flags, text);
        if (needed.height() <= body.height() && needed.width() <= body.width())
            break;
    }
    painter.setPen(colour);
    painter.drawText(body, flags, text);
}

void paintStamp(QPainter &painter, const QRectF &area, const QString &text, const QColor &colour)
{
    const QRectF frame = area.adjusted(kStampPen / 2, kStampPen / 2, -kStampPen / 2, -kStampPen / 2);
    painter.setPen(QPen(colour, kStampPen));
    painter.drawRoundedRect(frame, 4, 4);
    const QRectF body = frame.adjusted(kStampPen + kPadding, kStampPen, -kStampPen - kPadding, -kStampPen);
    for (int size = qMax(kLeastTextSize, int(body.height() * 0.7)); size >= kLeastTextSize; --size) {
        painter.setFont(markFont(size, true));
        const QRectF needed = painter.boundingRect(body, Qt::AlignCenter, text);
        if (needed.width() <= body.width() && needed.height() <= body.height())
            break;
    }
    painter.drawText(body, Qt::AlignCenter, text);
}

/// The ink in the mark's colour; where there was paper the page shows.
void paintPicture(QPainter &painter, const QRectF &area, const InkPicture &picture, const QColor &colour)
{
    QImage ink(picture.width, picture.height, QImage::Format_ARGB32);
    for (int y = 0; y < picture.height; ++y) {
        const auto *cover = reinterpret_cast<const uchar *>(picture.cover.constData()) + qsizetype(y) * picture.width;
        auto *row = reinterpret_cast<QRgb *>(ink.scanLine(y));
        for (int x = 0; x < picture.width; ++x)
            row[x] = qRgba(colour.red(), colour.green(), colour.blue(), cover[x]);
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(area, ink);
}

void paint(QPainter &painter, const Mark &mark, const QRectF &place, const QSizeF &page)
{
    const QColor colour = markColour(mark);
    const QRectF area(QPointF(), place.size());
    switch (mark.kind) {
    case MarkKind::Note:
        return paintNote(painter, area, colour);
    case MarkKind::Ink:
        return paintInk(painter, mark, place, page, colour);
    case MarkKind::Text:
        return paintText(painter, area, mark.text, colour);
    case MarkKind::Stamp:
        if (!mark.picture.isEmpty())
            return paintPicture(painter, area, mark.picture, colour);
        return paintStamp(painter, area, mark.text, colour);
    case MarkKind::Box:
        painter.setPen(QPen(colour, kBoxPen, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        return painter.drawRect(area.adjusted(kBoxPen / 2, kBoxPen / 2, -kBoxPen / 2, -kBoxPen / 2));
    case MarkKind::Highlight:
        break; // see highlightContent
    }
}

} // namespace

QColor markColour(const Mark &mark)
{
    const QColor colour(mark.colour);
    return colour.isValid() ? colour : QColor(0xff, 0xd4, 0x3b);
}

QRectF markPlace(const Mark &mark, const QSizeF &page)
{
    QRectF place = scaled(mark.box.normalized(), page);
    if (mark.kind == MarkKind::Note) {
        place.setSize({kNoteSign, kNoteSign});
    } else if (mark.kind == MarkKind::Ink) {
        place = inkPlace(mark, page);
    } else if (mark.kind == MarkKind::Highlight) {
        place = {};
        for (const QRectF &line : highlightLines(mark))
            place = place.united(scaled(line.normalized(), page));
    }
    place.setSize(place.size().expandedTo({kLeastSide, kLeastSide}));
    return place;
}

QByteArray paintedMark(const Mark &mark, const QRectF &place, const QSizeF &page)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(72 * kUnitsPerPoint);
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(place.size(), QPageSize::Point, u"mark"_s, QPageSize::ExactMatch)); // a fuzzy match takes a paper's size
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kUnitsPerPoint, kUnitsPerPoint);
    paint(painter, mark, place, page);
    painter.end();
    return buffer.data();
}

QByteArray highlightContent(const Mark &mark, const QRectF &place, const QSizeF &page)
{
    const QColor colour = markColour(mark);
    const auto number = [](double value) { return QByteArray::number(value, 'f', 3) + ' '; };
    QByteArray content = "/M gs " + number(colour.redF()) + number(colour.greenF()) + number(colour.blueF()) + "rg\n";
    for (const QRectF &line : highlightLines(mark)) {
        const QRectF at = scaled(line.normalized(), page).translated(-place.topLeft());
        content += number(at.x()) + number(place.height() - at.bottom()) + number(at.width()) + number(at.height()) + "re f\n";
    }
    return content;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/markjson.h"

#include <QJsonArray>
#include <QUuid>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kKinds{std::pair{MarkKind::Highlight, "highlight"}, std::pair{MarkKind::Note, "note"}, std::pair{MarkKind::Box, "box"},
                            std::pair{MarkKind::Ink, "ink"},             std::pair{MarkKind::Text, "text"}, std::pair{MarkKind::Stamp, "stamp"}};

QJsonArray rectJson(const QRectF &box)
{
    return {box.x(), box.y(), box.width(), box.height()};
}

QRectF rectOf(const QJsonValue &value)
{
    return {value[0].toDouble(), value[1].toDouble(), value[2].toDouble(), value[3].toDouble()};
}

QJsonArray strokeJson(const QList<QPointF> &stroke)
{
    QJsonArray points;
    for (const QPointF &point : stroke)
        points.append(QJsonArray{point.x(), point.y()});
    return points;
}

QList<QPointF> strokeOf(const QJsonValue &value)
{
    QList<QPointF> stroke;
    for (const QJsonValue point : value.toArray())
        stroke.append({point[0].toDouble(), point[1].toDouble()});
    return stroke;
}

QJsonObject pictureJson(const InkPicture &picture)
{
    return {{u"width"_s, picture.width}, {u"height"_s, picture.height}, {u"cover"_s, QString::fromLatin1(qCompress(picture.cover).toBase64())}};
}

/// Nothing when it is not as large as it says: a packed picture of other people may claim any size.
InkPicture pictureOf(const QJsonObject &object)
{
    InkPicture picture{object.value(u"width").toInt(), object.value(u"height").toInt(), {}};
    const QByteArray packed = QByteArray::fromBase64(object.value(u"cover").toString().toLatin1());
    const quint32 claimed = packed.size() > 4 ? qFromBigEndian<quint32>(packed.constData()) : 0;
    if (claimed > quint32(kInkPictureWidth * kInkPictureHeight))
        return {};
    picture.cover = qUncompress(packed);
    return isSound(picture) ? picture : InkPicture();
}

QDateTime instantOf(const QJsonValue &value)
{
    return value.isString() ? QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC() : QDateTime();
}

QRectF united(const QList<QPointF> &points)
{
    const auto [left, right] = std::minmax_element(points.cbegin(), points.cend(), [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); });
    const auto [top, bottom] = std::minmax_element(points.cbegin(), points.cend(), [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
    return {QPointF(left->x(), top->y()), QPointF(right->x(), bottom->y())};
}

} // namespace

QString markKindKey(MarkKind kind)
{
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [kind](const auto &row) { return row.first == kind; });
    return QString::fromLatin1(found->second);
}

std::optional<MarkKind> markKindFromKey(const QString &key)
{
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&key](const auto &row) { return key == QLatin1StringView(row.second); });
    return found == kKinds.end() ? std::nullopt : std::optional(found->first);
}

QList<MarkKind> allMarkKinds()
{
    QList<MarkKind> kinds;
    for (const auto &row : kKinds)
        kinds.append(row.first);
    return kinds;
}

QJsonObject markToJson(const Mark &mark)
{
    QJsonObject object{{u"id"_s, mark.id}, {u"sha256"_s, mark.sha256}, {u"page"_s, mark.page}, {u"kind"_s, markKindKey(mark.kind)},
                       {u"box"_s, rectJson(mark.box)}, {u"text"_s, mark.text}, {u"colour"_s, mark.colour}, {u"author"_s, mark.author}};
    QJsonArray lines;
    for (const QRectF &line : mark.lines)
        lines.append(rectJson(line));
    QJsonArray strokes;
    for (const QList<QPointF> &stroke : mark.strokes)
        strokes.append(strokeJson(stroke));
    if (!lines.isEmpty())
        object.insert(u"lines"_s, lines);
    if (!strokes.isEmpty())
        object.insert(u"strokes"_s, strokes);
    if (mark.created.isValid())
        object.insert(u"created"_s, mark.created.toUTC().toString(Qt::ISODateWithMs));
    if (mark.modified.isValid())
        object.insert(u"modified"_s, mark.modified.toUTC().toString(Qt::ISODateWithMs));
    if (mark.internal)
        object.insert(u"internal"_s, true);
    if (!mark.picture.isEmpty())
        object.insert(u"picture"_s, pictureJson(mark.picture));
    return object;
}

std::optional<Mark> markFromJson(const QJsonObject &object)
{
    const auto kind = markKindFromKey(object.value(u"kind").toString());
    Mark mark;
    mark.id = object.value(u"id").toString();
    mark.sha256 = object.value(u"sha256").toString();
    if (!kind || mark.id.isEmpty() || mark.sha256.isEmpty())
        return std::nullopt;
    mark.kind = *kind;
    mark.page = object.value(u"page").toInt();
    mark.box = rectOf(object.value(u"box"));
    for (const QJsonValue line : object.value(u"lines").toArray())
        mark.lines.append(rectOf(line));
    for (const QJsonValue stroke : object.value(u"strokes").toArray())
        mark.strokes.append(strokeOf(stroke));
    mark.text = object.value(u"text").toString();
    mark.colour = object.value(u"colour").toString();
    mark.author = object.value(u"author").toString();
    mark.created = instantOf(object.value(u"created"));
    mark.modified = instantOf(object.value(u"modified"));
    mark.internal = object.value(u"internal").toBool();
    if (object.contains(u"picture"))
        mark.picture = pictureOf(object.value(u"picture").toObject());
    return mark;
}

QString newMarkId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QRectF markBounds(const Mark &mark)
{
    QRectF bounds;
    for (const QRectF &line : mark.lines)
        bounds = bounds.united(line);
    QList<QPointF> points;
    for (const QList<QPointF> &stroke : mark.strokes)
        points += stroke;
    if (!points.isEmpty())
        bounds = united(points);
    return bounds.isNull() ? mark.box : bounds;
}

Mark placedAt(const Mark &mark, const QRectF &box)
{
    const QRectF from = markBounds(mark);
    // A stroke straight across has no height: it keeps its shape and only moves.
    const double wide = from.width() > 0 ? box.width() / from.width() : 1;
    const double high = from.height() > 0 ? box.height() / from.height() : 1;
    const auto moved = [&](const QPointF &point) {
        return QPointF(box.x() + (point.x() - from.x()) * wide, box.y() + (point.y() - from.y()) * high);
    };
    Mark placed = mark;
    placed.box = box;
    for (QRectF &line : placed.lines)
        line = QRectF(moved(line.topLeft()), moved(line.bottomRight()));
    for (QList<QPointF> &stroke : placed.strokes)
        std::transform(stroke.cbegin(), stroke.cend(), stroke.begin(), moved);
    return placed;
}

} // namespace PortDesk

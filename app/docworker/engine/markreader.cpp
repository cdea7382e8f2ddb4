// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/markreader.h"

#include <QColor>
#include <QUuid>

#include <poppler-annotation.h>
#include <poppler-qt6.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

using Poppler::Annotation;

constexpr qsizetype kLongestText = 10'000;
constexpr qsizetype kMostPoints = 20'000;

const QUuid &idSpace()
{
    static const QUuid space(u"5c1b0f5e-2a64-4d0f-9f4e-1f3f6a5d9b01"_s);
    return space;
}

double unit(double value)
{
    return std::isfinite(value) ? qBound(0.0, value, 1.0) : 0.0;
}

QPointF onPage(const QPointF &point)
{
    return {unit(point.x()), unit(point.y())};
}

QRectF onPage(const QRectF &box)
{
    const QRectF right = box.normalized();
    return {onPage(right.topLeft()), onPage(right.bottomRight())};
}

template<typename Points> QList<QPointF> strokeOf(const Points &points)
{
    QList<QPointF> stroke;
    for (const QPointF &point : points) {
        if (stroke.size() < kMostPoints)
            stroke.append(onPage(point));
    }
    return stroke;
}

QRectF around(const Poppler::HighlightAnnotation::Quad &quad)
{
    QPolygonF corners;
    for (const QPointF &corner : quad.points)
        corners.append(corner);
    return onPage(corners.boundingRect());
}

/// Fills what depends on the kind; false when it is nothing a person marked.
bool take(const Annotation &annotation, Mark &mark)
{
    switch (annotation.subType()) {
    case Annotation::AText:
        mark.kind = static_cast<const Poppler::TextAnnotation &>(annotation).textType() == Poppler::TextAnnotation::Linked ? MarkKind::Note
                                                                                                                           : MarkKind::Text;
        return true;
    case Annotation::ACaret:
        mark.kind = MarkKind::Note;
        return true;
    case Annotation::AGeom:
        mark.kind = MarkKind::Box;
        return true;
    case Annotation::AHighlight:
        mark.kind = MarkKind::Highlight;
        for (const auto &quad : static_cast<const Poppler::HighlightAnnotation &>(annotation).highlightQuads())
            mark.lines.append(around(quad));
        return true;
    case Annotation::AInk:
        mark.kind = MarkKind::Ink;
        for (const auto &path : static_cast<const Poppler::InkAnnotation &>(annotation).inkPaths())
            mark.strokes.append(strokeOf(path));
        return true;
    case Annotation::ALine:
        mark.kind = MarkKind::Ink;
        mark.strokes.append(strokeOf(static_cast<const Poppler::LineAnnotation &>(annotation).linePoints()));
        return true;
    case Annotation::AStamp:
        mark.kind = MarkKind::Stamp;
        if (mark.text.isEmpty())
            mark.text = static_cast<const Poppler::StampAnnotation &>(annotation).stampIconName();
        return true;
    default:
        return false;
    }
}

QString idOf(const Annotation &annotation, int page, int index)
{
    const QUuid own = QUuid::fromString(annotation.uniqueName());
    const QUuid id = own.isNull() ? QUuid::createUuidV5(idSpace(), u"%1/%2/%3"_s.arg(page).arg(index).arg(annotation.uniqueName())) : own;
    return id.toString(QUuid::WithoutBraces);
}

QString colourOf(const Annotation &annotation, MarkKind kind)
{
    QColor colour = annotation.style().color();
    if (kind == MarkKind::Text)
        colour = static_cast<const Poppler::TextAnnotation &>(annotation).textColor();
    return colour.isValid() ? colour.name() : QString();
}

} // namespace

QList<Mark> marksOf(const Poppler::Page &page, int number)
{
    QList<Mark> marks;
    int index = 0;
    for (const auto &annotation : page.annotations()) {
        Mark mark;
        mark.text = annotation->contents().left(kLongestText);
        mark.box = onPage(annotation->boundary());
        if (!take(*annotation, mark) || marks.size() >= kMostMarksOfAPage)
            continue;
        mark.id = idOf(*annotation, number, index++);
        mark.page = number;
        mark.colour = colourOf(*annotation, mark.kind);
        mark.author = annotation->author().left(kLongestText);
        mark.created = annotation->creationDate().toUTC();
        mark.modified = annotation->modificationDate().toUTC();
        marks.append(mark);
    }
    return marks;
}

} // namespace PortDesk

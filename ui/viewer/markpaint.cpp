// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/markpaint.h"

#include "core/documents/markjson.h"
#include "ui/theme/textrole.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Marks)
};

constexpr double kSlipWidth = 232; // of a note's slip on the screen
constexpr double kSlipPadding = 7;
constexpr int kSlipLines = 4;
constexpr double kTextPoints = 11; // height of a text mark's letters on paper
constexpr double kReach = 5;       // pixels round a line that still mean it

/// Pixels per point of paper.
double scaleOf(const MarkPaper &paper)
{
    const QPointF across = paper.toView.map(QPointF(1, 0)) - paper.toView.map(QPointF(0, 0));
    return std::hypot(across.x(), across.y()) / std::max(1.0, paper.points.width());
}

/// From points of the page to pixels: text painted through it turns with the page.
QTransform fromPoints(const MarkPaper &paper)
{
    return QTransform::fromScale(1 / std::max(1.0, paper.points.width()), 1 / std::max(1.0, paper.points.height())) * paper.toView;
}

QRectF inPoints(const QRectF &box, const MarkPaper &paper)
{
    const QSizeF p = paper.points;
    return {box.x() * p.width(), box.y() * p.height(), box.width() * p.width(), box.height() * p.height()};
}

QColor mixed(const QColor &color, int white)
{
    const auto part = [white](int value) { return (value + white * 255) / (white + 1); };
    return QColor(part(color.red()), part(color.green()), part(color.blue()));
}

void paintHighlight(QPainter &painter, const Mark &mark, const MarkPaper &paper)
{
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    for (const QRectF &line : mark.lines)
        painter.fillRect(paper.toView.mapRect(line).adjusted(-1, -1, 1, 1), mixed(QColor(mark.colour), 1));
}

QFont slipFont()
{
    return textFont(TextRole::Body);
}

QString slipText(const Mark &mark)
{
    return mark.text.isEmpty() ? Tr::tr("Empty note") : mark.text;
}

void paintNote(QPainter &painter, const Mark &mark, const MarkPaper &paper)
{
    const QRectF slip = markRect(mark, paper);
    const QColor colour(mark.colour);
    painter.setPen(QPen(colour.darker(130), 1));
    painter.setBrush(mixed(colour, 3));
    painter.drawRoundedRect(slip.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(QColor(0x4a3a10));
    painter.setFont(slipFont());
    painter.setClipRect(slip);
    painter.drawText(slip.adjusted(kSlipPadding, kSlipPadding, -kSlipPadding, -kSlipPadding), Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, slipText(mark));
}

void paintBox(QPainter &painter, const Mark &mark, const MarkPaper &paper)
{
    painter.setPen(QPen(QColor(mark.colour), std::max(1.5, 1.5 * scaleOf(paper)), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(paper.toView.mapRect(mark.box));
}

QPainterPath inkPath(const Mark &mark, const MarkPaper &paper)
{
    QPainterPath path;
    for (const QList<QPointF> &stroke : mark.strokes) {
        for (qsizetype i = 0; i < stroke.size(); ++i) {
            const QPointF point = paper.toView.map(stroke.at(i));
            i == 0 ? path.moveTo(point) : path.lineTo(point);
        }
        if (stroke.size() == 1)
            path.lineTo(paper.toView.map(stroke.first()) + QPointF(0.1, 0)); // a dot
    }
    return path;
}

void paintInk(QPainter &painter, const Mark &mark, const MarkPaper &paper)
{
    painter.setPen(QPen(QColor(mark.colour), std::max(1.2, 1.5 * scaleOf(paper)), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(inkPath(mark, paper));
}

void paintText(QPainter &painter, const Mark &mark, const MarkPaper &paper)
{
    QFont font = textFont(TextRole::Body);
    font.setPixelSize(int(kTextPoints));
    painter.setTransform(fromPoints(paper), true);
    painter.setFont(font);
    painter.setPen(QColor(mark.colour));
    painter.drawText(inPoints(mark.box, paper), Qt::TextWordWrap | Qt::TextDontClip | Qt::AlignLeft | Qt::AlignTop, mark.text);
}

void paintStamp(QPainter &painter, const Mark &mark, const MarkPaper &paper)
{
    const QRectF box = inPoints(mark.box, paper);
    const QColor colour(mark.colour);
    painter.setTransform(fromPoints(paper), true);
    painter.setPen(QPen(colour, 1.6));
    painter.setBrush(QColor(255, 255, 255, 200));
    painter.drawRoundedRect(box.adjusted(0.8, 0.8, -0.8, -0.8), 4, 4);
    QFont font = textFont(TextRole::Strong);
    font.setPixelSize(40);
    const QRectF natural = QFontMetricsF(font).boundingRect(QRectF(0, 0, 4000, 4000), Qt::AlignLeft, mark.text);
    const double fit = std::min((box.width() - 10) / std::max(1.0, natural.width()), (box.height() - 5) / std::max(1.0, natural.height()));
    if (fit <= 0)
        return;
    // Letters as large as the stamp lets them be.
    painter.translate(box.center());
    painter.scale(fit, fit);
    painter.setFont(font);
    painter.drawText(QRectF(-natural.width(), -natural.height(), 2 * natural.width(), 2 * natural.height()), Qt::AlignCenter, mark.text);
}

} // namespace

void paintMark(QPainter &painter, const Mark &mark, const MarkPaper &paper)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (mark.kind) {
    case MarkKind::Highlight: paintHighlight(painter, mark, paper); break;
    case MarkKind::Note: paintNote(painter, mark, paper); break;
    case MarkKind::Box: paintBox(painter, mark, paper); break;
    case MarkKind::Ink: paintInk(painter, mark, paper); break;
    case MarkKind::Text: paintText(painter, mark, paper); break;
    case MarkKind::Stamp: paintStamp(painter, mark, paper); break;
    }
    painter.restore();
}

QRectF markRect(const Mark &mark, const MarkPaper &paper)
{
    if (mark.kind != MarkKind::Note)
        return paper.toView.mapRect(markBounds(mark));
    const QPointF corner = paper.toView.map(mark.box.topLeft());
    const QFontMetricsF metrics(slipFont());
    const QRectF text = metrics.boundingRect(QRectF(0, 0, kSlipWidth - 2 * kSlipPadding, 4000), Qt::TextWordWrap, slipText(mark));
    const double height = std::min(text.height(), kSlipLines * metrics.lineSpacing());
    const double width = std::min(kSlipWidth, text.width() + 2 * kSlipPadding + 2);
    return {corner, QSizeF(width, height + 2 * kSlipPadding)};
}

bool hitsMark(const Mark &mark, const MarkPaper &paper, const QPointF &viewPoint)
{
    if (mark.kind == MarkKind::Highlight) {
        return std::any_of(mark.lines.cbegin(), mark.lines.cend(), [&](const QRectF &line) { return paper.toView.mapRect(line).contains(viewPoint); });
    }
    const QRectF rect = markRect(mark, paper);
    if (mark.kind == MarkKind::Box) {
        const bool inside = rect.adjusted(kReach, kReach, -kReach, -kReach).contains(viewPoint);
        return !inside && rect.adjusted(-kReach, -kReach, kReach, kReach).contains(viewPoint);
    }
    if (mark.kind == MarkKind::Ink) {
        QPainterPathStroker pen;
        pen.setWidth(2 * kReach);
        return pen.createStroke(inkPath(mark, paper)).contains(viewPoint);
    }
    return rect.contains(viewPoint);
}

QList<MarkColour> markColours()
{
    return {{u"#ffd54f"_s, Tr::tr("Yellow")}, {u"#81c784"_s, Tr::tr("Green")}, {u"#64b5f6"_s, Tr::tr("Blue")},
            {u"#c62828"_s, Tr::tr("Red")},    {u"#1565c0"_s, Tr::tr("Ink blue")}, {u"#1b2029"_s, Tr::tr("Black")}};
}

QString startColour(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Highlight:
    case MarkKind::Note: return u"#ffd54f"_s;
    case MarkKind::Box:
    case MarkKind::Stamp: return u"#c62828"_s;
    case MarkKind::Ink:
    case MarkKind::Text: break;
    }
    return u"#1565c0"_s;
}

QString markKindText(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Highlight: return Tr::tr("Highlight");
    case MarkKind::Note: return Tr::tr("Note");
    case MarkKind::Box: return Tr::tr("Box");
    case MarkKind::Ink: return Tr::tr("Ink");
    case MarkKind::Text: return Tr::tr("Text");
    case MarkKind::Stamp: break;
    }
    return Tr::tr("Stamp");
}

QStringList stampKeys()
{
    return {u"verified"_s, u"refused"_s, u"date"_s, u"own"_s};
}

QString stampTitle(const QString &key)
{
    if (key == u"verified")
        return Tr::tr("Verified");
    if (key == u"refused")
        return Tr::tr("Refused");
    return key == u"date" ? Tr::tr("Date") : Tr::tr("Own Text…");
}

QSizeF startSize(MarkKind kind, const QSizeF &points)
{
    const QSizeF paper = kind == MarkKind::Stamp ? QSizeF(110, 32) : kind == MarkKind::Text ? QSizeF(180, 30) : QSizeF(140, 60);
    return {paper.width() / std::max(1.0, points.width()), paper.height() / std::max(1.0, points.height())};
}

} // namespace PortDesk

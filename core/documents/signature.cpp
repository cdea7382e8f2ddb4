// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/signature.h"

#include "core/base/folding.h"

#include <QUuid>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastLine = 20;        ///< underscores of a line to sign on
constexpr double kLineBelow = 0.15;   ///< of the page, from the label down to its line
constexpr double kHeight = 0.045;     ///< of a place without a line
constexpr double kWidth = 0.4;
constexpr double kGap = 0.01;
constexpr double kMargin = 0.08;
constexpr double kTypedHeight = 0.026; ///< of a typed name
constexpr double kAboveLine = 0.005;   ///< its paper would cover the line
constexpr double kLargest = 1.2;      ///< points per pixel of the pad: a dot does not become a blot
constexpr auto kInk = "#14286e";      ///< the blue of a pen, dark enough for a fax

QRectF lineBelow(const QList<Word> &words, const QRectF &label)
{
    QRectF line;
    for (const Word &word : words) {
        const bool below = word.box.top() > label.top() && word.box.top() - label.bottom() < kLineBelow;
        if (below && word.text.count(u'_') >= kLeastLine && (line.isEmpty() || word.box.top() > line.top()))
            line = word.box;
    }
    return line;
}

SignaturePlace placeOf(int page, const QRectF &label, const QRectF &line)
{
    if (line.isEmpty())
        return {page, QRectF(label.left(), label.bottom(), kWidth, kHeight).intersected(QRectF(0, 0, 1, 1)), true};
    const double top = std::min(label.bottom(), line.bottom() - kHeight / 2);
    return {page, QRectF(line.left(), top, line.width(), line.bottom() - top), true};
}

QRectF extentOf(const QList<QList<QPointF>> &strokes)
{
    QPointF least(strokes.first().first()), most(least);
    for (const QList<QPointF> &stroke : strokes) {
        for (const QPointF &point : stroke) {
            least = {std::min(least.x(), point.x()), std::min(least.y(), point.y())};
            most = {std::max(most.x(), point.x()), std::max(most.y(), point.y())};
        }
    }
    return {least, most};
}

/// The strokes on the page, as large as the place allows, standing on its lower edge.
QList<QList<QPointF>> onPage(const QList<QList<QPointF>> &strokes, const QRectF &place, const QSizeF &page)
{
    const QRectF ink = extentOf(strokes);
    const QSizeF room(place.width() * page.width(), place.height() * page.height());
    const double scale = std::min({room.width() / std::max(ink.width(), 1.0), room.height() / std::max(ink.height(), 1.0), kLargest});
    const QPointF corner(place.left() * page.width(), place.bottom() * page.height() - ink.height() * scale);
    QList<QList<QPointF>> placed;
    for (const QList<QPointF> &stroke : strokes) {
        QList<QPointF> line;
        for (const QPointF &point : stroke) {
            const QPointF at = corner + (point - ink.topLeft()) * scale;
            line << QPointF(at.x() / page.width(), at.y() / page.height());
        }
        placed << line;
    }
    return placed;
}

/// A picture as large as the place allows, standing on its lower edge.
QRectF pictureBox(const InkPicture &picture, const QRectF &place, const QSizeF &page)
{
    const QSizeF room(place.width() * page.width(), place.height() * page.height());
    const double scale = std::min(room.width() / picture.width, room.height() / picture.height);
    const QSizeF size(picture.width * scale / page.width(), picture.height * scale / page.height());
    return {QPointF(place.left(), place.bottom() - size.height()), size};
}

/// Beside the line, on the side with more room.
QRectF besideOf(const QRectF &place)
{
    const double right = 1 - kMargin - place.right(), left = place.left() - kMargin;
    const double width = std::max(right, left) - kGap;
    return {right >= left ? place.right() + kGap : kMargin, place.bottom() - kHeight, std::max(width, 0.1), kHeight};
}

Mark markOf(const Signature &signature, MarkKind kind, int page, const QRectF &box)
{
    Mark mark;
    mark.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    mark.page = page;
    mark.kind = kind;
    mark.box = box;
    mark.colour = QLatin1String(kInk);
    mark.author = signature.signer;
    mark.created = mark.modified = signature.day.startOfDay(Qt::UTC);
    return mark;
}

} // namespace

SignaturePlace signaturePlaceOf(const QList<QList<Word>> &pages, const QString &label)
{
    const QString wanted = folded(label);
    for (qsizetype page = pages.size() - 1; page >= 0 && !wanted.isEmpty(); --page) {
        const QList<Word> &words = pages.at(page);
        SignaturePlace last;
        for (const Word &word : words) {
            if (!folded(word.text).startsWith(wanted))
                continue;
            const QRectF line = lineBelow(words, word.box);
            if (!last.found || !line.isEmpty()) // a heading of the same word has no line near
                last = placeOf(int(page), word.box, line);
        }
        if (last.found)
            return last;
    }
    return {int(std::max<qsizetype>(pages.size() - 1, 0)), QRectF(0.1, 0.8, kWidth, kHeight), false};
}

QList<Mark> signatureMarks(const Signature &signature, const SignaturePlace &place, const QSizeF &page)
{
    if (signature.isEmpty() || page.isEmpty())
        return {};
    const bool drawn = !signature.strokes.isEmpty(), pictured = !drawn && !signature.picture.isEmpty();
    Mark sign = markOf(signature, drawn ? MarkKind::Ink : pictured ? MarkKind::Stamp : MarkKind::Text, place.page, place.box);
    if (drawn) {
        sign.strokes = onPage(signature.strokes, place.box, page);
    } else if (pictured) {
        sign.picture = signature.picture;
        sign.box = pictureBox(signature.picture, place.box, page);
    } else {
        sign.text = signature.typed.trimmed();
        sign.box = QRectF(place.box.left(), place.box.bottom() - kAboveLine - kTypedHeight, place.box.width(), kTypedHeight);
    }
    Mark note = markOf(signature, MarkKind::Text, place.page, besideOf(place.box));
    // English like the gloss of every letter, in words that the reading of evidence knows.
    note.text = u"Signed electronically by %1, %2"_s.arg(signature.signer, signature.day.toString(Qt::ISODate));
    if (drawn || pictured)
        sign.text = note.text;
    return {sign, note};
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/pagereader.h"

#include "app/docworker/engine/pagepicture.h"
#include "app/docworker/engine/textlayer.h"

#include <QtMath>

#include <leptonica/allheaders.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr double kMargin = 0.12; // of a box's height, round it: less than half a space, so that no neighbour comes in
constexpr int kWhiteBorder = 12; // pixels round a line; without it Tesseract loses characters at the edges
constexpr int kLeastLine = 24;   // pixels high; smaller lines are enlarged
constexpr int kLeastContrast = 48; // grey levels between paper and ink
constexpr int kBoxesMs = 20'000;  // of processor time

QRectF withMargin(const QRectF &box)
{
    const double margin = qMin(box.width(), box.height()) * kMargin;
    return box.adjusted(-margin, -margin, margin, margin);
}

/// Whether an eye would see anything in it. (Asked about plain paper, Tesseract invents a letter.)
bool hasInk(Pix *grey)
{
    int darkest = 0;
    int lightest = 0;
    pixGetExtremeValue(grey, 1, L_SELECT_MIN, nullptr, nullptr, nullptr, &darkest);
    pixGetExtremeValue(grey, 1, L_SELECT_MAX, nullptr, nullptr, nullptr, &lightest);
    return lightest - darkest >= kLeastContrast;
}

/// The part with a white border; null when there is nothing on it.
PixPointer cut(Pix *from, const QRect &part)
{
    const std::unique_ptr<Box, void (*)(Box *)> box(boxCreate(part.x(), part.y(), part.width(), part.height()),
                                                    [](Box *b) { boxDestroy(&b); });
    PixPointer piece(pixClipRectangle(from, box.get(), nullptr));
    if (!piece || !hasInk(piece.get()))
        return nullptr;
    if (part.height() < kLeastLine)
        piece.reset(pixScale(piece.get(), 2, 2));
    return PixPointer(pixAddBorder(piece.get(), kWhiteBorder, 255));
}

ReadWord joined(const QList<Recogniser::Piece> &pieces)
{
    ReadWord word;
    word.confidence = pieces.isEmpty() ? 0 : 1;
    for (const Recogniser::Piece &piece : pieces) {
        word.text += (word.text.isEmpty() ? QString() : u" "_s) + piece.text;
        word.confidence = qMin(word.confidence, piece.confidence);
    }
    return word;
}

} // namespace

Result<void> PageReader::prepare(PageSource &source, const QString &document, int page, bool level)
{
    if (m_prepared.document == document && m_prepared.page == page && (m_prepared.level || !level))
        return {};
    m_prepared = {};
    const auto picture = greyPicture(source, page);
    if (!picture)
        return picture.error();
    m_prepared.straight = level ? straightened(picture->grey) : turned(picture->grey, source.text(page).quarterTurns);
    m_prepared.document = document;
    m_prepared.page = page;
    m_prepared.level = level;
    m_prepared.dpi = picture->dpi;
    m_prepared.given = picture->grey.size();
    return {};
}

QRectF PageReader::onPage(const QRectF &box) const
{
    const QRectF at = m_prepared.straight.toGiven.mapRect(box);
    const QRectF unit(at.x() / m_prepared.given.width(), at.y() / m_prepared.given.height(), at.width() / m_prepared.given.width(),
                      at.height() / m_prepared.given.height());
    return unit.intersected(QRectF(0, 0, 1, 1));
}

QRectF PageReader::onStraight(const QRectF &box) const
{
    const StraightPicture &straight = m_prepared.straight;
    const QTransform pixels = QTransform::fromScale(m_prepared.given.width(), m_prepared.given.height());
    const QPointF middle = (pixels * straight.toGiven.inverted()).map(box.center());
    QSizeF size(box.width() * m_prepared.given.width(), box.height() * m_prepared.given.height());
    if (straight.quarterTurns % 2)
        size.transpose();
    // The box stands round a tilted line; the line itself is flatter.
    const double angle = qDegreesToRadians(std::abs(straight.skew));
    const double sine = std::sin(angle);
    const double cosine = std::cos(angle);
    const double level = cosine * cosine - sine * sine;
    const QSizeF line(qMax((size.width() * cosine - size.height() * sine) / level, size.width() / 2),
                      qMax((size.height() * cosine - size.width() * sine) / level, size.height() / 2));
    return {middle.x() - line.width() / 2, middle.y() - line.height() / 2, line.width(), line.height()};
}

Result<std::optional<PageReading>> PageReader::prepareReading(PageSource &source, const QString &document, int page, const ReadingOptions &options)
{
    const bool isReady = m_prepared.document == document && m_prepared.page == page && m_prepared.level && m_prepared.wanted;
    if (!options.fromPicture && !isReady) {
        const PageText text = source.text(page);
        if (layerSuffices(source, page, text))
            return std::optional(layerReading(text, source.pageSize(page)));
    }
    if (const auto ready = prepare(source, document, page, true); !ready)
        return ready.error();
    m_prepared.wanted = true;
    return std::optional<PageReading>();
}

Result<PageReading> PageReader::read(PageSource &source, const QString &document, int page, const ReadingOptions &options)
{
    const auto layer = prepareReading(source, document, page, options);
    if (!layer)
        return layer.error();
    if (*layer)
        return **layer;
    const auto pieces = m_recogniser.page(m_prepared.straight.pix.get(), m_prepared.dpi, options.languages);
    if (!pieces)
        return pieces.error();
    const double points = 72 / m_prepared.dpi;
    PageReading reading;
    reading.source = TextSource::Ocr;
    reading.straightSize = QSizeF(m_prepared.straight.size) * points;
    reading.quarterTurns = m_prepared.straight.quarterTurns;
    reading.skew = m_prepared.straight.skew;
    reading.words.reserve(pieces->size());
    for (const Recogniser::Piece &piece : *pieces) {
        const QRectF box(piece.box);
        reading.words.append({piece.text, onPage(box), QRectF(box.topLeft() * points, box.size() * points), piece.confidence,
                              !piece.endsLine});
    }
    return reading;
}

Result<ReadWord> PageReader::readBox(const QRectF &box, const QStringList &languages)
{
    const QRectF straight = onStraight(box);
    const double points = 72 / m_prepared.dpi;
    ReadWord word;
    const QRect part = withMargin(straight).toAlignedRect().intersected(QRect(QPoint(), m_prepared.straight.size));
    if (const PixPointer line = part.isEmpty() ? nullptr : cut(m_prepared.straight.pix.get(), part)) {
        const auto pieces = m_recogniser.line(line.get(), m_prepared.dpi, languages);
        if (!pieces)
            return pieces.error();
        word = joined(*pieces);
    } else {
        word.confidence = 0;
    }
    word.box = box;
    word.straight = QRectF(straight.topLeft() * points, straight.size() * points);
    return word;
}

Result<void> PageReader::prepareBoxes(PageSource &source, const QString &document, int page)
{
    if (m_prepared.document == document && m_prepared.page == page && m_prepared.level)
        return {};
    // Lines of a drawn page are level; those of a scan (with or without a text layer of its own) need not be.
    const bool level = source.text(page).words.isEmpty() || !source.picture(page).isNull();
    return prepare(source, document, page, level);
}

Result<QList<ReadWord>> PageReader::readBoxes(PageSource &source, const QString &document, int page, const QList<QRectF> &boxes,
                                              const QStringList &languages)
{
    if (boxes.size() > kMostBoxes)
        return Error{Error::Code::Invalid, u"At most %1 places of a page can be read at a time."_s.arg(kMostBoxes)};
    if (const auto ready = prepareBoxes(source, document, page); !ready)
        return ready.error();
    const qint64 end = Recogniser::processorMs() + kBoxesMs;
    QList<ReadWord> words;
    for (const QRectF &box : boxes) {
        if (Recogniser::processorMs() > end)
            return Error{Error::Code::Document, u"The page could not be read in reasonable time. Ask for a clearer copy, or check it by eye."_s,
                         u"boxes: out of time"_s};
        auto word = readBox(box, languages);
        if (!word)
            return word.error();
        words.append(std::move(*word));
    }
    return words;
}

} // namespace PortDesk

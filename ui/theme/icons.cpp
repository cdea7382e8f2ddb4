// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/tokens.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QMetaEnum>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>
#include <iterator>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr const char16_t *kKeys[]{
    u"", u"today", u"cases", u"calendar", u"mail", u"chart", u"book", u"gear", u"phone", u"check", u"cross", u"warning", u"clock", u"dot", u"search",
    u"plus", u"minus", u"trash", u"file", u"folder", u"zoom-in", u"zoom-out", u"rotate", u"fit-width", u"fit-page", u"print", u"save", u"undo", u"redo",
    u"chevron-up", u"chevron-down", u"chevron-left", u"chevron-right", u"user", u"flag", u"lock", u"info", u"arrow-right", u"arrow-left", u"copy",
    u"edit", u"refresh", u"download", u"upload", u"money", u"pin", u"filter", u"more", u"pages", u"truck"};
static_assert(std::size(kKeys) == size_t(Glyph::Truck) + 1);

class GlyphEngine final : public QIconEngine
{
public:
    explicit GlyphEngine(Glyph glyph) : m_glyph(glyph) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintGlyph(painter, rect, m_glyph, color(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return glyphPixmap(m_glyph, std::min(size.width(), size.height()), color(mode, state), 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // `size` is in device pixels here; the caller sets the ratio on what it gets.
        Q_UNUSED(scale);
        return pixmap(size, mode, state);
    }
    QIconEngine *clone() const override { return new GlyphEngine(m_glyph); }
    QString key() const override { return u"portdesk"_s; }
    bool isNull() override { return m_glyph == Glyph::None; }

private:
    static QColor color(QIcon::Mode mode, QIcon::State state)
    {
        const Tokens &tokens = tokensFor(QGuiApplication::palette());
        if (mode == QIcon::Disabled)
            return tokens.tertiary;
        if (state == QIcon::On)
            return tokens.accent;
        return mode == QIcon::Active || mode == QIcon::Selected ? tokens.text : tokens.secondary;
    }

    Glyph m_glyph;
};

} // namespace

QString glyphKey(Glyph glyph)
{
    return QString::fromUtf16(kKeys[size_t(glyph)]);
}

QList<Glyph> allGlyphs()
{
    QList<Glyph> all;
    for (size_t i = 1; i < std::size(kKeys); ++i)
        all.append(Glyph(i));
    return all;
}

QIcon themedIcon(Glyph glyph)
{
    return glyph == Glyph::None ? QIcon() : QIcon(new GlyphEngine(glyph));
}

QPixmap glyphPixmap(Glyph glyph, int size, const QColor &color, qreal devicePixelRatio)
{
    if (glyph == Glyph::None || size <= 0)
        return {};
    const int pixels = int(std::ceil(size * devicePixelRatio));
    const QString key = u"portdesk-glyph-%1-%2-%3"_s.arg(int(glyph)).arg(pixels).arg(color.rgba(), 8, 16);
    QPixmap result;
    if (!QPixmapCache::find(key, &result)) {
        QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        QSvgRenderer(u":/icons/%1.svg"_s.arg(glyphKey(glyph))).render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), color);
        painter.end();
        result = QPixmap::fromImage(image);
        QPixmapCache::insert(key, result);
    }
    result.setDevicePixelRatio(devicePixelRatio);
    return result;
}

void paintGlyph(QPainter *painter, const QRect &rect, Glyph glyph, const QColor &color)
{
    const int size = std::min(rect.width(), rect.height());
    const QPixmap pixmap = glyphPixmap(glyph, size, color, painter->device()->devicePixelRatio());
    painter->drawPixmap(QPoint(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2), pixmap);
}

} // namespace PortDesk

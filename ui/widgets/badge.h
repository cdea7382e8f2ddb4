// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QWidget>

namespace PortDesk {

/// What a badge says: an icon and a word, tinted by state. The colour never stands alone.
struct BadgeContent {
    Glyph glyph = Glyph::Dot;
    QString text;
    State state = State::Neutral;

    friend bool operator==(const BadgeContent &, const BadgeContent &) = default;
};

/// The usual icon of a state.
Glyph stateGlyph(State state);

/// Size of a badge in logical pixels, for widgets and delegates.
QSize badgeSize(const BadgeContent &content);
/// Paints a badge into `rect` (its height is kept, the text elides to the width).
void paintBadge(QPainter *painter, const QRect &rect, const BadgeContent &content, const Tokens &tokens, Qt::LayoutDirection direction = Qt::LeftToRight);

class Badge final : public QWidget
{
    Q_OBJECT
public:
    explicit Badge(const BadgeContent &content = {}, QWidget *parent = nullptr);

    void setContent(const BadgeContent &content);
    const BadgeContent &content() const { return m_content; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeContent m_content;
};

} // namespace PortDesk
Q_DECLARE_METATYPE(PortDesk::BadgeContent)

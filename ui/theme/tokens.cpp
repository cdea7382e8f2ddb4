// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QPalette>
#include <QWidget>

#include <cmath>

namespace PortDesk {

const StateColors &Tokens::state(State which) const
{
    switch (which) {
    case State::Good: return good;
    case State::Waiting: return waiting;
    case State::Problem: return problem;
    case State::Info: return info;
    case State::Neutral: break;
    }
    return neutral;
}

const Tokens &lightTokens()
{
    static const Tokens tokens{
        .window = 0xf5f6f8, .surface = 0xffffff, .sunken = 0xeef0f4, .line = 0xdfe3e9,
        .text = 0x1b2029, .secondary = 0x5a6372, .tertiary = 0x8a93a2,
        .accent = 0x3451c6, .accentSoft = 0xe8ecfb, .onAccent = 0xffffff,
        .good = {0x1f7a3d, 0xe3f4e8}, .waiting = {0x92610a, 0xfdf1d6}, .problem = {0xb3261e, 0xfbe7e5},
        .info = {0x155e97, 0xe2f0fb}, .neutral = {0x5a6372, 0xeef0f4}};
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens{
        .window = 0x15181d, .surface = 0x1d2127, .sunken = 0x262b33, .line = 0x333a44,
        .text = 0xe8ebf0, .secondary = 0xa7b0be, .tertiary = 0x7b8594,
        .accent = 0x8ea2ff, .accentSoft = 0x2a3257, .onAccent = 0x15181d,
        .good = {0x74d391, 0x1b3a26}, .waiting = {0xf0c069, 0x40331a}, .problem = {0xff9a92, 0x472523},
        .info = {0x8cc7f7, 0x1c3448}, .neutral = {0xa7b0be, 0x262b33}};
    return tokens;
}

const Tokens &tokensFor(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? darkTokens() : lightTokens();
}

const Tokens &tokensFor(const QWidget *widget)
{
    return tokensFor(widget->palette());
}

QPalette paletteFor(const Tokens &t)
{
    QPalette p;
    const std::pair<QPalette::ColorRole, QColor> roles[]{
        {QPalette::Window, t.window}, {QPalette::WindowText, t.text}, {QPalette::Base, t.surface}, {QPalette::AlternateBase, t.window},
        {QPalette::Text, t.text}, {QPalette::Button, t.surface}, {QPalette::ButtonText, t.text}, {QPalette::BrightText, t.problem.text},
        {QPalette::Highlight, t.accentSoft}, {QPalette::HighlightedText, t.text}, {QPalette::Link, t.accent}, {QPalette::LinkVisited, t.accent},
        {QPalette::ToolTipBase, t.text}, {QPalette::ToolTipText, t.surface}, {QPalette::PlaceholderText, t.tertiary},
        {QPalette::Light, t.surface}, {QPalette::Midlight, t.sunken}, {QPalette::Mid, t.line}, {QPalette::Dark, t.line}, {QPalette::Shadow, t.line}};
    for (const auto &[role, color] : roles)
        p.setColor(role, color);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, t.tertiary);
    p.setColor(QPalette::Disabled, QPalette::Base, t.window);
    p.setColor(QPalette::Disabled, QPalette::Button, t.window);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.sunken);
    return p;
}

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace PortDesk

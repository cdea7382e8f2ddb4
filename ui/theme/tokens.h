// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPalette;
class QWidget;

namespace PortDesk {

/// What a colour says; always shown together with an icon and a word.
enum class State { Neutral, Good, Waiting, Problem, Info };

/// Text (or line) colour of a state and the pale surface behind it.
struct StateColors {
    QColor text;
    QColor soft;
};

/// All colours of the program. Widgets ask for a meaning, never for a number.
struct Tokens {
    QColor window;
    QColor surface;
    QColor sunken;
    QColor line;
    QColor text;
    QColor secondary;
    QColor tertiary; ///< large or decorative text only: below 4.5:1
    QColor accent;
    QColor accentSoft;
    QColor onAccent; ///< text on an accent surface
    StateColors good;
    StateColors waiting;
    StateColors problem;
    StateColors info;
    StateColors neutral;

    const StateColors &state(State state) const;
};

const Tokens &lightTokens();
const Tokens &darkTokens();

/// The tokens a palette was made of: what is painted follows the widget's palette, there is no global theme to ask.
const Tokens &tokensFor(const QPalette &palette);
const Tokens &tokensFor(const QWidget *widget);

/// The palette of `tokens`, Disabled and PlaceholderText included. Highlight is the accent's soft surface with normal text.
QPalette paletteFor(const Tokens &tokens);

/// WCAG contrast ratio, 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace PortDesk

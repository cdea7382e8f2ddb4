// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"

#include <QLabel>

#include <optional>

namespace PortDesk {

/// A label by role: size and weight from the text role, colour by meaning, following the theme. Selectable text is the caller's choice.
class TextLabel final : public QLabel
{
    Q_OBJECT
public:
    enum class Tone { Normal, Secondary, Tertiary };

    explicit TextLabel(const QString &text = {}, TextRole role = TextRole::Body, Tone tone = Tone::Normal, QWidget *parent = nullptr);

    void setRole(TextRole role);
    void setTone(Tone tone);
    /// Colours the text by a state; nullopt returns to the tone.
    void setState(std::optional<State> state);

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolor();

    Tone m_tone;
    std::optional<State> m_state;
};

/// One line that ends in "…" where it does not fit; the whole text is the tool tip then.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, Qt::TextElideMode mode = Qt::ElideRight, QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Qt::TextElideMode m_mode;
};

} // namespace PortDesk

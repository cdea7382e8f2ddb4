// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QVBoxLayout;

namespace PortDesk {

class TextLabel;

/// A surface with a line and radius 8, an optional title and an optional coloured left edge. Put content into body().
class Card final : public QWidget
{
    Q_OBJECT
public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// A coloured left edge for what needs attention; nullopt = none.
    void setEdge(std::optional<State> state);
    QVBoxLayout *body() const { return m_body; }
    /// Adds a widget at the end of the title row ("Edit").
    void addToHeader(QWidget *widget);
    /// No inner margins: for a table or page that fills the card.
    void setFlush(bool flush);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_title;
    QHBoxLayout *m_header;
    QVBoxLayout *m_outer;
    QVBoxLayout *m_body;
    std::optional<State> m_edge;
};

} // namespace PortDesk

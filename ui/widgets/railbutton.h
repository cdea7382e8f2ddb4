// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QAbstractButton>

namespace PortDesk {

/// One place of the Rail.
class RailButton final : public QAbstractButton
{
    Q_OBJECT
public:
    RailButton(Glyph glyph, const QString &text, QWidget *parent = nullptr);

    void setCount(int count, bool urgent);
    int count() const { return m_count; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Glyph m_glyph;
    int m_count = 0;
    bool m_urgent = false;
};

} // namespace PortDesk

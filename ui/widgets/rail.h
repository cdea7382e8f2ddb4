// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace PortDesk {

class RailButton;
class TextLabel;

/// The narrow navigation at the left: places with icon, word and count; a part at the bottom. Arrow keys move, Space opens.
class Rail final : public QWidget
{
    Q_OBJECT
public:
    enum class Part { Top, Bottom };

    explicit Rail(QWidget *parent = nullptr);

    /// The button gets the objectName "<id>RailButton".
    void addPlace(const QString &id, Glyph glyph, const QString &text, Part part = Part::Top);
    /// 0 hides the count; `urgent` paints it in the problem colour.
    void setCount(const QString &id, int count, bool urgent = false);
    void setCurrent(const QString &id);
    QString current() const;
    /// The small line at the bottom ("Anna Weber, agent").
    void setFooter(const QString &text);
    QSize sizeHint() const override;

Q_SIGNALS:
    void placeChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_top;
    QVBoxLayout *m_bottom;
    TextLabel *m_footer;
    QHash<QString, RailButton *> m_buttons;
    QStringList m_order;
};

} // namespace PortDesk

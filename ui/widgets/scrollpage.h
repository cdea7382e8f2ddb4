// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace PortDesk {

/// A page that scrolls up and down when it is higher than its place: without frame, never sideways, never squeezing its content below the
/// height that wrapped text needs. (A QScrollArea alone does squeeze: layouts that change while nobody sees them are not measured again.)
class ScrollPage : public QScrollArea
{
    Q_OBJECT
public:
    explicit ScrollPage(QWidget *parent = nullptr);

    /// Takes ownership; `content` has a layout. What is behind the page shows through.
    void setContent(QWidget *content);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void measure();
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QSpinBox;
class QToolButton;

namespace PortDesk {

class PageView;
class TextLabel;

/// Page n of m, zoom, fit and rotate of a page view; room for further buttons at the end.
class ViewerBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ViewerBar(PageView &view, QWidget *parent = nullptr);

    /// Call after the view got another source.
    void refresh();
    void addButton(QToolButton *button, bool atStart = false);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PageView &m_view;
    QHBoxLayout *m_row;
    QSpinBox *m_page;
    TextLabel *m_pages;
    TextLabel *m_zoom;
    QToolButton *m_fitWidth;
    QToolButton *m_fitPage;
};

} // namespace PortDesk

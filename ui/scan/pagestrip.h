// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QToolButton;

namespace PortDesk {

class ScannedPages;
class TextLabel;

/// The scanned pages as small pictures: chosen, moved by drag or Ctrl+Up and Ctrl+Down, turned (Ctrl+R), deleted (Delete), undone (Ctrl+Z).
class PageStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit PageStrip(ScannedPages &pages, QWidget *parent = nullptr);

    /// -1 = none.
    int currentPage() const;
    void setCurrentPage(int row);

Q_SIGNALS:
    void currentChanged(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLayout *makeButtons();
    QToolButton *button(int glyph, const QString &words, const QString &name, void (PageStrip::*act)());
    void moveUp();
    void moveDown();
    void turn();
    void remove();
    void undo();
    void redo();
    void refresh();

    ScannedPages &m_pages;
    QListView *m_list;
    TextLabel *m_count;
    QToolButton *m_up;
    QToolButton *m_down;
    QToolButton *m_turn;
    QToolButton *m_remove;
    QToolButton *m_undo;
    QToolButton *m_redo;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QPushButton;

namespace PortDesk {

class MessageBar;
class ScrollPage;
class TextLabel;

/// A sheet at the right edge of its parent that asks for something while the parent stays visible beside it: title, message, a form that
/// scrolls, Cancel and the one button that does it. Escape closes.
class SideSheet : public QWidget
{
    Q_OBJECT
public:
    explicit SideSheet(QWidget *parent);

    bool isOpen() const { return m_form != nullptr; }
    /// Says why it was not done; what was entered stays.
    void showProblem(const QString &text, const QList<QAction *> &actions = {});
    void showConflict(const QString &text, QAction *reload);
    void clearMessage();
    void setBusy(bool busy);
    void close();
    /// Takes ownership of the form and puts the keyboard into its first control. Without a button text there is only Close.
    void openWith(QWidget *form, const QString &title, const QString &button);

Q_SIGNALS:
    /// The button was pressed; the sheet stays open until close().
    void accepted();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    TextLabel *m_title;
    MessageBar *m_bar;
    ScrollPage *m_scroll;
    QPushButton *m_cancel;
    QPushButton *m_apply;
    QWidget *m_form = nullptr;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/forms/actionform.h"

class QPushButton;

namespace PortDesk {

class MessageBar;
class ScrollPage;
class TextLabel;

/// The side sheet over the case page that asks what an action needs. The case stays visible beside it.
class ActionSheet final : public QWidget
{
    Q_OBJECT
public:
    explicit ActionSheet(QWidget *parent);

    /// Opens with the form of `context.action`.
    void open(const FormContext &context);
    bool isOpen() const { return m_form != nullptr; }
    QString action() const { return m_action; }
    /// Says why the action was not done; what was entered stays.
    void showProblem(const QString &text, const QList<QAction *> &actions = {});
    void showConflict(const QString &text, QAction *reload);
    void clearMessage();
    void setBusy(bool busy);
    void close();

Q_SIGNALS:
    void applyWanted(const QString &action, const QVariantMap &values);
    void placeWanted(const QString &place);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void place();

    QString m_action;
    TextLabel *m_title;
    MessageBar *m_bar;
    ScrollPage *m_scroll;
    QPushButton *m_apply;
    ActionForm *m_form = nullptr;
};

} // namespace PortDesk

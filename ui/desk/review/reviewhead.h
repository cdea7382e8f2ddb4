// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QAction;
class QMenu;
class QPushButton;
class QToolButton;

namespace PortDesk {

class Badge;
class ElidedLabel;
class TextLabel;

/// The head line of the review, and its actions with their keys: everything a button does stands in the menu, too.
class ReviewHead final : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewHead(QWidget *parent = nullptr);

    void showDocument(const QString &reference, const QString &file, const QString &kind, const QString &place);
    void setZoom(double zoom);
    /// "Beside LOA", or beside the bill when the letter is what is shown; "" = there is nothing to put beside it.
    void setBeside(const QString &words, bool checked);
    void setDecidable(bool decidable);
    void setReturnable(bool returnable);

    /// More for the menu, with keys of their own.
    void addToMenu(const QList<QAction *> &actions);

    /// "back" "accept" "refuse" "return" "next-problem" "previous-problem" "next-document" "previous-document" "fit-width" "fit-page" "zoom-in"
    /// "zoom-out" "rotate" "beside" "other-page" "thumbnails" "find" "hide-marks"
    QAction *action(const QString &id) const { return m_actions.value(id); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeActions();
    QPushButton *button(const QString &id, const QString &objectName);
    QMenu *makeMenu();

    QHash<QString, QAction *> m_actions;
    QMenu *m_menu = nullptr;
    ElidedLabel *m_title;
    Badge *m_kind;
    TextLabel *m_place;
    TextLabel *m_zoom;
    QPushButton *m_beside = nullptr;
    QPushButton *m_return = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemView;
class QLineEdit;
class QModelIndex;

namespace PortDesk {

/// The keys of a search field above a list it fills: Down goes into the list and Up from its first row comes back, Return opens the row that is
/// chosen, or the only one. While the list is being searched the keys wait for what comes.
class SearchKeys final : public QObject
{
    Q_OBJECT
public:
    SearchKeys(QLineEdit *search, QAbstractItemView *list);

    /// What the list shows is no longer what was typed.
    void hold() { m_held = true; }
    /// It is again: does what was pressed meanwhile.
    void release();
    /// The search failed: what was pressed meanwhile is forgotten.
    void forget();

Q_SIGNALS:
    void rowOpened(const QModelIndex &index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Wish { None, Enter, Open };
    void wish(Wish wish);
    void enter();
    void open();

    QLineEdit *m_search;
    QAbstractItemView *m_list;
    Wish m_wish = Wish::None;
    bool m_held = false;
};

} // namespace PortDesk

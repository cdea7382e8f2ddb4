// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchkeys.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

namespace PortDesk {

SearchKeys::SearchKeys(QLineEdit *search, QAbstractItemView *list) : QObject(list), m_search(search), m_list(list)
{
    search->installEventFilter(this);
    list->installEventFilter(this);
    connect(search, &QLineEdit::returnPressed, this, [this] { wish(Wish::Open); });
}

void SearchKeys::release()
{
    m_held = false;
    wish(std::exchange(m_wish, Wish::None));
}

void SearchKeys::forget()
{
    m_held = false;
    m_wish = Wish::None;
}

void SearchKeys::wish(Wish wish)
{
    if (m_held)
        m_wish = wish;
    else if (wish == Wish::Enter)
        enter();
    else if (wish == Wish::Open)
        open();
}

/// To the row that is chosen, else to the first.
void SearchKeys::enter()
{
    const QAbstractItemModel *model = m_list->model();
    if (!m_list->isVisible() || !model || model->rowCount(m_list->rootIndex()) == 0)
        return;
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(model->index(0, 0, m_list->rootIndex()));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

/// Of several, none of them chosen, nobody knows which is meant: the list is where it is said.
void SearchKeys::open()
{
    const QAbstractItemModel *model = m_list->model();
    if (!m_list->isVisible() || !model)
        return;
    const QModelIndex only = model->rowCount(m_list->rootIndex()) == 1 ? model->index(0, 0, m_list->rootIndex()) : QModelIndex();
    const QModelIndex chosen = m_list->currentIndex().isValid() ? m_list->currentIndex() : only;
    if (chosen.isValid())
        Q_EMIT rowOpened(chosen);
    else
        enter();
}

bool SearchKeys::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    if (!key || (key->modifiers() & ~Qt::KeypadModifier))
        return QObject::eventFilter(watched, event);
    if (watched == m_search && key->key() == Qt::Key_Down) {
        wish(Wish::Enter);
        return true;
    }
    if (watched == m_list && key->key() == Qt::Key_Up && m_list->currentIndex().row() <= 0) {
        m_search->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace PortDesk

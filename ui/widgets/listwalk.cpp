// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listwalk.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>

namespace PortDesk {

namespace {

class ListWalk final : public QObject
{
public:
    ListWalk(QLineEdit *search, QAbstractItemView *list) : QObject(search), m_list(list) { search->installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
        if (!m_list || !m_list->model() || (key != Qt::Key_Down && key != Qt::Key_Up))
            return QObject::eventFilter(watched, event);
        const int row = m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
        if (row >= 0 && row < m_list->model()->rowCount(m_list->rootIndex()))
            m_list->setCurrentIndex(m_list->model()->index(row, 0, m_list->rootIndex()));
        return true;
    }

private:
    QPointer<QAbstractItemView> m_list;
};

} // namespace

void walkListFrom(QLineEdit *search, QAbstractItemView *list)
{
    new ListWalk(search, list);
}

} // namespace PortDesk

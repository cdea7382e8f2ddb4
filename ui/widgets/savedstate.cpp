// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/savedstate.h"

#include <QEvent>
#include <QHeaderView>
#include <QSettings>
#include <QSplitter>

#include <functional>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

/// Saves when the watched widget hides: on close, on page change and before it is destroyed.
class Keeper final : public QObject
{
public:
    Keeper(QWidget *widget, QString key, std::function<QByteArray()> save) : QObject(widget), m_key(std::move(key)), m_save(std::move(save))
    {
        widget->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Hide || event->type() == QEvent::Close)
            QSettings().setValue(m_key, m_save());
        return QObject::eventFilter(watched, event);
    }

private:
    QString m_key;
    std::function<QByteArray()> m_save;
};

QByteArray stored(const QString &key)
{
    return QSettings().value(key).toByteArray();
}

} // namespace

void rememberGeometry(QWidget *window, const QString &key)
{
    const QString path = u"geometry/"_s + key;
    if (const QByteArray state = stored(path); !state.isEmpty())
        window->restoreGeometry(state);
    new Keeper(window, path, [window] { return window->saveGeometry(); });
}

void rememberSplitter(QSplitter *splitter, const QString &key)
{
    const QString path = u"splitter/"_s + key;
    if (const QByteArray state = stored(path); !state.isEmpty())
        splitter->restoreState(state);
    new Keeper(splitter, path, [splitter] { return splitter->saveState(); });
}

void rememberHeader(QHeaderView *header, const QString &key)
{
    const QString path = u"columns/"_s + key;
    if (const QByteArray state = stored(path); !state.isEmpty())
        header->restoreState(state);
    new Keeper(header, path, [header] { return header->saveState(); });
}

} // namespace PortDesk

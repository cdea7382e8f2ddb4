// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QCalendarWidget>
#include <QComboBox>
#include <QGroupBox>
#include <QHash>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QScrollBar>
#include <QTabBar>
#include <QWidget>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

/// Inner parts of a control that speaks for itself.
bool isPart(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    if (!parent || qobject_cast<const QScrollBar *>(widget))
        return true;
    if (qobject_cast<const QLineEdit *>(widget))
        return qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent);
    if (const auto *area = qobject_cast<const QAbstractScrollArea *>(parent); area && area->viewport() == widget)
        return true;
    return widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QComboBoxPrivateContainer") || parent->inherits("QComboBoxPrivateContainer")
        || parent->inherits("QTabBar") || parent->inherits("QLineEdit");
}

QList<QWidget *> controls(QWidget *root)
{
    QList<QWidget *> found;
    const auto widgets = root->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() != Qt::NoFocus && !isPart(widget) && !widget->focusProxy() && widget->window() == root->window())
            found.append(widget);
    }
    return found;
}

QString nameOf(const QWidget *widget)
{
    return u"%1 \"%2\""_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
}

/// What a screen reader says first; a label made from the text of the control itself does for buttons, not for inputs.
QString spokenName(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

QStringList unnamed(const QList<QWidget *> &widgets)
{
    QStringList findings;
    for (QWidget *widget : widgets) {
        const bool scrollArea = widget->metaObject()->className() == QByteArray("QScrollArea");
        if (!scrollArea && spokenName(widget).trimmed().isEmpty())
            findings.append(nameOf(widget) + u" has no accessible name"_s);
    }
    return findings;
}

QStringList unreachable(QWidget *root, const QList<QWidget *> &widgets)
{
    QSet<const QWidget *> chain;
    QWidget *top = root->window();
    for (QWidget *next = top->nextInFocusChain(); next && next != top && !chain.contains(next); next = next->nextInFocusChain())
        chain.insert(next);
    QStringList findings;
    for (const QWidget *widget : widgets) {
        if (!chain.contains(widget))
            findings.append(nameOf(widget) + u" is not in the Tab order"_s);
        // A group of buttons is one Tab stop, so a checkable button without TabFocus is fine; an input without it is not.
        if (!(widget->focusPolicy() & Qt::TabFocus) && !qobject_cast<const QAbstractButton *>(widget))
            findings.append(nameOf(widget) + u" cannot be reached by Tab"_s);
    }
    return findings;
}

QString keyedText(const QWidget *widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->buddy() ? label->text() : QString();
    if (const auto *group = qobject_cast<const QGroupBox *>(widget))
        return group->title();
    return {};
}

QStringList doubledKeys(QWidget *root)
{
    QHash<QKeySequence, QStringList> users;
    const auto add = [&](const QString &text) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            users[key].append(text);
    };
    const auto widgets = root->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != root->window())
            continue;
        add(keyedText(widget));
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                add(tabs->tabText(i));
        }
        if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
            const auto actions = bar->actions();
            for (const QAction *action : actions)
                add(action->text());
        }
    }
    QStringList findings;
    for (auto it = users.cbegin(); it != users.cend(); ++it) {
        if (it->size() > 1)
            findings.append(u"%1 is the access key of %2"_s.arg(it.key().toString(), it->join(u" and "_s)));
    }
    return findings;
}

} // namespace

QStringList accessibilityFindings(QWidget *root)
{
    const QList<QWidget *> widgets = controls(root);
    QStringList findings = unnamed(widgets) + unreachable(root, widgets) + doubledKeys(root);
    findings.sort();
    return findings;
}

} // namespace PortDesk

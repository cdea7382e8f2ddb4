// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/guidriver.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTextEdit>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

/// Scrolls every scroll area above the widget so that it can be seen and clicked.
void bringIntoView(QWidget *widget)
{
    for (QWidget *up = widget->parentWidget(); up; up = up->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(up))
            area->ensureWidgetVisible(widget);
    }
}

} // namespace

void commitText(QWidget *widget, const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(widget, &event);
}

bool GuiDriver::fail(const QString &what) const
{
    QTest::qFail(qPrintable(what), __FILE__, __LINE__);
    return false;
}

bool GuiDriver::show(const QSize &size)
{
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    return QTest::qWaitForWindowActive(m_window) || fail(u"The window did not get the keyboard."_s);
}

QWidget *GuiDriver::findWidget(const QString &name) const
{
    if (m_window->objectName() == name)
        return m_window;
    QStringList similar;
    const auto widgets = m_window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->objectName() == name && widget->isVisible())
            return widget;
        if (!widget->objectName().startsWith(u"qt_"_s) && widget->objectName().contains(name.left(5), Qt::CaseInsensitive))
            similar.append(widget->objectName() + (widget->isVisible() ? QString() : u" (hidden)"_s));
    }
    similar.removeDuplicates();
    fail(u"No visible control is named %1; similar names: %2."_s.arg(name, similar.join(u", "_s)));
    return nullptr;
}

bool GuiDriver::has(const QString &name) const
{
    const auto widgets = m_window->findChildren<QWidget *>(name);
    return std::any_of(widgets.begin(), widgets.end(), [](const QWidget *widget) { return widget->isVisible(); });
}

bool GuiDriver::click(const QString &name)
{
    QWidget *widget = findWidget(name);
    if (!widget)
        return false;
    if (!widget->isEnabled())
        return fail(name + u" is disabled."_s);
    bringIntoView(widget);
    QTest::mouseClick(widget, Qt::LeftButton);
    return true;
}

bool GuiDriver::type(const QString &name, const QString &text)
{
    QWidget *widget = findWidget(name);
    if (!widget)
        return false;
    if (!widget->isEnabled())
        return fail(name + u" is disabled."_s);
    if (auto *combo = qobject_cast<QComboBox *>(widget))
        widget = combo->lineEdit() ? static_cast<QWidget *>(combo->lineEdit()) : widget;
    bringIntoView(widget);
    widget->setFocus(Qt::OtherFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(widget)) {
        line->selectAll();
    } else if (auto *plain = qobject_cast<QPlainTextEdit *>(widget)) {
        plain->selectAll();
    } else if (auto *rich = qobject_cast<QTextEdit *>(widget)) {
        rich->selectAll();
    } else {
        return fail(name + u" takes no text."_s);
    }
    if (text.isEmpty())
        QTest::keyClick(widget, Qt::Key_Delete);
    else
        commitText(widget, text);
    return true;
}

bool GuiDriver::choose(const QString &name, const QString &dataOrText)
{
    auto *combo = find<QComboBox>(name);
    if (!combo)
        return false;
    const int byData = combo->findData(dataOrText);
    const int index = byData >= 0 ? byData : combo->findText(dataOrText);
    if (index < 0)
        return fail(u"%1 does not offer %2."_s.arg(name, dataOrText));
    combo->setFocus(Qt::OtherFocusReason);
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
    return true;
}

bool GuiDriver::setChecked(const QString &name, bool checked)
{
    auto *button = find<QAbstractButton>(name);
    if (!button)
        return false;
    bringIntoView(button);
    if (button->isChecked() != checked)
        button->click();
    return button->isChecked() == checked || fail(name + u" did not take the check mark."_s);
}

bool GuiDriver::setDate(const QString &name, const QDate &date)
{
    auto *edit = find<QDateTimeEdit>(name);
    if (!edit)
        return false;
    edit->setFocus(Qt::OtherFocusReason);
    edit->setDate(date);
    return edit->date() == date || fail(u"%1 did not take %2."_s.arg(name, date.toString(Qt::ISODate)));
}

bool GuiDriver::clickRow(const QString &viewName, int row, int column)
{
    auto *view = find<QAbstractItemView>(viewName);
    if (!view)
        return false;
    const QModelIndex index = view->model()->index(row, column, view->rootIndex());
    if (!index.isValid())
        return fail(u"%1 has no row %2, it has %3."_s.arg(viewName).arg(row).arg(view->model()->rowCount(view->rootIndex())));
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    return true;
}

bool GuiDriver::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window, key, modifiers);
    return true;
}

bool GuiDriver::drop(const QString &name, const QMimeData &data)
{
    QWidget *widget = findWidget(name);
    if (!widget)
        return false;
    bringIntoView(widget);
    const QPoint centre = widget->rect().center();
    QDragEnterEvent enter(centre, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(widget, &enter);
    if (!enter.isAccepted())
        return fail(name + u" does not take what is dragged over it."_s);
    QDropEvent drop(centre, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(widget, &drop);
    return drop.isAccepted() || fail(name + u" did not take what was dropped on it."_s);
}

bool GuiDriver::waitFor(const std::function<bool()> &condition, const QString &what, int milliseconds)
{
    return QTest::qWaitFor(condition, milliseconds) || fail(u"Waited in vain for: "_s + what);
}

bool GuiDriver::shot(const QString &file)
{
    return m_window->grab().save(file) || fail(u"The picture could not be written: "_s + file);
}

} // namespace PortDesk

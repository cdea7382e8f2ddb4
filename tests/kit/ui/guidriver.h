// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QTest>
#include <QWidget>

#include <functional>

class QMimeData;

namespace PortDesk {

/// Drives a real window by the objectNames of its controls, as a person would. Every step says what it could not do (the
/// test has failed then) and returns false: wrap it in QVERIFY.
class GuiDriver
{
public:
    explicit GuiDriver(QWidget *window) : m_window(window) {}

    /// Shows the window at `size` and waits until it has the keyboard.
    bool show(const QSize &size = {1280, 800});

    /// A visible child by name (pages that are not shown may hold the same names). Fails with the similar names that exist.
    template<typename T> T *find(const QString &name) const
    {
        QWidget *widget = findWidget(name);
        T *typed = qobject_cast<T *>(widget);
        if (widget && !typed)
            fail(name + QStringLiteral(" is a ") + QString::fromLatin1(widget->metaObject()->className()));
        return typed;
    }
    QWidget *findWidget(const QString &name) const;
    bool has(const QString &name) const;

    bool click(const QString &name);
    /// Replaces the text of a line edit, text edit or editable combo box. Any script: goes through the input method.
    bool type(const QString &name, const QString &text);
    /// Picks an entry of a combo box by its data, or by its text.
    bool choose(const QString &name, const QString &dataOrText);
    bool setChecked(const QString &name, bool checked);
    bool setDate(const QString &name, const QDate &date);
    bool clickRow(const QString &viewName, int row, int column = 0);
    /// Sends a key to the control that has the keyboard.
    bool press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Drops data on a control, as from another program: it must take the drag first. Fails when it does not take it.
    bool drop(const QString &name, const QMimeData &data);
    /// Waits for a condition without sleeping; `what` is the words of the failure.
    bool waitFor(const std::function<bool()> &condition, const QString &what, int milliseconds = 10000);
    /// Saves a picture of the window.
    bool shot(const QString &file);

    QWidget *window() const { return m_window; }

private:
    bool fail(const QString &what) const;

    QWidget *m_window;
};

/// Commits text to a widget as an input method does (QTest::keyClicks aborts on text that is not Latin-1).
void commitText(QWidget *widget, const QString &text);

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace PortDesk {

class TextLabel;

/// Long work in words ("3 of 12 numbers checked") with a bar and Cancel. Appears only after half a second.
class BusyBar final : public QWidget
{
    Q_OBJECT
public:
    explicit BusyBar(QWidget *parent = nullptr);

    /// `maximum` 0 = no end known. Without `cancellable` there is no button.
    void start(const QString &text, int maximum = 0, bool cancellable = true);
    void setProgress(int value, const QString &text);
    void finish();
    bool isRunning() const { return m_running; }
    QString text() const;

Q_SIGNALS:
    void cancelRequested();

private:
    TextLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    bool m_running = false;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QMimeData;
class QPushButton;

namespace PortDesk {

/// A dashed box that takes dropped files and pictures, with buttons for those who browse or scan.
class DropZone final : public QWidget
{
    Q_OBJECT
public:
    explicit DropZone(const QString &sentence, QWidget *parent = nullptr);
    QPushButton *browseButton() const { return m_browse; }
    QPushButton *scanButton() const { return m_scan; }
    /// Takes what a drop or the clipboard holds; false when there is no file and no picture in it.
    bool take(const QMimeData *mime);

Q_SIGNALS:
    void filesDropped(const QStringList &paths);
    void pictureDropped(const QByteArray &png);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QPushButton *m_browse;
    QPushButton *m_scan;
    bool m_over = false;
};

} // namespace PortDesk

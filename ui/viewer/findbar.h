// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace PortDesk {

class DocumentFinder;
class TextLabel;

/// Find in the document: text, "2 of 7", next (F3, Enter), previous (Shift+F3), close (Esc).
class FindBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(DocumentFinder &finder, QWidget *parent = nullptr);
    void open();
    void close();

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    DocumentFinder &m_finder;
    QLineEdit *m_edit;
    TextLabel *m_count;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace PortDesk

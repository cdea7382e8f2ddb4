// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace PortDesk {

class Correction;
struct ToDoEntry;

/// What the desk asks for, a row each: whether it is done, why it is asked, and the way there.
class ToDoListView final : public QWidget
{
    Q_OBJECT
public:
    explicit ToDoListView(Correction &correction, QWidget *parent = nullptr);

    /// Whether rows of refused documents offer to show their page.
    void setPagesOffered(bool offered) { m_pages = offered; }
    /// Shows the rows again when they read differently; the keyboard stays where it is.
    void refresh();

Q_SIGNALS:
    /// The field or document of a row is wanted.
    void openRequested(const QString &pointer);
    /// The page of a refused document is wanted.
    void pageRequested(const QString &sha256, const QString &fileName);

private:
    QWidget *makeRow(const ToDoEntry &entry, int index);

    Correction &m_correction;
    QVBoxLayout *m_rows;
    QStringList m_shown;
    bool m_pages = true;
};

} // namespace PortDesk

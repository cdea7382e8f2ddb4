// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caserepository.h"

#include <QLineEdit>
#include <QTimer>

class QCompleter;
class QStandardItemModel;

namespace PortDesk {

class DeskSession;

/// A line that finds an open case by reference, owner, number or anything else the case list finds, and completes while one types.
class CaseFinder final : public QLineEdit
{
    Q_OBJECT
public:
    explicit CaseFinder(DeskSession &session, QWidget *parent = nullptr);

    /// The case that stands in the line, invalid while it is only looked for.
    CaseId chosen() const { return m_chosen; }
    QString chosenReference() const { return m_reference; }
    void choose(CaseId id, const QString &reference, const QString &owner);
    void clearChoice();

Q_SIGNALS:
    void chosenChanged();

private:
    void look();
    void take(const QModelIndex &index);
    void show(const QList<CaseSummary> &rows);

    DeskSession &m_session;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    QTimer m_typing;
    CaseId m_chosen;
    QString m_reference;
    int m_newest = 0;
};

} // namespace PortDesk

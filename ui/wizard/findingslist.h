// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/findinggroup.h"

#include <functional>

class QVBoxLayout;

namespace PortDesk {

class RequestDraft;

/// What the preflight found, by the page that mends it. Confirmations are written into the draft; a new verdict takes nothing away that is
/// being typed.
class FindingsList final : public QWidget
{
    Q_OBJECT
public:
    /// Title of the step that mends a pointer.
    using StepOf = std::function<QString(const QString &pointer)>;

    FindingsList(RequestDraft &draft, StepOf stepOf, QWidget *parent = nullptr);
    void refresh();
    /// Warnings that ask for a confirmation and have none, among those shown.
    int unconfirmed() const;

Q_SIGNALS:
    void openRequested(const QString &pointer);

private:
    QList<FindingKind> kinds() const;
    void rebuild(const QList<FindingKind> &kinds);
    FindingGroup *makeGroup(const FindingKind &kind, int number);
    void confirm(const FindingKind &kind, const QString &reason);
    void withdraw(const FindingKind &kind);

    RequestDraft &m_draft;
    StepOf m_stepOf;
    QVBoxLayout *m_column;
    QWidget *m_body = nullptr;
    QList<FindingKind> m_shown;
    QList<FindingGroup *> m_groups;
};

} // namespace PortDesk

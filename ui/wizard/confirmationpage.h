// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"

#include <QWidget>

namespace PortDesk {

class TextLabel;

/// After Submit: the references, and what comes next.
class ConfirmationPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ConfirmationPage(QWidget *parent = nullptr);

    void show(const QList<Case> &cases);
    /// After a correction.
    void showSentBack(const Case &portCase);
    const QStringList &references() const { return m_references; }

Q_SIGNALS:
    void doneRequested();

private:
    QStringList m_references;
    TextLabel *m_title;
    TextLabel *m_sentence;
    TextLabel *m_list;
    class Card *m_next;
};

} // namespace PortDesk

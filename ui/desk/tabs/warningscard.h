// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casewarnings.h"

#include <QWidget>

class QVBoxLayout;

namespace PortDesk {

class Card;

/// What a table doubts in a case and nobody has confirmed; each with a way to confirm it and to the field. Hidden when there is nothing.
class WarningsCard final : public QWidget
{
    Q_OBJECT
public:
    explicit WarningsCard(QWidget *parent = nullptr);

    void showWarnings(const QList<Problem> &warnings);

Q_SIGNALS:
    /// "CODE POINTER" of the warning.
    void confirmWanted(const QString &warning);

private:
    QWidget *row(const Problem &problem);

    static constexpr int kShown = 6;
    Card *m_card;
    QWidget *m_rows = nullptr;
};

} // namespace PortDesk

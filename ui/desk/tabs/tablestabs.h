// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/caseservice.h"

#include <QWidget>

namespace PortDesk {

class Card;
class FeesModel;
class EmptyState;
class CaseNumbersModel;
class TextLabel;
class TimelineModel;

/// All numbers with address, PIN and outcome.
class NumbersTab final : public QWidget
{
    Q_OBJECT
public:
    explicit NumbersTab(QWidget *parent = nullptr);
    void showCase(const CaseDetails &details);

private:
    CaseNumbersModel *m_model;
};

/// The quote with its answer, and in the end what is charged.
class FeesTab final : public QWidget
{
    Q_OBJECT
public:
    explicit FeesTab(QWidget *parent = nullptr);
    void showCase(const CaseDetails &details, const ActionContext &context);

private:
    FeesModel *m_quote;
    FeesModel *m_charges;
    Card *m_quoteCard;
    Card *m_chargesCard;
    TextLabel *m_answer;
    TextLabel *m_total;
    TextLabel *m_charged;
    EmptyState *m_empty;
};

/// Everything that happened, newest first.
class TimelineTab final : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineTab(QWidget *parent = nullptr);
    void showCase(const CaseDetails &details, const ActionContext &context);

private:
    TimelineModel *m_model;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portdates.h"
#include "ui/desk/forms/actionform.h"

class QComboBox;
class QTimeEdit;

namespace PortDesk {

class FormField;
class PortDayEdit;
class TextLabel;

/// The confirmed port date with time and zone: business days of the case's country only. The calendar offers the days that suit the
/// country's rules; what the carrier confirmed against them is taken and pointed out.
class ScheduleForm final : public ActionForm
{
    Q_OBJECT
public:
    explicit ScheduleForm(const FormContext &context, QWidget *parent = nullptr);
    QVariantMap values() const override;
    QString problem() override;

private:
    void judge();
    void addZones(const FormContext &context);
    QDateTime instant() const;
    QString dayProblem() const;

    PortDateRules m_rules;
    QDateTime m_now;
    QTimeZone m_desk;
    PortDayEdit *m_date;
    QTimeEdit *m_time;
    QComboBox *m_zone;
    FormField *m_dateField = nullptr;
    FormField *m_timeField = nullptr;
    TextLabel *m_explanation;
};

} // namespace PortDesk

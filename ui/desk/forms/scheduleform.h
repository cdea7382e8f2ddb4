// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/places/businesscalendar.h"
#include "ui/desk/forms/actionform.h"

class QComboBox;
class QDateEdit;
class QTimeEdit;

namespace PortDesk {

class FormField;
class TextLabel;

/// The confirmed port date with time and zone: business days of the case's country only.
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

    BusinessCalendar m_calendar;
    QDateTime m_now;
    QTimeZone m_desk;
    QDateEdit *m_date;
    QTimeEdit *m_time;
    QComboBox *m_zone;
    FormField *m_dateField;
    TextLabel *m_explanation;
};

} // namespace PortDesk

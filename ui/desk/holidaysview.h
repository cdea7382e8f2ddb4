// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/places/businesscalendar.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace PortDesk {

class Card;
class CountryCombo;
class DeskSession;
class FormField;
class HolidayRows;
class MessageBar;
class TableView;
class TextLabel;

/// The calendar deadlines are counted by: public holidays of a country, region and year, and what this desk added to them or took out, for
/// everybody or for one carrier, each with its reason.
class HolidaysView final : public QWidget
{
    Q_OBJECT
public:
    explicit HolidaysView(DeskSession &session, QWidget *parent = nullptr);

    void showPlace(const CalendarPlace &place, int year);

Q_SIGNALS:
    void backWanted();

private:
    QWidget *makeHead();
    QWidget *makeChoice();
    QWidget *makeTable();
    QWidget *makeSide();
    void makeAddCard(QVBoxLayout *column);
    void makeDayCard(QVBoxLayout *column);
    void fillRegions();
    void fillCarriers();
    void reload();
    void showSelected();
    void addDay();
    void changeSelected();
    void keep(const std::function<void(OwnDays &)> &change);
    CalendarPlace chosen() const;
    QString chosenText() const;
    const CalendarDay *selectedDay() const;

    DeskSession &m_session;
    HolidayRows *m_model;
    MessageBar *m_bar;
    CountryCombo *m_country;
    QComboBox *m_region;
    QComboBox *m_carrier;
    QSpinBox *m_year;
    TextLabel *m_summary;
    TableView *m_table;
    QDateEdit *m_date;
    QLineEdit *m_name;
    QLineEdit *m_reason;
    FormField *m_nameField = nullptr;
    FormField *m_reasonField = nullptr;
    TextLabel *m_scope;
    Card *m_dayCard;
    TextLabel *m_dayText;
    QLineEdit *m_dayReason;
    FormField *m_dayReasonField = nullptr;
    QPushButton *m_change;
};

} // namespace PortDesk

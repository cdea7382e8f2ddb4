// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateEdit>

namespace PortDesk {

/// A date that may be missing: shows "not given" then, and starts at `today` with the first key.
class DayEdit final : public QDateEdit
{
    Q_OBJECT
public:
    explicit DayEdit(QDate today, QWidget *parent = nullptr);

    void setDay(QDate day); ///< an invalid date is "not given"
    QDate day() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QDate m_today;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QListView>
#include <QString>

class QStandardItemModel;

namespace PortDesk {

/// One line of the wizard's map.
struct Step {
    enum class Status { ToCome, Done, Problem };
    QString id;
    QString title;
    QString subtitle;
    Status status = Status::ToCome;
    bool enabled = true; ///< may be opened

    friend bool operator==(const Step &, const Step &) = default;
};

/// The wizard's list of steps: number, check or warning; the current one stands on a card. Click, or arrows and Enter.
class StepList final : public QListView
{
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);

    void setSteps(const QList<Step> &steps);
    const QList<Step> &steps() const { return m_steps; }
    void setStep(int index, const Step &step);
    void setCurrentStep(int index);
    int currentStep() const { return m_current; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void stepActivated(int index);

private:
    void fill(int index);

    QList<Step> m_steps;
    QStandardItemModel *m_model;
    int m_current = -1;
};

} // namespace PortDesk

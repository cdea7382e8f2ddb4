// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/formpage.h"

class QCheckBox;
class QRadioButton;

namespace PortDesk {

class LineFeatureList;
class PortDayEdit;
class TextLabel;
struct PortDateRules;

/// The losing carrier, the account there, a reseller in between, what happens to the rest of the account, what runs on the lines, and the
/// wished date.
class CarrierPage final : public FormPage
{
    Q_OBJECT
public:
    explicit CarrierPage(const WizardContext &context, QWidget *parent = nullptr);

    QString stepTitle() const override { return tr("Current carrier"); }
    QString stepSubtitle() const override { return request().losingCarrier.name; }
    QString nextWord() const override { return tr("current carrier"); }
    bool owns(const QString &pointer) const override;
    void enter() override;
    void focusField(const QString &pointer) override;

protected:
    void showRest(const QList<Problem> &rest) override;

private:
    void addAccount();
    void adapt();
    void addReseller();
    void addScope();
    QWidget *makeStaying();
    void addFeatures();
    void countStaying();
    void addDate();
    QList<PortDateRules> dateRules() const;
    void showDays();
    void arrange();

    QRadioButton *m_full;
    QRadioButton *m_partial;
    FormField *m_account = nullptr;
    FormField *m_pin = nullptr;
    QWidget *m_rest;
    FormField *m_staying = nullptr;
    QCheckBox *m_between;
    QWidget *m_reseller;
    LineFeatureList *m_features;
    QCheckBox *m_wish;
    PortDayEdit *m_date;
    TextLabel *m_earliest;
    FormField *m_dateField;
    bool m_loading = false;
};

} // namespace PortDesk

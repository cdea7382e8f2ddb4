// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"

#include <QWidget>

class QVBoxLayout;

namespace PortDesk {

/// The cases a request becomes, each with what it holds, what it asks for and why it is one of its own.
class CasePreview final : public QWidget
{
    Q_OBJECT
public:
    explicit CasePreview(const CountryPack &countries, QWidget *parent = nullptr);
    void show(const PreflightResult &result);
    using QWidget::show;

private:
    QWidget *makeCase(const PreflightResult &result, int index) const;

    const CountryPack &m_countries;
    QVBoxLayout *m_column;
    QWidget *m_body = nullptr;
};

/// "12 numbers: +49 30 23125010 to 021": stretches without a gap joined, at most `stretches` of them.
QString numbersText(const CasePlan &plan, int stretches = 6);
/// Why the numbers of a plan are a case of their own, in whole sentences; "" for the only case.
QString ownCaseReason(const CasePlan &plan, const QList<CasePlan> &plans, const CountryPack &countries);

} // namespace PortDesk

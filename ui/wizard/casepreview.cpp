// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/casepreview.h"

#include "core/cases/splitrule.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/countrysummary.h"

#include <QVBoxLayout>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kShownCases = 20;
constexpr int kEnding = 3; // digits of the last number of a stretch that are told

/// Words to read, not to copy: no stop of the keyboard.
TextLabel *addWords(KeyValueGrid &grid, const QString &key, const QString &value)
{
    TextLabel *label = grid.addRow(key, value);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    return label;
}

QString requirementsText(const CasePlan &plan, const CountryRecord *record, bool documents)
{
    QStringList words;
    for (const QString &id : plan.requirements) {
        const bool isDocument = !record || record->document(id);
        if (isDocument != documents)
            continue;
        const FieldRule *field = record ? record->field(id) : nullptr;
        words << (isDocument ? documentKindText(id) : field ? field->label : id);
    }
    return words.isEmpty() ? CasePreview::tr("nothing beyond the usual") : words.join(u", "_s);
}

int errorsOf(const PreflightResult &result, int index)
{
    const auto own = problemsOf(result, index);
    return int(std::count_if(own.cbegin(), own.cend(), [](const Problem &problem) { return problem.severity == Problem::Severity::Error; }));
}

} // namespace

CasePreview::CasePreview(const CountryPack &countries, QWidget *parent) : QWidget(parent), m_countries(countries), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void CasePreview::show(const PreflightResult &result)
{
    delete m_body;
    m_body = new QWidget;
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::L);
    const int all = int(result.cases.size());
    for (int i = 0; i < qMin(all, kShownCases); ++i)
        column->addWidget(makeCase(result, i));
    if (all > kShownCases)
        column->addWidget(new TextLabel(tr("And %n more case(s) of the same kind.", nullptr, all - kShownCases), TextRole::Body, TextLabel::Tone::Secondary));
    m_column->addWidget(m_body);
    m_body->show(); // at once: a layout shows new widgets only later
}

QWidget *CasePreview::makeCase(const PreflightResult &result, int index) const
{
    const CasePlan &plan = result.cases.at(index);
    const CountryRecord *record = m_countries.record(plan.country, plan.type);
    auto *widget = new QWidget;
    widget->setObjectName(u"casePreview%1"_s.arg(index + 1));
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::XS);
    const QString title = result.cases.size() > 1 ? tr("Case %1 of %2: %3, %4").arg(index + 1).arg(result.cases.size()) : tr("One case: %1, %2");
    column->addWidget(new TextLabel(title.arg(countryName(plan.country), numberTypeText(plan.type)), TextRole::Strong));
    auto *grid = new KeyValueGrid;
    addWords(*grid, tr("From"), plan.carrier.accountNumber.isEmpty() ? plan.carrier.name : tr("%1, account %2").arg(plan.carrier.name, plan.carrier.accountNumber));
    addWords(*grid, tr("Numbers"), numbersText(plan));
    addWords(*grid, tr("Documents"), requirementsText(plan, record, true));
    addWords(*grid, tr("Answers"), requirementsText(plan, record, false));
    addWords(*grid, tr("Time it takes"), record ? leadTimeText(*record) : tr("not documented, ask the carrier"));
    if (result.cases.size() > 1)
        addWords(*grid, tr("Why a case"), ownCaseReason(plan, result.cases, m_countries))->setObjectName(u"splitReason%1Label"_s.arg(index + 1));
    if (const int errors = errorsOf(result, index))
        addWords(*grid, tr("Still missing"), tr("%n thing(s) to mend, see above", nullptr, errors))->setState(State::Problem);
    column->addWidget(grid);
    return widget;
}

QString numbersText(const CasePlan &plan, int stretches)
{
    QStringList parts;
    int told = 0;
    qsizetype i = 0;
    while (i < plan.numbers.size() && parts.size() < stretches) {
        qsizetype end = i;
        while (end + 1 < plan.numbers.size()
               && plan.numbers.at(end + 1).phone.e164.mid(1).toLongLong() == plan.numbers.at(end).phone.e164.mid(1).toLongLong() + 1)
            ++end;
        const QString &first = plan.numbers.at(i).phone.international;
        parts << (end > i ? CasePreview::tr("%1 to %2").arg(first, plan.numbers.at(end).phone.e164.right(kEnding)) : first);
        told += int(end - i) + 1;
        i = end + 1;
    }
    const int all = int(plan.numbers.size());
    QString list = parts.join(u", "_s);
    if (const int more = all - told; more > 0)
        list = CasePreview::tr("%1 and %n more", nullptr, more).arg(list);
    //: count of numbers and the numbers
    return CasePreview::tr("%n number(s): %1", nullptr, all).arg(list);
}

QString ownCaseReason(const CasePlan &plan, const QList<CasePlan> &plans, const CountryPack &countries)
{
    if (plans.size() < 2)
        return {};
    QStringList sentences{splitReason(plan, plans, countries)};
    const QList<SplitPart> parts = splitParts(plan, plans, countries);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (parts.at(i).divides)
            sentences << splitRules().at(i).why;
    }
    return sentences.join(u' ');
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/forms/outcomeform.h"

#include "ui/models/casetables.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

OutcomeForm::OutcomeForm(const FormContext &context, QWidget *parent)
    : ActionForm(parent), m_before(context.portCase.numbers), m_table(new QTableWidget(int(m_before.size()), 2)), m_summary(new TextLabel), m_text(new QPlainTextEdit)
{
    addNote(tr("Only numbers that ported are charged. Failed numbers become a follow-up case when this one is completed."));
    auto *all = new QPushButton(tr("All &Ported"));
    all->setObjectName(u"allPortedButton"_s);
    m_summary->setObjectName(u"outcomeSummaryLabel"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_summary, 1);
    head->addWidget(all);
    m_table->setObjectName(u"outcomesTable"_s);
    m_table->setAccessibleName(tr("Outcome of each number"));
    m_table->setHorizontalHeaderLabels({tr("Number"), tr("Outcome")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setColumnWidth(1, 140);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(40);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setShowGrid(false);
    m_table->setMinimumHeight(200);
    m_text->setObjectName(u"outcomeTextEdit"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(4 * fontMetrics().lineSpacing());
    body()->addLayout(head);
    body()->addWidget(m_table, 1);
    body()->addWidget(new FormField(tr("Note"), m_text));
    fill(m_before);
    connect(all, &QPushButton::clicked, this, [this] { setAll(Outcome::Ported); });
    count();
}

void OutcomeForm::fill(const QList<CaseNumber> &numbers)
{
    for (int row = 0; row < numbers.size(); ++row) {
        auto *item = new QTableWidgetItem(numberText(numbers.at(row).e164));
        item->setFlags(Qt::ItemIsEnabled);
        m_table->setItem(row, 0, item);
        auto *combo = new QComboBox;
        combo->setObjectName(u"outcome%1Combo"_s.arg(row));
        combo->setAccessibleName(tr("Outcome of %1").arg(item->text()));
        combo->addItem(tr("pending"), outcomeKey(Outcome::Pending));
        combo->addItem(tr("ported"), outcomeKey(Outcome::Ported));
        combo->addItem(tr("failed"), outcomeKey(Outcome::Failed));
        combo->addItem(tr("excluded"), outcomeKey(Outcome::Excluded));
        combo->setCurrentIndex(combo->findData(outcomeKey(numbers.at(row).outcome)));
        m_table->setCellWidget(row, 1, combo);
        m_outcomes << combo;
        connect(combo, &QComboBox::currentIndexChanged, this, &OutcomeForm::count);
    }
}

Outcome OutcomeForm::outcomeOf(int row) const
{
    return outcomeFromKey(m_outcomes.at(row)->currentData().toString()).value_or(Outcome::Pending);
}

void OutcomeForm::setAll(Outcome outcome)
{
    for (QComboBox *combo : std::as_const(m_outcomes))
        combo->setCurrentIndex(combo->findData(outcomeKey(outcome)));
}

void OutcomeForm::count()
{
    int known = 0;
    int ported = 0;
    for (int row = 0; row < m_outcomes.size(); ++row) {
        known += outcomeOf(row) != Outcome::Pending;
        ported += outcomeOf(row) == Outcome::Ported;
    }
    m_summary->setText(tr("%1 ported, %2 of %3 known").arg(ported).arg(known).arg(m_outcomes.size()));
}

QVariantMap OutcomeForm::values() const
{
    QHash<Outcome, QStringList> changed;
    for (int row = 0; row < m_before.size(); ++row) {
        if (outcomeOf(row) != m_before.at(row).outcome)
            changed[outcomeOf(row)] << m_before.at(row).e164;
    }
    QVariantMap values;
    for (const Outcome outcome : {Outcome::Ported, Outcome::Failed, Outcome::Excluded}) {
        if (changed.contains(outcome))
            values.insert(outcomeKey(outcome), changed.value(outcome));
    }
    if (const QString text = m_text->toPlainText().trimmed(); !text.isEmpty())
        values.insert(u"text"_s, text);
    return values;
}

QString OutcomeForm::problem()
{
    QVariantMap changed = values();
    changed.remove(u"text"_s);
    return changed.isEmpty() ? tr("Choose the outcome of at least one number.") : QString();
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/tabs/tablestabs.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/models/casetables.h"
#include "ui/models/timewords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QVBoxLayout *tabLayout(QWidget *tab)
{
    auto *column = new QVBoxLayout(tab);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::XL);
    column->setSpacing(Spacing::L);
    return column;
}

TableView *tableOf(QAbstractItemModel *model, const QString &name, const QString &spoken)
{
    auto *table = new TableView;
    table->setObjectName(name);
    table->setAccessibleName(spoken);
    table->setModel(model);
    table->setFrameShape(QFrame::NoFrame);
    return table;
}

Card *cardOf(QWidget *content)
{
    auto *card = new Card;
    card->setFlush(true);
    card->body()->addWidget(content);
    return card;
}

Money sumOf(const QList<QuoteLine> &lines, const QString &currency)
{
    Money sum{0, currency};
    for (const QuoteLine &line : lines)
        sum.minor += line.unit.minor * line.quantity;
    return sum;
}

QString answerText(const Case &portCase, const ActionContext &context)
{
    const Quote &quote = *portCase.quote;
    const QString answered = TimeWords::pastText(quote.answeredAt, context.now, context.zone);
    switch (quote.answer) {
    case QuoteAnswer::Accepted: return FeesTab::tr("Accepted, %1.").arg(answered);
    case QuoteAnswer::Declined: return FeesTab::tr("Declined, %1.").arg(answered);
    case QuoteAnswer::DeemedAccepted: return FeesTab::tr("Deemed accepted after 3 business days, %1.").arg(answered);
    case QuoteAnswer::Open: break;
    }
    for (const CaseClock &clock : portCase.clocks) {
        if (clock.action == u"accept-quote" && !clock.fired)
            return FeesTab::tr("No answer yet; deemed accepted %1. %2").arg(TimeWords::dueText(clock.due, context.now, context.zone), clock.explanation);
    }
    return FeesTab::tr("No answer yet.");
}

} // namespace

NumbersTab::NumbersTab(QWidget *parent) : QWidget(parent), m_model(new CaseNumbersModel(this))
{
    setObjectName(u"numbersTab"_s);
    auto *table = tableOf(m_model, u"numbersTable"_s, tr("Numbers of the case"));
    table->setItemDelegateForColumn(CaseNumbersModel::OutcomeColumn, new BadgeDelegate(table));
    table->setColumnWidth(CaseNumbersModel::NumberColumn, 165);
    table->setColumnWidth(CaseNumbersModel::AreaColumn, 150);
    table->setColumnWidth(CaseNumbersModel::HolderColumn, 150);
    table->setColumnWidth(CaseNumbersModel::AddressColumn, 130);
    table->setColumnWidth(CaseNumbersModel::OutcomeColumn, 130);
    tabLayout(this)->addWidget(cardOf(table));
}

void NumbersTab::showCase(const CaseDetails &details)
{
    m_model->setCase(details.portCase);
}

FeesTab::FeesTab(QWidget *parent)
    : QWidget(parent), m_quote(new FeesModel(this)), m_charges(new FeesModel(this)), m_quoteCard(new Card(tr("Quote"))), m_chargesCard(new Card(tr("Charged"))),
      m_answer(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_total(new TextLabel({}, TextRole::Section)), m_charged(new TextLabel({}, TextRole::Section)),
      m_empty(new EmptyState)
{
    setObjectName(u"feesTab"_s);
    m_answer->setObjectName(u"quoteAnswerLabel"_s);
    m_total->setObjectName(u"feesTotalLabel"_s);
    m_charged->setObjectName(u"chargedTotalLabel"_s);
    m_answer->setWordWrap(true);
    const auto fill = [](Card *card, FeesModel *model, const QString &name, TextLabel *total) {
        TableView *table = tableOf(model, name, name == u"quoteTable" ? tr("Lines of the quote") : tr("What is charged"));
        table->setEmbedded(true);
        table->setColumnWidth(FeesModel::LabelColumn, 260);
        card->body()->addWidget(table);
        card->body()->addWidget(total);
    };
    fill(m_quoteCard, m_quote, u"quoteTable"_s, m_total);
    fill(m_chargesCard, m_charges, u"chargesTable"_s, m_charged);
    m_quoteCard->body()->addWidget(m_answer);
    m_empty->setObjectName(u"feesEmpty"_s);
    m_empty->set(EmptyState::Kind::NothingYet, tr("No quote yet"), tr("The desk sends the fees after it has looked at the request."));
    m_empty->setGlyph(Glyph::Money);
    auto *column = tabLayout(this);
    column->addWidget(m_empty, 1);
    column->addWidget(m_quoteCard);
    column->addWidget(m_chargesCard);
    column->addStretch(1);
}

void FeesTab::showCase(const CaseDetails &details, const ActionContext &context)
{
    const Case &portCase = details.portCase;
    const bool quoted = portCase.quote.has_value();
    const QList<QuoteLine> charged = charges(portCase);
    const bool completed = portCase.stage == Stage::Completed;
    m_empty->setVisible(!quoted);
    m_quoteCard->setVisible(quoted);
    m_chargesCard->setVisible(completed);
    if (!quoted)
        return;
    m_quote->setRows(portCase.quote->lines);
    m_total->setText(tr("Total %1").arg(formatMoney(portCase.quote->total())));
    m_answer->setText(answerText(portCase, context));
    m_charges->setRows(charged);
    const QString sum = formatMoney(sumOf(charged, portCase.quote->currency));
    m_charged->setText(charged.isEmpty() ? tr("Nothing is charged: no number ported.")
                                         : tr("Total %1 for %2 of %3 numbers that ported").arg(sum).arg(portCase.portedCount()).arg(portCase.numbers.size()));
}

TimelineTab::TimelineTab(QWidget *parent) : QWidget(parent), m_model(new TimelineModel(this))
{
    setObjectName(u"timelineTab"_s);
    TableView *table = tableOf(m_model, u"timelineTable"_s, tr("What happened"));
    table->setColumnWidth(TimelineModel::WhenColumn, 120);
    table->setColumnWidth(TimelineModel::WhatColumn, 520);
    tabLayout(this)->addWidget(cardOf(table));
}

void TimelineTab::showCase(const CaseDetails &details, const ActionContext &context)
{
    m_model->setEvents(details.timeline, context.now, context.zone);
}

} // namespace PortDesk

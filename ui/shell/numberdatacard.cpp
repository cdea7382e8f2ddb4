// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/numberdatacard.h"

#include "core/numbers/numberdata.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/textlabel.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace PortDesk {

NumberDataCard::NumberDataCard(Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_prompts(prompts), m_inUse(new TextLabel), m_bar(new MessageBar), m_load(new QPushButton(tr("Load Number Data…"))),
      m_drop(new QPushButton(tr("Go Back to the Supplied Data")))
{
    setObjectName(u"numberDataCard"_s);
    m_inUse->setObjectName(u"numberDataLabel"_s);
    m_inUse->setWordWrap(true);
    m_bar->setObjectName(u"numberDataBar"_s);
    m_load->setObjectName(u"loadNumberDataButton"_s);
    m_drop->setObjectName(u"dropNumberDataButton"_s);
    auto *explanation = new TextLabel(
        tr("Which area codes and ranges exist changes every few weeks. A newer file (main.bin) comes from your administrator."),
        TextRole::Caption, TextLabel::Tone::Secondary);
    explanation->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::S);
    buttons->addWidget(m_load);
    buttons->addWidget(m_drop);
    buttons->addStretch(1);
    auto *card = new Card(tr("Number data"));
    card->body()->setSpacing(Spacing::M);
    card->body()->addWidget(m_inUse);
    card->body()->addWidget(m_bar);
    card->body()->addWidget(explanation);
    card->body()->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_load, &QPushButton::clicked, this, &NumberDataCard::load);
    connect(m_drop, &QPushButton::clicked, this, &NumberDataCard::drop);
    refresh();
    showPending();
}

void NumberDataCard::load()
{
    const QStringList files = m_prompts.openFiles(this, tr("Load Number Data"), tr("Number data (*.bin)"));
    if (files.isEmpty())
        return;
    const auto loaded = loadNumberData(files.first());
    refresh();
    if (loaded)
        showPending();
    else
        m_bar->showMessage(State::Problem, tr("%1: %2").arg(QFileInfo(files.first()).fileName(), loaded.error().message));
}

void NumberDataCard::drop()
{
    const auto dropped = dropLoadedNumberData();
    refresh();
    if (dropped)
        showPending();
    else
        m_bar->showMessage(State::Problem, dropped.error().message);
}

void NumberDataCard::refresh()
{
    const NumberDataInfo &info = numberDataInUse();
    m_inUse->setText(tr("%1; %n region(s).", nullptr, info.regions).arg(numberDataText(info)));
    m_drop->setEnabled(QFileInfo::exists(numberDataFolder() + u"/main.bin"_s));
}

/// What the next start will bring, when it is not what is in use; else what is wrong with the loaded file.
void NumberDataCard::showPending()
{
    const NumberDataInfo next = numberDataOfNextStart();
    if (!next.problem.isEmpty())
        m_bar->showMessage(State::Waiting, tr("%1 The supplied data is used instead.").arg(next.problem));
    else if (next == numberDataInUse())
        m_bar->clear();
    else
        m_bar->showMessage(State::Info, tr("From the next start: %1.").arg(numberDataText(next)));
}

} // namespace PortDesk

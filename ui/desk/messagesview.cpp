// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/messagesview.h"

#include "core/desk/desksession.h"
#include "ui/desk/messagespane.h"
#include "ui/models/answer.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

MessagesView::MessagesView(DeskSession &session, Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_session(session), m_count(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_unsent(new FilterChip(tr("To send"))),
      m_bar(new MessageBar), m_pane(new MessagesPane(session, prompts))
{
    setObjectName(u"messagesView"_s);
    m_count->setObjectName(u"messagesCountLabel"_s);
    m_unsent->setObjectName(u"unsentChip"_s);
    auto *head = new QHBoxLayout;
    head->setSpacing(Spacing::M);
    head->addWidget(new TextLabel(tr("Messages"), TextRole::Title));
    head->addWidget(m_count);
    head->addStretch();
    auto *chips = new QHBoxLayout;
    chips->addWidget(m_unsent);
    chips->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::XL);
    column->setSpacing(Spacing::M);
    column->addLayout(head);
    column->addLayout(chips);
    column->addWidget(m_bar);
    column->addWidget(m_pane, 1);
    connect(m_unsent, &FilterChip::toggled, this, &MessagesView::reload);
    connect(m_pane, &MessagesPane::caseWanted, this, &MessagesView::caseWanted);
    connect(&session, &DeskSession::messagesChanged, this, &MessagesView::reload);
    reload();
}

void MessagesView::reload()
{
    const int ticket = ++m_newest;
    whenAnswered(m_session.messages(m_unsent->isChecked()), this, [this, ticket](const Result<QList<Message>> &messages) {
        if (ticket != m_newest)
            return;
        if (!messages) {
            m_bar->showMessage(State::Problem, messages.error().message);
            return;
        }
        m_bar->clear();
        m_count->setText(QString::number(messages->size()));
        m_pane->setMessages(*messages);
    });
}

} // namespace PortDesk

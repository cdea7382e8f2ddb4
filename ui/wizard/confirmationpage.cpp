// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/confirmationpage.h"

#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

ConfirmationPage::ConfirmationPage(QWidget *parent)
    : QWidget(parent), m_title(new TextLabel({}, TextRole::PageTitle)), m_sentence(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_list(new TextLabel)
{
    setObjectName(u"confirmationPage"_s);
    m_sentence->setWordWrap(true);
    m_list->setObjectName(u"referencesLabel"_s);
    m_list->setWordWrap(true);
    m_list->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_list->setAccessibleName(tr("References of the cases"));
    auto *cases = new Card(tr("Your cases"));
    cases->setEdge(State::Good);
    cases->body()->addWidget(m_list);
    auto *next = m_next = new Card(tr("What comes next"));
    for (const QString &sentence : {tr("1. The desk looks at your request within one business day and sends you a quote of the fees."),
                                    tr("2. You accept or decline the quote. Without an answer it counts as accepted after three business days."),
                                    tr("3. The desk sends the order to your present carrier and tells you the port date."),
                                    tr("Keep the account with your present carrier open until the numbers have moved: closing it loses the numbers.")}) {
        auto *label = new TextLabel(sentence);
        label->setWordWrap(true);
        next->body()->addWidget(label);
    }
    auto *done = new QPushButton(tr("Done"));
    done->setObjectName(u"doneButton"_s);
    setPrimary(done);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::L);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(cases);
    column->addWidget(next);
    column->addWidget(done, 0, Qt::AlignLeft);
    column->addStretch(1);
    connect(done, &QPushButton::clicked, this, &ConfirmationPage::doneRequested);
}

void ConfirmationPage::show(const QList<Case> &cases)
{
    m_references.clear();
    QStringList lines;
    for (const Case &portCase : cases) {
        m_references << portCase.reference;
        lines << tr("%1: %2, %3, %n number(s)", nullptr, int(portCase.numbers.size())).arg(portCase.reference, countryName(portCase.country), numberTypeText(portCase.type));
    }
    m_title->setText(tr("Your request was submitted"));
    m_sentence->setText(tr("Quote these references when you write to the desk.", nullptr, int(cases.size())));
    m_list->setText(lines.join(u'\n'));
}


void ConfirmationPage::showSentBack(const Case &portCase)
{
    show({portCase});
    m_title->setText(tr("%1 is back at the desk").arg(portCase.reference));
    m_sentence->setText(tr("The desk checks what you changed within one business day. You hear of it, whatever comes of it."));
    m_next->hide(); // the fees may have been accepted long ago
}

} // namespace PortDesk

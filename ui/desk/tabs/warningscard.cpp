// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/tabs/warningscard.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

WarningsCard::WarningsCard(QWidget *parent) : QWidget(parent), m_card(new Card)
{
    setObjectName(u"warningsCard"_s);
    m_card->setEdge(State::Waiting);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    hide();
}

void WarningsCard::showWarnings(const QList<Problem> &warnings)
{
    delete m_rows;
    m_rows = new QWidget;
    auto *rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Spacing::M);
    for (const Problem &problem : warnings.mid(0, kShown))
        rows->addWidget(row(problem));
    if (warnings.size() > kShown)
        rows->addWidget(new TextLabel(tr("And %n more; they are in the list of Confirm Warning.", nullptr, int(warnings.size() - kShown)), TextRole::Body, TextLabel::Tone::Secondary));
    m_card->setTitle(tr("%n thing(s) to confirm", nullptr, int(warnings.size())));
    m_card->body()->addWidget(m_rows);
    m_rows->show(); // with the card, not an event later
    setVisible(!warnings.isEmpty());
}

QWidget *WarningsCard::row(const Problem &problem)
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::M);
    auto *badge = new Badge({Glyph::Warning, tr("to check"), State::Waiting});
    badge->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *text = new TextLabel(problemText(problem));
    text->setWordWrap(true);
    auto *confirm = new QPushButton(tr("Confirm…"));
    confirm->setObjectName(u"confirm_%1Button"_s.arg(problem.code));
    confirm->setAccessibleName(tr("Confirm: %1").arg(problemText(problem)));
    const QString warning = problem.code + u' ' + problem.field;
    connect(confirm, &QPushButton::clicked, this, [this, warning] { Q_EMIT confirmWanted(warning); });
    row->addWidget(badge, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    row->addWidget(confirm, 0, Qt::AlignTop);
    return widget;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel), m_title(new TextLabel({}, TextRole::Title)), m_sentence(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)),
      m_action(new QPushButton)
{
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(460);
    m_sentence->setObjectName(u"sentenceLabel"_s);
    m_action->setObjectName(u"emptyActionButton"_s);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Spacing::S);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    auto *row = new QHBoxLayout; // keeps the sentence's width while it wraps
    row->addStretch(1);
    row->addWidget(m_sentence, 8);
    row->addStretch(1);
    column->addLayout(row);
    column->addSpacing(Spacing::XS);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

void EmptyState::set(Kind kind, const QString &title, const QString &sentence, const QString &action)
{
    m_kind = kind;
    m_glyph = kind == Kind::NothingYet ? Glyph::Folder : kind == Kind::NoMatch ? Glyph::Search : Glyph::Warning;
    m_title->setText(title);
    m_sentence->setText(sentence);
    const QString usual = kind == Kind::NoMatch ? tr("Clear Filters") : kind == Kind::Failed ? tr("Retry") : QString();
    const QString text = action.isEmpty() ? usual : action;
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    setPrimary(m_action, kind == Kind::NothingYet);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    repaintIcon();
}

void EmptyState::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    repaintIcon();
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        repaintIcon();
}

void EmptyState::repaintIcon()
{
    const Tokens &t = tokensFor(this);
    m_icon->setPixmap(glyphPixmap(m_glyph, 40, m_kind == Kind::Failed ? t.problem.text : t.tertiary, devicePixelRatioF()));
}

} // namespace PortDesk

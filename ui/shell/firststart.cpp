// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/firststart.h"

#include "ui/theme/icons.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kCardWidth = 360;
constexpr int kCardHeight = 280;

TextLabel *paragraph(const QString &text)
{
    auto *label = new TextLabel(text, TextRole::Body, TextLabel::Tone::Secondary);
    label->setWordWrap(true);
    return label;
}

Card *bigCard(const QString &title)
{
    auto *card = new Card;
    card->setFixedSize(kCardWidth, kCardHeight);
    card->body()->setSpacing(Spacing::M);
    auto *heading = new TextLabel(title, TextRole::Title);
    heading->setWordWrap(true);
    card->body()->addWidget(heading);
    return card;
}

} // namespace

QString systemUserName()
{
    const passwd *entry = getpwuid(getuid());
    const QString fullName = entry ? QString::fromLocal8Bit(entry->pw_gecos).section(u',', 0, 0).trimmed() : QString();
    return fullName == u"root" ? QString() : fullName;
}

FirstStart::FirstStart(QWidget *parent) : QWidget(parent), m_name(new QLineEdit(systemUserName())), m_nameField(nullptr)
{
    setObjectName(u"firstStart"_s);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(Spacing::XL);
    cards->addStretch();
    cards->addWidget(makeCustomerCard());
    cards->addWidget(makeDeskCard());
    cards->addStretch();
    auto *title = new TextLabel(tr("Welcome to PortDesk"), TextRole::PageTitle);
    title->setAlignment(Qt::AlignCenter);
    auto *sentence = new TextLabel(tr("What do you want to do? You can change this in the settings at any time."), TextRole::Body, TextLabel::Tone::Secondary);
    sentence->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Spacing::S);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(sentence);
    column->addSpacing(Spacing::XL);
    column->addLayout(cards);
    column->addStretch(3);
}

Card *FirstStart::makeCustomerCard()
{
    Card *card = bigCard(tr("I want to port my numbers"));
    card->body()->addWidget(paragraph(tr("Bring telephone numbers from another carrier. A few pages ask for what the carriers need, check it against your documents, and hand it in.")));
    card->body()->addStretch();
    auto *button = new QPushButton(themedIcon(Glyph::Phone), tr("Port My &Numbers"));
    button->setObjectName(u"customerRoleButton"_s);
    card->body()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this] { Q_EMIT chosen(Role::Customer, m_name->text().trimmed()); });
    return card;
}

Card *FirstStart::makeDeskCard()
{
    Card *card = bigCard(tr("I work at a porting desk"));
    card->body()->addWidget(paragraph(tr("Drive each case through its six steps, with its deadlines, documents and messages on one desk.")));
    m_name->setObjectName(u"personNameEdit"_s);
    m_nameField = new FormField(tr("Your name"), m_name);
    m_nameField->setHint(tr("Stands in the timeline of what you do."));
    card->body()->addWidget(m_nameField);
    card->body()->addStretch();
    auto *button = new QPushButton(themedIcon(Glyph::Cases), tr("Open the &Desk"));
    button->setObjectName(u"deskRoleButton"_s);
    card->body()->addWidget(button);
    connect(button, &QPushButton::clicked, this, &FirstStart::openDesk);
    connect(m_name, &QLineEdit::returnPressed, this, &FirstStart::openDesk);
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_nameField->setError({}); });
    return card;
}

void FirstStart::openDesk()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_nameField->setError(tr("Enter your name, so that others see who did what."));
        m_nameField->showError();
        m_name->setFocus();
        return;
    }
    Q_EMIT chosen(Role::Agent, name);
}

} // namespace PortDesk

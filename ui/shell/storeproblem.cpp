// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/storeproblem.h"

#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QString headingFor(const Error &error)
{
    switch (error.code) {
    case Error::Code::Newer: return StoreProblem::tr("This store was written by a newer PortDesk");
    case Error::Code::Conflict: return StoreProblem::tr("The store is in use");
    default: return StoreProblem::tr("The store could not be opened");
    }
}

} // namespace

StoreProblem::StoreProblem(Prompts &prompts, const QString &storeUrl, const Error &error, QWidget *parent) : QWidget(parent), m_prompts(prompts)
{
    setObjectName(u"storeProblem"_s);
    setWindowTitle(tr("PortDesk"));
    setMinimumSize(560, 260);
    auto *bar = new MessageBar;
    bar->setObjectName(u"storeProblemBar"_s);
    bar->showMessage(State::Problem, error.message);
    auto *file = new TextLabel(storeUrl, TextRole::Body, TextLabel::Tone::Secondary);
    file->setWordWrap(true);
    auto *quit = new QPushButton(tr("&Quit"));
    quit->setObjectName(u"quitButton"_s);
    auto *other = new QPushButton(tr("Choose &Another File…"));
    other->setObjectName(u"chooseStoreButton"_s);
    auto *retry = new QPushButton(tr("&Retry"));
    retry->setObjectName(u"retryButton"_s);
    setPrimary(retry);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(quit);
    buttons->addStretch();
    buttons->addWidget(other);
    buttons->addWidget(retry);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::XL, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::M);
    column->addWidget(new TextLabel(headingFor(error), TextRole::Title));
    column->addWidget(file);
    column->addWidget(bar);
    column->addStretch();
    column->addLayout(buttons);
    connect(quit, &QPushButton::clicked, this, &QWidget::close);
    connect(other, &QPushButton::clicked, this, &StoreProblem::chooseOther);
    connect(retry, &QPushButton::clicked, this, &StoreProblem::retryWanted);
}

void StoreProblem::chooseOther()
{
    const QStringList files = m_prompts.openFiles(this, tr("Choose a Store"), tr("PortDesk stores (*.sqlite);;All files (*)"));
    if (!files.isEmpty())
        Q_EMIT otherFileWanted(files.first());
}

} // namespace PortDesk

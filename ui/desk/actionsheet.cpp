// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/actionsheet.h"

#include "ui/desk/caseactions.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scrollpage.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kWidth = 440;

} // namespace

ActionSheet::ActionSheet(QWidget *parent)
    : QWidget(parent), m_title(new TextLabel({}, TextRole::Title)), m_bar(new MessageBar), m_scroll(new ScrollPage), m_apply(new QPushButton)
{
    setObjectName(u"actionSheet"_s);
    auto *close = new QToolButton;
    close->setObjectName(u"closeSheetButton"_s);
    close->setIcon(themedIcon(Glyph::Cross));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close);
    m_bar->setObjectName(u"sheetMessageBar"_s);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"cancelActionButton"_s);
    m_apply->setObjectName(u"applyActionButton"_s);
    setPrimary(m_apply);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_apply);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::M);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_scroll, 1);
    column->addLayout(foot);
    connect(close, &QToolButton::clicked, this, &ActionSheet::close);
    connect(cancel, &QPushButton::clicked, this, &ActionSheet::close);
    connect(m_apply, &QPushButton::clicked, this, &ActionSheet::apply);
    parent->installEventFilter(this);
    hide();
}

void ActionSheet::open(const FormContext &context)
{
    m_action = context.action;
    m_title->setText(actionTitle(m_action));
    m_apply->setText(actionTitle(m_action));
    m_apply->setEnabled(true);
    m_bar->clear();
    m_form = makeActionForm(context, nullptr);
    m_form->setObjectName(u"actionForm"_s);
    connect(m_form, &ActionForm::placeWanted, this, &ActionSheet::placeWanted);
    m_scroll->setContent(m_form);
    place();
    show();
    raise();
    // Forms that go to a field of their own do so a moment later.
    for (QWidget *input : m_form->findChildren<QWidget *>()) {
        if (input->focusPolicy() & Qt::TabFocus && input->isVisibleTo(m_form)) {
            input->setFocus(Qt::OtherFocusReason);
            break;
        }
    }
    m_apply->setDefault(true);
}

void ActionSheet::apply()
{
    if (!m_form)
        return;
    if (const QString problem = m_form->problem(); !problem.isEmpty()) {
        showProblem(problem);
        return;
    }
    m_bar->clear();
    Q_EMIT applyWanted(m_action, m_form->values());
}

void ActionSheet::showProblem(const QString &text, const QList<QAction *> &actions)
{
    m_bar->showMessage(State::Problem, text, actions);
}

void ActionSheet::showConflict(const QString &text, QAction *reload)
{
    m_bar->showMessage(State::Waiting, text, {reload});
}

void ActionSheet::clearMessage()
{
    m_bar->clear();
}

void ActionSheet::setBusy(bool busy)
{
    m_apply->setEnabled(!busy);
}

void ActionSheet::close()
{
    if (!m_form)
        return;
    m_form = nullptr;
    if (QWidget *form = m_scroll->takeWidget())
        form->deleteLater();
    hide();
    Q_EMIT closed();
}

void ActionSheet::place()
{
    const QSize page = parentWidget()->size();
    const int width = std::min(kWidth, page.width());
    setGeometry(page.width() - width, 0, width, page.height());
}

void ActionSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensFor(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, 0, 1, height()), tokens.line);
}

void ActionSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

bool ActionSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidesheet.h"

#include "ui/theme/icons.h"
#include "ui/theme/portdeskstyle.h"
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

SideSheet::SideSheet(QWidget *parent)
    : QWidget(parent), m_title(new TextLabel({}, TextRole::Title)), m_bar(new MessageBar), m_scroll(new ScrollPage), m_cancel(new QPushButton), m_apply(new QPushButton)
{
    auto *close = new QToolButton;
    close->setObjectName(u"closeSheetButton"_s);
    close->setIcon(themedIcon(Glyph::Cross));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    m_title->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    m_bar->setObjectName(u"sheetMessageBar"_s);
    m_cancel->setObjectName(u"cancelActionButton"_s);
    m_apply->setObjectName(u"applyActionButton"_s);
    setPrimary(m_apply);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(m_cancel);
    foot->addWidget(m_apply);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::M);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_scroll, 1);
    column->addLayout(foot);
    connect(close, &QToolButton::clicked, this, &SideSheet::close);
    connect(m_cancel, &QPushButton::clicked, this, &SideSheet::close);
    connect(m_apply, &QPushButton::clicked, this, &SideSheet::accepted);
    parent->installEventFilter(this);
    hide();
}

void SideSheet::openWith(QWidget *form, const QString &title, const QString &button)
{
    m_title->setText(title);
    m_apply->setText(button);
    m_apply->setVisible(!button.isEmpty());
    m_apply->setEnabled(true);
    m_cancel->setText(button.isEmpty() ? tr("Close") : tr("Cancel"));
    m_bar->clear();
    m_form = form;
    m_scroll->setContent(form);
    form->setAutoFillBackground(false);
    place();
    show();
    raise();
    // Forms that go to a field of their own do so a moment later.
    for (QWidget *input : form->findChildren<QWidget *>()) {
        if (input->focusPolicy() & Qt::TabFocus && input->isVisibleTo(form)) {
            input->setFocus(Qt::OtherFocusReason);
            break;
        }
    }
    m_apply->setDefault(true);
}

void SideSheet::showProblem(const QString &text, const QList<QAction *> &actions)
{
    m_bar->showMessage(State::Problem, text, actions);
}

void SideSheet::showConflict(const QString &text, QAction *reload)
{
    m_bar->showMessage(State::Waiting, text, {reload});
}

void SideSheet::clearMessage()
{
    m_bar->clear();
}

void SideSheet::setBusy(bool busy)
{
    m_apply->setEnabled(!busy);
}

void SideSheet::close()
{
    if (!m_form)
        return;
    m_form = nullptr;
    if (QWidget *form = m_scroll->takeWidget())
        form->deleteLater();
    hide();
    Q_EMIT closed();
}

void SideSheet::place()
{
    const QSize page = parentWidget()->size();
    const int width = std::min(kWidth, page.width());
    setGeometry(page.width() - width, 0, width, page.height());
}

void SideSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = tokensFor(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, 0, 1, height()), tokens.line);
}

void SideSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

bool SideSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebar.h"

#include "ui/theme/icons.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kIcon = 18;

Glyph barGlyph(State state)
{
    return state == State::Waiting ? Glyph::Warning : stateGlyph(state);
}

} // namespace

MessageBar::MessageBar(QWidget *parent) : QWidget(parent), m_text(new TextLabel), m_row(new QHBoxLayout(this))
{
    auto *close = new QToolButton;
    close->setIcon(themedIcon(Glyph::Cross));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close message"));
    close->setObjectName(u"closeButton"_s);
    close->hide();
    connect(close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    m_close = close;
    m_text->setWordWrap(true);
    m_text->setObjectName(u"messageLabel"_s);
    m_row->setContentsMargins(Spacing::M + kIcon + Spacing::S, Spacing::S, Spacing::S, Spacing::S);
    m_row->setSpacing(Spacing::S);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(close);
    setMinimumHeight(44);
    hide();
}

void MessageBar::showMessage(State state, const QString &text, const QList<QAction *> &actions)
{
    m_state = state;
    m_text->setText(text);
    setAccessibleName(text);
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (QAction *action : actions.mid(0, 2)) {
        auto *button = new QPushButton(action->text());
        button->setEnabled(action->isEnabled());
        if (!action->objectName().isEmpty())
            button->setObjectName(QString(action->objectName()).remove(u"Action"_s) + u"Button"_s);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_row->insertWidget(m_row->count() - 1, button);
        m_buttons.append(button);
    }
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::clear()
{
    hide();
    m_text->clear();
    setAccessibleName({});
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StateColors &colors = tokensFor(this).state(m_state);
    StylePaint::roundedBox(&painter, rect(), StylePaint::kCardRadius, colors.soft, {});
    const QRect icon(Spacing::M, (height() - kIcon) / 2, kIcon, kIcon);
    paintGlyph(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), barGlyph(m_state), colors.text);
}

} // namespace PortDesk

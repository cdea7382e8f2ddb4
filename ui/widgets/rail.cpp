// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rail.h"

#include "ui/theme/spacing.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/railbutton.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

/// The program's name with its sign, at the head of the rail.
class Brand final : public QWidget
{
public:
    Brand()
    {
        setFixedHeight(44);
        setAccessibleName(u"PortDesk"_s);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = tokensFor(this);
        const auto visual = [this](const QRect &rect) { return QStyle::visualRect(layoutDirection(), this->rect(), rect); };
        paintGlyph(&painter, visual(QRect(10, 13, 17, 17)), Glyph::Phone, t.text);
        QFont font = textFont(TextRole::Title);
        font.setPixelSize(15);
        painter.setFont(font);
        painter.setPen(t.text);
        painter.drawText(visual(rect().adjusted(34, 0, 0, -2)), int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter, u"PortDesk"_s);
    }
};

} // namespace

Rail::Rail(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_top(new QVBoxLayout), m_bottom(new QVBoxLayout), m_footer(new TextLabel({}, TextRole::Caption, TextLabel::Tone::Secondary))
{
    setObjectName(u"rail"_s);
    setAccessibleName(tr("Places"));
    setFixedWidth(184);
    m_footer->setContentsMargins(10, Spacing::S, 10, Spacing::S);
    m_footer->hide();
    m_footer->setObjectName(u"personLabel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::S, Spacing::S, Spacing::S + 1, Spacing::S);
    column->setSpacing(0);
    column->addWidget(new Brand);
    column->addLayout(m_top);
    column->addStretch(1);
    column->addLayout(m_bottom);
    column->addWidget(m_footer);
    for (auto *part : {m_top, m_bottom})
        part->setSpacing(1);
}

void Rail::addPlace(const QString &id, Glyph glyph, const QString &text, Part part)
{
    auto *button = new RailButton(glyph, text);
    button->setObjectName(id + u"RailButton"_s);
    m_group->addButton(button);
    (part == Part::Top ? m_top : m_bottom)->addWidget(button);
    m_buttons.insert(id, button);
    m_order.append(id);
    connect(button, &QAbstractButton::clicked, this, [this, id] { Q_EMIT placeChosen(id); });
}

void Rail::setCount(const QString &id, int count, bool urgent)
{
    if (RailButton *button = m_buttons.value(id))
        button->setCount(count, urgent);
}

void Rail::setCurrent(const QString &id)
{
    if (RailButton *button = m_buttons.value(id))
        button->setChecked(true);
}

QString Rail::current() const
{
    for (const QString &id : m_order) {
        if (m_buttons.value(id)->isChecked())
            return id;
    }
    return {};
}

void Rail::setFooter(const QString &text)
{
    m_footer->setText(text);
    m_footer->setVisible(!text.isEmpty());
}

QSize Rail::sizeHint() const
{
    return {184, 400};
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensFor(this);
    painter.fillRect(rect(), t.sunken);
    painter.fillRect(QRect(layoutDirection() == Qt::RightToLeft ? 0 : width() - 1, 0, 1, height()), t.line);
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    for (int i = 0; step != 0 && i < m_order.size(); ++i) {
        const int next = i + step;
        if (!m_buttons.value(m_order.at(i))->hasFocus() || next < 0 || next >= m_order.size())
            continue;
        m_buttons.value(m_order.at(next))->setFocus(Qt::TabFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace PortDesk

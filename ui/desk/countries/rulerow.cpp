// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/countries/rulerow.h"

#include "core/countries/rulewords.h"
#include "ui/models/timewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kLabelWidth = 136;
constexpr int kSourcesWidth = 44;
const QSize kToolSize{28, 22};

TextLabel *readable(const QString &text, TextLabel::Tone tone = TextLabel::Tone::Normal)
{
    auto *label = new TextLabel(text, TextRole::Body, tone);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus); // the row is the stop of the keyboard
    return label;
}

/// As wide as there is room for: a long pattern must not widen the page.
TextLabel *elastic(TextLabel *label)
{
    QSizePolicy policy = label->sizePolicy(); // keeps that its height depends on its width
    policy.setHorizontalPolicy(QSizePolicy::Ignored);
    label->setSizePolicy(policy);
    return label;
}

QString dayText(QDate day)
{
    return TimeWords::locale().toString(day, u"d MMM yyyy"_s);
}

} // namespace

RuleRow::RuleRow(const RuleLine &line, const QStringList &sources, bool maySet, QWidget *parent) : QWidget(parent), m_line(line), m_maySet(maySet)
{
    setObjectName(u"rule_%1Row"_s.arg(line.id));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    for (const int number : line.sources)
        m_sources << sources.value(number);
    auto *name = readable(line.label, TextLabel::Tone::Secondary);
    name->setFixedWidth(kLabelWidth);
    auto *numbers = new TextLabel(sourceNumbers(line.sources), TextRole::Caption, TextLabel::Tone::Secondary);
    numbers->setObjectName(u"rule_%1Sources"_s.arg(line.id));
    numbers->setFixedWidth(kSourcesWidth);
    numbers->setToolTip(m_sources.join(u'\n'));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::S, Spacing::S, Spacing::XS, Spacing::S);
    row->setSpacing(Spacing::S);
    row->addWidget(name, 0, Qt::AlignTop);
    row->addLayout(makeValue(), 1);
    row->addWidget(numbers, 0, Qt::AlignTop);
    auto *usage = button(u"usage_%1Button"_s.arg(line.id), Glyph::Cases, tr("Where it is used"));
    row->addWidget(usage, 0, Qt::AlignTop);
    connect(usage, &QToolButton::clicked, this, &RuleRow::usageWanted);
    if (maySet) {
        auto *set = button(u"override_%1Button"_s.arg(line.id), Glyph::Edit, tr("Override…"));
        row->addWidget(set, 0, Qt::AlignTop);
        connect(set, &QToolButton::clicked, this, &RuleRow::overrideWanted);
    }
    setAccessibleName(spoken());
}

QVBoxLayout *RuleRow::makeValue()
{
    const bool documented = m_line.isDocumented();
    auto *value = readable(documented ? m_line.value : tr("Not documented, ask the carrier"), documented ? TextLabel::Tone::Normal : TextLabel::Tone::Secondary);
    value->setObjectName(u"rule_%1Value"_s.arg(m_line.id));
    auto *column = new QVBoxLayout;
    column->setSpacing(Spacing::XS);
    column->addWidget(elastic(value));
    if (!m_line.details.isEmpty())
        column->addWidget(elastic(readable(m_line.details, TextLabel::Tone::Secondary)));
    for (qsizetype i = 0; i < m_line.overrides.size(); ++i)
        addOverride(column, m_line.overrides.at(i), m_line.overridden.value(i));
    for (const RuleOverride &rule : m_line.later)
        addLater(column, rule);
    column->addStretch(1); // beside a name of two lines, too, the value begins at the top
    return column;
}

QToolButton *RuleRow::button(const QString &name, Glyph glyph, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(themedIcon(glyph));
    button->setAutoRaise(true);
    button->setFixedSize(kToolSize);
    button->setToolTip(text);
    button->setAccessibleName(tr("%1: %2", "name and action").arg(m_line.label, text));
    button->setFocusPolicy(Qt::NoFocus); // the row's keys and its menu do the same
    return button;
}

/// A badge, and the way back.
void RuleRow::addMark(QVBoxLayout *column, const RuleOverride &rule, const QString &badgeName, const BadgeContent &content)
{
    const QString id = QString(rule.path).replace(u'/', u'_');
    auto *badge = new Badge(content);
    badge->setObjectName(badgeName.arg(id));
    badge->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    badge->setAccessibleName(content.text);
    auto *back = new QPushButton(tr("Go Back"));
    back->setObjectName(u"back_%1Button"_s.arg(id));
    back->setToolTip(tr("Go back to the supplied value"));
    back->setAccessibleName(tr("%1: go back to the supplied value").arg(m_line.label));
    setQuiet(back);
    auto *head = new QHBoxLayout;
    head->setSpacing(Spacing::S);
    head->addWidget(badge);
    head->addWidget(back);
    head->addStretch();
    if (!m_maySet)
        back->hide();
    column->addLayout(head);
    connect(back, &QPushButton::clicked, this, [this, rule] { Q_EMIT withdrawWanted(rule); });
}

void RuleRow::addOverride(QVBoxLayout *column, const AppliedOverride &applied, const QString &name)
{
    const RuleOverride &rule = applied.rule;
    addMark(column, rule, u"overridden_%1Badge"_s, {Glyph::Edit, tr("Overridden"), State::Info});
    const QString was = ruleText(rule.path, applied.supplied).replace(u'\n', u"; "_s);
    QStringList parts{name == m_line.label ? tr("Supplied: %1.").arg(was) : tr("Supplied, %1: %2.", "name and value").arg(name, was)};
    parts << (rule.from.isValid() ? tr("Since %1 by %2: %3").arg(dayText(rule.from), rule.by, rule.reason) : tr("By %1: %2").arg(rule.by, rule.reason));
    if (rule.until.isValid())
        parts << tr("Until %1.").arg(dayText(rule.until));
    column->addWidget(elastic(readable(parts.join(u' '), TextLabel::Tone::Secondary)));
}

/// One whose first day is still to come.
void RuleRow::addLater(QVBoxLayout *column, const RuleOverride &rule)
{
    addMark(column, rule, u"later_%1Badge"_s, {Glyph::Clock, tr("From %1").arg(dayText(rule.from)), State::Waiting});
    const QString value = ruleText(rule.path, rule.value).replace(u'\n', u"; "_s);
    column->addWidget(elastic(readable(tr("%1, by %2: %3", "value, person and reason").arg(value, rule.by, rule.reason), TextLabel::Tone::Secondary)));
}

QString RuleRow::copied() const
{
    const QString value = m_line.isDocumented() ? m_line.value : tr("Not documented, ask the carrier");
    return m_line.details.isEmpty() ? u"%1: %2"_s.arg(m_line.label, value) : u"%1: %2\n%3"_s.arg(m_line.label, value, m_line.details);
}

QString RuleRow::spoken() const
{
    QString text = copied();
    if (!m_line.overrides.isEmpty())
        text += u". "_s + tr("Overridden");
    return m_line.sources.isEmpty() ? text : text + u". "_s + tr("Sources %1").arg(sourceNumbers(m_line.sources));
}

void RuleRow::copy()
{
    QApplication::clipboard()->setText(copied());
}

void RuleRow::copySources()
{
    QApplication::clipboard()->setText(m_sources.join(u'\n'));
}

void RuleRow::paintEvent(QPaintEvent *)
{
    if (!hasFocus() && !underMouse())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensFor(this);
    painter.setPen(hasFocus() ? QPen(tokens.accent, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(hasFocus() ? QBrush(Qt::NoBrush) : QBrush(tokens.sunken));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
}

void RuleRow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_maySet)
        Q_EMIT overrideWanted();
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        Q_EMIT neighbourWanted(event->key() == Qt::Key_Down ? 1 : -1);
    else
        QWidget::keyPressEvent(event);
}

void RuleRow::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    menu.setObjectName(u"ruleMenu"_s);
    menu.addAction(themedIcon(Glyph::Copy), tr("Copy Value"), this, &RuleRow::copy);
    menu.addAction(tr("Copy Sources"), this, &RuleRow::copySources)->setEnabled(!m_sources.isEmpty());
    menu.addSeparator();
    menu.addAction(themedIcon(Glyph::Cases), tr("Where It Is Used"), this, &RuleRow::usageWanted);
    if (m_maySet)
        menu.addAction(themedIcon(Glyph::Edit), tr("Override…"), this, &RuleRow::overrideWanted);
    menu.exec(event->globalPos());
}

} // namespace PortDesk

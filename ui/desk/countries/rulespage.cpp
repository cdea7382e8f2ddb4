// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/countries/rulespage.h"

#include "core/countries/rulewords.h"
#include "ui/desk/countries/rulerow.h"
#include "ui/models/timewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QScrollBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kEventsShown = 30;

QToolButton *tool(Glyph glyph, const QString &name, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(themedIcon(glyph));
    button->setAutoRaise(true);
    button->setAccessibleName(text);
    button->setToolTip(text);
    return button;
}

QString eventText(const OverrideEvent &event, const CountryRecord &record)
{
    const auto text = [&event](const QJsonValue &value) { return ruleText(event.path, value).replace(u'\n', u"; "_s); };
    const QString name = ruleLabel(record, event.path);
    if (event.what == "withdrawn"_L1)
        return RulesPage::tr("%1 went back from “%2” to the supplied value of %3.").arg(event.who, text(event.from), name);
    if (event.what == "changed"_L1)
        return RulesPage::tr("%1 changed %2 from “%3” to “%4”: %5").arg(event.who, name, text(event.from), text(event.to), event.reason);
    return RulesPage::tr("%1 set %2 to “%3”: %4").arg(event.who, name, text(event.to), event.reason);
}

QString whenText(const QDateTime &at)
{
    return TimeWords::locale().toString(at.date(), u"d MMM yyyy"_s);
}

} // namespace

RulesPage::RulesPage(QWidget *parent) : ScrollPage(parent)
{
    setObjectName(u"rulesPage"_s);
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::XL);
    m_column->setSpacing(Spacing::L);
    setContent(content);
}

void RulesPage::clear()
{
    m_rows.clear();
    m_history = nullptr;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void RulesPage::showRecord(const CountryRecord &record, const QList<RuleSection> &sections, bool maySet)
{
    const QString shown = record.country + u' ' + numberTypeKey(record.type);
    const int place = shown == m_shown ? verticalScrollBar()->value() : 0;
    QString focused;
    for (const RuleRow *row : std::as_const(m_rows)) {
        if (row->hasFocus() || row->isAncestorOf(QApplication::focusWidget()))
            focused = row->line().id;
    }
    clear();
    for (const RuleSection &section : sections)
        addCard(sectionCard(section, record.sources, maySet));
    addCard(sourcesCard(record.sources));
    m_column->addStretch(1);
    const bool same = shown == m_shown;
    m_shown = shown;
    settle();
    verticalScrollBar()->setValue(place);
    if (RuleRow *again = same ? row(focused) : nullptr)
        again->setFocus(Qt::OtherFocusReason);
}

void RulesPage::addCard(QWidget *card)
{
    m_column->addWidget(card);
    card->show(); // now, not an event later: it may be scrolled to at once
}

QWidget *RulesPage::sectionCard(const RuleSection &section, const QStringList &sources, bool maySet)
{
    auto *card = new Card(section.title);
    card->setObjectName(section.id + u"Card"_s);
    card->body()->setSpacing(0);
    for (const RuleLine &line : section.lines) {
        auto *row = new RuleRow(line, sources, maySet);
        card->body()->addWidget(row);
        m_rows << row;
        connectRow(row);
    }
    return card;
}

void RulesPage::connectRow(RuleRow *row)
{
    connect(row, &RuleRow::overrideWanted, this, [this, row] { Q_EMIT overrideWanted(row->line()); });
    connect(row, &RuleRow::usageWanted, this, [this, row] { Q_EMIT usageWanted(row->line()); });
    connect(row, &RuleRow::withdrawWanted, this, &RulesPage::withdrawWanted);
    connect(row, &RuleRow::neighbourWanted, this, [this, row](int by) { step(row, by); });
}

void RulesPage::step(RuleRow *from, int step)
{
    const qsizetype next = m_rows.indexOf(from) + step;
    if (next < 0 || next >= m_rows.size())
        return;
    m_rows.at(next)->setFocus(Qt::TabFocusReason);
    ensureWidgetVisible(m_rows.at(next), 0, Spacing::XL);
}

QWidget *RulesPage::sourcesCard(const QStringList &sources)
{
    auto *card = new Card(tr("Sources"));
    card->setObjectName(u"sourcesCard"_s);
    card->body()->setSpacing(0);
    for (int i = 0; i < sources.size(); ++i) {
        const QString source = sources.at(i);
        auto *row = new QHBoxLayout;
        row->setContentsMargins(Spacing::S, 0, Spacing::XS, 0);
        row->setSpacing(Spacing::M);
        auto *number = new TextLabel(QString::number(i + 1), TextRole::Body, TextLabel::Tone::Secondary);
        number->setFixedWidth(Spacing::XL);
        row->addWidget(number);
        row->addWidget(new ElidedLabel(source, Qt::ElideMiddle), 1);
        auto *copy = tool(Glyph::Copy, u"copySource%1Button"_s.arg(i + 1), tr("Copy source %1").arg(i + 1));
        connect(copy, &QToolButton::clicked, this, [source] { QApplication::clipboard()->setText(source); });
        const QUrl link(source);
        if (!link.host().isEmpty()) {
            auto *open = tool(Glyph::ArrowRight, u"openSource%1Button"_s.arg(i + 1), tr("Open source %1 in the browser").arg(i + 1));
            connect(open, &QToolButton::clicked, this, [link] { QDesktopServices::openUrl(link); });
            row->addWidget(open);
        }
        row->addWidget(copy);
        card->body()->addLayout(row);
    }
    return card;
}

void RulesPage::showHistory(const QList<OverrideEvent> &events, const CountryRecord &record)
{
    if (m_history)
        m_history->deleteLater();
    m_history = nullptr;
    auto *grid = new KeyValueGrid;
    int shown = 0;
    for (const OverrideEvent &event : events) {
        const bool ours = event.type == NumberType::Unknown || event.type == record.type;
        if (ours && shown++ < kEventsShown)
            grid->addRow(whenText(event.at), eventText(event, record));
    }
    if (shown == 0) {
        delete grid;
        return;
    }
    auto *card = new Card(tr("Changes by the desk"));
    card->setObjectName(u"historyCard"_s);
    card->body()->addWidget(grid);
    m_column->insertWidget(m_column->count() - 1, card);
    card->show();
    m_history = card;
}

/// Lays out now what would be laid out an event later, so that a place can be scrolled to.
void RulesPage::settle()
{
    m_column->activate();
    const int height = std::max(m_column->totalHeightForWidth(viewport()->width()), viewport()->height());
    widget()->setMinimumHeight(std::max(0, m_column->totalHeightForWidth(viewport()->width())));
    widget()->resize(viewport()->width(), height);
}

void RulesPage::showRule(const QString &path)
{
    for (RuleRow *row : std::as_const(m_rows)) {
        if (!row->line().paths.contains(path))
            continue;
        settle();
        row->setFocus(Qt::OtherFocusReason);
        ensureWidgetVisible(row, 0, Spacing::XL);
        return;
    }
}

RuleRow *RulesPage::row(const QString &lineId) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [&lineId](const RuleRow *row) { return row->line().id == lineId; });
    return found == m_rows.cend() ? nullptr : *found;
}

} // namespace PortDesk

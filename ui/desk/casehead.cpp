// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/casehead.h"

#include "ui/models/casewords.h"
#include "ui/models/stagebadge.h"
#include "ui/models/timewords.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/stepbar.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kRoomForAll = 900;

/// Which days were counted for the deadline, one line per running clock.
QString clockExplanation(const Case &portCase)
{
    QStringList lines;
    for (const CaseClock &clock : portCase.clocks) {
        if (!clock.fired && !clock.explanation.isEmpty())
            lines << clock.explanation;
    }
    return lines.join(u'\n');
}

} // namespace

CaseHead::CaseHead(QWidget *parent)
    : QWidget(parent), m_reference(new TextLabel({}, TextRole::Title)), m_owner(new ElidedLabel), m_what(new ElidedLabel), m_stage(new Badge),
      m_clock(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_more(new QPushButton(tr("More"))), m_menu(new QMenu(this)), m_primary(new QPushButton),
      m_steps(new StepBar)
{
    auto *back = new QToolButton;
    back->setObjectName(u"backButton"_s);
    back->setIcon(themedIcon(Glyph::ArrowLeft));
    back->setAutoRaise(true);
    back->setAccessibleName(tr("Back to the list"));
    back->setToolTip(tr("Back to the list (Alt+Left)"));
    QFont plain = textFont(TextRole::Title);
    plain.setWeight(QFont::Normal);
    m_owner->setFont(plain);
    m_reference->setObjectName(u"caseReferenceLabel"_s);
    m_owner->setObjectName(u"caseOwnerLabel"_s);
    m_what->setObjectName(u"caseSummaryLabel"_s);
    m_what->setForegroundRole(QPalette::PlaceholderText);
    m_stage->setObjectName(u"stageBadge"_s);
    m_clock->setObjectName(u"caseClockLabel"_s);
    m_more->setObjectName(u"moreButton"_s);
    m_menu->setObjectName(u"moreMenu"_s);
    m_more->setMenu(m_menu);
    // The description gives way first, then the owner; the rest is never cut.
    m_what->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QWidget *whole : QList<QWidget *>{m_reference, m_stage, m_clock})
        whole->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setPrimary(m_primary);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::M);
    row->addWidget(back);
    row->addWidget(m_reference);
    row->addWidget(m_owner);
    row->addWidget(m_what, 1);
    row->addStretch();
    row->addWidget(m_stage);
    row->addWidget(m_clock);
    row->addWidget(m_more);
    row->addWidget(m_primary);
    m_steps->setObjectName(u"stepBar"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, 0);
    column->setSpacing(Spacing::L);
    column->addLayout(row);
    column->addWidget(m_steps);
    connect(back, &QToolButton::clicked, this, &CaseHead::backWanted);
    connect(m_primary, &QPushButton::clicked, this, [this] { Q_EMIT actionWanted(m_primaryAction); });
}

void CaseHead::showCase(const CaseDetails &details, const CaseActions &actions, const ActionContext &context)
{
    const Case &portCase = details.portCase;
    const CaseSummary row = summaryOf(portCase);
    m_reference->setText(portCase.reference);
    m_owner->setText(row.owner);
    const QString kind = portCase.country + u' ' + numberTypeText(portCase.type);
    m_what->setText(tr("%1, %n number(s), from %2", nullptr, row.numbers).arg(kind, row.carrier));
    BadgeContent badge = stageBadge(portCase.stage);
    badge.text = portCase.stageLabel();
    m_stage->setContent(badge);
    m_stage->setAccessibleName(badge.text);
    const StateWords next = clockWords(row, context.now, context.zone, m_reader);
    m_clock->setText(next.text);
    m_clock->setState(next.state == State::Neutral ? std::nullopt : std::optional<State>(next.state));
    m_clock->setToolTip(clockExplanation(portCase));
    m_steps->setSegments(stageSegments(portCase.stage, stepSubtitles(details, context.now, context.zone)));
    fillMenu(actions);
    showPrimary(actions.primary);
}

void CaseHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_what->setVisible(width() >= kRoomForAll); // it stands in the overview, too
}

void CaseHead::showPrimary(const QString &action)
{
    m_primaryAction = action;
    m_primary->setVisible(!action.isEmpty());
    m_primary->setText(actionTitle(action));
    m_primary->setObjectName(action.isEmpty() ? u"primaryActionButton"_s : u"action_%1Button"_s.arg(action));
}

void CaseHead::fillMenu(const CaseActions &actions)
{
    m_menu->clear();
    for (const QString &action : actions.others) {
        const QString keys = action == u"review" ? u"\tF7"_s : QString(); // the key is the window's
        QAction *entry = m_menu->addAction(actionTitle(action) + u'…' + keys);
        entry->setObjectName(u"action_%1Action"_s.arg(action));
        connect(entry, &QAction::triggered, this, [this, action] { Q_EMIT actionWanted(action); });
    }
    if (!actions.refused.isEmpty())
        m_menu->addSection(tr("Not Possible Yet"));
    for (const RefusedAction &refused : actions.refused) {
        QAction *entry = m_menu->addAction(themedIcon(Glyph::Lock), actionTitle(refused.action));
        entry->setObjectName(u"refused_%1Action"_s.arg(refused.action));
        entry->setToolTip(refused.refusal.message);
        connect(entry, &QAction::triggered, this, [this, action = refused.action] { Q_EMIT refusedActionChosen(action); });
    }
    if (m_reader != Role::Customer)
        addDossierEntries();
    m_menu->setToolTipsVisible(true);
    m_more->setVisible(!m_menu->isEmpty());
}

void CaseHead::addDossierEntries()
{
    const auto add = [this](const QString &name, const QString &text, DossierAudience audience) {
        QAction *entry = m_menu->addAction(text);
        entry->setObjectName(name);
        connect(entry, &QAction::triggered, this, [this, audience] { Q_EMIT dossierWanted(audience); });
    };
    m_menu->addSeparator();
    add(u"saveDossierAction"_s, tr("Save &Dossier…"), DossierAudience::Desk);
    add(u"saveCarrierDossierAction"_s, tr("Save Dossier for the &Losing Carrier…"), DossierAudience::LosingCarrier);
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/findinggroup.h"

#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/wizardpage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kBadgeWidth = 90; // the sentences begin at one line
constexpr int kShown = 3;       // of many findings alike
constexpr int kShownAtMost = 100;

BadgeContent badgeOf(const FindingKind &kind)
{
    if (kind.severity == Problem::Severity::Error)
        return {Glyph::Cross, FindingGroup::tr("to mend"), State::Problem};
    if (!kind.confirmed.isEmpty())
        return {Glyph::Check, FindingGroup::tr("confirmed"), State::Good};
    return {Glyph::Warning, FindingGroup::tr("to check"), State::Waiting};
}

} // namespace

FindingGroup::FindingGroup(const FindingKind &kind, int number, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_number(number), m_column(new QVBoxLayout(this)), m_sentences(new QVBoxLayout)
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Spacing::S);
    m_sentences->setSpacing(Spacing::S);
    m_column->addLayout(m_sentences);
    const int all = int(kind.problems.size());
    addSentences(0, qMin(all, kShown));
    if (all > kShown) {
        auto *more = new QPushButton(tr("Show %n More Like This", nullptr, all - kShown));
        more->setObjectName(u"moreFindings%1Button"_s.arg(number));
        setQuiet(more);
        m_column->addWidget(more, 0, Qt::AlignLeading);
        connect(more, &QPushButton::clicked, this, [this, more, all] {
            addSentences(kShown, qMin(all, kShownAtMost));
            more->hide();
        });
    }
    if (!kind.confirmed.isEmpty())
        addConfirmed();
    else if (kind.mayConfirm())
        addQuestion();
}

void FindingGroup::addSentences(int from, int to)
{
    for (int i = from; i < to; ++i)
        m_sentences->addWidget(sentence(m_kind.problems.at(i), i == 0));
}

QWidget *FindingGroup::sentence(const Problem &problem, bool first)
{
    auto *widget = new QWidget;
    auto *line = new QHBoxLayout(widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Spacing::S);
    auto *badge = new Badge(badgeOf(m_kind));
    badge->setMinimumWidth(kBadgeWidth);
    line->addWidget(badge, 0, Qt::AlignTop);
    const QString words = problemText(problem);
    auto *link = new TextLabel(u"<a href=\"%1\">%2</a>"_s.arg(placeOf(problem).toHtmlEscaped(), words.toHtmlEscaped()));
    link->setWordWrap(true);
    link->setTextFormat(Qt::RichText);
    link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    link->setAccessibleName(words);
    connect(link, &QLabel::linkActivated, this, &FindingGroup::openRequested);
    line->addWidget(link, 1);
    if (first && m_kind.confirmed.isEmpty() && m_kind.mayConfirm()) {
        const int all = int(m_kind.problems.size());
        m_ask = new QPushButton(all > 1 ? tr("Confirm All %1…").arg(all) : tr("Confirm…"));
        m_ask->setObjectName(u"confirm%1Button"_s.arg(m_number));
        m_ask->setAccessibleName(tr("Confirm: %1").arg(words));
        line->addWidget(m_ask, 0, Qt::AlignTop);
        connect(m_ask, &QPushButton::clicked, this, [this] { askReason({}); });
    }
    return widget;
}

void FindingGroup::addConfirmed()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(Spacing::S);
    auto *reason = new TextLabel(tr("Reason: %1").arg(m_kind.confirmed), TextRole::Body, TextLabel::Tone::Secondary);
    reason->setObjectName(u"confirmedReason%1Label"_s.arg(m_number));
    reason->setTextFormat(Qt::PlainText);
    reason->setWordWrap(true);
    reason->setContentsMargins(kBadgeWidth + Spacing::S, 0, 0, 0);
    auto *undo = new QPushButton(tr("Undo"));
    undo->setObjectName(u"withdraw%1Button"_s.arg(m_number));
    undo->setAccessibleName(tr("Take the confirmation back: %1").arg(problemText(m_kind.problems.first())));
    setQuiet(undo);
    line->addWidget(reason, 1);
    line->addWidget(undo, 0, Qt::AlignTop);
    m_column->addLayout(line);
    connect(undo, &QPushButton::clicked, this, &FindingGroup::withdrawn);
}

void FindingGroup::addQuestion()
{
    m_question = new QWidget;
    m_reason = new QLineEdit;
    m_reason->setObjectName(u"confirmReason%1Edit"_s.arg(m_number));
    m_reason->setAccessibleName(tr("Why is it right as it stands?"));
    m_reason->setPlaceholderText(tr("Why is it right as it stands?"));
    auto *confirm = new QPushButton(tr("Confirm"));
    confirm->setObjectName(u"confirmReason%1Button"_s.arg(m_number));
    confirm->setEnabled(false);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"cancelConfirm%1Button"_s.arg(m_number));
    setQuiet(cancel);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    row->addWidget(m_reason, 1);
    row->addWidget(confirm);
    row->addWidget(cancel);
    auto *hint = new TextLabel(tr("The reason is kept with the case, for the desk and for questions later."), TextRole::Caption, TextLabel::Tone::Secondary);
    hint->setWordWrap(true);
    auto *column = new QVBoxLayout(m_question);
    column->setContentsMargins(kBadgeWidth + Spacing::S, 0, 0, 0);
    column->setSpacing(Spacing::XS);
    column->addLayout(row);
    column->addWidget(hint);
    m_column->addWidget(m_question);
    m_question->hide();
    connect(m_reason, &QLineEdit::textChanged, this, [confirm](const QString &text) { confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, confirm, &QPushButton::click);
    connect(confirm, &QPushButton::clicked, this, [this] { Q_EMIT confirmed(m_reason->text().trimmed()); });
    connect(cancel, &QPushButton::clicked, this, &FindingGroup::closeQuestion);
    connect(new QShortcut(Qt::Key_Escape, m_question, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this, &FindingGroup::closeQuestion);
}

void FindingGroup::askReason(const QString &typed)
{
    if (!m_question)
        return;
    m_question->show();
    m_ask->setEnabled(false);
    m_reason->setText(typed);
    m_reason->setFocus(Qt::OtherFocusReason);
}

void FindingGroup::closeQuestion()
{
    m_question->hide();
    m_ask->setEnabled(true);
    m_ask->setFocus(Qt::OtherFocusReason);
}

std::optional<QString> FindingGroup::typed() const
{
    return m_question && !m_question->isHidden() ? std::optional(m_reason->text()) : std::nullopt;
}

bool FindingGroup::hasKeyboard() const
{
    return m_reason && m_reason->hasFocus();
}

} // namespace PortDesk

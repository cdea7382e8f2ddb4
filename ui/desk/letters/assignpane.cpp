// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/letters/assignpane.h"

#include "core/countries/countrypack.h"
#include "ui/desk/letters/casefinder.h"
#include "ui/theme/icons.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kHintWidth = 300; ///< of a proposal's words; the tool tip has all of them

} // namespace

AssignPane::AssignPane(DeskSession &session, QWidget *parent)
    : QWidget(parent), m_title(new TextLabel({}, TextRole::Section)), m_note(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_hints(new QVBoxLayout),
      m_finder(new CaseFinder(session)), m_kind(new QComboBox), m_assign(new QPushButton(tr("&Assign to Case"))), m_divide(new QPushButton(tr("&Split into Pages"))),
      m_remove(new QPushButton(themedIcon(Glyph::Trash), tr("&Delete")))
{
    setObjectName(u"assignPane"_s);
    m_note->setObjectName(u"assignNote"_s);
    m_note->setWordWrap(true);
    m_kind->setObjectName(u"assignKindCombo"_s);
    for (const QString &kind : documentKinds())
        m_kind->addItem(documentKindText(kind), kind);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(u"loa"_s)));
    m_assign->setObjectName(u"assignButton"_s);
    setPrimary(m_assign);
    m_divide->setObjectName(u"divideButton"_s);
    m_divide->setToolTip(tr("Each page becomes an entry of its own"));
    m_remove->setObjectName(u"removePartButton"_s);
    m_remove->setToolTip(tr("Delete from the tray (Del)"));
    m_hints->setSpacing(Spacing::XS);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::S);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_divide);
    buttons->addStretch();
    buttons->addWidget(m_assign);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::M, Spacing::M, Spacing::M, Spacing::M);
    column->setSpacing(Spacing::S);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addLayout(m_hints);
    column->addWidget(new FormField(tr("Case"), m_finder));
    column->addWidget(new FormField(tr("What it is"), m_kind));
    column->addLayout(buttons);
    connect(m_finder, &CaseFinder::chosenChanged, this, &AssignPane::judge);
    connect(m_finder, &QLineEdit::returnPressed, this, [this] {
        if (m_assign->isEnabled())
            m_assign->click();
    });
    connect(m_assign, &QPushButton::clicked, this, [this] { Q_EMIT assignWanted(m_finder->chosen(), m_finder->chosenReference(), m_kind->currentData().toString()); });
    connect(m_remove, &QPushButton::clicked, this, &AssignPane::removeWanted);
    connect(m_divide, &QPushButton::clicked, this, &AssignPane::divideWanted);
    setChosen(0, false);
}

void AssignPane::setChosen(int parts, bool divisible)
{
    m_parts = parts;
    m_divisible = divisible;
    m_finder->clear();
    m_title->setText(parts > 1 ? tr("%n entries, bound into one document", nullptr, parts) : tr("Where it belongs"));
    setReading(false);
    setHints({});
    judge();
}

void AssignPane::setReading(bool reading)
{
    m_note->setText(reading ? tr("The page is being read for numbers and references…") : tr("Choose the case it belongs to."));
}

void AssignPane::setHints(const QList<CaseHint> &hints)
{
    while (QLayoutItem *item = m_hints->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const CaseHint &hint : hints) {
        QStringList why;
        if (hint.named)
            why << tr("reference on the page");
        if (hint.numbers > 0)
            why << tr("%n number(s) on the page", nullptr, hint.numbers);
        const QString text = tr("%1 · %2 · %3", "reference, why, owner").arg(hint.reference, why.join(tr(", ")), hint.owner);
        auto *button = new QPushButton(themedIcon(Glyph::ArrowRight), fontMetrics().elidedText(text, Qt::ElideRight, kHintWidth));
        button->setObjectName(u"hint_%1"_s.arg(hint.reference));
        button->setToolTip(text);
        button->setAccessibleName(text);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        setQuiet(button);
        connect(button, &QPushButton::clicked, this, [this, hint] {
            m_finder->choose(hint.id, hint.reference, hint.owner);
            m_assign->setFocus();
        });
        m_hints->addWidget(button);
    }
    if (!hints.isEmpty())
        m_note->setText(tr("The page itself proposes:"));
}

void AssignPane::setBusy(bool busy)
{
    m_busy = busy;
    judge();
}

void AssignPane::judge()
{
    const bool free = m_parts > 0 && !m_busy;
    m_assign->setEnabled(free && m_finder->chosen().isValid());
    m_remove->setEnabled(free);
    m_divide->setEnabled(free && m_divisible);
    m_finder->setEnabled(m_parts > 0);
    m_kind->setEnabled(m_parts > 0);
}

void AssignPane::focusFinder()
{
    m_finder->setFocus(Qt::ShortcutFocusReason);
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/pagelock.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/messagebar.h"
#include "ui/wizard/correction.h"
#include "ui/wizard/wizardpage.h"

#include <QAction>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

PageLock::PageLock(WizardPage *page, Correction &correction, QWidget *parent)
    : QWidget(parent), m_page(page), m_correction(correction), m_bar(new MessageBar), m_unlock(new QAction(this))
{
    m_bar->setObjectName(u"lockBar"_s);
    m_unlock->setObjectName(u"unlockAction"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    column->addWidget(m_bar);
    column->addWidget(page, 1);
    connect(m_unlock, &QAction::triggered, this, [this] {
        m_correction.unlock(m_page->objectName());
        refresh();
        m_page->focusField({});
    });
}

QStringList PageLock::askedHere() const
{
    QStringList asked;
    for (const ToDoEntry &entry : m_correction.entries()) {
        if (!entry.place.isEmpty() && m_page->owns(entry.place))
            asked += entry.item.document.isEmpty() ? entry.item.fields : QStringList{entry.place};
    }
    return asked;
}

void PageLock::refresh()
{
    const bool own = m_page->objectName() == u"todoPage" || m_page->objectName() == u"reviewPage";
    if (own || !m_correction.isActive() || m_correction.isUnlocked(m_page->objectName())) {
        m_bar->clear();
        m_page->openOnly({});
        m_page->setEnabled(true);
        return;
    }
    const QStringList asked = askedHere();
    m_page->setEnabled(!asked.isEmpty());
    const bool narrowed = m_page->openOnly(asked) && !asked.isEmpty();
    // What country and kind of number a case is about never changes.
    const bool fixed = m_page->objectName() == u"countryPage";
    m_unlock->setText(narrowed ? tr("Edit the Rest Too") : tr("Edit This Page"));
    if (fixed)
        m_bar->showMessage(State::Info, tr("Country and kind of number stay as they are: for another one hand in a request of its own."));
    else if (asked.isEmpty())
        m_bar->showMessage(State::Info, tr("The desk asks for nothing here. What you change all the same is checked anew."), {m_unlock});
    else if (narrowed)
        m_bar->showMessage(State::Info, tr("Only what the desk asks for is open. What you change beyond that is checked anew."), {m_unlock});
    else
        m_bar->clear();
}

} // namespace PortDesk

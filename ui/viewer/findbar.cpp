// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/findbar.h"

#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/viewer/documentfinder.h"
#include "ui/viewer/viewerbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

namespace PortDesk {
using namespace Qt::StringLiterals;

FindBar::FindBar(DocumentFinder &finder, QWidget *parent)
    : QWidget(parent), m_finder(finder), m_edit(new QLineEdit), m_count(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)),
      m_previous(viewerButton(Glyph::ChevronUp, tr("Find Previous (Shift+F3)"), u"findPreviousButton"_s)),
      m_next(viewerButton(Glyph::ChevronDown, tr("Find Next (F3)"), u"findNextButton"_s))
{
    m_edit->setObjectName(u"findEdit"_s);
    m_edit->setAccessibleName(tr("Find in document"));
    m_edit->setPlaceholderText(tr("Find in document"));
    m_edit->addAction(themedIcon(Glyph::Search), QLineEdit::LeadingPosition);
    m_edit->setMaximumWidth(320);
    m_count->setObjectName(u"findCountLabel"_s);
    auto *closer = viewerButton(Glyph::Cross, tr("Close Find (Esc)"), u"findCloseButton"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::M, Spacing::XS, Spacing::M, Spacing::S);
    row->setSpacing(Spacing::XS);
    row->addWidget(m_edit, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(Spacing::S);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(closer);
    connect(m_edit, &QLineEdit::textChanged, &m_finder, &DocumentFinder::find);
    connect(m_next, &QToolButton::clicked, &m_finder, &DocumentFinder::next);
    connect(m_previous, &QToolButton::clicked, &m_finder, &DocumentFinder::previous);
    connect(closer, &QToolButton::clicked, this, &FindBar::close);
    connect(&m_finder, &DocumentFinder::changed, this, &FindBar::refresh);
    refresh();
    hide();
}

void FindBar::open()
{
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    m_finder.find(m_edit->text());
}

void FindBar::close()
{
    m_finder.find({});
    hide();
    Q_EMIT closed();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool back = event->modifiers() & Qt::ShiftModifier;
    if (event->key() == Qt::Key_Escape)
        return close();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return back ? m_finder.previous() : m_finder.next();
    QWidget::keyPressEvent(event);
}

void FindBar::refresh()
{
    const bool any = m_finder.count() > 0;
    m_previous->setEnabled(any);
    m_next->setEnabled(any);
    if (m_edit->text().trimmed().isEmpty())
        m_count->setText({});
    else if (any)
        m_count->setText(tr("%1 of %2").arg(m_finder.current() + 1).arg(m_finder.count()));
    else
        m_count->setText(m_finder.isSearching() ? tr("Searching…") : tr("Not found. Scanned pages have no text to search."));
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/todolistview.h"

#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/correction.h"

#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kBadgeWidth = 108;

/// Everything a row shows, as one text.
QString dumpOf(const ToDoEntry &entry)
{
    return QStringList{entry.title, entry.words, entry.place, entry.sha256, QString::number(entry.done), QString::number(entry.asIs)}.join(u'\n');
}

BadgeContent badgeOf(const ToDoEntry &entry)
{
    if (entry.asIs && !entry.done)
        return {Glyph::Edit, ToDoListView::tr("write a note"), State::Waiting};
    if (entry.asIs)
        return {Glyph::Check, ToDoListView::tr("answered"), State::Good};
    return entry.done ? BadgeContent{Glyph::Check, ToDoListView::tr("done"), State::Good} : BadgeContent{Glyph::Edit, ToDoListView::tr("to do"), State::Waiting};
}

} // namespace

ToDoListView::ToDoListView(Correction &correction, QWidget *parent) : QWidget(parent), m_correction(correction), m_rows(new QVBoxLayout(this))
{
    setObjectName(u"toDoList"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(Spacing::L);
}

void ToDoListView::refresh()
{
    const QList<ToDoEntry> entries = m_correction.entries();
    QStringList dumps;
    for (const ToDoEntry &entry : entries)
        dumps << dumpOf(entry);
    if (dumps == m_shown)
        return;
    m_shown = dumps;
    const QWidget *focus = QApplication::focusWidget();
    const QString focused = focus && isAncestorOf(focus) ? focus->objectName() : QString();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < entries.size(); ++i) {
        QWidget *row = makeRow(entries.at(i), i);
        m_rows->addWidget(row);
        row->show(); // now, so that it can take the keyboard
        if (QWidget *again = focused.isEmpty() ? nullptr : row->findChild<QWidget *>(focused)) // the old rows are still there
            again->setFocus(Qt::OtherFocusReason);
    }
}

QWidget *ToDoListView::makeRow(const ToDoEntry &entry, int index)
{
    auto *row = new QWidget;
    auto *badge = new Badge(badgeOf(entry));
    badge->setObjectName(u"toDo%1Badge"_s.arg(index));
    auto *badgeColumn = new QVBoxLayout;
    badgeColumn->addWidget(badge, 0, Qt::AlignLeft | Qt::AlignTop);
    badgeColumn->addStretch(1);
    auto *badgeBox = new QWidget;
    badgeBox->setFixedWidth(kBadgeWidth);
    badgeColumn->setContentsMargins(0, 0, 0, 0);
    badgeBox->setLayout(badgeColumn);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(Spacing::XS);
    auto *title = new TextLabel(entry.title, TextRole::Strong);
    title->setWordWrap(true);
    texts->addWidget(title);
    if (!entry.words.isEmpty()) {
        auto *words = new TextLabel(entry.words, TextRole::Body, TextLabel::Tone::Secondary);
        words->setWordWrap(true);
        texts->addWidget(words);
    }
    if (!entry.done || entry.asIs) {
        auto *asIs = new QCheckBox(tr("Right as it is: I explain it in my note"));
        asIs->setObjectName(u"asIs%1Check"_s.arg(index));
        asIs->setAccessibleName(tr("%1: right as it is").arg(entry.title));
        asIs->setChecked(entry.asIs);
        texts->addWidget(asIs, 0, Qt::AlignLeft);
        connect(asIs, &QCheckBox::clicked, this, [this, code = entry.item.code](bool on) { m_correction.setAsIs(code, on); });
    }
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Spacing::M);
    line->addWidget(badgeBox);
    line->addLayout(texts, 1);
    const auto button = [&](const QString &text, const QString &name) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        made->setAccessibleName(u"%1: %2"_s.arg(entry.title, QString(text).remove(u'&')));
        line->addWidget(made, 0, Qt::AlignTop);
        return made;
    };
    if (m_pages && !entry.sha256.isEmpty()) {
        auto *page = button(tr("Show Page"), u"toDo%1PageButton"_s.arg(index));
        setQuiet(page);
        connect(page, &QPushButton::clicked, this, [this, entry] { Q_EMIT pageRequested(entry.sha256, entry.fileName); });
    }
    if (!entry.place.isEmpty()) {
        auto *open = button(entry.done ? tr("Look Again") : tr("Change It"), u"toDo%1Button"_s.arg(index));
        connect(open, &QPushButton::clicked, this, [this, place = entry.place] { Q_EMIT openRequested(place); });
    }
    return row;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/mappingheader.h"

#include "ui/theme/spacing.h"
#include "ui/theme/textrole.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>
#include <QScrollBar>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {
constexpr int kLetterHeight = 20; // "A", "B" above the choices
}

MappingHeader::MappingHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(false);
    connect(this, &QHeaderView::sectionResized, this, &MappingHeader::place);
    connect(this, &QHeaderView::geometriesChanged, this, &MappingHeader::place);
}

void MappingHeader::setColumns(const QList<TableColumn> &columns, const QStringList &names)
{
    while (m_choices.size() > columns.size())
        delete m_choices.takeLast();
    while (m_choices.size() < columns.size()) {
        auto *choice = new QComboBox(viewport());
        choice->setObjectName(u"column%1Combo"_s.arg(m_choices.size()));
        for (const TableColumn column : tableColumns())
            choice->addItem(tableColumnText(column), int(column));
        connect(choice, &QComboBox::activated, this, &MappingHeader::columnChosen);
        choice->show();
        m_choices.append(choice);
    }
    for (int i = 0; i < m_choices.size(); ++i) {
        m_choices.at(i)->setCurrentIndex(m_choices.at(i)->findData(int(columns.at(i))));
        const QString name = names.value(i);
        m_choices.at(i)->setAccessibleName(name.isEmpty() ? tr("Column %1 holds").arg(columnName(i))
                                                          : tr("Column %1, “%2”, holds").arg(columnName(i), name));
        m_choices.at(i)->setToolTip(name);
    }
    place();
}

QList<TableColumn> MappingHeader::columns() const
{
    QList<TableColumn> columns;
    for (const QComboBox *choice : m_choices)
        columns.append(TableColumn(choice->currentData().toInt()));
    return columns;
}

QSize MappingHeader::sizeHint() const
{
    const int choice = m_choices.isEmpty() ? Spacing::L * 2 : m_choices.first()->sizeHint().height();
    return {QHeaderView::sizeHint().width(), kLetterHeight + choice + Spacing::XS * 2};
}

void MappingHeader::updateGeometries()
{
    QHeaderView::updateGeometries();
    place();
}

void MappingHeader::place()
{
    for (int i = 0; i < m_choices.size() && i < count(); ++i) {
        const int left = sectionViewportPosition(i);
        m_choices.at(i)->setGeometry(left + Spacing::XS, kLetterHeight, sectionSize(i) - Spacing::XS * 2,
                                     m_choices.at(i)->sizeHint().height());
    }
}

void MappingHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &t = tokensFor(this);
    painter->save();
    painter->fillRect(rect, t.surface);
    painter->setPen(t.line);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setFont(textFont(TextRole::Caption));
    painter->setPen(t.secondary);
    painter->drawText(rect.adjusted(Spacing::S, 0, -Spacing::S, 0).intersected(QRect(rect.left(), rect.top(), rect.width(), kLetterHeight)),
                      int(Qt::AlignVCenter | Qt::AlignLeft), columnName(section));
    painter->restore();
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/linefeaturelist.h"

#include "core/cases/linefeatures.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QGridLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

LineFeatureList::LineFeatureList(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Spacing::L);
    grid->setVerticalSpacing(Spacing::S);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    int row = 0;
    for (const LineFeature &feature : lineFeatures()) {
        auto *box = new QCheckBox(feature.label);
        box->setObjectName(feature.id + u"FeatureBox"_s);
        auto *remark = new TextLabel(feature.remark);
        remark->setObjectName(feature.id + u"RemarkLabel"_s);
        remark->setWordWrap(true);
        remark->setState(feature.mustGoFirst ? State::Problem : State::Waiting);
        remark->hide();
        grid->addWidget(box, row, 0, Qt::AlignTop);
        grid->addWidget(remark, row, 1, Qt::AlignTop);
        m_boxes.insert(feature.id, box);
        m_remarks.insert(feature.id, remark);
        ++row;
        connect(box, &QCheckBox::toggled, this, [this, id = feature.id](bool on) { showRemark(id, on); });
        connect(box, &QCheckBox::clicked, this, &LineFeatureList::edited);
    }
}

void LineFeatureList::showRemark(const QString &id, bool on)
{
    m_remarks.value(id)->setVisible(on);
    m_boxes.value(id)->setAccessibleDescription(on ? m_remarks.value(id)->text() : QString());
}

void LineFeatureList::setChosen(const QStringList &ids)
{
    for (auto it = m_boxes.cbegin(); it != m_boxes.cend(); ++it)
        it.value()->setChecked(ids.contains(it.key()));
    m_unknown = ids;
    m_unknown.removeIf([this](const QString &id) { return m_boxes.contains(id); });
}

QStringList LineFeatureList::chosen() const
{
    QStringList ids;
    for (const LineFeature &feature : lineFeatures()) {
        if (m_boxes.value(feature.id)->isChecked())
            ids << feature.id;
    }
    return ids + m_unknown;
}

void LineFeatureList::focusFeature(const QString &id)
{
    if (QCheckBox *box = m_boxes.value(id))
        box->setFocus(Qt::OtherFocusReason);
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/steplist.h"

#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/stylepaint.h"
#include "ui/theme/textrole.h"

#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

enum Role { SubtitleRole = Qt::UserRole + 1, StatusRole, CurrentRole };
constexpr int kCircle = 20;
constexpr int kPlain = 38;
constexpr int kTall = 53;

class StepDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {180, index.data(SubtitleRole).toString().isEmpty() ? kPlain : kTall};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensFor(option.palette);
        const bool current = index.data(CurrentRole).toBool();
        const QRect box = option.rect.adjusted(0, 0, -1, 0);
        if (current)
            StylePaint::roundedBox(painter, box, StylePaint::kControlRadius, t.surface, t.line);
        else if (option.state & QStyle::State_MouseOver && index.flags() & Qt::ItemIsEnabled)
            StylePaint::roundedBox(painter, box, StylePaint::kControlRadius, t.line, {});
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
            StylePaint::focusRing(painter, box, StylePaint::kControlRadius, t.accent);
        const QString subtitle = index.data(SubtitleRole).toString();
        const QRect circle(box.left() + 9, subtitle.isEmpty() ? box.center().y() - kCircle / 2 + 1 : box.top() + 9, kCircle, kCircle);
        paintCircle(painter, QStyle::visualRect(option.direction, box, circle), index, t, current);
        paintText(painter, QStyle::visualRect(option.direction, box, box.adjusted(39, 0, -8, 0)), option.direction, index, t);
    }

private:
    static void paintCircle(QPainter *painter, const QRect &circle, const QModelIndex &index, const Tokens &t, bool current)
    {
        const auto status = Step::Status(index.data(StatusRole).toInt());
        if (!current && status != Step::Status::ToCome) {
            const StateColors &colors = status == Step::Status::Done ? t.good : t.waiting;
            StylePaint::roundedBox(painter, circle, 6, colors.soft, {});
            return paintGlyph(painter, circle.adjusted(3, 3, -3, -3), status == Step::Status::Done ? Glyph::Check : Glyph::Warning, colors.text);
        }
        StylePaint::roundedBox(painter, circle, kCircle / 2.0, current ? t.accent : t.line, {});
        painter->setFont(textFont(TextRole::CaptionStrong));
        painter->setPen(current ? t.onAccent : t.secondary);
        painter->drawText(circle, Qt::AlignCenter, QString::number(index.row() + 1));
    }

    static void paintText(QPainter *painter, const QRect &area, Qt::LayoutDirection direction, const QModelIndex &index, const Tokens &t)
    {
        const QString subtitle = index.data(SubtitleRole).toString();
        const bool reached = index.data(CurrentRole).toBool() || index.data(StatusRole).toInt() != int(Step::Status::ToCome);
        QFont font = textFont(TextRole::Body);
        font.setWeight(QFont::Medium);
        const int align = int(QStyle::visualAlignment(direction, Qt::AlignLeft));
        painter->setFont(font);
        painter->setPen(reached ? t.text : t.secondary);
        const QRect title = subtitle.isEmpty() ? area : QRect(area.left(), area.top() + 9, area.width(), 20);
        painter->drawText(title, align | Qt::AlignVCenter, painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
        if (subtitle.isEmpty())
            return;
        painter->setFont(textFont(TextRole::Caption));
        painter->setPen(t.secondary);
        painter->drawText(QRect(area.left(), area.top() + 28, area.width(), 16), align | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(subtitle, Qt::ElideRight, area.width()));
    }
};

QString statusWord(Step::Status status)
{
    return status == Step::Status::Done ? StepList::tr("done") : status == Step::Status::Problem ? StepList::tr("something to look at") : StepList::tr("to come");
}

} // namespace

StepList::StepList(QWidget *parent) : QListView(parent), m_model(new QStandardItemModel(this))
{
    setObjectName(u"stepList"_s);
    setAccessibleName(tr("Steps"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setMouseTracking(true);
    setSpacing(0);
    viewport()->setAutoFillBackground(false);
    setModel(m_model);
    setItemDelegate(new StepDelegate(this));
    // clicked serves the mouse, activated Enter; a platform that activates on a single click must not do it twice.
    const auto open = [this](const QModelIndex &index) {
        if (index.flags() & Qt::ItemIsEnabled) // Qt reports clicks on disabled rows, too
            Q_EMIT stepActivated(index.row());
    };
    connect(this, &QListView::clicked, this, open);
    connect(this, &QListView::activated, this, [this, open](const QModelIndex &index) {
        if (!style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick, nullptr, this))
            open(index);
    });
}

void StepList::setSteps(const QList<Step> &steps)
{
    m_steps = steps;
    m_model->setRowCount(int(steps.size()));
    m_model->setColumnCount(1);
    for (int i = 0; i < steps.size(); ++i)
        fill(i);
    updateGeometry();
}

void StepList::setStep(int index, const Step &step)
{
    if (index < 0 || index >= m_steps.size() || m_steps.at(index) == step)
        return;
    m_steps[index] = step;
    fill(index);
}

void StepList::setCurrentStep(int index)
{
    const int before = m_current;
    m_current = index;
    for (const int row : {before, index}) {
        if (row >= 0 && row < m_steps.size())
            fill(row);
    }
    if (index >= 0)
        setCurrentIndex(m_model->index(index, 0));
}

void StepList::fill(int index)
{
    const Step &step = m_steps.at(index);
    auto *item = m_model->item(index);
    if (!item) {
        item = new QStandardItem;
        m_model->setItem(index, item);
    }
    const bool current = index == m_current;
    const bool tall = item->data(SubtitleRole).toString().isEmpty() != step.subtitle.isEmpty();
    item->setText(step.title);
    item->setData(step.subtitle, SubtitleRole);
    item->setData(int(step.status), StatusRole);
    item->setData(current, CurrentRole);
    item->setToolTip(step.subtitle);
    item->setEnabled(step.enabled);
    //: %1 step number, %2 title, %3 "done", "to come", "current"
    item->setData(tr("Step %1: %2, %3").arg(index + 1).arg(step.title, current ? tr("current") : statusWord(step.status)), Qt::AccessibleTextRole);
    if (tall)
        scheduleDelayedItemsLayout();
}

QSize StepList::sizeHint() const
{
    int height = 2;
    for (const Step &step : m_steps)
        height += step.subtitle.isEmpty() ? kPlain : kTall;
    return {240, height};
}

} // namespace PortDesk

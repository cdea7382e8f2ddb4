// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/stepbar.h"

#include "ui/theme/stylepaint.h"
#include "ui/theme/textrole.h"

#include <QPainter>

namespace PortDesk {

namespace {

constexpr int kGap = 6;
constexpr int kHeight = 46;

QColor lineColor(StepBar::Status status, const Tokens &t)
{
    switch (status) {
    case StepBar::Status::Done: return t.good.text;
    case StepBar::Status::Current: return t.accent;
    case StepBar::Status::Problem: return t.problem.text;
    case StepBar::Status::ToCome: break;
    }
    return t.line;
}

QString statusWord(StepBar::Status status)
{
    switch (status) {
    case StepBar::Status::Done: return StepBar::tr("done");
    case StepBar::Status::Current: return StepBar::tr("current");
    case StepBar::Status::Problem: return StepBar::tr("needs attention");
    case StepBar::Status::ToCome: break;
    }
    return StepBar::tr("to come");
}

} // namespace

StepBar::StepBar(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Progress"));
}

void StepBar::setSegments(const QList<Segment> &segments)
{
    m_segments = segments;
    QStringList words;
    for (const Segment &segment : segments)
        words.append(tr("%1: %2").arg(segment.title, statusWord(segment.status)));
    setAccessibleDescription(words.join(tr(", ")));
    update();
}

QSize StepBar::sizeHint() const
{
    return {int(m_segments.size()) * 150, kHeight};
}

QSize StepBar::minimumSizeHint() const
{
    return {int(m_segments.size()) * 60, kHeight};
}

void StepBar::paintEvent(QPaintEvent *)
{
    if (m_segments.isEmpty())
        return;
    QPainter painter(this);
    const Tokens &t = tokensFor(this);
    const qreal width = (this->width() - kGap * (m_segments.size() - 1)) / qreal(m_segments.size());
    const int align = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter;
    for (int i = 0; i < m_segments.size(); ++i) {
        const Segment &segment = m_segments.at(i);
        const QRect logical(int(i * (width + kGap)), 0, int(width), kHeight);
        const QRect area = QStyle::visualRect(layoutDirection(), rect(), logical);
        StylePaint::roundedBox(&painter, QRect(area.left(), 0, area.width(), 4), 2, lineColor(segment.status, t), {});
        QFont font = textFont(TextRole::Body);
        font.setWeight(segment.status == Status::Current || segment.status == Status::Problem ? QFont::DemiBold : QFont::Medium);
        painter.setFont(font);
        painter.setPen(segment.status == Status::ToCome ? t.secondary : t.text);
        const QRect title(area.left(), 10, area.width(), 20);
        painter.drawText(title, align, painter.fontMetrics().elidedText(segment.title, Qt::ElideRight, area.width()));
        painter.setFont(textFont(TextRole::Caption));
        painter.setPen(segment.status == Status::Problem ? t.problem.text : t.secondary);
        painter.drawText(QRect(area.left(), 29, area.width(), 16), align, painter.fontMetrics().elidedText(segment.subtitle, Qt::ElideRight, area.width()));
    }
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace PortDesk {

/// The slim bar of a case's steps: a coloured line, a title and a small word below each.
class StepBar final : public QWidget
{
    Q_OBJECT
public:
    enum class Status { Done, Current, Problem, ToCome };
    struct Segment {
        QString title;
        QString subtitle;
        Status status = Status::ToCome;

        friend bool operator==(const Segment &, const Segment &) = default;
    };

    explicit StepBar(QWidget *parent = nullptr);
    void setSegments(const QList<Segment> &segments);
    const QList<Segment> &segments() const { return m_segments; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Segment> m_segments;
};

} // namespace PortDesk

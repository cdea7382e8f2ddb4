// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace PortDesk {

/// Shows ink on the line that it will stand on, with what to do while there is none.
class InkView final : public QWidget
{
    Q_OBJECT
public:
    explicit InkView(const QString &sentence, QWidget *parent = nullptr);

    /// Covers of pixels as Format_Alpha8, painted in the colour of text; a null image = no ink.
    void setInk(const QImage &ink);
    QSize sizeHint() const override { return {520, 130}; }
    QSize minimumSizeHint() const override { return {320, 90}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_ink;
    QString m_sentence;
};

} // namespace PortDesk

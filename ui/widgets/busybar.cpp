// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/busybar.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

#include <chrono>

namespace PortDesk {
using namespace Qt::StringLiterals;

BusyBar::BusyBar(QWidget *parent) : QWidget(parent), m_text(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_bar(new QProgressBar), m_cancel(new QPushButton(tr("Cancel")))
{
    m_text->setObjectName(u"busyLabel"_s);
    m_cancel->setObjectName(u"cancelButton"_s);
    m_bar->setTextVisible(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::M);
    row->addWidget(m_text);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &BusyBar::cancelRequested);
    hide();
}

void BusyBar::start(const QString &text, int maximum, bool cancellable)
{
    using namespace std::chrono_literals;
    m_running = true;
    m_bar->setRange(0, maximum);
    m_cancel->setVisible(cancellable);
    setProgress(0, text);
    QTimer::singleShot(500ms, this, [this] { setVisible(m_running); });
}

void BusyBar::setProgress(int value, const QString &text)
{
    m_bar->setValue(value);
    m_text->setText(text);
    m_bar->setAccessibleName(text);
    setAccessibleName(text);
}

void BusyBar::finish()
{
    m_running = false;
    hide();
}

QString BusyBar::text() const
{
    return m_text->text();
}

} // namespace PortDesk

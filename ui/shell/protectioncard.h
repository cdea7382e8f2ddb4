// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/protection.h"

#include <QWidget>

class QAction;
class QPushButton;

namespace PortDesk {

class DocWorker;
class KeyValueGrid;
class MessageBar;
class TextLabel;

/// Settings: what holds the process that reads received documents on this machine, as it says itself (the report of
/// `portdesk-docworker --sandbox-report`, with the limits the desk sets). Asked whenever the card is shown.
class ProtectionCard final : public QWidget
{
    Q_OBJECT
public:
    explicit ProtectionCard(DocWorker &worker, QWidget *parent = nullptr);

    /// The report as it is copied, one line each; "" while there is none.
    QString report() const { return m_report; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void showProtection(const Result<WorkerProtection> &protection);
    void copy();

    DocWorker &m_worker;
    TextLabel *m_sentences;
    KeyValueGrid *m_grid;
    MessageBar *m_bar;
    QPushButton *m_copy;
    QAction *m_retry;
    QString m_report;
    int m_newest = 0;
};

} // namespace PortDesk

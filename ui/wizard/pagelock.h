// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;

namespace PortDesk {

class Correction;
class MessageBar;
class WizardPage;

/// A page of the wizard with the sentence that says what of it is open. While a returned case is corrected only what the desk asked for can
/// be changed; the rest can be read, and is opened by a step of its own, because each change is checked anew.
class PageLock final : public QWidget
{
    Q_OBJECT
public:
    /// The correction outlives it; takes ownership of the page.
    PageLock(WizardPage *page, Correction &correction, QWidget *parent = nullptr);

    void refresh();

private:
    QStringList askedHere() const;

    WizardPage *m_page;
    Correction &m_correction;
    MessageBar *m_bar;
    QAction *m_unlock;
};

} // namespace PortDesk

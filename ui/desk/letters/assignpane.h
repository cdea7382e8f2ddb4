// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/letterdesk.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace PortDesk {

class CaseFinder;
class DeskSession;
class TextLabel;

/// Asks where the chosen parts of the tray belong: cases the page itself proposes, a search, the kind of document.
class AssignPane final : public QWidget
{
    Q_OBJECT
public:
    explicit AssignPane(DeskSession &session, QWidget *parent = nullptr);

    /// How many parts are chosen; several become one document. `divisible`: one of several pages.
    void setChosen(int parts, bool divisible);
    void setReading(bool reading);
    void setHints(const QList<CaseHint> &hints);
    void setBusy(bool busy);
    void focusFinder();

Q_SIGNALS:
    void assignWanted(PortDesk::CaseId id, const QString &reference, const QString &kind);
    void removeWanted();
    void divideWanted();

private:
    void judge();

    int m_parts = 0;
    bool m_divisible = false;
    bool m_busy = false;
    TextLabel *m_title;
    TextLabel *m_note;
    QVBoxLayout *m_hints;
    CaseFinder *m_finder;
    QComboBox *m_kind;
    QPushButton *m_assign;
    QPushButton *m_divide;
    QPushButton *m_remove;
};

} // namespace PortDesk

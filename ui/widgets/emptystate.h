// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace PortDesk {

class TextLabel;

/// What stands where content would be: nothing yet (one action), no match ("Clear Filters"), failed ("Retry").
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { NothingYet, NoMatch, Failed };

    explicit EmptyState(QWidget *parent = nullptr);

    /// One title, one sentence, at most one action ("" = none; NoMatch and Failed have their usual ones).
    void set(Kind kind, const QString &title, const QString &sentence, const QString &action = {});
    void setGlyph(Glyph glyph);
    Kind kind() const { return m_kind; }
    QString sentence() const;

Q_SIGNALS:
    void actionTriggered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void repaintIcon();

    Kind m_kind = Kind::NothingYet;
    Glyph m_glyph = Glyph::Folder;
    QLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_sentence;
    QPushButton *m_action;
};

} // namespace PortDesk

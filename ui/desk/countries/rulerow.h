// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rulesheet.h"
#include "ui/widgets/badge.h"

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace PortDesk {

/// One line of the rules: name, value, numbers of its sources; what the desk set itself is marked and can be taken back. A stop of the
/// keyboard: Up and Down go to the next line, Enter overrides, Ctrl+C copies the value.
class RuleRow final : public QWidget
{
    Q_OBJECT
public:
    RuleRow(const RuleLine &line, const QStringList &sources, bool maySet, QWidget *parent = nullptr);

    const RuleLine &line() const { return m_line; }
    /// Name and value as copied.
    QString copied() const;

Q_SIGNALS:
    void overrideWanted();
    void withdrawWanted(const PortDesk::RuleOverride &rule);
    void usageWanted();
    /// The line above (-1) or below (1).
    void neighbourWanted(int step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QVBoxLayout *makeValue();
    void addOverride(QVBoxLayout *column, const AppliedOverride &applied, const QString &name);
    void addLater(QVBoxLayout *column, const RuleOverride &rule);
    void addMark(QVBoxLayout *column, const RuleOverride &rule, const QString &badgeName, const BadgeContent &badge);
    QToolButton *button(const QString &name, Glyph glyph, const QString &text);
    QString spoken() const;
    void copy();
    void copySources();

    RuleLine m_line;
    QStringList m_sources; ///< addresses of its sources
    bool m_maySet;
};

} // namespace PortDesk

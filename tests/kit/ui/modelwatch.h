// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

class QAbstractItemModel;

namespace PortDesk {

/// Puts a QAbstractItemModelTester on every model of ours the moment a view paints it, whatever window it is in: a model that breaks a
/// rule of models fails the test that is running. PORTDESK_GUI_TEST_MAIN has one.
class ModelWatch final : public QObject
{
    Q_OBJECT
public:
    explicit ModelWatch(QObject *parent = nullptr);

    /// Names of the classes that were tested so far, without the namespace.
    const QSet<QString> &classes() const { return m_classes; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watch(QAbstractItemModel *model);

    QSet<const QObject *> m_watched;
    QSet<QString> m_classes;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QCheckBox;

namespace PortDesk {

class TextLabel;

/// What runs on the lines, as check boxes; beside each that is on, what happens to it and what to do first.
class LineFeatureList final : public QWidget
{
    Q_OBJECT
public:
    explicit LineFeatureList(QWidget *parent = nullptr);

    /// Ids as in Request::lineFeatures; those the program does not know are kept and answered again.
    void setChosen(const QStringList &ids);
    QStringList chosen() const;
    void focusFeature(const QString &id);

Q_SIGNALS:
    void edited();

private:
    void showRemark(const QString &id, bool on);

    QHash<QString, QCheckBox *> m_boxes;
    QHash<QString, TextLabel *> m_remarks;
    QStringList m_unknown;
};

} // namespace PortDesk

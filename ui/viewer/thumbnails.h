// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/tileloader.h"

#include <QListView>

class QStandardItemModel;

namespace PortDesk {

/// Small pictures of the pages; picking one goes there.
class Thumbnails final : public QListView
{
    Q_OBJECT
public:
    explicit Thumbnails(QWidget *parent = nullptr);
    void setSource(PageSource *source);
    void setCurrentPage(int page);
    /// Dark paper, as the pages have it.
    void setDark(bool dark);
    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void pageChosen(int page);

protected:
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void ask();
    TileKey key(int page) const;

    TileLoader m_tiles;
    QList<QSizeF> m_points;
    QStandardItemModel *m_model;
    bool m_dark = false;
};

} // namespace PortDesk

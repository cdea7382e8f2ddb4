// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/scan.h"

#include <QAbstractListModel>
#include <QImage>
#include <QUndoStack>

namespace PortDesk {

/// The pages of the document that is being scanned, in its order. Every change can be undone; turning is for the reader and recodes nothing.
class ScannedPages final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit ScannedPages(QObject *parent = nullptr);
    ~ScannedPages() override { m_undo.disconnect(); } // it speaks while it goes, and nobody is there any more

    void append(const ScannedPage &page);
    void turn(int row); ///< a quarter, clockwise
    void remove(int row);
    /// `to`: the row it has afterwards.
    void move(int from, int to);
    QUndoStack &undoStack() { return m_undo; }

    /// What goes into the document, one file for each page, and how each is turned (DocWorker::toPdf).
    QList<DocumentBytes> documents() const;
    QList<qint32> quarterTurns() const;
    qint64 bytes() const;
    /// As it is shown, turned.
    QImage picture(int row) const { return m_pages.value(row).shown; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before) override;

private:
    struct Entry {
        quint64 key = 0;
        QByteArray bytes;
        int turns = 0;
        QImage shown;
    };
    class Change;

    void change(const QString &text, const QList<Entry> &after);
    void show(const QList<Entry> &pages);

    QList<Entry> m_pages;
    QUndoStack m_undo;
    quint64 m_lastKey = 0;
};

} // namespace PortDesk

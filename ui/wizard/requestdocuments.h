// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"
#include "ui/widgets/badge.h"

#include <QAbstractTableModel>

namespace PortDesk {

class RequestDraft;

/// What the country asks for and what is attached: a row per attached file, and one per kind that is still missing.
/// The letter of authorisation has a page of its own and is not listed.
class RequestDocuments final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { KindColumn, FileColumn, DateColumn, StateColumn, ColumnCount };
    struct Row {
        QString kind;
        int document = -1; ///< index in Request::documents, -1 = nothing attached or declared
        bool required = false;
        bool mayBeUnavailable = false;
        QString note;
        friend bool operator==(const Row &, const Row &) = default;
    };

    explicit RequestDocuments(const RequestDraft &draft, QObject *parent = nullptr);

    /// Follows the draft; selection stays with the rows that stay.
    void refresh();
    /// Files the desk refused, by SHA-256, and what it says of them: a better one is handed in instead.
    void setRefused(const QHash<QString, QString> &words) { m_refused = words; }
    /// What the desk says of a refused document, "" of every other.
    QString refusalOf(const Row &row) const;
    int firstRefused() const; ///< row, -1 = none
    const Row &row(int index) const { return m_rows.at(index); }
    int rowOfDocument(int document) const;
    /// The kind of the first row that is required and missing, or "".
    QString firstMissing() const;
    int missingCount() const;
    int attachedCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Row> rows() const;
    QVariant display(const Row &row, int column) const;
    BadgeContent badge(const Row &row) const;
    QString problemOf(const Row &row, Problem::Severity *severity = nullptr) const;

    const RequestDraft &m_draft;
    QList<Row> m_rows;
    QHash<QString, QString> m_refused;
};

} // namespace PortDesk

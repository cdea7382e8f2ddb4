// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/mark.h"

#include <QSortFilterProxyModel>
#include <QTimeZone>
#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QListView;
class QPushButton;

namespace PortDesk {

class MarkBook;
class TextLabel;

/// The marks of a book as rows: who, when and what; below them what the file itself brought along and nobody took over.
class MarkListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, KindRole, AuthorRole, HeadRole, InFileRole };

    MarkListModel(MarkBook &book, QObject *parent = nullptr);
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    void setFileMarks(const QList<Mark> &marks);
    /// Those that can still be taken over.
    const QList<Mark> &fileMarks() const { return m_left; }
    Mark at(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void reload();

    MarkBook &m_book;
    QList<Mark> m_marks;
    QList<Mark> m_inFile;
    QList<Mark> m_left;
    QTimeZone m_zone = QTimeZone::utc();
};

/// Leaves the marks of a kind, of an author, with a text.
class MarkFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setKind(std::optional<MarkKind> kind);
    void setAuthor(const QString &author);
    void setText(const QString &text);
    bool isActive() const { return m_kind || !m_author.isEmpty() || !m_text.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::optional<MarkKind> m_kind;
    QString m_author;
    QString m_text; ///< folded
};

/// The list of marks with its filter. Picking a row asks for the mark; Delete asks to delete it. What stands in the file is taken over by its button
/// or with Insert.
class MarkList final : public QWidget
{
    Q_OBJECT
public:
    /// The book outlives the list.
    explicit MarkList(MarkBook &book, QWidget *parent = nullptr);
    void setZone(const QTimeZone &zone) { m_model->setZone(zone); }
    void select(const QString &id);
    /// Annotations a received file brought along.
    void setFileMarks(const QList<Mark> &marks);

Q_SIGNALS:
    /// A row of the file's own was picked: it stands there.
    void placeChosen(int page, const QRectF &box);
    void markChosen(const QString &id);
    void deleteWanted(const QString &id);
    void editWanted(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilter();
    void connectParts();
    void fillAuthors();
    void showCount();
    QString currentId() const;
    void choose();
    void takeOver();
    void refreshTakeOver();

    MarkBook &m_book;
    MarkListModel *m_model;
    MarkFilter *m_filter;
    QListView *m_list;
    QLineEdit *m_text;
    QComboBox *m_kind;
    QComboBox *m_author;
    QWidget *m_filterRow;
    TextLabel *m_empty;
    QPushButton *m_takeOver;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/markservice.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QUndoStack>

#include <functional>

namespace PortDesk {

/// The marks of one document while it is open: every change is a command that can be undone, and is stored behind the person's back, one
/// store call at a time.
class MarkBook final : public QObject
{
    Q_OBJECT
public:
    using Saver = std::function<QFuture<Result<MarkChange>>(const MarkChange &)>;
    using Now = std::function<QDateTime()>;

    explicit MarkBook(QObject *parent = nullptr);

    /// Whose marks are made from now on. Without a saver nothing is stored.
    void setPerson(const QString &author, Now now, Saver saver);
    /// Another document, or the same one read again; forgets what could be undone.
    void open(const QString &sha256, const QList<StoredMark> &marks);
    QString sha256() const { return m_sha256; }
    /// False for people who only look: nothing can be changed then.
    bool isEditable() const { return bool(m_saver); }

    const QList<Mark> &marks() const { return m_marks; }
    const Mark *mark(const QString &id) const;
    QStringList authors() const;

    /// A mark of this document with a new id, the author and the time filled in.
    Mark draft(MarkKind kind, int page) const;
    void add(const Mark &mark);
    /// Makes marks of annotations that the file brought along: new ids, author and time kept where the file tells them. One step of undo.
    void takeOver(const QList<Mark> &fileMarks);
    /// Those of a file's annotations that nobody took over yet.
    QList<Mark> notTakenOver(const QList<Mark> &fileMarks) const;
    /// Changes a mark; changes with the same gesture (a drag, a row of arrow keys) become one step of undo. 0 = a step of its own.
    void change(const Mark &mark, const QString &what, int gesture = 0);
    void remove(const QString &id);
    QUndoStack *undoStack() { return &m_undo; }

    /// Everything as text, in order: for tests and for comparing.
    QString dump() const;
    /// True when everything that was done is stored.
    bool isSaved() const { return !m_saving && m_unsaved.isEmpty(); }

Q_SIGNALS:
    void changed();
    void saved();
    /// A change could not be stored; the marks should be read again.
    void saveFailed(const PortDesk::Error &error);

private:
    friend class MarkCommand;
    Mark ownFrom(const Mark &fileMark) const;
    void put(const QString &id, const std::optional<Mark> &mark);
    void save();
    void take(const Result<MarkChange> &answer);

    QString m_sha256;
    QString m_author;
    Now m_now;
    Saver m_saver;
    QList<Mark> m_marks;
    QHash<QString, int> m_revisions; ///< of every mark the store knows, removed ones too
    QHash<QString, Mark> m_removed;  ///< as they were last, for the store
    QSet<QString> m_gone; ///< ids the store knows as removed
    QSet<QString> m_unsaved;
    bool m_saving = false;
    int m_ticket = 0;
    QUndoStack m_undo;
};

} // namespace PortDesk

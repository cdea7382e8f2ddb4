// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/markbook.h"

#include "core/documents/markjson.h"
#include "ui/models/answer.h"

#include <QJsonDocument>
#include <QUndoCommand>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

/// One intention: a mark as it was and as it is; nothing on one side for making and removing.
class MarkCommand final : public QUndoCommand
{
public:
    MarkCommand(MarkBook &book, const QString &id, std::optional<Mark> before, std::optional<Mark> after)
        : m_book(book), m_mark(id), m_before(std::move(before)), m_after(std::move(after))
    {
    }
    void setGesture(int gesture) { m_gesture = gesture; }

    void redo() override { m_book.put(m_mark, m_after); }
    void undo() override { m_book.put(m_mark, m_before); }
    int id() const override { return m_gesture == 0 ? -1 : 1; }
    bool mergeWith(const QUndoCommand *command) override
    {
        const auto *next = static_cast<const MarkCommand *>(command);
        if (next->m_gesture != m_gesture || next->m_mark != m_mark)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    MarkBook &m_book;
    QString m_mark;
    std::optional<Mark> m_before;
    std::optional<Mark> m_after;
    int m_gesture = 0;
};

MarkBook::MarkBook(QObject *parent) : QObject(parent) {}

void MarkBook::setPerson(const QString &author, Now now, Saver saver)
{
    m_author = author;
    m_now = std::move(now);
    m_saver = std::move(saver);
}

void MarkBook::open(const QString &sha256, const QList<StoredMark> &marks)
{
    ++m_ticket;
    m_undo.clear();
    m_sha256 = sha256;
    m_marks.clear();
    m_revisions.clear();
    m_removed.clear();
    m_gone.clear();
    m_unsaved.clear();
    m_saving = false;
    for (const StoredMark &stored : marks) {
        m_marks.append(stored.mark);
        m_revisions.insert(stored.mark.id, stored.revision);
    }
    Q_EMIT changed();
}

const Mark *MarkBook::mark(const QString &id) const
{
    const auto found = std::find_if(m_marks.cbegin(), m_marks.cend(), [&id](const Mark &mark) { return mark.id == id; });
    return found == m_marks.cend() ? nullptr : &*found;
}

QStringList MarkBook::authors() const
{
    QStringList names;
    for (const Mark &mark : m_marks) {
        if (!names.contains(mark.author))
            names.append(mark.author);
    }
    names.sort();
    return names;
}

Mark MarkBook::draft(MarkKind kind, int page) const
{
    Mark mark;
    mark.id = newMarkId();
    mark.sha256 = m_sha256;
    mark.page = page;
    mark.kind = kind;
    mark.author = m_author;
    mark.created = m_now ? m_now() : QDateTime();
    mark.modified = mark.created;
    return mark;
}

void MarkBook::add(const Mark &mark)
{
    auto *command = new MarkCommand(*this, mark.id, std::nullopt, mark);
    command->setText(tr("Add a mark"));
    m_undo.push(command);
}

Mark MarkBook::ownFrom(const Mark &fileMark) const
{
    Mark mark = fileMark;
    mark.id = newMarkId();
    mark.sha256 = m_sha256;
    mark.modified = m_now ? m_now() : QDateTime();
    if (!mark.created.isValid())
        mark.created = mark.modified;
    return mark;
}

void MarkBook::takeOver(const QList<Mark> &fileMarks)
{
    if (fileMarks.isEmpty() || !isEditable())
        return;
    m_undo.beginMacro(tr("Take over marks of the file"));
    for (const Mark &mark : fileMarks)
        add(ownFrom(mark));
    m_undo.endMacro();
}

/// A mark that came from the file keeps kind, page, author and, when the file tells it, its time, however it was moved or worded since.
QList<Mark> MarkBook::notTakenOver(const QList<Mark> &fileMarks) const
{
    QList<Mark> own = m_marks;
    QList<Mark> left;
    for (const Mark &mark : fileMarks) {
        const auto alike = [&mark](const Mark &other) {
            const bool when = mark.created.isValid() ? mark.created == other.created : mark.box == other.box || mark.text == other.text;
            return mark.kind == other.kind && mark.page == other.page && mark.author == other.author && when;
        };
        const auto same = [&](const Mark &other) { return alike(other) && mark.box == other.box; };
        auto found = std::find_if(own.begin(), own.end(), same); // of several alike the one that did not move
        if (found == own.end())
            found = std::find_if(own.begin(), own.end(), alike);
        if (found == own.end())
            left.append(mark);
        else
            own.erase(found);
    }
    return left;
}

void MarkBook::change(const Mark &changed, const QString &what, int gesture)
{
    const Mark *before = mark(changed.id);
    if (!before || *before == changed)
        return;
    Mark after = changed;
    after.modified = m_now ? m_now() : after.modified;
    auto *command = new MarkCommand(*this, changed.id, *before, after);
    command->setGesture(gesture);
    command->setText(what);
    m_undo.push(command);
}

void MarkBook::remove(const QString &id)
{
    const Mark *before = mark(id);
    if (!before)
        return;
    auto *command = new MarkCommand(*this, id, *before, std::nullopt);
    command->setText(tr("Delete a mark"));
    m_undo.push(command);
}

void MarkBook::put(const QString &id, const std::optional<Mark> &mark)
{
    const auto place = std::find_if(m_marks.begin(), m_marks.end(), [&id](const Mark &other) { return other.id == id; });
    if (!mark && place != m_marks.end()) {
        m_removed.insert(id, *place);
        m_marks.erase(place);
    } else if (mark && place != m_marks.end()) {
        *place = *mark;
    } else if (mark) {
        // Where it stood before: the order of the store.
        const auto later = [](const Mark &a, const Mark &b) { return std::tie(a.page, a.created, a.id) < std::tie(b.page, b.created, b.id); };
        m_marks.insert(std::upper_bound(m_marks.begin(), m_marks.end(), *mark, later), *mark);
    }
    m_unsaved.insert(id);
    Q_EMIT changed();
    save();
}

void MarkBook::save()
{
    if (m_saving || m_unsaved.isEmpty() || !m_saver)
        return;
    MarkChange change;
    QStringList ids(m_unsaved.cbegin(), m_unsaved.cend());
    ids.sort();
    m_unsaved.clear();
    for (const QString &id : std::as_const(ids)) {
        const int revision = m_revisions.value(id);
        if (const Mark *now = mark(id))
            change.saved.append({*now, revision});
        else if (revision > 0 && !m_gone.contains(id))
            change.removed.append({m_removed.value(id), revision});
    }
    if (change == MarkChange())
        return;
    m_saving = true;
    whenAnswered(m_saver(change), this, [this, ticket = m_ticket](const Result<MarkChange> &answer) {
        if (ticket == m_ticket)
            take(answer);
    });
}

void MarkBook::take(const Result<MarkChange> &answer)
{
    m_saving = false;
    if (!answer) {
        Q_EMIT saveFailed(answer.error());
        return;
    }
    for (const StoredMark &stored : answer->saved + answer->removed)
        m_revisions.insert(stored.mark.id, stored.revision);
    for (const StoredMark &stored : answer->saved)
        m_gone.remove(stored.mark.id);
    for (const StoredMark &stored : answer->removed)
        m_gone.insert(stored.mark.id);
    save();
    if (isSaved())
        Q_EMIT saved();
}

QString MarkBook::dump() const
{
    QStringList lines;
    for (const Mark &mark : m_marks)
        lines.append(QString::fromUtf8(QJsonDocument(markToJson(mark)).toJson(QJsonDocument::Compact)));
    return lines.join(u'\n');
}

} // namespace PortDesk

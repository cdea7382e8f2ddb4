// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/problem.h"
#include "core/cases/request.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace PortDesk {

class FormField;
class RequestDraft;

/// Ties form fields to members of the request: shows values, writes edits at once, and puts problems beside the field they are about.
class FieldBindings final : public QObject
{
    Q_OBJECT
public:
    using Getter = std::function<QString(const Request &)>;
    using Setter = std::function<void(Request &, const QString &)>;

    explicit FieldBindings(RequestDraft &draft, QObject *parent = nullptr);

    /// `pointer` is the member's JSON pointer ("/owner/company").
    void add(const QString &pointer, FormField *field, Getter get, Setter set);
    void clear();
    /// Shows the draft's values.
    void load();
    /// Puts each problem beside its field: those of fields the person has left, or all. Answers the problems that have no field here.
    QList<Problem> showProblems(const QList<Problem> &problems, bool all);
    /// Puts the keyboard into the field of a pointer; false when there is none.
    bool focus(const QString &pointer);

    /// Lets only the fields of these pointers or patterns be changed, all of them when there are none. True when some are closed by it and
    /// some are not.
    bool openOnly(const QStringList &pointers);

Q_SIGNALS:
    void left(); ///< the person left a field: its problem may be shown now

private:
    struct Binding {
        QString pointer;
        FormField *field;
        Getter get;
        Setter set;
        bool left = false;
    };
    int indexOf(const QString &pointer) const;

    RequestDraft &m_draft;
    QList<Binding> m_bindings;
    bool m_loading = false;
};

} // namespace PortDesk

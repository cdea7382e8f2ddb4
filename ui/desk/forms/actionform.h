// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/stagetable.h"
#include "core/cases/todolist.h"

#include <QWidget>

class QVBoxLayout;

namespace PortDesk {

/// What a form needs to know about the case it acts on.
struct FormContext {
    Case portCase;
    QString action;
    QString focus; ///< JSON pointer or number to start at, "" = the first field
    const CountryPack *countries = nullptr;
    QDateTime now;
    QTimeZone zone;
    OwnDays ownDays = {};
    QList<Difference> differences = {}; ///< what the documents show differently, as far as they were read
    QString refusal = {};               ///< what fails and may be overridden by this person; "" = nothing
};

/// The questions of one action of the stage table. Makes values; never applies anything itself.
class ActionForm : public QWidget
{
    Q_OBJECT
public:
    explicit ActionForm(QWidget *parent = nullptr);

    /// The action's parameters, as ActionRequest::values takes them.
    virtual QVariantMap values() const = 0;
    /// A sentence when something is missing (and shows it beside its field), "" = ready to send.
    virtual QString problem() { return {}; }

Q_SIGNALS:
    /// A tab of the case page is wanted ("documents").
    void placeWanted(const QString &place);

protected:
    QVBoxLayout *body() const { return m_body; }
    /// A paragraph in the secondary colour.
    void addNote(const QString &text);

private:
    QVBoxLayout *m_body;
};

/// The form of `context.action`; every action of the stage table has one.
ActionForm *makeActionForm(const FormContext &context, QWidget *parent);

} // namespace PortDesk

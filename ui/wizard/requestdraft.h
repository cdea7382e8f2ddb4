// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/preflight.h"

#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QTimeZone>
#include <QTimer>
#include <QUndoStack>

namespace PortDesk {

class StoreKnowledge;

/// What the rules are asked with.
struct DraftRules {
    const CountryPack &countries;
    const Clock &clock;
    QTimeZone zone;
    OwnDays ownDays = {};
};

/// The request while it is being filled in: its values, what is known of its files, the undo stack of the numbers and the
/// preflight's verdict, which follows every change (computed off the GUI thread; the newest wins).
class RequestDraft final : public QObject
{
    Q_OBJECT
public:
    explicit RequestDraft(const DraftRules &rules, QObject *parent = nullptr);
    ~RequestDraft() override;

    const Request &request() const { return m_request; }
    const DraftRules &rules() const { return m_rules; }
    QDate today() const { return m_rules.clock.today(m_rules.zone); }
    /// Lets the running check use what the store knows; it is asked in the background after each verdict.
    void setStore(StoreKnowledge *store);
    /// The open case these are the numbers of (see StoreKnowledge).
    void setOwnCase(const QString &reference);
    /// Takes a loaded request and what was put aside with it: no undo into the one before.
    void reset(const Request &request, const QJsonObject &aside = {});
    /// Changes values; numbers are changed by setNumbers() only, so that they can be undone.
    void edit(const std::function<void(Request &)> &change);
    /// Replaces the numbers as one undoable step; `what` is its name ("Add 10 numbers").
    void setNumbers(const QList<RequestNumber> &numbers, const QString &what);
    /// Adds numbers and the addresses they name as one undoable step. An address edited since is kept when it is undone.
    void addNumbers(const QList<RequestNumber> &numbers, const QList<RequestAddress> &addresses, const QString &what);
    /// Takes an address away and from the numbers that had it, as one undoable step.
    void removeAddress(const QString &id, const QString &what);
    QUndoStack &undoStack() { return m_undo; }
    /// What was entered and does not apply now, by topic; kept with the draft and no part of the request.
    const QJsonObject &aside() const { return m_aside; }
    /// An empty value takes the topic away.
    void setAside(const QString &topic, const QJsonObject &values);

    /// What intake found out about a stored file.
    void setFacts(const QString &sha256, const DocumentFacts &facts);
    bool knowsFacts(const QString &sha256) const { return m_facts.contains(sha256); }
    DocumentFacts factsOf(const QString &sha256) const { return m_facts.value(sha256); }
    /// By index in Request::documents, as the preflight wants it.
    QHash<int, DocumentFacts> facts() const;

    const PreflightResult &checked() const { return m_checked; }
    /// False while the verdict is older than the values.
    bool isUpToDate() const { return m_judged == m_version; }
    /// Takes a verdict on the values as they are now (the store's knows the numbers of open cases); holds until the next change.
    void setChecked(const PreflightResult &result);

    /// The record of the chosen country and type, or null.
    const CountryRecord *record() const;
    /// The records of all cases the request becomes; the chosen one while there are no numbers.
    QList<const CountryRecord *> records() const;
    QString countryName() const;

Q_SIGNALS:
    /// Another request took the place of the one before.
    void wasReset();
    void changed();
    void numbersChanged();
    void checkedChanged();

private:
    friend class NumbersCommand;
    friend class RemoveAddressCommand;
    /// Replaces the numbers; answers the confirmations that went with those that are gone.
    QList<Confirmation> applyNumbers(const QList<RequestNumber> &numbers);
    void returnConfirmations(const QList<Confirmation> &confirmations);
    void addAddresses(const QList<RequestAddress> &addresses);
    void dropAddresses(const QList<RequestAddress> &addresses);
    void applyAddresses(const QList<RequestAddress> &addresses);
    void touch();
    void check();
    void askStore();

    DraftRules m_rules;
    Request m_request;
    QJsonObject m_aside;
    QUndoStack m_undo;
    StoreKnowledge *m_store = nullptr;
    QHash<QString, DocumentFacts> m_facts;
    PreflightResult m_checked;
    QTimer m_timer;
    QFuture<PreflightResult> m_running;
    int m_version = 0; ///< counts the changes
    int m_judged = 0;  ///< version that m_checked is about
};

} // namespace PortDesk

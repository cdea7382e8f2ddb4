// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/requestdraft.h"
#include "ui/models/answer.h"
#include "ui/wizard/confirmations.h"
#include "ui/wizard/storeknowledge.h"

#include <QtConcurrentRun>

#include <algorithm>

namespace PortDesk {

namespace {
constexpr int kCheckDelayMs = 120; // a pause in typing
constexpr int kUndoSteps = 50;
} // namespace

class NumbersCommand final : public QUndoCommand
{
public:
    NumbersCommand(RequestDraft &draft, const QList<RequestNumber> &after, const QString &what, const QList<RequestAddress> &addresses = {})
        : QUndoCommand(what), m_draft(draft), m_before(draft.request().numbers), m_after(after), m_addresses(addresses)
    {
    }
    void undo() override
    {
        m_draft.dropAddresses(m_addresses);
        m_draft.applyNumbers(m_before);
        m_draft.returnConfirmations(m_gone);
    }
    void redo() override
    {
        m_draft.addAddresses(m_addresses);
        m_gone = m_draft.applyNumbers(m_after);
    }

private:
    RequestDraft &m_draft;
    QList<RequestNumber> m_before;
    QList<RequestNumber> m_after;
    QList<RequestAddress> m_addresses; ///< that come with the numbers
    QList<Confirmation> m_gone;        ///< of numbers that were taken away
};

/// Numbers and addresses together: a number must not point to an address that only comes back one step later.
class RemoveAddressCommand final : public QUndoCommand
{
public:
    RemoveAddressCommand(RequestDraft &draft, const QString &id, const QString &what)
        : QUndoCommand(what), m_draft(draft), m_numbersBefore(draft.request().numbers), m_numbersAfter(m_numbersBefore), m_addresses(draft.request().addresses), m_id(id)
    {
        for (RequestNumber &number : m_numbersAfter) {
            if (number.address == id)
                number.address.clear();
        }
    }
    void undo() override
    {
        // What was typed into other addresses meanwhile stays; only the one that went comes back to its place.
        const auto gone = std::find_if(m_addresses.cbegin(), m_addresses.cend(), [this](const RequestAddress &address) { return address.id == m_id; });
        QList<RequestAddress> now = m_draft.request().addresses;
        if (gone != m_addresses.cend())
            now.insert(std::min(now.size(), gone - m_addresses.cbegin()), *gone);
        m_draft.applyAddresses(now);
        m_draft.applyNumbers(m_numbersBefore);
    }
    void redo() override
    {
        QList<RequestAddress> now = m_draft.request().addresses;
        m_addresses = now;
        now.removeIf([this](const RequestAddress &address) { return address.id == m_id; });
        m_draft.applyAddresses(now);
        m_draft.applyNumbers(m_numbersAfter);
    }

private:
    RequestDraft &m_draft;
    QList<RequestNumber> m_numbersBefore;
    QList<RequestNumber> m_numbersAfter;
    QList<RequestAddress> m_addresses;
    QString m_id;
};

RequestDraft::RequestDraft(const DraftRules &rules, QObject *parent) : QObject(parent), m_rules(rules)
{
    m_undo.setUndoLimit(kUndoSteps);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kCheckDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &RequestDraft::check);
}

RequestDraft::~RequestDraft()
{
    m_running.waitForFinished(); // it reads the country pack, which may end with our owner
}

void RequestDraft::setStore(StoreKnowledge *store)
{
    m_store = store;
    connect(store, &StoreKnowledge::learned, this, [this] {
        ++m_version; // the values are the same, the verdict may be another one
        m_timer.start();
    });
}

void RequestDraft::setOwnCase(const QString &reference)
{
    if (m_store)
        m_store->setOwnCase(reference);
}

void RequestDraft::reset(const Request &request, const QJsonObject &aside)
{
    m_undo.clear();
    m_request = request;
    m_aside = aside;
    Q_EMIT wasReset();
    Q_EMIT numbersChanged();
    touch();
}

void RequestDraft::edit(const std::function<void(Request &)> &change)
{
    Request after = m_request;
    change(after);
    if (after == m_request)
        return;
    followConfirmations(m_request, after);
    m_request = after;
    touch();
}

void RequestDraft::setAside(const QString &topic, const QJsonObject &values)
{
    if (m_aside.value(topic).toObject() == values)
        return;
    if (values.isEmpty())
        m_aside.remove(topic);
    else
        m_aside.insert(topic, values);
    Q_EMIT changed();
}

void RequestDraft::setNumbers(const QList<RequestNumber> &numbers, const QString &what)
{
    if (numbers != m_request.numbers)
        m_undo.push(new NumbersCommand(*this, numbers, what));
}

void RequestDraft::addNumbers(const QList<RequestNumber> &numbers, const QList<RequestAddress> &addresses, const QString &what)
{
    if (!numbers.isEmpty())
        m_undo.push(new NumbersCommand(*this, m_request.numbers + numbers, what, addresses));
}

void RequestDraft::addAddresses(const QList<RequestAddress> &addresses)
{
    for (const RequestAddress &address : addresses) {
        const bool known = std::any_of(m_request.addresses.cbegin(), m_request.addresses.cend(), [&](const RequestAddress &a) { return a.id == address.id; });
        if (!known)
            m_request.addresses.append(address);
    }
}

void RequestDraft::dropAddresses(const QList<RequestAddress> &addresses)
{
    for (const RequestAddress &address : addresses)
        m_request.addresses.removeAll(address);
}

QList<Confirmation> RequestDraft::applyNumbers(const QList<RequestNumber> &numbers)
{
    Request after = m_request;
    after.numbers = numbers;
    const QList<Confirmation> gone = followConfirmations(m_request, after);
    m_request = after;
    Q_EMIT numbersChanged();
    touch();
    return gone;
}

void RequestDraft::returnConfirmations(const QList<Confirmation> &confirmations)
{
    for (const Confirmation &row : confirmations) {
        if (confirmedReason(m_request, row.code, row.field).isEmpty())
            m_request.confirmations.append(row);
    }
}

void RequestDraft::removeAddress(const QString &id, const QString &what)
{
    m_undo.push(new RemoveAddressCommand(*this, id, what));
}

/// The numbers follow at once; they tell of the change.
void RequestDraft::applyAddresses(const QList<RequestAddress> &addresses)
{
    Request after = m_request;
    after.addresses = addresses;
    followConfirmations(m_request, after);
    m_request = after;
}

void RequestDraft::setFacts(const QString &sha256, const DocumentFacts &facts)
{
    m_facts.insert(sha256, facts);
    touch();
}

QHash<int, DocumentFacts> RequestDraft::facts() const
{
    QHash<int, DocumentFacts> byIndex;
    for (int i = 0; i < m_request.documents.size(); ++i) {
        const QString &hash = m_request.documents.at(i).sha256;
        if (m_facts.contains(hash))
            byIndex.insert(i, m_facts.value(hash));
    }
    return byIndex;
}

void RequestDraft::setChecked(const PreflightResult &result)
{
    m_timer.stop();
    m_judged = m_version;
    m_checked = result;
    Q_EMIT checkedChanged();
    askStore();
}

void RequestDraft::askStore()
{
    if (!m_store)
        return;
    QStringList numbers;
    for (const CasePlan &plan : std::as_const(m_checked.cases))
        numbers += plan.e164();
    m_store->ask(numbers, m_request.owner.displayName());
}

void RequestDraft::touch()
{
    ++m_version;
    m_timer.start();
    Q_EMIT changed();
}

void RequestDraft::check()
{
    if (m_running.isRunning())
        return; // its answer starts the next one
    PreflightContext context{m_rules.countries, today()};
    context.documents = facts();
    context.ownDays = m_rules.ownDays;
    if (m_store)
        m_store->informs(context);
    m_running = QtConcurrent::run([request = m_request, context] { return preflight(request, context); });
    whenAnswered(m_running, this, [this, version = m_version](const PreflightResult &result) {
        if (version == m_version && !isUpToDate())
            setChecked(result);
        else if (!isUpToDate())
            m_timer.start();
    });
}

const CountryRecord *RequestDraft::record() const
{
    return m_rules.countries.record(m_request.country, numberTypeFromKey(m_request.type));
}

QList<const CountryRecord *> RequestDraft::records() const
{
    QList<const CountryRecord *> found;
    for (const CasePlan &plan : m_checked.cases) {
        const CountryRecord *of = m_rules.countries.record(plan.country, plan.type);
        if (of && !found.contains(of))
            found << of;
    }
    if (const CountryRecord *chosen = record(); found.isEmpty() && chosen)
        found << chosen;
    return found;
}

QString RequestDraft::countryName() const
{
    const Country *country = m_rules.countries.country(m_request.country);
    return country ? country->name : QString();
}

} // namespace PortDesk

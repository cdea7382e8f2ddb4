// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/historytable.h"

#include "core/cases/ownername.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kSpellings = 10;
constexpr int kBeginning = 3; ///< letters of the key that candidates share, or ...
constexpr int kEnding = 4;    ///< ... these at its end

QDate portDay(const QDateTime &instant, const QString &zone)
{
    const QTimeZone known(zone.toLatin1());
    return instant.isValid() ? instant.toTimeZone(known.isValid() ? known : QTimeZone::utc()).date() : QDate();
}

} // namespace

Result<QHash<QString, NumberHistory>> HistoryTable::historyOf(const QStringList &e164)
{
    // "cross join" keeps the order: each number asked for is looked up in the index.
    Statement select(m_connection, u"select n.e164, c.reference, c.stage, n.outcome, c.port_date, c.port_zone from json_each(?) j "
                                   "cross join case_number n on n.e164 = j.value join portcase c on c.id = n.case_id order by c.id"_s);
    const QByteArray asked = QJsonDocument(QJsonArray::fromStringList(e164)).toJson(QJsonDocument::Compact);
    if (auto done = select.run(QString::fromUtf8(asked)); !done)
        return done.error();
    QHash<QString, NumberHistory> known;
    while (select.next()) {
        const QString stage = select.text(2);
        const bool closed = stage == "completed"_L1 || stage == "cancelled"_L1;
        if (!closed && known.value(select.text(0)).openCase.isEmpty()) {
            known[select.text(0)].openCase = select.text(1);
        } else if (stage == "completed"_L1 && select.text(3) == "ported"_L1) {
            const QDate day = portDay(select.instant(4), select.text(5));
            NumberHistory &history = known[select.text(0)];
            if (history.portedIn.isEmpty() || !history.portedOn.isValid() || day >= history.portedOn) {
                history.portedIn = select.text(1);
                history.portedOn = day;
            }
        }
    }
    if (auto failure = select.failure())
        return *failure;
    return known;
}

Result<QStringList> HistoryTable::ownersLike(const QString &name)
{
    const QString key = ownerKey(name);
    if (key.isEmpty())
        return QStringList();
    const QString beginning = key.left(kBeginning);
    Statement select(m_connection, u"select name from owner_name where match_key >= ? and match_key < ? "
                                   "union select name from owner_name where ending = ? order by name"_s);
    if (auto done = select.run(beginning, beginning + QChar(0xffff), key.right(kEnding)); !done)
        return done.error();
    QStringList names;
    while (select.next() && names.size() < kSpellings) {
        if (isOtherSpelling(name, select.text(0)))
            names.append(select.text(0));
    }
    if (auto failure = select.failure())
        return *failure;
    return names;
}

Result<void> HistoryTable::noteOwner(const QString &name)
{
    const QString key = ownerKey(name);
    Statement update(m_connection, u"update owner_name set match_key = ?, ending = ? where name = ? and match_key = ''"_s);
    return update.run(key, key.right(kEnding), name);
}

} // namespace PortDesk

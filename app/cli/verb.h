// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/countries/countrypack.h"
#include "core/storage/store.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFuture>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QTextStream>

#include <memory>

namespace PortDesk::Cli {

/// Exit status of contract section 1.
enum Exit { Done = 0, Problems = 1, BadUse = 2, StoreRefused = 3, Internal = 4 };

/// Everything a verb needs; made by main() from the command line.
class Session
{
public:
    Session(const QCommandLineParser &parser, std::unique_ptr<Clock> clock);

    const QCommandLineParser &options() const { return m_options; }
    /// Positional arguments after the verb.
    QStringList arguments() const { return m_options.positionalArguments().mid(1); }
    bool json() const { return m_options.isSet(QStringLiteral("json")); }
    const Clock &clock() const { return *m_clock; }
    /// The store named by --db, opened (and made) on first use; on failure the error is printed and the exit status set.
    Store *store();
    /// The store only if it is there already: verbs that merely look must not make one. nullptr without a message otherwise.
    Store *existingStore();
    /// The intake limits of the store that is there, else the defaults.
    IntakeLimits limits();
    /// The rules in force: with the overrides of the store when it is there.
    const CountryPack *countries();
    QTextStream &out() { return m_out; }
    void print(const QJsonDocument &document);

    /// Prints a failure to standard error, one line, and answers the status that goes with it.
    int fail(const Error &error);
    int badUse(const QString &message);
    /// One line on standard error beside an answer.
    void note(const QString &message);
    int status() const { return m_status; }

private:
    const QCommandLineParser &m_options;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Store> m_store;
    std::shared_ptr<const CountryPack> m_countries;
    QTextStream m_out;
    QTextStream m_err;
    int m_status = Done;
};

/// "1 number", "6 numbers": a counted text with its English plural.
inline QString counted(const char *text, int n)
{
    return QCoreApplication::translate("Cli", text, nullptr, n);
}

/// Waits for an answer of the document worker while its pipe is served.
template<typename T> T await(QFuture<T> future)
{
    if (!future.isFinished()) {
        QFutureWatcher<T> watcher;
        QEventLoop loop;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        loop.exec();
    }
    return future.result();
}

struct Verb {
    QString name;
    QString usage;   ///< arguments after the name
    QString summary;
    QList<QCommandLineOption> options;
    int (*run)(Session &);
};

int runDossier(Session &session); ///< `dossier`, in a file of its own

QList<Verb> readingVerbs(); ///< numbers, countries, check, loa
Verb evidenceVerb();        ///< evidence
Verb routeVerb();           ///< route
QList<Verb> caseVerbs();    ///< submit, change, list, show, act, tick
QList<Verb> storeVerbs();   ///< messages, demo, backup, verify

} // namespace PortDesk::Cli

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"
#include "core/base/plurals.h"
#include "core/numbers/numberdata.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using namespace PortDesk::Cli;

namespace {

QList<QCommandLineOption> commonOptions()
{
    return {
        {u"db"_s, u"The store: a file, or a postgresql:// URL (default: your own desk)."_s, u"URL"_s},
        {u"json"_s, u"Answer with one JSON document."_s},
        {u"today"_s, u"Take this day as today (noon UTC)."_s, u"YYYY-MM-DD"_s},
        {u"now"_s, u"Take this instant as now."_s, u"ISO-8601"_s},
    };
}

QString overview(const QList<Verb> &verbs)
{
    QString text = u"Usage: portdesk-cli VERB [options]\n\n"_s;
    for (const Verb &verb : verbs)
        text += u"  %1 %2\n      %3\n"_s.arg(verb.name, verb.usage, verb.summary);
    text += u"\nEvery verb takes --db URL, --json, --today YYYY-MM-DD and --now ISO-8601; `portdesk-cli VERB --help` says more.\n"
            "Exit status: 0 done; 1 there are problems (printed); 2 bad use or unreadable input; 3 the store refused; 4 internal error.\n"_s;
    return text;
}

/// The first argument that is no option and no value of a common option.
QString verbOf(const QStringList &arguments)
{
    static const QStringList withValue{u"--db"_s, u"--today"_s, u"--now"_s};
    for (int i = 1; i < arguments.size(); ++i) {
        if (withValue.contains(arguments.at(i)))
            ++i;
        else if (!arguments.at(i).startsWith(u'-'))
            return arguments.at(i);
    }
    return {};
}

/// nullptr when --now or --today cannot be read.
std::unique_ptr<Clock> clockOf(const QCommandLineParser &parser)
{
    if (parser.isSet(u"now"_s)) {
        const QDateTime now = QDateTime::fromString(parser.value(u"now"_s), Qt::ISODateWithMs);
        return now.isValid() ? std::make_unique<FixedClock>(now) : nullptr;
    }
    if (parser.isSet(u"today"_s)) {
        const QDate today = QDate::fromString(parser.value(u"today"_s), Qt::ISODate);
        return today.isValid() ? std::make_unique<FixedClock>(QDateTime(today, QTime(12, 0), QTimeZone::utc())) : nullptr;
    }
    return std::make_unique<SystemClock>();
}

int refuse(const QString &message)
{
    QTextStream(stderr) << u"portdesk-cli: "_s << message << u'\n';
    return BadUse;
}

/// A loaded file of number data that is unfit is said on standard error; the version is printed all the same.
int printVersion()
{
    const NumberDataInfo &data = numberDataInUse();
    QTextStream(stdout) << u"portdesk-cli %1\nNumber data: %2\n"_s.arg(QCoreApplication::applicationVersion(), numberDataText(data));
    if (!data.problem.isEmpty())
        QTextStream(stderr) << u"portdesk-cli: %1\n"_s.arg(data.problem);
    return Done;
}

int runVerb(const Verb &verb, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"%1 %2\n%3"_s.arg(verb.name, verb.usage, verb.summary));
    parser.addOption({{u"h"_s, u"help"_s}, u"Show this help."_s});
    parser.addOptions(commonOptions());
    parser.addOptions(verb.options);
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(u"help"_s)) {
        QTextStream(stdout) << parser.helpText();
        return Done;
    }
    auto clock = clockOf(parser);
    if (!clock)
        return refuse(u"--now takes an instant such as 2026-11-23T10:00:00Z, --today a day such as 2026-11-23."_s);
    Session session(parser, std::move(clock));
    return verb.run(session);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    QCoreApplication::setApplicationName(u"PortDesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PORTDESK_VERSION));

    const QList<Verb> verbs = readingVerbs() + QList<Verb>{evidenceVerb()} + caseVerbs() + QList<Verb>{routeVerb()} + storeVerbs();
    const QStringList arguments = QCoreApplication::arguments();
    const QString name = verbOf(arguments);
    for (const Verb &verb : verbs) {
        if (verb.name == name)
            return runVerb(verb, arguments);
    }
    if (arguments.contains(u"--version"_s))
        return printVersion();
    if (name.isEmpty() && (arguments.contains(u"--help"_s) || arguments.contains(u"-h"_s) || name == "help"_L1)) {
        QTextStream(stdout) << overview(verbs);
        return Done;
    }
    QTextStream(stderr) << overview(verbs);
    return name.isEmpty() ? BadUse : refuse(u"there is no verb \"%1\"."_s.arg(name));
}

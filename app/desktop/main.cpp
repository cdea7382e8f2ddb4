// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plurals.h"
#include "core/desk/desksession.h"
#include "ui/shell/settings.h"
#include "ui/shell/starter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/prompts.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

struct Arguments {
    QString storeUrl;
    QString now;
    QString role;
};

Arguments parsed(const QApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"The desktop workplace for international number porting."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"db"_s, u"The store: a file, or sqlite:FILE. Default: your own desk."_s, u"URL"_s});
    parser.addOption({u"role"_s, u"Opens this home: customer, agent or supervisor."_s, u"ROLE"_s});
    QCommandLineOption now(u"now"_s, u"Fixes the clock."_s, u"ISO-8601"_s);
    now.setFlags(QCommandLineOption::HiddenFromHelp); // for tests and pictures
    parser.addOption(now);
    parser.process(application);
    return {parser.value(u"db"_s), parser.value(u"now"_s), parser.value(u"role"_s)};
}

std::shared_ptr<const Clock> clockFor(const QString &now)
{
    const QDateTime fixed = QDateTime::fromString(now, Qt::ISODate);
    if (fixed.isValid())
        return std::make_shared<FixedClock>(fixed);
    return std::make_shared<SystemClock>();
}

int fail(const QString &text)
{
    QTextStream(stderr) << u"portdesk: "_s << text << u'\n';
    return 2;
}

/// The scale of the whole program has to be known before the application exists.
void applyZoom()
{
    const int zoom = PersonalSettings::load().zoom;
    if (zoom != 100 && !qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", QByteArray::number(zoom / 100.0));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setOrganizationName(u"PortDesk"_s);
    QCoreApplication::setApplicationName(u"PortDesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PORTDESK_VERSION));
    applyZoom();
    QApplication application(argc, argv);
    EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    const Arguments arguments = parsed(application);
    if (!arguments.now.isEmpty() && !QDateTime::fromString(arguments.now, Qt::ISODate).isValid())
        return fail(u"--now %1 is no ISO 8601 time"_s.arg(arguments.now));
    if (!arguments.role.isEmpty() && !QStringList{u"customer"_s, u"agent"_s, u"supervisor"_s}.contains(arguments.role))
        return fail(u"--role must be customer, agent or supervisor"_s);
    auto countries = CountryPack::load();
    if (!countries)
        return fail(countries.error().message);

    Theme theme(application);
    theme.setMode(PersonalSettings::load().theme);
    DialogPrompts prompts;
    DeskSessionOptions options;
    options.storeUrl = arguments.storeUrl.isEmpty() ? defaultStoreUrl() : arguments.storeUrl;
    options.clock = clockFor(arguments.now);
    options.countries = std::make_shared<const CountryPack>(std::move(*countries));
    Starter starter(options, prompts, theme);
    if (!arguments.role.isEmpty())
        starter.setRole(roleFromKey(arguments.role));
    starter.start();
    return QApplication::exec();
}

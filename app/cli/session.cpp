// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"

#include "core/desk/desklimits.h"
#include "core/desk/ruleservice.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace PortDesk::Cli {

Session::Session(const QCommandLineParser &parser, std::unique_ptr<Clock> clock)
    : m_options(parser), m_clock(std::move(clock)), m_out(stdout), m_err(stderr)
{
}

Store *Session::store()
{
    if (!m_store && m_status == Done) { // a store that failed is not tried, nor told of, twice
        const QString url = m_options.isSet(u"db"_s) ? m_options.value(u"db"_s) : defaultStoreUrl();
        auto opened = openStore(url);
        if (!opened) {
            m_status = fail(opened.error());
            return nullptr;
        }
        m_store = std::move(*opened);
    }
    return m_store.get();
}

Store *Session::existingStore()
{
    const QString url = m_options.isSet(u"db"_s) ? m_options.value(u"db"_s) : defaultStoreUrl();
    const bool there = url.contains("://"_L1) || QFileInfo::exists(url.startsWith("sqlite:"_L1) ? url.mid(7) : url);
    return there ? store() : nullptr;
}

IntakeLimits Session::limits()
{
    Store *store = existingStore();
    auto limits = store ? intakeLimits(*store) : Result<IntakeLimits>(IntakeLimits());
    return limits ? *limits : IntakeLimits();
}

const CountryPack *Session::countries()
{
    if (m_countries)
        return m_countries.get();
    auto loaded = CountryPack::load();
    if (!loaded) {
        fail(loaded.error());
        m_status = Internal;
        return nullptr;
    }
    auto supplied = std::make_shared<const CountryPack>(std::move(*loaded));
    Store *store = existingStore();
    if (!store && m_status != Done)
        return nullptr;
    m_countries = supplied;
    if (store) {
        RuleService rules(*store, *m_clock, supplied, QTimeZone::systemTimeZone());
        if (auto read = rules.refresh(); !read) {
            m_status = fail(read.error());
            return nullptr;
        }
        m_countries = rules.effective();
        for (const UnfitOverride &unfit : rules.unfit())
            m_err << u"portdesk-cli: the override of %1 in %2 does not hold. %3\n"_s.arg(unfit.rule.path, unfit.rule.country, unfit.why);
        m_err.flush();
    }
    return m_countries.get();
}

void Session::print(const QJsonDocument &document)
{
    m_out << QString::fromUtf8(document.toJson(QJsonDocument::Indented));
    m_out.flush();
}

int Session::fail(const Error &error)
{
    m_out.flush();
    m_err << u"portdesk-cli: "_s << QString(error.message).replace(u'\n', u' ') << u'\n';
    m_err.flush();
    switch (error.code) {
    case Error::Code::Conflict:
    case Error::Code::Storage:
    case Error::Code::Newer: return StoreRefused;
    case Error::Code::Refused: return Problems;
    case Error::Code::Invalid:
    case Error::Code::NotFound:
    case Error::Code::Io:
    case Error::Code::Document: return BadUse;
    case Error::Code::Cancelled:
    case Error::Code::Internal: break;
    }
    return Internal;
}

void Session::note(const QString &message)
{
    m_err << u"portdesk-cli: %1\n"_s.arg(message);
    m_err.flush();
}

int Session::badUse(const QString &message)
{
    return fail({Error::Code::Invalid, message, {}});
}

} // namespace PortDesk::Cli

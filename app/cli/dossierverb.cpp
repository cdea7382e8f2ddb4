// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verb.h"

#include "core/desk/caseservice.h"
#include "core/desk/dossiermaker.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace PortDesk::Cli {

namespace {

Result<DossierInput> inputOf(Session &session, Store &store, const CountryPack &pack)
{
    const CaseService service(store, session.clock(), pack, QTimeZone::systemTimeZone());
    auto details = service.details(session.arguments().first(), {Role::Agent, roleKey(Role::Agent)});
    if (!details)
        return details.error();
    DossierInput input;
    input.portCase = details->portCase;
    input.timeline = details->timeline;
    input.audience = session.options().isSet(u"public"_s) ? DossierAudience::LosingCarrier : DossierAudience::Desk;
    if (const Country *country = pack.country(input.portCase.country))
        input.countryName = country->name;
    input.made = session.clock().now();
    input.zone = QTimeZone::systemTimeZone();
    return input;
}

Result<QList<Mark>> marksOf(Store &store, const QString &sha256)
{
    auto stored = store.marks().marksOf(sha256);
    if (!stored)
        return stored.error();
    QList<Mark> marks;
    for (const StoredMark &row : *stored)
        marks << row.mark;
    return marks;
}

} // namespace

int runDossier(Session &session)
{
    const QString target = session.options().value(u"o"_s);
    if (session.arguments().size() != 1 || target.isEmpty())
        return session.badUse(u"dossier takes one case reference and -o FILE.pdf or -o FILE.zip."_s);
    const bool archive = target.endsWith(u".zip"_s, Qt::CaseInsensitive);
    if (!archive && !target.endsWith(u".pdf"_s, Qt::CaseInsensitive))
        return session.badUse(u"-o names a file that ends in .pdf (everything in one document) or .zip (with the originals)."_s);
    Store *store = session.store();
    const CountryPack *pack = store ? session.countries() : nullptr;
    if (!pack)
        return session.status();
    auto input = inputOf(session, *store, *pack);
    if (!input)
        return session.fail(input.error());
    DocWorker worker;
    const auto fetch = [store](const QString &sha256, const QString &fileName) {
        auto content = store->documents().content(sha256);
        return QtFuture::makeReadyFuture(content ? Result<DocumentBytes>(DocumentBytes{*content, sha256, fileName}) : Result<DocumentBytes>(content.error()));
    };
    DossierMaker maker(worker, fetch, [store](const QString &sha256) { return QtFuture::makeReadyFuture(marksOf(*store, sha256)); });
    auto dossier = await(maker.make(*input, archive ? DossierForm::Archive : DossierForm::Pdf));
    if (!dossier)
        return session.fail(dossier.error());
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly) || file.write(*dossier) != dossier->size() || !file.commit())
        return session.fail({Error::Code::Io, u"%1: %2"_s.arg(target, file.errorString()), {}});
    if (session.json())
        session.print(QJsonDocument(QJsonObject{{u"file"_s, target}, {u"bytes"_s, dossier->size()}, {u"reference"_s, input->portCase.reference},
                                                {u"audience"_s, input->audience == DossierAudience::Desk ? u"desk"_s : u"losing-carrier"_s}}));
    else
        session.out() << target << u'\n';
    return Done;
}

} // namespace PortDesk::Cli

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/testdesk.h"

#include "tests/kit/requestbuilder.h"

#include <QFile>

namespace PortDesk::Test {

using namespace Qt::StringLiterals;

namespace {

template<typename T> T valueOf(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message + u' ' + result.error().detail));
    return *result;
}

/// The sample bill; a comment after its end makes each document a file of its own.
QByteArray sampleBytes(const QString &kind)
{
    QFile file(QStringLiteral(PORTDESK_SAMPLES_DIR) + u"/bill-deu.pdf"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The sample bill is missing.");
    return file.readAll() + "% " + kind.toUtf8() + '\n';
}

} // namespace

TestDesk::TestDesk(Role role) : m_clock(std::make_shared<FixedClock>(testNow()))
{
    auto countries = CountryPack::load();
    m_options.storeUrl = m_folder.filePath(u"desk.sqlite"_s);
    m_options.clock = m_clock;
    m_options.countries = std::make_shared<const CountryPack>(valueOf(countries));
    m_options.zone = testZone();
    m_options.actor = {role, role == Role::Customer ? u"Customer"_s : u"Anna Weber"_s};
    m_options.worker.program = QStringLiteral(PORTDESK_BIN_DIR) + u"/portdesk-docworker"_s;
}

QString TestDesk::open()
{
    m_session = std::make_unique<DeskSession>(m_options);
    const auto opened = await(m_session->open());
    return opened ? QString() : opened.error().message;
}

void TestDesk::insertCases(const QList<Case> &cases)
{
    auto store = openStore(m_options.storeUrl);
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    const auto done = (*store)->transact([&]() -> Result<void> {
        const QStringList references = valueOf((*store)->cases().reserveReferences(int(cases.size())));
        for (int i = 0; i < cases.size(); ++i) {
            Case portCase = cases.at(i);
            portCase.reference = references.at(i);
            portCase.requestId = valueOf((*store)->cases().insertRequest(portCase.request, testNow()));
            valueOf((*store)->cases().insertCase(portCase, {}, testNow()));
        }
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
}

QStringList TestDesk::submit(Request request)
{
    QHash<int, DocumentFacts> facts;
    for (int i = 0; i < request.documents.size(); ++i) {
        RequestDocument &document = request.documents[i];
        if (!document.unavailable.isEmpty())
            continue;
        const DocumentBytes bytes = documentBytes(sampleBytes(document.kind), document.file);
        valueOf(await(m_session->storeDocument(bytes)));
        document.sha256 = bytes.sha256;
        facts.insert(i, DocumentFacts{true, {}, {}, bytes.bytes.size(), 1});
    }
    QStringList references;
    for (const Case &portCase : valueOf(await(m_session->submit(request, {}, facts))))
        references << portCase.reference;
    return references;
}

CaseDetails TestDesk::details(const QString &reference)
{
    return valueOf(await(m_session->details(reference)));
}

CaseDetails TestDesk::apply(const QString &reference, const QString &action, const QVariantMap &values, Role role)
{
    const Case portCase = details(reference).portCase;
    const Actor actor{role, role == Role::Customer ? u"Jürgen Müller-Lüdenscheidt"_s : u"Jonas Berg"_s};
    return valueOf(await(m_session->apply(portCase.id, portCase.revision, {action, values, actor})));
}

} // namespace PortDesk::Test

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirunner.h"
#include "core/documents/signature.h"
#include "tests/app/pdfbytes.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using namespace PortDesk::Test;

/// A German letter that was signed electronically, on a real store with the real worker: neither the desk's session nor the command line accepts it.
class TestWetDesk final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void sessionRefusesTheLetter();
    void commandLineRefusesTheLetter();
    void findingsAreKept();

private:
    DocumentBytes addLetter(const QByteArray &words);
    Result<CaseDetails> applied(const QString &action, const QVariantMap &values);

    std::unique_ptr<TestDesk> m_desk;
    QString m_reference;
};

void TestWetDesk::init()
{
    m_desk = std::make_unique<TestDesk>();
    QCOMPARE(m_desk->open(), QString());
    m_reference = m_desk->submit(RequestBuilder().build()).value(0);
    QCOMPARE(m_desk->details(m_reference).portCase.country, u"DE"_s);
    m_desk->apply(m_reference, u"quote"_s, {{u"amount"_s, u"60.00"_s}, {u"currency"_s, u"EUR"_s}});
    m_desk->apply(m_reference, u"accept-quote"_s, {}, Role::Customer);
}

DocumentBytes TestWetDesk::addLetter(const QByteArray &words)
{
    const QByteArray pdf = PdfBytes::onePage(PdfBytes::helvetica(), PdfBytes::textAt(80, 700, "Letter of authorisation") + PdfBytes::textAt(80, 500, words));
    const DocumentBytes letter = documentBytes(pdf, u"letter.pdf"_s);
    const Case portCase = m_desk->details(m_reference).portCase;
    CaseDocument row;
    row.kind = u"loa"_s;
    row.fileName = letter.fileName;
    row.signedOn = testNow().date();
    const auto added = await(m_desk->session().addDocument(portCase.id, portCase.revision, {0, letter, u"application/pdf"_s, 1}, row));
    return added ? letter : DocumentBytes();
}

Result<CaseDetails> TestWetDesk::applied(const QString &action, const QVariantMap &values)
{
    const Case portCase = m_desk->details(m_reference).portCase;
    return await(m_desk->session().apply(portCase.id, portCase.revision, {action, values, {Role::Agent, u"Anna Weber"_s}}));
}

void TestWetDesk::sessionRefusesTheLetter()
{
    const DocumentBytes electronic = addLetter("Signed electronically by Erika Muster, 2026-11-20");
    const DocumentBytes plain = addLetter("Signature: see the paper");
    const auto accept = [](const DocumentBytes &letter) { return QVariantMap{{u"document"_s, letter.sha256}, {u"verdict"_s, u"accepted"_s}}; };
    const auto refused = applied(u"review"_s, accept(electronic));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().detail, u"wet-signature|documents"_s);
    QCOMPARE(m_desk->details(m_reference).signedElectronically, QStringList{electronic.sha256});
    const auto accepted = applied(u"review"_s, accept(plain));
    QVERIFY2(accepted.ok(), accepted ? "" : qPrintable(accepted.error().message));
    // With the other letters refused the electronic one is all there is, and the case is not approved.
    for (const CaseDocument &document : m_desk->details(m_reference).portCase.documents) {
        if (document.kind == u"loa" && document.sha256 != electronic.sha256)
            QVERIFY(applied(u"review"_s, {{u"document"_s, document.sha256}, {u"verdict"_s, u"refused"_s}, {u"reasons"_s, u"LOA_UNSIGNED"_s}}).ok());
    }
    const auto approved = applied(u"approve"_s, {});
    QVERIFY(!approved.ok());
    QCOMPARE(approved.error().detail, u"wet-signature|documents"_s);
    QVERIFY(!m_desk->details(m_reference).allowedActions.contains(u"approve"_s));
}

void TestWetDesk::commandLineRefusesTheLetter()
{
    const DocumentBytes electronic = addLetter("Elektronisch unterschrieben von Erika Muster");
    const CliRunner cli(m_desk->folder().path());
    const QStringList accept{u"act"_s, m_reference, u"review"_s, u"--set"_s, u"document="_s + electronic.sha256, u"--set"_s, u"verdict=accepted"_s, u"--db"_s, m_desk->storePath()};
    const QString now = u"2026-11-23T10:00:00Z"_s;
    const auto refused = cli.run(accept, now);
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.err.contains(u"accept only the paper signed by hand"_s), qPrintable(refused.err));
    const auto override = cli.run(accept + QStringList{u"--actor"_s, u"supervisor"_s, u"--set"_s, u"override=The carrier took it."_s}, now);
    QVERIFY2(override.status == 0, qPrintable(override.err));
}

void TestWetDesk::findingsAreKept()
{
    const DocumentBytes electronic = addLetter("Digitally signed by Erika Muster");
    const auto first = await(m_desk->session().signatures(electronic));
    QVERIFY(first.ok() && first->saysElectronic);
    auto store = openStore(m_desk->storePath());
    QVERIFY(store.ok());
    const auto kept = [&] {
        const auto found = (*store)->pageReadings().findSignatures(electronic.sha256);
        return found ? *found : std::nullopt;
    };
    QTRY_VERIFY(kept().has_value()); // written beside the answer
    QCOMPARE(*kept(), *first);
    QVERIFY((*store)->transact([&] { return (*store)->pageReadings().forget(electronic.sha256); }).ok());
    const auto gone = (*store)->pageReadings().findSignatures(electronic.sha256);
    QVERIFY(gone.ok() && !gone->has_value());
}

QTEST_GUILESS_MAIN(TestWetDesk)
#include "tst_wetdesk.moc"

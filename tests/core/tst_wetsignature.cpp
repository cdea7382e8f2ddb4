// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/review.h"
#include "tests/kit/casejourney.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;
using namespace PortDesk::Test;

/// Where carriers take only the paper signed by hand, a letter that is known to be signed electronically does not pass.
class TestWetSignature final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accepting_data();
    void accepting();
    void approving_data();
    void approving();
    void supervisorAcceptsWithAReason();
    void supervisorApprovesWithAReason();
    void otherDocumentsAreNotMeant();
    void reasonIsForLetters();
};

namespace {

struct World {
    explicit World(const QString &country = u"DE"_s)
    {
        journey.to(Stage::UnderReview);
        journey.portCase.country = country;
        for (CaseDocument &document : journey.portCase.documents)
            document.sha256 = document.unavailable.isEmpty() ? u"sha-"_s + document.kind : QString();
    }

    Result<Decision> decided(const QString &action, const QVariantMap &values, Role role = Role::Agent) const
    {
        ActionContext context = journey.context();
        context.signedElectronically = electronic;
        return decide(journey.portCase, {action, values, actorOf(role)}, context);
    }

    void add(const QString &sha256)
    {
        CaseDocument letter;
        letter.kind = u"loa"_s;
        letter.fileName = sha256 + u".pdf"_s;
        letter.sha256 = sha256;
        letter.signedOn = letter.issued = testNow().date();
        journey.portCase.documents.append(letter);
    }

    CaseJourney journey;
    QStringList electronic{u"sha-loa"_s};
};

const QVariantMap kAccept{{u"document"_s, u"sha-loa"_s}, {u"verdict"_s, u"accepted"_s}};
const QVariantMap kRefuse{{u"document"_s, u"sha-loa"_s}, {u"verdict"_s, u"refused"_s}, {u"reasons"_s, u"LOA_NOT_BY_HAND"_s}};

QString guardOf(const Result<Decision> &decision)
{
    return decision ? QString() : decision.error().detail;
}

} // namespace

void TestWetSignature::accepting_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QStringList>("electronic");
    QTest::addColumn<bool>("refused");
    QTest::newRow("Germany, signed electronically") << u"DE"_s << QStringList{u"sha-loa"_s} << true;
    QTest::newRow("Germany, not known to be") << u"DE"_s << QStringList() << false;
    QTest::newRow("Germany, another file is") << u"DE"_s << QStringList{u"sha-bill"_s} << false;
    QTest::newRow("United States, signed electronically") << u"US"_s << QStringList{u"sha-loa"_s} << false;
    QTest::newRow("Netherlands, not documented") << u"NL"_s << QStringList{u"sha-loa"_s} << false;
}

void TestWetSignature::accepting()
{
    QFETCH(QString, country);
    World world(country);
    QFETCH(QStringList, electronic);
    world.electronic = electronic;
    const auto decision = world.decided(u"review"_s, kAccept);
    QFETCH(bool, refused);
    QCOMPARE(decision.ok(), !refused);
    QCOMPARE(guardOf(decision), refused ? u"wet-signature|documents"_s : QString());
    if (refused)
        QVERIFY2(decision.error().message.contains(u"carriers in Germany accept only the paper signed by hand"_s), qPrintable(decision.error().message));
    QVERIFY(world.decided(u"review"_s, kRefuse).ok()); // refusing is always possible
}

void TestWetSignature::approving_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("refused");
    QTest::newRow("nobody looked at the letter") << u"open"_s << true;
    QTest::newRow("a scan beside it") << u"scan"_s << false;
    QTest::newRow("a refused scan beside it") << u"refused scan"_s << true;
    QTest::newRow("accepted by a supervisor") << u"accepted"_s << false;
}

void TestWetSignature::approving()
{
    QFETCH(QString, what);
    World world;
    if (what != u"open" && what != u"accepted")
        world.add(u"scan"_s);
    if (what == u"refused scan")
        world.journey.portCase.reviews.append({u"scan"_s, u"loa"_s, false, {u"ILLEGIBLE"_s}, {}, u"Anna Weber"_s, testNow()});
    if (what == u"accepted")
        world.journey.portCase.reviews.append({u"sha-loa"_s, u"loa"_s, true, {}, {}, u"Sofia Rossi"_s, testNow()});
    const auto decision = world.decided(u"approve"_s, {});
    QFETCH(bool, refused);
    QCOMPARE(guardOf(decision), refused ? u"wet-signature|documents"_s : QString());
}

void TestWetSignature::supervisorAcceptsWithAReason()
{
    World world;
    QVariantMap values = kAccept;
    QCOMPARE(guardOf(world.decided(u"review"_s, values, Role::Supervisor)), u"wet-signature|documents"_s); // not without words
    values.insert(u"override"_s, u"The carrier took it on the telephone."_s);
    QCOMPARE(guardOf(world.decided(u"review"_s, values, Role::Agent)), u"wet-signature|documents"_s);
    const auto decision = world.decided(u"review"_s, values, Role::Supervisor);
    QVERIFY2(decision.ok(), decision ? "" : qPrintable(decision.error().message));
    const CaseEvent event = decision->events.last();
    QVERIFY2(event.text.contains(u"Reason: The carrier took it on the telephone."_s), qPrintable(event.text));
    QCOMPARE(event.data.value(u"overridden"_s).toArray().first().toString(), u"wet-signature"_s);
    world.electronic.clear(); // with nothing against it there is nothing to override
    QCOMPARE(world.decided(u"review"_s, values, Role::Supervisor).error().code, Error::Code::Invalid);
}

void TestWetSignature::supervisorApprovesWithAReason()
{
    World world;
    const auto decision = world.decided(u"approve"_s, {{u"override"_s, u"The carrier confirmed it."_s}}, Role::Supervisor);
    QVERIFY2(decision.ok(), decision ? "" : qPrintable(decision.error().message));
    QVERIFY(decision->after.approved);
    QCOMPARE(decision->events.last().data.value(u"overridden"_s).toArray().first().toString(), u"wet-signature"_s);
}

void TestWetSignature::otherDocumentsAreNotMeant()
{
    World world;
    world.electronic = {u"sha-bill"_s};
    QVERIFY(world.decided(u"review"_s, {{u"document"_s, u"sha-bill"_s}, {u"verdict"_s, u"accepted"_s}}).ok());
    QVERIFY(world.decided(u"approve"_s, {}).ok());
}

void TestWetSignature::reasonIsForLetters()
{
    QVERIFY(reviewReason(u"LOA_NOT_BY_HAND"_s) && reviewReason(u"SIGNATURE_BROKEN"_s));
    World world;
    const QVariantMap bill{{u"document"_s, u"sha-bill"_s}, {u"verdict"_s, u"refused"_s}, {u"reasons"_s, u"LOA_NOT_BY_HAND"_s}};
    QCOMPARE(world.decided(u"review"_s, bill).error().code, Error::Code::Invalid);
}

QTEST_GUILESS_MAIN(TestWetSignature)
#include "tst_wetsignature.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/fakeclamd.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/ui/guitest.h"
#include "tests/kit/ui/wizardbench.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/documentspage.h"

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kReading = 30'000; // a picture is recognised in seconds, on a busy machine in more

/// The problems of one code in the running check, as "pointer found".
QStringList problemsOf(WizardBench &b, const QString &code)
{
    QStringList rows;
    for (const Problem &problem : b.view.draft().checked().problems) {
        if (problem.code == code)
            rows << problem.field + u' ' + problem.args.value(u"found"_s).toString();
    }
    return rows;
}

QString evidenceText(WizardBench &b)
{
    const auto *label = b.view.findChild<TextLabel *>(u"evidenceText"_s);
    return label ? label->text() : QString();
}

} // namespace

/// What attached documents show is compared with the request while it is written, and what a virus scanner finds is refused.
class TestWizardEvidence final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void billIsCompared_data();
    void billIsCompared();
    void mendedValuesAreComparedAgain();
    void unreadableIsNoDifference();
    void virusIsRefused();
    void missingScannerStopsNothing();

private:
    static bool take(WizardBench &b, const Request &request, const QString &file);
};

bool TestWizardEvidence::take(WizardBench &b, const Request &request, const QString &file)
{
    if (!b.driver.show())
        return false;
    b.view.startNew(request);
    b.view.openPage(u"documentsPage"_s);
    const int before = b.documents();
    b.view.findChild<DocumentsPage *>()->takeFiles({file});
    return QTest::qWaitFor([&] { return b.documents() == before + 1; }, kReading);
}

void TestWizardEvidence::billIsCompared_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("differs"); ///< beginning of the problem, "" = none of this place
    QTest::newRow("as the bill says") << QString() << QString() << QString();
    QTest::newRow("account number") << u"/losingCarrier/accountNumber"_s << u"4711-998867"_s << u"/losingCarrier/accountNumber 4711-998877"_s;
    QTest::newRow("house number") << u"/addresses/0/lines/0"_s << u"Königsallee 71"_s << u"/addresses/0/lines Königsallee 17"_s;
}

void TestWizardEvidence::billIsCompared()
{
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, differs);
    RequestBuilder builder;
    builder.asBilled().set(u"/losingCarrier/accountNumber"_s, u"4711-998877"_s).withoutDocument(u"bill"_s);
    if (!pointer.isEmpty())
        builder.set(pointer, value);
    WizardBench b;
    QVERIFY(take(b, builder.build(), sample(u"bill-deu.pdf"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(evidenceText(b).contains(u" found in this document"_s) || evidenceText(b).contains(u"shows all"_s), kReading);
    QVERIFY(b.checked());
    const QStringList found = problemsOf(b, u"evidence.differs"_s);
    if (differs.isEmpty()) {
        QVERIFY2(!found.join(u'\n').contains(u"accountNumber"_s) && !found.join(u'\n').contains(u"/lines"_s), qPrintable(found.join(u'\n')));
    } else {
        QVERIFY2(!found.filter(differs).isEmpty(), qPrintable(found.join(u'\n')));
        QVERIFY2(evidenceText(b).contains(u"Differs: "_s), qPrintable(evidenceText(b)));
    }
}

void TestWizardEvidence::mendedValuesAreComparedAgain()
{
    RequestBuilder builder;
    builder.asBilled().set(u"/losingCarrier/accountNumber"_s, u"4711-998867"_s).withoutDocument(u"bill"_s);
    WizardBench b;
    QVERIFY(take(b, builder.build(), sample(u"bill-deu.pdf"_s)));
    const auto differs = [&b] { return !problemsOf(b, u"evidence.differs"_s).filter(u"/losingCarrier/accountNumber"_s).isEmpty(); };
    QTRY_VERIFY_WITH_TIMEOUT(differs(), kReading);
    b.view.draft().edit([](Request &request) { request.losingCarrier.accountNumber = u"4711-998877"_s; });
    QTRY_VERIFY_WITH_TIMEOUT(!differs(), kReading);
    b.view.draft().edit([](Request &request) { request.losingCarrier.accountNumber = u"4711-998878"_s; });
    QTRY_VERIFY_WITH_TIMEOUT(differs(), kReading);
}

void TestWizardEvidence::unreadableIsNoDifference()
{
    // A letter of another language and owner says nothing of these values: not shown, and never "differs".
    WizardBench b;
    QVERIFY(take(b, RequestBuilder().withoutDocument(u"bill"_s).build(), sample(u"bill-spa.pdf"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(evidenceText(b).contains(u"Not shown: "_s), kReading);
    QVERIFY(b.checked());
    QVERIFY2(!problemsOf(b, u"evidence.not-shown"_s).isEmpty(), qPrintable(evidenceText(b)));
}

void TestWizardEvidence::virusIsRefused()
{
    QTemporaryDir folder;
    FakeClamd clamd(folder.filePath(u"clamd.ctl"_s));
    clamd.bad = "%PDF-"; // every PDF is one too many
    QVERIFY(clamd.listening);
    qputenv("PORTDESK_CLAMD", folder.filePath(u"clamd.ctl"_s).toUtf8());
    WizardBench b;
    QVERIFY(b.driver.show());
    b.view.startNew(RequestBuilder().withoutDocument(u"bill"_s).build());
    b.view.openPage(u"documentsPage"_s);
    const int before = b.documents();
    b.view.findChild<DocumentsPage *>()->takeFiles({sample(u"bill-deu.pdf"_s)});
    QTRY_VERIFY_WITH_TIMEOUT(b.bar().contains(u"Eicar-Test-Signature"_s), kReading);
    qunsetenv("PORTDESK_CLAMD");
    QVERIFY(b.bar().contains(u"bill-deu.pdf"_s));
    QCOMPARE(b.documents(), before);
}

void TestWizardEvidence::missingScannerStopsNothing()
{
    QTemporaryDir folder;
    qputenv("PORTDESK_CLAMD", folder.filePath(u"nobody.ctl"_s).toUtf8());
    WizardBench b;
    QVERIFY(take(b, RequestBuilder().withoutDocument(u"bill"_s).build(), sample(u"bill-deu.pdf"_s)));
    qunsetenv("PORTDESK_CLAMD");
}

PORTDESK_GUI_TEST_MAIN(TestWizardEvidence)
#include "tst_wizardevidence.moc"

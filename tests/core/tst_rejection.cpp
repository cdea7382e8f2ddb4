// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/pointer.h"
#include "core/cases/problem.h"
#include "core/cases/rejection.h"
#include "core/cases/requestwriter.h"
#include "tests/kit/requestbuilder.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;

class TestRejection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyReasonSaysCauseAndFix();
    void everyFieldIsOfTheRequest();
    void findsByCode();
    void onlyOtherNeedsText();
    void problemCodesAreDistinct();
    void problemSentencesTakeTheirValues();
};

void TestRejection::everyReasonSaysCauseAndFix()
{
    QSet<QString> codes;
    QVERIFY(rejectionCatalogue().size() >= 45);
    for (const RejectionReason &reason : rejectionCatalogue()) {
        QVERIFY2(!codes.contains(reason.code), qPrintable(reason.code));
        codes.insert(reason.code);
        QVERIFY2(!reason.title.isEmpty() && reason.cause.endsWith(u'.') && reason.fix.endsWith(u'.'), qPrintable(reason.code));
    }
}

void TestRejection::everyFieldIsOfTheRequest()
{
    Request request = Test::RequestBuilder().field(u"area_code"_s, u"30"_s).build();
    const QJsonObject json = completeRequestJson(request);
    for (const RejectionReason &reason : rejectionCatalogue()) {
        for (QString field : reason.fields) {
            field.replace(u"/fields/*"_s, u"/fields/area_code"_s).replace(u"/*"_s, u"/0"_s);
            QVERIFY2(!valueAt(json, field).isUndefined(), qPrintable(reason.code + u' ' + field));
        }
    }
}

void TestRejection::findsByCode()
{
    const RejectionReason *pin = rejectionReason(u"PIN"_s);
    QVERIFY(pin);
    QCOMPARE(pin->fields, (QStringList{u"/losingCarrier/pin"_s, u"/numbers/*/pin"_s}));
    QVERIFY(pin->aliases.contains(u"PASSCODE_PIN_INVALID"_s));
    QVERIFY(!rejectionReason(u"NO_SUCH_REASON"_s));
    QVERIFY(!rejectionReason({}));
}

void TestRejection::onlyOtherNeedsText()
{
    for (const RejectionReason &reason : rejectionCatalogue())
        QCOMPARE(reason.textRequired, reason.code == u"OTHER");
}

void TestRejection::problemCodesAreDistinct()
{
    QSet<QString> codes;
    for (const ProblemCode &code : problemCodes()) {
        QVERIFY2(!codes.contains(code.code), qPrintable(code.code));
        codes.insert(code.code);
        QVERIFY2(code.sentence.endsWith(u'.'), qPrintable(code.code));
        QVERIFY2(problemText({{}, {}, code.code}) != code.code, qPrintable(code.code));
    }
}

void TestRejection::problemSentencesTakeTheirValues()
{
    const Problem problem{Problem::Severity::Error, u"/numbers/0/number"_s, u"number.duplicate"_s, {{u"number"_s, u"{first}"_s}, {u"first"_s, 3}}};
    QCOMPARE(problemText(problem), u"{first} is already listed in row 3. Remove one of the two."_s);
    QCOMPARE(problemText({{}, {}, u"no.such"_s}), u"no.such"_s);
    QVERIFY(hasErrors({problem}));
    QVERIFY(!hasErrors({{Problem::Severity::Warning, {}, u"x"_s}}));
}

QTEST_GUILESS_MAIN(TestRejection)
#include "tst_rejection.moc"

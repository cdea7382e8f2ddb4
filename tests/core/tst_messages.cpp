// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmime/gmime.h>

#include "core/cases/rejection.h"
#include "core/messages/message.h"
#include "core/base/filledtemplate.h"
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"

#include <QTest>

using namespace PortDesk;
using namespace Qt::StringLiterals;

class TestMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasATemplateForEveryTransition();
    void rendersEvery_data();
    void rendersEvery();
    void saysWhatItMust_data();
    void saysWhatItMust();
    void writesToThePerson();
    void fillsTemplates_data();
    void fillsTemplates();
    void refusesBrokenTemplates_data();
    void refusesBrokenTemplates();
    void refusesAnUnknownTemplate();
    void writesMail_data();
    void writesMail();
    void mailHasPlainLines();
    void refusesWrongAddresses();
};

namespace {

Case sampleCase(const QString &templateId)
{
    Case sample = Test::fullCase();
    sample.reference = u"PD-2041"_s;
    if (templateId == "rejected"_L1) {
        sample.attempts.last().reasons = sample.attempts.first().reasons;
        sample.attempts.last().reasons.last().code = u"NAME_MISMATCH"_s;
        sample.attempts.last().text = sample.attempts.first().text;
    }
    if (templateId == "completed"_L1) {
        sample.stage = Stage::Completed;
        sample.numbers.last().outcome = Outcome::Excluded;
    }
    return sample;
}

Message rendered(const QString &templateId, const QVariantMap &values = {})
{
    const auto message = renderMessage({templateId, values}, sampleCase(templateId), Test::testNow(), Test::testZone());
    if (!message.ok())
        qWarning("%s", qPrintable(message.error().detail));
    return message.ok() ? *message : Message();
}

} // namespace

void TestMessages::hasATemplateForEveryTransition()
{
    const QStringList known = messageTemplates();
    for (const Move &move : stageTable()) {
        if (!move.message.isEmpty())
            QVERIFY2(known.contains(move.message), qPrintable(move.message));
    }
    const QStringList clocks = u"deemed-accepted date-changed reminder-draft reminder-returned reminder-overdue"_s.split(u' ');
    for (const QString &id : clocks)
        QVERIFY2(known.contains(id), qPrintable(id));
}

void TestMessages::rendersEvery_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : messageTemplates())
        QTest::newRow(qPrintable(id)) << id;
}

void TestMessages::rendersEvery()
{
    QFETCH(QString, id);
    // A case with everything and a case with next to nothing.
    Case bare;
    bare.reference = u"PD-2041"_s;
    for (const Case &portCase : {sampleCase(id), bare}) {
        const auto message = renderMessage({id, {}}, portCase, Test::testNow(), Test::testZone());
        QVERIFY2(message.ok(), message.ok() ? "" : qPrintable(message.error().detail));
        QVERIFY(message->subject.contains(u"PD-2041"_s));
        QVERIFY(message->body.startsWith(u"Dear "_s));
        QVERIFY(message->body.contains(u"What happens next"_s) || id == "quote-sent"_L1 || id == "quote-declined"_L1 || id == "cancelled"_L1);
        QVERIFY(!message->body.contains(u"{{"_s) && !message->subject.contains(u"{{"_s));
        QVERIFY2(!message->body.contains(u"\n\n\n"_s), qPrintable(message->body));
        QCOMPARE(message->createdAt, Test::testNow());
        QCOMPARE(message->language, u"en"_s);
        QVERIFY(!message->sentAt.isValid());
    }
}

void TestMessages::saysWhatItMust_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("keep the account open") << u"sent-to-carrier"_s << QStringList{u"keep your account"_s, u"BT-2"_s};
    QTest::newRow("port date with time and zone") << u"scheduled"_s
                                                  << QStringList{u"Sunday 13 December 2026, 11:00 (Europe/Berlin)"_s, u"configure your numbers"_s,
                                                                 u"+49 30 23125017"_s};
    QTest::newRow("quote") << u"quote-sent"_s << QStringList{u"Number ported: 3 x 4.95 EUR"_s, u"Total: 39.85 EUR"_s, u"3 business days"_s};
    QTest::newRow("each reason with cause and fix")
        << u"rejected"_s
        << QStringList{rejectionReason(u"PIN"_s)->title, rejectionReason(u"PIN"_s)->fix, rejectionReason(u"NAME_MISMATCH"_s)->cause, u"PIN stimmt nicht"_s};
    QTest::newRow("what is charged and what failed") << u"completed"_s
                                                     << QStringList{u"1 of 3 numbers"_s, u"not active"_s, u"+49 30 23125018"_s, u"What is charged"_s,
                                                                    u"Number ported: 1 x 4.95 EUR"_s};
    QTest::newRow("what to change") << u"returned"_s << QStringList{u"unsigned"_s, u"Please sign"_s};
    QTest::newRow("which attempt") << u"resubmitted"_s << QStringList{u"attempt 2"_s};
}

void TestMessages::saysWhatItMust()
{
    QFETCH(QString, id);
    QFETCH(QStringList, words);
    const QString body = rendered(id).body;
    for (const QString &word : words)
        QVERIFY2(body.contains(word), qPrintable(word + u"\n---\n"_s + body));
}

void TestMessages::writesToThePerson()
{
    const Request request = sampleCase({}).request;
    const Message message = rendered(u"submitted"_s);
    QCOMPARE(message.toAddress, request.owner.email);
    QCOMPARE(message.toName, request.owner.displayName());
    QVERIFY(message.body.startsWith(u"Dear %1,"_s.arg(request.authorisedPerson.displayName())));
    QCOMPARE(rendered(u"reminder-overdue"_s, {{u"due"_s, Test::testNow()}}).toAddress, kDeskAddress);
    QVERIFY(rendered(u"reminder-overdue"_s, {{u"due"_s, Test::testNow()}}).body.contains(u"Monday 23 November 2026, 11:00 (Europe/Berlin)"_s));
}

void TestMessages::fillsTemplates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("value") << u"Dear {{name}},"_s << u"Dear Zoë,"_s;
    QTest::newRow("section of a list") << u"{{#list}}\n- {{item}} of {{name}}\n{{/list}}\nend"_s << u"- a of Zoë\n- b of Zoë\nend"_s;
    QTest::newRow("section that is left out") << u"x{{#nothing}} y{{/nothing}} z{{#no}} w{{/no}}"_s << u"x z"_s;
    QTest::newRow("section that stays") << u"x{{#name}} y{{/name}}{{#yes}} w{{/yes}}"_s << u"x y w"_s;
    QTest::newRow("a value with braces is not read again") << u"{{braces}}"_s << u"{{name}}"_s;
}

void TestMessages::fillsTemplates()
{
    QFETCH(QString, text);
    const QVariantMap values{{u"name"_s, u"Zoë"_s},
                             {u"nothing"_s, QString()},
                             {u"no"_s, false},
                             {u"yes"_s, true},
                             {u"braces"_s, u"{{name}}"_s},
                             {u"list"_s, QVariantList{QVariantMap{{u"item"_s, u"a"_s}}, QVariantMap{{u"item"_s, u"b"_s}}}}};
    const auto filled = filledTemplate(text, values);
    QVERIFY(filled.ok());
    QTEST(*filled, "expected");
}

void TestMessages::refusesBrokenTemplates_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("value that is not there") << u"Dear {{nmae}}"_s;
    QTest::newRow("section that is not there") << u"{{#nmae}}x{{/nmae}}"_s;
    QTest::newRow("section without an end") << u"{{#name}}x"_s;
    QTest::newRow("section without a beginning") << u"x{{/name}}"_s;
}

void TestMessages::refusesBrokenTemplates()
{
    QFETCH(QString, text);
    const auto filled = filledTemplate(text, {{u"name"_s, u"Anna"_s}});
    QVERIFY(!filled.ok());
    QCOMPARE(filled.error().code, Error::Code::Internal);
}

void TestMessages::refusesAnUnknownTemplate()
{
    const auto message = renderMessage({u"../secret"_s, {}}, sampleCase({}), Test::testNow(), Test::testZone());
    QVERIFY(!message.ok());
    QCOMPARE(message.error().code, Error::Code::NotFound);
}

void TestMessages::writesMail_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::newRow("plain") << u"Anna Miller"_s << u"PD-2041: hello"_s << u"Line one\nLine two\n"_s;
    QTest::newRow("umlauts") << u"Jürgen Müller"_s << u"PD-2041: Anfrage für Müller & Söhne"_s << u"Straße = weiß\n"_s;
    QTest::newRow("Polish and dashes") << u"Zoë Ó Briain – PortDesk"_s << u"Łódź – ąęś"_s << u"ąęśćżźń\n"_s;
    QTest::newRow("Cyrillic") << u"Анна Миллер"_s << u"Ваша заявка PD-2041 принята в работу и передана оператору"_s << u"Здравствуйте!\n"_s;
    QTest::newRow("Arabic") << u"شركة الاتصالات"_s << u"طلب PD-2041"_s << u"مرحبا\n"_s;
    QTest::newRow("Han") << u"山田太郎"_s << u"番号移行 PD-2041"_s << u"こんにちは\n"_s;
    QTest::newRow("comma and quote in the name") << u"Miller, Anna \"Ann\""_s << u"=?odd?= subject"_s << u".\n..\nFrom me\n"_s;
    QTest::newRow("very long line") << u"A"_s << QString(300, u's') << QString(2000, u'x') + u'\n';
    QTest::newRow("no name") << QString() << u"s"_s << QString();
}

void TestMessages::writesMail()
{
    QFETCH(QString, name);
    QFETCH(QString, subject);
    QFETCH(QString, body);
    Message message = Test::messageTo(sampleCase({}), Test::testNow());
    message.toName = name;
    message.subject = subject;
    message.body = body;
    const auto eml = toEml(message, u"Porting – Desk"_s, u"desk@example.org"_s);
    QVERIFY(eml.ok());
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(eml->constData(), size_t(eml->size()));
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *read = g_mime_parser_construct_message(parser, nullptr);
    QVERIFY(read);
    QCOMPARE(QString::fromUtf8(g_mime_message_get_subject(read)), subject);
    InternetAddress *to = internet_address_list_get_address(g_mime_message_get_to(read), 0);
    QCOMPARE(QString::fromUtf8(internet_address_get_name(to)), name);
    QCOMPARE(QString::fromUtf8(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(to))), u"jm@example.org"_s);
    InternetAddress *from = internet_address_list_get_address(g_mime_message_get_from(read), 0);
    QCOMPARE(QString::fromUtf8(internet_address_get_name(from)), u"Porting – Desk"_s);
    char *text = g_mime_text_part_get_text(GMIME_TEXT_PART(g_mime_message_get_mime_part(read)));
    QCOMPARE(QString::fromUtf8(text).replace(u"\r\n"_s, u"\n"_s), body);
    QCOMPARE(g_date_time_to_unix(g_mime_message_get_date(read)), Test::testNow().toSecsSinceEpoch());
    g_free(text);
    g_object_unref(read);
    g_object_unref(parser);
    g_object_unref(stream);
}

void TestMessages::mailHasPlainLines()
{
    Message message = Test::messageTo(sampleCase({}), Test::testNow());
    message.subject = u"one\r\nBcc: thief@example.org"_s;
    message.body = QString(3000, u'ä') + u"\nend\n"_s;
    const QByteArray eml = *toEml(message, u"Desk"_s, u"desk@example.org"_s);
    QVERIFY(!eml.contains("\nBcc:"));
    QVERIFY(eml.contains("quoted-printable"));
    QCOMPARE(eml.count('\n'), eml.count("\r\n"));
    QVERIFY(!eml.contains("\r\r"));
    for (const QByteArray &line : eml.split('\n')) {
        QVERIFY(line.size() <= 998);
        QVERIFY(std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    }
    QCOMPARE(*toEml(message, u"Desk"_s, u"desk@example.org"_s), eml);
}

void TestMessages::refusesWrongAddresses()
{
    Message message = Test::messageTo(sampleCase({}), Test::testNow());
    QVERIFY(!toEml(message, u"Desk"_s, u"nowhere"_s).ok());
    QVERIFY(!toEml(message, u"Desk"_s, u"a@b\r\nBcc: c@d"_s).ok());
    message.toAddress = u"not an address"_s;
    QVERIFY(!toEml(message, u"Desk"_s, u"desk@example.org"_s).ok());
    message.toAddress.clear(); // to the desk itself
    QVERIFY(toEml(message, u"Desk"_s, u"desk@example.org"_s)->contains("<desk@example.org>"));
}

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"

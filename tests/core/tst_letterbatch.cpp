// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/letterbatch.h"

#include <QTest>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

/// A pile in one line, a sheet each: "A1/2" page 1 of 2 of the letter A, "A" a letter of an older version, "-" nothing, "_" blank, "#" a web address, "!" damaged,
/// "A1/1&B1/1" two codes on one sheet, "A'1/1" the same reference with other numbers.
QList<BatchPage> pileOf(const QString &sheets)
{
    QList<BatchPage> pages;
    for (const QString &sheet : sheets.split(u' ')) {
        BatchPage page;
        page.blank = sheet == u"_";
        page.problem = sheet == u"!" ? u"torn"_s : QString();
        for (const QString &code : sheet.split(u'&')) {
            const bool letter = code.at(0).isLetter();
            const bool old = letter && code.size() == 1;
            const bool other = code.contains(u'\'');
            if (letter)
                page.codes.append({old ? u"PORTDESK:"_s + code
                                       : u"PORTDESK:%1;n=0000000%2;p=%3"_s.arg(code.left(1)).arg(other ? 2 : 1).arg(code.mid(other ? 2 : 1)),
                                   u"QRCode"_s, {}});
            if (code == u"#")
                page.codes.append({u"https://example.org"_s, u"QRCode"_s, {}});
        }
        pages.append(page);
    }
    return pages;
}

/// "A:1+2, no-code:3": what became of the pile, sheets counted from 1.
QString told(const QList<LetterPart> &parts)
{
    QStringList lines;
    for (const LetterPart &part : parts) {
        QStringList pages;
        for (const int page : part.pages)
            pages << QString::number(page + 1);
        lines << (part.tray ? trayReasonKey(*part.tray) : part.code.reference) + u':' + pages.join(u'+') + (part.tray && !part.about.isEmpty() ? u" ("_s + part.about + u')' : QString());
    }
    return lines.join(u", "_s);
}

} // namespace

class TestLetterBatch final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void divides_data();
    void divides();
    void readsCodes_data();
    void readsCodes();
    void tellsNumbersApart();
    void namesParts();
    void saysWhy();
};

void TestLetterBatch::divides_data()
{
    QTest::addColumn<QString>("pile");
    QTest::addColumn<QString>("parts");
    QTest::newRow("one letter of one page") << u"A1/1"_s << u"A:1"_s;
    QTest::newRow("letters of several pages") << u"A1/2 A2/2 B1/3 B2/3 B3/3"_s << u"A:1+2, B:3+4+5"_s;
    QTest::newRow("last page first, as some feeders stack") << u"B2/2 B1/2 A3/3 A2/3 A1/3"_s << u"B:2+1, A:5+4+3"_s;
    QTest::newRow("a page without a code after one that has more") << u"A1/2 - B1/1"_s << u"A:1+2, B:3"_s;
    QTest::newRow("a page without a code after a whole letter") << u"A1/1 - B1/1"_s << u"A:1, no-code:2, B:3"_s;
    QTest::newRow("only as many as the letter says") << u"A1/2 - -"_s << u"A:1+2, no-code:3"_s;
    QTest::newRow("a page without a code before a last page") << u"A2/2 - A1/2"_s << u"pages-missing:1 (1), no-code:2, pages-missing:3 (2)"_s;
    QTest::newRow("the middle page has lost its code") << u"A1/3 - A3/3 B1/1"_s << u"A:1+2+3, B:4"_s;
    QTest::newRow("letters of an older version tell no pages") << u"A - B"_s << u"A:1, no-code:2, B:3"_s;
    QTest::newRow("two letters of one case") << u"A1/1 A1/1"_s << u"A:1, A:2"_s;
    QTest::newRow("two copies of a letter of two pages") << u"A1/2 A2/2 A1/2 A2/2"_s << u"A:1+2, A:3+4"_s;
    QTest::newRow("the same reference with other numbers") << u"A1/2 A'2/2"_s << u"pages-missing:1 (2), pages-missing:2 (1)"_s;
    QTest::newRow("a page of another letter in between") << u"A1/2 B1/1 A2/2"_s << u"pages-missing:1 (2), B:2, pages-missing:3 (1)"_s;
    QTest::newRow("the last page is missing") << u"A1/3 A2/3"_s << u"pages-missing:1+2 (3)"_s;
    QTest::newRow("backs are blank") << u"A1/2 _ A2/2 _ B1/1 _"_s << u"A:1+2+3+4, B:5+6"_s;
    QTest::newRow("last page first with blank backs") << u"A2/2 _ A1/2 _"_s << u"A:3+1+2+4"_s;
    QTest::newRow("a blank page first") << u"_ A1/1"_s << u"no-code:1, A:2"_s;
    QTest::newRow("a web address") << u"# A1/1"_s << u"foreign-code:1 (https://example.org), A:2"_s;
    QTest::newRow("a web address on a page the letter waits for") << u"A1/2 #"_s << u"A:1+2"_s;
    QTest::newRow("two letters on one sheet") << u"A1/1&B1/1 A1/1"_s << u"two-letters:1 (A, B), A:2"_s;
    QTest::newRow("the same code twice on one sheet") << u"A1/1&A1/1"_s << u"A:1"_s;
    QTest::newRow("a damaged page") << u"A1/1 ! B1/1"_s << u"A:1, unreadable:2 (torn), B:3"_s;
    QTest::newRow("no letter in the file: one document") << u"- - _ -"_s << u"no-code:1+2+3+4"_s;
    QTest::newRow("among letters every other page is its own") << u"A1/1 - - -"_s << u"A:1, no-code:2, no-code:3, no-code:4"_s;
}

void TestLetterBatch::divides()
{
    QFETCH(QString, pile);
    const QList<LetterPart> parts = partsOf(pileOf(pile));
    QTEST(told(parts), "parts");
    QList<int> all;
    for (const LetterPart &part : parts)
        all += part.pages;
    std::sort(all.begin(), all.end());
    QCOMPARE(all.size(), pile.split(u' ').size()); // every page once
    for (qsizetype i = 0; i < all.size(); ++i)
        QCOMPARE(all.at(i), int(i));
}

void TestLetterBatch::readsCodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("page"); // "1/2"
    const QString coded = letterCodeText(u"PD-2041"_s, {u"+4930123"_s});
    const auto numbered = [](QString text) { return text.replace(u"{page}"_s, u"1"_s).replace(u"{pages}"_s, u"2"_s); };
    QTest::newRow("a letter") << numbered(coded) << u"PD-2041"_s << u"1/2"_s;
    QTest::newRow("an older letter") << u"PORTDESK:PD-2041"_s << u"PD-2041"_s << u"0/0"_s;
    QTest::newRow("a customer's own reference, with everything in it") << numbered(letterCodeText(u"Nr. 7;p=1/2 {page} 100 % ü"_s, {})) << u"Nr. 7;p=1/2 {page} 100 % ü"_s << u"1/2"_s;
    QTest::newRow("an older letter with a per cent sign") << u"PORTDESK:100%25"_s << u"100%25"_s << u"0/0"_s;
    QTest::newRow("page three of two") << u"PORTDESK:PD-1;n=00000000;p=3/2"_s << u"PD-1"_s << u"0/0"_s;
    QTest::newRow("page nought") << u"PORTDESK:PD-1;n=00000000;p=0/2"_s << u"PD-1"_s << u"0/0"_s;
    QTest::newRow("a web address") << u"https://example.org/PORTDESK:PD-1"_s << QString() << QString();
    QTest::newRow("nothing behind the word") << u"PORTDESK:"_s << QString() << QString();
    QTest::newRow("nothing") << QString() << QString() << QString();
}

void TestLetterBatch::readsCodes()
{
    QFETCH(QString, text);
    QFETCH(QString, reference);
    const auto code = letterCodeOf(text);
    QCOMPARE(code.has_value(), !reference.isEmpty());
    if (!code)
        return;
    QCOMPARE(code->reference, reference);
    QTEST(u"%1/%2"_s.arg(code->page).arg(code->pages), "page");
}

void TestLetterBatch::tellsNumbersApart()
{
    QCOMPARE(numbersKey({u"+491"_s, u"+492"_s}), numbersKey({u"+492"_s, u"+491"_s, u"+492"_s}));
    QVERIFY(numbersKey({u"+491"_s}) != numbersKey({u"+491"_s, u"+492"_s}));
    QVERIFY(numbersKey({}) != numbersKey({u"+491"_s}));
}

void TestLetterBatch::namesParts()
{
    QCOMPARE(partFileName(u"monday.scan.pdf"_s, {2}), u"monday.scan, page 3.pdf"_s);
    QCOMPARE(partFileName(u"monday.tif"_s, {3, 1, 2}), u"monday, pages 2-4.pdf"_s);
}

void TestLetterBatch::saysWhy()
{
    for (int reason = 0; reason <= int(TrayReason::Refused); ++reason) {
        const QString sentence = trayReasonText(TrayReason(reason), u"About it."_s, u"PD-1"_s);
        QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
        QCOMPARE(trayReasonFromKey(trayReasonKey(TrayReason(reason))), std::optional(TrayReason(reason)));
    }
    QCOMPARE(trayReasonFromKey(u"because"_s), std::nullopt);
}

QTEST_GUILESS_MAIN(TestLetterBatch)
#include "tst_letterbatch.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/letterrows.h"
#include "tests/kit/letters.h"

#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// The letter in the language of its country, with its gloss.
class TestLetterLanguages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void speaksTheLanguage_data();
    void speaksTheLanguage();
    void everyLanguageHasEveryWord_data();
    void everyLanguageHasEveryWord();
    void glossesWhatIsNotEnglish();
    void isolatesRightToLeft();
    void runsFromRightToLeft();

private:
    CountryPack m_countries;
};

void TestLetterLanguages::initTestCase()
{
    auto loaded = CountryPack::load();
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().message));
    m_countries = *loaded;
}

void TestLetterLanguages::speaksTheLanguage_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("footer");
    const auto row = [](const char *name, const QString &country, const QString &language, const QString &title, const QString &footer) {
        QTest::newRow(name) << country << language << title << footer;
    };
    row("United States", u"US"_s, u"en"_s, u"Letter of Authorisation"_s, u"Page %1 of %2"_s);
    row("Germany", u"DE"_s, u"de"_s, u"Vollmacht zur Rufnummernmitnahme"_s, u"Seite %1 von %2"_s);
    row("France", u"FR"_s, u"fr"_s, u"Mandat de portabilité"_s, u"Page %1 sur %2"_s);
    row("Spain", u"ES"_s, u"es"_s, u"Autorización de portabilidad"_s, u"Página %1 de %2"_s);
    row("Italy", u"IT"_s, u"it"_s, u"Autorizzazione alla portabilità"_s, u"Pagina %1 di %2"_s);
    row("Netherlands", u"NL"_s, u"nl"_s, u"Machtiging voor nummerbehoud"_s, u"Pagina %1 van %2"_s);
    row("Portugal", u"PT"_s, u"pt"_s, u"Autorização de portabilidade"_s, u"Página %1 de %2"_s);
    row("Poland", u"PL"_s, u"pl"_s, u"Pełnomocnictwo do przeniesienia numerów"_s, u"Strona %1 z %2"_s);
    row("Czechia", u"CZ"_s, u"cs"_s, u"Plná moc k přenosu čísel"_s, u"Strana %1 z %2"_s);
    row("Denmark", u"DK"_s, u"da"_s, u"Fuldmagt til nummerportering"_s, u"Side %1 af %2"_s);
    row("Hungary", u"HU"_s, u"hu"_s, u"Meghatalmazás számhordozásra"_s, u"%1. oldal"_s);
    row("Japan", u"JP"_s, u"ja"_s, u"番号ポータビリティ委任状"_s, u"%1 / %2"_s);
    row("Romania", u"RO"_s, u"ro"_s, u"Împuternicire pentru portarea numerelor"_s, u"Pagina %1 din %2"_s);
    row("Sweden", u"SE"_s, u"sv"_s, u"Fullmakt för nummerportering"_s, u"Sida %1 av %2"_s);
    row("Brazil, not documented", u"BR"_s, u"pt"_s, u"Autorização de portabilidade"_s, u"Página %1 de %2"_s);
    row("Turkey, not documented", u"TR"_s, u"tr"_s, u"Numara taşıma yetki belgesi"_s, u"Sayfa %1 / %2"_s);
    row("Greece, no words", u"GR"_s, u"en"_s, u"Letter of Authorisation"_s, u"Page %1 of %2"_s);
}

void TestLetterLanguages::speaksTheLanguage()
{
    QFETCH(QString, country);
    QFETCH(QString, title);
    QFETCH(QString, footer);
    const auto letter = letterFor(m_countries, country, sampleRequest());
    QVERIFY2(letter.ok(), letter.ok() ? "" : qPrintable(letter.error().message));
    QTEST(letter->language, "language");
    QCOMPARE(letter->title, title + u" PD-2041"_s);
    QVERIFY(letter->footer.contains(footer));
    QVERIFY(letter->html.contains(u"<h1>%1</h1>"_s.arg(title)));
    QVERIFY(!letter->rightToLeft);
}

void TestLetterLanguages::everyLanguageHasEveryWord_data()
{
    QTest::addColumn<QString>("country");
    for (const char *country : {"US", "DE", "FR", "ES", "IT", "NL", "PT", "CZ", "DK", "HU", "JP", "PL", "RO", "SE", "IL", "TR", "BR"})
        QTest::newRow(country) << QString::fromLatin1(country);
}

void TestLetterLanguages::everyLanguageHasEveryWord()
{
    QFETCH(QString, country);
    const auto words = LetterWords::load(*m_countries.record(country, NumberType::Geographic));
    const auto english = LetterWords::load(*m_countries.record(u"US"_s, NumberType::Geographic));
    QVERIFY(words.ok() && english.ok());
    QStringList keys = words->keys(), wanted = english->keys();
    keys.sort();
    wanted.sort();
    QCOMPARE(keys, wanted);
    for (const QString &key : std::as_const(keys)) {
        QVERIFY2(!words->text(key).trimmed().isEmpty(), qPrintable(key));
        QCOMPARE(words->text(key).contains(u"{carrier}"_s), english->text(key).contains(u"{carrier}"_s));
        QCOMPARE(words->text(key).contains(u"%1"_s) && words->text(key).contains(u"%2"_s), key == u"page");
    }
    QVERIFY(!words->day(QDate(2026, 12, 15)).isEmpty() && words->day(QDate(2026, 12, 15)).contains(u"15"_s));
}

void TestLetterLanguages::glossesWhatIsNotEnglish()
{
    const QString german = letterFor(m_countries, u"DE"_s, sampleRequest())->html;
    QVERIFY(german.contains(u"Kundennummer <span style=\"font-size:7pt;color:#555555\">\u2066Account number\u2069</span>"_s));
    QVERIFY(german.contains(u"<br><span style=\"font-size:7pt;color:#555555\">\u2066The account holder named below"_s));
    QVERIFY(!letterFor(m_countries, u"US"_s, sampleRequest())->html.contains(u"font-size:7pt"_s));
    QVERIFY(letterFor(m_countries, u"BR"_s, sampleRequest())->html.contains(u"Endereço de instalação"_s));
    QVERIFY(letterFor(m_countries, u"PT"_s, sampleRequest())->html.contains(u"Morada de instalação"_s));
}

void TestLetterLanguages::isolatesRightToLeft()
{
    Request request = sampleRequest();
    request.owner.company = u"شركة الاتصالات"_s;
    const QString html = letterFor(m_countries, u"US"_s, request)->html;
    QVERIFY(html.contains(QChar(0x2068) + request.owner.company + QChar(0x2069)));
}

void TestLetterLanguages::runsFromRightToLeft()
{
    const auto letter = letterFor(m_countries, u"IL"_s, sampleRequest());
    QCOMPARE(letter->language, u"he"_s);
    QVERIFY(letter->rightToLeft);
    QVERIFY(letter->html.contains(u"<h1>ייפוי כוח לניוד מספרים</h1>"_s));
    QVERIFY(letter->html.contains(QChar(0x2068) + u"ACC-4711&amp;2"_s + QChar(0x2069)));
    QVERIFY(letter->html.contains(u"<th align=\"right\">"_s));
}

QTEST_GUILESS_MAIN(TestLetterLanguages)
#include "tst_letterlanguages.moc"

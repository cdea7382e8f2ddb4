// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

/// context -> source texts, as lupdate finds them in the whole tree.
QHash<QString, QStringList> textsOf(const QString &tsFile)
{
    QHash<QString, QStringList> texts;
    QFile file(tsFile);
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QString context;
    for (QXmlStreamReader xml(&file); !xml.atEnd();) {
        if (!xml.readNextStartElement() && !xml.isEndElement())
            break;
        if (xml.isStartElement() && xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == "source"_L1)
            texts[context] << xml.readElementText();
    }
    return texts;
}

} // namespace

/// What people read can be translated: lupdate finds it.
class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsTexts_data();
    void findsTexts();
    void leavesNoSentenceOut_data();
    void leavesNoSentenceOut();

private:
    QHash<QString, QStringList> m_texts;
};

void TestTranslations::initTestCase()
{
    const QTemporaryDir folder;
    const QString ts = folder.filePath(u"portdesk.ts"_s);
    const QDir root(QStringLiteral(PORTDESK_SOURCE_DIR));
    QProcess lupdate;
    lupdate.start(QStringLiteral(PORTDESK_LUPDATE), {u"-silent"_s, u"-I"_s, root.path(), u"-locations"_s, u"none"_s, root.filePath(u"core"_s), root.filePath(u"ui"_s), root.filePath(u"app"_s), u"-ts"_s, ts});
    QVERIFY2(lupdate.waitForFinished(120'000), qPrintable(lupdate.errorString()));
    const QByteArray complaints = lupdate.readAllStandardError();
    QCOMPARE(lupdate.exitCode(), 0);
    QVERIFY2(complaints.isEmpty(), complaints.constData());
    m_texts = textsOf(ts);
    QVERIFY2(m_texts.size() > 50, "lupdate found next to nothing");
}

void TestTranslations::findsTexts_data()
{
    QTest::addColumn<QString>("context");
    QTest::addColumn<QString>("text");
    QTest::newRow("an action") << u"StageTable"_s << u"Send to Carrier"_s;
    QTest::newRow("a refusal by stage") << u"StageTable"_s << u"%1 is not possible while the case is “%2”; it is possible in %3."_s;
    QTest::newRow("a guard's sentence") << u"Guards"_s << u"The fees are not accepted yet. Wait for the customer's answer to the quote."_s;
    QTest::newRow("a stage") << u"Stage"_s << u"Under review"_s;
    QTest::newRow("a step") << u"Stage"_s << u"Carrier approval"_s;
    QTest::newRow("a widget's") << u"PortDesk::StoreProblem"_s << u"The store could not be opened"_s;
}

void TestTranslations::findsTexts()
{
    QFETCH(QString, context);
    QFETCH(QString, text);
    QVERIFY2(m_texts.value(context).contains(text), qPrintable(m_texts.value(context).join(u'\n')));
}

void TestTranslations::leavesNoSentenceOut_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &file : {u"core/cases/stage.cpp"_s, u"core/cases/stagetable.cpp"_s, u"core/cases/guards.cpp"_s})
        QTest::newRow(qPrintable(file)) << file;
}

/// In these files a text of several words is a text for people.
void TestTranslations::leavesNoSentenceOut()
{
    QFETCH(QString, file);
    static const QRegularExpression plain(u"u\"[^\"]*[A-Za-z]+ [^\"]*[A-Za-z][^\"]*\""_s);
    QFile source(QDir(QStringLiteral(PORTDESK_SOURCE_DIR)).filePath(file));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const auto found = plain.match(QString::fromUtf8(source.readAll()));
    QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"

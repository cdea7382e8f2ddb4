// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidenceof.h"
#include "core/evidence/paper.h"
#include "tests/fuzz/targets.h"
#include "tests/kit/hostile/mutations.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <functional>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

using Target = std::function<QString(const QByteArray &)>;

Target targetOf(const QString &name)
{
    return name == "protocol"_L1 ? Fuzz::protocolFlaw : name == "evidence"_L1 ? Fuzz::evidenceFlaw : Fuzz::textFlaw;
}

} // namespace

/// The seeds and findings of the fuzzers (tests/data/fuzz), and a few hundred changes of each, without a fuzzer.
class TestFuzzFindings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stays_data();
    void stays();
    void looksAtNoMoreWordsThanAPageHas();
    void wordsInOnePlace();
};

void TestFuzzFindings::stays_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("path");
    for (const QString &target : {u"protocol"_s, u"evidence"_s, u"text"_s}) {
        QDirIterator files(QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/fuzz/") + target, QDir::Files);
        QVERIFY2(files.hasNext(), qPrintable(target));
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(target + u' ' + files.fileName())) << target << path;
        }
    }
}

void TestFuzzFindings::stays()
{
    QFETCH(QString, target);
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const QString flaw = targetOf(target)(bytes);
    QVERIFY2(flaw.isEmpty(), qPrintable(flaw));
    for (quint32 seed = 1; seed <= 50; ++seed) {
        const QString changed = targetOf(target)(HostileFiles::mutated(bytes, seed));
        QVERIFY2(changed.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(changed)));
    }
}

void TestFuzzFindings::looksAtNoMoreWordsThanAPageHas()
{
    PageReading page;
    page.straightSize = QSizeF(595, 842);
    page.words = QList<ReadWord>(30'000, {u"030"_s, QRectF(0.1, 0.1, 0.1, 0.01), QRectF(60, 84, 60, 8), 1, true});
    QCOMPARE(Paper({page}).words().size(), 10'000);
    QCOMPARE(Paper(QList<PageReading>(20, page)).words().size(), 100'000);
}

/// Thousands of words at one place of the page, the owner among them: each was taken for the head of an address, and every pair was compared.
void TestFuzzFindings::wordsInOnePlace()
{
    PageReading page;
    page.straightSize = QSizeF(595, 842);
    for (int i = 0; i < 3000; ++i)
        page.words.append({i % 2 ? u"Miller"_s : u"GmbH"_s, QRectF(0.1, 0.1, 0.01, 0.01), QRectF(i * 30.0, 50, 8, 8), 1, true});
    const Fact owner{u"owner"_s, FactKind::Owner, u"Miller"_s, {}, u"DE"_s, {}};
    const Fact street{u"street"_s, FactKind::Street, u"Torstrasse 12"_s, {}, u"DE"_s, {}};
    const QList<Evidence> found = evidenceOf({owner, street}, {page});
    QCOMPARE(found.at(0).verdict, Verdict::Match);
    QCOMPARE(found.at(1).verdict, Verdict::NotShown);
}

QTEST_GUILESS_MAIN(TestFuzzFindings)
#include "tst_fuzzfindings.moc"

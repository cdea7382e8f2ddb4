// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
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

QTEST_GUILESS_MAIN(TestFuzzFindings)
#include "tst_fuzzfindings.moc"

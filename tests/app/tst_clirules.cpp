// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clirunner.h"

#include "core/desk/ruleservice.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// The command line reads the rules a desk set itself.
class TestCliRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsOverriddenValues();
    void checksByOverriddenValues();
    void namesWhatDoesNotHold();

private:
    CliRunner cli() const { return CliRunner(m_folder->path()); }
    void set(const QString &path, const QJsonValue &value);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliRules::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QDir from(QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/request"));
    for (const QString &name : from.entryList(QDir::Files))
        QVERIFY(QFile::copy(from.filePath(name), m_folder->filePath(name)));
    QVERIFY(QFile::copy(from.filePath(u"proof-of-address.pdf"_s), m_folder->filePath(u"loa.pdf"_s)));
}

void TestCliRules::set(const QString &path, const QJsonValue &value)
{
    auto store = openStore(m_folder->filePath(u"desk.sqlite"_s));
    QVERIFY(store.ok());
    RuleOverride rule;
    rule.country = u"DE"_s;
    rule.type = NumberType::Geographic;
    rule.path = path;
    rule.value = value;
    rule.reason = u"Told by the carrier."_s;
    rule.by = u"Anna Weber"_s;
    rule.at = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
    QVERIFY((*store)->transact([&]() -> Result<void> {
        auto saved = (*store)->overrides().save(rule);
        return saved ? Result<void>() : Result<void>(saved.error());
    }).ok());
}

void TestCliRules::showsOverriddenValues()
{
    set(u"leadTimeMaximum"_s, 77);
    const QStringList verb{u"countries"_s, u"DE"_s, u"--db"_s, u"desk.sqlite"_s};
    const CliRunner::Answer text = cli().run(verb);
    QCOMPARE(text.status, 0);
    QVERIFY2(text.out.contains("to 77 business days"), text.out.constData());
    QVERIFY2(text.out.contains("override  Lead time, at most: 77, was 45; by Anna Weber since 2026-11-20: Told by the carrier."), text.out.constData());
    const QJsonObject country = cli().run(verb + QStringList{u"--json"_s}).json().object();
    const QJsonObject record = country[u"types"_s].toArray().first().toObject();
    QCOMPARE(record[u"leadTimeBusinessDays"_s][u"max"_s].toInt(), 77);
    const QJsonObject override = record[u"overrides"_s].toArray().first().toObject();
    QCOMPARE(override[u"path"_s].toString(), u"leadTimeMaximum"_s);
    QCOMPARE(override[u"supplied"_s].toInt(), 45);
    // The values with their sources are those in force, not the supplied ones.
    const QJsonObject value = record[u"values"_s][u"leadTimeMaximum"_s].toObject();
    QCOMPARE(value[u"value"_s].toInt(), 77);
    QCOMPARE(value[u"sources"_s].toArray().first().toString(), u"Override by Anna Weber, 20 Nov 2026"_s);
    QVERIFY(cli().run({u"countries"_s, u"DE"_s, u"--db"_s, u"other.sqlite"_s}).out.contains("to 45 business days"));
    QVERIFY(!QFile::exists(m_folder->filePath(u"other.sqlite"_s)));
}

void TestCliRules::checksByOverriddenValues()
{
    const QStringList verb{u"check"_s, u"request.json"_s, u"--json"_s, u"--today"_s, u"2026-11-23"_s, u"--db"_s, u"desk.sqlite"_s};
    QCOMPARE(cli().run(verb).json()[u"errors"_s].toArray().size(), 0);
    set(u"documents/tax_certificate"_s, QJsonObject{{u"note"_s, u"asked since May"_s}});
    const CliRunner::Answer asked = cli().run(verb);
    QCOMPARE(asked.status, 1);
    QCOMPARE(asked.json()[u"errors"_s].toArray().first()[u"code"_s].toString(), u"document.missing"_s);
}

void TestCliRules::namesWhatDoesNotHold()
{
    set(u"signature"_s, u"spoken"_s);
    const CliRunner::Answer answer = cli().run({u"countries"_s, u"DE"_s, u"--db"_s, u"desk.sqlite"_s});
    QCOMPARE(answer.status, 0);
    QVERIFY2(answer.err.contains(u"the override of signature in DE does not hold"_s), qPrintable(answer.err));
}

QTEST_GUILESS_MAIN(TestCliRules)
#include "tst_clirules.moc"

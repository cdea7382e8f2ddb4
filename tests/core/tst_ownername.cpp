// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/ownername.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace PortDesk;

/// When two names mean one owner.
class TestOwnerName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void otherSpellings_data();
    void otherSpellings();
};

void TestOwnerName::otherSpellings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("known");
    QTest::addColumn<bool>("other");
    const auto row = [](const char *what, const QString &name, const QString &known, bool other) {
        QTest::newRow(what) << name << known << other;
    };
    row("the same", u"Miller & Sons GmbH"_s, u"Miller & Sons GmbH"_s, false);
    row("case and spaces", u"MILLER &  SONS gmbh"_s, u"Miller & Sons GmbH"_s, false);
    row("without the legal form", u"Miller & Sons"_s, u"Miller & Sons GmbH"_s, true);
    row("another legal form", u"Miller & Sons Ltd."_s, u"Miller & Sons Limited"_s, true);
    row("dots in the form", u"Dupont S.A.R.L."_s, u"Dupont SARL"_s, true);
    row("an accent", u"Müller Bau"_s, u"Muller Bau"_s, true);
    row("an umlaut written out", u"Müller Bau"_s, u"Mueller Bau"_s, true);
    row("a letter turned", u"Schmidt Bau"_s, u"Schmitt Bau"_s, true);
    row("two letters in a long name", u"Schmidt Bauunternehmung"_s, u"Schmitt Bauunternemung"_s, true);
    row("two letters in a short name", u"Schmid Bau"_s, u"Schmitt Bau"_s, false);
    row("another owner", u"Miller & Sons"_s, u"Weber & Sons"_s, false);
    row("another shop", u"Bakery 1"_s, u"Bakery 2"_s, false);
    row("short names", u"ABC"_s, u"ABD"_s, false);
    row("nothing", {}, {}, false);
    row("only a legal form", u"AG"_s, u"A.G."_s, true);
}

void TestOwnerName::otherSpellings()
{
    QFETCH(QString, name);
    QFETCH(QString, known);
    QFETCH(bool, other);
    QCOMPARE(isOtherSpelling(name, known), other);
    QCOMPARE(isOtherSpelling(known, name), other);
}

QTEST_GUILESS_MAIN(TestOwnerName)
#include "tst_ownername.moc"

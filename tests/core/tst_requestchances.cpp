// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caseplaces.h"
#include "core/cases/resolve.h"
#include "tests/kit/requestdesk.h"

#include <QRandomGenerator>
#include <QTest>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// Requests and changes made up by chance: every number is always in exactly one case.
class TestRequestChances : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyNumberIsInOneCase_data();
    void everyNumberIsInOneCase();
};

void TestRequestChances::everyNumberIsInOneCase_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

namespace {

/// Requests and changes made up from a seed.
class Chance
{
public:
    explicit Chance(quint32 seed) : m_random(seed) {}

    int below(int limit) { return int(m_random.bounded(limit)); }
    bool oneIn(int n) { return below(n) == 0; }

    LosingCarrier carrier()
    {
        const QStringList names{u"Beispiel Telekom"_s, u"BEISPIEL telekom"_s, u"Andere AG"_s};
        return {names.at(below(3)), QString::number(below(2)), {}, {}};
    }

    RequestNumber row()
    {
        const QStringList stems{u"+49 30 231250"_s, u"+49 800 33010"_s, u"+33 1 42 68 53 "_s, u"+44 20 7946 00"_s};
        const QString stem = stems.at(below(4));
        RequestNumber row;
        if (oneIn(4))
            row.range = u"%1%2-%3"_s.arg(stem).arg(m_next * 5 % 90, 2, 10, QChar(u'0')).arg(m_next * 5 % 90 + 4, 2, 10, QChar(u'0'));
        else
            row.number = u"%1%2"_s.arg(stem).arg(below(100), 2, 10, QChar(u'0'));
        ++m_next;
        row.address = oneIn(3) ? u"shop"_s : u"hq"_s;
        if (oneIn(3))
            row.losingCarrier = carrier();
        return row;
    }

    Request request()
    {
        Request request =
            RequestBuilder().address({u"shop"_s, {{u"Ring 1"_s}, {}, u"Köln"_s, {}, u"50667"_s, u"DE"_s}}).noNumbers().build();
        for (int i = below(12) + 2; i > 0; --i)
            add(request);
        return request;
    }

    /// Adds a row whose numbers the request does not have yet: duplicates are errors, not numbers.
    void add(Request &request)
    {
        Request longer = request;
        longer.numbers.append(row());
        if (!hasErrors(resolveNumbers(longer).problems))
            request = longer;
    }

    void change(Request &request)
    {
        for (int i = below(4) + 1; i > 0; --i) {
            const int row = request.numbers.isEmpty() ? 0 : below(int(request.numbers.size()));
            switch (request.numbers.isEmpty() ? 0 : below(5)) {
            case 0:
                add(request);
                break;
            case 1:
                request.numbers.removeAt(row);
                break;
            case 2:
                request.numbers[row].losingCarrier = carrier();
                break;
            case 3:
                request.losingCarrier = carrier();
                break;
            default:
                request.owner.phone = u"+4930%1"_s.arg(below(10000));
                break;
            }
        }
        if (request.numbers.isEmpty())
            add(request);
    }

    void correct(RequestDesk &desk)
    {
        for (qsizetype i = 0; i < desk.cases.size(); ++i) {
            if (desk.cases.at(i).stage != Stage::Returned || oneIn(2))
                continue;
            switch (below(3)) {
            case 0:
                desk.act(i, u"correct"_s, {{u"/losingCarrier/pin"_s, QString::number(++m_pin)}});
                break;
            case 1:
                desk.act(i, u"correct"_s, {{u"/losingCarrier/accountNumber"_s, u"own %1"_s.arg(++m_pin)}});
                break;
            default:
                desk.act(i, u"correct"_s, {{u"/numbers/0/pin"_s, QString::number(++m_pin)}});
                break;
            }
        }
    }

private:
    QRandomGenerator m_random;
    int m_next = 0;
    int m_pin = 0;
};

QSet<QString> numbersOf(const Request &request)
{
    QSet<QString> numbers;
    for (const ResolvedNumber &number : resolveNumbers(request).numbers)
        numbers.insert(number.phone.e164);
    return numbers;
}

/// "" or what is wrong with the division.
QString mistakeIn(const RequestDesk &desk, const Request &request)
{
    QHash<QString, QString> holders;
    for (const Case &portCase : desk.cases) {
        if (portCase.numbers.size() != portCase.request.numbers.size())
            return u"%1: numbers and request differ"_s.arg(portCase.reference);
        for (qsizetype i = 0; i < portCase.numbers.size(); ++i) {
            const QString &number = portCase.numbers.at(i).e164;
            if (number != portCase.request.numbers.at(i).number)
                return u"%1: row %2 is another number"_s.arg(portCase.reference).arg(i);
            if (holders.contains(number))
                return u"%1 is in %2 and in %3"_s.arg(number, holders.value(number), portCase.reference);
            holders.insert(number, portCase.reference);
        }
    }
    for (const QString &number : numbersOf(request)) {
        if (!holders.contains(number))
            return u"%1 is lost"_s.arg(number);
    }
    const QSet<QString> wanted = numbersOf(request);
    for (const Case &portCase : desk.cases) {
        for (const CaseNumber &number : portCase.numbers) {
            if ((portCase.stage == Stage::Draft || portCase.stage == Stage::Returned) && !wanted.contains(number.e164))
                return u"%1 is in %2 and no longer in the request"_s.arg(number.e164, portCase.reference);
        }
    }
    return {};
}

} // namespace

void TestRequestChances::everyNumberIsInOneCase()
{
    QFETCH(quint32, seed);
    Chance chance(seed);
    Request request = chance.request();
    RequestDesk desk(request);
    QVERIFY2(mistakeIn(desk, request).isEmpty(), qPrintable(mistakeIn(desk, request)));
    for (qsizetype i = 0; i < desk.cases.size(); ++i) {
        if (!chance.oneIn(4))
            desk.giveBack(i);
    }
    for (int round = 0; round < 6; ++round) {
        chance.correct(desk);
        QHash<QString, QStringList> own;
        for (const Case &portCase : std::as_const(desk.cases))
            own.insert(portCase.reference,
                       {portCase.request.losingCarrier.pin, portCase.request.losingCarrier.accountNumber, portCase.overridden.join(u' ')});
        chance.change(request);
        desk.change(request);
        QVERIFY2(mistakeIn(desk, request).isEmpty(), qPrintable(mistakeIn(desk, request)));
        for (const Case &portCase : std::as_const(desk.cases)) {
            const QStringList before = own.value(portCase.reference);
            if (before.isEmpty() || portCase.stage == Stage::Cancelled)
                continue;
            if (before.at(2).contains(u"/losingCarrier/pin"_s))
                QCOMPARE(portCase.request.losingCarrier.pin, before.at(0));
            if (before.at(2).contains(u"/losingCarrier/accountNumber"_s))
                QCOMPARE(portCase.request.losingCarrier.accountNumber, before.at(1));
        }
        // The same request once more changes nothing.
        const RequestChange again = desk.change(request);
        QVERIFY(again.changed.isEmpty() && again.opened.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestRequestChances)
#include "tst_requestchances.moc"

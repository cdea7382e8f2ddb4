// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/papers/samplepapers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk::Test {

namespace {

/// Numbers of two areas as a bill prints them: the code once, then the numbers without it.
struct LocalNumbers {
    QString language, label; ///< "de", "Vorwahl"
    QString calling;         ///< "+49"
    struct Area {
        QString code, dropped; ///< "0221", and without what is not dialled from abroad "221"
        QStringList locals;
    };
    Area first, second;
    QString invoice;   ///< looks like a local number and is none
    bool cells = false; ///< codes in a column of their own
};

QList<LocalNumbers> localNumbers()
{
    return {{u"de"_s, u"Vorwahl"_s, u"+49"_s, {u"0221"_s, u"221"_s, {u"90 98 76"_s, u"90 98 77"_s, u"91 23 40"_s}}, {u"089"_s, u"89"_s, {u"1234 5670"_s, u"1234 5671"_s}}, u"909811"_s},
            {u"en"_s, u"Area code"_s, u"+44"_s, {u"0161"_s, u"161"_s, {u"496 0102"_s, u"496 0103"_s, u"496 0377"_s}}, {u"020"_s, u"20"_s, {u"7946 0018"_s, u"7946 0019"_s}}, u"4960111"_s, true},
            {u"es"_s, u"Prefijo"_s, u"+34"_s, {u"955"_s, u"955"_s, {u"01 22 33"_s, u"01 22 34"_s, u"01 77 90"_s}}, {u"91"_s, u"91"_s, {u"012 34 57"_s, u"012 34 58"_s}}, u"012255"_s},
            {u"it"_s, u"Prefisso"_s, u"+39"_s, {u"055"_s, u"055"_s, {u"234 5678"_s, u"234 5679"_s, u"234 9001"_s}}, {u"02"_s, u"02"_s, {u"1234 5680"_s, u"1234 5681"_s}}, u"2345600"_s}};
}

class LocalBill
{
public:
    LocalBill(const Persona &persona, const LocalNumbers &numbers) : p(persona), n(numbers)
    {
        paper.kind = u"bill"_s;
        paper.language = p.language;
        paper.name = u"%1 bill local"_s.arg(p.language);
        put(60, 60, p.carrier, 16);
        put(60, 115, p.words.bill, 14);
        address();
        values();
        double y = 270;
        put(60, y, n.cells ? n.label : p.words.number, 9);
        if (n.cells)
            put(160, y, p.words.number, 9);
        list(n.first, y);
        list(n.second, y);
        put(60, y + 40, p.words.filler.left(80), 9);
        traps();
    }

    SamplePaper paper;

private:
    const Persona &p;
    const LocalNumbers &n;

    void put(double x, double y, const QString &text, double size = 10) { paper.lines.append({x, y, text, size, size > 12}); }

    void fact(FactKind kind, const QString &id, const QString &expected, Verdict verdict, QDate day = {})
    {
        paper.facts.append({id, kind, expected, {}, p.country, day});
        paper.truth.append(verdict);
    }

    void number(const LocalNumbers::Area &area, QString local, Verdict verdict)
    {
        const QString e164 = n.calling + area.dropped + local.remove(u' ');
        fact(FactKind::Number, u"number:"_s + e164, e164, verdict);
    }

    void address()
    {
        put(60, 164, p.owner);
        put(60, 178, p.street);
        put(60, 192, p.place);
        fact(FactKind::Owner, u"owner"_s, p.owner, Verdict::Match);
        fact(FactKind::Street, u"street:hq"_s, p.street, Verdict::Match);
        fact(FactKind::Place, u"place:hq"_s, p.place, Verdict::Match);
    }

    void values()
    {
        const QList<std::pair<QString, QString>> rows{{p.words.account, p.account}, {p.words.billDate, p.billedWritten}, {p.words.invoice, n.invoice}};
        for (qsizetype i = 0; i < rows.size(); ++i) {
            put(320, 150 + 16 * double(i), rows.at(i).first, 9);
            put(440, 150 + 16 * double(i), rows.at(i).second);
        }
        fact(FactKind::AccountNumber, u"account"_s, p.account, Verdict::Match);
        fact(FactKind::BillDate, u"bill-date"_s, p.billed.toString(Qt::ISODate), Verdict::Match, p.billed);
    }

    void list(const LocalNumbers::Area &area, double &y)
    {
        if (!n.cells)
            put(60, y += 24, n.label + u' ' + area.code);
        for (const QString &local : area.locals) {
            y += 16;
            if (n.cells)
                put(60, y, area.code);
            put(n.cells ? 160 : 60, y, local);
            put(260, y, u"Basic"_s);
            put(340, y, u"13,50"_s);
            if (local != n.first.locals.last()) // of which a changed one is asked for
                number(area, local, Verdict::Match);
        }
    }

    /// The second list's numbers in the first area, the invoice's number as one, and a digit changed.
    void traps()
    {
        number(n.second, n.first.locals.first(), Verdict::NotShown);
        number(n.first, n.second.locals.first(), Verdict::NotShown);
        number(n.first, n.invoice, Verdict::NotShown);
        number(n.second, n.invoice, Verdict::NotShown);
        QString changed = n.first.locals.last();
        changed[changed.size() - 2] = QChar(u'0' + (changed.at(changed.size() - 2).digitValue() + 3) % 10);
        number(n.first, changed, Verdict::Differs);
    }
};

} // namespace

QList<SamplePaper> localPapers()
{
    QList<SamplePaper> papers;
    const QList<Persona> all = personas();
    for (const LocalNumbers &numbers : localNumbers()) {
        const auto persona = std::find_if(all.cbegin(), all.cend(), [&](const Persona &p) { return p.language == numbers.language; });
        papers.append(LocalBill(*persona, numbers).paper);
    }
    return papers;
}

} // namespace PortDesk::Test

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/papers/samplepapers.h"

using namespace Qt::StringLiterals;

namespace PortDesk::Test {

namespace {

/// Which differences are planted.
enum class Planted { Nothing, First, Second };

/// Puts lines on a page and remembers what they show.
class Composer
{
public:
    Composer(const Persona &persona, const QString &kind, Planted planted) : p(persona), m_planted(planted)
    {
        paper.kind = kind;
        paper.language = persona.language;
        const QString how = planted == Planted::Nothing ? u"right"_s : planted == Planted::First ? u"changed"_s : u"other"_s;
        paper.name = u"%1 %2 %3"_s.arg(persona.language, kind, how);
    }

    SamplePaper paper;

    void bill(bool twoColumns)
    {
        paper.twoColumns = twoColumns;
        letterhead(p.words.bill);
        address(150);
        values(150);
        numbers(270, twoColumns ? 60 : 90);
        put(60, 480, p.words.total + u"  79,50"_s, 11, true);
        filler(twoColumns ? 270 : 520, twoColumns ? 330 : 60, twoColumns ? 40 : 85, twoColumns ? 16 : 10);
        dates();
    }

    void record()
    {
        letterhead(p.words.record);
        put(60, 140, p.words.customer, 9);
        put(220, 140, ownerPrinted());
        put(60, 158, p.words.serviceAddress, 9);
        put(220, 158, streetPrinted());
        put(220, 172, placePrinted());
        put(60, 196, p.words.account, 9);
        put(220, 196, accountPrinted());
        put(60, 212, p.words.billingNumber, 9);
        put(220, 212, p.billing.written);
        numbers(260, 60);
        addressFacts();
        fact(FactKind::AccountNumber, u"account"_s, p.account, m_planted == Planted::Second ? Verdict::Differs : Verdict::Match);
        fact(FactKind::BillingNumber, u"billing"_s, p.billing.e164, Verdict::Match);
    }

    void letter()
    {
        put(60, 80, p.words.letter, 16, true);
        put(60, 120, p.words.customer, 9);
        put(220, 120, ownerPrinted());
        put(220, 134, streetPrinted());
        put(220, 148, placePrinted());
        put(60, 172, p.words.account, 9);
        put(220, 172, accountPrinted());
        QStringList written;
        for (const PrintedNumber &number : p.numbers)
            written << (m_planted == Planted::Second && number.e164 == p.changed.e164 ? p.changed.written : number.written);
        const double end = wrap(60, 210, p.words.sentence.arg(p.carrier, written.join(u", "_s)), 78);
        const double low = end + 60;
        put(60, low, p.words.placeDate, 8);
        put(220, low, m_planted == Planted::Second ? QString(p.letterDayWritten).replace(u"16"_s, u"06"_s) : p.letterDayWritten);
        put(60, low + 40, p.words.signature, 8);
        put(220, low + 40, m_planted == Planted::First ? p.ownerOther : p.person);
        addressFacts();
        fact(FactKind::AuthorisedPerson, u"person"_s, p.person, m_planted == Planted::First ? Verdict::NotShown : Verdict::Match);
        fact(FactKind::AccountNumber, u"account"_s, p.account, m_planted == Planted::Second ? Verdict::Differs : Verdict::Match);
        fact(FactKind::CarrierName, u"carrier"_s, p.carrier, Verdict::Match);
        numberFacts(false);
        fact(FactKind::LoaDate, u"loa-date"_s, p.letterDay.toString(Qt::ISODate), m_planted == Planted::Second ? Verdict::Differs : Verdict::Match, p.letterDay);
    }

private:
    const Persona &p;
    Planted m_planted;

    void put(double x, double y, const QString &text, double size = 10, bool bold = false) { paper.lines.append({x, y, text, size, bold}); }

    void fact(FactKind kind, const QString &id, const QString &expected, Verdict verdict, QDate day = {})
    {
        paper.facts.append({id, kind, expected, {}, p.country, day});
        paper.truth.append(verdict);
    }

    QString ownerPrinted() const { return m_planted == Planted::First ? p.ownerOther : m_planted == Planted::Second ? p.ownerWritten : p.owner; }
    QString streetPrinted() const { return m_planted == Planted::First ? p.streetOther : m_planted == Planted::Second ? p.streetWritten : p.street; }
    QString placePrinted() const { return m_planted == Planted::Second ? p.placeOther : m_planted == Planted::First ? p.placeWritten : p.place; }
    QString accountPrinted() const { return m_planted == Planted::Second ? p.accountOther : m_planted == Planted::First ? p.accountWritten : p.account; }

    void letterhead(const QString &title)
    {
        put(60, 60, p.carrier, 16, true);
        put(60, 76, p.carrier + u", "_s + p.carrierAddress, 7);
        put(60, 115, title, 14, true);
    }

    void address(double y)
    {
        put(60, y, p.words.customer, 8);
        put(60, y + 14, ownerPrinted());
        put(60, y + 28, streetPrinted());
        put(60, y + 42, placePrinted());
        addressFacts();
        fact(FactKind::CarrierName, u"carrier"_s, p.carrier, Verdict::Match);
    }

    void addressFacts()
    {
        fact(FactKind::Owner, u"owner"_s, p.owner, m_planted == Planted::First ? Verdict::Differs : Verdict::Match);
        fact(FactKind::Street, u"street:hq"_s, p.street, m_planted == Planted::First ? Verdict::Differs : Verdict::Match);
        fact(FactKind::Place, u"place:hq"_s, p.place, m_planted == Planted::Second ? Verdict::Differs : Verdict::Match);
    }

    void values(double y)
    {
        const QList<std::pair<QString, QString>> rows{{p.words.account, accountPrinted()},
                                                      {p.words.billDate, m_planted == Planted::Second ? p.otherDayWritten : p.billedWritten},
                                                      {p.words.due, p.dueWritten},
                                                      {p.words.invoice, u"R2026/10-55821"_s},
                                                      {p.words.billingNumber, p.billing.written}};
        for (qsizetype i = 0; i < rows.size(); ++i) {
            put(320, y + 16 * double(i), rows.at(i).first, 9);
            put(440, y + 16 * double(i), rows.at(i).second);
        }
        fact(FactKind::AccountNumber, u"account"_s, p.account, m_planted == Planted::Second ? Verdict::Differs : Verdict::Match);
        fact(FactKind::BillingNumber, u"billing"_s, p.billing.e164, Verdict::Match);
    }

    void numbers(double y, double x)
    {
        put(x, y, p.words.number, 9, true);
        put(x + 145, y, p.words.plan, 9, true);
        put(x + 210, y, p.words.amount, 9, true);
        double row = y + 18;
        for (const PrintedNumber &number : p.numbers) {
            put(x, row, m_planted != Planted::Nothing && number.e164 == p.changed.e164 ? p.changed.written : number.written);
            put(x + 145, row, u"Basic %1"_s.arg(int(row) % 7));
            put(x + 210, row, u"1%1,50"_s.arg(int(row) % 9));
            row += 16;
        }
        put(x, row, p.range);
        numberFacts(true);
    }

    void numberFacts(bool range)
    {
        const bool changed = m_planted == Planted::Second || (m_planted == Planted::First && range);
        for (const PrintedNumber &number : p.numbers)
            fact(FactKind::Number, u"number:"_s + number.e164, number.e164, changed && number.e164 == p.changed.e164 ? Verdict::Differs : Verdict::Match);
        for (const QString &number : p.inRange) {
            if (range)
                fact(FactKind::Number, u"number:"_s + number, number, Verdict::Match);
        }
        fact(FactKind::Number, u"number:"_s + p.absent.e164, p.absent.e164, Verdict::NotShown);
    }

    void dates()
    {
        fact(FactKind::BillDate, u"bill-date"_s, p.billed.toString(Qt::ISODate), m_planted == Planted::Second ? Verdict::Differs : Verdict::Match, p.billed);
    }

    double wrap(double x, double y, const QString &text, qsizetype letters)
    {
        QString line;
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words) {
            if (line.size() + word.size() + 1 > letters) {
                put(x, y, line);
                y += 14;
                line.clear();
            }
            line += (line.isEmpty() ? QString() : u" "_s) + word;
        }
        put(x, y, line);
        return y + 14;
    }

    void filler(double y, double x, qsizetype letters, int sentences)
    {
        QString text;
        for (int i = 0; i < sentences / 2; ++i)
            text += p.words.filler + u' ';
        wrap(x, y, text, letters);
    }
};

} // namespace

QList<SamplePaper> localPapers();

QList<SamplePaper> samplePapers()
{
    QList<SamplePaper> papers;
    const QList<Persona> all = personas();
    for (const Persona &persona : all) {
        for (const Planted planted : {Planted::Nothing, Planted::First, Planted::Second}) {
            Composer bill(persona, u"bill"_s, planted);
            bill.bill(planted == Planted::First);
            papers.append(bill.paper);
        }
        for (const Planted planted : {Planted::Nothing, Planted::Second}) {
            Composer record(persona, u"csr"_s, planted);
            record.record();
            papers.append(record.paper);
        }
        for (const Planted planted : {Planted::First, Planted::Second}) {
            Composer letter(persona, u"loa"_s, planted);
            letter.letter();
            papers.append(letter.paper);
        }
    }
    return papers + localPapers();
}

} // namespace PortDesk::Test

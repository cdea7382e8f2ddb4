// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/fieldcheck.h"

#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace PortDesk;

/// Our check digits against python3-stdnum: random and mutated ids, one child for all of them, verdicts compared scheme by scheme.
class TestStdnum : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySchemeWithACheckDigitIsCompared();
    void verdictsAgree_data();
    void verdictsAgree();
    void policiesAreReal_data();
    void policiesAreReal();

private:
    struct Answer {
        QString value;
        bool ours = false;
        bool theirs = false;
    };
    QHash<QString, QList<Answer>> m_answers;
    QSet<QString> m_unknown; ///< schemes stdnum has no rule for
};

namespace {

/// Where we differ on purpose. A difference is allowed only for values of this form and in this direction.
struct Policy {
    const char *scheme;
    const char *form;
    bool oursTakes;
    const char *sample; ///< a value on which the two differ, so that the row is real
    const char *why;
};

constexpr Policy policies[] = {
    {"be.vat", R"(^(BE)?(\d{9}|[2-9]\d{9})$)", false, "428759497", "the register has given ten digits beginning with 0 or 1 since 2005"},
    {"be.vat", R"((98|99|00)$)", false, "1000002098", "the two check digits run from 01 to 97"},
    {"bg.eik", R"(^(BG)?\d{10}$)", false, "1755074752", "ten digits are a person's number"},
    {"bg.eik", R"(^(BG)?\d{13}$)", true, "1750747520001", "a branch has four more digits"},
    {"br.cnpj", R"([A-Z])", true, "12ABC34501DE35", "letters are given since July 2026"},
    {"cz.ico", R"(^(CZ)?\d{9,10}$)", false, "251230891", "nine and ten digits are a person's number"},
    {"cz.ico", R"(^(CZ)?9\d{7}$)", true, "95123890", "only the tax number may not begin with 9"},
    {"de.vat", R"(^\d{9}$)", false, "136695976", "DE belongs to it: nine digits alone may be a local tax number"},
    {"do.rnc", R"(^101581601$)", false, "101581601", "one of the numbers the tax office gave against its own rule: the warning can be confirmed"},
    {"es.cif", R"(^[NPQRSW]\d{8}$)", false, "S99216582", "these kinds of entity carry the letter"},
    {"es.cif", R"(^[ABEH](?!00)\d{7}[A-J]$)", false, "H8412142E", "these kinds carry the digit unless not resident"},
    {"es.vat", R"(^(ES)?[NPQRSW]\d{8}$)", false, "ESN99216582", "these kinds of entity carry the letter"},
    {"es.vat", R"(^(ES)?[ABEH](?!00)\d{7}[A-J]$)", false, "B2009417C", "these kinds carry the digit unless not resident"},
    {"fr.vat", R"(^[0-9A-HJ-NP-Z]{2}\d{9}$)", false, "44732829320", "FR belongs to it"},
    {"hu.adoszam", R"(^(HU)?\d{11}$)", true, "12892312242", "the VAT code and the county may follow"},
    {"ie.vat", R"(^(IE)?\d[A-Z]\d{5}[A-W]{2}$)", false, "8D79739IA", "old numbers have one letter at the end"},
    {"in.gstin", R"(^(38|97))", true, "38AAPFU1326F8ZU", "Ladakh and the other territory are newer than their list"},
    {"kr.brn", R"(^\d{10}$)", false, "1168200275", "their version does not compute the check digit"},
    {"lu.vat", R"(^\d{8}$)", false, "15027442", "LU belongs to it"},
    {"mx.rfc", R"(^MAME)", true, "MAME561231GR0", "a name nobody is given is no slip of the finger"},
    {"nl.btw", R"(^\d{9}B\d{2}$)", false, "004495445B01", "NL belongs to it"},
    {"nl.btw", R"(^(NL)?\d{1,8}B\d{2}$)", false, "NL04495445B01", "the nine digits are written with their noughts"},
    {"se.orgnr", R"(^\d\d[01]\d{7}$)", false, "9700418149", "a low third digit is a person's number"},
    {"sg.uen", R"(^(20(2[7-9]|[3-9]\d)|2[1-9]\d\d|[3-9]\d{3})\d{5}[A-Z]$)", true, "209911435E", "the year of registration is not compared with today"},
    {"sg.uen", R"(^T(2[7-9]|[3-9]\d))", true, "T95FC0121E", "the year of registration is not compared with today"},
    {"sk.icdph", R"(^(SK)?(0|\d\d[0156]))", false, "6257138074", "a birth number is no VAT number"},
};

struct Seeds {
    const char *scheme;
    QStringList samples;
};

/// Valid ids of every form a scheme has; their shapes are what random ids are made of.
const QList<Seeds> &seeds()
{
    static const QList<Seeds> list{
        {"ar.cuit", {u"20055361682"_s}},
        {"at.uid", {u"ATU13585627"_s, u"U13585627"_s}},
        {"au.abn", {u"83914571673"_s}},
        {"au.acn", {u"004085616"_s}},
        {"be.vat", {u"0428759497"_s, u"BE0428759497"_s}},
        {"bg.eik", {u"175074752"_s}},
        {"br.cnpj", {u"16727230000197"_s, u"12ABC34501DE35"_s}},
        {"br.cpf", {u"39053344705"_s}},
        {"ca.bn", {u"123026635"_s, u"123026635RC0001"_s}},
        {"ch.uid", {u"CHE100155212"_s}},
        {"cl.rut", {u"125319092"_s, u"76086428K"_s}},
        {"co.nit", {u"2131234321"_s}},
        {"cz.ico", {u"25123891"_s}},
        {"de.vat", {u"DE136695976"_s, u"136695976"_s}},
        {"dk.cvr", {u"13585628"_s}},
        {"do.rnc", {u"101850043"_s}},
        {"ee.kmkr", {u"100931558"_s}},
        {"es.cif", {u"J99216582"_s, u"A58818501"_s, u"R6781562C"_s}},
        {"es.nif", {u"54362315K"_s, u"X2482300W"_s, u"K1234567L"_s}},
        {"es.vat", {u"ESJ99216582"_s, u"54362315K"_s, u"X2482300W"_s}},
        {"fi.ytunnus", {u"20774740"_s}},
        {"fr.siren", {u"732829320"_s}},
        {"fr.siret", {u"73282932000074"_s, u"35600000000010"_s}},
        {"fr.vat", {u"FR44732829320"_s, u"FRK7399859412"_s}},
        {"gb.vat", {u"980780684"_s, u"GB980780684"_s, u"980780684001"_s, u"GD123"_s}},
        {"gr.afm", {u"023456780"_s, u"EL094259216"_s, u"23456780"_s}},
        {"hr.oib", {u"33392005961"_s}},
        {"hu.adoszam", {u"12892312"_s}},
        {"ie.vat", {u"6433435F"_s, u"6433435OA"_s, u"8D79739I"_s}},
        {"il.hp", {u"516179157"_s}},
        {"in.gstin", {u"27AAPFU0939F1ZV"_s}},
        {"it.codice-fiscale", {u"RCCMNL83S18D969H"_s, u"00743110157"_s}},
        {"it.partita-iva", {u"00743110157"_s}},
        {"jp.cn", {u"5835678256246"_s}},
        {"kr.brn", {u"1168200276"_s}},
        {"lu.vat", {u"LU15027442"_s}},
        {"mx.rfc", {u"GODE561231GR8"_s, u"MAB9307148T4"_s}},
        {"nl.btw", {u"NL004495445B01"_s, u"NL002455799B11"_s}},
        {"no.orgnr", {u"988077917"_s}},
        {"pe.ruc", {u"20512333797"_s}},
        {"pl.nip", {u"8567346215"_s}},
        {"pl.tax", {u"8567346215"_s, u"44051401359"_s}},
        {"pt.nif", {u"501964843"_s}},
        {"ro.cui", {u"18547290"_s, u"1854729"_s}},
        {"se.orgnr", {u"1234567897"_s}},
        {"se.subscriber", {u"161234567897"_s, u"000012345678"_s}},
        {"sg.uen", {u"00192200M"_s, u"197401143C"_s, u"S16FC0121D"_s}},
        {"si.ddv", {u"50223054"_s}},
        {"sk.icdph", {u"2022749619"_s}},
        {"tr.tax", {u"4540536920"_s, u"17291716060"_s}},
        {"tr.vkn", {u"4540536920"_s}},
        {"tw.ubn", {u"00501503"_s}},
        {"us.ein", {u"911144442"_s}},
        {"za.idnr", {u"7503305044089"_s}},
    };
    return list;
}

FieldRule ruleFor(const QString &scheme)
{
    FieldRule rule;
    rule.checksum = scheme;
    for (const IdScheme &known : idSchemes()) {
        if (known.name == scheme)
            rule.pattern = known.pattern;
    }
    return rule;
}

/// Makes ids; the same seed makes the same ids on every machine.
class Generator
{
public:
    explicit Generator(quint32 seed) : m_random(seed) {}

    /// A value of the sample's shape: few or many other digits, now and then another letter.
    QString shaped(const QString &sample)
    {
        const int kept = m_random.bounded(4); // quarters
        QString value = sample;
        for (QChar &c : value) {
            if (c.isDigit() && m_random.bounded(4) >= kept)
                c = digit();
            else if (!c.isDigit() && m_random.bounded(4) == 0)
                c = letter();
        }
        return value;
    }

    /// One slip of the finger: another character, two changed places, one lost, one too many.
    QString mistyped(const QString &value)
    {
        QString result = value;
        const auto at = m_random.bounded(int(value.size()));
        switch (m_random.bounded(5)) {
        case 0: std::swap(result[at], result[(at + 1) % result.size()]); break;
        case 1: result.remove(at, 1); break;
        case 2: result.insert(at, digit()); break;
        case 3: result[at] = letter(); break;
        default: result[at] = digit(); break;
        }
        return result;
    }

    /// The value with every digit, or every character when it ends with a letter, in its last place.
    static QStringList endings(const QString &value)
    {
        const QString all = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
        QStringList list;
        for (const QChar c : value.back().isDigit() ? all.first(10) : all)
            list.append(value.chopped(1) + c);
        return list;
    }

private:
    QChar digit() { return QChar(u'0' + m_random.bounded(10)); }
    QChar letter() { return QChar(u'A' + m_random.bounded(26)); }

    QRandomGenerator m_random;
};

QStringList idsFor(const Seeds &seed, const FieldRule &rule)
{
    Generator make(2026u + qChecksum(QByteArrayView(seed.scheme)));
    QStringList ids = seed.samples;
    for (const QString &sample : seed.samples) {
        for (int i = 0; i < 200; ++i)
            ids.append(make.mistyped(sample));
        for (int i = 0; i < 150; ++i)
            ids.append(make.shaped(sample));
        int found = 0;
        for (int i = 0; i < 600 && found < 40; ++i) {
            for (const QString &value : make.endings(make.shaped(sample))) {
                ids.append(value);
                if (checkField(rule, value) == FieldVerdict::Ok) {
                    ++found;
                    ids.append(make.mistyped(value));
                }
            }
        }
    }
    for (const Policy &policy : policies) {
        if (QLatin1StringView(policy.scheme) == QLatin1StringView(seed.scheme))
            ids.append(QString::fromLatin1(policy.sample));
    }
    ids.removeDuplicates();
    ids.removeAll(QString());
    return ids;
}

bool allowed(const QString &scheme, const QString &value, bool ours)
{
    return std::any_of(std::begin(policies), std::end(policies), [&](const Policy &policy) {
        return scheme == QLatin1StringView(policy.scheme) && ours == policy.oursTakes
            && QRegularExpression(QString::fromLatin1(policy.form)).match(value).hasMatch();
    });
}

} // namespace

void TestStdnum::initTestCase()
{
    QByteArray question;
    QList<std::pair<QString, QString>> asked;
    for (const Seeds &seed : seeds()) {
        const QString scheme = QString::fromLatin1(seed.scheme);
        for (const QString &value : idsFor(seed, ruleFor(scheme))) {
            asked.append({scheme, value});
            question += scheme.toUtf8() + '\t' + value.toUtf8() + '\n';
        }
    }
    QProcess oracle;
    oracle.start(u"" PORTDESK_PYTHON ""_s, {u"" PORTDESK_SOURCE_DIR "/tests/core/stdnum_oracle.py"_s});
    QVERIFY2(oracle.waitForStarted(), qPrintable(oracle.errorString()));
    oracle.write(question);
    oracle.closeWriteChannel();
    QVERIFY2(oracle.waitForFinished(120'000) && oracle.exitCode() == 0, oracle.readAllStandardError().constData());
    const QList<QByteArray> answers = oracle.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(answers.size(), asked.size());
    for (qsizetype i = 0; i < answers.size(); ++i) {
        const auto &[scheme, value] = asked.at(i);
        if (answers.at(i).trimmed() == "?")
            m_unknown.insert(scheme);
        m_answers[scheme].append({value, checkField(ruleFor(scheme), value) == FieldVerdict::Ok, answers.at(i).trimmed() == "1"});
    }
}

void TestStdnum::everySchemeWithACheckDigitIsCompared()
{
    const QSet<QString> without{u"date"_s, u"fr.rio"_s}; // no company or person has them
    for (const IdScheme &scheme : idSchemes()) {
        if (scheme.hasCheckDigit && !without.contains(scheme.name))
            QVERIFY2(m_answers.contains(scheme.name), qPrintable(scheme.name));
    }
    QVERIFY2(m_unknown.isEmpty(), qPrintable(QStringList(m_unknown.values()).join(u' ')));
}

void TestStdnum::verdictsAgree_data()
{
    QTest::addColumn<QString>("scheme");
    for (const Seeds &seed : seeds())
        QTest::newRow(seed.scheme) << QString::fromLatin1(seed.scheme);
}

void TestStdnum::verdictsAgree()
{
    QFETCH(QString, scheme);
    int taken = 0, refused = 0;
    QStringList differences;
    for (const Answer &answer : m_answers.value(scheme)) {
        ++(answer.theirs ? taken : refused);
        if (answer.ours != answer.theirs && !allowed(scheme, answer.value, answer.ours))
            differences.append(answer.value + (answer.ours ? u" (we take it)"_s : u" (they take it)"_s));
    }
    QVERIFY2(differences.isEmpty(), qPrintable(u"%1 differences: %2"_s.arg(differences.size()).arg(differences.first(std::min<qsizetype>(8, differences.size())).join(u", "_s))));
    QVERIFY2(taken >= 30 && refused >= 100, qPrintable(u"%1 taken, %2 refused: too few to prove anything"_s.arg(taken).arg(refused)));
}

void TestStdnum::policiesAreReal_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("sample");
    QTest::addColumn<bool>("oursTakes");
    for (const Policy &policy : policies)
        QTest::addRow("%s: %s", policy.scheme, policy.why) << QString::fromLatin1(policy.scheme) << QString::fromLatin1(policy.sample) << policy.oursTakes;
}

void TestStdnum::policiesAreReal()
{
    QFETCH(QString, scheme);
    QFETCH(QString, sample);
    const QList<Answer> answers = m_answers.value(scheme);
    const auto met = std::find_if(answers.cbegin(), answers.cend(), [&](const Answer &answer) { return answer.value == sample; });
    QVERIFY(met != answers.cend());
    QTEST(met->ours, "oursTakes");
    QCOMPARE(met->theirs, !met->ours);
}

QTEST_APPLESS_MAIN(TestStdnum)
#include "tst_stdnum.moc"

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberblob.h"
#include "core/numbers/numberdata.h"
#include "core/numbers/numberparser.h"

#include <phonenumbers/phonemetadata.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace PortDesk;
using namespace Qt::StringLiterals;
using i18n::phonenumbers::PhoneNumberUtil;

/// The number data the program brings along: taken by the library, checked, replaced, and left alone when it is unfit.
class TestNumberData : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void usesTheSuppliedData();
    void knowsNewRanges_data();
    void knowsNewRanges();
    void knowsShortCodes_data();
    void knowsShortCodes();
    void readsEveryExampleOfTheLibrary();
    void fallsBack_data();
    void fallsBack();
    void fallsBackToTheLibrary();
    void refusesUnfitFiles_data();
    void refusesUnfitFiles();
    void loadsAndDropsAFile();
    void noticesDamageAfterLoading();
    void checksHandPlacedFilesInFull();
    void hasWords();

private:
    QTemporaryDir m_home;
};

namespace {

/// The supplied data with one text replaced by another of the same length.
QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    QByteArray bytes = NumberBlob::suppliedMain();
    Q_ASSERT(from.size() == to.size() && bytes.contains(from));
    return bytes.replace(from, to);
}

QByteArray withRegions(const std::function<void(i18n::phonenumbers::PhoneMetadataCollection &)> &change)
{
    const QByteArray bytes = NumberBlob::suppliedMain();
    i18n::phonenumbers::PhoneMetadataCollection collection;
    if (!collection.ParseFromArray(bytes.constData(), int(bytes.size())))
        qFatal("the supplied number data cannot be read");
    change(collection);
    return QByteArray::fromStdString(collection.SerializeAsString());
}

QByteArray fewRegions()
{
    return withRegions([](auto &collection) { collection.mutable_metadata()->DeleteSubrange(150, collection.metadata_size() - 150); });
}

QByteArray brokenRule()
{
    return withRegions([](auto &collection) { collection.mutable_metadata(60)->mutable_mobile()->set_national_number_pattern("7(\\d{3"); });
}

QByteArray newer()
{
    return changed("2026-09-29", "2027-01-15");
}

QByteArray older()
{
    return changed("2026-09-29", "2022-10-05");
}

/// A date of its own, and without the newest area codes.
QByteArray withoutNewCodes()
{
    return withRegions([](auto &collection) {
        for (auto &region : *collection.mutable_metadata()) {
            if (region.id() == "US")
                region.mutable_fixed_line()->set_national_number_pattern("2\\d{9}");
        }
    });
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

/// A folder of its own for loaded data, and none of the machine's.
void TestNumberData::initTestCase()
{
    qputenv("XDG_DATA_HOME", m_home.filePath(u"data"_s).toUtf8());
    qputenv("XDG_DATA_DIRS", m_home.filePath(u"machine"_s).toUtf8());
    QCOMPARE(numberDataInUse().origin, NumberDataInfo::Origin::Supplied); // read once, here
}

void TestNumberData::cleanup()
{
    QVERIFY(QDir(m_home.filePath(u"data"_s)).removeRecursively());
    QVERIFY(QDir(m_home.filePath(u"machine"_s)).removeRecursively());
}

void TestNumberData::usesTheSuppliedData()
{
    const NumberDataInfo &info = numberDataInUse();
    QCOMPARE(info.origin, NumberDataInfo::Origin::Supplied);
    QCOMPARE(info.problem, QString());
    QVERIFY2(info.regions > 240, qPrintable(QString::number(info.regions)));
    QVERIFY(info.package.startsWith(u"google-libphonenumber 3."));
    QVERIFY(info.date >= QDate(2026, 9, 29));
    QCOMPARE(numberDataOfNextStart(), info);
    QVERIFY(checkNumberData(NumberBlob::suppliedMain()));
}

void TestNumberData::knowsNewRanges_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<NumberType>("type");
    // Every one of them is refused by the data of 2022 inside Debian's library: when one fails, that data is in use.
    QTest::newRow("US 983") << u"+1 983 234 5678"_s << u"US"_s << NumberType::Geographic;
    QTest::newRow("US 472") << u"+1 472 234 5678"_s << u"US"_s << NumberType::Geographic;
    QTest::newRow("US 645") << u"+1 645 234 5678"_s << u"US"_s << NumberType::Geographic;
    QTest::newRow("CA 942") << u"+1 942 234 5678"_s << u"CA"_s << NumberType::Geographic;
    QTest::newRow("CA 257") << u"+1 257 234 5678"_s << u"CA"_s << NumberType::Geographic;
    QTest::newRow("JP 060") << u"+81 60-1234-5678"_s << u"JP"_s << NumberType::Mobile;
    QTest::newRow("Benin, ten digits") << u"+229 01 95 12 34 56"_s << u"BJ"_s << NumberType::Mobile;
    QTest::newRow("Benin, ten digits, fixed") << u"+229 01 20 21 12 34"_s << u"BJ"_s << NumberType::Geographic;
}

void TestNumberData::knowsNewRanges()
{
    QFETCH(QString, text);
    const PhoneNumber number = parseNumber(text, QString());
    QVERIFY(number.possible);
    QVERIFY(number.valid);
    QTEST(number.country, "country");
    QTEST(number.type, "type");
}

void TestNumberData::knowsShortCodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("reason");
    QTest::newRow("emergency DE") << u"110"_s << u"DE"_s << u"short-code"_s;
    QTest::newRow("911") << u"911"_s << u"US"_s << u"short-code"_s;
    QTest::newRow("directory IT") << u"118"_s << u"IT"_s << u"short-code"_s;
    QTest::newRow("too short and no code") << u"12345"_s << u"US"_s << u"too-short"_s;
    QTest::newRow("too short with country code") << u"+49 30 23"_s << QString() << u"too-short"_s;
}

void TestNumberData::knowsShortCodes()
{
    QFETCH(QString, text);
    QFETCH(QString, country);
    const PhoneNumber number = parseNumber(text, country);
    QVERIFY(!number.possible);
    QTEST(number.reason, "reason");
}

void TestNumberData::readsEveryExampleOfTheLibrary()
{
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    static const QHash<int, QList<NumberType>> expected{
        {PhoneNumberUtil::FIXED_LINE, {NumberType::Geographic}},    {PhoneNumberUtil::MOBILE, {NumberType::Mobile}},
        {PhoneNumberUtil::TOLL_FREE, {NumberType::TollFree}},       {PhoneNumberUtil::PREMIUM_RATE, {NumberType::Premium}},
        {PhoneNumberUtil::SHARED_COST, {NumberType::SharedCost}},   {PhoneNumberUtil::VOIP, {NumberType::Voip}},
        {PhoneNumberUtil::PERSONAL_NUMBER, {NumberType::National}}, {PhoneNumberUtil::UAN, {NumberType::National}}};
    std::set<std::string> regions;
    util.GetSupportedRegions(&regions);
    QVERIFY(regions.size() > 240);
    int examples = 0;
    for (const std::string &region : regions) {
        for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
            i18n::phonenumbers::PhoneNumber example;
            if (!util.GetExampleNumberForType(region, PhoneNumberUtil::PhoneNumberType(it.key()), &example))
                continue;
            ++examples;
            std::string e164;
            util.Format(example, PhoneNumberUtil::E164, &e164);
            const PhoneNumber number = parseNumber(QString::fromStdString(e164), QString());
            const QString what = QString::fromStdString(region) + u' ' + number.e164 + u' ' + numberTypeKey(number.type);
            QVERIFY2(number.possible && number.valid && number.e164 == QString::fromStdString(e164), qPrintable(what));
            // Where fixed and mobile numbers share their ranges, both count as geographic.
            const bool shared =
                util.GetNumberType(example) == PhoneNumberUtil::FIXED_LINE_OR_MOBILE && number.type == NumberType::Geographic;
            QVERIFY2(it.value().contains(number.type) || shared, qPrintable(what));
        }
    }
    QVERIFY2(examples > 1000, qPrintable(QString::number(examples)));
}

void TestNumberData::fallsBack_data()
{
    QTest::addColumn<QByteArray>("loaded");
    QTest::addColumn<bool>("taken");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("newer") << newer() << true;
    QTest::newRow("text") << QByteArray("numbers") << false;
    QTest::newRow("cut off") << NumberBlob::suppliedMain().first(100'000) << false;
    QTest::newRow("few regions") << fewRegions() << false;
    QTest::newRow("zeros") << QByteArray(50'000, '\0') << false;
    QTest::newRow("a broken rule") << brokenRule() << false;
    QTest::newRow("too old to know +1 983") << withoutNewCodes() << false;
}

void TestNumberData::fallsBack()
{
    QFETCH(QByteArray, loaded);
    QFETCH(bool, taken);
    const NumberBlob::Blob blob = NumberBlob::choose({loaded, {}}, NumberBlob::suppliedMain());
    QCOMPARE(blob.info.origin, taken ? NumberDataInfo::Origin::Loaded : NumberDataInfo::Origin::Supplied);
    QCOMPARE(QByteArray(static_cast<const char *>(blob.data), blob.size), taken ? loaded : NumberBlob::suppliedMain());
    QCOMPARE(blob.info.problem.isEmpty(), taken || loaded.isEmpty());
}

void TestNumberData::fallsBackToTheLibrary()
{
    for (const QByteArray &supplied : {QByteArray(), QByteArray("x"), fewRegions()}) {
        const NumberBlob::Blob blob = NumberBlob::choose({}, supplied);
        QCOMPARE(blob.info.origin, NumberDataInfo::Origin::Library);
        QVERIFY(blob.info.regions > 200);
        QVERIFY(!blob.info.problem.isEmpty());
        const QByteArray own(static_cast<const char *>(blob.data), blob.size);
        QVERIFY(NumberBlob::describe(own).regions > 200);
        QVERIFY(own != NumberBlob::suppliedMain());
        QVERIFY(!checkNumberData(own)); // of 2022: it does not know what is asked for
    }
}

void TestNumberData::refusesUnfitFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << u"damaged or of another kind"_s;
    QTest::newRow("text") << QByteArray("hello") << u"damaged or of another kind"_s;
    QTest::newRow("cut off") << NumberBlob::suppliedMain().first(100'000) << u"damaged or of another kind"_s;
    QTest::newRow("few regions") << fewRegions() << u"only 150 regions"_s;
    QTest::newRow("a broken rule") << brokenRule() << u"is broken"_s;
    QTest::newRow("without new codes") << withoutNewCodes() << u"9832345678 of US"_s;
    QTest::newRow("older") << older() << u"is older than the supplied one"_s;
    QTest::newRow("huge") << QByteArray(17 * 1024 * 1024, 'x') << u"too large"_s;
}

void TestNumberData::refusesUnfitFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"main.bin"_s);
    const QString kept = folder.filePath(u"kept"_s);
    QVERIFY(writeFile(file, bytes));
    const auto loaded = loadNumberData(file, kept);
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().message.contains(says), qPrintable(loaded.error().message));
    QVERIFY(!QFile::exists(kept));
}

void TestNumberData::loadsAndDropsAFile()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"given/main.bin"_s);
    QVERIFY(!loadNumberData(file)); // not there
    QVERIFY(writeFile(file, newer()));
    const auto loaded = loadNumberData(file);
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    QCOMPARE(loaded->date, QDate(2027, 1, 15));
    QCOMPARE(numberDataOfNextStart().origin, NumberDataInfo::Origin::Loaded);
    QCOMPARE(numberDataOfNextStart().date, QDate(2027, 1, 15));
    QCOMPARE(numberDataInUse().origin, NumberDataInfo::Origin::Supplied); // until the next start
    QVERIFY(loadNumberData(numberDataFolder() + u"/main.bin"_s));         // the kept copy itself
    QVERIFY(dropLoadedNumberData());
    QCOMPARE(numberDataOfNextStart().origin, NumberDataInfo::Origin::Supplied);
    QVERIFY(dropLoadedNumberData()); // nothing there is no error
}

void TestNumberData::noticesDamageAfterLoading()
{
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u"main.bin"_s), newer()));
    QVERIFY(loadNumberData(folder.filePath(u"main.bin"_s)));
    QByteArray damaged = newer();
    damaged[damaged.size() / 2] = char(damaged[damaged.size() / 2] ^ 1);
    QVERIFY(writeFile(numberDataFolder() + u"/main.bin"_s, damaged));
    const NumberDataInfo next = numberDataOfNextStart();
    QCOMPARE(next.origin, NumberDataInfo::Origin::Supplied);
    QVERIFY(next.problem.contains(u"changed or damaged"));
}

void TestNumberData::checksHandPlacedFilesInFull()
{
    QVERIFY(writeFile(numberDataFolder() + u"/main.bin"_s, brokenRule()));
    QCOMPARE(numberDataOfNextStart().origin, NumberDataInfo::Origin::Supplied);
    QVERIFY(writeFile(numberDataFolder() + u"/main.bin"_s, newer()));
    QCOMPARE(numberDataOfNextStart().origin, NumberDataInfo::Origin::Loaded);
    QVERIFY(dropLoadedNumberData());
    // For all users of the machine.
    QVERIFY(writeFile(m_home.filePath(u"machine/portdesk/numbers/main.bin"_s), newer()));
    QCOMPARE(numberDataOfNextStart().origin, NumberDataInfo::Origin::Loaded);
}

void TestNumberData::hasWords()
{
    QCOMPARE(numberDataText({NumberDataInfo::Origin::Supplied, u"google-libphonenumber 3.2.47"_s, QDate(2026, 9, 29), 254, {}}),
             u"google-libphonenumber 3.2.47 of 29 Sep 2026, supplied with PortDesk"_s);
    QCOMPARE(numberDataText({NumberDataInfo::Origin::Loaded, {}, {}, 254, {}}), u"loaded from a file"_s);
    QCOMPARE(numberDataText({NumberDataInfo::Origin::Library, {}, {}, 240, {}}), u"the library's own, of unknown date"_s);
}

QTEST_GUILESS_MAIN(TestNumberData)
#include "tst_numberdata.moc"

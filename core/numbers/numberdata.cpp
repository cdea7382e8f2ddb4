// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberdata.h"

#include "core/numbers/numberblob.h"

#include <phonenumbers/phonemetadata.pb.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

#include <array>

namespace PortDesk {

using namespace Qt::StringLiterals;
namespace lib = i18n::phonenumbers;

namespace {

constexpr qint64 kLargestFile = 16 * 1024 * 1024; ///< today's has 0.2 MB
constexpr int kFewestRegions = 200;

using Description = const lib::PhoneNumberDesc &(lib::PhoneMetadata::*)() const;

/// Numbers every number data must know. They cover all continents, the newest plans that the library's data of 2022 refuses, and a number
/// of each common type.
struct Known
{
    const char *region;
    Description type;
    QLatin1StringView national;
};

constexpr std::array kKnown{
    Known{"US", &lib::PhoneMetadata::fixed_line, "2125552671"_L1}, Known{"US", &lib::PhoneMetadata::fixed_line, "9832345678"_L1},
    Known{"US", &lib::PhoneMetadata::toll_free, "8005550199"_L1},  Known{"CA", &lib::PhoneMetadata::fixed_line, "4165550134"_L1},
    Known{"GB", &lib::PhoneMetadata::fixed_line, "2079460100"_L1}, Known{"GB", &lib::PhoneMetadata::mobile, "7400123456"_L1},
    Known{"DE", &lib::PhoneMetadata::fixed_line, "3012345678"_L1}, Known{"DE", &lib::PhoneMetadata::mobile, "15228817386"_L1},
    Known{"FR", &lib::PhoneMetadata::fixed_line, "199001234"_L1},  Known{"FR", &lib::PhoneMetadata::voip, "970123456"_L1},
    Known{"ES", &lib::PhoneMetadata::fixed_line, "912345678"_L1},  Known{"IT", &lib::PhoneMetadata::fixed_line, "0212345678"_L1},
    Known{"BR", &lib::PhoneMetadata::mobile, "11961234567"_L1},    Known{"JP", &lib::PhoneMetadata::mobile, "6012345678"_L1},
    Known{"BJ", &lib::PhoneMetadata::mobile, "0195123456"_L1},     Known{"ZA", &lib::PhoneMetadata::fixed_line, "101234567"_L1},
    Known{"AU", &lib::PhoneMetadata::mobile, "491570156"_L1},      Known{"IN", &lib::PhoneMetadata::mobile, "8123456789"_L1},
};

Error unfit(const QString &why)
{
    return {Error::Code::Invalid, u"This is no number data PortDesk can use: %1."_s.arg(why)};
}

bool matches(const lib::PhoneNumberDesc &description, const QString &national)
{
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(QString::fromStdString(description.national_number_pattern())));
    return description.has_national_number_pattern() && pattern.match(national).hasMatch();
}

bool knows(const lib::PhoneMetadata &region, const Known &known)
{
    const QString national = known.national;
    return matches(region.general_desc(), national) && matches((region.*known.type)(), national);
}

/// The first expression of a region that cannot be used, or "".
QString brokenExpression(const lib::PhoneMetadata &region)
{
    const std::array<Description, 9> types{
        &lib::PhoneMetadata::general_desc,    &lib::PhoneMetadata::fixed_line,   &lib::PhoneMetadata::mobile,
        &lib::PhoneMetadata::toll_free,       &lib::PhoneMetadata::premium_rate, &lib::PhoneMetadata::shared_cost,
        &lib::PhoneMetadata::personal_number, &lib::PhoneMetadata::voip,         &lib::PhoneMetadata::uan};
    QStringList expressions{QString::fromStdString(region.leading_digits()), QString::fromStdString(region.national_prefix_for_parsing())};
    for (const Description type : types)
        expressions.append(QString::fromStdString((region.*type)().national_number_pattern()));
    for (const lib::NumberFormat &format : region.number_format()) {
        expressions.append(QString::fromStdString(format.pattern()));
        for (const std::string &digits : format.leading_digits_pattern())
            expressions.append(QString::fromStdString(digits));
    }
    for (const QString &expression : expressions) {
        if (!QRegularExpression(expression).isValid())
            return expression;
    }
    return {};
}

Result<QByteArray> readWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Io, u"%1 could not be read: %2."_s.arg(QFileInfo(path).fileName(), file.errorString())};
    if (file.size() > kLargestFile)
        return unfit(u"it is much too large"_s);
    return file.readAll();
}

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{Error::Code::Io, u"%1 could not be written: %2."_s.arg(QDir::toNativeSeparators(path), file.errorString())};
    return {};
}

/// The checksum first: data without its own checksum is checked in full at every start, and never trusted with another's.
Result<void> keepCopy(const QString &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder + u'/' + name;
    if (auto removed = QFile::remove(path); !removed && QFile::exists(path))
        return Error{Error::Code::Io, u"%1 could not be replaced."_s.arg(QDir::toNativeSeparators(path))};
    if (auto written = writeWhole(path + u".sha256"_s, NumberBlob::checksumOf(bytes) + '\n'); !written)
        return written;
    return writeWhole(path, bytes);
}

} // namespace

QString numberDataText(const NumberDataInfo &info)
{
    const QString origin = info.origin == NumberDataInfo::Origin::Loaded     ? u"loaded from a file"_s
                           : info.origin == NumberDataInfo::Origin::Supplied ? u"supplied with PortDesk"_s
                                                                             : u"the library's own, of unknown date"_s;
    if (info.package.isEmpty() && !info.date.isValid())
        return origin;
    const QString package = info.package.isEmpty() ? u"number data"_s : info.package;
    const QString date = info.date.isValid() ? u" of %1"_s.arg(QLocale::c().toString(info.date, u"d MMM yyyy"_s)) : QString();
    return u"%1%2, %3"_s.arg(package, date, origin);
}

Result<NumberDataInfo> checkNumberData(const QByteArray &bytes)
{
    lib::PhoneMetadataCollection collection;
    if (bytes.isEmpty() || !collection.ParseFromArray(bytes.constData(), int(bytes.size())))
        return unfit(u"it is damaged or of another kind"_s);
    if (collection.metadata_size() <= kFewestRegions)
        return unfit(u"it has only %1 regions"_s.arg(collection.metadata_size()));
    for (const lib::PhoneMetadata &region : collection.metadata()) {
        if (const QString broken = brokenExpression(region); !broken.isEmpty())
            return unfit(u"the rule \"%1\" of %2 is broken"_s.arg(broken.left(40), QString::fromStdString(region.id())));
    }
    for (const Known &known : kKnown) {
        const auto &regions = collection.metadata();
        const auto region =
            std::find_if(regions.begin(), regions.end(), [&known](const lib::PhoneMetadata &one) { return one.id() == known.region; });
        if (region == regions.end() || !knows(*region, known))
            return unfit(u"it does not know the number %1 of %2; it may be too old"_s.arg(known.national, QLatin1StringView(known.region)));
    }
    NumberDataInfo info = NumberBlob::describe(bytes);
    info.origin = NumberDataInfo::Origin::Loaded;
    return info;
}

QString numberDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/portdesk/numbers"_s;
}

Result<NumberDataInfo> loadNumberData(const QString &file, const QString &folder)
{
    const auto bytes = readWhole(file);
    if (!bytes)
        return bytes.error();
    auto info = checkNumberData(*bytes);
    if (!info)
        return info;
    const NumberDataInfo supplied = NumberBlob::describe(NumberBlob::suppliedMain());
    if (info->date.isValid() && supplied.date.isValid() && info->date < supplied.date) {
        return Error{Error::Code::Invalid, u"This number data of %1 is older than the supplied one of %2. Nothing was changed."_s.arg(
                                               info->date.toString(Qt::ISODate), supplied.date.toString(Qt::ISODate))};
    }
    if (!QDir().mkpath(folder))
        return Error{Error::Code::Io, u"The folder %1 could not be made."_s.arg(QDir::toNativeSeparators(folder))};
    const QString besides = QFileInfo(file).absolutePath() + u"/short.bin"_s;
    const auto shortCodes = QFileInfo::exists(besides) ? readWhole(besides) : Result<QByteArray>(QByteArray());
    if (shortCodes && NumberBlob::describe(*shortCodes).regions > kFewestRegions) {
        if (auto kept = keepCopy(folder, u"short.bin"_s, *shortCodes); !kept)
            return kept.error();
    }
    if (auto kept = keepCopy(folder, u"main.bin"_s, *bytes); !kept)
        return kept.error();
    return info;
}

Result<void> dropLoadedNumberData(const QString &folder)
{
    for (const QString &name : {u"main.bin"_s, u"main.bin.sha256"_s, u"short.bin"_s, u"short.bin.sha256"_s}) {
        const QString path = folder + u'/' + name;
        if (QFile::exists(path) && !QFile::remove(path))
            return Error{Error::Code::Io, u"%1 could not be removed."_s.arg(QDir::toNativeSeparators(path))};
    }
    return {};
}

} // namespace PortDesk

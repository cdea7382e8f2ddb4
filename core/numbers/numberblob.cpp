// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberblob.h"

#include <phonenumbers/phonemetadata.pb.h>

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <dlfcn.h>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace NumberBlob {

namespace {

constexpr int kFewestRegions = 200; ///< a whole collection has about 250

/// The library's own data, behind our functions of the same names: the next definition in the search order of the dynamic linker.
Blob ownOfLibrary(const char *sizeSymbol, const char *dataSymbol)
{
    const auto size = reinterpret_cast<int (*)()>(dlsym(RTLD_NEXT, sizeSymbol));
    const auto data = reinterpret_cast<const void *(*)()>(dlsym(RTLD_NEXT, dataSymbol));
    Blob blob;
    if (size && data) {
        blob.data = data();
        blob.size = size();
        blob.info.regions = describe(QByteArray::fromRawData(static_cast<const char *>(blob.data), blob.size)).regions;
    }
    return blob;
}

Blob keep(const QByteArray &bytes, NumberDataInfo info)
{
    Blob blob{nullptr, int(bytes.size()), bytes, std::move(info)};
    blob.data = blob.kept.constData();
    return blob;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The user's own file first, then one an administrator installed for everybody.
LoadedFile loadedFile(const QString &name)
{
    const QString path = QStandardPaths::locate(QStandardPaths::GenericDataLocation, u"portdesk/numbers/"_s + name);
    return path.isEmpty() ? LoadedFile{} : LoadedFile{contents(path), contents(path + u".sha256"_s).trimmed()};
}

/// Short codes are a help only; unfit ones are passed over in silence.
Blob chooseShort()
{
    const LoadedFile loaded = loadedFile(u"short.bin"_s);
    const bool whole = loaded.checksum.isEmpty() || loaded.checksum == checksumOf(loaded.bytes);
    for (const QByteArray &bytes : {whole ? loaded.bytes : QByteArray(), contents(u":/portdesk/numbers/short.bin"_s)}) {
        if (NumberDataInfo info = describe(bytes); info.regions > kFewestRegions)
            return keep(bytes, std::move(info));
    }
    return ownOfLibrary("_ZN4i18n12phonenumbers19short_metadata_sizeEv", "_ZN4i18n12phonenumbers18short_metadata_getEv");
}

const Blob &mainBlob()
{
    static const Blob blob = choose(loadedFile(u"main.bin"_s), suppliedMain());
    return blob;
}

const Blob &shortBlob()
{
    static const Blob blob = chooseShort();
    return blob;
}

/// "" when the loaded file may be used, else why not.
QString whyUnfit(const LoadedFile &loaded)
{
    if (!loaded.checksum.isEmpty()) // it was checked when it was loaded
        return loaded.checksum == checksumOf(loaded.bytes) ? QString()
                                                           : u"The loaded number data was changed or damaged since it was loaded."_s;
    const auto checked = checkNumberData(loaded.bytes);
    return checked ? QString() : checked.error().message;
}

} // namespace

QByteArray suppliedMain()
{
    return contents(u":/portdesk/numbers/main.bin"_s);
}

QByteArray checksumOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

NumberDataInfo describe(const QByteArray &bytes)
{
    i18n::phonenumbers::PhoneMetadataCollection collection;
    NumberDataInfo info;
    if (bytes.isEmpty() || !collection.ParseFromArray(bytes.constData(), int(bytes.size())))
        return info;
    info.regions = collection.metadata_size();
    // The one field the library does not know is ours: where the data comes from (resources/data/tools/make_numbers.mjs).
    const QByteArray unknown = QByteArray::fromStdString(collection.unknown_fields());
    const QJsonObject about = QJsonDocument::fromJson(unknown.mid(unknown.indexOf('{'))).object();
    info.package = u"%1 %2"_s.arg(about.value("package"_L1).toString(), about.value("version"_L1).toString()).trimmed();
    info.date = QDate::fromString(about.value("date"_L1).toString(), Qt::ISODate);
    return info;
}

Blob choose(const LoadedFile &loaded, const QByteArray &supplied)
{
    QString problem;
    if (!loaded.bytes.isEmpty()) {
        NumberDataInfo info = describe(loaded.bytes);
        info.origin = NumberDataInfo::Origin::Loaded;
        problem = whyUnfit(loaded);
        if (problem.isEmpty() && info.regions > kFewestRegions)
            return keep(loaded.bytes, std::move(info));
    }
    NumberDataInfo info = describe(supplied);
    info.origin = NumberDataInfo::Origin::Supplied;
    info.problem = problem;
    if (info.regions > kFewestRegions)
        return keep(supplied, std::move(info));
    Blob own = ownOfLibrary("_ZN4i18n12phonenumbers13metadata_sizeEv", "_ZN4i18n12phonenumbers12metadata_getEv");
    own.info.problem = problem.isEmpty() ? u"The number data of the program is damaged."_s : problem;
    return own;
}

void use()
{
    (void)mainBlob();
}

} // namespace NumberBlob

const NumberDataInfo &numberDataInUse()
{
    return NumberBlob::mainBlob().info;
}

NumberDataInfo numberDataOfNextStart()
{
    return NumberBlob::choose(NumberBlob::loadedFile(u"main.bin"_s), NumberBlob::suppliedMain()).info;
}

} // namespace PortDesk

// libphonenumber asks four exported functions for its data, through the procedure linkage table. The program defines them too, and the
// dynamic linker takes the program's. Two things would bring the old data back without a word: this file not being linked at all
// (PhoneLibrary::util() calls use() for that) and hidden visibility. A test asserts a number that only newer data knows.
namespace i18n::phonenumbers {

int metadata_size();
const void *metadata_get();
int short_metadata_size();
const void *short_metadata_get();

__attribute__((visibility("default"), used)) int metadata_size()
{
    return PortDesk::NumberBlob::mainBlob().size;
}

__attribute__((visibility("default"), used)) const void *metadata_get()
{
    return PortDesk::NumberBlob::mainBlob().data;
}

__attribute__((visibility("default"), used)) int short_metadata_size()
{
    return PortDesk::NumberBlob::shortBlob().size;
}

__attribute__((visibility("default"), used)) const void *short_metadata_get()
{
    return PortDesk::NumberBlob::shortBlob().data;
}

} // namespace i18n::phonenumbers

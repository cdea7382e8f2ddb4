// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/hostile/bombs.h"
#include "tests/kit/hostile/hostilefiles.h"

#include <QtEndian>

namespace PortDesk::HostileFiles {

namespace {

template<typename T> QByteArray big(T value)
{
    QByteArray bytes(sizeof value, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

template<typename T> QByteArray little(T value)
{
    QByteArray bytes(sizeof value, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

quint32 crcOf(const QByteArray &data)
{
    quint32 crc = 0xffffffff;
    for (const char byte : data) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    return big(quint32(data.size())) + type + data + big(crcOf(type + data));
}

/// Grey, 8 bits.
QByteArray png(quint32 width, quint32 height, const QByteArray &packed, const QByteArray &more = {})
{
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", big(width) + big(height) + QByteArray("\x08\0\0\0\0", 5)) + more + chunk("IDAT", packed) +
           chunk("IEND", {});
}

QByteArray jpeg(quint16 width, quint16 height)
{
    const QByteArray frame = QByteArray("\xff\xc0\0\x0b\x08", 5) + big(height) + big(width) + QByteArray("\1\1\x11\0", 4);
    return QByteArray("\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20) + frame + QByteArray("\xff\xda\0\x08\1\1\0\0\x3f\0", 10) + "abc" +
           QByteArray("\xff\xd9", 2);
}

struct Entry
{
    quint16 tag;
    quint16 type; ///< 3 short, 4 long
    quint32 count;
    quint32 value;
};

/// One directory at offset 8; `next` is where it says the next one is.
QByteArray tiff(const QList<Entry> &entries, quint32 next, const QByteArray &data = {})
{
    QByteArray bytes = QByteArray("II*\0", 4) + little(quint32(8)) + little(quint16(entries.size()));
    for (const Entry &entry : entries)
        bytes += little(entry.tag) + little(entry.type) + little(entry.count) + little(entry.value);
    return bytes + little(next) + data;
}

QList<Entry> picture(quint32 width, quint32 height, quint32 offset, quint32 bytes)
{
    return {{256, 4, 1, width}, {257, 4, 1, height}, {258, 3, 1, 8}, {259, 3, 1, 1}, {262, 3, 1, 1}, {273, 4, 1, offset}, {277, 3, 1, 1}, {278, 4, 1, height},
            {279, 4, 1, bytes}};
}

QByteArray tiffWithManyPages(int pages)
{
    QByteArray bytes = QByteArray("II*\0", 4) + little(quint32(8));
    const QList<Entry> entries = picture(1, 1, 0, 1);
    const quint32 length = quint32(2 + entries.size() * 12 + 4);
    for (int page = 0; page < pages; ++page) {
        const quint32 next = page + 1 < pages ? 8 + quint32(page + 1) * length : 0;
        bytes += tiff(entries, next).mid(8);
    }
    return bytes;
}

/// The head of a HEIC file whose boxes lie about their length.
QByteArray heic(const QByteArray &inside)
{
    return big(quint32(24)) + "ftypheic" + QByteArray(4, '\0') + "mif1heic" + inside;
}

} // namespace

QList<HostileFile> hostilePictures()
{
    const QByteArray zeros(16 * 1024 * 1024, '\0');
    const QByteArray few = qCompress(QByteArray(100, '\0'), 9).mid(4);
    return {
        {"PNG of the largest size", png(0x7fffffff, 0x7fffffff, few)},
        {"PNG of 60,000 pixels a side", png(60'000, 60'000, deflatedRepeats(zeros, 215))},
        {"PNG that ends early", png(7000, 7000, few)},
        {"PNG of 4 GB in a small picture", png(10, 10, deflatedRepeats(zeros, 256))},
        {"PNG with a packed text of 4 GB", png(10, 10, few, chunk("zTXt", QByteArray("a\0\0", 3) + deflatedRepeats(zeros, 256)))},
        {"PNG with a packed profile of 4 GB", png(10, 10, few, chunk("iCCP", QByteArray("a\0\0", 3) + deflatedRepeats(zeros, 256)))},
        {"JPEG of the largest size", jpeg(0xffff, 0xffff)},
        {"JPEG of no size", jpeg(0, 0)},
        {"JPEG that ends early", jpeg(7000, 7000)},
        {"TIFF of the largest size", tiff(picture(0xffffffff, 0xffffffff, 8, 100), 0)},
        {"TIFF whose pages go round", tiff(picture(4, 4, 130, 16), 8, QByteArray(64, '\x7f'))},
        {"TIFF whose strip is elsewhere", tiff(picture(5000, 5000, 0xfffffff0, 25'000'000), 0)},
        {"TIFF with too many samples", tiff({{256, 4, 1, 100}, {257, 4, 1, 100}, {258, 3, 0xffffffff, 8}, {277, 3, 1, 0xffff}, {273, 4, 0xffffffff, 8}}, 0)},
        {"TIFF of 60,000 pages", tiffWithManyPages(60'000)},
        {"TIFF without a directory", QByteArray("II*\0", 4) + little(quint32(0xfffffff0))},
        {"HEIC with a box of 4 GB", heic(big(quint32(0xffffffff)) + "meta" + QByteArray(64, '\0'))},
        {"HEIC with a box of 16 EB", heic(big(quint32(1)) + "meta" + QByteArray(8, '\xff') + QByteArray(64, '\0'))},
        {"HEIC with boxes in a box of no length", heic(QByteArray(big(quint32(0)) + "meta").repeated(1000))},
    };
}

} // namespace PortDesk::HostileFiles

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/scannerprotocol.h"

#include <QDataStream>
#include <QtEndian>

#include <cmath>
#include <cstring>
#include <utility>

namespace PortDesk::ScannerProtocol {

namespace {

constexpr auto kStreamVersion = QDataStream::Qt_6_4;
constexpr quint32 kMostDevices = 200;
constexpr quint32 kMostSources = 8;
constexpr quint32 kMostResolutions = 500;
constexpr int kMostDpi = 10'000;
constexpr double kMostMillimetres = 5000; // rolls
constexpr qsizetype kMostText = 2000;

void require(QDataStream &in, bool right)
{
    if (!right)
        in.setStatus(QDataStream::ReadCorruptData);
}

template<typename T, typename Read> QList<T> listOf(QDataStream &in, quint32 most, Read readItem)
{
    quint32 count = 0;
    in >> count;
    require(in, count <= most);
    QList<T> items;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        T item{};
        readItem(item);
        items.append(std::move(item));
    }
    return items;
}

void readText(QDataStream &in, QString &text)
{
    in >> text;
    require(in, text.size() <= kMostText);
}

template<typename E> void readEnum(QDataStream &in, E &value, E last)
{
    quint8 number = 0;
    in >> number;
    require(in, number <= quint8(last));
    if (in.status() == QDataStream::Ok)
        value = E(number);
}

bool isLength(double millimetres)
{
    return std::isfinite(millimetres) && millimetres >= 0 && millimetres <= kMostMillimetres;
}

void write(QDataStream &, const ListDevices &) {}
void read(QDataStream &, ListDevices &) {}
void write(QDataStream &, const Cancel &) {}
void read(QDataStream &, Cancel &) {}
void write(QDataStream &out, const AskAbilities &command)
{
    out << command.device;
}
void read(QDataStream &in, AskAbilities &command)
{
    readText(in, command.device);
}

void write(QDataStream &out, const Scan &command)
{
    const ScanSettings &s = command.settings;
    out << command.device << quint8(s.source) << quint8(s.mode) << qint32(s.dpi) << s.area << s.preview;
}
void read(QDataStream &in, Scan &command)
{
    ScanSettings &s = command.settings;
    qint32 dpi = 0;
    readText(in, command.device);
    readEnum(in, s.source, ScanSource::Feeder);
    readEnum(in, s.mode, ScanMode::BlackWhite);
    in >> dpi >> s.area >> s.preview;
    require(in, dpi > 0 && dpi <= kMostDpi && isLength(s.area.x()) && isLength(s.area.y()) && isLength(s.area.width()) && isLength(s.area.height()));
    s.dpi = dpi;
}

void write(QDataStream &out, const Trouble &trouble)
{
    out << quint8(trouble.trouble) << trouble.detail;
}
void read(QDataStream &in, Trouble &trouble)
{
    readEnum(in, trouble.trouble, ScanTrouble::Cancelled);
    readText(in, trouble.detail);
}

void write(QDataStream &out, const QList<ScannerDevice> &devices)
{
    out << quint32(devices.size());
    for (const ScannerDevice &device : devices)
        out << device.id << device.name;
}
void read(QDataStream &in, QList<ScannerDevice> &devices)
{
    devices = listOf<ScannerDevice>(in, kMostDevices, [&](ScannerDevice &device) {
        readText(in, device.id);
        readText(in, device.name);
    });
}

void write(QDataStream &out, const QList<ScannerSource> &sources)
{
    out << quint32(sources.size());
    for (const ScannerSource &source : sources) {
        out << quint8(source.source) << source.area << quint32(source.resolutions.size());
        for (const int dpi : source.resolutions)
            out << qint32(dpi);
    }
}
void read(QDataStream &in, QList<ScannerSource> &sources)
{
    sources = listOf<ScannerSource>(in, kMostSources, [&](ScannerSource &source) {
        readEnum(in, source.source, ScanSource::Feeder);
        in >> source.area;
        require(in, isLength(source.area.width()) && isLength(source.area.height()));
        source.resolutions = listOf<int>(in, kMostResolutions, [&](int &dpi) {
            qint32 value = 0;
            in >> value;
            require(in, value > 0 && value <= kMostDpi);
            dpi = value;
        });
    });
}

void write(QDataStream &out, const Progress &progress)
{
    out << progress.page << progress.percent;
}
void read(QDataStream &in, Progress &progress)
{
    in >> progress.page >> progress.percent;
    require(in, progress.page > 0 && progress.page <= kMostScannedPages && progress.percent >= 0 && progress.percent <= 100);
}

void write(QDataStream &out, const PageBitmap &look)
{
    const qsizetype bytes = look.isNull() ? 0 : qsizetype(look.bytesPerLine) * look.height;
    out << qint32(look.width) << qint32(look.height) << QByteArray::fromRawData(reinterpret_cast<const char *>(look.pixels.get()), bytes);
}
void read(QDataStream &in, PageBitmap &look)
{
    qint32 width = 0, height = 0;
    QByteArray bytes;
    in >> width >> height >> bytes;
    const bool sane = width > 0 && height > 0 && width <= kLookPixels && height <= kLookPixels;
    require(in, sane && bytes.size() == qsizetype(width) * height * 4);
    if (in.status() != QDataStream::Ok)
        return;
    const std::shared_ptr<uchar[]> pixels(new uchar[size_t(bytes.size())]);
    std::memcpy(pixels.get(), bytes.constData(), size_t(bytes.size()));
    look = {width, height, width * 4, std::shared_ptr<const uchar>(pixels, pixels.get())};
}

void write(QDataStream &out, const ScannedPage &page)
{
    out << qint32(page.number) << qint32(page.dpi) << page.size << page.bytes;
    write(out, page.look);
}
void read(QDataStream &in, ScannedPage &page)
{
    qint32 number = 0, dpi = 0;
    in >> number >> dpi >> page.size >> page.bytes;
    const QSize &size = page.size;
    require(in, number > 0 && number <= kMostScannedPages && dpi > 0 && dpi <= kMostDpi && !size.isEmpty() &&
                    qint64(size.width()) * size.height() <= kMostScannedPixels);
    page.number = number;
    page.dpi = dpi;
    read(in, page.look);
}

void write(QDataStream &out, const Done &done)
{
    out << done.pages;
}
void read(QDataStream &in, Done &done)
{
    in >> done.pages;
    require(in, done.pages >= 0 && done.pages <= kMostScannedPages);
}

template<typename Variant> void writeVariant(QDataStream &out, const Variant &value)
{
    out << quint8(value.index());
    std::visit([&](const auto &alternative) { write(out, alternative); }, value);
}

template<typename Variant, size_t... I> bool readVariant(QDataStream &in, quint8 kind, Variant &value, std::index_sequence<I...>)
{
    const auto take = [&]<size_t Index>(std::integral_constant<size_t, Index>) {
        std::variant_alternative_t<Index, Variant> alternative{};
        read(in, alternative);
        value.template emplace<Index>(std::move(alternative));
        return true;
    };
    return ((kind == I && take(std::integral_constant<size_t, I>())) || ...);
}

template<typename Variant> bool readVariant(QDataStream &in, Variant &value)
{
    quint8 kind = 0;
    in >> kind;
    return readVariant(in, kind, value, std::make_index_sequence<std::variant_size_v<Variant>>()) && in.status() == QDataStream::Ok &&
           in.atEnd();
}

template<typename Content> QByteArray framed(quint32 id, const Content &content)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(kStreamVersion);
    out << quint32(0) << kVersion << id;
    writeVariant(out, content);
    qToBigEndian(quint32(bytes.size() - 4), bytes.data());
    return bytes;
}

template<typename Frame, typename Content> std::optional<Frame> unframed(const QByteArray &payload, Content Frame::*content)
{
    QDataStream in(payload);
    in.setVersion(kStreamVersion);
    quint16 version = 0;
    Frame frame;
    in >> version >> frame.id;
    if (version != kVersion || !readVariant(in, frame.*content))
        return {};
    return frame;
}

} // namespace

QByteArray encoded(const CommandFrame &frame)
{
    return framed(frame.id, frame.command);
}

QByteArray encoded(const AnswerFrame &frame)
{
    return framed(frame.id, frame.answer);
}

std::optional<CommandFrame> decodedCommand(const QByteArray &payload)
{
    return unframed(payload, &CommandFrame::command);
}

std::optional<AnswerFrame> decodedAnswer(const QByteArray &payload)
{
    return unframed(payload, &AnswerFrame::answer);
}

} // namespace PortDesk::ScannerProtocol

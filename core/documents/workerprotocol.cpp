// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/workerprotocol.h"

#include "core/documents/workerstream.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <utility>

namespace PortDesk::WorkerProtocol {

namespace {

constexpr auto kStreamVersion = QDataStream::Qt_6_4;

// The values of workerstream.h next to the messages below.
using WorkerProtocol::read;
using WorkerProtocol::write;
void write(QDataStream &out, const Load &r)
{
    out << r.id << r.bytes << r.password;
}
void read(QDataStream &in, Load &r)
{
    in >> r.id >> r.bytes >> r.password;
}
void write(QDataStream &out, const Unload &r)
{
    out << r.id;
}
void read(QDataStream &in, Unload &r)
{
    in >> r.id;
}
void write(QDataStream &out, const Inspect &r)
{
    out << r.id;
}
void read(QDataStream &in, Inspect &r)
{
    in >> r.id;
}
void write(QDataStream &out, const Render &r)
{
    out << r.id << r.page << r.dpi << r.tile;
}
void read(QDataStream &in, Render &r)
{
    in >> r.id >> r.page >> r.dpi >> r.tile;
}
void write(QDataStream &out, const ReadWords &r)
{
    out << r.id << r.page;
}
void read(QDataStream &in, ReadWords &r)
{
    in >> r.id >> r.page;
}

void write(QDataStream &out, const ReadPage &r)
{
    out << r.id << r.page;
    write(out, r.options);
}
void read(QDataStream &in, ReadPage &r)
{
    in >> r.id >> r.page;
    read(in, r.options);
}
void write(QDataStream &out, const PreparePage &p)
{
    write(out, ReadPage{p.id, p.page, p.options});
    out << p.forBoxes;
}

void read(QDataStream &in, PreparePage &p)
{
    ReadPage page;
    read(in, page);
    p.id = page.id;
    p.page = page.page;
    p.options = page.options;
    in >> p.forBoxes;
}

void write(QDataStream &out, const ReadBoxes &r)
{
    out << r.id << r.page;
    write(out, r.boxes);
    write(out, r.languages);
}
void read(QDataStream &in, ReadBoxes &r)
{
    in >> r.id >> r.page;
    read(in, r.boxes);
    read(in, r.languages);
}
void write(QDataStream &out, const ReadCodes &r)
{
    out << r.id << r.page;
}
void read(QDataStream &in, ReadCodes &r)
{
    in >> r.id >> r.page;
}

void write(QDataStream &out, const WriteMarks &r)
{
    out << r.document.bytes << r.document.sha256 << r.document.fileName << r.password;
    write(out, r.marks);
}
void read(QDataStream &in, WriteMarks &r)
{
    in >> r.document.bytes >> r.document.sha256 >> r.document.fileName >> r.password;
    read(in, r.marks);
}
void write(QDataStream &out, const ReadMarks &r)
{
    out << r.id;
}
void read(QDataStream &in, ReadMarks &r)
{
    in >> r.id;
}

void write(QDataStream &out, const CutSignature &r)
{
    out << r.bytes << r.darkness;
}
void read(QDataStream &in, CutSignature &r)
{
    in >> r.bytes >> r.darkness;
}
void write(QDataStream &out, const ReadSignatures &r)
{
    out << r.id;
}
void read(QDataStream &in, ReadSignatures &r)
{
    in >> r.id;
}
void write(QDataStream &out, const ReadOutline &r)
{
    out << r.id;
}
void read(QDataStream &in, ReadOutline &r)
{
    in >> r.id;
}
void write(QDataStream &out, const ReadSizes &r)
{
    out << r.id;
}
void read(QDataStream &in, ReadSizes &r)
{
    in >> r.id;
}

void write(QDataStream &out, const Compose &r)
{
    const LetterContent &l = r.letter;
    out << l.title << l.html << l.qrText << l.footer << l.language << l.rightToLeft << l.pageSize;
}
void read(QDataStream &in, Compose &r)
{
    LetterContent &l = r.letter;
    in >> l.title >> l.html >> l.qrText >> l.footer >> l.language >> l.rightToLeft >> l.pageSize;
}

void write(QDataStream &out, const ToPdf &r)
{
    out << quint32(r.documents.size());
    for (const DocumentBytes &document : r.documents)
        out << document.bytes << document.sha256 << document.fileName;
    out << quint32(r.quarterTurns.size());
    for (const qint32 turns : r.quarterTurns)
        out << turns;
}
void read(QDataStream &in, ToPdf &r)
{
    r.documents = readList<DocumentBytes>(in, [&](DocumentBytes &d) { in >> d.bytes >> d.sha256 >> d.fileName; });
    r.quarterTurns = readList<qint32>(in, [&](qint32 &turns) {
        in >> turns;
        if (turns < 0 || turns > 3)
            in.setStatus(QDataStream::ReadCorruptData);
    });
}

void write(QDataStream &out, const ExtractPages &e)
{
    out << e.document.bytes << e.document.sha256 << e.document.fileName << e.password << quint32(e.pages.size());
    for (const qint32 page : e.pages)
        out << page;
}
void read(QDataStream &in, ExtractPages &e)
{
    in >> e.document.bytes >> e.document.sha256 >> e.document.fileName >> e.password;
    e.pages = readList<qint32>(in, [&](qint32 &page) { in >> page; });
}

void write(QDataStream &out, const LoadTable &r)
{
    out << r.id << r.bytes << r.reading.encoding << r.reading.separator;
}
void read(QDataStream &in, LoadTable &r)
{
    in >> r.id >> r.bytes >> r.reading.encoding >> r.reading.separator;
}
void write(QDataStream &out, const InspectTable &r)
{
    out << r.id;
}
void read(QDataStream &in, InspectTable &r)
{
    in >> r.id;
}
void write(QDataStream &out, const ReadRows &r)
{
    out << r.id << r.sheet << r.first << r.count;
}
void read(QDataStream &in, ReadRows &r)
{
    in >> r.id >> r.sheet >> r.first >> r.count;
}

void write(QDataStream &, const AskProtection &) {}
void read(QDataStream &, AskProtection &) {}

void write(QDataStream &out, const Error &e)
{
    out << qint32(e.code) << e.message << e.detail;
}
void read(QDataStream &in, Error &e)
{
    qint32 code = 0;
    in >> code >> e.message >> e.detail;
    if (code < 0 || code > qint32(Error::Code::Internal))
        in.setStatus(QDataStream::ReadCorruptData);
    else
        e.code = Error::Code(code);
}

void write(QDataStream &, const Done &) {}
void read(QDataStream &, Done &) {}
void write(QDataStream &out, const Pixels &p)
{
    out << p.width << p.height << p.bytesPerLine;
}
void read(QDataStream &in, Pixels &p)
{
    in >> p.width >> p.height >> p.bytesPerLine;
}
void write(QDataStream &out, const QByteArray &bytes)
{
    out << bytes;
}
void read(QDataStream &in, QByteArray &bytes)
{
    in >> bytes;
}

void write(QDataStream &out, const QList<QSizeF> &sizes)
{
    out << quint32(sizes.size());
    for (const QSizeF &size : sizes)
        out << size;
}
void read(QDataStream &in, QList<QSizeF> &sizes)
{
    sizes = readList<QSizeF>(in, [&](QSizeF &size) { read(in, size); });
}

void write(QDataStream &out, const DocumentInfo &info)
{
    out << info.mimeType << info.engine << info.scanned;
    write(out, info.pageSizes);
    write(out, info.warnings);
}
void read(QDataStream &in, DocumentInfo &info)
{
    in >> info.mimeType >> info.engine >> info.scanned;
    read(in, info.pageSizes);
    read(in, info.warnings);
}

void write(QDataStream &out, const QList<Word> &words)
{
    out << quint32(words.size());
    for (const Word &word : words)
        out << word.text << word.box << word.spaceAfter;
}
void read(QDataStream &in, QList<Word> &words)
{
    words = readList<Word>(in, [&](Word &word) {
        in >> word.text;
        readOnPage(in, word.box);
        in >> word.spaceAfter;
    });
}

void write(QDataStream &out, const QList<OutlineEntry> &entries)
{
    out << quint32(entries.size());
    for (const OutlineEntry &entry : entries)
        out << entry.title << qint32(entry.page) << qint32(entry.level);
}
void read(QDataStream &in, QList<OutlineEntry> &entries)
{
    entries = readList<OutlineEntry>(in, [&](OutlineEntry &entry) {
        qint32 page = 0, level = 0;
        in >> entry.title >> page >> level;
        if (page < -1 || level < 0 || level > kMaximumOutlineLevel || entry.title.size() > kMaximumOutlineTitle)
            in.setStatus(QDataStream::ReadCorruptData);
        entry.page = page;
        entry.level = level;
    });
    if (entries.size() > kMaximumOutlineEntries)
        in.setStatus(QDataStream::ReadCorruptData);
}

void write(QDataStream &out, const TableInfo &info)
{
    out << info.format << info.reading.encoding << info.reading.separator << quint32(info.sheets.size());
    for (const TableSheet &sheet : info.sheets) {
        out << sheet.name << sheet.hidden << qint32(sheet.rows) << qint32(sheet.columns) << qint32(sheet.mergedCount);
        write(out, sheet.merged);
    }
    write(out, info.warnings);
}
void read(QDataStream &in, TableInfo &info)
{
    in >> info.format >> info.reading.encoding >> info.reading.separator;
    info.sheets = readList<TableSheet>(in, [&](TableSheet &sheet) {
        qint32 rows = 0, columns = 0, merged = 0;
        in >> sheet.name >> sheet.hidden >> rows >> columns >> merged;
        read(in, sheet.merged);
        if (rows < 0 || rows > kMaximumTableRows || columns < 0 || columns > kMaximumTableColumns || merged < 0)
            in.setStatus(QDataStream::ReadCorruptData);
        sheet.rows = rows;
        sheet.columns = columns;
        sheet.mergedCount = merged;
    });
    read(in, info.warnings);
}

void write(QDataStream &out, const TableRows &rows)
{
    out << qint32(rows.first) << qint32(rows.count) << rows.packed;
}
void read(QDataStream &in, TableRows &rows)
{
    qint32 first = 0, count = 0;
    in >> first >> count >> rows.packed;
    if (first < 0 || count < 0 || count > kMaximumTableRows)
        in.setStatus(QDataStream::ReadCorruptData);
    rows.first = first;
    rows.count = count;
}

void write(QDataStream &out, const WorkerProtection &p)
{
    out << p.callFilter << qint32(p.landlock) << p.memoryBytes << p.cpuSeconds << p.fileBytes << p.openFiles;
}
void read(QDataStream &in, WorkerProtection &p)
{
    qint32 landlock = 0;
    in >> p.callFilter >> landlock >> p.memoryBytes >> p.cpuSeconds >> p.fileBytes >> p.openFiles;
    p.landlock = landlock;
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

template<typename Write> QByteArray frame(Write write)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(kStreamVersion);
    out << quint32(0) << kVersion;
    write(out);
    qToBigEndian(quint32(bytes.size() - 4), bytes.data());
    return bytes;
}

bool readVersion(QDataStream &in)
{
    in.setVersion(kStreamVersion);
    quint16 version = 0;
    in >> version;
    return version == kVersion;
}

} // namespace

QByteArray encoded(const CommandFrame &command)
{
    return frame([&](QDataStream &out) {
        out << command.id;
        writeVariant(out, command.command);
    });
}

QByteArray encoded(const AnswerFrame &answer)
{
    return frame([&](QDataStream &out) {
        out << answer.id << answer.cpuMs;
        writeVariant(out, answer.answer);
    });
}

std::optional<CommandFrame> decodedCommand(const QByteArray &payload)
{
    QDataStream in(payload);
    CommandFrame command;
    if (!readVersion(in))
        return {};
    in >> command.id;
    return readVariant(in, command.command) ? std::optional(std::move(command)) : std::nullopt;
}

std::optional<AnswerFrame> decodedAnswer(const QByteArray &payload)
{
    QDataStream in(payload);
    AnswerFrame answer;
    if (!readVersion(in))
        return {};
    in >> answer.id >> answer.cpuMs;
    return readVariant(in, answer.answer) ? std::optional(std::move(answer)) : std::nullopt;
}

quint32 mostBytes(const QByteArray &head)
{
    const auto kind = quint8(head.at(kAnswerHead - 1));
    const bool onePiece = kind == Answer(QByteArray()).index() || kind == Answer(TableRows()).index();
    return onePiece ? kMaximumFrame : kMaximumValues;
}

quint32 frameLength(const char *bytes)
{
    return qFromBigEndian<quint32>(bytes);
}

} // namespace PortDesk::WorkerProtocol

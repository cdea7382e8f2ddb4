// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/workerstream.h"

#include <cmath>
#include <limits>

namespace PortDesk::WorkerProtocol {

namespace {

void require(QDataStream &in, bool right)
{
    if (!right)
        in.setStatus(QDataStream::ReadCorruptData);
}

/// Points of a page: finite, and small enough to be reckoned with.
bool isInPoints(const QRectF &box)
{
    constexpr double most = 1e10;
    return std::abs(box.x()) < most && std::abs(box.y()) < most && box.width() >= 0 && box.width() < most && box.height() >= 0 && box.height() < most;
}

bool isFinite(const QRectF &box)
{
    return std::isfinite(box.x()) && std::isfinite(box.y()) && std::isfinite(box.width()) && std::isfinite(box.height());
}

/// A box in 0..1 of a page; what sticks out a little by rounding is let through.
bool isOnPage(const QRectF &box)
{
    constexpr double slack = 0.01;
    return isFinite(box) && box.width() >= 0 && box.height() >= 0 && box.left() >= -slack && box.top() >= -slack &&
           box.right() <= 1 + slack && box.bottom() <= 1 + slack;
}

void writeWord(QDataStream &out, const ReadWord &word)
{
    out << word.text << word.box << word.straight << double(word.confidence) << word.spaceAfter;
}

void readWord(QDataStream &in, ReadWord &word)
{
    double confidence = 0;
    in >> word.text >> word.box >> word.straight >> confidence >> word.spaceAfter;
    require(in, isOnPage(word.box) && isInPoints(word.straight) && confidence >= 0 && confidence <= 1);
    word.confidence = float(confidence);
}

void writePoints(QDataStream &out, const QList<QPointF> &points)
{
    out << quint32(points.size());
    for (const QPointF &point : points)
        out << point;
}

void readPoints(QDataStream &in, QList<QPointF> &points)
{
    points = readList<QPointF>(in, [&](QPointF &point) {
        in >> point;
        require(in, std::isfinite(point.x()) && std::isfinite(point.y()));
    });
}

} // namespace

void read(QDataStream &in, QSizeF &size)
{
    in >> size;
    require(in, size.width() >= 0 && size.height() >= 0 && std::isfinite(size.width()) && std::isfinite(size.height()));
}

void readOnPage(QDataStream &in, QRectF &box)
{
    in >> box;
    require(in, isOnPage(box));
}

void write(QDataStream &out, const QStringList &texts)
{
    out << quint32(texts.size());
    for (const QString &text : texts)
        out << text;
}
void read(QDataStream &in, QStringList &texts)
{
    texts = QStringList(readList<QString>(in, [&](QString &text) { in >> text; }));
}

void write(QDataStream &out, const QList<QRectF> &boxes)
{
    out << quint32(boxes.size());
    for (const QRectF &box : boxes)
        out << box;
}
void read(QDataStream &in, QList<QRectF> &boxes)
{
    boxes = readList<QRectF>(in, [&](QRectF &box) {
        in >> box;
        require(in, isFinite(box));
    });
}

void write(QDataStream &out, const ReadingOptions &options)
{
    write(out, options.languages);
    out << options.fromPicture;
}
void read(QDataStream &in, ReadingOptions &options)
{
    read(in, options.languages);
    in >> options.fromPicture;
}

void write(QDataStream &out, const QList<ReadWord> &words)
{
    out << quint32(words.size());
    for (const ReadWord &word : words)
        writeWord(out, word);
}
void read(QDataStream &in, QList<ReadWord> &words)
{
    words = readList<ReadWord>(in, [&](ReadWord &word) { readWord(in, word); });
}

void write(QDataStream &out, const PageReading &reading)
{
    out << quint8(reading.source) << reading.straightSize << qint32(reading.quarterTurns) << reading.skew;
    write(out, reading.words);
}
void read(QDataStream &in, PageReading &reading)
{
    quint8 source = 0;
    qint32 turns = 0;
    in >> source;
    read(in, reading.straightSize);
    in >> turns >> reading.skew;
    require(in, source <= quint8(TextSource::Ocr) && turns >= 0 && turns <= 3 && std::abs(reading.skew) <= 90);
    reading.source = source == quint8(TextSource::Ocr) ? TextSource::Ocr : TextSource::Layer;
    reading.quarterTurns = turns;
    read(in, reading.words);
}

void write(QDataStream &out, const QList<PageCode> &codes)
{
    out << quint32(codes.size());
    for (const PageCode &code : codes)
        out << code.text << code.format << code.box;
}
void read(QDataStream &in, QList<PageCode> &codes)
{
    codes = readList<PageCode>(in, [&](PageCode &code) {
        in >> code.text >> code.format;
        readOnPage(in, code.box);
    });
}

namespace {

constexpr qint64 kNoTime = std::numeric_limits<qint64>::min();
constexpr qint64 kEndOfTime = 253402300800'000; // the year 10000

/// Milliseconds of UTC: QDateTime's own reading looks time zones up in files, by any name it is told.
void writeTime(QDataStream &out, const QDateTime &time)
{
    out << (time.isValid() ? time.toMSecsSinceEpoch() : kNoTime);
}

void readTime(QDataStream &in, QDateTime &time)
{
    qint64 ms = kNoTime;
    in >> ms;
    require(in, ms == kNoTime || std::abs(ms) < kEndOfTime);
    time = ms == kNoTime || in.status() != QDataStream::Ok ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

} // namespace

void write(QDataStream &out, const QList<Mark> &marks)
{
    out << quint32(marks.size());
    for (const Mark &mark : marks) {
        out << mark.id << mark.sha256 << qint32(mark.page) << quint8(mark.kind) << mark.box << mark.text << mark.colour << mark.author;
        writeTime(out, mark.created);
        writeTime(out, mark.modified);
        out << mark.internal;
        write(out, mark.lines);
        out << quint32(mark.strokes.size());
        for (const QList<QPointF> &stroke : mark.strokes)
            writePoints(out, stroke);
        write(out, mark.picture);
    }
}
void read(QDataStream &in, QList<Mark> &marks)
{
    marks = readList<Mark>(in, [&](Mark &mark) {
        qint32 page = 0;
        quint8 kind = 0;
        in >> mark.id >> mark.sha256 >> page >> kind >> mark.box >> mark.text >> mark.colour >> mark.author;
        readTime(in, mark.created);
        readTime(in, mark.modified);
        in >> mark.internal;
        read(in, mark.lines);
        mark.strokes = readList<QList<QPointF>>(in, [&](QList<QPointF> &stroke) { readPoints(in, stroke); });
        read(in, mark.picture);
        require(in, page >= 0 && kind <= quint8(MarkKind::Stamp) && isFinite(mark.box));
        mark.page = page;
        mark.kind = in.status() == QDataStream::Ok ? MarkKind(kind) : MarkKind::Note;
    });
}

void write(QDataStream &out, const InkPicture &picture)
{
    out << qint32(picture.width) << qint32(picture.height) << picture.cover;
}
void read(QDataStream &in, InkPicture &picture)
{
    qint32 width = 0, height = 0;
    in >> width >> height >> picture.cover;
    picture.width = width;
    picture.height = height;
    require(in, isSound(picture));
}

void write(QDataStream &out, const SignatureFindings &findings)
{
    out << findings.saysElectronic << quint32(findings.signatures.size());
    for (const PdfSignature &s : findings.signatures)
        out << s.signer << s.issuer << s.reason << s.signedAt << s.validUntil << quint8(s.integrity) << quint8(s.trust);
}
void read(QDataStream &in, SignatureFindings &findings)
{
    in >> findings.saysElectronic;
    findings.signatures = readList<PdfSignature>(in, [&](PdfSignature &s) {
        quint8 integrity = 0, trust = 0;
        in >> s.signer >> s.issuer >> s.reason >> s.signedAt >> s.validUntil >> integrity >> trust;
        require(in, integrity <= quint8(SignatureIntegrity::Unreadable) && trust <= quint8(CertificateTrust::NotChecked));
        const bool sound = in.status() == QDataStream::Ok;
        s.integrity = sound ? SignatureIntegrity(integrity) : SignatureIntegrity::Unreadable;
        s.trust = sound ? CertificateTrust(trust) : CertificateTrust::NotChecked;
    });
}

} // namespace PortDesk::WorkerProtocol

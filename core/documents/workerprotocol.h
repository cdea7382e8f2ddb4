// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/documents/letter.h"
#include "core/documents/mark.h"
#include "core/documents/outline.h"
#include "core/documents/pdfsignature.h"
#include "core/documents/protection.h"
#include "core/documents/reading.h"
#include "core/documents/table.h"

#include <QRect>

#include <optional>
#include <variant>

/// What the desk and its document worker say to each other over the worker's standard input and output.
///
/// A frame is: quint32 length of the rest, then (QDataStream, Qt_6_4) quint16 version, quint32 request id, quint8 kind, body. One request
/// is answered by one frame with its id, in order. Pixels do not go through the pipe but through SharedPixels; the frame only tells their
/// size. The worker has read a hostile file, so the desk checks every length and count before it believes it.
namespace PortDesk::WorkerProtocol {

inline constexpr quint16 kVersion = 7;
inline constexpr quint32 kMaximumFrame = 512U * 1024 * 1024; ///< bytes; a merged PDF is the largest thing sent
inline constexpr quint32 kMaximumValues = 64U * 1024 * 1024; ///< bytes of an answer that is not one piece of bytes: it grows when it is decoded
inline constexpr int kAnswerHead = 2 + 4 + 4 + 1; ///< bytes in front of an answer's body
inline constexpr qint64 kMaximumPixels = 64LL * 1000 * 1000; ///< of one page or tile

struct Load
{
    QString id; ///< SHA-256 of the bytes
    QByteArray bytes;
    QString password;
};
struct Unload
{
    QString id;
};
struct Inspect
{
    QString id;
};
struct Render
{
    QString id;
    qint32 page = 0;
    double dpi = 0;
    QRect tile; ///< empty: the whole page
};
struct ReadWords
{
    QString id;
    qint32 page = 0;
};
/// Words of a page, from its text layer or its picture.
struct ReadPage
{
    QString id;
    qint32 page = 0;
    ReadingOptions options;
};
/// Gets a page ready to be recognised, which is where a hostile file hangs: the desk waits for it no longer than for a page that is shown, and only then for the
/// recognition. Answered by the reading itself where the text layer tells all of the page, else by Done.
struct PreparePage
{
    QString id;
    qint32 page = 0;
    ReadingOptions options;
    bool forBoxes = false; ///< for ReadBoxes: the picture, whatever the layer tells
};
/// What stands in rectangles (0..1 of the page) of a page's picture.
struct ReadBoxes
{
    QString id;
    qint32 page = 0;
    QList<QRectF> boxes;
    QStringList languages;
};
struct ReadCodes
{
    QString id;
    qint32 page = 0;
};
/// A copy of a document as PDF with marks on it.
struct WriteMarks
{
    DocumentBytes document;
    QString password;
    QList<Mark> marks;
};
/// The marks a document brought along.
struct ReadMarks
{
    QString id;
};
struct Compose
{
    LetterContent letter;
};
struct ToPdf
{
    QList<DocumentBytes> documents;
    QList<qint32> quarterTurns = {}; ///< clockwise, 0..3, of each document's pages; shorter: the rest as they are
};
/// Some pages (0-based, in this order) of a document as a PDF of their own.
struct ExtractPages
{
    DocumentBytes document;
    QString password;
    QList<qint32> pages;
};
/// Reads a table file and holds its rows.
struct LoadTable
{
    QString id; ///< of the bytes and of how they are read
    QByteArray bytes;
    TableReading reading;
};
struct InspectTable
{
    QString id;
};
struct ReadRows
{
    QString id;
    qint32 sheet = 0;
    qint32 first = 0;
    qint32 count = 0;
};
/// Cuts a signature out of a picture of it.
struct CutSignature
{
    QByteArray bytes;
    qint32 darkness = 0; ///< grey level below which a pixel is ink, 1..254; 0 = found by itself
};
struct ReadSignatures
{
    QString id;
};
/// What holds the worker in.
struct AskProtection
{
};
/// The document's own table of contents.
struct ReadOutline
{
    QString id;
};
/// How large the pages are, as far as it is known at once: what is needed to show the first one. Those behind the first few are taken to be like them; Inspect
/// tells for sure.
struct ReadSizes
{
    QString id;
};
using Command = std::variant<Load, Unload, Inspect, Render, ReadWords, Compose, ToPdf, LoadTable, InspectTable, ReadRows, ReadPage,
                             ReadBoxes, ReadCodes, WriteMarks, ReadMarks, PreparePage, ExtractPages, CutSignature, ReadSignatures,
                             AskProtection, ReadOutline, ReadSizes>;

struct Done
{
};
/// A page that now lies at the start of the SharedPixels.
struct Pixels
{
    qint32 width = 0;
    qint32 height = 0;
    qint32 bytesPerLine = 0;
};
using Answer = std::variant<Error, Done, DocumentInfo, Pixels, QList<Word>, QByteArray, TableInfo, TableRows, PageReading, QList<ReadWord>,
                            QList<PageCode>, QList<Mark>, InkPicture, SignatureFindings, WorkerProtection, QList<OutlineEntry>, QList<QSizeF>>;

struct CommandFrame
{
    quint32 id = 0;
    Command command;
};
struct AnswerFrame
{
    quint32 id = 0;
    quint32 cpuMs = 0; ///< processor time the worker has used in its life
    Answer answer;
};

/// The bytes to write, length included.
QByteArray encoded(const CommandFrame &frame);
QByteArray encoded(const AnswerFrame &frame);

/// Reads a frame without its length. Nothing when it is of another version, cut off, too long or not in the protocol.
std::optional<CommandFrame> decodedCommand(const QByteArray &payload);
std::optional<AnswerFrame> decodedAnswer(const QByteArray &payload);

/// The most bytes an answer may have, by the kAnswerHead bytes at its start; the desk asks before it collects them.
quint32 mostBytes(const QByteArray &head);

/// The length at the start of a frame (4 bytes, big endian).
quint32 frameLength(const char *bytes);

} // namespace PortDesk::WorkerProtocol

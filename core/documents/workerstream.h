// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/mark.h"
#include "core/documents/pdfsignature.h"
#include "core/documents/reading.h"

#include <QDataStream>

/// How values travel in the frames of the worker protocol. Reading believes nothing: counts, figures and enumerations that cannot be leave
/// the stream with the status ReadCorruptData.
namespace PortDesk::WorkerProtocol {

inline constexpr quint32 kMaximumItems = 2'000'000; ///< words of a page, pages of a document: far above the limits of either

/// Reads a list item by item: QList's own reading reserves what the other side claims before it has seen the items.
template<typename T, typename Read> QList<T> readList(QDataStream &in, Read read)
{
    quint32 count = 0;
    in >> count;
    if (count > kMaximumItems)
        in.setStatus(QDataStream::ReadCorruptData);
    QList<T> items;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        T item;
        read(item);
        items.append(std::move(item));
    }
    return items;
}

/// A size that is finite and not negative, as every page has one.
void read(QDataStream &in, QSizeF &size);
/// A box in 0..1 of a page.
void readOnPage(QDataStream &in, QRectF &box);
void write(QDataStream &out, const QStringList &texts);
void read(QDataStream &in, QStringList &texts);
void write(QDataStream &out, const QList<QRectF> &boxes);
void read(QDataStream &in, QList<QRectF> &boxes);
void write(QDataStream &out, const ReadingOptions &options);
void read(QDataStream &in, ReadingOptions &options);
void write(QDataStream &out, const QList<ReadWord> &words);
void read(QDataStream &in, QList<ReadWord> &words);
void write(QDataStream &out, const PageReading &reading);
void read(QDataStream &in, PageReading &reading);
void write(QDataStream &out, const QList<PageCode> &codes);
void read(QDataStream &in, QList<PageCode> &codes);
void write(QDataStream &out, const QList<Mark> &marks);
void read(QDataStream &in, QList<Mark> &marks);
void write(QDataStream &out, const InkPicture &picture);
void read(QDataStream &in, InkPicture &picture);
void write(QDataStream &out, const SignatureFindings &findings);
void read(QDataStream &in, SignatureFindings &findings);

} // namespace PortDesk::WorkerProtocol

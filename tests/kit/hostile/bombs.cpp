// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/hostile/bombs.h"

#include <zlib.h>

namespace PortDesk::HostileFiles {

namespace {

QByteArray deflated(z_stream &packer, const QByteArray &data, int flush)
{
    QByteArray out(qsizetype(deflateBound(&packer, uLong(data.size()))) + 64, Qt::Uninitialized);
    packer.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.constData()));
    packer.avail_in = uInt(data.size());
    packer.next_out = reinterpret_cast<Bytef *>(out.data());
    packer.avail_out = uInt(out.size());
    deflate(&packer, flush);
    out.chop(qsizetype(packer.avail_out));
    return out;
}

} // namespace

QByteArray deflatedParts(const QList<std::pair<QByteArray, int>> &pieces)
{
    z_stream packer{};
    deflateInit2(&packer, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    QByteArray packed;
    // A full flush ends a block that knows nothing of the ones before: the same bytes can stand there any number of times.
    for (const auto &[piece, count] : pieces) {
        if (!piece.isEmpty())
            packed += deflated(packer, piece, Z_FULL_FLUSH).repeated(count);
    }
    packed += deflated(packer, {}, Z_FINISH);
    deflateEnd(&packer);
    return packed;
}

QByteArray deflatedRepeats(const QByteArray &piece, int count)
{
    return QByteArray("\x78\xda", 2) + deflatedParts({{piece, count}}) + QByteArray(4, '\0'); // no reader of PDFs looks at the checksum
}

} // namespace PortDesk::HostileFiles

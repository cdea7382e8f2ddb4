// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/table.h"

#include <QtEndian>

namespace PortDesk {

namespace {

constexpr quint8 kFormulaBit = 0x80;

template<typename T> void put(std::string &packed, T value)
{
    char bytes[sizeof(T)];
    qToBigEndian(value, bytes);
    packed.append(bytes, sizeof bytes);
}

template<typename T> bool take(QByteArrayView packed, qsizetype &offset, T &value)
{
    if (packed.size() - offset < qsizetype(sizeof(T)))
        return false;
    value = qFromBigEndian<T>(packed.data() + offset);
    offset += qsizetype(sizeof(T));
    return true;
}

bool takeHead(QByteArrayView packed, qsizetype &offset, quint8 &kind, quint32 &length)
{
    return take(packed, offset, kind) && take(packed, offset, length) && packed.size() - offset >= qsizetype(length) &&
           (kind & ~kFormulaBit) <= quint8(CellKind::NoResult);
}

bool takeCell(QByteArrayView packed, qsizetype &offset, TableCell &cell)
{
    quint8 kind = 0;
    quint32 length = 0;
    if (!takeHead(packed, offset, kind, length))
        return false;
    cell.kind = CellKind(kind & ~kFormulaBit);
    cell.formula = kind & kFormulaBit;
    cell.text = QString::fromUtf8(packed.sliced(offset, length));
    offset += length;
    return true;
}

} // namespace

void packRow(const TableRow &row, std::string &packed)
{
    put(packed, quint32(row.number));
    put(packed, quint16(row.cells.size()));
    for (const TableCell &cell : row.cells) {
        const QByteArray text = cell.text.toUtf8();
        put(packed, quint8(quint8(cell.kind) | (cell.formula ? kFormulaBit : 0)));
        put(packed, quint32(text.size()));
        packed.append(text.constData(), size_t(text.size()));
    }
}

std::optional<TableRow> unpackRow(QByteArrayView packed, qsizetype &offset)
{
    quint32 number = 0;
    quint16 count = 0;
    if (!take(packed, offset, number) || !take(packed, offset, count) || count > kMaximumTableColumns)
        return {};
    TableRow row;
    row.number = int(number);
    row.cells.resize(count);
    for (TableCell &cell : row.cells) {
        if (!takeCell(packed, offset, cell))
            return {};
    }
    return row;
}

int skipRow(QByteArrayView packed, qsizetype &offset)
{
    quint32 number = 0;
    quint16 count = 0;
    if (!take(packed, offset, number) || !take(packed, offset, count) || count > kMaximumTableColumns)
        return -1;
    for (int i = 0; i < count; ++i) {
        quint8 kind = 0;
        quint32 length = 0;
        if (!takeHead(packed, offset, kind, length))
            return -1;
        offset += length;
    }
    return count;
}

QString columnName(int column)
{
    QString name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.prepend(QChar(u'A' + (rest - 1) % 26));
    return name;
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numbers/numberdata.h"

// The bytes that libphonenumber is given; used inside this room and by its tests only.
namespace PortDesk::NumberBlob {

struct Blob
{
    const void *data = nullptr;
    int size = 0;
    QByteArray kept; ///< owns `data`, empty when that lies in the library
    NumberDataInfo info;
};

/// A file somebody loaded: its bytes and, when PortDesk itself checked and copied it, the checksum written beside it.
struct LoadedFile
{
    QByteArray bytes;
    QByteArray checksum; ///< SHA-256 in hex; empty = put there by hand
};

/// The first that is fit: loaded, supplied, the library's own.
Blob choose(const LoadedFile &loaded, const QByteArray &supplied);

QByteArray suppliedMain();
QByteArray checksumOf(const QByteArray &bytes);
/// Reads it and counts the regions; cheap, for every start. nullopt-like: regions = 0 when it cannot be read.
NumberDataInfo describe(const QByteArray &bytes);

/// Makes sure that the linker keeps the functions the library asks for its data; see numberblob.cpp.
void use();

} // namespace PortDesk::NumberBlob

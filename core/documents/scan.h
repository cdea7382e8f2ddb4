// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

#include <QList>
#include <QRectF>
#include <QString>

namespace PortDesk {

/// A scanner as its driver names it.
struct ScannerDevice {
    QString id;   ///< the driver's own, to be given back as it is
    QString name; ///< for people: maker and model
    friend bool operator==(const ScannerDevice &, const ScannerDevice &) = default;
};

enum class ScanSource {
    Flatbed, ///< one page per scan
    Feeder,  ///< pages until it is empty
};
enum class ScanMode { Colour, Grey, BlackWhite };

/// One paper source of a scanner and what it can do.
struct ScannerSource {
    ScanSource source = ScanSource::Flatbed;
    QList<int> resolutions; ///< dots per inch, rising
    QSizeF area;            ///< largest page in millimetres
    friend bool operator==(const ScannerSource &, const ScannerSource &) = default;
};

struct ScanSettings {
    ScanSource source = ScanSource::Flatbed;
    ScanMode mode = ScanMode::Grey;
    int dpi = 300;
    QRectF area;          ///< millimetres from the top left corner; empty: as much as there is
    bool preview = false; ///< to look at only: no bytes for a document
    friend bool operator==(const ScanSettings &, const ScanSettings &) = default;
};

/// A page that came from the scanner.
struct ScannedPage {
    int number = 0;   ///< of this scan, from 1
    QByteArray bytes; ///< PNG (black and white) or JPEG (grey, colour) with its resolution; empty for a preview
    int dpi = 0;      ///< as scanned, which may differ from what was asked
    QSize size;       ///< pixels
    PageBitmap look;  ///< small, to be shown; what is in the bytes is decoded by the document worker only
};

/// Why the scanner could not do it.
enum class ScanTrouble {
    NoDevice, ///< not there or not connected any more
    Busy,     ///< used by another program
    Denied,   ///< the person may not use it
    NoPaper,
    Jammed,
    CoverOpen,
    Locked, ///< the transport lock is closed
    Unsupported,
    TooLarge, ///< more pixels than a document may have
    NoMemory,
    Io, ///< everything else
    Cancelled,
};

inline constexpr int kMostScannedPages = 500;               ///< of one scan
inline constexpr qint64 kMostScannedPixels = 64'000'000;    ///< of one page: what the document worker takes
inline constexpr int kLookPixels = 900;                     ///< longest side of ScannedPage::look

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/documents/scan.h"

#include <QImage>

namespace PortDesk {

/// Makes a page of the rows of a scanner (24 bits RGB, as libinsane always gives them). The height a driver tells is only a guess, so the
/// page grows with what comes.
class PageBuilder
{
public:
    /// `expected`: pixels as the driver tells them; the width is sure.
    PageBuilder(ScanMode mode, const QSize &expected);

    /// Takes a chunk of any length. False when the page has too many pixels or there is no memory for it.
    bool add(const char *bytes, qsizetype count);
    int rows() const { return m_rows; }
    /// Of the expected height, 0..100.
    int percent() const;
    /// The page, cut to the rows that came; null when none came.
    QImage image() const;

private:
    bool addRow(const uchar *rgb);
    bool grow();

    ScanMode m_mode;
    QSize m_expected;
    QImage m_image; ///< grey or RGB888, more rows than came
    QByteArray m_rest;
    int m_rows = 0;
};

/// Black and white at the threshold that parts this page's ink from its paper best (Otsu 1979), kept away from the ends so that an empty page stays white.
QImage blackAndWhite(const QImage &grey);

/// The page as it travels: bytes for a document unless it is a preview, and the small picture.
ScannedPage scannedPage(const QImage &image, int dpi, const ScanSettings &settings);

} // namespace PortDesk

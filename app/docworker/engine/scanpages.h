// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docworker/engine/activecontent.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

#include <memory>
#include <optional>

class QPDF;

namespace PortDesk {

/// What qpdf knows of a PDF that is shown by another engine. Finds the pages that are nothing but one picture over the whole page (scans):
/// they are decoded once and then painted in any scale in a few milliseconds, where a PDF engine scales the whole picture anew for every
/// tile. The file is parsed when it is asked for what only that can tell: the first page of a text is not to wait for it.
class ScanPages
{
public:
    ScanPages(const QByteArray &bytes, const QString &password);
    ~ScanPages();

    struct Scan
    {
        QSize size;           ///< of the picture in pixels, as stored
        int quarterTurns = 0; ///< clockwise, from /Rotate
    };
    /// Nothing when the page holds anything else, or has been read wrongly.
    std::optional<Scan> scan(int page) const;
    /// The picture, upright, when it is a plain JPEG or deflated samples in grey or RGB; else null.
    QImage decoded(int page) const;

    /// What the file would do beside being read.
    ActiveContent activeContent() const;

private:
    QPDF *pdf() const;

    QByteArray m_bytes;
    QByteArray m_password;
    bool m_hasPictures;
    mutable bool m_isRead = false;
    mutable std::unique_ptr<QPDF> m_pdf; ///< null when qpdf cannot read the file
};

} // namespace PortDesk

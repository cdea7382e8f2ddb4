// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docworker/engine/pagesource.h"

namespace PortDesk {

/// A JPEG, PNG, TIFF or HEIC as a document: every picture is a page as large as its resolution says.
class PictureSource final : public PageSource
{
public:
    static Result<std::unique_ptr<PageSource>> open(const QByteArray &bytes);

    QString engine() const override { return QStringLiteral("picture"); }
    int quicklyMeasured() const override { return 1; } // each has to be decoded
    int pages() const override { return m_pages; }
    QSizeF pageSize(int page) override;
    Result<void> paint(int page, const QSize &full, const QRect &tile, QImage &target) override;
    PageText text(int) override { return {}; }
    QImage picture(int page) override;
    bool isScan() override { return true; }

private:
    PictureSource(const QByteArray &bytes, int pages) : m_bytes(bytes), m_pages(pages), m_sizes(pages) {}
    Result<void> decode(int page);

    QByteArray m_bytes;
    int m_pages;
    QList<QSizeF> m_sizes; ///< empty: not decoded yet
    int m_decodedPage = -1;
    QImage m_decoded; ///< of the page painted last
};

} // namespace PortDesk

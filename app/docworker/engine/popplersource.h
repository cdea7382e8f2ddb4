// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docworker/engine/pagesource.h"
#include "app/docworker/engine/scanpages.h"

namespace Poppler {
class Document;
}

namespace PortDesk {

/// PDF through Poppler with its Splash painter (box filter, anti-aliasing); pages that are one picture are painted from the decoded
/// picture.
class PopplerSource final : public PageSource
{
public:
    /// Null when Poppler gives the file up; `locked` tells that a password is missing or wrong.
    static std::unique_ptr<PageSource> open(const QByteArray &bytes, const QString &password, bool &locked);
    ~PopplerSource() override;

    QString engine() const override { return QStringLiteral("poppler"); }
    int pages() const override;
    QSizeF pageSize(int page) override;
    Result<void> paint(int page, const QSize &full, const QRect &tile, QImage &target) override;
    PageText text(int page) override;
    QImage picture(int page) override { return decodedScan(page); }
    QList<Mark> marks(int page) override;
    QList<PdfSignature> signatures() override;
    QList<OutlineEntry> outline() override;
    bool isScan() override;
    QStringList warnings() override;

private:
    PopplerSource(std::unique_ptr<Poppler::Document> document, const QByteArray &bytes, const QString &password);
    QImage render(int page, const QSize &full, const QRect &tile);
    QImage decodedScan(int page);

    std::unique_ptr<Poppler::Document> m_document;
    QByteArray m_bytes;
    ScanPages m_scans;
    int m_decodedPage = -1;
    QImage m_decoded; ///< the picture of the page painted last, upright
};

} // namespace PortDesk

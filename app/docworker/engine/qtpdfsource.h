// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docworker/engine/pagesource.h"

#include <QBuffer>
#include <QPdfDocument>

namespace PortDesk {

/// PDF through Qt Pdf: the second engine, for files that Poppler gives up.
class QtPdfSource final : public PageSource
{
public:
    /// Null when it cannot open the file either.
    static std::unique_ptr<PageSource> open(const QByteArray &bytes, const QString &password);

    QString engine() const override { return QStringLiteral("qtpdf"); }
    int pages() const override { return m_document.pageCount(); }
    QSizeF pageSize(int page) override { return m_document.pagePointSize(page); }
    Result<void> paint(int page, const QSize &full, const QRect &tile, QImage &target) override;
    PageText text(int page) override;
    QStringList warnings() override;

private:
    QtPdfSource() = default;

    QBuffer m_buffer; ///< read by the document as long as it lives
    QPdfDocument m_document;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/docworker.h"

#include <QFuture>
#include <QObject>

class QBuffer;
class QPdfDocument;

namespace PortDesk {

/// Where a page view gets its pages from. Sizes are points as displayed; pages count from 0.
class PageSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual QList<QSizeF> pageSizes() const = 0;
    /// A page or, with `tile` in pixels of that scale, a part of it. Cancel what is no longer wanted.
    virtual QFuture<Result<PageBitmap>> render(int page, double dpi, const QRect &tile) = 0;
    virtual QFuture<Result<QList<Word>>> words(int page) = 0;
};

/// Pages of a received file, from the document worker.
class WorkerPageSource final : public PageSource
{
    Q_OBJECT
public:
    WorkerPageSource(DocWorker &worker, const DocumentBytes &document, const QList<QSizeF> &sizes, QObject *parent = nullptr);
    QList<QSizeF> pageSizes() const override { return m_sizes; }
    void setPageSizes(const QList<QSizeF> &sizes) { m_sizes = sizes; }
    QFuture<Result<PageBitmap>> render(int page, double dpi, const QRect &tile) override;
    QFuture<Result<QList<Word>>> words(int page) override;

private:
    DocWorker &m_worker;
    DocumentBytes m_document;
    QList<QSizeF> m_sizes;
};

/// Pages of a PDF that PortDesk composed itself, rendered here by Qt Pdf. Never for received files.
class ComposedPageSource final : public PageSource
{
    Q_OBJECT
public:
    explicit ComposedPageSource(const QByteArray &pdf, QObject *parent = nullptr);
    bool isValid() const;
    QList<QSizeF> pageSizes() const override;
    QFuture<Result<PageBitmap>> render(int page, double dpi, const QRect &tile) override;
    QFuture<Result<QList<Word>>> words(int page) override;
    /// A page of exactly `size` pixels on white.
    QImage image(int page, const QSize &size, const QRect &clip = {}) const;

private:
    QByteArray m_bytes;
    QBuffer *m_buffer;
    QPdfDocument *m_pdf;
};

} // namespace PortDesk

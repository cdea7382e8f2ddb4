// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/evidencereader.h"

namespace PortDesk {

/// Pages as the document worker reads them.
class WorkerPages final : public EvidencePages
{
public:
    explicit WorkerPages(DocWorker &worker) : m_worker(worker) {}

    QFuture<Result<DocumentInfo>> inspect(const DocumentBytes &document) override { return m_worker.inspect(document); }
    QFuture<Result<PageReading>> read(const DocumentBytes &document, int page, const ReadingOptions &options) override { return m_worker.read(document, page, options); }
    QFuture<Result<QList<ReadWord>>> readBoxes(const DocumentBytes &document, int page, const QList<QRectF> &boxes, const QStringList &languages) override
    {
        return m_worker.readBoxes(document, page, boxes, languages);
    }

    QFuture<Result<PageBitmap>> render(const DocumentBytes &document, int page, double dpi) override { return m_worker.render(document, page, dpi); }

private:
    DocWorker &m_worker;
};

} // namespace PortDesk

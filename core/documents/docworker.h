// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/documents/letter.h"
#include "core/documents/mark.h"
#include "core/documents/outline.h"
#include "core/documents/pdfsignature.h"
#include "core/documents/protection.h"
#include "core/documents/reading.h"

#include <QFuture>
#include <QObject>
#include <QRect>

#include <memory>

namespace PortDesk {

/// How the client runs the worker.
struct DocWorkerOptions
{
    QString program; ///< path of portdesk-docworker; "" = beside the running program, or $PORTDESK_DOCWORKER
    int loadTimeoutMs = 8000;
    int pageTimeoutMs = 8000;
    int answerTimeoutMs = 9000; ///< of loading a document and its first answer together
    int composeTimeoutMs = 15000;
    int readTimeoutMs = 40000; ///< of recognising a page; the engine itself gives up after 20 s of processor time
    qint64 addressSpaceBytes = 1536LL * 1024 * 1024;
    int cpuSeconds = 300; ///< of a worker's life; it is changed long before
    int documentsPerProcess = 200; ///< restarted after so many documents (RLIMIT_CPU counts a whole life)
};

/// The asynchronous client of the document worker: every byte of a PDF or picture is parsed in that process. A crash or a
/// time-out costs one answer (Error::Document with a sentence) and the next request starts a new worker. Answers arrive
/// in the client's thread. Requests of one client are answered in order; last-request-wins is the caller's job (cancel the future:
/// a request not yet sent is dropped).
class DocWorker final : public QObject
{
    Q_OBJECT
public:
    explicit DocWorker(const DocWorkerOptions &options = {}, QObject *parent = nullptr);
    ~DocWorker() override;

    /// Type, pages and sizes. Errors: encrypted, damaged, no pages, too many pages; message says what to do.
    QFuture<Result<DocumentInfo>> inspect(const DocumentBytes &document, const QString &password = {});
    /// What is needed to show the first page, long before inspect() has looked through the whole file: a size in points, as displayed, for every page. Only those of
    /// the first pages are measured, the others are taken to be like the first until inspect() tells. (0, 0) for a damaged page. Errors as of inspect().
    QFuture<Result<QList<QSizeF>>> pageSizes(const DocumentBytes &document);
    /// Renders a page (0-based) at `dpi`; `tile` in pixels of that scale, an empty rectangle is the whole page. At most 64 megapixels.
    QFuture<Result<PageBitmap>> render(const DocumentBytes &document, int page, double dpi, const QRect &tile = {});
    /// Words of a page's text layer in reading order.
    QFuture<Result<QList<Word>>> words(const DocumentBytes &document, int page);
    /// Words of a page with their confidence: from the text layer when it tells all of the page, else recognised in the picture, which is
    /// turned upright and straight first. A recognised A4 page takes 2 to 3 s.
    QFuture<Result<PageReading>> read(const DocumentBytes &document, int page, const ReadingOptions &options = {});
    /// Reads rectangles (0..1 of the page as displayed, at most 500) from the picture, each as one line, whatever a text layer says: what
    /// the eye sees there. One word per rectangle, with its lowest confidence; no text where nothing is to be seen. About 20 ms each.
    QFuture<Result<QList<ReadWord>>> readBoxes(const DocumentBytes &document, int page, const QList<QRectF> &boxes,
                                               const QStringList &languages = {});
    /// Bar codes and QR codes of a page, top to bottom, however they are turned.
    QFuture<Result<QList<PageCode>>> codes(const DocumentBytes &document, int page);
    /// A PDF copy of the document with the marks as standard annotations that every reader shows alike; internal ones only when asked.
    /// Pictures are wrapped without loss; the original is not touched. Error::Invalid when a mark is on no page of it or belongs to another
    /// document.
    QFuture<Result<QByteArray>> withMarks(const DocumentBytes &document, const QList<Mark> &marks, bool includeInternal);
    /// Annotations a received file brought along, as marks that can be shown and taken over.
    QFuture<Result<QList<Mark>>> annotations(const DocumentBytes &document);
    /// The ink of a picture of a signature (PNG, JPEG or TIFF), cut out of its paper. `darkness` is the grey level below which a pixel is ink, 0 = found by
    /// itself. Error::Document: no picture, too large, no ink in it, or ink all over.
    QFuture<Result<InkPicture>> signaturePicture(const QByteArray &picture, int darkness = 0);
    /// How a document is signed: its cryptographic signatures, verified without asking anybody online, and what its text layer says.
    QFuture<Result<SignatureFindings>> signatures(const DocumentBytes &document);
    /// The document's own table of contents, empty when it has none; at most kMaximumOutlineEntries. An outline that ends the worker is an error
    /// of the outline only: the pages are shown as before.
    QFuture<Result<QList<OutlineEntry>>> outline(const DocumentBytes &document);
    /// Starts the worker before there is anything to ask, so that the first document does not wait for it.
    void warmUp();
    /// Composes a letter into a PDF with embedded fonts.
    QFuture<Result<QByteArray>> compose(const LetterContent &letter);
    /// One PDF of several pictures and PDFs, JPEG bytes unchanged. `quarterTurns` (0..3, clockwise) turns the pages of each document for the
    /// reader, without recoding.
    QFuture<Result<QByteArray>> toPdf(const QList<DocumentBytes> &documents, const QList<qint32> &quarterTurns = {});

    /// Some pages (0-based, in this order) of a document as a PDF of their own: PDF pages as they are, pictures wrapped without loss; nothing of
    /// the other pages is in it. The same pages give the same bytes. Error::Invalid for a page it has not, or none, or one twice.
    QFuture<Result<QByteArray>> extractPages(const DocumentBytes &document, const QList<int> &pages);
    /// What holds the worker in, as it reports itself.
    QFuture<Result<WorkerProtection>> protection();

    /// Process id of the running worker, 0 when none (tests kill it).
    qint64 processId() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace PortDesk

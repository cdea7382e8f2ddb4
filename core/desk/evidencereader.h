// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/docworker.h"
#include "core/documents/pagereadingrepository.h"
#include "core/evidence/evidence.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace PortDesk {

/// Where pages come from: the document worker, or a test's own pages. Answers arrive in the caller's thread.
class EvidencePages
{
public:
    virtual ~EvidencePages() = default;
    virtual QFuture<Result<DocumentInfo>> inspect(const DocumentBytes &document) = 0;
    virtual QFuture<Result<PageReading>> read(const DocumentBytes &document, int page, const ReadingOptions &options) = 0;
    /// Reads rectangles from the picture, one word each, whatever a text layer says.
    virtual QFuture<Result<QList<ReadWord>>> readBoxes(const DocumentBytes &document, int page, const QList<QRectF> &boxes, const QStringList &languages) = 0;
    virtual QFuture<Result<PageBitmap>> render(const DocumentBytes &document, int page, double dpi) = 0;
};

/// Readings kept from earlier; both functions may be empty. `find` answers no value for what was not read yet, and errors count as that.
struct ReadingCache {
    std::function<QFuture<Result<std::optional<PageReading>>>(const PageReadingKey &)> find = {};
    std::function<void(const PageReadingKey &, const PageReading &)> keep = {};
};

/// One document to be read against its facts.
struct EvidenceOrder {
    DocumentBytes document;
    QString kind;              ///< "bill"
    QList<Fact> facts;         ///< factsOf()
    QStringList languages = {}; ///< recognitionLanguages()
    QDate today = {};          ///< for the ages of dates
};

/// Reads documents page by page until every fact is found, matches off the caller's thread, and reads every hit of a text layer again from the picture. A place to
/// sign is looked at for ink. Documents are
/// read one after the other, in the order asked for.
class EvidenceReader final : public QObject
{
    Q_OBJECT
public:
    explicit EvidenceReader(EvidencePages &pages, ReadingCache cache = {}, QObject *parent = nullptr);
    ~EvidenceReader() override;

    /// Errors: those of the document (encrypted, damaged), Error::Cancelled when the reader goes. Cancelling the future ends the reading with its page.
    QFuture<Result<DocumentEvidence>> read(const EvidenceOrder &order);

Q_SIGNALS:
    /// `page` pages of `pages` are read.
    void progress(const QString &sha256, int page, int pages);

private:
    class Job;
    void next();

    EvidencePages &m_pages;
    ReadingCache m_cache;
    QList<std::shared_ptr<Job>> m_jobs; ///< the first one runs
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/docworker.h"
#include "core/exchange/dossier.h"

#include <QPromise>

namespace PortDesk {

enum class DossierForm { Pdf, Archive };

/// Makes dossiers: gets the documents, lets the worker bind them behind the sheets, and packs the originals when an archive is wanted.
/// A document that cannot be bound (encrypted, damaged) does not stop the dossier: the sheets say so and the archive has it as it came.
/// One dossier at a time.
class DossierMaker final : public QObject
{
    Q_OBJECT
public:
    /// Gets the bytes of a stored document.
    using Fetch = std::function<QFuture<Result<DocumentBytes>>(const QString &sha256, const QString &fileName)>;

    /// Gets the marks of a stored document; empty = no marks in the dossiers.
    using FetchMarks = std::function<QFuture<Result<QList<Mark>>>(const QString &sha256)>;

    /// The worker outlives the maker.
    DossierMaker(DocWorker &worker, Fetch fetch, FetchMarks fetchMarks = {}, QObject *parent = nullptr);
    ~DossierMaker() override;

    /// `input.documents` are filled in here. Cancelling the future stops after the step that runs. Error::Storage when the store does not
    /// give a document, Error::Document when the worker cannot bind the whole.
    QFuture<Result<QByteArray>> make(const DossierInput &input, DossierForm form);

Q_SIGNALS:
    /// Documents done of all; the last step is the binding.
    void progressed(int done, int total);

private:
    void next();
    void mark(const DocumentBytes &document);
    void bind(const DocumentBytes &document, QList<Mark> marks);
    void bindAlone(const DocumentBytes &document, const QList<Mark> &marks, bool forDesk);
    void compose();
    void finish(const Result<QByteArray> &pdf);
    void answer(const Result<QByteArray> &result);

    DocWorker &m_worker;
    Fetch m_fetch;
    FetchMarks m_fetchMarks;
    DossierInput m_input;
    DossierForm m_form = DossierForm::Pdf;
    qsizetype m_at = 0;
    QList<DocumentBytes> m_originals; ///< by entry name, in order
    QList<DocumentBytes> m_bound;
    std::unique_ptr<QPromise<Result<QByteArray>>> m_promise;
};

} // namespace PortDesk

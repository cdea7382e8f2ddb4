// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/caseservice.h"
#include "ui/desk/review/evidencerows.h"

#include <QHash>
#include <QWidget>

class QSplitter;

namespace PortDesk {

class DeskSession;
class DocumentViewer;
class FactsPane;
class MarkBook;
class MarkLayer;
class MarksPane;
class MessageBar;
class PageView;
class ReviewForm;
class ReviewHead;
class SignatureNote;

/// The review of a case's documents: facts at the left, the page in the middle, marks and the verdict at the right. One document at a time,
/// or two side by side.
class ReviewView final : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewView(DeskSession &session, QWidget *parent = nullptr);

    /// What reads the evidence; without it the facts say that nothing reads them.
    void setEvidenceRead(EvidenceRead read) { m_read = std::move(read); }
    /// Opens a document of the case (by its SHA-256), or the first that nobody decided.
    void open(const CaseDetails &details, const QString &sha256 = {});
    /// The case as it is now: verdicts and what is allowed follow, the page stays.
    void showCase(const CaseDetails &details);
    void close();

    const CaseDetails &details() const { return m_details; }
    const CaseDocument &document() const { return m_document; }
    DocumentViewer &viewer() const { return *m_viewer; }
    FactsPane &facts() const { return *m_facts; }
    MarkBook &marks() const;
    MarkLayer &layer() const;
    /// True when page, marks and facts are there (tests and pictures wait for it).
    bool isSettled() const;

Q_SIGNALS:
    void backWanted();
    void caseChanged(const PortDesk::CaseDetails &details);
    /// The return form is wanted, with what the documents show differently.
    void returnWanted(const QList<PortDesk::Difference> &differences);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeRight();
    void connectHead();
    bool isBeside() const;
    PageView *usedPages() const;
    QString currentKey() const;
    QList<CaseDocument> papers() const;
    void openDocument(const CaseDocument &document);
    void stepDocument(int by);
    void showHead();
    void showForm();
    void readSignatures(const DocumentBytes &document);
    void readEvidence(bool again);
    void takeEvidence(const Result<DocumentEvidence> &result);
    void showBoxes();
    void pickFact(int row);
    void decide(const QVariantMap &verdict);
    void refused(const Error &error);
    void takeOver(int row);
    void decided(const CaseDetails &details);
    void showBeside(bool beside);
    std::optional<CaseDocument> besideDocument() const;

    DeskSession &m_session;
    EvidenceRead m_read;
    CaseDetails m_details;
    CaseDocument m_document;
    QHash<QString, DocumentEvidence> m_known; ///< by SHA-256 and kind, while the case is open
    QFuture<Result<DocumentEvidence>> m_reading;
    EvidenceBoxes m_boxes;
    int m_ticket = 0;
    bool m_isReading = false;
    ReviewHead *m_head;
    MessageBar *m_bar;
    FactsPane *m_facts;
    DocumentViewer *m_viewer;
    DocumentViewer *m_other = nullptr; ///< beside, made when it is first wanted
    QSplitter *m_middle;
    QWidget *m_right = nullptr;
    MarksPane *m_marks;
    ReviewForm *m_form;
    SignatureNote *m_signature;
    QStringList m_signatureReasons; ///< proposed by how the document is signed
};

} // namespace PortDesk

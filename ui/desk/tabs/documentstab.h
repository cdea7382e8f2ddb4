// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/caseservice.h"
#include "core/documents/virusscanner.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace PortDesk {

class AddDocumentBar;
class ComposedPdfView;
class DeskSession;
class DocumentViewer;
class DocumentsModel;
class EmptyState;
class MarksPane;
class MessageBar;
class Prompts;
class SignatureNote;
class TableView;
class VirusNote;

/// The documents of a case beside the page that is read: add, waive, and the letter of authorisation as it would be printed.
class DocumentsTab final : public QWidget
{
    Q_OBJECT
public:
    DocumentsTab(DeskSession &session, Prompts &prompts, QWidget *parent = nullptr);
    void showCase(const CaseDetails &details);
    /// SHA-256 of the document that is chosen, "" when none is or it has no file.
    QString currentSha() const;
    /// Reads a file and asks what it is; as dropped or picked.
    void offerFile(const QString &path);

Q_SIGNALS:
    void caseChanged(const PortDesk::CaseDetails &details);
    void waiveWanted(const QString &kind);
    /// The review of a document is wanted, of the one that is chosen.
    void reviewWanted(const QString &sha256);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeViewer();
    void pickFile();
    void scan();
    void offer(const DocumentBytes &file);
    void add(const DocumentBytes &file, const CaseDocument &document);
    void addScanned(const DocumentBytes &file, const CaseDocument &document);
    void refuseFile(const QString &sentence);
    void previewLetter();
    void openCurrent();
    void showSignatures(const DocumentBytes &document, bool letter);
    void showNothing(const QString &title, const QString &sentence);
    void showVerdict(const CaseDocument &document);

    DeskSession &m_session;
    Prompts &m_prompts;
    CaseDetails m_details;
    DocumentsModel *m_model;
    TableView *m_table;
    AddDocumentBar *m_addBar;
    MessageBar *m_bar;
    VirusNote *m_virus;
    SignatureNote *m_signature;
    VirusScanner m_scanner;
    QPushButton *m_add;
    QPushButton *m_scan;
    QPushButton *m_waive;
    QPushButton *m_review;
    QPushButton *m_letter;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    DocumentViewer *m_viewer;
    MessageBar *m_verdict; ///< of the desk on the document that is shown
    MarksPane *m_marks;    ///< what the desk marked for the customer
    ComposedPdfView *m_letterView; ///< what we composed ourselves
    int m_newest = 0;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/requestdocuments.h"
#include "ui/wizard/wizardpage.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace PortDesk {

class DayEdit;
class DocumentViewer;
class FormField;
class MessageBar;

/// One row of the documents: the file with kind, date and preview, or what to do when it is missing.
class DocumentDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit DocumentDetails(const WizardContext &context, QWidget *parent = nullptr);

    /// `refusal` is what the desk says of it when it refused it, else "".
    void show(const RequestDocuments::Row &row, const QString &refusal = {});
    void showNothing();
    void showProblems();
    void focusDate();

Q_SIGNALS:
    void attachRequested(const QString &kind);
    void unavailableRequested(const QString &kind);
    void replaceRequested(int document);
    void removeRequested(int document);
    void edited();

private:
    QWidget *makeFile();
    QWidget *makeMissing();
    void showFile(const RequestDocument &document);
    void showMissing();
    void preview(const RequestDocument &document);
    void clearPreview();
    void showEvidence();
    const RequestDocument *document() const;

    WizardContext m_context;
    RequestDocuments::Row m_row;
    QStackedWidget *m_stack;
    QWidget *m_file;
    QWidget *m_missing;
    QComboBox *m_kind;
    DayEdit *m_issued;
    FormField *m_kindField;
    FormField *m_issuedField;
    MessageBar *m_refusal;
    TextLabel *m_evidence; ///< what the document shows of the request
    TextLabel *m_title;
    TextLabel *m_words;
    QPushButton *m_attach;
    QPushButton *m_none;
    QPushButton *m_back;
    DocumentViewer *m_preview;
    QString m_shown; ///< hash of the document in the preview
    bool m_loading = false;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

class QPlainTextEdit;

namespace PortDesk {

class Card;
class DocumentViewer;
class MarksPane;
class ToDoListView;

/// The first page of a correction: what the desk asks for in words, the refused document with the desk's public marks, and a note back.
class TodoPage final : public WizardPage
{
    Q_OBJECT
public:
    explicit TodoPage(const WizardContext &context, QWidget *parent = nullptr);

    QString stepTitle() const override { return tr("What to change"); }
    QString stepSubtitle() const override;
    QString nextWord() const override { return tr("what to change"); }
    /// Nothing of the request is mended here.
    bool owns(const QString &) const override { return false; }
    void enter() override;
    void focusField(const QString &pointer) override;

protected:
    void showProblems() override;

private:
    QWidget *makeDocument();
    void showList();
    void showRefused(const QString &sha256, const QString &fileName);

    Correction &m_correction;
    Card *m_words;
    TextLabel *m_said;
    ToDoListView *m_list;
    Card *m_document;
    DocumentViewer *m_viewer;
    MarksPane *m_marks;
    QPlainTextEdit *m_note;
    QString m_shown; ///< SHA-256 of the document in the viewer
    int m_ticket = 0;
};

} // namespace PortDesk

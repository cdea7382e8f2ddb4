// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/documentintake.h"
#include "ui/wizard/wizardpage.h"

namespace PortDesk {

class BusyBar;
class DocumentDetails;
class RequestDocuments;
class DropZone;
class TableView;

/// The papers: dropped, browsed or pasted; what the country asks for, with state; the chosen one beside it.
class DocumentsPage final : public WizardPage
{
    Q_OBJECT
public:
    explicit DocumentsPage(const WizardContext &context, QWidget *parent = nullptr);

    QString stepTitle() const override { return tr("Documents"); }
    QString stepSubtitle() const override;
    QString nextWord() const override { return tr("documents"); }
    bool owns(const QString &pointer) const override;
    void enter() override;
    void focusField(const QString &pointer) override;

    /// Takes files as if they were dropped.
    void takeFiles(const QStringList &paths);

protected:
    void showProblems() override;

private:
    void makeTable();
    void browse(const QString &kind = {});
    /// Scans a paper of the chosen row's kind when that is missing, else of a kind to be guessed.
    void scan();
    void forgetChoice();
    void accept(const TakenDocument &taken);
    void declareUnavailable(const QString &kind);
    void removeDocument(int document);
    void restoreRemoved();
    bool isCorrecting() const;
    QString removedWords() const;
    void changed(bool keepSelection = true);
    void showCurrent();

    DropZone *m_zone;
    BusyBar *m_busy;
    RequestDocuments *m_model;
    TableView *m_table;
    DocumentDetails *m_details;
    DocumentIntake m_intake;
    QStringList m_refusals; ///< sentences about files that were not taken, until the next try
    QAction *m_undo;
    std::optional<std::pair<int, RequestDocument>> m_removed; ///< the last one and its place, to be put back
    QString m_wantedKind;   ///< of the file being browsed for, "" = guess
    int m_replaces = -1;    ///< index of the document the next file replaces
};

} // namespace PortDesk

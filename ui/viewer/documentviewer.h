// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/docworker.h"
#include "ui/viewer/pageprinter.h"
#include "ui/viewer/pageview.h"

#include <QWidget>

#include <functional>

class QAction;
class QPrinter;
class QStackedLayout;
class QToolButton;

namespace PortDesk {

class BusyBar;
class DocumentFinder;
class EmptyState;
class FindBar;
class MessageBar;
class OutlinePanel;
class OutlineSplit;
class Thumbnails;
class ViewerBar;

/// Shows a received document: pages, thumbnails, outline, zoom, rotation, text selection, find, print. Everything is rendered by the document
/// worker; what cannot be read is said in words, with Retry. Single page, dark pages and the outline are kept in the person's settings; where
/// somebody was reading is kept while the viewer lives. Ctrl+F is the viewer's while the keyboard is in it.
class DocumentViewer final : public QWidget
{
    Q_OBJECT
public:
    /// The worker outlives the viewer.
    explicit DocumentViewer(DocWorker &worker, QWidget *parent = nullptr);

    /// Shows a document; the last call wins. The same document again changes nothing.
    void setDocument(const DocumentBytes &document);
    void clear();
    /// What stands there without a document.
    void setEmptyText(const QString &title, const QString &sentence);
    const DocumentBytes &document() const { return m_document; }
    /// Until the first page was painted only how large the pages are likely to be.
    const DocumentInfo &info() const { return m_info; }
    bool isLoaded() const { return m_source != nullptr; }
    /// True when what can be seen is painted in full.
    bool isSettled() const;
    /// The sentence of the error that is shown, "" when none.
    QString errorText() const { return m_error; }

    PageView *pages() const { return m_pages; }
    DocumentFinder *finder() const { return m_finder; }
    void setThumbnailsVisible(bool visible);
    void openFind();
    /// Without the bar the owner offers zoom and pages itself, and viewActions().
    void setBarVisible(bool visible);
    /// Single page, dark pages, outline, print: with their keys, which work while the keyboard is in the viewer.
    QList<QAction *> viewActions() const;
    QAction *outlineAction() const { return m_outlineAction; }
    /// Ctrl+F is this viewer's in the whole room, too, as long as nothing in it has a better right.
    void claimFind(QWidget *room);

    /// Where the marks come from that can be printed; without it nobody is asked.
    void setMarksToPrint(std::function<QList<Mark>()> marks) { m_marksToPrint = std::move(marks); }
    /// Asks for a printer, pages and marks, and prints.
    void print();
    /// Prints; progress and Cancel stand above the pages.
    void printTo(std::unique_ptr<QPrinter> printer, const PrintPlan &plan);
    bool isPrinting() const { return m_printer != nullptr; }

Q_SIGNALS:
    void printed(PortDesk::PagePrinter::Outcome outcome);
    /// The pages are there to be asked for.
    void loaded();
    void failed(const PortDesk::Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectParts();
    void load();
    void showOpening();
    void take(const Result<QList<QSizeF>> &sizes);
    void readRest();
    void takeInfo(const Result<DocumentInfo> &info);
    void measureAgain();
    void setSource(WorkerPageSource *source);
    void showWarnings();
    void showFailure(const Error &error);
    void makeActions();
    QAction *makeAction(const QString &text, const QString &name, const QKeySequence &keys, const QString &setting);
    void makeMenu();
    void readSettings();
    void readOutline();
    void takeOutline(const QList<OutlineEntry> &outline);
    void showOutline();
    void keepReading();
    void endPrinting(PagePrinter::Outcome outcome, const QString &sentence);

    DocWorker &m_worker;
    DocumentBytes m_document;
    DocumentInfo m_info;
    bool m_isComplete = false;  ///< the warnings and the outline are there, or never will be
    bool m_offersRetry = false; ///< the bar tells of a page that failed
    WorkerPageSource *m_source = nullptr;
    QString m_error;
    QString m_emptyTitle;
    QString m_emptySentence;
    int m_ticket = 0;
    PageView *m_pages;
    DocumentFinder *m_finder;
    ViewerBar *m_bar;
    FindBar *m_findBar;
    Thumbnails *m_thumbnails;
    OutlinePanel *m_outline;
    OutlineSplit *m_split = nullptr;
    QToolButton *m_thumbnailButton = nullptr;
    QAction *m_singleAction = nullptr;
    QAction *m_darkAction = nullptr;
    QAction *m_outlineAction = nullptr;
    QAction *m_printAction = nullptr;
    QHash<QString, PageView::Reading> m_readings; ///< by SHA-256
    std::function<QList<Mark>()> m_marksToPrint;
    PagePrinter *m_printer = nullptr;
    MessageBar *m_warnings;
    BusyBar *m_busy;
    BusyBar *m_printing;
    EmptyState *m_state;
    QWidget *m_body;
    QStackedLayout *m_stack;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/docworker.h"
#include "ui/viewer/pageview.h"

#include <QWidget>

class QStackedLayout;
class QToolButton;

namespace PortDesk {

class BusyBar;
class DocumentFinder;
class EmptyState;
class FindBar;
class MessageBar;
class Thumbnails;
class ViewerBar;

/// Shows a received document: pages, thumbnails, zoom, rotation, text selection, find. Everything is rendered by the document
/// worker; what cannot be read is said in words, with Retry.
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
    /// Without the bar the owner offers zoom and pages itself.
    void setBarVisible(bool visible);

Q_SIGNALS:
    void loaded(const PortDesk::DocumentInfo &info);
    void failed(const PortDesk::Error &error);

private:
    void load();
    void take(const Result<DocumentInfo> &result);
    void setSource(PageSource *source);
    void showWarnings();
    void showFailure(const Error &error);
    void makeActions();

    DocWorker &m_worker;
    DocumentBytes m_document;
    DocumentInfo m_info;
    PageSource *m_source = nullptr;
    QString m_error;
    QString m_emptyTitle;
    QString m_emptySentence;
    int m_ticket = 0;
    PageView *m_pages;
    DocumentFinder *m_finder;
    ViewerBar *m_bar;
    FindBar *m_findBar;
    Thumbnails *m_thumbnails;
    QToolButton *m_thumbnailButton = nullptr;
    MessageBar *m_warnings;
    BusyBar *m_busy;
    EmptyState *m_state;
    QWidget *m_body;
    QStackedLayout *m_stack;
};

} // namespace PortDesk

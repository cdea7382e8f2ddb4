// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/docworker.h"
#include "core/documents/scannerclient.h"

#include <QDialog>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace PortDesk {

class BusyBar;
class EmptyState;
class MessageBar;
class PageStrip;
class Prompts;
class ScanForm;
class ScannedPages;
class ScanView;

/// What is scanned, and where it is to go.
struct ScanPurpose {
    QString title;             ///< "Scan: Latest phone bill"
    QString fileName;          ///< of the document, with .pdf
    qint64 maximumBytes = 0;   ///< of a document; 0: any
    ScannerOptions scanner = {};
};

/// A name for a scanned document of a kind ("" = any): "Latest phone bill 2026-11-23.pdf".
QString scannedFileName(const QString &kindText, QDate day);

/// Scans pages from the glass or a feeder into one document: look first and mark a part, scan on, put in order, turn, delete, finish. The
/// document goes the way of every received file; the dialog only makes it.
class ScanDialog final : public QDialog
{
    Q_OBJECT
public:
    ScanDialog(DocWorker &worker, Prompts &prompts, const ScanPurpose &purpose, QWidget *parent = nullptr);

    ScannedPages &pages() { return *m_pages; }
    bool isBusy() const { return m_doing != Doing::Nothing; }

public Q_SLOTS:
    /// Cancels what runs; asks before scanned pages are lost.
    void reject() override;

Q_SIGNALS:
    /// The finished PDF; the dialog is accepted then.
    void scanned(const PortDesk::DocumentBytes &document);

private:
    enum class Doing { Nothing, Looking, Opening, Previewing, Scanning, Binding };

    QWidget *makeWork();
    QWidget *makeMiddle();
    QLayout *makeButtons();
    void connectAll();
    void look();
    void ask(const QString &device);
    void preview();
    void scan();
    void finish();
    void takePage(const ScannedPage &page);
    void scanDone(const Result<int> &done);
    void begin(Doing what, const QString &words, int maximum = 0);
    void end();
    void fail(const Error &error);
    void showFound(const Result<QList<ScannerDevice>> &found);
    void showTab(int tab);
    void showPage(int row);
    void refresh();

    DocWorker &m_worker;
    Prompts &m_prompts;
    ScanPurpose m_purpose;
    ScannerClient m_client;
    ScannedPages *m_pages;
    ScanForm *m_form;
    PageStrip *m_strip;
    ScanView *m_glass;
    ScanView *m_page;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;  ///< work or what to say instead
    QStackedWidget *m_middle; ///< empty, glass, page
    EmptyState *m_empty;
    EmptyState *m_noPicture;
    MessageBar *m_bar;
    BusyBar *m_busy;
    QPushButton *m_preview;
    QPushButton *m_scan;
    QPushButton *m_finish;
    Doing m_doing = Doing::Nothing;
};

} // namespace PortDesk

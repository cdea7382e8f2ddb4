// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/letterrouter.h"
#include "core/documents/virusscanner.h"

#include <QWidget>

class QAction;
class QListView;
class QPushButton;
class QStackedWidget;

namespace PortDesk {

class AssignPane;
class BusyBar;
class DeskSession;
class DocumentViewer;
class EmptyState;
class MessageBar;
class Prompts;
class TextLabel;
class TrayModel;

/// Scanned letters: files are routed to their cases from here, and what could not be routed waits here to be assigned.
class TrayView final : public QWidget
{
    Q_OBJECT
public:
    TrayView(DeskSession &session, Prompts &prompts, QWidget *parent = nullptr);

    void reload();
    /// Asks for files and routes them.
    void pickFiles();
    void routeFiles(const QStringList &paths);

Q_SIGNALS:
    void backWanted();
    void countChanged(int waiting);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeList();
    QWidget *makeViewer();
    void makeActions();
    void show(const QList<TrayPart> &parts);
    void openSelection();
    void readHints(const TrayPart &part, const DocumentBytes &file, int ticket);
    void loadPicture(TrayPartId id);
    QList<TrayPart> selected() const;

    void checkNext(QStringList paths, QList<DocumentBytes> files);
    void route(const QList<DocumentBytes> &files);
    void watchRouter();
    void showReport(const Result<RoutingReport> &report);
    void lookForUnfinished();
    void discardUnfinished();

    void assign(CaseId id, const QString &reference, const QString &kind);
    void collect(QList<TrayPart> parts, QList<DocumentBytes> files, const std::function<void(const QList<DocumentBytes> &)> &done);
    void finishAssign(const TrayAssignment &assignment, const QString &reference);
    void remove();
    void undoRemove();
    void divide();
    void dividePages(const TrayPart &part, const DocumentBytes &file, QList<DocumentBytes> pages);
    void fail(const QString &sentence);

    DeskSession &m_session;
    Prompts &m_prompts;
    VirusScanner m_scanner;
    TrayModel *m_model;
    TextLabel *m_count;
    MessageBar *m_bar;
    MessageBar *m_unfinishedBar;
    BusyBar *m_busy;
    QListView *m_list;
    AssignPane *m_assign;
    QStackedWidget *m_stack; ///< empty state, or list and viewer
    EmptyState *m_empty;
    DocumentViewer *m_viewer;
    QPushButton *m_route;
    QAction *m_undo;
    QAction *m_continue;
    QAction *m_discard;
    QStringList m_refused; ///< sentences about files that are not routed
    QList<TrayPartId> m_shown; ///< parts that are open at the right
    QList<TrayPartId> m_removed;
    QList<LetterBatch> m_unfinished;
    int m_newest = 0;
    int m_opened = 0;
};

} // namespace PortDesk

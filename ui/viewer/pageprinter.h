// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/mark.h"
#include "ui/viewer/pagesource.h"

#include <QPainter>
#include <QPointer>

class QPrinter;

namespace PortDesk {

/// What of a document goes to the printer.
struct PrintPlan {
    QList<int> pages; ///< 0-based, in order
    int quarterTurns = 0; ///< clockwise, as the person turned the pages
    QList<Mark> marks; ///< painted on the pages; none = the document as it came
};

/// Prints pages of a source, one after the other: each is rendered at the printer's resolution and shrunk where the paper is smaller. Nothing waits;
/// progress and the end are told by signals.
class PagePrinter final : public QObject
{
    Q_OBJECT
public:
    enum class Outcome { Printed, Cancelled, Failed };

    PagePrinter(PageSource &source, std::unique_ptr<QPrinter> printer, const PrintPlan &plan, QObject *parent = nullptr);
    ~PagePrinter() override;

    void start();
    /// Nothing more is printed; paper that left the printer cannot be taken back.
    void cancel();

    /// The resolution a page is rendered at: the printer's, as fine as eyes see and the worker paints at most.
    static double renderDpi(const QSizeF &points, int printerDpi);

Q_SIGNALS:
    /// `done` pages of `all` are printed.
    void progressed(int done, int all);
    /// `sentence` says what failed.
    void finished(PortDesk::PagePrinter::Outcome outcome, const QString &sentence);

private:
    void next();
    bool startSheet();
    void take(const Result<PageBitmap> &result);
    QImage withMarks(const QImage &page, int number) const;
    void end(Outcome outcome, const QString &sentence = {});

    QPointer<PageSource> m_source;
    std::unique_ptr<QPrinter> m_printer;
    QPainter m_painter;
    PrintPlan m_plan;
    QList<QSizeF> m_points;
    QFuture<Result<PageBitmap>> m_rendering;
    int m_done = 0;
    bool m_ended = false;
};

} // namespace PortDesk

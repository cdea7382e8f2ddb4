// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pageprinter.h"

#include "core/documents/workerprotocol.h"
#include "ui/models/answer.h"
#include "ui/viewer/markpaint.h"
#include "ui/viewer/pagelayout.h"

#include <QPrinter>

#include <cmath>

namespace PortDesk {

namespace {

constexpr double kFinest = 600;  // dots per inch; finer is not seen on paper and takes four times the memory
constexpr double kScreenDpi = 96; // for what has its size in pixels, as the slip of a note

QSizeF turned(const QSizeF &size, int quarterTurns)
{
    return quarterTurns % 2 ? size.transposed() : size;
}

} // namespace

PagePrinter::PagePrinter(PageSource &source, std::unique_ptr<QPrinter> printer, const PrintPlan &plan, QObject *parent)
    : QObject(parent), m_source(&source), m_printer(std::move(printer)), m_plan(plan), m_points(source.pageSizes())
{
    m_plan.quarterTurns = ((plan.quarterTurns % 4) + 4) % 4;
    m_plan.pages.removeIf([this](int page) { return page < 0 || page >= m_points.size(); });
}

PagePrinter::~PagePrinter()
{
    m_rendering.cancel();
    if (m_painter.isActive()) {
        m_printer->abort();
        m_painter.end();
    }
}

double PagePrinter::renderDpi(const QSizeF &points, int printerDpi)
{
    const double inches = std::max(1e-6, points.width() * points.height() / (72.0 * 72.0));
    const double most = std::sqrt(double(WorkerProtocol::kMaximumPixels) * 0.99 / inches);
    return std::min({double(printerDpi), kFinest, most});
}

void PagePrinter::start()
{
    if (m_plan.pages.isEmpty())
        return end(Outcome::Failed, tr("There is no such page in the document."));
    next();
}

void PagePrinter::cancel()
{
    m_rendering.cancel();
    end(Outcome::Cancelled);
}

/// The paper lies as the turned page does.
bool PagePrinter::startSheet()
{
    const QSizeF size = turned(m_points.at(m_plan.pages.at(m_done)), m_plan.quarterTurns);
    m_printer->setPageOrientation(size.width() > size.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    return m_painter.isActive() ? m_printer->newPage() : m_painter.begin(m_printer.get());
}

void PagePrinter::next()
{
    if (!m_source)
        return end(Outcome::Failed, tr("The document was closed."));
    if (!startSheet())
        return end(Outcome::Failed, tr("The printer could not be started. Check that it is on and ready."));
    const int page = m_plan.pages.at(m_done);
    m_rendering = m_source->render(page, renderDpi(m_points.at(page), m_printer->resolution()), {});
    whenAnswered(m_rendering, this, [this](const Result<PageBitmap> &result) { take(result); });
}

/// Marks are painted into the picture: printers know no multiplying, and a highlight would cover its words.
QImage PagePrinter::withMarks(const QImage &page, int number) const
{
    if (m_plan.marks.isEmpty() && m_plan.quarterTurns == 0)
        return page;
    QImage sheet = page.transformed(QTransform().rotate(90 * m_plan.quarterTurns));
    const double perPixel = sheet.width() / turned(m_points.at(number), m_plan.quarterTurns).width() * 72 / kScreenDpi;
    const QSizeF screen = QSizeF(sheet.size()) / perPixel;
    const QTransform toScreen = PageLayout::turn(m_plan.quarterTurns) * QTransform::fromScale(screen.width(), screen.height());
    QPainter painter(&sheet);
    painter.scale(perPixel, perPixel);
    for (const Mark &mark : m_plan.marks) {
        if (mark.page == number)
            paintMark(painter, mark, {toScreen, m_points.at(number)});
    }
    return sheet;
}

void PagePrinter::take(const Result<PageBitmap> &result)
{
    if (m_ended)
        return;
    const int page = m_plan.pages.at(m_done);
    if (!result.ok())
        return end(Outcome::Failed, tr("Page %1 could not be printed. %2").arg(page + 1).arg(result.error().message));
    const QImage picture(result->pixels.get(), result->width, result->height, result->bytesPerLine, QImage::Format_RGB32);
    const QImage sheet = withMarks(picture, page);
    const QRectF paper(QPointF(), QSizeF(m_printer->pageLayout().paintRectPixels(m_printer->resolution()).size()));
    QRectF target(QPointF(), turned(m_points.at(page), m_plan.quarterTurns) * m_printer->resolution() / 72.0);
    const double fit = std::min({1.0, paper.width() / target.width(), paper.height() / target.height()});
    target.setSize(target.size() * fit);
    target.moveCenter(paper.center());
    m_painter.drawImage(target, sheet);
    ++m_done;
    Q_EMIT progressed(m_done, int(m_plan.pages.size()));
    if (m_ended) // cancelled from there
        return;
    if (m_done < m_plan.pages.size())
        return next();
    if (m_painter.end())
        end(Outcome::Printed);
    else
        end(Outcome::Failed, tr("The printer stopped. Check its paper and try again."));
}

void PagePrinter::end(Outcome outcome, const QString &sentence)
{
    if (std::exchange(m_ended, true))
        return;
    if (m_painter.isActive()) {
        m_printer->abort();
        m_painter.end();
    }
    Q_EMIT finished(outcome, sentence);
}

} // namespace PortDesk

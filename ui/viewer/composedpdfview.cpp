// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/composedpdfview.h"

#include "ui/viewer/pagesource.h"
#include "ui/viewer/pageview.h"
#include "ui/viewer/viewerbar.h"
#include "ui/viewer/viewerbutton.h"
#include "ui/widgets/emptystate.h"

#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

ComposedPdfView::ComposedPdfView(QWidget *parent)
    : QWidget(parent), m_pages(new PageView), m_bar(new ViewerBar(*m_pages)), m_state(new EmptyState), m_body(new QWidget), m_stack(new QStackedLayout(this))
{
    setObjectName(u"composedPdfView"_s);
    auto *printButton = viewerButton(Glyph::Print, tr("Print…"), u"printButton"_s);
    connect(printButton, &QToolButton::clicked, this, &ComposedPdfView::print);
    m_bar->addButton(printButton);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_body);
    setEmptyText(tr("No letter yet"), tr("The letter appears here as soon as it is made."));
}

void ComposedPdfView::setPdf(const QByteArray &pdf)
{
    clear();
    m_pdf = pdf;
    auto *source = new ComposedPageSource(pdf, this);
    if (!source->isValid()) {
        delete source;
        m_state->set(EmptyState::Kind::Failed, tr("The letter cannot be shown"), tr("The PDF is damaged. Make the letter again."), tr("Close"));
        return;
    }
    m_source = source;
    m_pages->setSource(source);
    m_bar->refresh();
    m_stack->setCurrentWidget(m_body);
}

void ComposedPdfView::clear()
{
    m_pages->setSource(nullptr);
    delete m_source;
    m_source = nullptr;
    m_pdf.clear();
    m_bar->refresh();
    m_stack->setCurrentWidget(m_state);
}

void ComposedPdfView::setEmptyText(const QString &title, const QString &sentence)
{
    m_state->set(EmptyState::Kind::NothingYet, title, sentence);
    m_state->setGlyph(Glyph::File);
}

void ComposedPdfView::print()
{
    if (!m_source)
        return;
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() == QDialog::Accepted)
        printTo(printer);
}

bool ComposedPdfView::printTo(QPrinter &printer) const
{
    if (!m_source)
        return false;
    const QList<QSizeF> sizes = m_source->pageSizes();
    const auto fit = [&](int page) {
        printer.setPageSize(QPageSize(sizes.at(page), QPageSize::Point));
        printer.setPageOrientation(QPageLayout::Portrait);
        printer.setFullPage(true);
    };
    fit(0);
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const double dpi = std::min(300, printer.resolution());
    for (int page = 0; page < sizes.size(); ++page) {
        if (page > 0) {
            fit(page);
            printer.newPage();
        }
        const QImage image = m_source->image(page, (sizes.at(page) * dpi / 72).toSize());
        const QRectF paper(QPointF(), sizes.at(page) * printer.resolution() / 72.0);
        painter.drawImage(paper, image);
    }
    return painter.end();
}

} // namespace PortDesk

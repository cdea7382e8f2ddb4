// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPrinter;
class QStackedLayout;

namespace PortDesk {

class ComposedPageSource;
class EmptyState;
class PageView;
class ViewerBar;

/// Shows and prints a PDF that PortDesk composed itself (letter of authorisation, quote). Never for received files.
class ComposedPdfView final : public QWidget
{
    Q_OBJECT
public:
    explicit ComposedPdfView(QWidget *parent = nullptr);

    void setPdf(const QByteArray &pdf);
    void clear();
    const QByteArray &pdf() const { return m_pdf; }
    bool isLoaded() const { return m_source != nullptr; }
    PageView *pages() const { return m_pages; }
    void setEmptyText(const QString &title, const QString &sentence);

    /// Asks for a printer and prints.
    void print();
    /// Prints every page at the printer's resolution (at most 300 dots per inch); false when the printer could not start.
    bool printTo(QPrinter &printer) const;

private:
    QByteArray m_pdf;
    ComposedPageSource *m_source = nullptr;
    PageView *m_pages;
    ViewerBar *m_bar;
    EmptyState *m_state;
    QWidget *m_body;
    QStackedLayout *m_stack;
};

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/pagesource.h"
#include "ui/viewer/pageview.h"

namespace PortDesk {

/// Looks for a text on all pages, page by page, and shows what it found in a page view.
class DocumentFinder final : public QObject
{
    Q_OBJECT
public:
    explicit DocumentFinder(PageView &view, QObject *parent = nullptr);

    void setSource(PageSource *source);
    /// Starts anew; "" clears.
    void find(const QString &query);
    void next() { step(1); }
    void previous() { step(-1); }
    int count() const { return int(m_matches.size()); }
    int current() const { return m_current; } ///< 0-based, -1 when none
    bool isSearching() const { return m_page < m_pages; }

Q_SIGNALS:
    void changed();

private:
    struct Match { int page; QList<QRectF> boxes; };

    void readPage();
    void takePage(const PageText &text);
    void step(int by);
    void show(bool scroll);

    PageView &m_view;
    QPointer<PageSource> m_source;
    QHash<int, PageText> m_texts;
    QString m_query;
    QList<Match> m_matches;
    int m_pages = 0;
    int m_page = 0;
    int m_current = -1;
    int m_ticket = 0;
};

} // namespace PortDesk

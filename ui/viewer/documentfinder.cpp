// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/documentfinder.h"

#include "ui/models/answer.h"

namespace PortDesk {

DocumentFinder::DocumentFinder(PageView &view, QObject *parent) : QObject(parent), m_view(view) {}

void DocumentFinder::setSource(PageSource *source)
{
    m_source = source;
    m_texts.clear();
    m_pages = source ? int(source->pageSizes().size()) : 0;
    find({});
}

void DocumentFinder::find(const QString &query)
{
    ++m_ticket;
    m_query = query;
    m_matches.clear();
    m_current = -1;
    m_page = query.trimmed().isEmpty() ? m_pages : 0;
    show(false);
    readPage();
}

void DocumentFinder::readPage()
{
    while (m_page < m_pages && m_texts.contains(m_page))
        takePage(m_texts.value(m_page));
    if (m_page >= m_pages || !m_source)
        return;
    whenAnswered(m_source->words(m_page), this, [this, ticket = m_ticket, page = m_page](const Result<QList<Word>> &result) {
        m_texts.insert(page, PageText(result.ok() ? *result : QList<Word>()));
        if (ticket == m_ticket)
            readPage();
    });
}

void DocumentFinder::takePage(const PageText &text)
{
    const auto ranges = text.find(m_query);
    for (const auto &[first, last] : ranges) {
        Match match{m_page, {}};
        for (int i = first; i <= last; ++i)
            match.boxes.append(text.words().at(i).box);
        m_matches.append(match);
    }
    const bool first = m_current < 0 && !m_matches.isEmpty();
    if (first)
        m_current = 0;
    ++m_page;
    show(first);
}

void DocumentFinder::step(int by)
{
    if (m_matches.isEmpty())
        return;
    m_current = (m_current + by + count()) % count();
    show(true);
}

void DocumentFinder::show(bool scroll)
{
    QList<PageHighlight> marks;
    for (int i = 0; i < m_matches.size(); ++i) {
        for (const QRectF &box : m_matches.at(i).boxes)
            marks.append({m_matches.at(i).page, box, State::Waiting, i == m_current});
    }
    m_view.setMatches(marks);
    if (scroll && m_current >= 0)
        m_view.showBox(m_matches.at(m_current).page, m_matches.at(m_current).boxes.constFirst());
    Q_EMIT changed();
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/outlinereader.h"

#include <QElapsedTimer>

#include <poppler-link.h>
#include <poppler-qt6.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qint64 kMostMilliseconds = 1500; // an outline that takes longer is no help for finding a page

class Walk
{
public:
    explicit Walk(int pages) : m_pages(pages) { m_time.start(); }

    QList<OutlineEntry> run(const Poppler::Document &document)
    {
        take(document.outline(), 0);
        return m_entries;
    }

private:
    // Poppler reads an entry's children only when they are asked for. It stops at brothers and ancestors that come again; children shared by
    // many parents would still multiply without the limits here.
    void take(const QList<Poppler::OutlineItem> &items, int level)
    {
        for (const Poppler::OutlineItem &item : items) {
            if (m_entries.size() >= kMaximumOutlineEntries || m_time.hasExpired(kMostMilliseconds))
                return;
            if (item.isNull())
                continue;
            m_entries.append({title(item), pageOf(item), level});
            if (level < kMaximumOutlineLevel && item.hasChildren())
                take(item.children(), level + 1);
        }
    }

    static QString title(const Poppler::OutlineItem &item)
    {
        const QString words = item.name().left(kMaximumOutlineTitle * 4).simplified().left(kMaximumOutlineTitle);
        return words.isEmpty() ? u"…"_s : words;
    }

    int pageOf(const Poppler::OutlineItem &item) const
    {
        if (!item.externalFileName().isEmpty()) // nothing outside of the document is ever opened
            return -1;
        const auto destination = item.destination();
        const int page = destination ? destination->pageNumber() - 1 : -1;
        return page >= 0 && page < m_pages ? page : -1;
    }

    int m_pages;
    QElapsedTimer m_time;
    QList<OutlineEntry> m_entries;
};

} // namespace

QList<OutlineEntry> outlineOf(const Poppler::Document &document)
{
    return Walk(document.numPages()).run(document);
}

} // namespace PortDesk

// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/cases/caserepository.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace PortDesk {

class CaseListModel;
class DeskSession;

/// Fills a CaseListModel from the desk: first page, further pages, counts, refresh after changes. The last request wins.
class CaseListSource final : public QObject
{
    Q_OBJECT
public:
    /// Rows read at once: three windows full; scrolling reads on.
    static constexpr int kPage = 100;

    CaseListSource(DeskSession &session, CaseListModel &model, QObject *parent = nullptr);

    const CaseQuery &query() const { return m_query; }
    /// Asks anew; `limit`, `afterKey` and `afterId` are the source's own.
    void setQuery(const CaseQuery &query);
    /// Asks the same again and keeps as many rows as were read.
    void reload();

Q_SIGNALS:
    /// Rows are in the model; how many match, and how many cases there are at all.
    void loaded(qint64 matching, qint64 all);
    void failed(const PortDesk::Error &error);

private:
    void ask(int limit);
    void askMore();
    void askCounts(int ticket);
    void showHeld();

    DeskSession &m_session;
    CaseListModel &m_model;
    CaseQuery m_query;
    std::optional<CasePage> m_held; ///< rows that wait a moment for their counts: both are painted at once
    QTimer m_patience;
    bool m_reading = false; ///< the first page is under way: further ones would belong to the old question
    int m_newest = 0; ///< number of the newest request; answers to older ones are dropped
};

} // namespace PortDesk

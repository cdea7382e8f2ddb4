// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/requestdocuments.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/wizard/requestdraft.h"

#include <QLocale>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

RequestDocuments::RequestDocuments(const RequestDraft &draft, QObject *parent) : QAbstractTableModel(parent), m_draft(draft) {}

QList<RequestDocuments::Row> RequestDocuments::rows() const
{
    const Request &request = m_draft.request();
    const QString owner = request.owner.kind == OwnerKind::Business ? u"business"_s : u"person"_s;
    QList<Row> asked;
    for (const CountryRecord *record : m_draft.records()) {
        for (const DocumentRule &rule : record->documents) {
            if (rule.id == u"loa" || !(rule.appliesTo.isEmpty() || rule.appliesTo == owner))
                continue;
            const auto same = std::find_if(asked.begin(), asked.end(), [&](const Row &row) { return row.kind == rule.id; });
            if (same == asked.end())
                asked << Row{rule.id, -1, rule.required, rule.baseProcess, rule.note};
            else
                same->required = same->required || rule.required;
        }
    }
    QList<Row> all;
    const auto addAttached = [&](const Row &of) {
        for (int i = 0; i < request.documents.size(); ++i) {
            if (request.documents.at(i).kind == of.kind)
                all << Row{of.kind, i, of.required, of.mayBeUnavailable, of.note};
        }
    };
    for (const Row &row : asked) {
        const auto before = all.size();
        addAttached(row);
        if (all.size() == before)
            all << row;
    }
    for (int i = 0; i < request.documents.size(); ++i) {
        const QString &kind = request.documents.at(i).kind;
        if (kind != u"loa" && std::none_of(asked.cbegin(), asked.cend(), [&](const Row &row) { return row.kind == kind; }))
            all << Row{kind, i, false, false, {}};
    }
    return all;
}

void RequestDocuments::refresh()
{
    const QList<Row> fresh = rows();
    if (fresh.size() != m_rows.size()) {
        beginResetModel();
        m_rows = fresh;
        endResetModel();
        return;
    }
    m_rows = fresh;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int RequestDocuments::rowOfDocument(int document) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [document](const Row &row) { return row.document == document; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

QString RequestDocuments::firstMissing() const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.required && row.document < 0; });
    return found == m_rows.cend() ? QString() : found->kind;
}

int RequestDocuments::firstRefused() const
{
    const auto isRefused = [this](const Row &row) { return row.document >= 0 && m_refused.contains(m_draft.request().documents.at(row.document).sha256); };
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), isRefused);
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

int RequestDocuments::missingCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.required && row.document < 0; }));
}

int RequestDocuments::attachedCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const Row &row) { return row.document >= 0; }));
}

int RequestDocuments::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RequestDocuments::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RequestDocuments::problemOf(const Row &row, Problem::Severity *severity) const
{
    if (row.document < 0)
        return {};
    const QString own = u"/documents/%1"_s.arg(row.document);
    for (const Problem &problem : m_draft.checked().problems) {
        if (problem.field != own && !problem.field.startsWith(own + u'/'))
            continue;
        if (severity)
            *severity = problem.severity;
        return problemText(problem);
    }
    return {};
}

QString RequestDocuments::refusalOf(const Row &row) const
{
    const auto &documents = m_draft.request().documents;
    return row.document >= 0 && row.document < documents.size() ? m_refused.value(documents.at(row.document).sha256) : QString();
}

BadgeContent RequestDocuments::badge(const Row &row) const
{
    if (row.document < 0)
        return row.required ? BadgeContent{Glyph::Warning, tr("needed"), State::Waiting} : BadgeContent{Glyph::Dot, tr("if you have it"), State::Neutral};
    if (!m_draft.request().documents.at(row.document).unavailable.isEmpty())
        return {Glyph::Info, tr("carrier gives none"), State::Waiting};
    if (m_refused.contains(m_draft.request().documents.at(row.document).sha256))
        return {Glyph::Cross, tr("refused"), State::Problem};
    Problem::Severity severity = Problem::Severity::Warning;
    if (problemOf(row, &severity).isEmpty())
        return {Glyph::Check, tr("attached"), State::Good};
    return severity == Problem::Severity::Error ? BadgeContent{Glyph::Cross, tr("to be mended"), State::Problem}
                                                : BadgeContent{Glyph::Warning, tr("please check"), State::Waiting};
}

QVariant RequestDocuments::display(const Row &row, int column) const
{
    const RequestDocument document = row.document >= 0 ? m_draft.request().documents.at(row.document) : RequestDocument();
    switch (column) {
    case KindColumn: return documentKindText(row.kind);
    case FileColumn: return document.file;
    case DateColumn: return document.issued.isValid() ? QLocale().toString(document.issued, QLocale::ShortFormat) : QString();
    case StateColumn: return badge(row).text;
    default: return {};
    }
}

QVariant RequestDocuments::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return index.column() == StateColumn ? QVariant() : display(row, index.column());
    case Qt::AccessibleTextRole: return display(row, index.column());
    case Qt::ToolTipRole: {
        QStringList sentences{refusalOf(row), problemOf(row)};
        sentences.removeAll(QString());
        return sentences.isEmpty() ? QVariant() : sentences.join(u'\n');
    }
    case BadgeRole: return index.column() == StateColumn ? QVariant::fromValue(badge(row)) : QVariant();
    case StrongRole: return index.column() == KindColumn && row.document >= 0;
    case QuietRole: return index.column() == FileColumn || index.column() == DateColumn;
    default: return {};
    }
}

QVariant RequestDocuments::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn: return tr("Document");
    case FileColumn: return tr("File");
    case DateColumn: return tr("Issued");
    case StateColumn: return tr("State");
    default: return {};
    }
}

} // namespace PortDesk

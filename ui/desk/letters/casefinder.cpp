// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/letters/casefinder.h"

#include "core/desk/desksession.h"
#include "ui/models/answer.h"
#include "ui/theme/icons.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kTypingPause = 150; // ms
constexpr int kMostOffered = 8;
enum Role { IdRole = Qt::UserRole + 1, ReferenceRole };

QString lineOf(const QString &reference, const QString &owner)
{
    return u"%1 · %2"_s.arg(reference, owner);
}

} // namespace

CaseFinder::CaseFinder(DeskSession &session, QWidget *parent)
    : QLineEdit(parent), m_session(session), m_model(new QStandardItemModel(this)), m_completer(new QCompleter(m_model, this))
{
    setObjectName(u"caseFinder"_s);
    setAccessibleName(tr("Case to assign to"));
    setPlaceholderText(tr("Reference, owner, number…"));
    setClearButtonEnabled(true);
    addAction(themedIcon(Glyph::Search), QLineEdit::LeadingPosition);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // the store has chosen already
    m_completer->popup()->setObjectName(u"caseFinderPopup"_s);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPause);
    connect(&m_typing, &QTimer::timeout, this, &CaseFinder::look);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &CaseFinder::take);
    connect(this, &QLineEdit::textEdited, this, [this] {
        clearChoice();
        m_typing.start();
    });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            clearChoice();
    });
}

void CaseFinder::clearChoice()
{
    ++m_newest;
    if (!m_chosen.isValid())
        return;
    m_chosen = {};
    m_reference.clear();
    Q_EMIT chosenChanged();
}

void CaseFinder::choose(CaseId id, const QString &reference, const QString &owner)
{
    ++m_newest;
    m_typing.stop();
    m_chosen = id;
    m_reference = reference;
    setText(lineOf(reference, owner));
    Q_EMIT chosenChanged();
}

void CaseFinder::look()
{
    CaseQuery query;
    query.text = text().trimmed();
    query.limit = kMostOffered;
    for (const Stage stage : allStages()) {
        if (isOpen(stage))
            query.stages << stage;
    }
    if (query.text.isEmpty())
        return;
    const int ticket = ++m_newest;
    whenAnswered(m_session.find(query), this, [this, ticket](const Result<CasePage> &page) {
        if (ticket == m_newest && page)
            show(page->rows);
    });
}

void CaseFinder::show(const QList<CaseSummary> &rows)
{
    m_model->clear();
    for (const CaseSummary &row : rows) {
        auto *item = new QStandardItem(u"%1 · %2 · %3"_s.arg(row.reference, row.owner, stageText(row.stage)));
        item->setData(row.id.value, IdRole);
        item->setData(row.reference, ReferenceRole);
        item->setData(row.owner, Qt::UserRole);
        m_model->appendRow(item);
    }
    if (rows.isEmpty()) {
        auto *none = new QStandardItem(tr("No open case matches."));
        none->setEnabled(false);
        m_model->appendRow(none);
    }
    m_completer->complete();
    if (!rows.isEmpty())
        m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void CaseFinder::take(const QModelIndex &index)
{
    const CaseId id{index.data(IdRole).toLongLong()};
    if (id.isValid())
        choose(id, index.data(ReferenceRole).toString(), index.data(Qt::UserRole).toString());
}

} // namespace PortDesk

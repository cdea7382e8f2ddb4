// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/markspane.h"

#include "core/desk/desksession.h"
#include "ui/models/answer.h"
#include "ui/theme/spacing.h"
#include "ui/viewer/marklayer.h"
#include "ui/viewer/marklist.h"
#include "ui/viewer/marktools.h"
#include "ui/viewer/pageview.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace PortDesk {

namespace {

/// A customer is told what the desk says, not who at the desk says it, as in its messages and in the public dossier.
QList<StoredMark> withoutNames(QList<StoredMark> marks)
{
    for (StoredMark &stored : marks)
        stored.mark.author = MarksPane::tr("Porting desk");
    return marks;
}

} // namespace

MarksPane::MarksPane(DeskSession &session, PageView &pages, QWidget *parent)
    : QWidget(parent), m_session(session), m_pages(pages), m_book(new MarkBook(this)), m_layer(new MarkLayer(pages, *m_book, this)), m_tools(new MarkTools(*m_layer, *m_book)),
      m_list(new MarkList(*m_book))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addWidget(new TextLabel(tr("Marks"), TextRole::Strong));
    column->addWidget(m_tools);
    column->addWidget(m_list, 1);
    connectList();
}

void MarksPane::connectList()
{
    connect(m_list, &MarkList::markChosen, m_layer, &MarkLayer::goTo);
    connect(m_list, &MarkList::placeChosen, &m_pages, &PageView::showBox);
    connect(m_list, &MarkList::editWanted, this, [this](const QString &id) {
        m_layer->goTo(id);
        m_layer->editSelected();
    });
    connect(m_list, &MarkList::deleteWanted, this, [this](const QString &id) {
        m_layer->select(id);
        m_layer->removeSelected();
    });
    connect(m_layer, &MarkLayer::selectionChanged, m_list, &MarkList::select);
    connect(m_book, &MarkBook::saveFailed, this, [this](const Error &error) {
        Q_EMIT failed(error);
        open(m_sha256); // what is stored counts
    });
}

void MarksPane::open(const QString &sha256)
{
    if (m_sha256 != sha256)
        m_list->setFileMarks({});
    m_sha256 = sha256;
    m_read = false;
    const int ticket = ++m_ticket;
    const Actor actor = m_session.actor();
    const bool desk = actor.role == Role::Agent || actor.role == Role::Supervisor;
    DeskSession *session = &m_session;
    m_layer->setTool(std::nullopt);
    m_list->setZone(m_session.zone());
    m_tools->setVisible(desk);
    m_tools->setEditable(desk);
    m_book->setPerson(actor.name, [session] { return session->clock().now(); },
                      desk ? MarkBook::Saver([session](const MarkChange &change) { return session->changeMarks(change); }) : MarkBook::Saver());
    m_book->open(sha256, {});
    whenAnswered(m_session.marks(sha256), this, [this, ticket, desk](const Result<QList<StoredMark>> &marks) {
        if (ticket != m_ticket)
            return;
        m_read = true;
        if (marks)
            m_book->open(m_sha256, desk ? *marks : withoutNames(*marks));
        else
            Q_EMIT failed(marks.error());
        Q_EMIT marksRead();
    });
}

void MarksPane::readFileMarks(const DocumentBytes &document)
{
    whenAnswered(m_session.worker().annotations(document), this, [this, sha256 = document.sha256](const Result<QList<Mark>> &marks) {
        if (marks && sha256 == m_sha256)
            m_list->setFileMarks(*marks);
    });
}

void MarksPane::close()
{
    ++m_ticket;
    m_layer->select({});
}

} // namespace PortDesk

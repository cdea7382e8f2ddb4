// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/todopage.h"

#include "ui/models/answer.h"
#include "ui/models/timewords.h"
#include "ui/theme/spacing.h"
#include "ui/viewer/documentviewer.h"
#include "ui/viewer/markspane.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/correction.h"
#include "ui/wizard/todolistview.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {
constexpr int kDocumentHeight = 420;
constexpr int kMarksWidth = 220;
constexpr int kNoteLines = 3;
} // namespace

TodoPage::TodoPage(const WizardContext &pageContext, QWidget *parent)
    : WizardPage(u"todoPage"_s, pageContext, parent), m_correction(*pageContext.correction), m_words(new Card(tr("The desk writes"))), m_said(new TextLabel),
      m_list(new ToDoListView(m_correction)), m_document(new Card), m_viewer(new DocumentViewer(pageContext.session.worker())),
      m_marks(new MarksPane(pageContext.session, *m_viewer->pages())), m_note(new QPlainTextEdit)
{
    m_said->setObjectName(u"deskWordsLabel"_s);
    m_said->setWordWrap(true);
    m_words->body()->addWidget(m_said);
    auto *list = new Card(tr("To change"));
    list->body()->addWidget(m_list);
    m_note->setObjectName(u"correctionNoteEdit"_s);
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight((kNoteLines + 1) * fontMetrics().lineSpacing());
    auto *note = new FormField(tr("Your note to the desk"), m_note);
    note->setHint(tr("For what is right as it is, and for whatever the desk should know."));
    body()->addWidget(list);
    body()->addWidget(m_words);
    body()->addWidget(note);
    body()->addWidget(makeDocument());
    body()->addStretch(1);
    connect(m_list, &ToDoListView::openRequested, this, &TodoPage::openRequested);
    connect(m_list, &ToDoListView::pageRequested, this, &TodoPage::showRefused);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { m_correction.setText(m_note->toPlainText().trimmed()); });
    connect(&m_correction, &Correction::changed, this, [this] {
        if (isVisible())
            showList();
        Q_EMIT stepChanged();
    });
}

QWidget *TodoPage::makeDocument()
{
    m_document->setObjectName(u"refusedDocumentCard"_s);
    m_viewer->setObjectName(u"refusedViewer"_s);
    m_viewer->setThumbnailsVisible(false);
    m_viewer->setMinimumHeight(kDocumentHeight);
    m_marks->setObjectName(u"refusedMarks"_s);
    m_marks->setFixedWidth(kMarksWidth);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::L);
    row->addWidget(m_viewer, 1);
    row->addWidget(m_marks);
    m_document->body()->addLayout(row);
    connect(m_marks, &MarksPane::failed, this, [this](const Error &error) { bar()->showMessage(State::Problem, error.message); });
    return m_document;
}

QString TodoPage::stepSubtitle() const
{
    if (!m_correction.isActive())
        return {};
    const int open = m_correction.openCount();
    return open == 0 ? tr("everything is done") : tr("%n still open", nullptr, open);
}

void TodoPage::enter()
{
    const Case &portCase = m_correction.portCase();
    const QString when = TimeWords::pastText(portCase.stageSince, context().session.clock().now(), context().session.zone());
    setHeading(tr("%1: what the desk asks you to change").arg(portCase.reference),
               tr("The desk sent your request back (%1). Change what is listed and send it back; everything else stays as you handed it in.").arg(when));
    m_said->setText(portCase.returnText);
    m_words->setVisible(!portCase.returnText.isEmpty());
    if (m_note->toPlainText().trimmed() != m_correction.text())
        m_note->setPlainText(m_correction.text());
    showList();
    QString sha256;
    for (const ToDoEntry &entry : m_correction.entries()) {
        if (sha256.isEmpty() && !entry.sha256.isEmpty())
            showRefused(sha256 = entry.sha256, entry.fileName);
    }
    m_document->setVisible(!sha256.isEmpty());
}

void TodoPage::focusField(const QString &)
{
    if (auto *first = m_list->findChild<QWidget *>(u"toDo0Button"_s))
        first->setFocus(Qt::OtherFocusReason);
}

void TodoPage::showProblems()
{
    if (isVisible())
        showList();
}

void TodoPage::showList()
{
    m_list->refresh();
}

/// The page as it was refused, with the marks the desk does not keep to itself.
void TodoPage::showRefused(const QString &sha256, const QString &fileName)
{
    if (sha256 == m_shown)
        return;
    m_shown = sha256;
    m_document->setTitle(tr("Refused: %1").arg(fileName));
    m_marks->open(sha256);
    whenAnswered(context().session.document(sha256, fileName), this, [this, ticket = ++m_ticket](const Result<DocumentBytes> &bytes) {
        if (ticket != m_ticket)
            return;
        if (bytes)
            return m_viewer->setDocument(*bytes);
        m_viewer->clear();
        m_viewer->setEmptyText(tr("The document could not be read"), bytes.error().message);
    });
}

} // namespace PortDesk
